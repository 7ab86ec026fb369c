import type { AuthorizerDefinition, GatewayDefinition, ProviderDefinition } from '../model/generated/gateway.ts';
import { type Pool, poolFor } from './cognito.ts';
import type { Definition } from './definition.ts';
import { GATEWAY, needsOf, POLICY_ENGINE, statementsOf, trustPolicy, WEB_ACL } from './permissions.ts';
import { engineResources } from './policy-resources.ts';
import { extraOf, targetProperties } from './targets.ts';
import {
  attribute,
  given,
  joined,
  logicalId,
  type Resource,
  ref,
  type Template,
  type TemplateValue,
  tagList,
} from './template.ts';
import type { GatewayWorld } from './world.ts';

type Resources = Readonly<Record<string, Resource>>;

const MATCH = {
  EQUALS: ([value = '']: readonly string[]): TemplateValue => ({ MatchValueString: value }),
  CONTAINS: ([value = '']: readonly string[]): TemplateValue => ({ MatchValueString: value }),
  CONTAINS_ANY: (values: readonly string[]): TemplateValue => ({ MatchValueStringList: values }),
} as const;

const jwt = (authorizer: Extract<AuthorizerDefinition, { type: 'CUSTOM_JWT' }>): TemplateValue => ({
  CustomJWTAuthorizer: given({
    DiscoveryUrl: authorizer.discoveryUrl,
    AllowedAudience: authorizer.audience,
    AllowedClients: authorizer.clients,
    AllowedScopes: authorizer.scopes,
    CustomClaims: authorizer.claims?.map(({ name, type, operator, values }) => ({
      InboundTokenClaimName: name,
      InboundTokenClaimValueType: type,
      AuthorizingClaimMatchValue: { ClaimMatchOperator: operator, ClaimMatchValue: MATCH[operator](values) },
    })),
  }),
});

/** The authorizer's two properties, and the pool that is made for it. */
const authorizerOf = (
  authorizer: AuthorizerDefinition,
  pool: Pool | undefined,
): Readonly<Record<string, TemplateValue>> => {
  switch (authorizer.type) {
    case 'CUSTOM_JWT':
      return { AuthorizerType: 'CUSTOM_JWT', AuthorizerConfiguration: jwt(authorizer) };
    case 'ez-auth':
      return {
        AuthorizerType: 'CUSTOM_JWT',
        AuthorizerConfiguration: {
          CustomJWTAuthorizer: {
            DiscoveryUrl: pool?.discoveryUrl ?? '',
            AllowedClients: [pool?.clientId ?? '', ...(pool?.userClientId === undefined ? [] : [pool.userClientId])],
          },
        },
      };
    case 'AWS_IAM':
    case 'AUTHENTICATE_ONLY':
    case 'NONE':
      return { AuthorizerType: authorizer.type };
  }
};

const protocolOf = ({ protocol }: GatewayDefinition): Readonly<Record<string, TemplateValue>> => {
  if (protocol === undefined) return {};
  const { versions, search, instructions, sessionSeconds, streaming } = protocol;
  const mcp = given({
    SupportedVersions: versions,
    SearchType: search === undefined ? undefined : 'SEMANTIC',
    Instructions: instructions,
    SessionConfiguration: sessionSeconds === undefined ? undefined : { SessionTimeoutInSeconds: sessionSeconds },
    StreamingConfiguration: streaming === undefined ? undefined : { EnableResponseStreaming: streaming },
  });
  return given({
    ProtocolType: 'MCP',
    ProtocolConfiguration: Object.keys(mcp).length === 0 ? undefined : { Mcp: mcp },
  });
};

const gatewayResource = (definition: Definition, pool: Pool | undefined, role: TemplateValue): Resource => {
  const { value, place } = definition;
  const { policies, webAcl, interceptors } = value;
  return {
    Type: 'AWS::BedrockAgentCore::Gateway',
    Properties: given({
      Name: place.name,
      Description: value.description,
      RoleArn: role,
      ...protocolOf(value),
      ...authorizerOf(value.authorizer, pool),
      InterceptorConfigurations: interceptors?.map(({ lambda, points, passRequestHeaders }) =>
        given({
          Interceptor: { Lambda: { Arn: lambda } },
          InterceptionPoints: points,
          InputConfiguration: passRequestHeaders === undefined ? undefined : { PassRequestHeaders: passRequestHeaders },
        }),
      ),
      PolicyEngineConfiguration:
        policies === undefined
          ? undefined
          : {
              Arn: policies.engine ?? attribute(POLICY_ENGINE, 'PolicyEngineArn'),
              Mode: policies.mode ?? 'ENFORCE',
            },
      KmsKeyArn: value.kmsKey,
      ExceptionLevel: value.debugErrors === true ? 'DEBUG' : undefined,
      WafConfiguration:
        webAcl?.failOpen === undefined ? undefined : { FailureMode: webAcl.failOpen ? 'FAIL_OPEN' : 'FAIL_CLOSE' },
      Tags: value.tags,
      ...extraOf(value.extra),
    }),
  };
};

const providerPool = (
  name: string,
  provider: Extract<ProviderDefinition, { type: 'cognito' }>,
  { definition, world }: { readonly definition: Definition; readonly world: GatewayWorld },
): Pool =>
  poolFor({
    place: definition.place,
    dnsSuffix: world.dnsSuffix(definition.place.region),
    of: name,
    ...wishes(provider),
    ...tags(definition.value),
  });

const providerResources = (
  [name, provider]: readonly [string, ProviderDefinition],
  { definition, world }: { readonly definition: Definition; readonly world: GatewayWorld },
): Resources => {
  const { place, value } = definition;
  const id = logicalId('Provider', name);
  const Name = `${place.name}-${name}`;
  const Tags = tagList(value.tags);
  const oauth = (config: Readonly<Record<string, TemplateValue>>): Resource => ({
    Type: 'AWS::BedrockAgentCore::OAuth2CredentialProvider',
    Properties: given({
      Name,
      CredentialProviderVendor: 'CustomOauth2',
      Oauth2ProviderConfigInput: { CustomOauth2ProviderConfig: config },
      Tags,
    }),
  });
  switch (provider.type) {
    case 'api-key':
      return {
        [id]: {
          Type: 'AWS::BedrockAgentCore::ApiKeyCredentialProvider',
          Properties: given({
            Name,
            ApiKeySecretSource: 'EXTERNAL',
            ApiKeySecretConfig: { SecretId: provider.secret, JsonKey: provider.jsonKey },
            Tags,
          }),
        },
      };
    case 'oauth':
      return {
        [id]: oauth({
          OauthDiscovery:
            provider.server === undefined
              ? { DiscoveryUrl: provider.discoveryUrl ?? '' }
              : {
                  AuthorizationServerMetadata: {
                    Issuer: provider.server.issuer,
                    AuthorizationEndpoint: provider.server.authorizationEndpoint,
                    TokenEndpoint: provider.server.tokenEndpoint,
                  },
                },
          ClientId: provider.clientId,
          ClientSecretSource: 'EXTERNAL',
          ClientSecretConfig: { SecretId: provider.secret, JsonKey: provider.jsonKey },
        }),
      };
    case 'cognito': {
      const pool = providerPool(name, provider, { definition, world });
      return {
        ...pool.resources,
        [id]: oauth({
          OauthDiscovery: { DiscoveryUrl: pool.discoveryUrl },
          ClientId: pool.clientId,
          ClientSecretSource: 'EXTERNAL',
          ClientSecretConfig: { SecretId: ref(logicalId('Secret', name)), JsonKey: 'clientSecret' },
        }),
        // A secret of its own: the role may read this one, and no other by a wildcard.
        [logicalId('Secret', name)]: {
          Type: 'AWS::SecretsManager::Secret',
          Properties: given({
            Description: `Client secret of ${Name}`,
            SecretString: joined(['{"clientSecret":"', pool.clientSecret, '"}']),
            Tags,
          }),
        },
      };
    }
  }
};

const tags = ({ tags: all }: GatewayDefinition) => (all === undefined ? {} : { tags: all });

const wishes = ({ scopes, domain }: { readonly scopes?: readonly string[]; readonly domain?: string }) => ({
  ...(scopes === undefined ? {} : { scopes }),
  ...(domain === undefined ? {} : { domain }),
});

const poolOf = ({ place, value }: Definition, world: GatewayWorld): Pool | undefined => {
  const { authorizer } = value;
  if (authorizer.type !== 'ez-auth') return undefined;
  return poolFor({
    place,
    dnsSuffix: world.dnsSuffix(place.region),
    of: '',
    ...wishes(authorizer),
    ...tags(value),
    users: authorizer.users === true,
  });
};

/** The role that is made, and its policy. The policy is a resource of its own: it names the gateway, which names the role. */
const roleResources = (definition: Definition, world: GatewayWorld): Resources => {
  const { value, place } = definition;
  if (value.role.type !== 'made') return {};
  const permissions = (value.role.permissions ?? []).flatMap(({ actions, resources }) =>
    resources.flatMap((resource) => actions.map((action) => ({ action, resource, why: 'role.permissions' }))),
  );
  const statements = statementsOf([...needsOf(definition, world), ...permissions]);
  const boundary = world.trust.permissionsBoundary;
  return {
    GatewayRole: {
      Type: 'AWS::IAM::Role',
      Properties: given({
        Path: '/agentcore-sync/',
        AssumeRolePolicyDocument: trustPolicy(definition, world),
        PermissionsBoundary:
          boundary === undefined
            ? undefined
            : `arn:${world.partition(place.region)}:iam::${place.account}:policy/${boundary}`,
        Tags: tagList(value.tags),
      }),
    },
    ...(statements.length === 0
      ? {}
      : {
          GatewayRolePolicy: {
            Type: 'AWS::IAM::RolePolicy',
            Properties: {
              PolicyName: 'gateway',
              RoleName: ref('GatewayRole'),
              PolicyDocument: { Version: '2012-10-17', Statement: statements },
            },
          },
        }),
  };
};

/** What a runtime behind a target has to accept: the pool and client that are made for the target's provider. */
const providerOutputs = (definition: Definition, world: GatewayWorld): Template['Outputs'] =>
  Object.fromEntries(
    Object.entries(definition.value.providers ?? {}).flatMap(([name, provider]) => {
      if (provider.type !== 'cognito') return [];
      const pool = providerPool(name, provider, { definition, world });
      return [
        [
          logicalId('DiscoveryUrl', name),
          { Description: `What a runtime behind ${name} accepts tokens of.`, Value: pool.discoveryUrl },
        ],
        [logicalId('ClientId', name), { Description: `Its client for ${name}.`, Value: pool.clientId }],
        [
          logicalId('SecretArn', name),
          { Description: `Where the client's secret for ${name} lies.`, Value: ref(logicalId('Secret', name)) },
        ],
      ];
    }),
  );

const outputsOf = (definition: Definition, pool: Pool | undefined, world: GatewayWorld): Template['Outputs'] => ({
  ...providerOutputs(definition, world),
  Endpoint: { Description: 'Where callers reach the gateway.', Value: attribute(GATEWAY, 'GatewayUrl') },
  GatewayArn: { Description: 'The gateway.', Value: attribute(GATEWAY, 'GatewayArn') },
  ...(pool === undefined
    ? {}
    : {
        DiscoveryUrl: { Description: 'The issuer whose tokens the gateway accepts.', Value: pool.discoveryUrl },
        ClientId: { Description: "The machine's client.", Value: pool.clientId },
        Scopes: { Description: 'Scopes that it asks for.', Value: pool.scopes.join(' ') },
        TokenEndpoint: { Description: 'Where it gets tokens.', Value: pool.tokenEndpoint },
        UserPoolArn: {
          Description: "The pool; the client's secret is read from it, and stands nowhere else.",
          Value: pool.poolArn,
        },
        ...(pool.userClientId === undefined
          ? {}
          : { UserClientId: { Description: "People's client.", Value: pool.userClientId } }),
      }),
  ...(definition.value.role.type === 'made'
    ? { RoleArn: { Description: "The gateway's role.", Value: attribute('GatewayRole', 'Arn') } }
    : {}),
});

/**
 * The CloudFormation template of a definition: one stack with its providers, role, pool and policies. It is the same for the
 * same definition, and holds no secret. What the check refuses is rendered as far as it goes.
 */
export const renderTemplate = (definition: Definition, world: GatewayWorld): Template => {
  const { value, place } = definition;
  const pool = poolOf(definition, world);
  const roles = roleResources(definition, world);
  const role = value.role.type === 'given' ? value.role.arn : attribute('GatewayRole', 'Arn');
  const waits = 'GatewayRolePolicy' in roles ? { DependsOn: ['GatewayRolePolicy'] } : {};
  const targets = (value.targets ?? []).map((target): readonly [string, Resource] => [
    logicalId('Target', target.name),
    {
      Type: 'AWS::BedrockAgentCore::GatewayTarget',
      ...waits,
      Properties: {
        GatewayIdentifier: attribute(GATEWAY, 'GatewayIdentifier'),
        ...targetProperties(target, { definition, world }),
      },
    },
  ]);
  const webAcl: Resources =
    value.webAcl === undefined
      ? {}
      : {
          [WEB_ACL]: {
            Type: 'AWS::WAFv2::WebACLAssociation',
            Properties: { ResourceArn: attribute(GATEWAY, 'GatewayArn'), WebACLArn: value.webAcl.arn },
          },
        };
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `AgentCore gateway ${place.name}`,
    Resources: {
      ...roles,
      ...pool?.resources,
      ...Object.assign(
        {},
        ...Object.entries(value.providers ?? {}).map((one) => providerResources(one, { definition, world })),
      ),
      ...engineResources(definition, world),
      [GATEWAY]: gatewayResource(definition, pool, role),
      ...webAcl,
      ...Object.fromEntries(targets),
    },
    Outputs: outputsOf(definition, pool, world),
  };
};

/** The name of a definition's stack. */
export const stackName = ({ place }: Pick<Definition, 'place'>): string => `agentcore-sync-${place.name}`;

/** Where a definition's template is written, below the folder that is asked for. */
export const templatePath = ({ place }: Pick<Definition, 'place'>): string =>
  `${place.account}/${place.region}/${place.name}.template.yaml`;
