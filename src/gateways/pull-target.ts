import type { OutboundDefinition, TargetDefinition } from '../model/generated/gateway.ts';
import { isObject } from '../model/json.ts';
import { type Answer, mapOf, others, present, textOf, textsOf } from './answers.ts';

/** Documents of one definition while they are collected. */
export interface Collected {
  readonly folder: string;
  readonly documents: Map<string, string>;
}

const documentOf = (
  value: unknown,
  target: string,
  { folder, documents }: Collected,
): string | { s3: string; bucketOwner?: string } | undefined => {
  const { s3, inlinePayload } = mapOf(value);
  const { uri, bucketOwnerAccountId } = mapOf(s3);
  const place = textOf(uri);
  if (place !== undefined) {
    const bucketOwner = textOf(bucketOwnerAccountId);
    return bucketOwner === undefined ? place : { s3: place, bucketOwner };
  }
  if (inlinePayload === undefined) return undefined;
  const isText = typeof inlinePayload === 'string';
  const text = isText ? inlinePayload : `${JSON.stringify(inlinePayload, undefined, 2)}\n`;
  const ending = isText && !text.trimStart().startsWith('{') ? 'yaml' : 'json';
  const path = `${folder}/${target}.${ending}`;
  documents.set(path, text);
  return `./${path}`;
};

const FROM_GRANT = {
  CLIENT_CREDENTIALS: 'client-credentials',
  AUTHORIZATION_CODE: 'authorization-code',
  TOKEN_EXCHANGE: 'token-exchange',
} as const;

const outboundOf = (value: unknown): [OutboundDefinition | undefined, readonly string[]] => {
  if (!Array.isArray(value) || value.length === 0) return [undefined, []];
  const [first, ...more] = value;
  const { credentialProviderType, credentialProvider } = mapOf(first);
  const { oauthCredentialProvider, apiKeyCredentialProvider, iamCredentialProvider } = mapOf(credentialProvider);
  const beyond = more.length === 0 ? [] : ['credentialProviderConfigurations beyond the first'];
  switch (credentialProviderType) {
    case 'GATEWAY_IAM_ROLE': {
      const { service, region } = mapOf(iamCredentialProvider);
      return [present({ type: 'gateway-role' as const, service: textOf(service), region: textOf(region) }), beyond];
    }
    case 'OAUTH': {
      const oauth = mapOf(oauthCredentialProvider);
      const parameters = Object.entries(mapOf(oauth['customParameters'])).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      );
      return [
        present({
          type: 'oauth' as const,
          provider: textOf(oauth['providerArn']) ?? '',
          scopes: textsOf(oauth['scopes']),
          grant: FROM_GRANT[oauth['grantType'] as keyof typeof FROM_GRANT],
          returnUrl: textOf(oauth['defaultReturnUrl']),
          parameters: parameters.length === 0 ? undefined : Object.fromEntries(parameters),
        }),
        [
          ...beyond,
          ...others(oauth, ['providerArn', 'scopes', 'grantType', 'defaultReturnUrl', 'customParameters'], 'oauth.'),
        ],
      ];
    }
    case 'API_KEY': {
      const key = mapOf(apiKeyCredentialProvider);
      const location = key['credentialLocation'];
      return [
        present({
          type: 'api-key' as const,
          provider: textOf(key['providerArn']) ?? '',
          in: location === 'HEADER' ? ('header' as const) : location === undefined ? undefined : ('query' as const),
          name: textOf(key['credentialParameterName']),
          prefix: textOf(key['credentialPrefix']),
        }),
        beyond,
      ];
    }
    case 'CALLER_IAM_CREDENTIALS':
      return [{ type: 'caller-iam' }, beyond];
    case 'JWT_PASSTHROUGH':
      return [{ type: 'jwt-passthrough' }, beyond];
    default:
      return [undefined, [`credentialProviderType ${String(credentialProviderType)}`]];
  }
};

/** What all targets have, besides their own form. */
type Common = Pick<
  TargetDefinition,
  'name' | 'description' | 'requestHeaders' | 'responseHeaders' | 'queryParameters' | 'extra'
>;

/** A target's definition, and what of the answer no key holds. */
export type Form = [TargetDefinition | undefined, readonly string[]];

const mcpTarget = (mcp: Answer, common: Common, collected: Collected): Form => {
  const [[kind = '', value] = []] = [Object.entries(mcp).find(([, member]) => member !== undefined) ?? []];
  const config = mapOf(value);
  switch (kind) {
    case 'lambda':
      return [
        present({
          ...common,
          type: 'lambda' as const,
          lambda: textOf(config['lambdaArn']) ?? '',
          tools: documentOf(config['toolSchema'], common.name, collected),
        }),
        others(config, ['lambdaArn', 'toolSchema'], 'mcp.lambda.'),
      ];
    case 'openApiSchema':
    case 'smithyModel': {
      const schema = documentOf(config, common.name, collected) ?? '';
      return [{ ...common, type: kind === 'smithyModel' ? 'smithy' : 'openApi', schema }, []];
    }
    case 'mcpServer':
      return [
        present({
          ...common,
          type: 'mcpServer' as const,
          endpoint: textOf(config['endpoint']),
          tools: documentOf(config['mcpToolSchema'], common.name, collected),
          listing:
            config['listingMode'] === 'DYNAMIC'
              ? ('DYNAMIC' as const)
              : config['listingMode'] === 'DEFAULT'
                ? ('DEFAULT' as const)
                : undefined,
          priority: typeof config['resourcePriority'] === 'number' ? config['resourcePriority'] : undefined,
        }),
        others(config, ['endpoint', 'mcpToolSchema', 'listingMode', 'resourcePriority'], 'mcp.mcpServer.'),
      ];
    case 'apiGateway':
      return [
        apiGateway(config, common),
        others(config, ['restApiId', 'stage', 'apiGatewayToolConfiguration'], 'mcp.apiGateway.'),
      ];
    case 'connector':
      return connector(config, common, 'mcp');
    default:
      return [undefined, [`mcp.${kind}`]];
  }
};

const METHODS = ['GET', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'PUT', 'POST'] as const;

const apiGateway = (config: Answer, common: Common): TargetDefinition => {
  const { toolFilters, toolOverrides } = mapOf(config['apiGatewayToolConfiguration']);
  const filters = (Array.isArray(toolFilters) ? toolFilters : []).map((one) => ({
    path: textOf(mapOf(one)['filterPath']) ?? '',
    methods: METHODS.filter((method) => textsOf(mapOf(one)['methods'])?.includes(method)),
  }));
  const overrides = (Array.isArray(toolOverrides) ? toolOverrides : []).flatMap((one) => {
    const { path, method, name, description } = mapOf(one);
    const known = METHODS.find((each) => each === method);
    if (typeof path !== 'string' || known === undefined || typeof name !== 'string') return [];
    return [present({ path, method: known, name, description: textOf(description) })];
  });
  return present({
    ...common,
    type: 'apiGateway' as const,
    restApi: textOf(config['restApiId']) ?? '',
    stage: textOf(config['stage']) ?? '',
    filters,
    overrides: overrides.length === 0 ? undefined : overrides,
  });
};

const connector = (config: Answer, common: Common, over: 'mcp' | 'http' | 'inference'): Form => {
  const source = mapOf(config['source']);
  return [
    present({
      ...common,
      type: 'connector' as const,
      connector: textOf(source['connectorId']) ?? '',
      over: over === 'mcp' ? undefined : over,
      enabled: textsOf(config['enabled']),
    }),
    [
      ...others(source, ['connectorId'], `${over}.connector.source.`),
      ...others(config, ['source', 'enabled'], `${over}.connector.`),
    ],
  ];
};

const httpTarget = (http: Answer, common: Common, collected: Collected): Form => {
  const { agentcoreRuntime, passthrough, connector: connected } = http;
  if (isObject(agentcoreRuntime)) {
    return [
      present({
        ...common,
        type: 'runtime' as const,
        runtime: textOf(agentcoreRuntime['arn']) ?? '',
        qualifier: textOf(agentcoreRuntime['qualifier']),
        schema: documentOf(mapOf(agentcoreRuntime['schema'])['source'], common.name, collected),
      }),
      others(agentcoreRuntime, ['arn', 'qualifier', 'schema'], 'http.agentcoreRuntime.'),
    ];
  }
  if (isObject(passthrough)) {
    const { identifier, timeout } = mapOf(passthrough['stickinessConfiguration']);
    const protocol = (['MCP', 'A2A', 'INFERENCE', 'CUSTOM'] as const).find(
      (one) => one === passthrough['protocolType'],
    );
    return [
      present({
        ...common,
        type: 'passthrough' as const,
        endpoint: textOf(passthrough['endpoint']) ?? '',
        protocol: protocol ?? ('CUSTOM' as const),
        schema: documentOf(mapOf(passthrough['schema'])['source'], common.name, collected),
        stickiness:
          textOf(identifier) === undefined
            ? undefined
            : present({
                identifier: textOf(identifier) ?? '',
                seconds: typeof timeout === 'number' ? timeout : undefined,
              }),
      }),
      others(passthrough, ['endpoint', 'protocolType', 'schema', 'stickinessConfiguration'], 'http.passthrough.'),
    ];
  }
  if (isObject(connected)) return connector(connected, common, 'http');
  return [undefined, others(http, [], 'http.')];
};

/** Properties of an answer that a definition passes on by the names of CloudFormation. */
const PASSED_ON = ['privateEndpoint'] as const;

const capital = (key: string): string => `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** A value with keys as CloudFormation writes them. */
const capitalized = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(capitalized);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [capital(key), key === 'tags' ? member : capitalized(member)]),
  );
};

const TARGET_KEYS: readonly string[] = [
  '$metadata',
  'gatewayArn',
  'targetId',
  'createdAt',
  'updatedAt',
  'status',
  'statusReasons',
  'lastSynchronizedAt',
  'authorizationData',
  'privateEndpointManagedResources',
  'protocolType',
  'name',
  'description',
  'targetConfiguration',
  'credentialProviderConfigurations',
  'metadataConfiguration',
  ...PASSED_ON,
];

/** The definition of a target as GetGatewayTarget answers. */
export const targetOf = (answer: Answer, collected: Collected): Form => {
  const name = textOf(answer['name']) ?? '';
  const { mcp, http, inference } = mapOf(answer['targetConfiguration']);
  const metadata = mapOf(answer['metadataConfiguration']);
  const extra = PASSED_ON.filter((key) => answer[key] !== undefined).map(
    (key) => [capital(key), capitalized(answer[key])] as const,
  );
  const common: Common = present({
    name,
    description: textOf(answer['description']),
    requestHeaders: textsOf(metadata['allowedRequestHeaders']),
    responseHeaders: textsOf(metadata['allowedResponseHeaders']),
    queryParameters: textsOf(metadata['allowedQueryParameters']),
    extra: extra.length === 0 ? undefined : Object.fromEntries(extra),
  });
  const [form, unheld]: Form = isObject(mcp)
    ? mcpTarget(mcp, common, collected)
    : isObject(http)
      ? httpTarget(http, common, collected)
      : isObject(mapOf(inference)['connector'])
        ? connector(mapOf(mapOf(inference)['connector']), common, 'inference')
        : [undefined, ['targetConfiguration']];
  const [outbound, left] = outboundOf(answer['credentialProviderConfigurations']);
  const where = (text: string): string => `target ${name}: ${text}`;
  const all = [...unheld, ...left, ...others(answer, TARGET_KEYS, '')].map(where);
  if (form === undefined) return [undefined, all];
  return [outbound === undefined ? form : { ...form, outbound }, all];
};
