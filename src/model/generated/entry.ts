// Generated from schemas/entry.schema.json by "npm run generate". Do not edit.

/**
 * One file below servers/: a gateway, target, runtime or harness found by scan, or a server or agent written by hand.
 */
export type EntryFile = GatewayEntry | TargetEntry | RuntimeEntry | HarnessEntry | ServerEntry | AgentEntry;
/**
 * Twelve digits, in quotes.
 */
export type Account = string;
export type Region = string;
export type Arn = string;
export type AwsName = string;
export type Description = string;
export type Url = string;
/**
 * @maxItems 500
 */
export type SortedTexts = string[];
/**
 * MCP versions that it speaks.
 *
 * @maxItems 500
 */
export type SortedTexts1 = string[];
/**
 * ARN of any service.
 */
export type AnyArn = string;
/**
 * REQUEST, RESPONSE.
 *
 * @maxItems 500
 */
export type SortedTexts2 = string[];
export type AwsWord = string;
export type ResourceId = string;
export type GatewayRegistration = RegistrationFields & GatewayRegistration1;
export type Visibility = 'public' | 'internal' | 'group-restricted';
export type HeaderValue =
  | string
  | {
      secret: string;
    };
/**
 * Where the registry serves it: servers end with a slash, agents do not.
 */
export type RegistryPath = string;
export type ScannedRegistration = RegistrationFields & ScannedRegistration1;
/**
 * Headers of callers that reach the code.
 *
 * @maxItems 500
 */
export type SortedTexts3 = string[];
export type RuntimeRegistration = RegistrationFields & RuntimeRegistration1;
export type HarnessRegistration = RegistrationFields & HarnessRegistration1;
export type ManualRegistration = RegistrationFields & ManualRegistration1;

export interface GatewayEntry {
  kind: 'gateway';
  source: GatewaySource;
  registration: GatewayRegistration;
  credential?: CredentialChoice;
}
/**
 * A gateway as AWS described it. Rewritten by every scan: edit registration instead.
 */
export interface GatewaySource {
  account: Account;
  region: Region;
  arn: Arn;
  name: AwsName;
  description?: Description;
  url: Url;
  /**
   * The gateway's protocolType; absent when it fronts no MCP target.
   */
  protocol?: string;
  authorizer: Authorizer;
  security?: GatewaySecurity;
  /**
   * Summaries, sorted by id.
   *
   * @maxItems 1000
   */
  targets?: TargetSummary[];
}
/**
 * Who may call the resource, as its owner wrote it. Never chooses a client: it is only matched.
 */
export interface Authorizer {
  /**
   * CUSTOM_JWT, AWS_IAM, NONE, AUTHENTICATE_ONLY, or what AWS adds later.
   */
  type: string;
  discoveryUrl?: string;
  allowedClients?: SortedTexts;
  allowedAudience?: SortedTexts;
  allowedScopes?: SortedTexts;
}
/**
 * What decides how far callers and their tokens are trusted. What is as AWS has it by default is left out; empty where all is.
 */
export interface GatewaySecurity {
  mcpVersions?: SortedTexts1;
  /**
   * SEMANTIC: callers may search for tools.
   */
  search?: string;
  policyEngine?: PolicyEngine;
  /**
   * Functions that see requests or answers, sorted by ARN.
   *
   * @maxItems 50
   */
  interceptors?: Interceptor[];
  /**
   * DEBUG: errors say what is inside.
   */
  exceptionLevel?: string;
  waf?: Waf;
  /**
   * ARN of any service.
   */
  kmsKey?: string;
  /**
   * How it proves itself to each target that a scan read, sorted by the target's name.
   *
   * @maxItems 20000
   */
  outbound?: GatewayOutbound[];
}
export interface PolicyEngine {
  arn: AnyArn;
  /**
   * ENFORCE, or LOG_ONLY: nothing is refused.
   */
  mode: string;
}
export interface Interceptor {
  arn: AnyArn;
  points?: SortedTexts2;
  /**
   * It is given the request's headers, the caller's token among them.
   */
  headers?: boolean;
}
export interface Waf {
  arn: AnyArn;
  /**
   * Requests pass where the firewall does not answer.
   */
  failOpen?: boolean;
}
export interface GatewayOutbound {
  /**
   * Name of the target.
   */
  target: string;
  /**
   * credentialProviderType: GATEWAY_IAM_ROLE, OAUTH, API_KEY, and so on; NONE where it proves nothing.
   */
  type: string;
  provider?: AnyArn;
  grant?: AwsWord;
  scopes?: SortedTexts;
  service?: AwsWord;
  /**
   * Of an API key: HEADER, QUERY_PARAMETER.
   */
  location?: string;
}
export interface TargetSummary {
  id: ResourceId;
  name: AwsName;
  description?: Description;
  /**
   * The target's targetType; absent when AWS did not say.
   */
  type?: string;
  /**
   * ARN of any service.
   */
  runtime?: string;
  /**
   * The named endpoint of that runtime; absent: DEFAULT.
   */
  qualifier?: string;
}
/**
 * What people decide about the registration. A field that is absent takes its default from source and configuration.
 */
export interface RegistrationFields {
  /**
   * false keeps the file and leaves the resource out of the registry.
   */
  register?: boolean;
  /**
   * Only these of the registries that the configuration names. Absent: every one whose entries it matches.
   *
   * @minItems 1
   * @maxItems 50
   */
  registries?: string[];
  /**
   * Whether the registry serves it.
   */
  enabled?: boolean;
  /**
   * true: apply never deletes this registration.
   */
  protect?: boolean;
  /**
   * Display name.
   */
  name?: string;
  description?: string;
  /**
   * @maxItems 50
   */
  tags?: string[];
  visibility?: Visibility;
  /**
   * Groups that see it when visibility is group-restricted.
   *
   * @maxItems 100
   */
  groups?: string[];
  license?: string;
  provider?: Provider;
  /**
   * Free keys; the tool's own keys win.
   */
  metadata?: {
    [k: string]: unknown;
  };
  /**
   * Servers only.
   *
   * @minItems 1
   * @maxItems 3
   */
  transports?: ('streamable-http' | 'sse')[];
  /**
   * Servers only: headers the registry sends. A value is a text, or the name of a secret that the configuration defines.
   */
  headers?: {
    [k: string]: HeaderValue;
  };
  /**
   * Servers only: tools shown until the registry has asked the server itself. from-lock: those of its tool lock.
   *
   * @maxItems 500
   */
  tools?: string | Tool[];
  /**
   * Agents only. from-card: those of its card, as its lock has them.
   *
   * @maxItems 200
   */
  skills?: string | Skill[];
  /**
   * Agents only.
   */
  capabilities?: {
    [k: string]: unknown;
  };
  /**
   * Agents only: version of the agent's card.
   */
  version?: string;
  /**
   * Agents only.
   */
  protocolVersion?: string;
  /**
   * Agents only.
   *
   * @maxItems 20
   */
  inputModes?: string[];
  /**
   * Agents only.
   *
   * @maxItems 20
   */
  outputModes?: string[];
  /**
   * Agents only.
   */
  trustLevel?: 'unverified' | 'community' | 'verified' | 'trusted';
}
export interface Provider {
  organization: string;
  url: Url;
}
export interface Tool {
  name: string;
  description?: string;
  schema?: {
    [k: string]: unknown;
  };
}
export interface Skill {
  id: string;
  name: string;
  description: string;
  /**
   * @maxItems 50
   */
  tags?: string[];
  /**
   * @maxItems 50
   */
  examples?: string[];
  /**
   * @maxItems 20
   */
  inputModes?: string[];
  /**
   * @maxItems 20
   */
  outputModes?: string[];
}
export interface GatewayRegistration1 {
  path: RegistryPath;
  /**
   * Where callers reach the gateway, where that is not its own host: inside of aws.domains.
   */
  url?: string;
}
/**
 * Picks among the clients that the configuration allows this entry, and narrows the scope; or leaves the token to the callers.
 */
export interface CredentialChoice {
  /**
   * caller: whoever calls sends the server's own token through the registry. None is asked for or stored.
   */
  from?: 'caller';
  /**
   * Client id.
   */
  client?: string;
  scope?: string;
}
export interface TargetEntry {
  kind: 'target';
  source: TargetSource;
  registration: ScannedRegistration;
  credential?: CredentialChoice;
}
/**
 * A gateway target of kind mcpServer. Rewritten by every scan.
 */
export interface TargetSource {
  account: Account;
  region: Region;
  /**
   * ARN of the gateway: targets have none of their own.
   */
  arn: string;
  id: ResourceId;
  name: AwsName;
  /**
   * Name of the gateway.
   */
  gateway: string;
  description?: Description;
  /**
   * The MCP server's own endpoint, written by the gateway's owner.
   */
  url: string;
  /**
   * MCP or A2A: requests are passed through to a server or an agent. Absent: a target of kind mcpServer.
   */
  protocol?: string;
  security?: TargetSecurity;
}
/**
 * As of gateways.
 */
export interface TargetSecurity {
  /**
   * How the gateway proves itself to the target, sorted.
   *
   * @maxItems 20
   */
  outbound?: Outbound[];
  /**
   * DYNAMIC: tools are asked for at each call.
   */
  listing?: string;
}
export interface Outbound {
  /**
   * credentialProviderType: GATEWAY_IAM_ROLE, OAUTH, API_KEY, and so on.
   */
  type: string;
  provider?: AnyArn;
  grant?: AwsWord;
  scopes?: SortedTexts;
  service?: AwsWord;
  /**
   * Of an API key: HEADER, QUERY_PARAMETER.
   */
  location?: string;
}
export interface ScannedRegistration1 {
  path: RegistryPath;
}
export interface RuntimeEntry {
  kind: 'runtime';
  source: RuntimeSource;
  registration: RuntimeRegistration;
  credential?: CredentialChoice;
}
/**
 * A runtime as AWS described it. Rewritten by every scan.
 */
export interface RuntimeSource {
  account: Account;
  region: Region;
  arn: Arn;
  name: AwsName;
  description?: Description;
  url: Url;
  /**
   * serverProtocol: MCP is registered as a server, HTTP, A2A and AGUI as an agent.
   */
  protocol: string;
  authorizer: Authorizer;
  security?: RuntimeSecurity;
  /**
   * Named endpoints other than DEFAULT, sorted by name; only scanned with include-endpoints.
   *
   * @maxItems 1000
   */
  endpoints?: EndpointSummary[];
}
/**
 * As of gateways.
 */
export interface RuntimeSecurity {
  headersAllowed?: SortedTexts3;
  /**
   * VPC; absent: PUBLIC.
   */
  network?: string;
}
export interface EndpointSummary {
  name: AwsName;
  description?: Description;
}
export interface RuntimeRegistration1 {
  path: RegistryPath;
  /**
   * gateway: registered where callers reach it through the one gateway of its account and Region that has a target for it. Needs scan.targets mcp or all.
   */
  address?: 'runtime' | 'gateway';
  /**
   * Named endpoints to register besides DEFAULT: endpoint name to its registration.
   */
  endpoints?: {
    [k: string]: EndpointRegistration;
  };
}
export interface EndpointRegistration {
  path: RegistryPath;
  name?: string;
  description?: string;
  enabled?: boolean;
}
export interface HarnessEntry {
  kind: 'harness';
  source: HarnessSource;
  registration: HarnessRegistration;
  credential?: CredentialChoice;
}
/**
 * A harness as AWS described it. Rewritten by every scan.
 */
export interface HarnessSource {
  account: Account;
  region: Region;
  arn: Arn;
  name: AwsName;
  url: Url;
  authorizer: Authorizer;
  /**
   * As of runtimes.
   *
   * @maxItems 1000
   */
  endpoints?: EndpointSummary[];
}
export interface HarnessRegistration1 {
  path: RegistryPath;
  /**
   * Named endpoints to register besides DEFAULT: endpoint name to its registration.
   */
  endpoints?: {
    [k: string]: EndpointRegistration;
  };
}
export interface ServerEntry {
  kind: 'server';
  registration: ManualRegistration;
  credential?: CredentialChoice;
}
export interface ManualRegistration1 {
  path: RegistryPath;
  url: Url;
  /**
   * Servers only: the MCP endpoint where it is not the URL's own.
   */
  mcpEndpoint?: string;
  /**
   * Servers only.
   */
  sseEndpoint?: string;
  authProvider?: string;
  /**
   * How the registry authenticates to the server; none when absent.
   */
  authScheme?: 'none' | 'bearer' | 'api_key';
  authHeaderName?: string;
  /**
   * Agents only.
   */
  protocol?: 'a2a' | 'other';
}
export interface AgentEntry {
  kind: 'agent';
  registration: ManualRegistration;
  credential?: CredentialChoice;
}
