/** Method and path → handler, in the registry's own order: that order is why some stored paths can't be read back. */
import { getAgent, getAgentScan, listAgents } from './agent-read.ts';
import { checkAgentHealth, deleteAgent, putAgent, registerAgent, rescanAgent, toggleAgent } from './agents.ts';
import type { Call } from './call.ts';
import { patchCredential, removeServer, rescanServer, toggleServer } from './change.ts';
import { patchAgent, patchServer, putServer } from './edit.ts';
import { describe } from './identity.ts';
import { getCard, getHealth, getRating, getScan, getServer, getTools, getVersions, listServers } from './read.ts';
import { registerServer } from './register.ts';
import { detail, json, type Reply } from './reply.ts';
import type { Settings } from './state.ts';

type Handler = (call: Call) => Reply;
interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly handler: Handler;
  /** The first version that has it; every one when absent. */
  readonly since?: 'newer' | 'newest';
}

const groups: Handler = () =>
  json(200, {
    keycloak_groups: [],
    scopes_groups: {},
    synchronized: [],
    keycloak_only: [],
    scopes_only: [],
    keycloak_error: 'Failed to list identity provider groups',
  });

const ROUTES: readonly Route[] = [
  { method: 'GET', pattern: /^\/api\/config$/, handler: () => detail(401, 'Authentication required'), since: 'newest' },
  { method: 'GET', pattern: /^\/api\/auth\/me$/, handler: ({ state, who }) => describe(state, who) },
  { method: 'GET', pattern: /^\/api\/servers$/, handler: listServers },
  { method: 'POST', pattern: /^\/api\/servers\/register$/, handler: registerServer },
  { method: 'POST', pattern: /^\/api\/servers\/toggle$/, handler: toggleServer },
  { method: 'POST', pattern: /^\/api\/servers\/remove$/, handler: removeServer },
  { method: 'GET', pattern: /^\/api\/servers\/health$/, handler: getHealth },
  { method: 'GET', pattern: /^\/api\/servers\/groups$/, handler: groups },
  { method: 'GET', pattern: /^\/api\/servers\/tools\/(.+)$/, handler: getTools },
  { method: 'GET', pattern: /^\/api\/servers\/(.+)\/rating$/, handler: getRating },
  { method: 'GET', pattern: /^\/api\/servers\/(.+)\/versions$/, handler: getVersions },
  { method: 'GET', pattern: /^\/api\/servers\/(.+)\/server\.json$/, handler: getCard, since: 'newest' },
  { method: 'GET', pattern: /^\/api\/servers\/(.+)\/security-scan$/, handler: getScan },
  { method: 'POST', pattern: /^\/api\/servers\/(.+)\/rescan$/, handler: rescanServer },
  { method: 'PATCH', pattern: /^\/api\/servers\/(.+)\/auth-credential$/, handler: patchCredential },
  { method: 'GET', pattern: /^\/api\/servers\/(.+)$/, handler: getServer },
  { method: 'PUT', pattern: /^\/api\/servers\/(.+)$/, handler: putServer, since: 'newer' },
  { method: 'PATCH', pattern: /^\/api\/servers\/(.+)$/, handler: patchServer, since: 'newer' },
  { method: 'GET', pattern: /^\/api\/agents$/, handler: listAgents },
  { method: 'POST', pattern: /^\/api\/agents\/register$/, handler: registerAgent },
  { method: 'POST', pattern: /^\/api\/agents\/(.+)\/toggle$/, handler: toggleAgent },
  { method: 'POST', pattern: /^\/api\/agents\/(.+)\/health$/, handler: checkAgentHealth },
  { method: 'POST', pattern: /^\/api\/agents\/(.+)\/rescan$/, handler: rescanAgent },
  { method: 'GET', pattern: /^\/api\/agents\/(.+)\/security-scan$/, handler: getAgentScan },
  { method: 'GET', pattern: /^\/api\/agents\/(.+)$/, handler: getAgent },
  { method: 'PUT', pattern: /^\/api\/agents\/(.+)$/, handler: putAgent },
  { method: 'PATCH', pattern: /^\/api\/agents\/(.+)$/, handler: patchAgent, since: 'newer' },
  { method: 'DELETE', pattern: /^\/api\/agents\/(.+)$/, handler: deleteAgent },
];

const SINCE: Readonly<Record<'newer' | 'newest', readonly Settings['version'][]>> = {
  newer: ['newer', 'newest'],
  newest: ['newest'],
};

const COMMITS: Readonly<Record<Settings['version'], string>> = {
  older: '7a0af7f',
  newer: '77ca01e',
  newest: '8c5b834b',
};

const healthy = (settings: Settings): Reply => {
  const base = { status: 'healthy', service: 'mcp-gateway-registry' };
  if (settings.version === 'newest') {
    const worker = { worker_id: 'sandbox', current_job_id: null, last_heartbeat: '2026-11-21T00:00:00+00:00' };
    return json(200, { ...base, batch_worker: { enabled: true, running: true, ...worker } });
  }
  return json(200, {
    ...base,
    deployment_mode: settings.mode,
    registry_mode: 'full',
    nginx_updates_enabled: settings.mode === 'with-gateway',
  });
};

/** What answers without a token: the proxy doesn't ask the auth server about these. */
export const openRoute = (settings: Settings, method: string, path: string): Reply | undefined => {
  if (method !== 'GET') return undefined;
  if (path === '/health') return healthy(settings);
  if (path !== '/api/version') return undefined;
  const title = settings.version === 'newest' ? { ui_title: 'AI Registry' } : {};
  return json(200, { version: COMMITS[settings.version], ...title });
};

/** Finds the handler of a request; 405 when only the method is wrong, 404 when nothing has this path. */
export const route = (settings: Settings, method: string, path: string): { handler: Handler; params: string[] } => {
  let known = false;
  for (const candidate of ROUTES) {
    if (candidate.since !== undefined && !SINCE[candidate.since].includes(settings.version)) continue;
    const match = candidate.pattern.exec(path);
    if (match === null) continue;
    known = true;
    if (candidate.method === method) return { handler: candidate.handler, params: match.slice(1) };
  }
  const refused = known ? detail(405, 'Method Not Allowed') : detail(404, 'Not Found');
  return { handler: () => refused, params: [] };
};
