/** A test's direct access to what is stored: read it, put entries in, change one as a person does. */
import { randomUUID } from 'node:crypto';
import { type Fields, findServer, isNewer, noteWrite, type State, timeWithOffset, timeWithoutOffset } from './state.ts';

export interface StoredServer {
  readonly path: string;
  /** The stored document: `server_name`, `tags`, `headers`, `metadata`, `auth_scheme`, … */
  readonly fields: Fields;
  readonly enabled: boolean;
  /** In plain text, as it arrived. */
  readonly credential: string | undefined;
  /** Versions besides the live one. */
  readonly versions: readonly string[];
}

export interface StoredAgent {
  readonly path: string;
  readonly fields: Fields;
  readonly enabled: boolean;
}

export interface Records {
  readonly servers: readonly StoredServer[];
  readonly agents: readonly StoredAgent[];
}

export interface SeedEntry {
  readonly path: string;
  readonly fields?: Fields;
  readonly enabled?: boolean;
  /** Servers only. */
  readonly credential?: string;
}

export interface Seed {
  readonly servers?: readonly SeedEntry[];
  readonly agents?: readonly SeedEntry[];
}

/** A copy of everything stored, sorted by path. */
export const recordsOf = (state: State): Records => ({
  servers: [...state.servers.values()]
    .map((server) => ({
      path: server.path,
      fields: structuredClone(server.fields),
      enabled: server.enabled,
      credential: server.credential,
      versions: server.versions.map(({ version }) => version),
    }))
    .sort(byPath),
  agents: [...state.agents.values()]
    .map((agent) => ({ path: agent.path, fields: structuredClone(agent.card), enabled: agent.enabled }))
    .sort(byPath),
});

const byPath = (one: { path: string }, other: { path: string }): number => (one.path < other.path ? -1 : 1);

const seedServer = (state: State, entry: SeedEntry): void => {
  const now = state.tick();
  const times = { registered_at: timeWithoutOffset(now), updated_at: timeWithoutOffset(now) };
  const newer = {
    visibility: 'public',
    allowed_groups: [],
    metadata: {},
    deployment: 'remote',
    registered_by: 'someone',
  };
  state.servers.set(entry.path, {
    path: entry.path,
    fields: {
      id: randomUUID(),
      server_name: entry.path,
      description: 'Seeded',
      proxy_pass_url: 'http://127.0.0.1:1/mcp',
      supported_transports: ['streamable-http'],
      auth_scheme: 'none',
      tags: [],
      num_tools: 0,
      license: 'N/A',
      tool_list: [],
      version: 'v1.0.0',
      is_active: true,
      ...(state.settings.backend === 'mongo' ? times : {}),
      ...(isNewer(state) ? newer : {}),
      ...(entry.credential === undefined ? {} : { credential_updated_at: timeWithOffset(now) }),
      ...structuredClone(entry.fields ?? {}),
    },
    enabled: entry.enabled ?? false,
    credential: entry.credential,
    stripped: false,
    health: { status: 'healthy', checked: timeWithOffset(now) },
    versions: [],
    scan: undefined,
  });
};

const seedAgent = (state: State, entry: SeedEntry): void => {
  const now = timeWithoutOffset(state.tick());
  state.agents.set(entry.path, {
    path: entry.path,
    card: {
      id: randomUUID(),
      protocol_version: '1.0',
      name: entry.path,
      description: 'Seeded',
      url: 'http://127.0.0.1:1',
      version: '1.0.0',
      capabilities: {},
      default_input_modes: ['text/plain'],
      default_output_modes: ['text/plain'],
      skills: [],
      preferred_transport: 'JSONRPC',
      provider: null,
      icon_url: null,
      documentation_url: null,
      security_schemes: {},
      security: null,
      supports_authenticated_extended_card: null,
      metadata: {},
      tags: [],
      num_stars: 0,
      rating_details: [],
      license: 'N/A',
      registered_at: now,
      updated_at: now,
      registered_by: 'someone',
      visibility: 'public',
      allowed_groups: [],
      sync_metadata: null,
      signature: null,
      trust_level: 'community',
      ans_metadata: null,
      health_status: 'unknown',
      last_health_check: null,
      status: 'active',
      source_created_at: null,
      source_updated_at: null,
      external_tags: [],
      supported_protocol: 'a2a',
      ...structuredClone(entry.fields ?? {}),
    },
    enabled: entry.enabled ?? false,
    scan: undefined,
  });
};

/** Stores entries, replacing those of the same path. */
export const seedEntries = (state: State, seed: Seed): void => {
  for (const entry of seed.servers ?? []) seedServer(state, entry);
  for (const entry of seed.agents ?? []) seedAgent(state, entry);
};

/** What a person changes: stored fields, `is_enabled`, and for a server `auth_credential`; null removes a field. */
export const editEntry = (state: State, path: string, changes: Fields): void => {
  const server = findServer(state, path);
  const agent = state.agents.get(path);
  const entry = server ?? agent;
  if (entry === undefined) throw new Error(`edit: nothing is stored at '${path}'`);
  const fields = server?.fields ?? agent?.card ?? {};
  for (const [name, value] of Object.entries(structuredClone(changes))) {
    if (name === 'is_enabled') entry.enabled = value === true;
    else if (name === 'auth_credential' && server !== undefined) {
      server.credential = typeof value === 'string' ? value : undefined;
      server.stripped = false;
    } else if (value === null) delete fields[name];
    else fields[name] = value;
  }
  if (server !== undefined) noteWrite(state, server);
  else fields['updated_at'] = timeWithoutOffset(state.tick());
};
