import { withoutEnd } from './ends.ts';
import type { Change, FieldChange, Outcome, Registered, TakenAway } from './plan.ts';
import type { Problem } from './problem.ts';
import type { RefusalReason, ReplaceReason } from './reasons.ts';
import type { AgentRegistration, Disabling, Registration, ServerRegistration } from './registration.ts';

/** What the token may do. Without `admin` the list is filtered: what is not in it may still exist. */
export interface Rights {
  readonly user: string;
  readonly admin: boolean;
}

/** What stands in the metadata of everything that we register. */
export interface Mark {
  readonly owner: string;
  readonly repository?: Repository;
  /** The path it was written for: a mark at another path was copied. */
  readonly path: string;
  readonly file: string;
  readonly endpoint?: string;
  readonly protect: boolean;
  /** What `enabled` was wished when it was written. */
  readonly enabled: boolean;
  /** It was registered without the lock that is required, and not enabled: enabling it by hand is no review. */
  readonly awaitsLock?: true;
  /** It was switched off at once; until git says otherwise, it stays off. */
  readonly disabling?: Disabling;
  /** Digest of what a credential is bound to. */
  readonly identity: string;
  /** Digest of each field that was set, by its name in the field table. Header values are in none of them. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface Repository {
  /** `owner/name`. */
  readonly name: string;
  /** GitHub's numeric id, which a copy does not have. */
  readonly id: string;
}

export type MarkReading =
  | { readonly type: 'none' }
  | { readonly type: 'broken'; readonly owner?: string }
  | { readonly type: 'mark'; readonly mark: Mark };

/** A registration as the registry shows it. */
export interface Listed extends Registered {
  /** Field values in the form of the field table; a key that is missing was not shown. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly mark: MarkReading;
  /** The registry's own security scan has put it aside. */
  readonly flagged: boolean;
  /** It comes from a peer registry. */
  readonly federated: boolean;
  /** Reading it whole would cost the registry something that it holds: it is known as far as the list shows it. */
  readonly fragile?: true;
  /** Names of what stands there and no entry can hold; known of what was read whole. */
  readonly unheld?: readonly string[];
  /** The answer itself, for the kind of registry that gave it. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Everything that a plan needs to know of a registry. */
export interface Snapshot {
  /** For people: kind, version and back end. */
  readonly description: string;
  readonly rights: Rights;
  /** What only the kind that made the snapshot reads: what the registry at hand can do, as its answers tell. */
  readonly own: unknown;
  readonly listed: readonly Listed[];
}

/** How a field is compared: `digest`: only by the mark; `headers`: values in memory, never shown; `auth`: with the credential; `never`: the registry rewrites it. */
export type Comparison = 'exact' | 'set' | 'keys' | 'headers' | 'auth' | 'digest' | 'never';

/** One field of a registration, as far as plan and documentation need it. */
export interface Field<R extends Registration = Registration> {
  readonly key: string;
  /** What the registry should hold; undefined: not set. */
  readonly value: (registration: R) => unknown;
  readonly compare: Comparison;
  readonly dangerous: boolean;
  /** What the registry shows once a value is written: its own defaults show as nothing set, texts without blanks around. */
  readonly shown: (value: unknown) => unknown;
}

export interface FieldTable {
  readonly server: readonly Field<ServerRegistration>[];
  readonly agent: readonly Field<AgentRegistration>[];
}

/** One registration as the registry at hand can have it. */
export interface Wanted {
  /** Reduced to what it can hold and enforce: where it keeps no credentials, the scheme is none. */
  readonly registration: Registration;
  /** Fields, by their names in the field table, that it can't hold: neither compared nor written. */
  readonly lacks: ReadonlySet<string>;
  /** Who enables and disables it there. `nobody`: what stands there is enabled. */
  readonly enabledBy: 'us' | 'person' | 'nobody';
}

/** A registration that must not be given to the registry at hand. */
export interface Refused {
  readonly registration: Registration;
  readonly rule: Problem['rule'];
  readonly why: RefusalReason;
}

/** What becomes of the wanted registrations in the registry at hand; each is in one of the lists. */
export interface Shaped {
  readonly wanted: readonly Wanted[];
  /** An error each; what stands there stays. */
  readonly refused: readonly Refused[];
  /** They have no place there, and need none: deleted where they stand. */
  readonly leftOut: readonly Registration[];
  /** What is lost, not enforced or left out: nothing is in silence. */
  readonly problems: readonly Problem[];
}

/** What a person allowed for this run. */
export interface Allowances {
  /** Register group-restricted servers where everybody would see them. */
  readonly unenforcedVisibility: boolean;
}

/** A registration that stands there, and how it differs. */
export interface Difference {
  readonly registration: Registration;
  readonly listed: Listed;
  readonly changes: readonly FieldChange[];
}

/**
 * One step of a change: what it does, without a value. `put` writes every field; what it can't take away where the
 * registration has none is in `leaves`: `nothing` where all that is not sent goes, so that nothing is read before.
 * `credential`: the token at hand goes along.
 */
export type Step =
  | { readonly type: 'disable' | 'withdraw' | 'remove' | 'set' | 'enable' }
  | { readonly type: 'create'; readonly credential: boolean }
  | { readonly type: 'put'; readonly credential: boolean; readonly leaves: 'nothing' | readonly string[] };

/** What the steps of a change are for. */
export interface StepsFor {
  readonly registration: Registration;
  /** What stands there; absent where it is made anew. */
  readonly listed?: Listed;
  /** A token is at hand, or can be had. */
  readonly token: boolean;
}

/**
 * What a kind of registry knows without asking anybody. Pure: what there is to know of the registry at hand stands in the
 * snapshot.
 */
export interface RegistryTraits {
  readonly fields: FieldTable;
  /** What the registry at hand can hold and enforce of what is wanted, all at once. */
  readonly shape: (wanted: readonly Registration[], snapshot: Snapshot, allowed: Allowances) => Shaped;
  /** Whether an update makes the difference; `replace`: why only removing and registering anew does. */
  readonly canUpdate: (difference: Difference, snapshot: Snapshot) => true | { readonly replace: ReplaceReason };
  /**
   * The steps of a change, from those that the engine planned one by one: a kind may join them (`put` with the credential),
   * or put one for another. The engine checks that the order still protects credentials.
   */
  readonly steps: (about: StepsFor, planned: readonly Step[], snapshot: Snapshot) => readonly Step[];
  /** Names of what stands in a registration, and writing it loses. */
  readonly losses: (listed: Listed, snapshot: Snapshot) => readonly string[];
  /** What the changes of a plan take away from people who go by what the registry makes. Absent: nothing ever. */
  readonly takesAway?: (changes: readonly Change[], snapshot: Snapshot) => TakenAway;
}

/** What is written for one registration. */
export interface Write {
  readonly registration: Registration;
  readonly mark: Mark;
  /** Fields (`metadata.key` too) that people may own in the registry: an update keeps what stands there. */
  readonly keep: ReadonlySet<string>;
  /** Header values, secrets resolved. */
  readonly headers: Readonly<Record<string, string>>;
  /** A credential that is at hand. */
  readonly credential?: string;
}

/** A step with all that it takes, secrets too. Paths are spelled as the registry does. */
export type Task =
  | { readonly type: 'create'; readonly write: Write }
  | {
      readonly type: 'put';
      readonly listed: Listed;
      readonly write: Write;
      /** Fields that the plan found different. */
      readonly fields: ReadonlySet<string>;
      /** The scheme to write where scheme and other fields are written in one. */
      readonly authScheme: 'none' | 'bearer' | 'api_key';
    }
  | { readonly type: 'set'; readonly path: string; readonly credential: Credential }
  | { readonly type: 'withdraw'; readonly path: string }
  | { readonly type: 'enable' | 'disable' | 'remove'; readonly address: Address };

/** `by-hand`: this registry lets only a person do it. `only-replaces`: only removing and registering anew will do. */
export type StepResult = 'done' | 'by-hand' | 'only-replaces';

/** A path without its last slash: both spellings are one name for the registry. */
export const barePath = (path: string): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);

/** What two spellings of one path have in common: the registry looks paths up without the last slash, people without case. */
export const pathKey = (path: string): string => barePath(path).toLowerCase();

/** A path as somebody wrote it, with one slash before it and none after it. */
export const slashedPath = (path: string): string => `/${withoutEnd(path.replace(/^\/+/, ''), '/')}`;

/** The scheme under which the registry holds a credential; what it does not show is none. */
export const listedScheme = (listed: Listed): ServerRegistration['authScheme'] => {
  const scheme = listed.values.get('authScheme');
  return scheme === 'bearer' || scheme === 'api_key' ? scheme : 'none';
};

/** Where a thing stands: enough to address it. */
export type Address = Pick<Registered, 'type' | 'path'>;

/** What addresses of one thing have in common: its path may be spelled with a last slash or without. */
export const addressKey = ({ type, path }: Address): string => `${type} ${barePath(path)}`;

/** Finds what stands at an address. */
export const listedAt = (listed: readonly Listed[]): ((address: Address) => Listed | undefined) => {
  const byKey = new Map(listed.map((one) => [addressKey(one), one]));
  return (address) => byKey.get(addressKey(address));
};

/** A registry that is open. All methods throw SyncError registry/* or network/*. */
export interface Registry extends RegistryTraits {
  /** Rights first, then everything that can be seen, and what the registry can do. */
  readonly snapshot: (signal?: AbortSignal) => Promise<Snapshot>;
  /** One registration with every field; undefined when there is none. */
  readonly read: (address: Address, signal?: AbortSignal) => Promise<Listed | undefined>;
  /**
   * Makes one step. `create`: registry/conflict when something holds the path. `put`: registry/conflict when the mark is
   * neither the one that was listed nor the one that is written. `remove`: that it is gone already is no error. `set`,
   * `withdraw`: servers only.
   */
  readonly run: (task: Task, snapshot: Snapshot) => Promise<StepResult>;
  /** After the last change of a run: what is made once for all of them. Where it fails, none of them counts as made. */
  readonly finish?: (outcomes: readonly Outcome[]) => Promise<void>;
  /** Servers only. Waits for the registry's own security scan, which changes nothing. Absent: it has none. */
  readonly scanner?: { readonly rescan: (path: string) => Promise<ScanVerdict> };
  /** What the registry says of how its servers and agents are. Absent: it says nothing of that. */
  readonly health?: (signal: AbortSignal) => Promise<readonly RegistryHealth[]>;
}

/** What a registry says of one server or agent: `healthy`, `unhealthy`, or more of its own words after one of them. */
export interface RegistryHealth extends Address {
  /** As it may be shown. */
  readonly status: string;
  /** When the registry looked, in its own words. */
  readonly checked?: string;
}

/** What the registry's security scan says; `forbidden`: the token may not ask for one. */
export type ScanVerdict =
  | { readonly state: 'safe' | 'unsafe' | 'forbidden' }
  | { readonly state: 'failed'; readonly note: string };

/** A credential that the registry is to send, and how. */
export interface Credential {
  readonly scheme: 'bearer' | 'api_key';
  readonly token: string;
  readonly headerName?: string;
}
