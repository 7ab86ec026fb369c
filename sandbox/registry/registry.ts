/**
 * A loopback double of the MCP Gateway Registry: what a synchroniser meets on the wire, in three versions, on two storages,
 * quirks included. It knows nothing of src; recorded exchanges with the real registry say how it must answer.
 */
import { once } from 'node:events';
import { createDirectFetch, type DirectFetch } from './direct.ts';
import { createFaults, type Faults } from './faults.ts';
import { createListener, type LoggedRequest, type Wire } from './listen.ts';
import { editEntry, type Records, recordsOf, type Seed, seedEntries } from './records.ts';
import type { Fields, Settings, State, Token, Upstream } from './state.ts';
import { runTasks } from './tasks.ts';

export type { DirectFetch } from './direct.ts';
export type { Fault, FaultKind, Faults } from './faults.ts';
export type { LoggedRequest } from './listen.ts';
export type { Records, Seed, StoredAgent, StoredServer } from './records.ts';
export type { Fields, Json, Token, Upstream } from './state.ts';

export interface RegistryOptions {
  /**
   * `older` (default): 2026-04, unpaged, no edit routes. `newer`: 2026-06, paged, PUT and PATCH, visibility that is stored.
   * `newest`: 2026-08, which also guards what it registers.
   */
  readonly version?: 'older' | 'newer' | 'newest';
  /** Default `mongo`; the newer versions have no other. */
  readonly backend?: 'file' | 'mongo';
  /** `static` (default): a wrong token is a 403 in the older version. `jwt`: a 500 page. In the newer always a 401 page. */
  readonly auth?: 'static' | 'jwt';
  /** Deployment mode, as `/health` tells it. Default `with-gateway`. */
  readonly mode?: 'with-gateway' | 'registry-only';
  /** Who may call. Default: one administrator, with the token that the handle tells. */
  readonly tokens?: Readonly<Record<string, Token>>;
  /** After a registration: nothing, work that waits for `settle()` (default), or work that is done before the answer. */
  readonly scan?: 'off' | 'manual' | 'immediate';
  /** Paths whose security scan fails: tagged `security-pending` and disabled. */
  readonly scanFails?: readonly string[];
  /** What the registry meets when it connects to an entry's URL. Default: a server with two tools. */
  readonly upstream?: (path: string) => Upstream;
  readonly gate?: (path: string) => string | undefined;
  readonly enforcedStatus?: string;
  readonly latencyMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** `false`: it listens nowhere, and only its own `fetch` is answered. Default true. */
  readonly listens?: boolean;
}

export interface Registry {
  /** `http://127.0.0.1:<port>`, without a last slash. */
  readonly url: string;
  /** Whether anything but its own `fetch` reaches it. */
  readonly listens: boolean;
  /** Is answered as over the wire, but in this process. */
  readonly fetch: DirectFetch;
  /** A token of an administrator: the first of the options', or the default. */
  readonly token: string;
  /** Everything stored now, credentials included. A copy. */
  readonly records: () => Records;
  /** Every request so far, in order of arrival. */
  readonly requests: LoggedRequest[];
  /** The most requests that ran at the same time. */
  readonly peak: () => number;
  readonly faults: Faults;
  readonly scanFails: Set<string>;
  /** Runs the pending health checks and security scans; returns how many. */
  readonly settle: () => number;
  /** Stores entries as if they had long been there: no request, no scan. */
  readonly seed: (seed: Seed) => void;
  /** Changes fields of a server or agent as a person does in the UI; null removes one. Throws when nothing has this path. */
  readonly edit: (path: string, fields: Fields) => void;
  /** Adds, changes, expires (`{ expired: true }`) or removes (undefined) a token. */
  readonly setToken: (token: string, value: Token | undefined) => void;
  readonly setLatency: (ms: number) => void;
  /** Ends every connection and refuses new ones; pending work is lost, as with the real process. */
  readonly down: () => Promise<void>;
  /** Listens again, on the same port. */
  readonly up: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const TOKEN = 'admin-token';

const tool = (name: string, description: string) => ({
  name,
  description,
  parsed_description: { main: 'No description available.', args: null, returns: null, raises: null },
  schema: { properties: {}, title: `${name}Arguments`, type: 'object' },
});

const settingsOf = (options: RegistryOptions): Settings => {
  const version = options.version ?? 'older';
  const backend = options.backend ?? 'mongo';
  if (version !== 'older' && backend === 'file')
    throw new Error('the newer version refuses the file backend at start-up');
  return {
    version,
    backend,
    auth: options.auth ?? 'static',
    mode: options.mode ?? 'with-gateway',
    scan: options.scan ?? 'manual',
    tokens: new Map(Object.entries(options.tokens ?? { [TOKEN]: { admin: true } })),
    scanFails: new Set(options.scanFails),
    upstream: options.upstream ?? (() => ({ tools: [tool('add', 'Add two numbers'), tool('hello', 'Say hello')] })),
    gate: options.gate,
    enforcedStatus: options.enforcedStatus,
    maxBodyBytes: 8 * 1024 * 1024,
  };
};

/** A clock that never tells a time twice: an ETag is a time. */
const ticking = (now: () => number): (() => number) => {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.trunc(now()));
    return last;
  };
};

const adminOf = (settings: Settings): string =>
  [...settings.tokens].find(([, token]) => token.admin === true && token.expired !== true)?.[0] ?? TOKEN;

/** Starts the double on a free loopback port. */
export const startRegistry = async (options: RegistryOptions = {}): Promise<Registry> => {
  const settings = settingsOf(options);
  const state: State = {
    settings,
    servers: new Map(),
    agents: new Map(),
    tasks: [],
    tick: ticking(options.now ?? Date.now),
  };
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  let latency = options.latencyMs ?? 0;
  let [inFlight, peak, port, life] = [0, 0, 0, 0];
  let waiting: NodeJS.Timeout | undefined;
  let closed = false;
  let isDown = false;

  const wire: Wire = {
    state,
    faults,
    requests,
    latencyMs: () => latency,
    running: (change) => {
      inFlight += change;
      peak = Math.max(peak, inFlight);
    },
    life: () => life,
    restart: (downMs) => {
      void down().then(() => {
        waiting = setTimeout(() => void up(), downMs);
      });
    },
  };
  const { listens = true } = options;
  const listener = createListener(wire);
  const up = async (): Promise<void> => {
    isDown = closed;
    if (!listens || listener.listening || closed) return;
    listener.listen(port, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    if (typeof address === 'object' && address !== null) port = address.port;
  };
  const down = async (): Promise<void> => {
    clearTimeout(waiting);
    life += 1;
    isDown = true;
    state.tasks.length = 0;
    if (!listener.listening) return;
    const ended = once(listener, 'close');
    listener.close();
    listener.closeAllConnections();
    await ended;
  };
  await up();
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    listens,
    fetch: createDirectFetch(wire, { url, isDown: () => isDown }),
    token: adminOf(settings),
    records: () => recordsOf(state),
    requests,
    peak: () => peak,
    faults,
    scanFails: settings.scanFails,
    settle: () => runTasks(state),
    seed: (seed) => seedEntries(state, seed),
    edit: (path, fields) => editEntry(state, path, fields),
    setToken: (token, value) => {
      if (value === undefined) settings.tokens.delete(token);
      else settings.tokens.set(token, value);
    },
    setLatency: (ms) => {
      latency = ms;
    },
    down,
    up,
    close: () => {
      closed = true;
      return down();
    },
  };
};
