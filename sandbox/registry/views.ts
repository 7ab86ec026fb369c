/** How a stored server looks in the list and on its own: the names differ, and so does what an absent field becomes. */
import type { Who } from './call.ts';
import { seesServer } from './identity.ts';
import { type Fields, isNewer, isNewest, isObject, type Server, type State, textOf } from './state.ts';

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

/** Members that only the newest version's list has. */
const NEWEST: Fields = { record_kind: null, ard_source_url: null };

/** A metadata object with the members that dotted names ask for; whole where nothing is asked for. */
const picked = (metadata: Fields, names: readonly string[]): Fields => {
  const result: Fields = {};
  for (const name of names) {
    const [head = '', ...rest] = name.split('.');
    const value = metadata[head];
    if (value === undefined) continue;
    result[head] = rest.length > 0 && isObject(value) ? picked(value, [rest.join('.')]) : value;
  }
  return result;
};

/** What a list is to show of each record. */
export interface Shown {
  readonly tools: boolean;
  /** Dotted names of metadata, of the newest version only. */
  readonly metadata: readonly string[] | undefined;
}

/** One element of `GET /api/servers`. */
export const listView = (state: State, server: Server, shown: Shown): Fields => {
  const { fields } = server;
  const metadata = isObject(fields['metadata']) ? fields['metadata'] : {};
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
    health_status: isNewer(state) ? healthOf(server).replace(/:.*/, '') : healthOf(server),
    last_checked_iso: server.health.checked,
    mcp_endpoint: fields['mcp_endpoint'] ?? null,
    metadata: shown.metadata ? picked(metadata, shown.metadata) : (fields['metadata'] ?? {}),
    version: versionOf(server),
    versions: server.versions.length === 0 ? null : versionsOf(server),
    default_version: versionOf(server),
    mcp_server_version: fields['mcp_server_version'] ?? null,
    mcp_server_version_previous: null,
    mcp_server_version_updated_at: null,
    sync_metadata: fields['sync_metadata'] ?? null,
    auth_scheme: fields['auth_scheme'] ?? 'none',
    auth_header_name: fields['auth_header_name'] ?? null,
    tool_list: shown.tools ? (fields['tool_list'] ?? []) : [],
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
    ...(isNewer(state) ? newerFields(fields) : {}),
    ...(isNewest(state) ? NEWEST : {}),
  };
};

/** What the newest version works out for a record: its URL as an identity, and its other versions. */
const derived = (server: Server): Fields => {
  const url = URL.parse(textOf(server.fields['proxy_pass_url']));
  const group = server.path.replace(/^\/+|\/+$/g, '');
  return {
    ...(url === null ? {} : { _identity_url_normalized: `${url.host}${url.pathname}`.replace(/\/+$/, '') }),
    ...(server.versions.length === 0
      ? {}
      : { version_group: group, other_version_ids: server.versions.map(({ version }) => `${server.path}:${version}`) }),
  };
};

/** A stored record as the routes that change it answer it: the metadata may be null there. */
export const storedView = (state: State, server: Server, who: Who): Fields => {
  const { backend, mode } = state.settings;
  const view: Fields = {
    ...(isNewer(state) ? { visibility: 'public', metadata: {} } : {}),
    ...server.fields,
    ...(isNewest(state) ? derived(server) : {}),
    ...(backend === 'mongo' ? { is_enabled: server.enabled } : {}),
    path: server.path,
  };
  if (!who.admin && mode === 'with-gateway') {
    delete view['proxy_pass_url'];
    if (backend === 'file') server.fields['proxy_pass_url'] = '';
  }
  return view;
};

/** `GET /api/servers/{path}`: the stored record. A user who is not admin doesn't see the URL behind a gateway. */
export const oneView = (state: State, server: Server, who: Who): Fields => {
  const view = storedView(state, server, who);
  return isNewest(state) ? { ...view, metadata: view['metadata'] ?? {} } : view;
};

/** Whether a user sees a server: by its path alone. Visibility and groups are stored, and hide nothing. */
export const visible = (server: Server, who: Who): boolean => seesServer(who, server.path);
