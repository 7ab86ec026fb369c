import type { AuthorizerDefinition, GatewayDefinition } from '../model/generated/gateway.ts';
import { type Answer, mapOf, others, present, textOf, textsOf } from './answers.ts';
import { type Collected, targetOf } from './pull-target.ts';

/** A gateway with its targets as AWS answers GetGateway and GetGatewayTarget. */
export interface LiveAnswer {
  readonly gateway: Answer;
  readonly targets: readonly Answer[];
}

/** What a definition becomes of an answer. */
export interface Pulled {
  readonly definition: GatewayDefinition;
  /** Documents that stood in the answer, by their path beside the definition. */
  readonly documents: ReadonlyMap<string, string>;
  /** What stands in the answer and no key holds, in words: `target crm: mcp.openApiSchema.…`. */
  readonly unheld: readonly string[];
}

const MATCHES = { EQUALS: 'EQUALS', CONTAINS: 'CONTAINS', CONTAINS_ANY: 'CONTAINS_ANY' } as const;

type Claim = NonNullable<Extract<AuthorizerDefinition, { type: 'CUSTOM_JWT' }>['claims']>[number];

const claimOf = (value: unknown): Claim | undefined => {
  const { inboundTokenClaimName: name, inboundTokenClaimValueType: type, authorizingClaimMatchValue } = mapOf(value);
  const { claimMatchOperator, claimMatchValue } = mapOf(authorizingClaimMatchValue);
  const { matchValueString, matchValueStringList } = mapOf(claimMatchValue);
  const operator = MATCHES[claimMatchOperator as keyof typeof MATCHES];
  const values =
    textsOf(matchValueStringList) ?? (textOf(matchValueString) === undefined ? [] : [textOf(matchValueString) ?? '']);
  if (typeof name !== 'string' || (type !== 'STRING' && type !== 'STRING_ARRAY') || operator === undefined)
    return undefined;
  return { name, type, operator, values };
};

const authorizerOf = ({
  authorizerType,
  authorizerConfiguration,
}: Answer): [AuthorizerDefinition, readonly string[]] => {
  if (authorizerType === 'AWS_IAM' || authorizerType === 'AUTHENTICATE_ONLY') return [{ type: authorizerType }, []];
  if (authorizerType !== 'CUSTOM_JWT') {
    return [{ type: 'NONE' }, authorizerType === 'NONE' ? [] : [`authorizerType ${String(authorizerType)}`]];
  }
  const jwt = mapOf(mapOf(authorizerConfiguration)['customJWTAuthorizer']);
  const { discoveryUrl, allowedAudience, allowedClients, allowedScopes, customClaims } = jwt;
  const claims = Array.isArray(customClaims) ? customClaims.map(claimOf) : [];
  const known = ['discoveryUrl', 'allowedAudience', 'allowedClients', 'allowedScopes', 'customClaims'];
  const where = 'authorizerConfiguration.customJWTAuthorizer.';
  const held = claims.filter((claim) => claim !== undefined);
  return [
    present({
      type: 'CUSTOM_JWT' as const,
      discoveryUrl: textOf(discoveryUrl) ?? '',
      audience: textsOf(allowedAudience),
      clients: textsOf(allowedClients),
      scopes: textsOf(allowedScopes),
      claims: held.length === 0 ? undefined : held,
    }),
    [...others(jwt, known, where), ...(held.length === claims.length ? [] : [`${where}customClaims`])],
  ];
};

const protocolOf = ({
  protocolType,
  protocolConfiguration,
}: Answer): [GatewayDefinition['protocol'], readonly string[]] => {
  if (protocolType !== 'MCP') return [undefined, []];
  const mcp = mapOf(mapOf(protocolConfiguration)['mcp']);
  const seconds = mapOf(mcp['sessionConfiguration'])['sessionTimeoutInSeconds'];
  const streaming = mapOf(mcp['streamingConfiguration'])['enableResponseStreaming'];
  return [
    present({
      versions: textsOf(mcp['supportedVersions']),
      search: mcp['searchType'] === 'SEMANTIC' ? ('semantic' as const) : undefined,
      instructions: textOf(mcp['instructions']),
      sessionSeconds: typeof seconds === 'number' ? seconds : undefined,
      streaming: typeof streaming === 'boolean' ? streaming : undefined,
    }),
    others(
      mcp,
      ['supportedVersions', 'searchType', 'instructions', 'sessionConfiguration', 'streamingConfiguration'],
      'protocolConfiguration.mcp.',
    ),
  ];
};

const interceptorsOf = (value: unknown): [GatewayDefinition['interceptors'], readonly string[]] => {
  if (!Array.isArray(value) || value.length === 0) return [undefined, []];
  const unheld: string[] = [];
  const held = value.map((one) => {
    const { interceptor, interceptionPoints, inputConfiguration, ...more } = mapOf(one);
    const { passRequestHeaders, ...input } = mapOf(inputConfiguration);
    unheld.push(...others({ ...more, ...input }, [], 'interceptorConfigurations.'));
    const points = (textsOf(interceptionPoints) ?? []).filter((point) => point === 'REQUEST' || point === 'RESPONSE');
    return present({
      lambda: textOf(mapOf(mapOf(interceptor)['lambda'])['arn']) ?? '',
      points,
      passRequestHeaders: typeof passRequestHeaders === 'boolean' ? passRequestHeaders : undefined,
    });
  });
  return [held, unheld];
};

/** Keys of GetGateway's answer that a definition holds, or that AWS makes itself. */
const GATEWAY_KEYS: readonly string[] = [
  '$metadata',
  'gatewayArn',
  'gatewayId',
  'gatewayUrl',
  'createdAt',
  'updatedAt',
  'status',
  'statusReasons',
  'workloadIdentityDetails',
  'name',
  'description',
  'roleArn',
  'protocolType',
  'protocolConfiguration',
  'authorizerType',
  'authorizerConfiguration',
  'kmsKeyArn',
  'interceptorConfigurations',
  'policyEngineConfiguration',
  'exceptionLevel',
  'webAclArn',
  'wafConfiguration',
];

const webAclOf = ({ webAclArn, wafConfiguration }: Answer): GatewayDefinition['webAcl'] => {
  const arn = textOf(webAclArn);
  if (arn === undefined) return undefined;
  const mode = mapOf(wafConfiguration)['failureMode'];
  return present({ arn, failOpen: typeof mode === 'string' ? mode === 'FAIL_OPEN' : undefined });
};

const policiesOf = ({ policyEngineConfiguration }: Answer): GatewayDefinition['policies'] => {
  const { arn, mode } = mapOf(policyEngineConfiguration);
  const engine = textOf(arn);
  if (engine === undefined) return undefined;
  return present({ engine, mode: mode === 'LOG_ONLY' ? ('LOG_ONLY' as const) : ('ENFORCE' as const) });
};

/**
 * The definition that AWS's answers give, targets by name; the same for the same answers. Secrets stand in none of them:
 * providers are named by their ARN. What no key holds is told.
 */
export const definitionOfLive = ({ gateway, targets }: LiveAnswer): Pulled => {
  const name = textOf(gateway['name']) ?? '';
  const collected: Collected = { folder: `${name}.documents`, documents: new Map() };
  const forms = targets
    .toSorted((left, right) => (String(left['name']) < String(right['name']) ? -1 : 1))
    .map((target) => targetOf(target, collected));
  const [authorizer, jwt] = authorizerOf(gateway);
  const [protocol, mcp] = protocolOf(gateway);
  const [interceptors, intercepted] = interceptorsOf(gateway['interceptorConfigurations']);
  const held = forms.flatMap(([form]) => form ?? []);
  const definition: GatewayDefinition = present({
    kind: 'gateway-definition' as const,
    form: 1 as const,
    description: textOf(gateway['description']),
    role: { type: 'given' as const, arn: textOf(gateway['roleArn']) ?? '' },
    protocol,
    authorizer,
    policies: policiesOf(gateway),
    interceptors,
    webAcl: webAclOf(gateway),
    kmsKey: textOf(gateway['kmsKeyArn']),
    debugErrors: gateway['exceptionLevel'] === 'DEBUG' ? true : undefined,
    targets: held.length === 0 ? undefined : held,
  });
  return {
    definition,
    documents: collected.documents,
    unheld: [
      ...jwt,
      ...mcp,
      ...intercepted,
      ...others(gateway, GATEWAY_KEYS, ''),
      ...forms.flatMap(([, unheld]) => unheld),
    ],
  };
};
