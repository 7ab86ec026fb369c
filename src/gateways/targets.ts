import type { DocumentDefinition, OutboundDefinition, TargetDefinition } from '../model/generated/gateway.ts';
import { isObject } from '../model/json.ts';
import type { Definition } from './definition.ts';
import { readDocument, type ToolSchema, toolsOf } from './documents.ts';
import { outboundOf } from './outbound.ts';
import { providerArn } from './permissions.ts';
import { invocationsUrl, runtimeArn } from './runtimes.ts';
import { predefinedModel } from './smithy-models.ts';
import { given, type TemplateValue } from './template.ts';
import type { GatewayWorld } from './world.ts';

/** What a target's template is made from besides itself. */
export interface Around {
  readonly definition: Definition;
  readonly world: GatewayWorld;
}

/** The keywords of JSON Schema that AWS takes for a tool of a Lambda function. */
const SCHEMA_KEYWORDS: ReadonlySet<string> = new Set(['type', 'description', 'required', 'items', 'properties']);

const TYPES: ReadonlySet<string> = new Set(['string', 'number', 'object', 'array', 'boolean', 'integer']);

/** Keywords anywhere in a tool's schema that AWS has no place for. */
export const lostKeywords = (schema: unknown): readonly string[] => {
  if (!isObject(schema)) return [];
  const { items, properties } = schema;
  const below = [items, ...(isObject(properties) ? Object.values(properties) : [])];
  const own = Object.keys(schema).filter((key) => !SCHEMA_KEYWORDS.has(key));
  return [...new Set([...own, ...below.flatMap(lostKeywords)])].sort();
};

/** A tool's schema as CloudFormation spells it. */
const schemaValue = (schema: unknown): TemplateValue => {
  if (!isObject(schema)) return { Type: 'object' };
  const { type, description, required, items, properties } = schema;
  return given({
    Type: typeof type === 'string' && TYPES.has(type) ? type : 'object',
    Description: typeof description === 'string' ? description : undefined,
    Required: Array.isArray(required) ? required.filter((one) => typeof one === 'string') : undefined,
    Items: items === undefined ? undefined : schemaValue(items),
    Properties: isObject(properties)
      ? Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, schemaValue(one)]))
      : undefined,
  });
};

const toolValue = ({ name, description, inputSchema, outputSchema }: ToolSchema): TemplateValue =>
  given({
    Name: name,
    Description: description,
    InputSchema: schemaValue(inputSchema),
    OutputSchema: outputSchema === undefined ? undefined : schemaValue(outputSchema),
  });

const s3Value = (document: { readonly uri: string; readonly bucketOwner?: string }): TemplateValue => ({
  S3: given({ Uri: document.uri, BucketOwnerAccountId: document.bucketOwner }),
});

/** A document as a text of the template, or where it lies; one that has a fault is none, and the check tells it. */
const documentValue = (
  named: DocumentDefinition | undefined,
  { definition, world }: Around,
): TemplateValue | undefined => {
  if (named === undefined) return undefined;
  const document = readDocument(named, definition.place, world.files);
  switch (document.type) {
    case 's3':
      return s3Value(document);
    case 'text':
      return { InlinePayload: document.text };
    case 'fault':
      return undefined;
  }
};

const toolsValue = (named: DocumentDefinition | undefined, around: Around): TemplateValue | undefined => {
  if (named === undefined) return undefined;
  const document = readDocument(named, around.definition.place, around.world.files);
  if (document.type === 's3') return s3Value(document);
  const tools = document.type === 'text' ? toolsOf(document.value) : undefined;
  return tools === undefined ? undefined : { InlinePayload: tools.map(toolValue) };
};

const smithyValue = (
  { schema, service }: Extract<TargetDefinition, { type: 'smithy' }>,
  around: Around,
): TemplateValue | undefined => {
  if (service === undefined) return documentValue(schema, around);
  const model = predefinedModel(service, around.definition.place.region);
  return model.type === 's3' ? s3Value(model) : undefined;
};

const sourced = (value: TemplateValue | undefined): TemplateValue | undefined =>
  value === undefined ? undefined : { Source: value };

/** An MCP server's address: as written, or that of the runtime behind it. */
const endpointOf = (
  target: Extract<TargetDefinition, { type: 'mcpServer' }>,
  { definition, world }: Around,
): string | undefined => {
  if (target.endpoint !== undefined) return target.endpoint;
  const arn = target.runtime === undefined ? undefined : runtimeArn(target.runtime, definition, world);
  const { region } = definition.place;
  return arn === undefined ? undefined : invocationsUrl(arn, region, world.dnsSuffix(region));
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gatewaytarget.html */
const configurationOf = (target: TargetDefinition, around: Around): TemplateValue => {
  switch (target.type) {
    case 'lambda':
      return { Mcp: { Lambda: given({ LambdaArn: target.lambda, ToolSchema: toolsValue(target.tools, around) }) } };
    case 'openApi':
      return { Mcp: { OpenApiSchema: documentValue(target.schema, around) ?? {} } };
    case 'smithy':
      return { Mcp: { SmithyModel: smithyValue(target, around) ?? {} } };
    case 'apiGateway':
      return {
        Mcp: {
          ApiGateway: {
            RestApiId: target.restApi,
            Stage: target.stage,
            ApiGatewayToolConfiguration: given({
              ToolFilters: target.filters.map(({ path, methods }) => ({ FilterPath: path, Methods: methods })),
              ToolOverrides: target.overrides?.map(({ path, method, name, description }) =>
                given({ Path: path, Method: method, Name: name, Description: description }),
              ),
            }),
          },
        },
      };
    case 'mcpServer':
      return {
        Mcp: {
          McpServer: given({
            Endpoint: endpointOf(target, around),
            ListingMode: target.listing,
            McpToolSchema: documentValue(target.tools, around),
            ResourcePriority: target.priority,
          }),
        },
      };
    case 'runtime':
      return {
        Http: {
          AgentcoreRuntime: given({
            Arn: runtimeArn(target.runtime, around.definition, around.world),
            Qualifier: target.qualifier,
            Schema: sourced(documentValue(target.schema, around)),
          }),
        },
      };
    case 'passthrough':
      return {
        Http: {
          Passthrough: given({
            Endpoint: target.endpoint,
            ProtocolType: target.protocol,
            Schema: sourced(documentValue(target.schema, around)),
            StickinessConfiguration:
              target.stickiness === undefined
                ? undefined
                : given({ Identifier: target.stickiness.identifier, Timeout: target.stickiness.seconds }),
          }),
        },
      };
    case 'connector':
      return connectorOf(target);
  }
};

const connectorOf = ({ connector, over, enabled }: Extract<TargetDefinition, { type: 'connector' }>): TemplateValue => {
  const Source = { ConnectorId: connector };
  switch (over) {
    case 'http':
      return { Http: { Connector: { Source } } };
    case 'inference':
      return { Inference: { Connector: { Source } } };
    default:
      return { Mcp: { Connector: given({ Source, Enabled: enabled }) } };
  }
};

const GRANTS = {
  'client-credentials': 'CLIENT_CREDENTIALS',
  'authorization-code': 'AUTHORIZATION_CODE',
  'token-exchange': 'TOKEN_EXCHANGE',
} as const;

const credentialOf = (outbound: OutboundDefinition, definition: Definition): TemplateValue | undefined => {
  switch (outbound.type) {
    case 'none':
      return undefined;
    case 'gateway-role':
      return given({
        CredentialProviderType: 'GATEWAY_IAM_ROLE',
        CredentialProvider:
          outbound.service === undefined
            ? undefined
            : { IamCredentialProvider: given({ Service: outbound.service, Region: outbound.region }) },
      });
    case 'oauth':
      return {
        CredentialProviderType: 'OAUTH',
        CredentialProvider: {
          OauthCredentialProvider: {
            ProviderArn: providerArn(outbound.provider, definition),
            Scopes: outbound.scopes ?? [],
            ...given({
              GrantType: outbound.grant === undefined ? undefined : GRANTS[outbound.grant],
              DefaultReturnUrl: outbound.returnUrl,
              CustomParameters: outbound.parameters,
            }),
          },
        },
      };
    case 'api-key':
      return {
        CredentialProviderType: 'API_KEY',
        CredentialProvider: {
          ApiKeyCredentialProvider: given({
            ProviderArn: providerArn(outbound.provider, definition),
            CredentialLocation: outbound.in === undefined ? undefined : locationOf(outbound.in),
            CredentialParameterName: outbound.name,
            CredentialPrefix: outbound.prefix,
          }),
        },
      };
    case 'caller-iam':
      return { CredentialProviderType: 'CALLER_IAM_CREDENTIALS' };
    case 'jwt-passthrough':
      return { CredentialProviderType: 'JWT_PASSTHROUGH' };
  }
};

const locationOf = (place: 'header' | 'query'): string => (place === 'header' ? 'HEADER' : 'QUERY_PARAMETER');

/** The properties of a target's resource, apart from its gateway. */
export const targetProperties = (target: TargetDefinition, around: Around): Readonly<Record<string, TemplateValue>> => {
  const outbound = outboundOf(target);
  const credential = outbound === undefined ? undefined : credentialOf(outbound, around.definition);
  return given({
    Name: target.name,
    Description: target.description,
    TargetConfiguration: configurationOf(target, around),
    CredentialProviderConfigurations: credential === undefined ? undefined : [credential],
    MetadataConfiguration: given({
      AllowedRequestHeaders: target.requestHeaders,
      AllowedResponseHeaders: target.responseHeaders,
      AllowedQueryParameters: target.queryParameters,
    }),
    ...extraOf(target.extra),
  });
};

/** Properties that the schema passes through: plain values, for the reader took no others. */
export const extraOf = (
  extra: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, TemplateValue>> => (extra ?? {}) as Readonly<Record<string, TemplateValue>>;
