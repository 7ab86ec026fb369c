/** The calls of Amazon Bedrock AgentCore's control plane, in the HTTP shapes of the SDK's service model (2023-06-05). */
import type { Authorizer, Gateway, Harness, JsonObject, RegionContents, Runtime, Target, World } from '../world.ts';
import { agentCoreArn, gatewayUrl, type Place, roleArn } from './names.ts';
import { type Answer, type Call, json, type Page, page, refuse } from './wire.ts';

const CREATED = '2026-01-15T09:00:00.123456Z';

/** The call that a method and path name, or undefined. */
export const agentCoreCall = (method: string, segments: readonly string[]): string | undefined => {
  const [root, id, below, belowId, ...rest] = segments;
  if (rest.length > 0) return undefined;
  if (method === 'PUT' && root === 'gateways' && below === 'synchronizeTargets') return 'SynchronizeGatewayTargets';
  if (method === 'GET' && root === 'gateways') {
    if (id === undefined) return 'ListGateways';
    if (below === undefined) return 'GetGateway';
    if (below === 'targets') return belowId === undefined ? 'ListGatewayTargets' : 'GetGatewayTarget';
  }
  if (root === 'runtimes') {
    if (id === undefined) return method === 'POST' ? 'ListAgentRuntimes' : undefined;
    if (below === undefined) return method === 'GET' ? 'GetAgentRuntime' : undefined;
    if (below === 'runtime-endpoints' && belowId === undefined && method === 'POST') return 'ListAgentRuntimeEndpoints';
  }
  if (method === 'GET' && root === 'harnesses') {
    if (id === undefined) return 'ListHarnesses';
    if (below === undefined) return 'GetHarness';
    if (below === 'endpoints' && belowId === undefined) return 'ListHarnessEndpoints';
  }
  if (method === 'GET' && root === 'tags' && id !== undefined && below === undefined) return 'ListTagsForResource';
  return undefined;
};

interface Context {
  readonly call: Call;
  readonly place: Place;
  readonly contents: RegionContents;
  /** No page is longer, whatever was asked for. */
  readonly pageLimit: number;
}

const optional = (key: string, value: string | undefined): JsonObject => (value === undefined ? {} : { [key]: value });

const authorizerConfiguration = (authorizer: Authorizer | undefined): JsonObject => {
  switch (authorizer?.type) {
    case 'CUSTOM_JWT': {
      const { type: _, ...fields } = authorizer;
      return { authorizerConfiguration: { customJWTAuthorizer: fields } };
    }
    case 'OTHER':
      return authorizer.configuration === undefined ? {} : { authorizerConfiguration: authorizer.configuration };
    default:
      return {};
  }
};

const gatewaySummary = (gateway: Gateway): JsonObject => ({
  gatewayId: gateway.id,
  name: gateway.name,
  status: gateway.status,
  ...optional('description', gateway.description),
  createdAt: CREATED,
  updatedAt: gateway.updatedAt,
  authorizerType: gateway.authorizer.type === 'OTHER' ? gateway.authorizer.name : gateway.authorizer.type,
  ...optional('protocolType', gateway.protocolType),
});

const gatewayDetails = (gateway: Gateway, world: World, place: Place): JsonObject => ({
  ...gatewaySummary(gateway),
  gatewayArn: agentCoreArn(world.partition, place, `gateway/${gateway.id}`),
  gatewayUrl: gateway.url ?? gatewayUrl(world.partition, place.region, gateway.id),
  roleArn: roleArn(world.partition, place.account, 'GatewayService'),
  ...(gateway.protocolType === 'MCP' && { protocolConfiguration: { mcp: { supportedVersions: ['2025-06-18'] } } }),
  ...authorizerConfiguration(gateway.authorizer),
  ...gateway.details,
});

const targetSummary = (target: Target): JsonObject => ({
  targetId: target.id,
  name: target.name,
  status: target.status,
  ...optional('description', target.description),
  createdAt: CREATED,
  updatedAt: CREATED,
  ...optional('targetType', target.targetType),
  ...optional('lastSynchronizedAt', target.synchronizedAt),
});

const targetDetails = (target: Target, gatewayArn: string): JsonObject => {
  const { targetType: _, ...fields } = targetSummary(target);
  return {
    ...fields,
    gatewayArn,
    targetConfiguration: target.configuration,
    credentialProviderConfigurations: target.outbound ?? [{ credentialProviderType: 'GATEWAY_IAM_ROLE' }],
  };
};

const runtimeSummary = (runtime: Runtime, arn: string): JsonObject => ({
  agentRuntimeArn: arn,
  agentRuntimeId: runtime.id,
  agentRuntimeVersion: runtime.version,
  agentRuntimeName: runtime.name,
  description: runtime.description,
  lastUpdatedAt: runtime.updatedAt,
  status: runtime.status,
});

const runtimeDetails = (runtime: Runtime, arn: string, role: string): JsonObject => ({
  ...runtimeSummary(runtime, arn),
  createdAt: CREATED,
  roleArn: role,
  networkConfiguration: { networkMode: 'PUBLIC' },
  lifecycleConfiguration: { idleRuntimeSessionTimeout: 900, maxLifetime: 28_800 },
  ...(runtime.serverProtocol !== undefined && {
    protocolConfiguration: { serverProtocol: runtime.serverProtocol },
  }),
  environmentVariables: runtime.environmentVariables,
  ...authorizerConfiguration(runtime.authorizer),
  ...runtime.details,
});

const endpointList = (runtime: Runtime, arn: string): JsonObject[] =>
  runtime.endpoints.map(({ name, status, liveVersion, description }) => ({
    name,
    id: name,
    agentRuntimeArn: arn,
    agentRuntimeEndpointArn: `${arn}/runtime-endpoint/${name}`,
    status,
    createdAt: CREATED,
    lastUpdatedAt: CREATED,
    liveVersion,
    targetVersion: liveVersion,
    ...optional('description', description),
  }));

const notFound = (what: string, id: string): Answer =>
  refuse(404, 'ResourceNotFoundException', `${what} with identifier ${id} was not found`);

/** One page of a listing, or the refusal of its parameters. `most` is also what is given when nothing is asked for. */
const listing = <T>(
  context: Context,
  list: { all: readonly T[]; idOf: (item: T) => string; most: number },
  answer: (page: Page<T>) => JsonObject,
): Answer => {
  const { parameters, segments, name } = context.call;
  const asked = parameters.get('maxResults');
  const size = asked === null ? list.most : Number(asked);
  if (!Number.isInteger(size) || size < 1 || size > list.most) {
    return refuse(400, 'ValidationException', `maxResults must be between 1 and ${list.most}`);
  }
  const scope = [context.place.account, context.place.region, name, segments[1] ?? ''].join('/');
  const request = { token: parameters.get('nextToken'), size: Math.min(size, context.pageLimit), scope };
  const found = page(list.all, list.idOf, request);
  if (found === undefined) return refuse(400, 'ValidationException', 'Invalid nextToken');
  return json({ ...answer(found), ...optional('nextToken', found.nextToken) });
};

const tagsOf = (context: Context, arn: string): Answer => {
  const { world } = context.call;
  const prefix = agentCoreArn(world.partition, context.place, '');
  const [kind, id] = arn.startsWith(prefix) ? arn.slice(prefix.length).split('/') : [];
  const { gateways, runtimes, harnesses } = context.contents;
  if (kind === 'harness' && harnesses.some((item) => item.id === id)) return json({ tags: {} });
  const list = kind === 'gateway' ? gateways : kind === 'runtime' ? runtimes : [];
  const found = list.find((item) => item.id === id);
  return found ? json({ tags: found.tags }) : notFound('Resource', arn);
};

const gatewayCall = (context: Context): Answer => {
  const { call, place, contents } = context;
  const { world } = call;
  const [, id = '', , belowId = ''] = call.segments;
  const gateway = contents.gateways.find((item) => item.id === id);
  if (!gateway) return notFound('Gateway', id);
  if (call.name === 'GetGateway') return json(gatewayDetails(gateway, world, place));
  if (call.name === 'SynchronizeGatewayTargets') {
    const { targetIdList } = call.body;
    const asked = gateway.targets.filter(({ id: one }) => Array.isArray(targetIdList) && targetIdList.includes(one));
    if (asked.length !== 1) return refuse(400, 'ValidationException', 'targetIdList has one item');
    for (const item of asked) item.status = 'SYNCHRONIZING';
    return json({ targets: asked.map((item) => targetDetails(item, '')) });
  }
  if (call.name === 'ListGatewayTargets') {
    // Each look at the targets ends what went on before it.
    const shown = gateway.targets.map((item) => ({ ...item }));
    for (const item of gateway.targets.filter(({ status }) => status === 'SYNCHRONIZING')) {
      item.status = item.afterwards ?? 'READY';
      if (item.status === 'READY') item.synchronizedAt = new Date(call.now).toISOString();
    }
    return listing(context, { all: shown, idOf: (item) => item.id, most: 1000 }, (found) => ({
      items: found.items.map(targetSummary),
    }));
  }
  const target = gateway.targets.find((item) => item.id === belowId);
  if (!target) return notFound('Target', belowId);
  return json(targetDetails(target, agentCoreArn(world.partition, place, `gateway/${id}`)));
};

/** A resource that a path names, with its ARN. */
const named = <Item extends { readonly id: string }>(
  { call, place }: Context,
  { items, type }: { readonly items: readonly Item[]; readonly type: string },
): { readonly item: Item; readonly arn: string } | undefined => {
  const id = call.segments[1] ?? '';
  const item = items.find((one) => one.id === id);
  return item && { item, arn: agentCoreArn(call.world.partition, place, `${type}/${id}`) };
};

const runtimeCall = (context: Context): Answer => {
  const { call, place, contents } = context;
  const { world } = call;
  const found = named(context, { items: contents.runtimes, type: 'runtime' });
  if (!found) return notFound('Agent runtime', call.segments[1] ?? '');
  const { item: runtime, arn } = found;
  if (call.name === 'GetAgentRuntime') {
    return json(runtimeDetails(runtime, arn, roleArn(world.partition, place.account, 'RuntimeService')));
  }
  return listing(context, { all: runtime.endpoints, idOf: (item) => item.name, most: 100 }, (shown) => ({
    runtimeEndpoints: endpointList({ ...runtime, endpoints: [...shown.items] }, arn),
  }));
};

const harnessSummary = (harness: Harness, arn: string): JsonObject => ({
  harnessId: harness.id,
  harnessName: harness.name,
  arn,
  status: harness.status,
  harnessVersion: '1',
  createdAt: CREATED,
  updatedAt: harness.updatedAt,
});

const harnessEndpoints = (harness: Harness, arn: string, endpoints: Harness['endpoints']): JsonObject[] =>
  endpoints.map(({ name, status, liveVersion, description }) => ({
    harnessId: harness.id,
    harnessName: harness.name,
    endpointName: name,
    arn: `${arn}/endpoint/${name}`,
    status,
    createdAt: CREATED,
    updatedAt: CREATED,
    liveVersion,
    ...optional('description', description),
  }));

const harnessCall = (context: Context): Answer => {
  const { call, place, contents } = context;
  const { world } = call;
  const found = named(context, { items: contents.harnesses, type: 'harness' });
  if (!found) return notFound('Harness', call.segments[1] ?? '');
  const { item: harness, arn } = found;
  if (call.name === 'GetHarness') {
    return json({
      harness: {
        ...harnessSummary(harness, arn),
        executionRoleArn: roleArn(world.partition, place.account, 'HarnessService'),
        model: { bedrockModelConfig: { modelId: 'global.model' } },
        systemPrompt: [{ text: 'Be helpful.' }],
        tools: [],
        skills: [],
        allowedTools: [],
        environmentVariables: harness.environmentVariables,
        ...authorizerConfiguration(harness.authorizer),
      },
    });
  }
  return listing(context, { all: harness.endpoints, idOf: (item) => item.name, most: 100 }, (shown) => ({
    endpoints: harnessEndpoints(harness, arn, [...shown.items]),
  }));
};

/** Answers one AgentCore call of an account in a Region that has AgentCore and that the account enabled. */
export const agentCore = (call: Call, account: string, pageLimit: number): Answer => {
  const place = { account, region: call.region };
  const contents = call.world.accounts[account]?.regions[call.region];
  const context: Context = {
    call,
    place,
    contents: contents ?? { gateways: [], runtimes: [], harnesses: [], userPools: {}, secrets: {} },
    pageLimit,
  };
  switch (call.name) {
    case 'ListGateways':
      return listing(context, { all: context.contents.gateways, idOf: (item) => item.id, most: 1000 }, (found) => ({
        items: found.items.map(gatewaySummary),
      }));
    case 'ListAgentRuntimes':
      return listing(context, { all: context.contents.runtimes, idOf: (item) => item.id, most: 100 }, (found) => ({
        agentRuntimes: found.items.map((item) =>
          runtimeSummary(item, agentCoreArn(call.world.partition, place, `runtime/${item.id}`)),
        ),
      }));
    case 'ListHarnesses':
      return listing(context, { all: context.contents.harnesses, idOf: (item) => item.id, most: 100 }, (found) => ({
        harnesses: found.items.map((item) =>
          harnessSummary(item, agentCoreArn(call.world.partition, place, `harness/${item.id}`)),
        ),
      }));
    case 'GetHarness':
    case 'ListHarnessEndpoints':
      return harnessCall(context);
    case 'ListTagsForResource':
      return tagsOf(context, call.segments[1] ?? '');
    case 'GetAgentRuntime':
    case 'ListAgentRuntimeEndpoints':
      return runtimeCall(context);
    default:
      return gatewayCall(context);
  }
};
