/** The agents' reading routes, and what the writing ones share with them. */
import { type Call, commaList, param } from './call.ts';
import { may, seesAgent } from './identity.ts';
import { pageInOrder, pageOf } from './read.ts';
import { detail, json, type Reply } from './reply.ts';
import {
  type Agent,
  type Fields,
  isNewer,
  isNewest,
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
    last_health_check: card['last_health_check'] ?? null,
    metadata: card['metadata'] ?? {},
    ...(isNewer(call.state)
      ? { allowed_groups: card['allowed_groups'] ?? [], rating_details: [], security_scan: null }
      : {}),
    ...(isNewest(call.state) ? { record_kind: null, ard_source_url: null } : {}),
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
  const group = isNewer(call.state) ? call.query.get('allowed_groups') : null;
  return group === null || commaList(group).some((name) => textsOf(card['allowed_groups']).includes(name));
};

export const listAgents = (call: Call): Reply => {
  const { state } = call;
  const page = isNewer(state) ? pageOf(call) : undefined;
  if (page !== undefined && 'status' in page) return page;
  const found = [...state.agents.values()].filter((agent) => visible(call, agent) && matches(call, agent));
  if (state.settings.backend === 'file') found.sort((one, other) => (one.path < other.path ? -1 : 1));
  const shown = pageInOrder(state, found, { page, name: (agent) => textOf(agent.card['name']), others: () => [] });
  const fields = page === undefined ? { total_count: found.length } : shown.fields;
  return json(200, { agents: shown.items.map((agent) => listView(call, agent)), ...fields });
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

/** Milliseconds since 1970 of a record's last change. */
export const millis = (fields: Fields): number =>
  Date.parse(`${textOf(fields['updated_at'], textOf(fields['registered_at']))}Z`) || 0;

export const etag = (fields: Fields): { etag: string } => ({ etag: `W/"${millis(fields)}"` });

/** Members of a card that only the newest version has. */
const NEWEST: Fields = { proxy_pass_url: null, registry_name: 'local', record_kind: null, ard_source_url: null };

/** `GET /api/agents/{path}`: the whole card. */
export const oneView = (state: State, agent: Agent): Fields => ({
  ...agent.card,
  ...(isNewest(state) ? NEWEST : {}),
  path: agent.path,
  is_enabled: agent.enabled,
});

export const getAgent = (call: Call): Reply => {
  const found = seenAgent(call);
  if ('reply' in found) return found.reply;
  const { card } = found.agent;
  return json(200, oneView(call.state, found.agent), isNewest(call.state) ? etag(card) : undefined);
};

export const getAgentScan = (call: Call): Reply => {
  const found = seenAgent(call);
  if ('reply' in found) return found.reply;
  const { scan, path } = found.agent;
  return scan === undefined ? detail(404, `No security scan results found for agent '${path}'`) : json(200, scan);
};

/** Whether a permission of the newest version covers an agent, by its path or its name. */
export const mayWithAgent = ({ who }: Call, agent: Agent, permission: string): boolean =>
  may(who, permission, agent.path) || may(who, permission, textOf(agent.card['name']));

/** The 403 of the newest version. */
export const noRightTo = (verb: string, agent: Agent): Reply =>
  detail(403, `You do not have permission to ${verb} agent ${textOf(agent.card['name'])}`);

/** The 403 of a caller who may not change an agent: permission first, then ownership. */
export const refuseChange = (call: Call, agent: Agent, verb: 'update' | 'delete'): Reply | undefined => {
  const { who } = call;
  if (who.admin) return undefined;
  const mine = agent.card['registered_by'] === who.username;
  if (isNewest(call.state)) {
    const word = verb === 'update' ? 'modify' : 'delete';
    if (!mayWithAgent(call, agent, `${word}_agent`)) return noRightTo(word, agent);
    return mine ? undefined : detail(403, `You can only ${verb} agents you registered`);
  }
  if (mine) return undefined;
  if (verb === 'update' && !may(who, 'modify_service', agent.path)) {
    return detail(403, `You do not have permission to modify_service for ${textOf(agent.card['name'])}`);
  }
  return detail(403, `You can only ${verb} agents you registered`);
};
