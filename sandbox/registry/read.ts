/** The servers' reading routes. */
import { type Call, param } from './call.ts';
import { crash, detail, type Invalid, invalid, json, type Reply } from './reply.ts';
import {
  type Fields,
  findServer,
  isNewer,
  isNewest,
  isReachable,
  noteRead,
  type Server,
  type State,
  textOf,
  textsOf,
  withSlash,
} from './state.ts';
import { healthOf, listView, oneView, versionsOf, visible } from './views.ts';

export const serverNotFound = (path: string): Reply => detail(404, `Server not found at path '${path}'`);

/** Lower-case substring over name, description and tags; in the newer version over the metadata too. */
const matches = (call: Call, fields: Fields, query: string): boolean => {
  const parts = [textOf(fields['server_name']), textOf(fields['description']), ...textsOf(fields['tags'])];
  if (isNewer(call.state)) parts.push(JSON.stringify(fields['metadata'] ?? {}));
  return parts.some((part) => part.toLowerCase().includes(query));
};

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

const bound = (
  call: Call,
  name: string,
  [low, high, fallback]: readonly [number, number, number],
): number | Invalid => {
  const text = call.query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  const base = { loc: ['query', name], input: text };
  if (!/^[+-]?\d+$/.test(text)) {
    return {
      ...base,
      type: 'int_parsing',
      msg: 'Input should be a valid integer, unable to parse string as an integer',
    };
  }
  if (value < low) {
    return {
      ...base,
      type: 'greater_than_equal',
      msg: `Input should be greater than or equal to ${low}`,
      ctx: { ge: low },
    };
  }
  if (value > high) {
    return {
      ...base,
      type: 'less_than_equal',
      msg: `Input should be less than or equal to ${high}`,
      ctx: { le: high },
    };
  }
  return value;
};

/** Paging of the newer version: `limit` 1 to 2000, by default 20, and `offset`. */
export const pageOf = (call: Call): Page | Reply => {
  const limit = bound(call, 'limit', [1, 2000, 20]);
  const offset = bound(call, 'offset', [0, Number.MAX_SAFE_INTEGER, 0]);
  if (typeof limit === 'number' && typeof offset === 'number') return { limit, offset };
  return invalid([limit, offset].filter((value) => typeof value !== 'number'));
};

/** One page of a list, with the fields that the newer version adds. */
const paged = <Item>(items: readonly Item[], page: Page): { items: readonly Item[]; fields: Fields } => ({
  items: items.slice(page.offset, page.offset + page.limit),
  fields: {
    total_count: items.length,
    limit: page.limit,
    offset: page.offset,
    has_next: page.offset + page.limit < items.length,
  },
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byName = (one: Server, other: Server): number =>
  compare(textOf(one.fields['server_name']).toLowerCase(), textOf(other.fields['server_name']).toLowerCase());

/** How a list is cut into pages. */
interface Cut<Item> {
  readonly page: Page | undefined;
  readonly name: (item: Item) => string;
  /** Documents beside an item's own, which the newest version counts and cuts, but does not show. */
  readonly others: (item: Item) => readonly string[];
}

/** One page: the older sort everything by name; the newest cuts by path, and sorts within a page by name, case and all. */
export const pageInOrder = <Item extends { readonly path: string }>(
  state: State,
  found: readonly Item[],
  cut: Cut<Item>,
): { items: readonly Item[]; fields: Fields } => {
  const { page, name, others } = cut;
  if (page === undefined) return { items: found, fields: {} };
  if (!isNewest(state)) return paged(found, page);
  const documents = found.flatMap((item) => [
    { path: item.path, shown: [item] },
    ...others(item).map((version) => ({ path: `${item.path}:${version}`, shown: [] })),
  ]);
  const { items, fields } = paged(
    documents.sort((one, other) => compare(one.path, other.path)),
    page,
  );
  const shown = items.flatMap((document) => document.shown);
  return { items: shown.sort((one, other) => compare(name(one), name(other))), fields };
};

const STATUSES = ['active', 'deprecated', 'draft', 'beta'];

export const listServers = (call: Call): Reply => {
  const { state, who } = call;
  const newer = isNewer(state);
  const query = (call.query.get('query') ?? '').toLowerCase();
  const status = newer ? call.query.get('status') : null;
  if (status !== null && !STATUSES.includes(status)) {
    const told = `Invalid status '${status}'. Must be one of: ${[...STATUSES].sort().join(', ')}`;
    return detail(400, isNewest(state) ? told : `Invalid status: ${status}`);
  }
  const page = newer ? pageOf(call) : undefined;
  if (page !== undefined && 'status' in page) return page;
  const found = [...state.servers.values()].filter(
    (server) =>
      visible(server, who) &&
      (query === '' || matches(call, server.fields, query)) &&
      (status === null || textOf(server.fields['status'], 'active') === status),
  );
  found.sort(byName);
  const shown = pageInOrder(state, found, {
    page,
    name: (server) => textOf(server.fields['server_name']),
    others: (server) => server.versions.map(({ version }) => version),
  });
  // One record without a list of tags breaks the whole answer.
  if (isNewest(state) && shown.items.some((server) => server.fields['tags'] === null)) return crash();
  for (const server of shown.items) noteRead(state, server);
  const view = {
    tools: !newer || call.query.get('include_tools') !== 'false',
    metadata: isNewest(state) ? call.query.get('metadata_fields')?.split(',') : undefined,
  };
  return json(200, { servers: shown.items.map((server) => listView(state, server, view)), ...shown.fields });
};

/** Finds a server that the caller may see, or gives the 404 or 403. */
const seen = (call: Call): { server: Server } | { reply: Reply } => {
  const path = withSlash(param(call));
  const server = findServer(call.state, path);
  if (server === undefined) {
    const told = path.length > 1 && !isNewest(call.state) ? path.replace(/\/$/, '') : path;
    return { reply: serverNotFound(told) };
  }
  if (!visible(server, call.who)) return { reply: detail(403, 'You do not have access to this server') };
  return { server };
};

export const getServer = (call: Call): Reply => {
  const found = seen(call);
  if ('reply' in found) return found.reply;
  noteRead(call.state, found.server);
  return json(200, oneView(call.state, found.server, call.who));
};

export const getVersions = (call: Call): Reply => {
  const found = seen(call);
  if ('reply' in found) return found.reply;
  const { server } = found;
  const description = server.fields['description'] ?? '';
  return json(200, {
    path: server.path,
    default_version: textOf(server.fields['version'], 'v1.0.0'),
    versions: versionsOf(server).map((version) => ({ ...version, description })),
  });
};

export const getRating = (call: Call): Reply => {
  const found = seen(call);
  return 'reply' in found ? found.reply : json(200, { num_stars: 0, rating_details: [] });
};

export const getScan = (call: Call): Reply => {
  const found = seen(call);
  if ('reply' in found) return found.reply;
  const { scan, path } = found.server;
  if (scan === undefined) {
    const more = isNewest(call.state) ? '. The server may not have been scanned yet.' : '';
    return detail(404, `No security scan results found for server '${path}'${more}`);
  }
  return json(200, { ...scan, output_file: '' });
};

/** Keyed by path. On `file` an enabled server is told as disabled too. */
export const getHealth = (call: Call): Reply => {
  const { state, who } = call;
  const answers: Fields = {};
  for (const server of state.servers.values()) {
    if (!visible(server, who)) continue;
    answers[server.path] = {
      status: state.settings.backend === 'file' ? 'disabled' : healthOf(server),
      last_checked_iso: server.health.checked,
      num_tools: isNewest(state) ? (server.fields['num_tools'] ?? null) : (server.fields['num_tools'] ?? 0),
    };
  }
  return json(200, answers);
};

/** The newest version's routes below a server tell that it is not there in other words. */
const notRegistered = (reply: Reply): Reply =>
  reply.status === 404 ? detail(404, 'Service path not registered') : reply;

/** `GET /api/servers/{path}/server.json`, which no synchroniser reads: whether the server is there is all that it tells. */
export const getCard = (call: Call): Reply => {
  const found = seen(call);
  return 'reply' in found ? notRegistered(found.reply) : json(200, {});
};

/** Live tools of a server; it also writes them into the record. */
export const getTools = (call: Call): Reply => {
  const found = seen(call);
  if ('reply' in found) return isNewest(call.state) ? notRegistered(found.reply) : found.reply;
  const { server } = found;
  if (!server.enabled) return detail(400, 'Cannot fetch tools from disabled service');
  const upstream = call.state.settings.upstream(server.path);
  const tools = isReachable(upstream) ? [...upstream.tools] : [];
  server.fields['tool_list'] = tools;
  server.fields['num_tools'] = tools.length;
  return json(200, { service_path: server.path, tools, cached: false });
};
