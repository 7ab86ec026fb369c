/** The stacks of CloudFormation's double: templates, what leads from one to another, and what goes on in a stack. */
import type { JsonObject } from '../world.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: JsonObject;
  readonly DeletionPolicy?: string;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

export interface ResourceChange {
  readonly action: 'Add' | 'Modify' | 'Remove' | 'Import';
  readonly id: string;
  readonly type: string;
  readonly replacement: 'True' | 'False' | undefined;
  /** What becomes of the resource itself when it is removed. */
  readonly policy: 'Retain' | undefined;
  readonly properties: readonly string[];
  /** Attributes besides properties: DeletionPolicy. */
  readonly attributes: readonly string[];
}

/** A resource that an import takes over. */
export interface Imported {
  readonly id: string;
  readonly type: string;
  readonly identifier: Readonly<Record<string, string>>;
}

export interface ChangeSet {
  readonly name: string;
  readonly arn: string;
  readonly text: string;
  readonly template: Template;
  readonly tags: ReadonlyMap<string, string>;
  readonly changes: readonly ResourceChange[];
  /** Nothing would come of it, outputs included. */
  readonly empty: boolean;
  readonly type: 'CREATE' | 'UPDATE' | 'IMPORT';
  readonly imports: readonly Imported[];
  /** Looks before it is made. */
  looks: number;
  /** The stack went on without it. */
  obsolete: boolean;
}

interface Event {
  readonly id: string;
  readonly resource: string;
  readonly status: string;
  readonly reason?: string;
}

/** What goes on in a stack, and what it was before. */
interface Work {
  readonly before: { readonly text: string; readonly template: Template };
  readonly wanted: ChangeSet;
  readonly pending: ResourceChange[];
}

export interface Stack {
  readonly id: string;
  readonly name: string;
  status: string;
  reason?: string;
  tags: ReadonlyMap<string, string>;
  text: string;
  template: Template;
  under?: Work;
  readonly events: Event[];
  readonly changeSets: Map<string, ChangeSet>;
  /** Ids of what was imported, by logical name: theirs don't follow from the template. */
  readonly physical: Map<string, string>;
}

/** The stacks of one AWS, and what shall go wrong: logical name of a resource, or name of a stack for its change sets → reason. */
export interface CloudFormation {
  readonly stacks: Map<string, Stack>;
  readonly failing: Map<string, string>;
  /** Number of change sets that were made. */
  made: number;
  /** Steps of a stack at each look at its events. */
  steps: number;
}

export const createCloudFormation = (): CloudFormation => ({
  stacks: new Map(),
  failing: new Map(),
  made: 0,
  steps: 1,
});

export const newStack = (id: string, name: string): Stack => ({
  id,
  name,
  status: 'REVIEW_IN_PROGRESS',
  tags: new Map(),
  text: '',
  template: { Resources: {} },
  events: [],
  changeSets: new Map(),
  physical: new Map(),
});

/** Properties that can't be changed in place. */
const CREATE_ONLY: Readonly<Record<string, readonly string[]>> = {
  'AWS::BedrockAgentCore::GatewayTarget': ['GatewayIdentifier'],
  'AWS::BedrockAgentCore::OAuth2CredentialProvider': ['Name', 'CredentialProviderVendor'],
  'AWS::BedrockAgentCore::ApiKeyCredentialProvider': ['Name'],
  'AWS::BedrockAgentCore::PolicyEngine': ['Name'],
  'AWS::Cognito::UserPoolClient': ['GenerateSecret', 'UserPoolId'],
};

const changedProperties = (left: Resource, right: Resource): readonly string[] =>
  [...new Set([...Object.keys(left.Properties), ...Object.keys(right.Properties)])]
    .filter((key) => JSON.stringify(left.Properties[key]) !== JSON.stringify(right.Properties[key]))
    .sort();

const change = (action: ResourceChange['action'], id: string, resource: Resource): ResourceChange => ({
  action,
  id,
  type: resource.Type,
  replacement: undefined,
  policy: action === 'Remove' && resource.DeletionPolicy === 'Retain' ? 'Retain' : undefined,
  properties: [],
  attributes: [],
});

const modified = (id: string, was: Resource, resource: Resource): readonly ResourceChange[] => {
  const properties = changedProperties(was, resource);
  const attributes = was.DeletionPolicy === resource.DeletionPolicy ? [] : ['DeletionPolicy'];
  if (properties.length + attributes.length === 0) return [];
  const replaced = properties.some((key) => CREATE_ONLY[resource.Type]?.includes(key));
  return [{ ...change('Modify', id, resource), replacement: replaced ? 'True' : 'False', properties, attributes }];
};

/** What leads from one template to another, in the order in which it is done: removals last. */
export const changesBetween = (
  before: Template,
  after: Template,
  imports: readonly Imported[],
): readonly ResourceChange[] => {
  const imported = new Set(imports.map(({ id }) => id));
  const done = Object.entries(after.Resources).flatMap(([id, resource]): readonly ResourceChange[] => {
    const was = before.Resources[id];
    if (was === undefined) return [change(imported.has(id) ? 'Import' : 'Add', id, resource)];
    return modified(id, was, resource);
  });
  const gone = Object.entries(before.Resources)
    .filter(([id]) => after.Resources[id] === undefined)
    .map(([id, resource]) => change('Remove', id, resource));
  return [...done, ...gone];
};

/** Whether two templates say the same of the stack, besides its resources. */
export const sameOutputs = (left: Template, right: Template): boolean =>
  JSON.stringify(left.Outputs ?? {}) === JSON.stringify(right.Outputs ?? {});

const record = (stack: Stack, resource: string, status: string, reason?: string): void => {
  stack.events.unshift({
    id: `${stack.name}-${stack.events.length + 1}`,
    resource,
    status,
    ...(reason === undefined ? {} : { reason }),
  });
};

const VERBS = { Add: 'CREATE', Modify: 'UPDATE', Remove: 'DELETE', Import: 'IMPORT' } as const;

/** What statuses of the whole begin with while a change set is executed, and while it goes back. */
const PHASES = {
  CREATE: { goes: 'CREATE', back: 'ROLLBACK' },
  UPDATE: { goes: 'UPDATE', back: 'UPDATE_ROLLBACK' },
  IMPORT: { goes: 'IMPORT', back: 'IMPORT_ROLLBACK' },
} as const;

/** Begins to execute a change set. */
export const begin = (stack: Stack, wanted: ChangeSet): void => {
  stack.under = { before: { text: stack.text, template: stack.template }, wanted, pending: [...wanted.changes] };
  stack.tags = wanted.tags;
  stack.status = `${PHASES[wanted.type].goes}_IN_PROGRESS`;
  record(stack, stack.name, stack.status, 'User Initiated');
  stack.changeSets.clear();
};

/** One step of what goes on in a stack. `missing`: why a resource can't be imported. `done` is told what was executed. */
export const advance = (
  stack: Stack,
  { failing, missing }: Pick<CloudFormation, 'failing'> & { readonly missing: (id: string) => string | undefined },
  done: (changes: readonly ResourceChange[], before: Template) => void,
): void => {
  const { under } = stack;
  if (under === undefined) return;
  const { wanted, before, pending } = under;
  const { goes, back } = PHASES[wanted.type];
  const end = (status: string): void => {
    stack.status = status;
    record(stack, stack.name, status);
    delete stack.under;
  };
  if (stack.status.includes('ROLLBACK')) {
    end(`${back}_COMPLETE`);
    return;
  }
  const next = pending.shift();
  if (next === undefined) {
    stack.template = wanted.template;
    stack.text = wanted.text;
    for (const { id, identifier } of wanted.imports) {
      stack.physical.set(id, identifier['TargetId'] ?? identifier['GatewayIdentifier'] ?? id);
    }
    end(`${goes}_COMPLETE`);
    done(wanted.changes, before.template);
    return;
  }
  const reason = failing.get(next.id) ?? (next.action === 'Import' ? missing(next.id) : undefined);
  record(stack, next.id, `${VERBS[next.action]}_IN_PROGRESS`);
  record(stack, next.id, `${VERBS[next.action]}_${reason === undefined ? 'COMPLETE' : 'FAILED'}`, reason);
  if (reason !== undefined) {
    stack.status = `${back}_IN_PROGRESS`;
    record(stack, stack.name, stack.status, `The following resource(s) failed: [${next.id}].`);
  }
};
