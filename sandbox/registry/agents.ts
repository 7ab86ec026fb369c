/** The agents' writing routes. */
import {
  agentNotFound,
  agentPath,
  mayWithAgent,
  noRightTo,
  nowOf,
  oneView,
  refuseChange,
  seenAgent,
} from './agent-read.ts';
import { cardOf } from './agent-stored.ts';
import { booleanQuery, type Call, objectBody } from './call.ts';
import { checkCard, checkRequest } from './card.ts';
import { refuseUrl } from './guards.ts';
import { may } from './identity.ts';
import { crash, detail, invalid, json, type Reply } from './reply.ts';
import {
  type Agent,
  type Fields,
  isNewer,
  isNewest,
  isObject,
  isReachable,
  type State,
  textOf,
  timeWithOffset,
} from './state.ts';
import { scanResult } from './tasks.ts';

const pathOf = (body: Fields): string =>
  textOf(body['path']) || `/${textOf(body['name']).toLowerCase().replace(/ /g, '-')}`;

/** The 400 of a registration whose status is not the one that the registry gives. */
export const enforced = (mandated: string, status: string): Reply =>
  detail(
    400,
    `This registry mandates an initial lifecycle status of '${mandated}'. Registration with status '${status}' is not allowed. Leave the status out, or send '${mandated}'.`,
  );

const refuseNewer = (call: Call, path: string, body: Fields): Reply | undefined => {
  const { version, gate, enforcedStatus } = call.state.settings;
  if (version === 'older') return undefined;
  const status = body['status'];
  if (enforcedStatus !== undefined && status !== undefined && status !== enforcedStatus) {
    return enforced(enforcedStatus, textOf(status));
  }
  const denied = gate?.(path);
  return denied === undefined ? undefined : detail(403, `Registration denied by policy gate: ${denied}`);
};

export const registerAgent = (call: Call): Reply => {
  const { state } = call;
  const body = objectBody(call);
  if ('reply' in body) return body.reply;
  const refused = checkRequest(body.fields, state);
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
    checkCard(card, 'register', { state, reachable: isReachable(state.settings.upstream(path)) }) ??
    refuseUrl(state, card['url']) ??
    refuseNewer(call, path, body.fields);
  if (wrong !== undefined) return wrong;
  const provider = card['provider'];
  if (isObject(provider)) card['provider'] = { organization: '', url: '', ...provider };
  card['registered_at'] = nowOf(state);
  card['updated_at'] = nowOf(state);
  if (isNewest(state)) checkHealth(state, path, card);
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

/** Looks for an agent at its URL, and notes in the card what it met. */
const checkHealth = (state: State, path: string, card: Fields): void => {
  card['health_status'] = isReachable(state.settings.upstream(path)) ? 'healthy' : 'unhealthy';
  card['last_health_check'] = timeWithOffset(state.tick());
};

const KEPT = ['registered_at', 'registered_by', 'num_stars', 'rating_details', 'health_status', 'last_health_check'];

/** Replaces the card, but for what it keeps and what it loses even when sent. On `file` of the older version it crashes. */
export const putAgent = (call: Call): Reply => {
  const { state } = call;
  const body = objectBody(call);
  if ('reply' in body) return body.reply;
  const refused = checkRequest(body.fields, state);
  if (refused !== undefined) return refused;
  const path = agentPath(call);
  const agent = state.agents.get(path);
  if (agent === undefined) return agentNotFound(path);
  const wrong = refuseChange(call, agent, 'update');
  if (wrong !== undefined) return wrong;
  const card = cardOf(call, body.fields);
  const invalidCard = checkCard(card, 'put', { state, reachable: true }) ?? refuseUrl(state, card['url']);
  if (invalidCard !== undefined) return invalidCard;
  if (state.settings.backend === 'file') return crash();
  for (const name of KEPT) card[name] = agent.card[name] ?? null;
  for (const name of ['metadata', 'capabilities']) {
    if (Object.keys(isObject(card[name]) ? card[name] : {}).length === 0) card[name] = agent.card[name] ?? {};
  }
  const newer = isNewer(state);
  if (!newer) card['status'] = 'active';
  Object.assign(card, { external_tags: [], source_created_at: null, source_updated_at: null, updated_at: null });
  const answer = json(200, oneView(state, { ...agent, card }));
  agent.card = { ...card, updated_at: nowOf(state) };
  return answer;
};

/** The newest version asks for the permission first, the one before for the right to see. */
const refuseToggle = (call: Call, agent: Agent): Reply | undefined => {
  const seen = seenAgent(call);
  const hidden = 'reply' in seen ? seen.reply : undefined;
  if (isNewest(call.state)) {
    return call.who.admin || mayWithAgent(call, agent, 'toggle_agent') ? hidden : noRightTo('toggle', agent);
  }
  if (hidden !== undefined || may(call.who, 'toggle_service', agent.path)) return hidden;
  return detail(403, `You do not have permission to toggle_service for ${textOf(agent.card['name'])}`);
};

/** A Bearer client has no session to prove itself with in the older version: 403, whatever it asks. */
export const toggleAgent = (call: Call): Reply => {
  if (!isNewer(call.state)) {
    const reason = call.headers['x-csrf-token'] === undefined ? 'no token provided' : 'no session';
    return detail(403, `CSRF validation failed: ${reason}`);
  }
  const enabled = booleanQuery(call, 'enabled');
  if (typeof enabled === 'object') return invalid([enabled]);
  const path = agentPath(call);
  const agent = call.state.agents.get(path);
  if (agent === undefined) return agentNotFound(path);
  const refused = refuseToggle(call, agent);
  if (refused !== undefined) return refused;
  agent.enabled = enabled;
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
  if (agent === undefined) return agentNotFound(path);
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
  checkHealth(call.state, agent.path, agent.card);
  const status = agent.card['health_status'] ?? null;
  if (!isNewest(call.state)) return json(200, { agent: agent.path, status });
  const url = textOf(agent.card['url']);
  const healthy = status === 'healthy';
  return json(200, {
    agent_path: agent.path,
    health_check_url: url,
    status,
    status_code: healthy ? 200 : null,
    detail: healthy ? 'OK' : `Unexpected health check error on ${url}`,
    response_time_ms: healthy ? 1 : null,
    last_checked_iso: agent.card['last_health_check'] ?? null,
  });
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
