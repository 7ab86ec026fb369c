import type { TargetDefinition } from '../model/generated/gateway.ts';
import type { Definition, GatewayPlace } from './definition.ts';
import { runtimeIn } from './destinations.ts';
import { readDocument } from './documents.ts';
import { runtimeArn } from './runtimes.ts';
import { attribute, joined, logicalId, ref, type TemplateValue } from './template.ts';
import type { GatewayWorld } from './world.ts';

/** One thing that a gateway's role must be allowed, and for what. */
export interface Need {
  readonly action: string;
  readonly resource: TemplateValue;
  readonly why: string;
}

/** The gateway's logical name in every template. */
export const GATEWAY = 'Gateway';

/** The logical name of the policy engine that is made. No kind of resource begins with the whole name of another. */
export const POLICY_ENGINE = 'CedarEngine';

/** The logical name of what puts a web ACL before the gateway. */
export const WEB_ACL = 'WebAclAssociation';

const VAULT =
  /^arn:(?<partition>[a-z-]+):bedrock-agentcore:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):token-vault\/default\/(?<kind>oauth2|apikey)credentialprovider\/(?<name>[A-Za-z0-9_-]+)$/;

/**
 * Where AgentCore keeps the secret of a provider that exists: the end of its ARN is six characters that Secrets Manager chose.
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-prerequisites-permissions.html
 */
const managedSecret = (arn: string): string | undefined => {
  const { partition, region, account, kind, name } = VAULT.exec(arn)?.groups ?? {};
  return name === undefined
    ? undefined
    : `arn:${partition}:secretsmanager:${region}:${account}:secret:bedrock-agentcore-identity!default/${kind}/${name}-??????`;
};

/** Where a provider's secret lies: given by the definition, made with the pool, or kept by AgentCore. */
const secretOf = (name: string, definition: Definition): TemplateValue | undefined => {
  const provider = definition.value.providers?.[name];
  if (provider === undefined) return managedSecret(name);
  if (provider.type === 'cognito') return ref(logicalId('Secret', name));
  return provider.secret;
};

const providerArn = (name: string, definition: Definition): TemplateValue =>
  definition.value.providers?.[name] === undefined
    ? name
    : attribute(logicalId('Provider', name), 'CredentialProviderArn');

/** The provider's ARN as a target of the template names it. */
export { providerArn };

const base = ({ place }: Definition, { partition }: GatewayWorld): string =>
  `arn:${partition(place.region)}:bedrock-agentcore:${place.region}:${place.account}`;

/** What fetching a token or key through a provider takes. https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-prerequisites-permissions.html */
const providerNeeds = (target: TargetDefinition, definition: Definition, world: GatewayWorld): readonly Need[] => {
  const { outbound } = target;
  if (outbound?.type !== 'oauth' && outbound?.type !== 'api-key') return [];
  const why = `target ${target.name}`;
  const call = outbound.type === 'oauth' ? 'GetResourceOauth2Token' : 'GetResourceApiKey';
  const directory = `${base(definition, world)}:workload-identity-directory/default`;
  // A gateway's workload identity has the gateway's id for a name.
  const identity = joined([`${directory}/workload-identity/`, attribute(GATEWAY, 'GatewayIdentifier')]);
  const vault = `${base(definition, world)}:token-vault/default`;
  const secret = secretOf(outbound.provider, definition);
  return [
    ...[directory, identity].map((resource) => ({ action: 'bedrock-agentcore:GetWorkloadAccessToken', resource, why })),
    ...[directory, identity, vault, providerArn(outbound.provider, definition)].map((resource) => ({
      action: `bedrock-agentcore:${call}`,
      resource,
      why,
    })),
    ...(secret === undefined ? [] : [{ action: 'secretsmanager:GetSecretValue', resource: secret, why }]),
  ];
};

const s3Needs = (target: TargetDefinition, definition: Definition, world: GatewayWorld): readonly Need[] => {
  const documents = [
    'schema' in target ? target.schema : undefined,
    'tools' in target ? target.tools : undefined,
  ].flatMap((one) => one ?? []);
  return documents.flatMap((one) => {
    const document = readDocument(one, definition.place, world.files);
    if (document.type !== 's3') return [];
    const resource = `arn:${world.partition(definition.place.region)}:s3:::${document.uri.slice('s3://'.length)}`;
    return [{ action: 's3:GetObject', resource, why: `the document of target ${target.name}` }];
  });
};

/** What calling a runtime's endpoint takes. */
const invoking = (arn: string, qualifier = 'DEFAULT'): readonly Omit<Need, 'why'>[] =>
  [arn, `${arn}/runtime-endpoint/${qualifier}`].map((resource) => ({
    action: 'bedrock-agentcore:InvokeAgentRuntime',
    resource,
  }));

/** Requests that an MCP client makes. https://modelcontextprotocol.io/specification/2025-06-18/basic/transports */
const MCP_METHODS = ['DELETE', 'GET', 'POST'] as const;

/**
 * What a signed request to an address takes, as far as the address says it: a runtime, a gateway or an API of the gateway's own
 * account. A function's URL doesn't say which function it is.
 */
const signedEndpoint = (
  endpoint: string | undefined,
  { account }: GatewayPlace,
  partition: string,
): readonly Omit<Need, 'why'>[] => {
  const url = endpoint === undefined ? null : URL.parse(endpoint);
  if (url === null) return [];
  const runtime = runtimeIn(url.pathname);
  if (runtime !== undefined) return invoking(runtime, url.searchParams.get('qualifier') ?? undefined);
  const [, gateway, gatewayRegion] =
    /^([a-z0-9-]+)\.gateway\.bedrock-agentcore\.([a-z0-9-]+)\./.exec(url.hostname) ?? [];
  if (gateway !== undefined) {
    const resource = `arn:${partition}:bedrock-agentcore:${gatewayRegion}:${account}:gateway/${gateway}`;
    return [{ action: 'bedrock-agentcore:InvokeGateway', resource }];
  }
  const [, api, apiRegion] = /^([a-z0-9]+)\.execute-api\.([a-z0-9-]+)\./.exec(url.hostname) ?? [];
  if (api === undefined) return [];
  const [stage = '', ...path] = url.pathname.slice(1).split('/');
  return MCP_METHODS.map((method) => ({
    action: 'execute-api:Invoke',
    resource: `arn:${partition}:execute-api:${apiRegion}:${account}:${api}/${stage}/${method}/${path.join('/')}`,
  }));
};

const signedNeeds = (target: TargetDefinition, definition: Definition, world: GatewayWorld): readonly Need[] => {
  const { place } = definition;
  const why = `target ${target.name}`;
  switch (target.type) {
    case 'lambda':
      return [{ action: 'lambda:InvokeFunction', resource: target.lambda, why }];
    case 'apiGateway': {
      if (target.outbound?.type !== 'gateway-role') return [];
      const api = `arn:${world.partition(place.region)}:execute-api:${place.region}:${place.account}:${target.restApi}`;
      return target.filters.flatMap(({ path, methods }) =>
        methods.map((method) => ({
          action: 'execute-api:Invoke',
          resource: `${api}/${target.stage}/${method}${path.replaceAll(/\{[^/{}]+\}/g, '*')}`,
          why,
        })),
      );
    }
    case 'mcpServer':
    case 'runtime': {
      if (target.outbound?.type !== 'gateway-role') return [];
      if (target.runtime === undefined)
        return signedEndpoint(
          target.type === 'mcpServer' ? target.endpoint : undefined,
          place,
          world.partition(place.region),
        ).map((need) => ({ ...need, why }));
      const arn = runtimeArn(target.runtime, definition, world);
      const qualifier = target.type === 'runtime' ? target.qualifier : undefined;
      return arn === undefined ? [] : invoking(arn, qualifier).map((need) => ({ ...need, why }));
    }
    case 'openApi':
    case 'smithy':
    case 'passthrough':
    case 'connector':
      return [];
  }
};

const POLICY_ACTIONS = ['AuthorizeAction', 'PartiallyAuthorizeActions', 'GetPolicyEngine'] as const;

const policyNeeds = (definition: Definition): readonly Need[] => {
  const { policies } = definition.value;
  if (policies === undefined) return [];
  const engine = policies.engine ?? attribute(POLICY_ENGINE, 'PolicyEngineArn');
  const why = 'the policy engine';
  return POLICY_ACTIONS.flatMap((action) =>
    (action === 'GetPolicyEngine' ? [engine] : [engine, attribute(GATEWAY, 'GatewayArn')]).map((resource) => ({
      action: `bedrock-agentcore:${action}`,
      resource,
      why,
    })),
  );
};

/** Everything that a gateway's role must be allowed, by what needs it; nothing twice. */
export const needsOf = (definition: Definition, world: GatewayWorld): readonly Need[] => {
  const { targets = [], interceptors = [] } = definition.value;
  const needs = [
    ...interceptors.map(({ lambda }) => ({
      action: 'lambda:InvokeFunction',
      resource: lambda,
      why: 'an interceptor',
    })),
    ...policyNeeds(definition),
    ...targets.flatMap((target) => [
      ...signedNeeds(target, definition, world),
      ...providerNeeds(target, definition, world),
      ...s3Needs(target, definition, world),
    ]),
  ];
  return [...new Map(needs.map((need) => [JSON.stringify([need.action, need.resource]), need])).values()];
};

/** A need as people read it. */
export const needText = ({ action, resource, why }: Need): string =>
  `${action} on ${typeof resource === 'string' ? resource : JSON.stringify(resource)} for ${why}`;

/** Statements of a policy: what is allowed of one resource stands together. */
export const statementsOf = (needs: readonly Need[]): readonly TemplateValue[] => {
  const byActions = new Map<string, { readonly actions: Set<string>; readonly resource: TemplateValue }>();
  for (const { action, resource } of needs) {
    const key = JSON.stringify(resource);
    const row = byActions.get(key) ?? { actions: new Set<string>(), resource };
    row.actions.add(action);
    byActions.set(key, row);
  }
  return [...byActions.values()].map(({ actions, resource }) => ({
    Effect: 'Allow',
    Action: [...actions].sort(),
    Resource: resource,
  }));
};

/** Who may take the role: AgentCore, for gateways of this account and Region. */
export const trustPolicy = (definition: Definition, world: GatewayWorld): TemplateValue => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'bedrock-agentcore.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': definition.place.account },
        ArnLike: { 'aws:SourceArn': joined([`${base(definition, world)}:gateway/${gatewayPrefix(definition)}-*`]) },
      },
    },
  ],
});

/** How AWS begins the id of a gateway: its name in small letters. */
const gatewayPrefix = ({ place }: Definition): string => place.name.toLowerCase();
