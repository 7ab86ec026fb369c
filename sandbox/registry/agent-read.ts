/** The agents' reading routes, and what the writing ones share with them. */
import { type Call, commaList, param } from './call.ts';
import { may, seesAgent } from './identity.ts';
import { paged, pageOf } from './read.ts';
import { detail, json, type Reply } from './reply.ts';
import {
  type Agent,
  type Fields,
  isObject,
  type State,
  textOf,
  textsOf,
  timeWithOffset,
  timeWithoutOffset,
  withSlash,
} from './state.ts';

/** The time of a write, as this storage tells it. */
export const nowOf = (state: State): string =>
  state.settings.backend === 'mongo' ? timeWithoutOffset(state.tick()) : timeWithOffset(state.tick());

export const agentNotFound = (path: string): Reply => detail(404, `Agent not found at path '${path}'`);

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

/** The path of the URL: an agent is found with a last slash too, because it never has one. */
export const agentPath = (call: Call): string => {
  const path = withSlash(param(call));
  return path.length > 1 ? path.replace(/\/$/, '') : path;
};

/** Finds an agent that the caller may see, or gives the 404 or 403. */
export const seenAgent = (call: Call): { agent: Agent } | { reply: Reply } => {
  const path = agentPath(call);
  const agent = call.state.agents.get(path);
  if (agent === undefined) return { reply: agentNotFound(path) };
  if (!visible(call, agent)) return { reply: detail(403, 'You do not have access to this agent') };
  return { agent };
};

/** `GET /api/agents/{path}`: the whole card. */
export const oneView = (agent: Agent): Fields => ({ ...agent.card, path: agent.path, is_enabled: agent.enabled });

export const getAgent = (call: Call): Reply => {
  const found = seenAgent(call);
  return 'reply' in found ? found.reply : json(200, oneView(found.agent));
};

export const getAgentScan = (call: Call): Reply => {
  const found = seenAgent(call);
  if ('reply' in found) return found.reply;
  const { scan, path } = found.agent;
  return scan === undefined ? detail(404, `No security scan results found for agent '${path}'`) : json(200, scan);
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
