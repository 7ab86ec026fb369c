/**
 * The newer version's edit routes: PUT and PATCH of a server, PATCH of an agent. Closed lists of fields, and If-Match
 * with a weak ETag made of the time of the last change.
 */
import { agentPath, etag, millis, nowOf, oneView, refuseChange } from './agent-read.ts';
import { schemesOf, skillOf } from './agent-stored.ts';
import { type Call, commaList, objectBody, param } from './call.ts';
import { checkCard, named, visibilityOf } from './card.ts';
import { mayNotModify } from './change.ts';
import { refuseUrl } from './guards.ts';
import { grantName, may } from './identity.ts';
import { serverNotFound } from './read.ts';
import { detail, type Invalid, invalid, json, missing, type Reply } from './reply.ts';
import {
  type Fields,
  findServer,
  isNewest,
  isObject,
  type Json,
  noteWrite,
  peerOf,
  type Server,
  textsOf,
  withSlash,
} from './state.ts';
import { afterUrlChange } from './tasks.ts';
import { storedView as serverView } from './views.ts';

type Kind = 'text' | 'number' | 'texts' | 'objects' | 'object' | 'tags' | 'provider';

/** What PUT and PATCH of a server take; PUT writes each of them, by its default when not sent. */
const SERVER_FIELDS: Readonly<Record<string, Kind>> = {
  server_name: 'text',
  description: 'text',
  proxy_pass_url: 'text',
  mcp_endpoint: 'text',
  sse_endpoint: 'text',
  transport: 'text',
  supported_transports: 'texts',
  headers: 'objects',
  auth_provider: 'text',
  tags: 'tags',
  license: 'text',
  num_tools: 'number',
  tool_list: 'objects',
  metadata: 'object',
  visibility: 'text',
  allowed_groups: 'texts',
  status: 'text',
  provider: 'provider',
  source_created_at: 'text',
  source_updated_at: 'text',
  external_tags: 'tags',
};
const PUT_DEFAULTS: Fields = { tags: [], license: 'N/A', visibility: 'public' };

/** What PATCH of an agent takes. Metadata, modes and the protocol are not among them. */
const AGENT_FIELDS: Readonly<Record<string, Kind>> = {
  name: 'text',
  description: 'text',
  url: 'text',
  version: 'text',
  protocol_version: 'text',
  provider: 'provider',
  skills: 'objects',
  security_schemes: 'object',
  capabilities: 'object',
  security: 'objects',
  tags: 'tags',
  visibility: 'text',
  allowed_groups: 'texts',
  trust_level: 'text',
  license: 'text',
  status: 'text',
  external_tags: 'tags',
};

const MAX_TAGS = 50;
const MAX_METADATA_BYTES = 64 * 1024;

const valueError = (name: string, msg: string, input: Json): Invalid => ({
  type: 'value_error',
  loc: ['body', name],
  msg: `Value error, ${msg}`,
  input,
  ctx: { error: {} },
});

const TYPE_ERRORS: Readonly<Record<Kind, { type: string; msg: string }>> = {
  text: { type: 'string_type', msg: 'Input should be a valid string' },
  number: { type: 'int_type', msg: 'Input should be a valid integer' },
  texts: { type: 'list_type', msg: 'Input should be a valid list' },
  objects: { type: 'list_type', msg: 'Input should be a valid list' },
  tags: { type: 'list_type', msg: 'Input should be a valid list' },
  object: { type: 'dict_type', msg: 'Input should be a valid dictionary' },
  provider: { type: 'dict_type', msg: 'Input should be a valid dictionary' },
};

const hasKind = (kind: Kind, value: Json): boolean => {
  if (kind === 'text') return typeof value === 'string';
  if (kind === 'number') return typeof value === 'number' && Number.isInteger(value);
  if (kind === 'tags') return Array.isArray(value) || typeof value === 'string';
  if (kind === 'texts' || kind === 'objects') return Array.isArray(value);
  return isObject(value);
};

const tagsOf = (value: Json): string[] => (typeof value === 'string' ? commaList(value) : textsOf(value));

const fieldErrors = (kind: Kind, name: string, value: Json): Invalid[] => {
  if (value === null) return [];
  if (!hasKind(kind, value)) return [{ ...TYPE_ERRORS[kind], loc: ['body', name], input: value }];
  if (kind === 'tags' && tagsOf(value).length > MAX_TAGS) {
    return [valueError(name, `tag list must contain at most ${MAX_TAGS} entries`, value)];
  }
  if (name === 'metadata') {
    const bytes = Buffer.byteLength(JSON.stringify(value));
    if (bytes > MAX_METADATA_BYTES) {
      return [valueError(name, `metadata must serialise to at most ${MAX_METADATA_BYTES} bytes (got ${bytes})`, value)];
    }
  }
  if (kind !== 'provider' || !isObject(value)) return [];
  return ['organization', 'url']
    .filter((part) => typeof value[part] !== 'string')
    .map((part) => ({ type: 'missing', loc: ['body', name, part], msg: 'Field required', input: value }));
};

/** Errors of a body against a closed list of fields; an unknown or read-only one comes last, as an extra. */
const bodyErrors = (body: Fields, allowed: Readonly<Record<string, Kind>>, required: readonly string[]): Invalid[] => {
  const errors = required.filter((name) => body[name] === undefined).map((name) => missing(name, body));
  const extras: Invalid[] = [];
  for (const [name, value] of Object.entries(body)) {
    const kind = allowed[name];
    if (kind !== undefined) errors.push(...fieldErrors(kind, name, value));
    else
      extras.push({
        type: 'extra_forbidden',
        loc: ['body', name],
        msg: 'Extra inputs are not permitted',
        input: value,
      });
  }
  return [...errors, ...extras];
};

/** The 400 or 412 of an If-Match that is malformed or no longer true. */
const refuseMatch = (call: Call, fields: Fields, kind: 'server' | 'agent'): Reply | undefined => {
  const header = call.headers['if-match'];
  if (typeof header !== 'string') return undefined;
  const told = header.trim();
  if (/^".*"$/.test(told)) return detail(400, 'Strong ETag not supported; use weak form W/"<epoch_ms>"');
  const ms = /^W\/"(\d+)"$/.exec(told)?.[1];
  if (ms === undefined) return detail(400, 'Malformed If-Match header');
  return Number(ms) === millis(fields) ? undefined : detail(412, `If-Match does not match current ${kind} version`);
};

const refuseServer = (call: Call, server: Server, verb: 'update' | 'patch'): Reply | undefined => {
  const { who } = call;
  const peer = peerOf(server);
  if (peer !== undefined) {
    const action = verb === 'patch' ? 'patched locally. Patch' : 'updated locally. Update';
    return detail(
      403,
      `Server '${server.path}' is synced from ${peer} and cannot be ${action} at the source registry, or remove the peer federation.`,
    );
  }
  if (!may(who, 'modify_service', grantName(call.state, server, server.path))) return mayNotModify(call.state, server);
  if (!who.admin && server.fields['registered_by'] !== who.username) {
    return detail(403, `You can only ${verb} servers you registered`);
  }
  return refuseMatch(call, server.fields, 'server');
};

/** These two routes strip the last slash, and a write finds the exact spelling only: `/name/` can be read but not written. */
const canonical = (call: Call): string => withSlash(param(call)).replace(/(?<=.)\/+$/, '');

const incoming = (body: Fields): Fields =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      SERVER_FIELDS[name] === 'tags' && value !== null ? tagsOf(value) : value,
    ]),
  );

const saveServer = (call: Call, server: Server, changes: Fields): Reply => {
  const refused = refuseUrl(call.state, changes['proxy_pass_url']);
  if (refused !== undefined) return refused;
  const denied = call.state.settings.gate?.(server.path);
  if (denied !== undefined) return detail(403, `Registration denied by policy gate: ${denied}`);
  if (server.path !== canonical(call)) return detail(500, 'Failed to save server');
  const before = server.fields['proxy_pass_url'];
  Object.assign(server.fields, structuredClone(changes));
  noteWrite(call.state, server);
  if (server.fields['proxy_pass_url'] !== before) afterUrlChange(call.state, server);
  return json(200, serverView(call.state, server, call.who), etag(server.fields));
};

/** `PUT` (every field, by its default when not sent) or `PATCH` (the sent ones) of a server. */
const editServer = (call: Call, verb: 'update' | 'patch'): Reply => {
  const body = objectBody(call);
  if ('reply' in body) return body.reply;
  const errors = bodyErrors(body.fields, SERVER_FIELDS, verb === 'update' ? ['server_name', 'description'] : []);
  if (errors.length > 0) return invalid(errors);
  const path = canonical(call);
  const server = findServer(call.state, path);
  if (server === undefined) return serverNotFound(path);
  const refused = refuseServer(call, server, verb);
  if (refused !== undefined) return refused;
  if (verb === 'patch' && Object.keys(body.fields).length === 0) return detail(400, 'Empty patch body');
  const names = [
    ...Object.keys(SERVER_FIELDS),
    ...(isNewest(call.state) ? ['oauth_client_id', 'append_mcp_path'] : []),
  ];
  const all = Object.fromEntries(names.map((name) => [name, PUT_DEFAULTS[name] ?? null]));
  return saveServer(call, server, { ...(verb === 'update' ? all : {}), ...incoming(body.fields) });
};

export const putServer = (call: Call): Reply => editServer(call, 'update');
export const patchServer = (call: Call): Reply => editServer(call, 'patch');

const patchedCard = (card: Fields, patch: Fields): Fields => {
  const next: Fields = { ...card, ...structuredClone(patch) };
  for (const name of ['tags', 'external_tags']) if (patch[name] !== undefined) next[name] = tagsOf(patch[name]);
  if (Array.isArray(patch['skills'])) next['skills'] = patch['skills'].filter(isObject).map(skillOf);
  if (patch['security_schemes'] !== undefined) next['security_schemes'] = schemesOf(patch['security_schemes']);
  if (patch['visibility'] !== undefined) next['visibility'] = visibilityOf(patch['visibility']);
  return next;
};

/** `PATCH` of an agent: the sent fields, and neither id nor enabled state change. */
export const patchAgent = (call: Call): Reply => {
  const { state } = call;
  const body = objectBody(call);
  if ('reply' in body) return body.reply;
  const patch: Fields = Object.fromEntries([...named(body.fields)].map(([name, { value }]) => [name, value]));
  const errors = bodyErrors(patch, AGENT_FIELDS, []);
  if (errors.length > 0) return invalid(errors);
  const path = agentPath(call);
  const agent = state.agents.get(path);
  if (agent === undefined) return detail(404, `Agent not found at path '${path}'`);
  const refused = refuseChange(call, agent, 'update') ?? refuseMatch(call, agent.card, 'agent');
  if (refused !== undefined) return refused;
  if (Object.keys(patch).length === 0) return detail(400, 'Empty patch body');
  const card = patchedCard(agent.card, patch);
  const wrong = refuseUrl(state, patch['url']) ?? checkCard(card, 'put', { state, reachable: true });
  if (wrong !== undefined) return wrong;
  agent.card = { ...card, updated_at: nowOf(state) };
  return json(200, oneView(state, agent), etag(agent.card));
};
