// Generated from schemas/gateway.schema.json by "npm run generate". Do not edit.

export type RoleDefinition = GivenRole | MadeRole;
/**
 * Who may call.
 */
export type AuthorizerDefinition =
  JwtAuthorizer | IamAuthorizer | AuthenticateOnlyAuthorizer | NoAuthorizer | EzAuthorizer;
export type ProviderDefinition = OAuthProvider | CognitoProvider | ApiKeyProvider;
export type TargetDefinition =
  | LambdaTarget
  | OpenApiTarget
  | SmithyTarget
  | ApiGatewayTarget
  | McpServerTarget
  | RuntimeTarget
  | PassthroughTarget
  | ConnectorTarget;
/**
 * Where a schema lies: a file beside the definition or below gateways/ (./specs/api.json: it is put into the template), or an object in S3.
 */
export type DocumentDefinition = string | S3Document;
/**
 * How the gateway authorizes itself at the target.
 */
export type OutboundDefinition =
  NoOutbound | RoleOutbound | OAuthOutbound | ApiKeyOutbound | CallerIamOutbound | JwtPassthroughOutbound;
export type HttpMethod = 'GET' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'PUT' | 'POST';

/**
 * gateways/<account>/<region>/<name>.yaml: a gateway with its targets, as it should be. Account, Region and name are those of the file's place.
 */
export interface GatewayDefinition {
  kind: 'gateway-definition';
  form: 1;
  description?: string;
  role: RoleDefinition;
  protocol?: ProtocolDefinition;
  authorizer: AuthorizerDefinition;
  policies?: PoliciesDefinition;
  /**
   * @minItems 1
   * @maxItems 2
   */
  interceptors?: InterceptorDefinition[];
  webAcl?: WebAclDefinition;
  kmsKey?: string;
  /**
   * Callers are shown the cause of an error.
   */
  debugErrors?: boolean;
  /**
   * Credential providers that are made with this gateway, by name. A secret is an ARN, never a value.
   */
  providers?: {
    [k: string]: ProviderDefinition;
  };
  /**
   * @maxItems 100
   */
  targets?: TargetDefinition[];
  tags?: {
    [k: string]: string;
  };
  extra?: ExtraProperties;
}
export interface GivenRole {
  type: 'given';
  /**
   * Listed in the configuration's gateways.roles.
   */
  arn: string;
}
export interface MadeRole {
  type: 'made';
  /**
   * What it may do besides what the targets say: for Smithy models.
   *
   * @maxItems 20
   */
  permissions?: Permission[];
}
export interface Permission {
  /**
   * @minItems 1
   * @maxItems 50
   */
  actions: string[];
  /**
   * @minItems 1
   * @maxItems 50
   */
  resources: string[];
}
/**
 * MCP. Absent: a gateway for HTTP targets alone.
 */
export interface ProtocolDefinition {
  /**
   * Versions of MCP that are spoken. Absent: AWS's own.
   *
   * @minItems 1
   */
  versions?: string[];
  /**
   * semantic: the gateway offers a tool that finds tools.
   */
  search?: 'semantic';
  /**
   * What a model is told of the gateway.
   */
  instructions?: string;
  /**
   * Life of a session.
   */
  sessionSeconds?: number;
  /**
   * Answers are streamed.
   */
  streaming?: boolean;
}
export interface JwtAuthorizer {
  type: 'CUSTOM_JWT';
  /**
   * Listed in the configuration's gateways.issuers.
   */
  discoveryUrl: string;
  /**
   * @minItems 1
   */
  audience?: string[];
  /**
   * @minItems 1
   */
  clients?: string[];
  /**
   * @minItems 1
   */
  scopes?: string[];
  /**
   * @minItems 1
   * @maxItems 10
   */
  claims?: ClaimDefinition[];
}
export interface ClaimDefinition {
  name: string;
  type: 'STRING' | 'STRING_ARRAY';
  operator: 'EQUALS' | 'CONTAINS' | 'CONTAINS_ANY';
  /**
   * @minItems 1
   */
  values: string[];
}
export interface IamAuthorizer {
  type: 'AWS_IAM';
}
export interface AuthenticateOnlyAuthorizer {
  type: 'AUTHENTICATE_ONLY';
}
export interface NoAuthorizer {
  type: 'NONE';
}
/**
 * A user pool of its own: pool, domain, resource server, a machine's client.
 */
export interface EzAuthorizer {
  type: 'ez-auth';
  with: 'cognito';
  /**
   * Scopes of the resource server. Absent: invoke.
   *
   * @minItems 1
   * @maxItems 20
   */
  scopes?: string[];
  /**
   * Prefix of the pool's domain, unique in the Region. Absent: made of name and account.
   */
  domain?: string;
  /**
   * A public client for people too, beside the machine's.
   */
  users?: boolean;
}
/**
 * What callers may do.
 */
export interface PoliciesDefinition {
  /**
   * A policy engine that exists, listed in the configuration's gateways.policyEngines. Absent: one is made of files.
   */
  engine?: string;
  /**
   * Cedar files below gateways/policies/.
   *
   * @minItems 1
   * @maxItems 100
   */
  files?: string[];
  /**
   * Absent: ENFORCE.
   */
  mode?: 'ENFORCE' | 'LOG_ONLY';
}
export interface InterceptorDefinition {
  /**
   * Listed in the configuration's gateways.interceptors.
   */
  lambda: string;
  /**
   * @minItems 1
   * @maxItems 2
   */
  points: ('REQUEST' | 'RESPONSE')[];
  /**
   * It sees callers' headers, tokens among them.
   */
  passRequestHeaders?: boolean;
}
export interface WebAclDefinition {
  /**
   * Listed in the configuration's gateways.webAcls.
   */
  arn: string;
  /**
   * Requests go through while the firewall doesn't answer.
   */
  failOpen?: boolean;
}
export interface OAuthProvider {
  type: 'oauth';
  discoveryUrl?: string;
  server?: AuthorizationServer;
  clientId: string;
  /**
   * Of the client's secret; listed in the configuration's gateways.secrets.
   */
  secret: string;
  /**
   * Key of the secret's JSON that holds it.
   */
  jsonKey: string;
}
/**
 * Instead of discoveryUrl: an issuer that publishes no document.
 */
export interface AuthorizationServer {
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
}
/**
 * A user pool of its own with a machine's client; the secret never leaves AWS.
 */
export interface CognitoProvider {
  type: 'cognito';
  /**
   * Scopes of its resource server. Absent: invoke.
   *
   * @minItems 1
   * @maxItems 20
   */
  scopes?: string[];
  /**
   * Prefix of the pool's domain, unique in the Region. Absent: made of name and account.
   */
  domain?: string;
}
export interface ApiKeyProvider {
  type: 'api-key';
  /**
   * Of the key; listed in the configuration's gateways.secrets.
   */
  secret: string;
  /**
   * Key of the secret's JSON that holds it.
   */
  jsonKey: string;
}
/**
 * Tools that a function answers.
 */
export interface LambdaTarget {
  /**
   * Unique below the gateway; tools are called `<target>___<tool>`.
   */
  name: string;
  type: 'lambda';
  description?: string;
  lambda: string;
  tools?: DocumentDefinition;
  outbound?: OutboundDefinition;
  /**
   * Headers of callers that are passed on.
   *
   * @maxItems 10
   */
  requestHeaders?: string[];
  /**
   * Headers of answers that are passed back.
   *
   * @maxItems 10
   */
  responseHeaders?: string[];
  /**
   * Query parameters of callers that are passed on.
   *
   * @maxItems 10
   */
  queryParameters?: string[];
  extra?: ExtraProperties;
}
export interface S3Document {
  s3: string;
  bucketOwner?: string;
}
export interface NoOutbound {
  type: 'none';
}
export interface RoleOutbound {
  type: 'gateway-role';
  /**
   * SigV4's service: needed for an MCP server.
   */
  service?: string;
  region?: string;
}
export interface OAuthOutbound {
  type: 'oauth';
  /**
   * A name of providers, or the ARN of one that the configuration's gateways.providers lists.
   */
  provider: string;
  /**
   * @minItems 1
   * @maxItems 100
   */
  scopes?: string[];
  /**
   * Absent: client-credentials.
   */
  grant?: 'client-credentials' | 'authorization-code' | 'token-exchange';
  /**
   * Where a person's browser goes after consent.
   */
  returnUrl?: string;
  parameters?: {
    [k: string]: string;
  };
}
export interface ApiKeyOutbound {
  type: 'api-key';
  /**
   * A name of providers, or the ARN of one that the configuration's gateways.providers lists.
   */
  provider: string;
  in?: 'header' | 'query';
  /**
   * Of the header or parameter.
   */
  name?: string;
  prefix?: string;
}
export interface CallerIamOutbound {
  type: 'caller-iam';
}
export interface JwtPassthroughOutbound {
  type: 'jwt-passthrough';
}
/**
 * Properties of CloudFormation that this schema doesn't know, as CloudFormation names them. Never one that a rule judges.
 */
export interface ExtraProperties {
  [k: string]: unknown;
}
/**
 * An API that an OpenAPI document describes.
 */
export interface OpenApiTarget {
  /**
   * Unique below the gateway; tools are called `<target>___<tool>`.
   */
  name: string;
  type: 'openApi';
  description?: string;
  schema: DocumentDefinition;
  outbound?: OutboundDefinition;
  /**
   * Headers of callers that are passed on.
   *
   * @maxItems 10
   */
  requestHeaders?: string[];
  /**
   * Headers of answers that are passed back.
   *
   * @maxItems 10
   */
  responseHeaders?: string[];
  /**
   * Query parameters of callers that are passed on.
   *
   * @maxItems 10
   */
  queryParameters?: string[];
  extra?: ExtraProperties;
}
/**
 * An AWS service that a Smithy model describes.
 */
export interface SmithyTarget {
  /**
   * Unique below the gateway; tools are called `<target>___<tool>`.
   */
  name: string;
  type: 'smithy';
  description?: string;
  schema?: DocumentDefinition;
  /**
   * A predefined model, by the name of the older command line.
   */
  service?: string;
  outbound?: OutboundDefinition;
  /**
   * Headers of callers that are passed on.
   *
   * @maxItems 10
   */
  requestHeaders?: string[];
  /**
   * Headers of answers that are passed back.
   *
   * @maxItems 10
   */
  responseHeaders?: string[];
  /**
   * Query parameters of callers that are passed on.
   *
   * @maxItems 10
   */
  queryParameters?: string[];
  extra?: ExtraProperties;
}
/**
 * A stage of an API Gateway REST API.
 */
export interface ApiGatewayTarget {
  /**
   * Unique below the gateway; tools are called `<target>___<tool>`.
   */
  name: string;
  type: 'apiGateway';
  description?: string;
  restApi: string;
  stage: string;
  /**
   * @minItems 1
   * @maxItems 200
   */
  filters: ToolFilter[];
  /**
   * @minItems 1
   * @maxItems 200
   */
  overrides?: ToolOverride[];
  outbound?: OutboundDefinition;
  /**
   * Headers of callers that are passed on.
   *
   * @maxItems 10
   */
  requestHeaders?: string[];
  /**
   * Headers of answers that are passed back.
   *
   * @maxItems 10
   */
  responseHeaders?: string[];
  /**
   * Query parameters of callers that are passed on.
   *
   * @maxItems 10
   */
  queryParameters?: string[];
  extra?: ExtraProperties;
}
export interface ToolFilter {
  path: string;
  /**
   * @minItems 1
   */
  methods: HttpMethod[];
}
export interface ToolOverride {
  path: string;
  method: HttpMethod;
  name: string;
  description?: string;
}
/**
 * An MCP server.
 */
export interface McpServerTarget {
  /**
   * Unique below the gateway; tools are called `<target>___<tool>`.
   */
  name: string;
  type: 'mcpServer';
  description?: string;
  endpoint?: string;
  /**
   * Instead of endpoint: a runtime's ARN, or the name of one that the catalogue holds for this account and Region.
   */
  runtime?: string;
  tools?: DocumentDefinition;
  /**
   * Absent: DEFAULT.
   */
  listing?: 'DEFAULT' | 'DYNAMIC';
  priority?: number;
  outbound?: OutboundDefinition;
  /**
   * Headers of callers that are passed on.
   *
   * @maxItems 10
   */
  requestHeaders?: string[];
  /**
   * Headers of answers that are passed back.
   *
   * @maxItems 10
   */
  responseHeaders?: string[];
  /**
   * Query parameters of callers that are passed on.
   *
   * @maxItems 10
   */
  queryParameters?: string[];
  extra?: ExtraProperties;
}
/**
 * A runtime behind the gateway's own address (HTTP).
 */
export interface RuntimeTarget {
  /**
   * Unique below the gateway; tools are called `<target>___<tool>`.
   */
  name: string;
  type: 'runtime';
  description?: string;
  /**
   * A runtime's ARN, or the name of one that the catalogue holds for this account and Region.
   */
  runtime: string;
  qualifier?: string;
  schema?: DocumentDefinition;
  outbound?: OutboundDefinition;
  /**
   * Headers of callers that are passed on.
   *
   * @maxItems 10
   */
  requestHeaders?: string[];
  /**
   * Headers of answers that are passed back.
   *
   * @maxItems 10
   */
  responseHeaders?: string[];
  /**
   * Query parameters of callers that are passed on.
   *
   * @maxItems 10
   */
  queryParameters?: string[];
  extra?: ExtraProperties;
}
/**
 * An HTTP service that requests are passed through to.
 */
export interface PassthroughTarget {
  /**
   * Unique below the gateway; tools are called `<target>___<tool>`.
   */
  name: string;
  type: 'passthrough';
  description?: string;
  endpoint: string;
  protocol: 'MCP' | 'A2A' | 'INFERENCE' | 'CUSTOM';
  schema?: DocumentDefinition;
  stickiness?: Stickiness;
  outbound?: OutboundDefinition;
  /**
   * Headers of callers that are passed on.
   *
   * @maxItems 10
   */
  requestHeaders?: string[];
  /**
   * Headers of answers that are passed back.
   *
   * @maxItems 10
   */
  responseHeaders?: string[];
  /**
   * Query parameters of callers that are passed on.
   *
   * @maxItems 10
   */
  queryParameters?: string[];
  extra?: ExtraProperties;
}
export interface Stickiness {
  identifier: string;
  seconds?: number;
}
/**
 * One of AWS's connectors.
 */
export interface ConnectorTarget {
  /**
   * Unique below the gateway; tools are called `<target>___<tool>`.
   */
  name: string;
  type: 'connector';
  description?: string;
  connector: string;
  /**
   * Absent: mcp.
   */
  over?: 'mcp' | 'http' | 'inference';
  /**
   * @minItems 1
   * @maxItems 100
   */
  enabled?: string[];
  outbound?: OutboundDefinition;
  /**
   * Headers of callers that are passed on.
   *
   * @maxItems 10
   */
  requestHeaders?: string[];
  /**
   * Headers of answers that are passed back.
   *
   * @maxItems 10
   */
  responseHeaders?: string[];
  /**
   * Query parameters of callers that are passed on.
   *
   * @maxItems 10
   */
  queryParameters?: string[];
  extra?: ExtraProperties;
}
