/** How a stored server looks in the list and on its own: the names differ, and so does what an absent field becomes. */
import type { Who } from './call.ts';
import { seesServer } from './identity.ts';
import { type Fields, isObject, type Server, type State, textOf, textsOf } from './state.ts';

const versionOf = (server: Server): string => textOf(server.fields['version'], 'v1.0.0');

/** Every version of a server, the live one first; as in the list. */
export const versionsOf = (server: Server): Fields[] => [
  {
    version: versionOf(server),
    proxy_pass_url: server.fields['proxy_pass_url'] ?? '',
    status: 'stable',
    is_default: true,
  },
  ...server.versions.map(({ version, url }) => ({
    version,
    proxy_pass_url: url,
    status: 'stable',
    is_default: false,
  })),
];

export const healthOf = (server: Server): string => (server.enabled ? server.health.status : 'disabled');

const newerFields = (fields: Fields): Fields => ({
  visibility: fields['visibility'] ?? 'public',
  security_scan: null,
  deployment: fields['deployment'] ?? 'remote',
  local_runtime: fields['local_runtime'] ?? null,
  registered_by: fields['registered_by'] ?? null,
});

/** One element of `GET /api/servers`. */
export const listView = (state: State, server: Server, tools: boolean): Fields => {
  const { fields } = server;
  const provider = isObject(fields['provider']) ? fields['provider'] : {};
  return {
    id: fields['id'] ?? null,
    display_name: fields['server_name'] ?? '',
    path: server.path,
    description: fields['description'] ?? '',
    proxy_pass_url: fields['proxy_pass_url'] ?? '',
    is_enabled: server.enabled,
    tags: fields['tags'] ?? [],
    num_tools: fields['num_tools'] ?? 0,
    license: fields['license'] ?? 'N/A',
    health_status: state.settings.version === 'newer' ? healthOf(server).replace(/:.*/, '') : healthOf(server),
    last_checked_iso: server.health.checked,
    mcp_endpoint: fields['mcp_endpoint'] ?? null,
    metadata: fields['metadata'] ?? {},
    version: versionOf(server),
    versions: server.versions.length === 0 ? null : versionsOf(server),
    default_version: versionOf(server),
    mcp_server_version: fields['mcp_server_version'] ?? null,
    mcp_server_version_previous: null,
    mcp_server_version_updated_at: null,
    sync_metadata: fields['sync_metadata'] ?? null,
    auth_scheme: fields['auth_scheme'] ?? 'none',
    auth_header_name: fields['auth_header_name'] ?? null,
    tool_list: tools ? (fields['tool_list'] ?? []) : [],
    status: fields['status'] ?? 'active',
    provider_organization: provider['organization'] ?? null,
    provider_url: provider['url'] ?? null,
    source_created_at: fields['source_created_at'] ?? null,
    source_updated_at: fields['source_updated_at'] ?? null,
    registered_at: fields['registered_at'] ?? null,
    updated_at: fields['updated_at'] ?? null,
    ans_metadata: null,
    num_stars: 0,
    rating_details: [],
    ...(state.settings.version === 'newer' ? newerFields(fields) : {}),
  };
};

/** `GET /api/servers/{path}`: the stored record. A user who is not admin doesn't see the URL behind a gateway. */
export const oneView = (state: State, server: Server, who: Who): Fields => {
  const { version, backend, mode } = state.settings;
  const view: Fields = {
    ...(version === 'newer' ? { visibility: 'public', metadata: {} } : {}),
    ...server.fields,
    ...(backend === 'mongo' ? { is_enabled: server.enabled } : {}),
    path: server.path,
  };
  if (!who.admin && mode === 'with-gateway') {
    delete view['proxy_pass_url'];
    if (backend === 'file') server.fields['proxy_pass_url'] = '';
  }
  return view;
};

/** Whether a user sees a server: by name, and in the newer version by its visibility too. */
export const visible = (state: State, server: Server, who: Who): boolean => {
  if (who.admin) return true;
  if (!seesServer(who, server.path)) return false;
  if (state.settings.version === 'older') return true;
  const { fields } = server;
  if (fields['visibility'] === 'private') return fields['registered_by'] === who.username;
  if (fields['visibility'] !== 'group-restricted') return true;
  return textsOf(fields['allowed_groups']).some((group) => who.groups.includes(group));
};
