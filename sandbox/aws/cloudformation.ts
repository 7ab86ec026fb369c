/** CloudFormation (query protocol, 2010-05-15): change sets, import, events, roll back. Each look at a stack's events makes `steps` of what goes on. */
import { parse } from 'yaml';
import type { RegionContents } from '../world.ts';
import type { Place } from './names.ts';
import { templateAt } from './s3.ts';
import { attributeOf, resolved, settle, tail } from './stack-world.ts';
import {
  advance,
  begin,
  type ChangeSet,
  type CloudFormation,
  changesBetween,
  type Imported,
  newStack,
  type ResourceChange,
  type Stack,
  sameOutputs,
  type Template,
} from './stacks.ts';
import { type Answer, type Call, escapeXml, type Refusal, refuse } from './wire.ts';

const NAMESPACE = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';

type Xml = string | number | boolean | undefined | readonly Xml[] | { readonly [key: string]: Xml };

const xml = (value: Xml): string => {
  if (value === undefined) return '';
  if (typeof value !== 'object') return escapeXml(String(value));
  if (Array.isArray(value)) return value.map((item) => `<member>${xml(item)}</member>`).join('');
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `<${key}>${xml(member)}</${key}>`)
    .join('');
};

const answer = (action: string, value: Xml): Answer => ({
  kind: 'xml',
  body:
    `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${xml(value)}</${action}Result>` +
    `<ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></${action}Response>`,
});

const invalid = (message: string): Refusal => refuse(400, 'ValidationError', message);

const tagsOf = (parameters: URLSearchParams): ReadonlyMap<string, string> => {
  const tags = new Map<string, string>();
  for (let at = 1; parameters.has(`Tags.member.${at}.Key`); at += 1) {
    tags.set(parameters.get(`Tags.member.${at}.Key`) ?? '', parameters.get(`Tags.member.${at}.Value`) ?? '');
  }
  return tags;
};

/** One call of an account and Region. */
interface Work {
  readonly call: Call;
  readonly place: Place;
  readonly cloud: CloudFormation;
  readonly contents: RegionContents | undefined;
}

const keyOf = ({ account, region }: Place, name: string): string => `${account} ${region} ${name}`;

const stackOf = ({ call, place, cloud }: Work): Stack | undefined => {
  const name = call.parameters.get('StackName');
  const changeSet = call.parameters.get('ChangeSetName') ?? '';
  if (name !== null) return cloud.stacks.get(keyOf(place, name));
  return [...cloud.stacks.values()].find(({ changeSets }) =>
    [...changeSets.values()].some(({ arn }) => arn === changeSet),
  );
};

const changeSetOf = (stack: Stack | undefined, { call }: Work): ChangeSet | undefined => {
  const asked = call.parameters.get('ChangeSetName') ?? '';
  return [...(stack?.changeSets.values() ?? [])].find(({ name, arn }) => name === asked || arn === asked);
};

const importsOf = (parameters: URLSearchParams): readonly Imported[] => {
  const imports: Imported[] = [];
  for (let at = 1; parameters.has(`ResourcesToImport.member.${at}.LogicalResourceId`); at += 1) {
    const of = `ResourcesToImport.member.${at}`;
    const identifier: Record<string, string> = {};
    for (let entry = 1; parameters.has(`${of}.ResourceIdentifier.entry.${entry}.key`); entry += 1) {
      const key = parameters.get(`${of}.ResourceIdentifier.entry.${entry}.key`) ?? '';
      identifier[key] = parameters.get(`${of}.ResourceIdentifier.entry.${entry}.value`) ?? '';
    }
    imports.push({
      id: parameters.get(`${of}.LogicalResourceId`) ?? '',
      type: parameters.get(`${of}.ResourceType`) ?? '',
      identifier,
    });
  }
  return imports;
};

/** Characters of a template in a call, and in a bucket. */
const MOST = { body: 51_200, url: 1_000_000 } as const;

/** The template's text, or why there is none. */
const textOf = ({ call }: Work): string | Refusal => {
  const url = call.parameters.get('TemplateURL');
  const text = url === null ? (call.parameters.get('TemplateBody') ?? '') : templateAt(call, url);
  if (typeof text !== 'string') return text;
  const most = url === null ? MOST.body : MOST.url;
  return Buffer.byteLength(text) > most ? invalid(`Template may not exceed ${most} bytes in size.`) : text;
};

/** What CloudFormation refuses of an import. */
const importFault = (stack: Stack, template: Template, imports: readonly Imported[]): string | undefined => {
  if (!sameOutputs(stack.template, template)) {
    return 'As part of the import operation, you cannot modify or add [Outputs]';
  }
  const named = new Map(imports.map(({ id, type }) => [id, type]));
  for (const [id, { Type, DeletionPolicy }] of Object.entries(template.Resources)) {
    if (stack.template.Resources[id] !== undefined) continue;
    if (!named.has(id)) return `Resources [${id}] is missing from ResourceToImport list`;
    if (named.get(id) !== Type) return `Resource ${id} is of type ${Type} in the template`;
    if (DeletionPolicy === undefined) return `Resources [${id}] is missing DeletionPolicy attribute in the template`;
  }
  const changed = changesBetween(stack.template, template, imports).filter(({ action }) => action !== 'Import');
  const [first] = changed;
  return first === undefined
    ? undefined
    : `You have modified resources [${first.id}] in your template that are not being imported. Update, create or delete operations cannot be executed during import operations.`;
};

/** Why a change set of this type can't be made for a stack. */
const typeFault = (
  type: ChangeSet['type'],
  found: Stack | undefined,
  { name, changeSet }: { readonly name: string; readonly changeSet: string },
): Answer | undefined => {
  if (type === 'CREATE' && found !== undefined && found.status !== 'REVIEW_IN_PROGRESS') {
    return invalid(`Stack [${name}] already exists and cannot be created again with the changeSet [${changeSet}].`);
  }
  if (type === 'UPDATE' && (found === undefined || found.status === 'REVIEW_IN_PROGRESS')) {
    return invalid(`Stack [${name}] does not exist`);
  }
  if (found?.under !== undefined)
    return invalid(`Stack:${found.id} is in ${found.status} state and can not be updated.`);
  return found?.changeSets.has(changeSet) === true
    ? refuse(400, 'AlreadyExistsException', `ChangeSet ${changeSet} already exists for stack ${name}`)
    : undefined;
};

const TYPES = ['CREATE', 'UPDATE', 'IMPORT'] as const;

const createChangeSet = (work: Work): Answer => {
  const { call, place, cloud } = work;
  const { parameters, world } = call;
  const name = parameters.get('StackName') ?? '';
  const changeSet = parameters.get('ChangeSetName') ?? '';
  const type = TYPES.find((one) => one === parameters.get('ChangeSetType')) ?? 'UPDATE';
  const text = textOf(work);
  if (typeof text !== 'string') return text;
  const found = cloud.stacks.get(keyOf(place, name));
  const refused = typeFault(type, found, { name, changeSet });
  if (refused !== undefined) return refused;
  const arn = (kind: string, of: string): string =>
    `arn:${world.partition}:cloudformation:${place.region}:${place.account}:${kind}/${of}/${tail(`${name} ${of}`)}`;
  const stack = found ?? newStack(arn('stack', name), name);
  const template: Template = parse(text, { version: '1.1' });
  const imports = type === 'IMPORT' ? importsOf(parameters) : [];
  const fault = type === 'IMPORT' ? importFault(stack, template, imports) : undefined;
  if (fault !== undefined) return invalid(fault);
  cloud.stacks.set(keyOf(place, name), stack);
  const changes = changesBetween(stack.template, template, imports);
  cloud.made += 1;
  // No two have the same, whatever they are called.
  const id = `${arn('changeSet', changeSet)}${cloud.made}`;
  stack.changeSets.set(changeSet, {
    name: changeSet,
    arn: id,
    text,
    template,
    tags: tagsOf(parameters),
    changes,
    empty: changes.length === 0 && sameOutputs(stack.template, template),
    type,
    imports,
    looks: 0,
    obsolete: false,
  });
  return answer('CreateChangeSet', { Id: id, StackId: stack.id });
};

/** Changes of one page. */
const PAGE = 10;

const noChangeSet = ({ call }: Work): Refusal =>
  refuse(404, 'ChangeSetNotFound', `ChangeSet [${call.parameters.get('ChangeSetName')}] does not exist`);

const shownChange = (one: ResourceChange): Xml => ({
  Type: 'Resource',
  ResourceChange: {
    Action: one.action,
    LogicalResourceId: one.id,
    ResourceType: one.type,
    Replacement: one.replacement,
    PolicyAction: one.action === 'Remove' ? (one.policy ?? 'Delete') : undefined,
    Details: [
      ...one.properties.map((name) => ({ Target: { Attribute: 'Properties', Name: name } })),
      ...one.attributes.map((name) => ({ Target: { Attribute: name } })),
    ],
  },
});

const describeChangeSet = (work: Work): Answer => {
  const stack = stackOf(work);
  const found = changeSetOf(stack, work);
  if (stack === undefined || found === undefined) return noChangeSet(work);
  found.looks += 1;
  const from = Number(work.call.parameters.get('NextToken') ?? 0);
  const fault = work.cloud.failing.get(stack.name);
  const status =
    found.looks === 1 ? 'CREATE_PENDING' : found.empty || fault !== undefined ? 'FAILED' : 'CREATE_COMPLETE';
  const isMade = status === 'CREATE_COMPLETE';
  return answer('DescribeChangeSet', {
    ChangeSetName: found.name,
    ChangeSetId: found.arn,
    StackId: stack.id,
    StackName: stack.name,
    Status: status,
    ExecutionStatus: found.obsolete ? 'OBSOLETE' : isMade ? 'AVAILABLE' : 'UNAVAILABLE',
    StatusReason:
      status === 'FAILED'
        ? (fault ??
          "The submitted information didn't contain changes. Submit different information to create a change set.")
        : undefined,
    Changes: isMade ? found.changes.slice(from, from + PAGE).map(shownChange) : [],
    NextToken: isMade && from + PAGE < found.changes.length ? String(from + PAGE) : undefined,
  });
};

const execute = (work: Work): Answer => {
  const stack = stackOf(work);
  const found = changeSetOf(stack, work);
  if (stack === undefined || found === undefined) return noChangeSet(work);
  if (found.empty || found.obsolete || found.looks < 2 || stack.under !== undefined) {
    return refuse(
      400,
      'InvalidChangeSetStatus',
      `ChangeSet [${found.arn}] cannot be executed in its current status of [FAILED]`,
    );
  }
  begin(stack, found);
  return answer('ExecuteChangeSet', {});
};

/** A template as CloudFormation gives it back: what isn't ASCII is lost. */
const getTemplate = (work: Work): Answer => {
  const stack = stackOf(work);
  const asked = work.call.parameters.get('ChangeSetName');
  if (stack === undefined) return invalid(`Stack with id ${work.call.parameters.get('StackName')} does not exist`);
  const changeSet = changeSetOf(stack, work);
  if (asked !== null && changeSet === undefined) return noChangeSet(work);
  const text = changeSet?.text ?? stack.text;
  return answer('GetTemplate', { TemplateBody: text.replace(/[^\0-\x7f]/g, '?'), StagesAvailable: ['Original'] });
};

const describeStacks = (work: Work): Answer => {
  const { call, place } = work;
  const stack = stackOf(work);
  if (stack === undefined) return invalid(`Stack with id ${call.parameters.get('StackName')} does not exist`);
  const attribute = attributeOf(stack, call, place);
  const complete = /^(?:CREATE|UPDATE|IMPORT)_COMPLETE$|ROLLBACK_COMPLETE$/.test(stack.status);
  const outputs = complete ? Object.entries(stack.template.Outputs ?? {}) : [];
  return answer('DescribeStacks', {
    Stacks: [
      {
        StackId: stack.id,
        StackName: stack.name,
        StackStatus: stack.status,
        StackStatusReason: stack.reason,
        CreationTime: '2026-01-15T10:00:00Z',
        Tags: [...stack.tags].map(([Key, Value]) => ({ Key, Value })),
        Outputs: outputs.map(([OutputKey, { Value }]) => ({
          OutputKey,
          OutputValue: String(resolved(Value, attribute)),
        })),
      },
    ],
  });
};

/** Why a resource can't be imported: it isn't there. */
const missingIn =
  (stack: Stack, { contents }: Work) =>
  (id: string): string | undefined => {
    const row = stack.under?.wanted.imports.find((one) => one.id === id);
    const { GatewayIdentifier, TargetId } = row?.identifier ?? {};
    if (GatewayIdentifier === undefined) return undefined;
    const gateway = contents?.gateways.find((one) => one.id === GatewayIdentifier);
    const isThere =
      gateway !== undefined && (TargetId === undefined || gateway.targets.some((one) => one.id === TargetId));
    return isThere
      ? undefined
      : `Resource of type '${row?.type}' with identifier '${JSON.stringify(row?.identifier)}' was not found.`;
  };

/** Events of one page. */
const EVENTS_PAGE = 100;

const describeEvents = (work: Work): Answer => {
  const { call, place, cloud, contents } = work;
  const stack = stackOf(work);
  if (stack === undefined) return invalid(`Stack [${call.parameters.get('StackName')}] does not exist`);
  if (stack.status === 'DELETE_IN_PROGRESS') cloud.stacks.delete(keyOf(place, stack.name));
  const from = call.parameters.get('NextToken');
  for (let step = 0; from === null && step < cloud.steps; step += 1) {
    advance(stack, { failing: cloud.failing, missing: missingIn(stack, work) }, (changes, before) => {
      // What is imported stays as it is; outputs change nothing.
      const isWork = changes.some(({ action }) => action !== 'Import');
      if (contents !== undefined && isWork) settle(stack, { call, place, contents }, { before, changes });
    });
  }
  // A page begins after the event that the one before ended with: newer ones come in between.
  const begin = from === null ? 0 : stack.events.findIndex(({ id }) => id === from) + 1;
  const page = stack.events.slice(begin, begin + EVENTS_PAGE);
  const isLast = begin + EVENTS_PAGE >= stack.events.length;
  return answer('DescribeStackEvents', {
    NextToken: isLast ? undefined : page.at(-1)?.id,
    StackEvents: page.map(({ id, resource, status, reason }) => ({
      StackId: stack.id,
      EventId: id,
      StackName: stack.name,
      LogicalResourceId: resource,
      ResourceStatus: status,
      ResourceStatusReason: reason,
      Timestamp: '2026-01-15T10:00:00Z',
    })),
  });
};

/** Answers CloudFormation. */
export const cloudFormation = (call: Call, account: string, cloud: CloudFormation): Answer => {
  const place = { account, region: call.region };
  const work: Work = { call, place, cloud, contents: call.world.accounts[account]?.regions[call.region] };
  switch (call.name) {
    case 'CreateChangeSet':
      return createChangeSet(work);
    case 'DescribeChangeSet':
      return describeChangeSet(work);
    case 'ExecuteChangeSet':
      return execute(work);
    case 'DeleteChangeSet': {
      const stack = stackOf(work);
      const found = changeSetOf(stack, work);
      if (found !== undefined) stack?.changeSets.delete(found.name);
      return answer('DeleteChangeSet', {});
    }
    case 'GetTemplate':
      return getTemplate(work);
    case 'ListStacks': {
      const here = [...cloud.stacks].filter(([key]) => key.startsWith(keyOf(place, '')));
      const StackSummaries = here.map(([, { id, name, status }]) => ({
        StackId: id,
        StackName: name,
        StackStatus: status,
        CreationTime: '2026-01-15T10:00:00Z',
      }));
      return answer('ListStacks', { StackSummaries });
    }
    case 'DescribeStacks':
      return describeStacks(work);
    case 'DescribeStackEvents':
      return describeEvents(work);
    default:
      return refuse(400, 'InvalidAction', `${call.name} is not known here`);
  }
};
