/** The agents' writing routes. */
import { agentNotFound, agentPath, nowOf, refuseChange, seenAgent } from './agent-read.ts';
import { cardOf } from './agent-stored.ts';
import { booleanQuery, type Call, objectBody } from './call.ts';
import { checkCard, checkRequest, named } from './card.ts';
import { may } from './identity.ts';
import { crash, detail, invalid, json, type Reply } from './reply.ts';
import { type Fields, isObject, textOf } from './state.ts';
import { scanResult } from './tasks.ts';

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
  if (isObject(provider)) card['provider'] = { organization: '', url: '', ...provider };
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
  if (agent === undefined) return agentNotFound(path);
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
  const enabled = booleanQuery(call, 'enabled');
  if (typeof enabled === 'object') return invalid([enabled]);
  const found = seenAgent(call);
  if ('reply' in found) return found.reply;
  const { agent } = found;
  if (!may(call.who, 'toggle_service', agent.path)) {
    return detail(403, `You do not have permission to toggle_service for ${textOf(agent.card['name'])}`);
  }
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
