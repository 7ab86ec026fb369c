/** Tokens and rights: what the proxy and the auth server decide before the registry sees a request. */
import type { Who } from './call.ts';
import { forbidden, json, proxyError, type Reply, unauthorized } from './reply.ts';
import type { Server, Settings, State, Token } from './state.ts';
import { isNewest, textOf } from './state.ts';

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
  if (settings.version !== 'older') return unauthorized();
  return settings.auth === 'static' ? forbidden() : proxyError();
};

const bare = (path: string): string => path.replace(/^\/+|\/+$/g, '');

/** What permissions for a server name: its path, in the newest version its name. */
export const grantName = (state: State, server: Server, path: string): string =>
  isNewest(state) ? textOf(server.fields['server_name']) : path;

/** Whether a user holds a permission for a path or name; without one: for anything at all. */
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

/** Everything that the newest version grants an administrator, by kind of thing. */
const GRANTS: Readonly<Record<string, readonly string[]>> = {
  agent: ['list_agents', 'get_agent', 'publish_agent', 'modify_agent', 'delete_agent', 'toggle_agent'],
  skill: ['list_skills', 'publish_skill', 'modify_skill', 'delete_skill', 'toggle_skill'],
  service: [
    'list_service',
    'register_service',
    'health_check_service',
    'toggle_service',
    'modify_service',
    'change_lifecycle_status',
    'delete_service',
  ],
  virtual: ['list_virtual_server', 'create_virtual_server', 'modify_virtual_server', 'delete_virtual_server'],
};

/** What the newest version tells of an administrator beside what the others do. */
const newestAdmin = (who: Who): Who => ({
  ...who,
  scopes: ['mcp-registry-admin', ...who.scopes],
  servers: ['*', 'api'],
  permissions: Object.fromEntries(
    Object.values(GRANTS)
      .flat()
      .map((name) => [name, ['all']]),
  ),
});

/** `GET /api/auth/me`. */
export const describe = (state: State, user: Who): Reply => {
  const who = isNewest(state) && user.admin ? newestAdmin(user) : user;
  return json(200, {
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
};
