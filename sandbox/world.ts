/**
 * The one description of a world from which the sandbox's services start. Everything in it may be changed between two
 * requests: the services read it anew each time.
 */
import type { Place } from './aws/names.ts';
import { offeredByDefault, type RegionInfo, regionsOf } from './aws/regions.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

export interface JwtAuthorizer {
  type: 'CUSTOM_JWT';
  discoveryUrl: string;
  allowedClients?: string[];
  allowedAudience?: string[];
  allowedScopes?: string[];
  /** As on the wire: `inboundTokenClaimName`, `inboundTokenClaimValueType`, `authorizingClaimMatchValue`. */
  customClaims?: JsonObject[];
}

/** `OTHER` is a kind that no client knows yet: `name` on the wire, with its configuration. */
export type Authorizer =
  | JwtAuthorizer
  | { type: 'AWS_IAM' | 'NONE' | 'AUTHENTICATE_ONLY' }
  | { type: 'OTHER'; name: string; configuration?: JsonObject };

export interface Target {
  id: string;
  name: string;
  description?: string;
  status: string;
  /** What it is once its tools were read again; READY when absent. */
  afterwards?: string;
  /** As the summary shows it; without it only the target's own description tells. */
  targetType?: string;
  /** The union as on the wire, e.g. `{ mcp: { mcpServer: { endpoint } } }`; unknown members are fine. */
  configuration: JsonObject;
  /** When its tools were last listed. */
  synchronizedAt?: string;
  /** credentialProviderConfigurations, as on the wire; absent: the gateway's role. */
  outbound?: JsonObject[];
}

export interface Gateway {
  id: string;
  name: string;
  description?: string;
  status: string;
  authorizer: Authorizer;
  /** Absent for gateways that front HTTP and inference targets only. */
  protocolType?: string;
  /** Overrides the URL that follows from the id. */
  url?: string;
  /** What GetGateway says besides, as on the wire: policyEngineConfiguration, interceptorConfigurations, … */
  details?: JsonObject;
  targets: Target[];
  tags: Record<string, string>;
  updatedAt: string;
}

export interface Endpoint {
  name: string;
  status: string;
  liveVersion: string;
  description?: string;
}

export interface Runtime {
  id: string;
  name: string;
  description: string;
  status: string;
  version: string;
  /** MCP, HTTP, A2A, AGUI, or what comes next. Absent as on runtimes made before protocols existed. */
  serverProtocol?: string;
  /** Absent: IAM inbound. */
  authorizer?: JwtAuthorizer | { type: 'OTHER'; name: string; configuration?: JsonObject };
  environmentVariables: Record<string, string>;
  /** What GetAgentRuntime says besides, as on the wire: requestHeaderConfiguration, networkConfiguration, … */
  details?: JsonObject;
  /** DEFAULT first. */
  endpoints: Endpoint[];
  tags: Record<string, string>;
  updatedAt: string;
}

export interface Harness {
  id: string;
  name: string;
  status: string;
  /** Absent: IAM inbound. */
  authorizer?: JwtAuthorizer;
  environmentVariables: Record<string, string>;
  /** DEFAULT first. */
  endpoints: Endpoint[];
  updatedAt: string;
}

export interface RegionContents {
  gateways: Gateway[];
  runtimes: Runtime[];
  harnesses: Harness[];
  /** Cognito: pool id → client id → client; a public client has no secret. */
  userPools: Record<string, Record<string, { secret?: string }>>;
  /** Secrets Manager: name → text. */
  secrets: Record<string, string>;
}

/** Who may assume a role. A principal is an account id (all of it) or the ARN of a role. */
export type Trust =
  | { kind: 'principal'; principal: string; externalId?: string; tags: boolean }
  | { kind: 'job'; issuer: string; sub: string[]; aud: string };

export interface Role {
  trusts: Trust[];
  /** Seconds, as IAM's MaxSessionDuration. */
  maxSession: number;
  /** IAM actions, `*` as a last character. Absent: everything. */
  allow?: string[];
}

export type AccountState = 'ACTIVE' | 'PENDING_ACTIVATION' | 'SUSPENDED' | 'PENDING_CLOSURE' | 'CLOSED';

export interface Account {
  name: string;
  email: string;
  state: AccountState;
  /** Id of the organizational unit; absent: directly under the root. */
  unit?: string;
  roles: Record<string, Role>;
  /** Opt-in Regions that this account enabled, besides those of `regions`. */
  optedIn: string[];
  regions: Record<string, RegionContents>;
}

export interface Unit {
  id: string;
  name: string;
  units: Unit[];
}

export interface Organization {
  id: string;
  rootId: string;
  managementAccount: string;
  /** Accounts that may read the organization besides the management account. */
  delegatedAdministrators: string[];
  units: Unit[];
}

export interface World {
  partition: string;
  /** All Regions of the partition. */
  regions: RegionInfo[];
  /** Regions in which AgentCore exists. */
  agentCoreRegions: string[];
  accounts: Record<string, Account>;
  organization?: Organization;
  /** S3's buckets, by name. */
  buckets: Record<string, Bucket>;
}

export interface Bucket {
  account: string;
  region: string;
  /** Key → content. */
  objects: Map<string, string>;
}

export type AccountInput = Partial<Omit<Account, 'regions'>> & {
  regions?: Record<string, Partial<RegionContents>>;
};

export interface WorldInput {
  partition?: string;
  regions?: RegionInfo[];
  agentCoreRegions?: string[];
  accounts: Record<string, AccountInput>;
  organization?: Partial<Organization> & { managementAccount: string };
  buckets?: Record<string, Bucket>;
}

/** The issuer of GitHub's own job tokens. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

const regionContents = (input: Partial<RegionContents> = {}): RegionContents => ({
  gateways: input.gateways ?? [],
  runtimes: input.runtimes ?? [],
  harnesses: input.harnesses ?? [],
  userPools: input.userPools ?? {},
  secrets: input.secrets ?? {},
});

/** The world described by `input`, all defaults filled in. Regions in which an account has something offer AgentCore. */
export const world = (input: WorldInput): World => {
  const partition = input.partition ?? 'aws';
  const accounts: Record<string, Account> = {};
  const used = new Set<string>();
  for (const [id, { regions = {}, ...account }] of Object.entries(input.accounts)) {
    for (const region of Object.keys(regions)) used.add(region);
    accounts[id] = {
      name: `account-${id}`,
      email: `aws+${id}@example.com`,
      state: 'ACTIVE',
      roles: {},
      optedIn: [],
      ...account,
      regions: Object.fromEntries(Object.entries(regions).map(([name, value]) => [name, regionContents(value)])),
    };
  }
  return {
    partition,
    regions: input.regions ?? regionsOf(partition),
    agentCoreRegions: input.agentCoreRegions ?? [...new Set([...offeredByDefault(partition), ...used])],
    accounts,
    buckets: input.buckets ?? {},
    ...(input.organization && {
      organization: {
        id: 'o-exampleorgid',
        rootId: 'r-exam',
        delegatedAdministrators: [],
        units: [],
        ...input.organization,
      },
    }),
  };
};

/** What one account holds in one Region, made empty when nothing was there; push to its lists to change the world. */
export const contentsOf = (of: World, place: Place): RegionContents => {
  const account = of.accounts[place.account];
  if (!account) throw new Error(`the world has no account ${place.account}`);
  account.regions[place.region] ??= regionContents();
  return account.regions[place.region] ?? regionContents();
};
