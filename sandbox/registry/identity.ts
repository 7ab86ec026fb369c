/** Tokens and rights: what the proxy and the auth server decide before the registry sees a request. */
import type { Who } from './call.ts';
import { forbidden, json, proxyError, type Reply, unauthorized } from './reply.ts';
import type { Settings, Token } from './state.ts';

const identify = (settings: Settings, token: Token): Who => {
  const admin = token.admin ?? false;
  return {
    username: token.username ?? (admin ? 'network-user' : 'limited-user'),
    method: token.method ?? (settings.auth === 'static' ? 'network-trusted' : 'keycloak'),
    admin,
    groups: token.groups ?? (admin ? ['mcp-registry-admin'] : []),
    scopes: token.scopes ?? (admin ? ['mcp-servers-unrestricted/read', 'mcp-servers-unrestricted/execute'] : []),
    permissions: token.permissions ?? {},
    servers: token.servers ?? [],
    services: token.services ?? (admin ? ['all'] : []),
    agents: token.agents ?? (admin ? ['all'] : []),
  };
};

/** Identity of a request's Authorization header, or the answer that the proxy gives instead. */
export const authenticate = (settings: Settings, header: string | undefined): Who | Reply => {
  const bearer = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
  if (bearer === undefined) return unauthorized();
  const token = settings.tokens.get(bearer);
  if (token !== undefined && token.expired !== true) return identify(settings, token);
  if (settings.version === 'newer') return unauthorized();
  return settings.auth === 'static' ? forbidden() : proxyError();
};

const bare = (path: string): string => path.replace(/^\/+|\/+$/g, '');

/** Whether a user holds a permission for a path; without a path: for anything at all. */
export const may = (who: Who, permission: string, path?: string): boolean => {
  if (who.admin) return true;
  const granted = who.permissions[permission] ?? [];
  return path === undefined
    ? granted.length > 0
    : granted.some((name) => name === 'all' || name === path || name === bare(path));
};

export const seesServer = (who: Who, path: string): boolean =>
  who.admin || who.services.some((name) => name === 'all' || name === bare(path));

export const seesAgent = (who: Who, path: string): boolean =>
  who.admin || who.agents.some((name) => name === 'all' || name === path);

/** `GET /api/auth/me`. */
export const describe = (who: Who): Reply =>
  json(200, {
    username: who.username,
    auth_method: who.method,
    provider: who.method,
    scopes: [...who.scopes],
    groups: [...who.groups],
    can_modify_servers: who.admin || may(who, 'modify_service'),
    is_admin: who.admin,
    ui_permissions: Object.fromEntries(Object.entries(who.permissions).map(([name, values]) => [name, [...values]])),
    accessible_servers: [...who.servers],
    accessible_services: [...who.services],
    accessible_agents: [...who.agents],
  });
