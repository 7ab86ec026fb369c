import type { Filter, GatewaysConfiguration, Issuer } from '../model/generated/configuration.ts';
import type { Judging } from '../model/judging.ts';
import type { DefaultSettings } from './defaults.ts';
import type { Only } from './only.ts';
import type { RegistrySettings } from './registry-kinds/table.ts';
import type { RequestSettings } from './request-settings.ts';
import type { VerifySettings } from './verify-settings.ts';

/** Which accounts are scanned: the caller's own, a list, or those of AWS Organizations. */
export type AccountSelection =
  | { readonly type: 'own' }
  /** `thisRun`: from flags, inputs or environment alone, so that nothing follows for entries of other accounts. */
  | { readonly type: 'list'; readonly accounts: readonly string[]; readonly thisRun?: true }
  | {
      readonly type: 'organization';
      readonly units: readonly string[];
      readonly exclude: readonly string[];
      readonly include: readonly string[];
      readonly role?: string;
    };

/** How AWS is reached, and for whom. */
export interface AwsSettings {
  readonly accounts: AccountSelection;
  /** `default`: the SDK's own Region, else us-east-1. */
  readonly regions:
    | { readonly type: 'list'; readonly regions: readonly string[]; readonly thisRun?: true }
    | { readonly type: 'all' }
    | { readonly type: 'default' };
  /** Name of the role in each account. With `own` accounts none is assumed. */
  readonly role: string;
  readonly hubRole?: string;
  /** Who asks AWS whether places are as the entries say: a role in each account, and its own hub. */
  readonly confirm: { readonly role: string; readonly hubRole?: string };
  /** Who calls servers that take AWS's own signatures (AWS_IAM), to verify them; absent: nobody. */
  readonly verify?: { readonly role: string; readonly hubRole?: string };
  /** `default-chain`: whatever the SDK finds. `github-oidc`: the token of the job. */
  readonly credentials: 'default-chain' | 'github-oidc';
  /** The configuration asks for the job's token, and a person's own credentials stand in for it. */
  readonly standsIn?: true;
  /** Hosts, or `*.host`, under which gateways may be reached besides their own. */
  readonly domains: readonly string[];
  readonly audience: string;
  readonly externalId?: string;
  readonly sessionSeconds?: number;
  /** Calls a second that AWS lets through for each call in each account and Region; absent: its defaults. */
  readonly quotas?: { readonly get?: number; readonly list?: number };
  /** Seconds for one AWS call. */
  readonly callSeconds: number;
  /** Seconds for the whole scan; absent: no limit. */
  readonly runSeconds?: number;
}

/** What a scan looks at. The configuration defines the catalogue's scope; flags narrow one run. */
/**
 * What gateway targets are read for. `mcp`: entries of those that are servers or agents, and which runtimes the others lead
 * to. `all`: also how a gateway proves itself to each of them.
 */
export type TargetsRead = false | 'mcp' | 'all';

export interface ScanSettings {
  readonly include: readonly Filter[];
  readonly exclude: readonly Filter[];
  readonly narrow: {
    readonly accounts?: readonly string[];
    readonly regions?: readonly string[];
    readonly include: readonly Filter[];
    readonly exclude: readonly Filter[];
    /** What `--only` keeps. */
    readonly only?: Only;
    /** Kinds that this run lists. */
    readonly gateways: boolean;
    readonly runtimes: boolean;
  };
  readonly targets: TargetsRead;
  /** Harnesses are looked for. */
  readonly harnesses: boolean;
  /** Named endpoints of runtimes are listed. */
  readonly endpoints: boolean;
  readonly strictAccounts: boolean;
  readonly prune: boolean;
}

/** A number of registrations, or a share of ours in percent. */
export type Limit =
  | { readonly type: 'count'; readonly count: number }
  | { readonly type: 'share'; readonly percent: number };

export interface LimitSettings {
  readonly deletes: Limit;
  readonly updates: Limit;
  /** Lines of allow lists that one apply may take away. */
  readonly disallows: Limit;
  /** Registrations that one run may disable because their tools changed. */
  readonly disables: Limit;
  readonly new: number;
  /** Entry files for which limits are lifted. */
  readonly allow: readonly string[];
}

export interface PathSettings {
  readonly template: string;
  readonly aliases: Readonly<Record<string, string>>;
}

/** What a registration's header may use: environment variable, and the origins it may go to. */
export type HeaderSecrets = Readonly<Record<string, { readonly env: string; readonly urls: readonly string[] }>>;

/** What only init and upgrade are told. */
export interface InitSettings {
  /** The mark, by flag or from the configuration. */
  readonly owner?: string;
  /** Units of the organization whose accounts are scanned; empty: all of it. */
  readonly organization?: readonly string[];
  readonly organizationId?: string;
  /** Regions of a flag or of the configuration; the environment's are no answer, only a default. */
  readonly regions: readonly string[];
  /** Numeric ids of the repository and its owner. */
  readonly repositoryIds?: { readonly owner: string; readonly repository: string };
  /** Take over new texts without a question. */
  readonly yes: boolean;
  /** A static registry was asked for. */
  readonly site?: true;
  /** What deploys gateways from files was asked for. */
  readonly gateways?: true;
  /** `owner/repository@digest` of this action. */
  readonly action?: string;
  /** `owner/name` of the catalogue's repository. */
  readonly repository?: string;
  /** Branch that the workflows run on. */
  readonly base?: string;
  readonly hubRole?: string;
  readonly codeOwners: readonly string[];
}

/** Whom login asks, where flags say it. */
export interface LoginSettings {
  readonly issuer?: string;
  readonly client?: string;
  readonly scope?: string;
}

/** Everything that a run was asked for: flags, inputs, environment and configuration, checked and merged once. No secret is in it. */
export interface Settings {
  readonly owner?: string;
  /** The catalogue's directory in one spelling: `servers`, `a/servers`. */
  readonly directory: string;
  /** Somebody named it: then it must be there. */
  readonly directoryGiven?: true;
  /** The configuration file in one spelling. */
  readonly config: string;
  /** The configuration's file, as given. */
  readonly configFile: string;
  readonly output: 'text' | 'json';
  readonly debug: boolean;
  readonly dryRun: boolean;
  readonly aws: AwsSettings;
  /** Who says that an entry's place is so before anything is sent there: AWS in the same run, or the reviewers. */
  readonly confirmBy: 'aws' | 'review';
  readonly scan: ScanSettings;
  readonly paths: PathSettings;
  /** Every configured registry, in the order of the configuration. */
  readonly registries: readonly RegistrySettings[];
  /** Names of those that the run is about; absent: all of them. */
  readonly to?: readonly string[];
  readonly defaults: DefaultSettings;
  readonly limits: LimitSettings;
  readonly issuers: readonly Issuer[];
  /** What definitions of gateways may name; absent: nothing. */
  readonly gateways: GatewaysConfiguration;
  readonly gatewaysRun: GatewaysRun;
  readonly secrets: HeaderSecrets;
  /** Severities, accepted problems, and what a run fails for. */
  readonly judging: Judging;
  readonly ignoreDrift: readonly string[];
  /** Groups that registrations may be restricted to; absent: nobody lists them. */
  readonly groups?: readonly string[];
  readonly owners: Readonly<Record<string, readonly string[]>>;
  /** Hosts that may be private; `*.name` stands for every subdomain. */
  readonly privateHosts: readonly string[];
  /** Those of them that registrations may call without TLS. */
  readonly httpHosts: readonly string[];
  /** list shows accounts and Regions instead of what runs there. */
  readonly coverage: boolean;
  /** report and log print Markdown. */
  readonly markdown: boolean;
  /** report rebuilds what an audit asks for, from this day (YYYY-MM-DD) or from the beginning; absent: it does not. */
  readonly audit?: { readonly since?: string };
  /** report asks AWS and the registries what the files lack. */
  readonly unlisted: boolean;
  /** Changes of each entry that log shows. */
  readonly logLimit: number;
  /** What of the run is shown and done; absent: all of it. */
  readonly only?: Only;
  /** Git ref whose entries and settings a plan is compared with. */
  readonly against?: string;
  /** Git ref whose entries are read instead of the working directory's. */
  readonly head?: string;
  readonly request: RequestSettings;
  readonly apply: {
    /** What becomes ours of that which stands at a wanted path without a mark: nothing, all, or these paths. */
    readonly adopt: 'none' | 'all' | readonly string[];
    readonly allowDeletes: boolean;
    /** Why disable switches something off. */
    readonly reason?: string;
    /** Folder that what was switched off is written to, for the job that records it. */
    readonly recordTo?: string;
    /** Folder that such a job reads. */
    readonly recordFrom?: string;
    readonly exitCode: boolean;
    /** Write without asking. */
    readonly yes: boolean;
    /** Read each registration and compare every field. */
    readonly deep: boolean;
    /** Switch on again what the registry's scan switched off. */
    readonly enableFlagged: boolean;
    readonly allowUnenforcedVisibility: boolean;
    /** Another owner whose registrations become ours. */
    readonly takeOverFrom?: string;
    /** File that the plan is saved to. */
    readonly out?: string;
    /** Saved plan that apply compares its own with. */
    readonly expect?: string;
  };
  readonly init: InitSettings;
  readonly login: LoginSettings;
  /** Where serve listens. */
  readonly serve: { readonly host: string; readonly port: number };
  /** Parts that doctor looks at; absent: all. */
  readonly checks?: readonly string[];
  /** Where doctor asks for a published site. */
  readonly publishedUrl?: string;
  readonly refresh: RefreshSettings;
  readonly verify: VerifySettings;
}

/** What a run of gateways was asked for. */
export interface GatewaysRun {
  readonly format: 'cloudformation';
  readonly import: boolean;
  readonly all: boolean;
  /** Folder for what is rendered; absent: standard output. */
  readonly out?: string;
  readonly target?: string;
  readonly role?: string;
  readonly allowDeletes: boolean;
  /** A saved plan, as a file or as its text, that deploy compares its own with. */
  readonly expect?: string;
  readonly yes: boolean;
}

/** How tokens are sent and renewed. */
export interface RefreshSettings {
  /** Send tokens with what is registered. */
  readonly withRegistration: boolean;
  readonly envFile?: string;
  /** Have the registry scan each server again. */
  readonly scan: boolean;
  readonly loop: boolean;
  readonly intervalSeconds: number;
  readonly healthFile?: string;
  readonly manifest?: string;
  /** Only entries of these accounts. */
  readonly accounts?: readonly string[];
}
