/** The agents' routes. */
import { randomUUID } from 'node:crypto';
import { type Call, commaList, objectBody, param } from './call.ts';
import { checkCard, checkRequest, named, visibilityOf } from './card.ts';
import { may, seesAgent } from './identity.ts';
import { paged, pageOf } from './read.ts';
import { crash, detail, invalid, json, type Reply } from './reply.ts';
import {
  type Agent,
  type Fields,
  isObject,
  type Json,
  type State,
  textOf,
  textsOf,
  timeWithOffset,
  timeWithoutOffset,
  withSlash,
} from './state.ts';
import { scanResult } from './tasks.ts';

const notFound = (path: string): Reply => detail(404, `Agent not found at path '${path}'`);

const nowOf = (state: State): string =>
  state.settings.backend === 'mongo' ? timeWithoutOffset(state.tick()) : timeWithOffset(state.tick());

const listOf = (value: Json | undefined): string[] => (typeof value === 'string' ? commaList(value) : textsOf(value));

const timeOf = (value: Json | undefined): Json => (typeof value === 'string' ? value.replace(/Z$/, '+00:00') : null);

const skillOf = (skill: Fields): Fields => ({
  id: skill['id'] ?? null,
  name: skill['name'] ?? null,
  description: skill['description'] ?? null,
  tags: listOf(skill['tags']),
  examples: skill['examples'] ?? null,
  input_modes: skill['input_modes'] ?? skill['inputModes'] ?? null,
  output_modes: skill['output_modes'] ?? skill['outputModes'] ?? null,
  security: null,
});

/** A scheme as stored: its description is dropped. */
const schemeOf = (scheme: Fields): Fields => ({
  type: scheme['type'] ?? null,
  scheme: scheme['scheme'] ?? null,
  in_: scheme['in'] ?? scheme['in_'] ?? null,
  name: scheme['name'] ?? null,
  bearer_format: scheme['bearer_format'] ?? scheme['bearerFormat'] ?? null,
  flows: scheme['flows'] ?? null,
  openid_connect_url: scheme['openid_connect_url'] ?? scheme['openIdConnectUrl'] ?? null,
});

const schemesOf = (value: Json | undefined): Fields =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([name, scheme]) => [
      name,
      isObject(scheme) ? schemeOf(scheme) : scheme,
    ]),
  );

/** The card that a request stands for, with every default; what the registry ignores is not in it. */
const cardOf = (call: Call, body: Fields): Fields => {
  const fields = named(body);
  const get = (name: string): Json | undefined => fields.get(name)?.value;
  const newer = call.state.settings.version === 'newer';
  const capabilities = isObject(get('capabilities')) ? get('capabilities') : {};
  const skills = get('skills');
  return {
    id: randomUUID(),
    protocol_version: get('protocol_version') ?? '1.0',
    name: get('name') ?? '',
    description: get('description') ?? '',
    url: get('url') ?? '',
    version: get('version') ?? null,
    capabilities: {
      ...(isObject(capabilities) ? capabilities : {}),
      ...(get('streaming') === true ? { streaming: true } : {}),
    },
    default_input_modes: get('default_input_modes') ?? ['text/plain'],
    default_output_modes: get('default_output_modes') ?? ['text/plain'],
    skills: Array.isArray(skills) ? skills.map((skill) => (isObject(skill) ? skillOf(skill) : skill)) : [],
    preferred_transport: 'JSONRPC',
    provider: get('provider') ?? null,
    icon_url: null,
    documentation_url: null,
    security_schemes: schemesOf(get('security_schemes')),
    security: null,
    supports_authenticated_extended_card: null,
    metadata: get('metadata') ?? {},
    tags: listOf(get('tags')),
    num_stars: 0,
    rating_details: [],
    license: get('license') ?? 'N/A',
    registered_at: null,
    updated_at: null,
    registered_by: call.who.username,
    visibility: visibilityOf(get('visibility')),
    allowed_groups: newer ? listOf(get('allowed_groups')) : [],
    sync_metadata: null,
    signature: null,
    trust_level: get('trust_level') ?? 'community',
    ans_metadata: null,
    health_status: 'unknown',
    last_health_check: null,
    status: get('status') ?? (newer ? (call.state.settings.enforcedStatus ?? 'draft') : 'active'),
    source_created_at: timeOf(get('source_created_at')),
    source_updated_at: timeOf(get('source_updated_at')),
    external_tags: listOf(get('external_tags')),
    supported_protocol: textOf(get('supported_protocol')).toLowerCase(),
  };
};

const pathOf = (body: Fields): string =>
  textOf(body['path']) || `/${textOf(body['name']).toLowerCase().replace(/ /g, '-')}`;

const refuseNewer = (call: Call, path: string, body: Fields): Reply | undefined => {
  const { version, gate, enforcedStatus } = call.state.settings;
  if (version === 'older') return undefined;
  const status = body['status'];
  if (enforcedStatus !== undefined && status !== undefined && status !== enforcedStatus) {
    return detail(400, `Registration status must be '${enforcedStatus}'`);
  }
  const denied = gate?.(path);
  return denied === undefined ? undefined : detail(403, `Registration denied by policy gate: ${denied}`);
};

export const registerAgent = (call: Call): Reply => {
  const { state } = call;
  const body = objectBody(call);
  if ('reply' in body) return body.reply;
  const refused = checkRequest(body.fields);
  if (refused !== undefined) return refused;
  if (!may(call.who, 'publish_agent')) return detail(403, 'You do not have permission to register agents');
  const path = pathOf(body.fields);
  if (state.agents.has(path)) {
    return json(409, {
      detail: `Agent with path '${path}' already exists`,
      suggestion: 'Use a different path or update the existing agent',
    });
  }
  const card = cardOf(call, body.fields);
  const wrong =
    checkCard(card, 'register', state.settings.upstream(path) !== 'unreachable') ??
    refuseNewer(call, path, body.fields);
  if (wrong !== undefined) return wrong;
  const provider = card['provider'];
  if (isObject(provider ?? null) && isObject(provider)) card['provider'] = { organization: '', url: '', ...provider };
  card['registered_at'] = nowOf(state);
  card['updated_at'] = nowOf(state);
  state.agents.set(path, { path, card, enabled: false, scan: undefined });
  return json(201, {
    message: 'Agent registered successfully',
    agent: {
      name: card['name'] ?? '',
      path,
      url: card['url'] ?? '',
      num_skills: Array.isArray(card['skills']) ? card['skills'].length : 0,
      registered_at: card['registered_at'],
      // Not so: it is stored disabled, as every reading route says.
      is_enabled: true,
    },
  });
};

const visible = (call: Call, agent: Agent): boolean => {
  const { who } = call;
  if (who.admin) return true;
  if (!seesAgent(who, agent.path)) return false;
  const visibility = agent.card['visibility'];
  if (visibility === 'private') return agent.card['registered_by'] === who.username;
  return (
    visibility !== 'group-restricted' ||
    textsOf(agent.card['allowed_groups']).some((group) => who.groups.includes(group))
  );
};

const listView = (call: Call, agent: Agent): Fields => {
  const { card } = agent;
  const skills = Array.isArray(card['skills']) ? card['skills'].filter(isObject) : [];
  const provider = isObject(card['provider']) ? card['provider'] : {};
  const capabilities = isObject(card['capabilities']) ? card['capabilities'] : {};
  return {
    name: card['name'] ?? '',
    description: card['description'] ?? '',
    path: agent.path,
    url: card['url'] ?? '',
    tags: card['tags'] ?? [],
    skills: skills.map((skill) => skill['name'] ?? null),
    num_skills: skills.length,
    num_stars: 0,
    is_enabled: agent.enabled,
    provider: provider['organization'] ?? null,
    streaming: capabilities['streaming'] ?? false,
    trust_level: card['trust_level'] ?? null,
    visibility: card['visibility'] ?? null,
    supported_protocol: card['supported_protocol'] ?? null,
    sync_metadata: card['sync_metadata'] ?? null,
    ans_metadata: null,
    registered_by: card['registered_by'] ?? null,
    status: card['status'] ?? null,
    provider_organization: provider['organization'] ?? null,
    provider_url: provider['url'] ?? null,
    source_created_at: card['source_created_at'] ?? null,
    source_updated_at: card['source_updated_at'] ?? null,
    registered_at: card['registered_at'] ?? null,
    updated_at: card['updated_at'] ?? null,
    health_status: card['health_status'] ?? 'unknown',
    last_health_check: null,
    metadata: card['metadata'] ?? {},
    ...(call.state.settings.version === 'newer'
      ? { allowed_groups: card['allowed_groups'] ?? [], rating_details: [], security_scan: null }
      : {}),
  };
};

const matches = (call: Call, agent: Agent): boolean => {
  const { card } = agent;
  const query = (call.query.get('query') ?? '').toLowerCase();
  const skills = Array.isArray(card['skills'])
    ? card['skills'].filter(isObject).map((skill) => textOf(skill['name']))
    : [];
  const texts = [textOf(card['name']), textOf(card['description']), ...textsOf(card['tags']), ...skills];
  if (query !== '' && !texts.some((text) => text.toLowerCase().includes(query))) return false;
  if (call.query.get('enabled_only') === 'true' && !agent.enabled) return false;
  const visibility = call.query.get('visibility');
  if (visibility !== null && card['visibility'] !== visibility) return false;
  const group = call.state.settings.version === 'newer' ? call.query.get('allowed_groups') : null;
  return group === null || commaList(group).some((name) => textsOf(card['allowed_groups']).includes(name));
};

export const listAgents = (call: Call): Reply => {
  const { state } = call;
  const page = state.settings.version === 'newer' ? pageOf(call) : undefined;
  if (page !== undefined && 'status' in page) return page;
  const found = [...state.agents.values()].filter((agent) => visible(call, agent) && matches(call, agent));
  if (state.settings.backend === 'file') found.sort((one, other) => (one.path < other.path ? -1 : 1));
  const shown = page === undefined ? { items: found, fields: { total_count: found.length } } : paged(found, page);
  return json(200, { agents: shown.items.map((agent) => listView(call, agent)), ...shown.fields });
};

const agentPath = (call: Call): string => {
  const path = withSlash(param(call));
  return path.length > 1 ? path.replace(/\/$/, '') : path;
};

/** Finds an agent that the caller may see, or gives the 404 or 403. */
export const seenAgent = (call: Call): { agent: Agent } | { reply: Reply } => {
  const path = agentPath(call);
  const agent = call.state.agents.get(path);
  if (agent === undefined) return { reply: notFound(path) };
  if (!visible(call, agent)) return { reply: detail(403, 'You do not have access to this agent') };
  return { agent };
};

export const oneView = (agent: Agent): Fields => ({ ...agent.card, path: agent.path, is_enabled: agent.enabled });

export const getAgent = (call: Call): Reply => {
  const found = seenAgent(call);
  return 'reply' in found ? found.reply : json(200, oneView(found.agent));
};

/** The 403 of a caller who may not change an agent: permission first, then ownership. */
export const refuseChange = (call: Call, agent: Agent, verb: 'update' | 'delete'): Reply | undefined => {
  const { who } = call;
  if (who.admin || agent.card['registered_by'] === who.username) return undefined;
  if (verb === 'update' && !may(who, 'modify_service', agent.path)) {
    return detail(403, `You do not have permission to modify_service for ${textOf(agent.card['name'])}`);
  }
  return detail(403, `You can only ${verb} agents you registered`);
};

const KEPT = ['registered_at', 'registered_by', 'num_stars', 'rating_details', 'health_status', 'last_health_check'];

/** Replaces the card, but for what it keeps and what it loses even when sent. On `file` of the older version it crashes. */
export const putAgent = (call: Call): Reply => {
  const { state } = call;
  const body = objectBody(call);
  if ('reply' in body) return body.reply;
  const refused = checkRequest(body.fields);
  if (refused !== undefined) return refused;
  const path = agentPath(call);
  const agent = state.agents.get(path);
  if (agent === undefined) return notFound(path);
  const wrong = refuseChange(call, agent, 'update');
  if (wrong !== undefined) return wrong;
  const card = cardOf(call, body.fields);
  const invalidCard = checkCard(card, 'put', true);
  if (invalidCard !== undefined) return invalidCard;
  if (state.settings.backend === 'file') return crash();
  for (const name of KEPT) card[name] = agent.card[name] ?? null;
  for (const name of ['metadata', 'capabilities']) {
    if (Object.keys(isObject(card[name]) ? card[name] : {}).length === 0) card[name] = agent.card[name] ?? {};
  }
  const newer = state.settings.version === 'newer';
  if (!newer) card['status'] = 'active';
  else if (named(body.fields).get('status') === undefined) card['status'] = agent.card['status'] ?? 'draft';
  Object.assign(card, { external_tags: [], source_created_at: null, source_updated_at: null, updated_at: null });
  const answer = json(200, { ...card, path, is_enabled: agent.enabled });
  agent.card = { ...card, updated_at: nowOf(state) };
  return answer;
};

/** A Bearer client has no session to prove itself with in the older version: 403, whatever it asks. */
export const toggleAgent = (call: Call): Reply => {
  if (call.state.settings.version === 'older') {
    const reason = call.headers['x-csrf-token'] === undefined ? 'no token provided' : 'no session';
    return detail(403, `CSRF validation failed: ${reason}`);
  }
  const enabled = call.query.get('enabled');
  if (enabled === null) {
    return invalid([{ type: 'missing', loc: ['query', 'enabled'], msg: 'Field required', input: null }]);
  }
  const found = seenAgent(call);
  if ('reply' in found) return found.reply;
  const { agent } = found;
  if (!may(call.who, 'toggle_service', agent.path)) {
    return detail(403, `You do not have permission to toggle_service for ${textOf(agent.card['name'])}`);
  }
  agent.enabled = /^(true|1|on|t|y|yes)$/i.test(enabled);
  agent.card['updated_at'] = nowOf(call.state);
  return json(200, {
    message: `Agent ${agent.enabled ? 'enabled' : 'disabled'} successfully`,
    path: agent.path,
    is_enabled: agent.enabled,
  });
};

export const deleteAgent = (call: Call): Reply => {
  const path = agentPath(call);
  const agent = call.state.agents.get(path);
  if (agent === undefined) return notFound(path);
  const refused = refuseChange(call, agent, 'delete');
  if (refused !== undefined) return refused;
  call.state.agents.delete(path);
  return { status: 204, type: 'application/json', body: '' };
};

export const checkAgentHealth = (call: Call): Reply => {
  const found = seenAgent(call);
  if ('reply' in found) return found.reply;
  const { agent } = found;
  if (!agent.enabled) return detail(400, 'Cannot perform health check on a disabled agent');
  const reachable = call.state.settings.upstream(agent.path) !== 'unreachable';
  agent.card['health_status'] = reachable ? 'healthy' : 'unhealthy';
  return json(200, { agent: agent.path, status: agent.card['health_status'] });
};

export const rescanAgent = (call: Call): Reply => {
  if (!call.who.admin) return detail(403, 'Only administrators can trigger security scans');
  const found = seenAgent(call);
  if ('reply' in found) return found.reply;
  const { agent } = found;
  const head = { agent_path: agent.path, agent_url: agent.card['url'] ?? '' };
  agent.scan = { ...head, ...scanResult(call.state, agent.path, true), output_file: '' };
  return json(200, agent.scan);
};

export const getAgentScan = (call: Call): Reply => {
  const found = seenAgent(call);
  if ('reply' in found) return found.reply;
  const { scan, path } = found.agent;
  return scan === undefined ? detail(404, `No security scan results found for agent '${path}'`) : json(200, scan);
};
