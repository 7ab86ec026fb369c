/** `POST /api/servers/register`: a form, an upsert that is no replacement, and two tasks after the answer. */
import { randomUUID } from 'node:crypto';
import { enforced } from './agents.ts';
import { booleanField, type Call, commaList, field, integerField, missingFields } from './call.ts';
import { guardUrl, isPathReserved } from './guards.ts';
import { may } from './identity.ts';
import { crash, detail, type Invalid, invalid, json, type Reply } from './reply.ts';
import {
  type Fields,
  findServer,
  isNewer,
  isNewest,
  isObject,
  type Json,
  noteWrite,
  parseJson,
  type Server,
  type State,
  timeWithOffset,
  timeWithoutOffset,
  visibilityNamed,
  withSlash,
} from './state.ts';
import { afterRegistration } from './tasks.ts';

export const SCHEMES = ['none', 'bearer', 'api_key'];
export const badScheme = (): Reply =>
  json(400, { error: 'Invalid auth_scheme', reason: "auth_scheme must be one of: ['none', 'bearer', 'api_key']" });

const DEFAULT_VERSION = 'v1.0.0';
const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** Kept as text when sent, untouched when not. */
const OPTIONAL = ['auth_provider', 'auth_header_name', 'mcp_endpoint', 'sse_endpoint', 'version', 'status'];

const transports = (call: Call): Json[] => {
  const all = call.form.get('supported_transports') ?? [];
  const text = isNewer(call.state) && all.length > 1 ? all.join(',') : (all.at(-1) ?? '');
  if (!text.startsWith('[')) return text === '' ? ['streamable-http'] : commaList(text);
  const list = parseJson(text);
  return Array.isArray(list) ? list : ['streamable-http'];
};

const toolList = (call: Call): Json[] => {
  const list = parseJson(field(call, 'tool_list_json') ?? '[]');
  return Array.isArray(list) ? list : [];
};

/** The fields that every registration writes, by the default when not sent. */
const always = (call: Call, tools: number): Fields => {
  const list = toolList(call);
  const newer = isNewer(call.state);
  return {
    server_name: field(call, 'name') ?? '',
    description: field(call, 'description') ?? '',
    proxy_pass_url: field(call, 'proxy_pass_url') ?? '',
    supported_transports: transports(call),
    auth_scheme: field(call, 'auth_scheme') ?? 'none',
    tags: commaList(field(call, 'tags')),
    num_tools: newer && list.length > 0 ? list.length : tools,
    license: field(call, 'license') ?? 'N/A',
    tool_list: list,
  };
};

/** The fields that are written only when sent. Metadata and provider have been checked before. */
const sent = (call: Call): Fields => {
  const fields: Fields = {};
  for (const name of OPTIONAL) {
    const value = field(call, name);
    if (value !== undefined) fields[name] = value;
  }
  const headers = parseJson(field(call, 'headers') ?? '');
  if (Array.isArray(headers) ? headers.length > 0 : isObject(headers)) fields['headers'] = headers ?? null;
  const metadata = parseJson(field(call, 'metadata') ?? '');
  if (metadata !== undefined) fields['metadata'] = metadata;
  for (const name of ['source_created_at', 'source_updated_at']) {
    const value = field(call, name);
    if (value !== undefined && ISO.test(value)) fields[name] = value;
  }
  const organization = field(call, 'provider_organization');
  const url = field(call, 'provider_url');
  if (organization !== undefined && url !== undefined) fields['provider'] = { organization, url };
  const external = commaList(field(call, 'external_tags'));
  if (external.length > 0) fields['external_tags'] = external;
  return fields;
};

/** What the newer version adds. Visibility and metadata are always written: left out, they fall back. */
const newerFields = (call: Call, fields: Fields): Fields => ({
  visibility: visibilityOf(call) ?? 'public',
  ...(field(call, 'allowed_groups') === undefined ? {} : { allowed_groups: commaList(field(call, 'allowed_groups')) }),
  ...(call.state.settings.enforcedStatus === undefined ? {} : { status: call.state.settings.enforcedStatus }),
  metadata: isObject(fields['metadata']) ? fields['metadata'] : {},
  ...(field(call, 'deployment') === 'local'
    ? {
        deployment: 'local',
        local_runtime: parseJson(field(call, 'local_runtime') ?? '') ?? null,
        tags: [...new Set([...commaList(field(call, 'tags')), 'security-pending-local'])],
      }
    : { deployment: 'remote' }),
  registered_by: call.who.username,
  ...Object.fromEntries(
    ['transport', 'oauth_client_id'].flatMap((name) => {
      const value = field(call, name);
      return value === undefined ? [] : [[name, value]];
    }),
  ),
});

const visibilityOf = (call: Call): string | undefined => visibilityNamed(field(call, 'visibility') ?? 'public');

const refuseDeployment = (call: Call): Reply | undefined => {
  const deployment = field(call, 'deployment') ?? 'remote';
  if (deployment === 'remote') {
    return field(call, 'proxy_pass_url') === undefined
      ? detail(
          400,
          isNewest(call.state)
            ? "proxy_pass_url is required for deployment='remote'"
            : "deployment='remote' requires proxy_pass_url",
        )
      : undefined;
  }
  if (deployment !== 'local') return detail(400, "deployment must be 'remote' or 'local'");
  if (!call.who.admin) return detail(403, 'Local server registration requires admin privileges');
  return field(call, 'local_runtime') === undefined
    ? detail(400, "deployment='local' requires local_runtime (JSON-encoded launch recipe)")
    : undefined;
};

const refuseNewer = (call: Call, path: string): Reply | undefined => {
  const { settings } = call.state;
  if (!isNewer(call.state)) return undefined;
  const misplaced = refuseDeployment(call);
  if (misplaced !== undefined) return misplaced;
  const visibility = visibilityOf(call);
  if (visibility === undefined)
    return detail(400, 'Invalid visibility value. Must be one of: public, private, group-restricted');
  if (visibility === 'group-restricted' && commaList(field(call, 'allowed_groups')).length === 0) {
    const told = 'roup-restricted visibility requires at least one allowed';
    return detail(400, isNewest(call.state) ? `g${told}_group` : `G${told} group`);
  }
  const status = field(call, 'status');
  if (settings.enforcedStatus !== undefined && status !== undefined && status !== settings.enforcedStatus) {
    return enforced(settings.enforcedStatus, status);
  }
  const denied = settings.gate?.(path);
  return denied === undefined ? undefined : detail(403, `Registration denied by policy gate: ${denied}`);
};

const refuseOlder = (call: Call): Reply | undefined => {
  if (!SCHEMES.includes(field(call, 'auth_scheme') ?? 'none')) return badScheme();
  const metadata = field(call, 'metadata');
  if (metadata !== undefined && parseJson(metadata) === undefined) {
    return json(400, {
      error: 'Invalid metadata',
      reason: 'metadata must be valid JSON',
      detail: 'Provide metadata as a JSON string',
    });
  }
  const provider = [field(call, 'provider_organization'), field(call, 'provider_url')].filter(
    (part) => part !== undefined,
  );
  return provider.length === 1 ? crash() : undefined;
};

/** Takes the credential, and queues the background work with the entry as this registration wrote it. */
const finish = (call: Call, server: Server, written: Fields): void => {
  const { state } = call;
  const credential = server.fields['auth_scheme'] === 'none' ? undefined : field(call, 'auth_credential');
  if (credential !== undefined) {
    server.credential = credential;
    server.stripped = false;
    server.fields['credential_updated_at'] = timeWithOffset(state.tick());
  }
  const names = new Set([
    'id',
    ...Object.keys(written),
    ...(credential === undefined ? [] : ['credential_updated_at']),
  ]);
  // Mongo writes back what this registration set; `file` has nothing else stored anyway.
  const own = Object.entries(server.fields).filter(([name]) => state.settings.backend === 'file' || names.has(name));
  afterRegistration(state, server, { fields: structuredClone(Object.fromEntries(own)), credential });
};

const create = (call: Call, path: string, fields: Fields): Server => {
  const { state } = call;
  const now = timeWithoutOffset(state.tick());
  const server: Server = {
    path,
    fields: {
      id: randomUUID(),
      ...fields,
      version: fields['version'] ?? DEFAULT_VERSION,
      is_active: true,
      ...(state.settings.backend === 'mongo' ? { registered_at: now, updated_at: now } : {}),
    },
    enabled: false,
    credential: undefined,
    stripped: false,
    health: { status: 'unknown', checked: timeWithOffset(state.tick()) },
    versions: [],
    scan: undefined,
  };
  state.servers.set(path, server);
  return server;
};

/** Mongo merges the sent fields into the stored ones; `file` keeps nothing but the enabled state. Both give a new id. */
const overwrite = (state: State, server: Server, fields: Fields): void => {
  const id = randomUUID();
  if (state.settings.backend === 'mongo') {
    server.fields = { ...server.fields, ...fields, id };
  } else {
    server.fields = { id, ...fields };
    server.credential = undefined;
  }
  noteWrite(state, server);
};

const failed = (reason: Fields): Reply => json(409, { error: 'Service registration failed', ...reason });

const refuseExisting = (call: Call, server: Server, path: string): Reply | undefined => {
  const live = server.fields['version'] ?? DEFAULT_VERSION;
  const version = field(call, 'version') ?? live;
  if (version === live) {
    return failed({
      reason: `A service with path '${path}' already exists with version ${String(live)}`,
      detail: 'Use overwrite=true to replace, or specify a different version',
    });
  }
  if (server.path !== path || server.versions.some((other) => other.version === version)) {
    return failed({ detail: 'Check server logs for more information' });
  }
  server.versions.push({ version: String(version), url: field(call, 'proxy_pass_url') ?? '' });
  return undefined;
};

/** What the newest version refuses without a reason, and somebody else's server. */
const refuseNewest = (call: Call, path: string, existing: Server | undefined): Reply | undefined => {
  const url = field(call, 'proxy_pass_url');
  if (isPathReserved(path) || (url !== undefined && guardUrl(url) !== undefined)) {
    return detail(500, 'Service registration failed');
  }
  const { who } = call;
  if (existing === undefined || who.admin || existing.fields['registered_by'] === who.username) return undefined;
  if (booleanField(call, 'overwrite', true) === false) return undefined;
  return json(403, {
    error: 'Service registration failed',
    reason: 'You can only overwrite servers you registered',
    detail: `Server at path '${path}' is owned by another user`,
  });
};

const isInvalid = (value: number | boolean | Invalid): value is Invalid => typeof value === 'object';

export const registerServer = (call: Call): Reply => {
  const { state } = call;
  const tools = integerField(call, 'num_tools', 0);
  const replace = booleanField(call, 'overwrite', true);
  const required = ['name', 'description', 'path'];
  if (!isNewer(state)) required.push('proxy_pass_url');
  const errors = [...missingFields(call, required), ...[tools, replace].filter(isInvalid)];
  if (errors.length > 0 || isInvalid(tools)) return invalid(errors);
  if (isNewer(state) && !may(call.who, 'register_service')) {
    return detail(403, 'You do not have permission to register new services');
  }
  const path = withSlash(field(call, 'path') ?? '');
  const refused = refuseOlder(call) ?? refuseNewer(call, path);
  if (refused !== undefined) return refused;
  const existing = findServer(state, path);
  const guarded = isNewest(state) ? refuseNewest(call, path, existing) : undefined;
  if (guarded !== undefined) return guarded;
  const own = sent(call);
  const fields = {
    ...always(call, tools),
    ...own,
    ...(isNewer(state) ? newerFields(call, own) : {}),
  };
  const answer = json(201, {
    path,
    name: field(call, 'name') ?? '',
    message: `Service '${field(call, 'name') ?? ''}' registered successfully at path '${path}'`,
  });
  if (existing === undefined) {
    const server = create(call, path, fields);
    finish(call, server, fields);
    return answer;
  }
  if (replace === false) return refuseExisting(call, existing, path) ?? answer;
  if (existing.path !== path) return detail(500, 'Service registration failed');
  overwrite(state, existing, fields);
  finish(call, existing, fields);
  return answer;
};
