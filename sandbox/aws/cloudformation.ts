/** CloudFormation (query protocol, 2010-05-15): change sets, events, roll back. Each look at a stack's events makes one step of what goes on. */
import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { gateway as makeGateway, target as makeTarget } from '../resources.ts';
import type { JsonObject, RegionContents } from '../world.ts';
import { agentCoreArn, gatewayUrl, type Place } from './names.ts';
import { type Answer, type Call, escapeXml, type Refusal, refuse } from './wire.ts';

interface Resource {
  readonly Type: string;
  readonly Properties: JsonObject;
}

type Resources = Readonly<Record<string, Resource>>;

interface Template {
  readonly Resources: Resources;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

interface ResourceChange {
  readonly action: 'Add' | 'Modify' | 'Remove';
  readonly id: string;
  readonly type: string;
  readonly replacement: 'True' | 'False' | undefined;
  readonly properties: readonly string[];
}

interface ChangeSet {
  readonly name: string;
  readonly arn: string;
  readonly template: Template;
  readonly tags: ReadonlyMap<string, string>;
  readonly changes: readonly ResourceChange[];
  /** Looks before it is made. */
  looks: number;
}

interface Event {
  readonly id: string;
  readonly resource: string;
  readonly status: string;
  readonly reason?: string;
}

interface Stack {
  readonly id: string;
  readonly name: string;
  status: string;
  reason?: string;
  tags: ReadonlyMap<string, string>;
  template: Template;
  /** What it is while a change goes on, and was before. */
  under?: {
    readonly before: Template;
    readonly wanted: Template;
    readonly pending: ResourceChange[];
    readonly creates: boolean;
  };
  readonly events: Event[];
  readonly changeSets: Map<string, ChangeSet>;
}

/** The stacks of one AWS, and what shall go wrong with resources: logical name → reason. */
export interface CloudFormation {
  readonly stacks: Map<string, Stack>;
  readonly failing: Map<string, string>;
}

export const createCloudFormation = (): CloudFormation => ({ stacks: new Map(), failing: new Map() });

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

const NOTHING: Template = { Resources: {} };

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

/** What leads from one template to another, in the order in which it is done: removals last. */
const changesBetween = (before: Template, after: Template): readonly ResourceChange[] => {
  const done = Object.entries(after.Resources).flatMap(([id, resource]): readonly ResourceChange[] => {
    const was = before.Resources[id];
    if (was === undefined) return [{ action: 'Add', id, type: resource.Type, replacement: undefined, properties: [] }];
    const properties = changedProperties(was, resource);
    if (properties.length === 0) return [];
    const replaced = properties.some((key) => CREATE_ONLY[resource.Type]?.includes(key));
    return [{ action: 'Modify', id, type: resource.Type, replacement: replaced ? 'True' : 'False', properties }];
  });
  const gone = Object.entries(before.Resources)
    .filter(([id]) => after.Resources[id] === undefined)
    .map(
      ([id, { Type }]): ResourceChange => ({
        action: 'Remove',
        id,
        type: Type,
        replacement: undefined,
        properties: [],
      }),
    );
  return [...done, ...gone];
};

/** A value with CloudFormation's functions worked out. */
const resolved = (value: unknown, attribute: (resource: string, name: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => resolved(one, attribute));
  if (typeof value !== 'object' || value === null) return value;
  const [[key = '', inner] = [], ...more] = Object.entries(value);
  if (more.length === 0 && key === 'Ref') return attribute(String(inner), 'Ref');
  if (more.length === 0 && key === 'Fn::GetAtt' && Array.isArray(inner))
    return attribute(String(inner[0]), String(inner[1]));
  if (more.length === 0 && key === 'Fn::Join' && Array.isArray(inner)) {
    return (resolved(inner[1], attribute) as readonly string[]).join(String(inner[0]));
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolved(one, attribute)]));
};

const small = (value: unknown, free = false): unknown => {
  if (Array.isArray(value)) return value.map((one) => small(one));
  if (typeof value !== 'object' || value === null) return value;
  const name = (key: string): string => (free ? key : `${key.charAt(0).toLowerCase()}${key.slice(1)}`);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      name(key),
      small(one, ['Properties', 'Tags', 'CustomParameters'].includes(key)),
    ]),
  );
};

const tail = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

/** What an attribute of a resource is. */
const attributeOf =
  (template: Template, { world }: Call, place: Place) =>
  (resource: string, name: string): string => {
    const { Type = '', Properties = {} } = template.Resources[resource] ?? {};
    const gatewayName = String(Properties['Name'] ?? resource);
    const id = Type.endsWith('::Gateway') ? makeGateway({ name: gatewayName }).id : `${resource}-${tail(resource)}`;
    if (name === 'GatewayIdentifier' || name === 'Ref') return id;
    if (name === 'GatewayUrl') return gatewayUrl(world.partition, place.region, id);
    if (name === 'GatewayArn') return agentCoreArn(world.partition, place, `gateway/${id}`);
    return `arn:aws:${name.toLowerCase()}:${place.region}:${place.account}:${id}`;
  };

/** Makes the world's gateways what a template says: others of the account are not touched. */
const settle = (stack: Stack, call: Call, place: Place, contents: RegionContents): void => {
  const attribute = attributeOf(stack.template, call, place);
  const all = Object.values(stack.template.Resources).map(({ Type, Properties }) => ({
    type: Type.replace('AWS::BedrockAgentCore::', ''),
    properties: small(resolved(Properties, attribute)) as JsonObject,
  }));
  const made = all.filter(({ type }) => type === 'Gateway');
  const names = new Set([
    stack.name.replace('agentcore-sync-', ''),
    ...made.map(({ properties }) => String(properties['name'])),
  ]);
  contents.gateways = contents.gateways.filter(({ name }) => !names.has(name));
  for (const { properties } of made) {
    const { name, description, protocolType, ...details } = properties;
    const targets = all
      .filter(({ type }) => type === 'GatewayTarget')
      .map(({ properties: { name: targetName, targetConfiguration, credentialProviderConfigurations } }) => ({
        ...makeTarget({ name: String(targetName) }),
        configuration: targetConfiguration as JsonObject,
        ...(credentialProviderConfigurations === undefined
          ? {}
          : { outbound: credentialProviderConfigurations as readonly JsonObject[] as JsonObject[] }),
      }));
    contents.gateways.push({
      ...makeGateway({
        name: String(name),
        protocolType: typeof protocolType === 'string' ? protocolType : null,
        ...(typeof description === 'string' ? { description } : {}),
      }),
      authorizer: { type: 'OTHER', name: String(details['authorizerType']) },
      targets,
      details,
    });
  }
};

const record = (stack: Stack, resource: string, status: string, reason?: string): void => {
  stack.events.unshift({
    id: `${stack.name}-${stack.events.length + 1}`,
    resource,
    status,
    ...(reason === undefined ? {} : { reason }),
  });
};

const VERBS = { Add: 'CREATE', Modify: 'UPDATE', Remove: 'DELETE' } as const;

/** One step of what goes on in a stack. */
const advance = (stack: Stack, { failing }: CloudFormation, done: () => void): void => {
  const { under } = stack;
  if (under === undefined) return;
  const end = (status: string): void => {
    stack.status = status;
    record(stack, stack.name, status);
    delete stack.under;
    done();
  };
  if (stack.status.includes('ROLLBACK')) {
    stack.template = under.before;
    end(under.creates ? 'ROLLBACK_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE');
    return;
  }
  const next = under.pending.shift();
  if (next === undefined) {
    stack.template = under.wanted;
    end(under.creates ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE');
    return;
  }
  const reason = failing.get(next.id);
  record(stack, next.id, `${VERBS[next.action]}_IN_PROGRESS`);
  record(stack, next.id, `${VERBS[next.action]}_${reason === undefined ? 'COMPLETE' : 'FAILED'}`, reason);
  if (reason !== undefined) {
    stack.status = under.creates ? 'ROLLBACK_IN_PROGRESS' : 'UPDATE_ROLLBACK_IN_PROGRESS';
    record(stack, stack.name, stack.status, `The following resource(s) failed: [${next.id}].`);
  }
};

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

const createChangeSet = (work: Work): Answer => {
  const { call, place, cloud } = work;
  const { parameters, world } = call;
  const name = parameters.get('StackName') ?? '';
  const changeSet = parameters.get('ChangeSetName') ?? '';
  const body = parameters.get('TemplateBody') ?? '';
  if (Buffer.byteLength(body) > 51_200) return invalid('Template may not exceed 51200 bytes in size.');
  const found = cloud.stacks.get(keyOf(place, name));
  const creates = parameters.get('ChangeSetType') === 'CREATE';
  if (creates && found !== undefined && found.status !== 'REVIEW_IN_PROGRESS') {
    return invalid(`Stack [${name}] already exists and cannot be created again with the changeSet [${changeSet}].`);
  }
  if (!creates && found === undefined) return invalid(`Stack [${name}] does not exist`);
  if (found?.under !== undefined)
    return invalid(`Stack:${found.id} is in ${found.status} state and can not be updated.`);
  if (found?.changeSets.has(changeSet)) {
    return refuse(400, 'AlreadyExistsException', `ChangeSet ${changeSet} already exists for stack ${name}`);
  }
  const arn = (kind: string, of: string): string =>
    `arn:${world.partition}:cloudformation:${place.region}:${place.account}:${kind}/${of}/${tail(`${name} ${of}`)}`;
  const stack: Stack = found ?? {
    id: arn('stack', name),
    name,
    status: 'REVIEW_IN_PROGRESS',
    tags: new Map(),
    template: NOTHING,
    events: [],
    changeSets: new Map(),
  };
  cloud.stacks.set(keyOf(place, name), stack);
  const template: Template = parse(body, { version: '1.1' });
  stack.changeSets.set(changeSet, {
    name: changeSet,
    arn: arn('changeSet', changeSet),
    template,
    tags: tagsOf(parameters),
    changes: changesBetween(stack.template, template),
    looks: 0,
  });
  return answer('CreateChangeSet', { Id: arn('changeSet', changeSet), StackId: stack.id });
};

/** Changes of one page. */
const PAGE = 10;

const describeChangeSet = (work: Work): Answer => {
  const stack = stackOf(work);
  const found = changeSetOf(stack, work);
  if (stack === undefined || found === undefined) {
    return refuse(404, 'ChangeSetNotFound', `ChangeSet [${work.call.parameters.get('ChangeSetName')}] does not exist`);
  }
  found.looks += 1;
  const from = Number(work.call.parameters.get('NextToken') ?? 0);
  const status = found.looks === 1 ? 'CREATE_PENDING' : found.changes.length === 0 ? 'FAILED' : 'CREATE_COMPLETE';
  const more = from + PAGE < found.changes.length;
  return answer('DescribeChangeSet', {
    ChangeSetName: found.name,
    ChangeSetId: found.arn,
    StackId: stack.id,
    StackName: stack.name,
    Status: status,
    ExecutionStatus: status === 'CREATE_COMPLETE' ? 'AVAILABLE' : 'UNAVAILABLE',
    StatusReason:
      status === 'FAILED'
        ? "The submitted information didn't contain changes. Submit different information to create a change set."
        : undefined,
    Changes:
      status === 'CREATE_COMPLETE'
        ? found.changes.slice(from, from + PAGE).map(({ action, id, type, replacement, properties }) => ({
            Type: 'Resource',
            ResourceChange: {
              Action: action,
              LogicalResourceId: id,
              ResourceType: type,
              Replacement: replacement,
              Details: properties.map((name) => ({ Target: { Attribute: 'Properties', Name: name } })),
            },
          }))
        : [],
    NextToken: status === 'CREATE_COMPLETE' && more ? String(from + PAGE) : undefined,
  });
};

const execute = (work: Work): Answer => {
  const stack = stackOf(work);
  const found = changeSetOf(stack, work);
  if (stack === undefined || found === undefined) {
    return refuse(404, 'ChangeSetNotFound', `ChangeSet [${work.call.parameters.get('ChangeSetName')}] does not exist`);
  }
  const creates = stack.status === 'REVIEW_IN_PROGRESS';
  stack.under = { before: stack.template, wanted: found.template, pending: [...found.changes], creates };
  stack.tags = found.tags;
  stack.status = creates ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS';
  record(stack, stack.name, stack.status, 'User Initiated');
  stack.changeSets.clear();
  return answer('ExecuteChangeSet', {});
};

const describeStacks = (work: Work): Answer => {
  const { call, place } = work;
  const stack = stackOf(work);
  if (stack === undefined) return invalid(`Stack with id ${call.parameters.get('StackName')} does not exist`);
  const attribute = attributeOf(stack.template, call, place);
  const complete = /^(?:CREATE|UPDATE)_COMPLETE$|ROLLBACK_COMPLETE$/.test(stack.status);
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

const describeEvents = (work: Work): Answer => {
  const { call, place, cloud, contents } = work;
  const stack = stackOf(work);
  if (stack === undefined) return invalid(`Stack [${call.parameters.get('StackName')}] does not exist`);
  advance(stack, cloud, () => {
    if (contents !== undefined) settle(stack, call, place, contents);
  });
  return answer('DescribeStackEvents', {
    StackEvents: stack.events.map(({ id, resource, status, reason }) => ({
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
    case 'DescribeStacks':
      return describeStacks(work);
    case 'DescribeStackEvents':
      return describeEvents(work);
    default:
      return refuse(400, 'InvalidAction', `${call.name} is not known here`);
  }
};
