/** What the registry double holds. Field names are the registry's own: the records are documents, as they are in its storage. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Fields = { [key: string]: Json };

export interface Server {
  /** Exactly as registered, with or without a last slash: lookups find both spellings, writes only this one. */
  readonly path: string;
  /** The stored document without path, enabled state and credential. */
  fields: Fields;
  enabled: boolean;
  /** In plain text: what a test asserts on. No answer ever holds it. */
  credential: string | undefined;
  /** `file` only: the live record was read and lost its credential, so that the next write saves it without. */
  stripped: boolean;
  health: { status: string; checked: string | null };
  /** Inactive versions, made by registering another version with overwrite=false. */
  versions: { version: string; url: string }[];
  scan: Fields | undefined;
}

export interface Agent {
  readonly path: string;
  /** The stored card without path and enabled state. */
  card: Fields;
  enabled: boolean;
  scan: Fields | undefined;
}

/** Work that the registry does after its answer. A scan keeps the entry as it was registered, because it writes that back. */
export type Task =
  | { readonly kind: 'health'; readonly path: string }
  | {
      readonly kind: 'scan';
      readonly path: string;
      readonly registered: Fields;
      readonly credential: string | undefined;
    };

/** Who a token stands for. */
export interface Token {
  readonly username?: string;
  /** How the auth server knew the token: `network-trusted` for a static one, `keycloak`, `self_signed`, … */
  readonly method?: string;
  readonly admin?: boolean;
  readonly groups?: readonly string[];
  readonly scopes?: readonly string[];
  /** Permission (`publish_agent`, `modify_service`, …) → names, paths or `all`. */
  readonly permissions?: Readonly<Record<string, readonly string[]>>;
  /** What `/api/auth/me` tells as `accessible_servers`; it decides nothing here. */
  readonly servers?: readonly string[];
  /** Servers that may be seen: paths without outer slashes, or `all`. */
  readonly services?: readonly string[];
  /** Agents that may be seen: paths, or `all`. */
  readonly agents?: readonly string[];
  readonly expired?: boolean;
}

/** What the server behind an entry answers when the registry connects to it; `unresolvable`: its host has no address. */
export type Upstream =
  | 'unreachable'
  | 'unresolvable'
  | { readonly tools: readonly Json[]; readonly version?: string; readonly name?: string };

export interface Settings {
  readonly version: 'older' | 'newer' | 'newest';
  readonly backend: 'file' | 'mongo';
  readonly auth: 'static' | 'jwt';
  readonly mode: 'with-gateway' | 'registry-only';
  readonly scan: 'off' | 'manual' | 'immediate';
  readonly tokens: Map<string, Token>;
  /** Paths whose security scan at registration (and rescan) fails. Changeable while running. */
  readonly scanFails: Set<string>;
  readonly upstream: (path: string) => Upstream;
  /** Not the older: a text denies the registration of this path. */
  readonly gate: ((path: string) => string | undefined) | undefined;
  /** Not the older: the one status a registration may have. */
  readonly enforcedStatus: string | undefined;
  readonly maxBodyBytes: number;
}

export interface State {
  readonly settings: Settings;
  readonly servers: Map<string, Server>;
  readonly agents: Map<string, Agent>;
  readonly tasks: Task[];
  /** Milliseconds since 1970, never twice the same: an ETag is made of it. */
  readonly tick: () => number;
}

/** A state with the edit routes, pages, and visibility that the newer versions have in common. */
export const isNewer = ({ settings }: State): boolean => settings.version !== 'older';

/** A state of the version of 2026-08, which guards URLs and paths at registration. */
export const isNewest = ({ settings }: State): boolean => settings.version === 'newest';

/** Whether somebody answers behind an entry. */
export const isReachable = (upstream: Upstream): upstream is Exclude<Upstream, string> => typeof upstream !== 'string';

export const isObject = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text of a field, or the fallback when it is absent or no text. */
export const textOf = (value: Json | undefined, fallback = ''): string =>
  typeof value === 'string' ? value : fallback;

/** Texts of a list; everything else in it is left out. */
export const textsOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** `2026-11-21T07:51:43.818000`: how Mongo's times come back, in UTC without an offset. */
export const timeWithoutOffset = (ms: number): string => `${new Date(ms).toISOString().slice(0, -1)}000`;
export const timeWithOffset = (ms: number): string => `${timeWithoutOffset(ms)}+00:00`;

/** Parses JSON text; undefined when it is broken. */
export const parseJson = (text: string): Json | undefined => {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
};

const otherSpelling = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) : `${path}/`);

/** Looks a server up as the registry reads: the exact spelling first, then with or without the last slash. */
export const findServer = (state: State, path: string): Server | undefined =>
  state.servers.get(path) ?? state.servers.get(otherSpelling(path));

const VISIBILITIES: Readonly<Record<string, string>> = {
  public: 'public',
  private: 'private',
  internal: 'private',
  'group-restricted': 'group-restricted',
  group: 'group-restricted',
};

/** A visibility as stored: `internal` is `private`, `group` is `group-restricted`; undefined for any other text. */
export const visibilityNamed = (text: string): string | undefined => VISIBILITIES[text.toLowerCase()];

/** The name of the peer registry that a server is synced from; undefined for one of this registry's own. */
export const peerOf = (server: Server): string | undefined => {
  const sync = server.fields['sync_metadata'];
  if (!isObject(sync) || (sync['is_federated'] !== true && sync['is_read_only'] !== true)) return undefined;
  return textOf(sync['source_peer_id'], 'unknown peer registry');
};

/** `/` put in front when missing. */
export const withSlash = (path: string): string => (path.startsWith('/') ? path : `/${path}`);

/**
 * Notes that a server's record was read. On `file` the reader strips the credential from the live record.
 */
export const noteRead = (state: State, server: Server): void => {
  if (state.settings.backend === 'file') server.stripped = true;
};

/** Every write of a record goes through here: renews `updated_at`; on `file` a stripped credential is lost with it. */
export const noteWrite = (state: State, server: Server): void => {
  if (state.settings.backend === 'mongo') server.fields['updated_at'] = timeWithoutOffset(state.tick());
  else if (server.stripped) server.credential = undefined;
};
