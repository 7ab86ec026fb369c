// Generated from schemas/configuration.schema.json by "npm run generate". Do not edit.

export type RegistryConfiguration = McpGatewayRegistryConfiguration | StaticRegistryConfiguration;
export type RegistryToken = TokenFromEnvironment | TokenFromFile | TokenFromGithub | TokenFromIssuer;
/**
 * Name of an environment variable.
 */
export type SecretEnv = string;
/**
 * Only registrations that one of these matches are kept there. Absent: all.
 *
 * @minItems 1
 * @maxItems 100
 */
export type RegistryEntries = RegistrationFilter[];
export type Glob = string;
export type ClientSecret =
  | ('cognito' | 'github-oidc')
  | {
      env: SecretEnv;
    }
  | {
      secretsmanager: string;
      key?: string;
    }
  | {
      'github-oidc': {
        audience: string;
      };
    };

/**
 * agentcore-sync.yaml: what is scanned, where it is registered, and whom the tool trusts. In Actions it is read from the default branch only.
 */
export interface Configuration {
  /**
   * The mark on everything that this configuration registers. Stable, and unique for each configuration.
   */
  owner?: string;
  aws?: AwsConfiguration;
  /**
   * aws: a scanned entry is registered, and a token sent for it, only when AWS confirms its place in the same run. review: nobody asks AWS; review lists every new or changed place first.
   */
  confirmBy?: 'aws' | 'review';
  scan?: ScanConfiguration;
  paths?: PathConfiguration;
  /**
   * The one registry, named default: the short form of registries. Its type may be left out: mcp-gateway-registry.
   */
  registry?: RegistryConfiguration;
  registries?: RegistriesConfiguration;
  /**
   * What an entry's registration takes where it says nothing: one row, or rows that are merged in order. Tags, groups and owners are joined; of the rest the last row that matches decides. Flags come last.
   */
  defaults?: DefaultsRow | DefaultsRow[];
  /**
   * Who may be asked for tokens, with which client, for whom.
   */
  issuers?: Issuer[];
  /**
   * Values for headers of manual entries, by name, each with the origins it may be sent to.
   */
  secrets?: {
    [k: string]: HeaderSecret;
  };
  limits?: LimitsConfiguration;
  /**
   * Severities of rules (docs/rules.md): another one than the usual, or off. A guard can't be lowered.
   */
  rules?: {
    [k: string]: 'error' | 'warning' | 'notice' | 'off';
  };
  /**
   * Problems that a person accepts: they are counted, told no more, and fail nothing. A guard can't be accepted.
   *
   * @maxItems 1000
   */
  accepted?: AcceptedConfiguration[];
  /**
   * Fields that people may own in the registry.
   */
  'ignore-drift'?: string[];
  /**
   * Groups that registrations may be restricted to, besides those of the defaults: an entry that names another one is told (group-unknown). Absent: not judged.
   *
   * @maxItems 10000
   */
  groups?: string[];
  /**
   * Teams or people asked for review: an account or name glob to its reviewers.
   */
  owners?: {
    [k: string]: string[];
  };
  network?: NetworkConfiguration;
  gateways?: GatewaysConfiguration;
}
/**
 * How AWS is reached, and what of it is scanned.
 */
export interface AwsConfiguration {
  /**
   * Account ids, in quotes. Absent, and no organization: the caller's own account.
   *
   * @maxItems 10000
   */
  accounts?: string[];
  organization?: OrganizationConfiguration;
  /**
   * Regions to scan; all: those that each account has enabled. Absent: the SDK's own, else us-east-1.
   */
  regions?: 'all' | string[];
  /**
   * Name of the role in every account.
   */
  role?: string;
  /**
   * ARN of the role that is assumed first.
   */
  hubRole?: string;
  /**
   * github-oidc: the job's own token, for which a person's default chain stands in outside of a job; default-chain (ambient is its old name): what the SDK finds.
   */
  credentials?: 'default-chain' | 'github-oidc' | 'ambient';
  confirm?: ConfirmConfiguration;
  verify?: VerifyRoleConfiguration;
  /**
   * Custom domains of gateways: hosts, or *.host for every subdomain. A gateway may be registered at a URL inside of them (registration.url), or where AWS says that it is there.
   *
   * @maxItems 1000
   */
  domains?: string[];
  /**
   * Audience of the OIDC token for STS.
   */
  audience?: string;
  /**
   * External id for the step from the hub or the caller to an account's role.
   */
  externalId?: string;
  /**
   * Length of a session; at most 3600 where a role is assumed from a role.
   */
  sessionSeconds?: number;
  quotas?: QuotaConfiguration;
}
/**
 * Accounts of AWS Organizations instead of a list.
 */
export interface OrganizationConfiguration {
  /**
   * Organizational units or roots, nested ones included. Absent: every account.
   *
   * @minItems 1
   */
  units?: string[];
  /**
   * Account ids, or units, left out.
   */
  exclude?: string[];
  /**
   * Account ids added: the management account is scanned only when it is named here.
   */
  include?: string[];
  /**
   * Role for the Organizations calls (management account or delegated administrator).
   */
  role?: string;
}
/**
 * Who asks AWS, before apply, refresh and verify send anything, whether an entry's place is so.
 */
export interface ConfirmConfiguration {
  /**
   * Name of the role in every account.
   */
  role?: string;
  /**
   * ARN of the role that is assumed first: never the scan's hub.
   */
  hubRole?: string;
}
/**
 * Who calls servers that take AWS's own signatures (AWS_IAM), to verify them. Absent: they are not asked.
 */
export interface VerifyRoleConfiguration {
  /**
   * Name of the role in every account (default AgentCoreVerify).
   */
  role?: string;
  /**
   * ARN of the role that is assumed first: never the scan's hub.
   */
  hubRole?: string;
}
/**
 * Calls a second for each call in each account and Region, where AWS raised its defaults (get 10, list 5).
 */
export interface QuotaConfiguration {
  /**
   * Of calls that get one thing.
   */
  get?: number;
  /**
   * Of calls that list.
   */
  list?: number;
}
/**
 * The scope of the catalogue.
 */
export interface ScanConfiguration {
  /**
   * Only what one of these matches.
   */
  include?: Filter[];
  /**
   * Not what one of these matches.
   */
  exclude?: Filter[];
  /**
   * mcp: gateway targets that are MCP servers, or pass MCP or A2A through, get entries of their own, and gateways say which runtimes their targets lead to. all: gateways also say how they prove themselves to each other target.
   */
  targets?: 'none' | 'mcp' | 'all';
  /**
   * true: harnesses get entries, as agents.
   */
  harnesses?: boolean;
  /**
   * true: named endpoints of runtimes are listed.
   */
  endpoints?: boolean;
}
/**
 * Matches when every key that it has matches; values are globs (* and ?).
 */
export interface Filter {
  /**
   * Name in AWS.
   */
  name?: string;
  /**
   * Id in AWS.
   */
  id?: string;
  /**
   * Account id.
   */
  account?: string;
  /**
   * Region.
   */
  region?: string;
  /**
   * Kind of resource.
   */
  kind?: 'gateway' | 'target' | 'runtime' | 'harness';
  /**
   * key=value, both globs; or a key alone.
   */
  tag?: string;
}
/**
 * Which path a new entry gets. A path that stands in a file stays.
 */
export interface PathConfiguration {
  /**
   * Path of a new entry: {name}, {account}, {alias}, {region}.
   */
  template?: string;
  /**
   * Account id to alias.
   */
  aliases?: {
    [k: string]: string;
  };
}
/**
 * Registries by name. plan, apply, refresh, verify, import and doctor go through all of them, or those that --to names.
 */
export interface RegistriesConfiguration {
  [k: string]: RegistryConfiguration;
}
export interface McpGatewayRegistryConfiguration {
  /**
   * The kind of registry.
   */
  type?: 'mcp-gateway-registry';
  /**
   * Base URL of the registry: https; http only to loopback, or with insecure: true.
   */
  url?: string;
  /**
   * true: plain http to a host that is not loopback.
   */
  insecure?: boolean;
  token?: RegistryToken;
  entries?: RegistryEntries;
}
export interface TokenFromEnvironment {
  env: SecretEnv;
}
export interface TokenFromFile {
  file: string;
}
export interface TokenFromGithub {
  'github-oidc': {
    audience: string;
  };
}
export interface TokenFromIssuer {
  issuer: string;
  client: string;
}
/**
 * Matches when every key that it has matches; values are globs (* and ?).
 */
export interface RegistrationFilter {
  /**
   * gateway, target, runtime, harness, server or agent.
   */
  kind?: 'gateway' | 'target' | 'runtime' | 'harness' | 'server' | 'agent';
  /**
   * Account of what was scanned.
   */
  account?: string;
  /**
   * Region of what was scanned.
   */
  region?: string;
  /**
   * Path of the registration.
   */
  path?: string;
  /**
   * One of the registration's tags, those of defaults included.
   */
  tag?: string;
}
export interface StaticRegistryConfiguration {
  /**
   * The kind of registry: files that any host serves.
   */
  type: 'static';
  /**
   * Where the files are written, below the working directory (default site).
   */
  directory?: string;
  /**
   * Reverse DNS name of whoever publishes: what stands before the slash in servers' names.
   */
  namespace: string;
  /**
   * Heading of the page (default: the namespace).
   */
  title?: string;
  /**
   * Where the files are published: links to pages and cards are made with it.
   */
  url?: string;
  /**
   * public (default): everybody may read the site, and only public entries are on it. private: its host lets in whom it should, and internal entries are on it too.
   */
  audience?: 'public' | 'private';
  /**
   * What whoever reads the site may see besides what connecting needs.
   */
  expose?: ('accounts' | 'arns' | 'runtimeUrls' | 'owners' | 'findings' | 'security' | 'history')[];
  /**
   * Version of mcp-proxy-for-aws that editors start for servers with AWS_IAM (default: the one that this release was tried with).
   */
  proxyVersion?: string;
  /**
   * Name of another registry of this configuration, through which clients connect.
   */
  linkThrough?: string;
  allow?: AllowConfiguration;
  entries?: RegistryEntries;
}
/**
 * The allow lists for Copilot and Claude Code.
 */
export interface AllowConfiguration {
  /**
   * Lines of the lists that are not ours, kept as they are.
   *
   * @maxItems 1000
   */
  also?: AllowedServer[];
  /**
   * true: servers' names too. Whoever adds a server chooses its name: a name keeps nobody out.
   */
  names?: boolean;
  /**
   * true: in Claude Code no other allow list counts.
   */
  managedOnly?: boolean;
}
export interface AllowedServer {
  /**
   * URL, with * for anything.
   */
  serverUrl?: string;
  /**
   * The whole command line, word by word.
   *
   * @minItems 1
   */
  serverCommand?: string[];
  /**
   * A name, which whoever adds a server chooses.
   */
  serverName?: string;
}
export interface DefaultsRow {
  match?: DefaultsMatch;
  /**
   * Who sees it in the registry.
   */
  visibility?: 'public' | 'internal' | 'group-restricted';
  /**
   * Who sees a registration with visibility group-restricted. Joined.
   */
  groups?: string[];
  /**
   * Added to the tags of each registration. Joined. Placeholders: {account}, {alias}, {region}, {name}.
   */
  tags?: string[];
  /**
   * Whether the registry serves it.
   */
  enabled?: boolean;
  /**
   * false: entries that do not say register: true stay out of the registry.
   */
  register?: boolean;
  /**
   * Teams or people asked for review, and for code owners. Joined.
   */
  owners?: string[];
  /**
   * Where neither entry nor AWS has one. Placeholders as in tags.
   */
  description?: string;
  /**
   * Placeholders as in tags.
   */
  license?: string;
  /**
   * Placeholders as in tags, in organization alone.
   */
  provider?: {
    organization: string;
    url: string;
  };
  credential?: DefaultsCredential;
  /**
   * true: what has no tool lock is an error of verify, and what is new stays disabled until its lock is merged.
   */
  requireLock?: boolean;
  /**
   * What verify.yml does where tools are not those of the lock. report: it says so. disable: it also disables the registration until the lock of what is there now is merged.
   */
  onToolChange?: 'report' | 'disable';
}
/**
 * Entries that the row is for: all keys must match, each with one of its globs (* and ?). Absent: every entry. Groups, visibility, owners, register, credential, requireLock and onToolChange go by account, ou, region and kind alone: names are strangers' text.
 */
export interface DefaultsMatch {
  /**
   * Account ids.
   */
  account?: Glob | Glob[];
  /**
   * Organizational units: an id anywhere on the account's path, or the whole path, as accounts.yaml has it.
   */
  ou?: Glob | Glob[];
  /**
   * Regions.
   */
  region?: Glob | Glob[];
  /**
   * gateway, target, runtime and the other kinds of entries.
   */
  kind?: Glob | Glob[];
  /**
   * Names in AWS; of manual entries the name of the registration.
   */
  name?: Glob | Glob[];
}
/**
 * from: caller leaves the token of scanned servers to their callers.
 */
export interface DefaultsCredential {
  from: 'caller';
}
export interface Issuer {
  /**
   * The issuer's identifier, compared as a whole.
   */
  issuer: string;
  /**
   * Where it is not the issuer followed by /.well-known/openid-configuration.
   */
  discoveryUrl?: string;
  /**
   * Pins the token endpoint.
   */
  tokenEndpoint?: string;
  /**
   * Cognito: account of the user pool.
   */
  account?: string;
  /**
   * Cognito: name of the role that may read the client's secret.
   */
  role?: string;
  /**
   * Lets the vendor's variable (AUTH0_CLIENT_SECRET, …) serve this issuer, and its rules be checked.
   */
  vendor?: 'auth0' | 'okta' | 'entra' | 'cognito' | 'keycloak';
  /**
   * Its clients.
   *
   * @minItems 1
   */
  clients: Client[];
}
export interface Client {
  /**
   * Client id at the issuer.
   */
  id: string;
  secret?: ClientSecret;
  /**
   * Entries that it serves: globs of account/path (111111111111/pricing-tools/) or ARN.
   *
   * @minItems 1
   */
  for?: string[];
  /**
   * Origins of targets and manual entries that it serves, each with or without a path that they lie below; not AgentCore's own hosts.
   *
   * @minItems 1
   */
  urls?: string[];
  /**
   * true: may serve several accounts.
   */
  shared?: boolean;
  /**
   * Scope that is asked for; an entry may narrow it.
   */
  scope?: string;
  /**
   * Audience that is asked for, where the issuer takes one.
   */
  audience?: string;
  /**
   * Resource that is asked for (RFC 8707).
   */
  resource?: string;
  /**
   * How the client authenticates; as announced by the issuer when absent.
   */
  method?: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';
}
export interface HeaderSecret {
  env: SecretEnv;
  /**
   * Origins (https://host) of the servers it may go to.
   *
   * @minItems 1
   */
  urls: string[];
}
/**
 * Checked before the first write: from ten registrations of ours on.
 */
export interface LimitsConfiguration {
  /**
   * Share of our registrations that one apply may delete.
   */
  deletes?: number | string;
  /**
   * Share that may change URL, visibility, groups or authentication.
   */
  updates?: number | string;
  /**
   * Share of the allow lists' lines that one apply may take away.
   */
  disallows?: number | string;
  /**
   * Share that one run may disable because tools changed (defaults: onToolChange); a share permits one at least.
   */
  disables?: number | string;
  /**
   * New entries of one account in one pull request, after its first scan.
   */
  new?: number;
  /**
   * Entry files for which the limits are lifted.
   */
  allow?: string[];
}
export interface AcceptedConfiguration {
  /**
   * Name of the rule.
   */
  rule: string;
  /**
   * A glob (* and ?): on the path in the registry, or on the file as it lies from the repository's root.
   */
  path: string;
  /**
   * Why, and who says so: a ticket, a team.
   */
  reason: string;
  /**
   * The last day on which it counts, as YYYY-MM-DD; then it is a problem again. Absent: no end.
   */
  until?: string;
}
/**
 * Which hosts may be private.
 */
export interface NetworkConfiguration {
  /**
   * Hosts that may be private: registrations may name them, and they may resolve to private addresses. *.name stands for every subdomain.
   */
  privateHosts?: (string | PrivateHost)[];
}
/**
 * A host that may be private, and may be registered with http where http is true.
 */
export interface PrivateHost {
  /**
   * Its name, or *. and a name for every subdomain.
   */
  host: string;
  /**
   * Registrations may call it without TLS.
   */
  http?: boolean;
}
/**
 * What definitions below gateways/ may name. They pick among these; what is not listed is refused.
 */
export interface GatewaysConfiguration {
  /**
   * Accounts that gateways are deployed to.
   */
  accounts?: string[];
  /**
   * Roles that may be passed to gateways.
   */
  roles?: string[];
  /**
   * Secrets that credential providers may be made of, and where what they hold may go.
   */
  secrets?: GatewayCredential[];
  /**
   * Credential providers that exist, and where what they give may go.
   */
  providers?: GatewayCredential[];
  /**
   * Origins of targets that tokens of pools which are made here, and callers' own tokens, may go to. Runtimes of listed accounts need none.
   */
  origins?: string[];
  /**
   * Functions that may see and change requests and answers.
   */
  interceptors?: string[];
  /**
   * Discovery URLs of issuers whose tokens gateways may accept.
   */
  issuers?: string[];
  /**
   * Policy engines that exist.
   */
  policyEngines?: string[];
  /**
   * Web ACLs that may stand before gateways.
   */
  webAcls?: string[];
  /**
   * Keys of KMS that gateways may be encrypted with.
   */
  kmsKeys?: string[];
  /**
   * Where a browser may be sent after a person consented (authorization code).
   */
  returnUrls?: string[];
  /**
   * Accounts whose functions, runtimes and buckets targets may name, besides the gateway's own and those of accounts.
   */
  targetAccounts?: string[];
  /**
   * ARNs, addresses, host names, ids and accounts that extra may name: a VPC, a resource of VPC Lattice.
   */
  extra?: string[];
  /**
   * Name of the policy that bounds every role that is made, in each account.
   */
  permissionsBoundary?: string;
  /**
   * Role in each account that may have tools read again. Default: AgentCoreReloadTools.
   */
  reloadRole?: string;
  deploy?: GatewayDeployConfiguration;
}
export interface GatewayCredential {
  /**
   * Of the secret, or of the credential provider.
   */
  arn: string;
  /**
   * Documents in S3 (s3://bucket/key) and connectors (connector:name) that say themselves where it goes, and are trusted to.
   */
  documents?: string[];
  /**
   * Of a client's secret: who may be sent it for tokens, by discovery URL, or by token endpoint where there is none.
   *
   * @minItems 1
   */
  issuers?: string[];
  /**
   * Origins of targets that it may go to: https://api.example.com.
   *
   * @minItems 1
   */
  origins?: string[];
}
/**
 * Who deploys. Absent: nobody does.
 */
export interface GatewayDeployConfiguration {
  /**
   * Role in each account that may change stacks named agentcore-sync-*. Default: AgentCoreDeploy.
   */
  role?: string;
  /**
   * Role in each account that CloudFormation itself works with. Default: AgentCoreDeployService.
   */
  serviceRole?: string;
  /**
   * Assumed first with the job's OIDC token; a hub of its own.
   */
  hubRole?: string;
  /**
   * Bucket that templates of more than 51,200 bytes are put into, and deployed from. {account} and {region} stand for the gateway's: a bucket lies in the Region of the gateways.
   */
  bucket?: string;
  /**
   * Account that the bucket belongs to. Default: the gateway's.
   */
  bucketOwner?: string;
}
