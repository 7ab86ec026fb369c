import type { Registered } from './plan.ts';
import type { AgentRegistration, Registration, ServerRegistration } from './registration.ts';

type Kind = Registered['type'];

/** How the registry at hand treats what it is given: the answers of its kind, found out once. */
export interface Conduct {
  /** For people: kind, version and back end. */
  readonly description: string;
  /** Whether it can hold a field (by its name in the field table). */
  readonly holds: (type: Kind, field: string) => boolean;
  /** What visibility and groups come to: they decide who sees it, are only stored, or are not even that. */
  readonly restricts: (type: Kind) => 'enforced' | 'stored' | 'never';
  /** Whether an API client may enable and disable it. */
  readonly enables: (type: Kind) => boolean;
  /** Whether it can be changed without removing it. */
  readonly updates: (type: Kind) => boolean;
  /** Whether an update removes what is no longer set. */
  readonly clears: (address: Address) => boolean;
  /** An update of a server leaves nothing of what is not sent again, its credential neither. */
  readonly erases: boolean;
  /** Reading a server whole costs its credential; and its URL, where the token may not see it. */
  readonly harmedByReading: boolean;
  /** Whether writing loses something that no entry can hold, by its name in `unheld`. */
  readonly loses: (name: string) => boolean;
  /** Whether an error of an update says that only removing and registering anew will do. */
  readonly onlyReplaces: (type: Kind, error: unknown) => boolean;
}

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
  /** Names of what stands there and no entry can hold; known of what was read whole. */
  readonly unheld?: readonly string[];
  /** The answer itself, for the kind of registry that gave it. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Everything that a plan needs to know of a registry. */
export interface Snapshot {
  readonly conduct: Conduct;
  readonly rights: Rights;
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
  /** Writing the whole registration again does not remove it. */
  readonly stuck?: true;
}

export interface FieldTable {
  readonly server: readonly Field<ServerRegistration>[];
  readonly agent: readonly Field<AgentRegistration>[];
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

export interface UpdateOptions {
  /** Fields that the plan found different. */
  readonly fields: ReadonlySet<string>;
  /** The scheme to write where scheme and other fields are written in one. */
  readonly authScheme: 'none' | 'bearer' | 'api_key';
  readonly snapshot: Snapshot;
}

/** Whether the credential at hand went along with an update, or is to be set on its own. */
export type UpdateResult = { readonly credentialSent: boolean };

/** A path without its last slash: both spellings are one name for the registry. */
export const barePath = (path: string): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);

/** What two spellings of one path have in common: the registry looks paths up without the last slash, people without case. */
export const pathKey = (path: string): string => barePath(path).toLowerCase();

/** A path as somebody wrote it, with one slash before it and none after it. */
export const slashedPath = (path: string): string => `/${path.replace(/^\/+/, '').replace(/\/+$/, '')}`;

/** Where a thing stands: enough to address it. */
export type Address = Pick<Registered, 'type' | 'path'>;

/** `by-hand`: this registry lets only a person do it. */
export type EnableResult = 'done' | 'by-hand';

/** A kind of registry. All methods throw SyncError registry/* or network/*. */
export interface Registry {
  readonly kind: string;
  readonly fields: FieldTable;
  /** Rights first, then everything that can be seen, then what the registry can do. */
  readonly snapshot: (signal?: AbortSignal) => Promise<Snapshot>;
  /** One registration with every field; undefined when there is none. */
  readonly read: (address: Address, signal?: AbortSignal) => Promise<Listed | undefined>;
  /** Registers what must not exist yet: registry/conflict when something holds the path. */
  readonly create: (write: Write, snapshot: Snapshot) => Promise<void>;
  /** Writes every field of something that carries our mark: registry/conflict when it changed since it was listed. */
  readonly update: (listed: Listed, write: Write, options: UpdateOptions) => Promise<UpdateResult>;
  /** Removes it; that it is gone already is no error. */
  readonly remove: (address: Address) => Promise<void>;
  readonly setEnabled: (address: Address, enabled: boolean) => Promise<EnableResult>;
  /** Servers only. Without a token the scheme becomes `none`. */
  readonly setCredential: (path: string, credential: Credential) => Promise<void>;
  /** Servers only. Waits for the registry's security scan, which changes nothing. */
  readonly rescan: (path: string) => Promise<ScanVerdict>;
}

/** What the registry's security scan says; `forbidden`: the token may not ask for one. */
export type ScanVerdict =
  | { readonly state: 'safe' | 'unsafe' | 'forbidden' }
  | { readonly state: 'failed'; readonly note: string };

export type Credential =
  | { readonly scheme: 'none' }
  | { readonly scheme: 'bearer' | 'api_key'; readonly token: string; readonly headerName?: string };
