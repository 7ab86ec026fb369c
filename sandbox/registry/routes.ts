/** Method and path → handler, in the registry's own order: that order is why some stored paths can't be read back. */
import { getAgent, getAgentScan, listAgents } from './agent-read.ts';
import { checkAgentHealth, deleteAgent, putAgent, registerAgent, rescanAgent, toggleAgent } from './agents.ts';
import type { Call } from './call.ts';
import { patchCredential, removeServer, rescanServer, toggleServer } from './change.ts';
import { patchAgent, patchServer, putServer } from './edit.ts';
import { describe } from './identity.ts';
import { getHealth, getRating, getScan, getServer, getTools, getVersions, listServers } from './read.ts';
import { registerServer } from './register.ts';
import { detail, json, type Reply } from './reply.ts';
import type { Settings } from './state.ts';

type Handler = (call: Call) => Reply;
interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly handler: Handler;
  readonly newerOnly?: true;
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
  { method: 'GET', pattern: /^\/api\/auth\/me$/, handler: ({ who }) => describe(who) },
  { method: 'GET', pattern: /^\/api\/servers$/, handler: listServers },
  { method: 'POST', pattern: /^\/api\/servers\/register$/, handler: registerServer },
  { method: 'POST', pattern: /^\/api\/servers\/toggle$/, handler: toggleServer },
  { method: 'POST', pattern: /^\/api\/servers\/remove$/, handler: removeServer },
  { method: 'GET', pattern: /^\/api\/servers\/health$/, handler: getHealth },
  { method: 'GET', pattern: /^\/api\/servers\/groups$/, handler: groups },
  { method: 'GET', pattern: /^\/api\/servers\/tools\/(.+)$/, handler: getTools },
  { method: 'GET', pattern: /^\/api\/servers\/(.+)\/rating$/, handler: getRating },
  { method: 'GET', pattern: /^\/api\/servers\/(.+)\/versions$/, handler: getVersions },
  { method: 'GET', pattern: /^\/api\/servers\/(.+)\/security-scan$/, handler: getScan },
  { method: 'POST', pattern: /^\/api\/servers\/(.+)\/rescan$/, handler: rescanServer },
  { method: 'PATCH', pattern: /^\/api\/servers\/(.+)\/auth-credential$/, handler: patchCredential },
  { method: 'GET', pattern: /^\/api\/servers\/(.+)$/, handler: getServer },
  { method: 'PUT', pattern: /^\/api\/servers\/(.+)$/, handler: putServer, newerOnly: true },
  { method: 'PATCH', pattern: /^\/api\/servers\/(.+)$/, handler: patchServer, newerOnly: true },
  { method: 'GET', pattern: /^\/api\/agents$/, handler: listAgents },
  { method: 'POST', pattern: /^\/api\/agents\/register$/, handler: registerAgent },
  { method: 'POST', pattern: /^\/api\/agents\/(.+)\/toggle$/, handler: toggleAgent },
  { method: 'POST', pattern: /^\/api\/agents\/(.+)\/health$/, handler: checkAgentHealth },
  { method: 'POST', pattern: /^\/api\/agents\/(.+)\/rescan$/, handler: rescanAgent },
  { method: 'GET', pattern: /^\/api\/agents\/(.+)\/security-scan$/, handler: getAgentScan },
  { method: 'GET', pattern: /^\/api\/agents\/(.+)$/, handler: getAgent },
  { method: 'PUT', pattern: /^\/api\/agents\/(.+)$/, handler: putAgent },
  { method: 'PATCH', pattern: /^\/api\/agents\/(.+)$/, handler: patchAgent, newerOnly: true },
  { method: 'DELETE', pattern: /^\/api\/agents\/(.+)$/, handler: deleteAgent },
];

/** What answers without a token: the proxy doesn't ask the auth server about these. */
export const openRoute = (settings: Settings, method: string, path: string): Reply | undefined => {
  if (method !== 'GET') return undefined;
  const gateway = settings.mode === 'with-gateway';
  if (path === '/health') {
    return json(200, {
      status: 'healthy',
      service: 'mcp-gateway-registry',
      deployment_mode: settings.mode,
      registry_mode: 'full',
      nginx_updates_enabled: gateway,
    });
  }
  const version = settings.version === 'older' ? '7a0af7f' : '77ca01e';
  return path === '/api/version' ? json(200, { version }) : undefined;
};

/** Finds the handler of a request; 405 when only the method is wrong, 404 when nothing has this path. */
export const route = (settings: Settings, method: string, path: string): { handler: Handler; params: string[] } => {
  let known = false;
  for (const candidate of ROUTES) {
    if (candidate.newerOnly === true && settings.version === 'older') continue;
    const match = candidate.pattern.exec(path);
    if (match === null) continue;
    known = true;
    if (candidate.method === method) return { handler: candidate.handler, params: match.slice(1) };
  }
  const refused = known ? detail(405, 'Method Not Allowed') : detail(404, 'Not Found');
  return { handler: () => refused, params: [] };
};
