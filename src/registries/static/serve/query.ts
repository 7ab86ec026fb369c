import { isObject } from '../../../model/json.ts';
import { OFFICIAL, type ServerList, type ServerResponse } from '../documents.ts';

/** Servers of one answer where nobody says how many, and at most. */
const LIMIT = { standing: 100, most: 1000 } as const;

/** What a list can be asked: every parameter of the API's description. */
export interface Asked {
  readonly limit: number;
  /** Name after which the page begins. */
  readonly after?: string;
  readonly search?: string;
  readonly version?: string;
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly deleted: boolean;
}

const cursorOf = (name: string): string => Buffer.from(name).toString('base64url');

/** What an address asks, or what is wrong with it. */
export const readAsked = (query: URLSearchParams): Asked | { readonly fault: string } => {
  const limit = query.get('limit');
  if (limit !== null && !/^[1-9][0-9]{0,5}$/.test(limit)) return { fault: 'limit: expected a whole number from 1' };
  const cursor = query.get('cursor') ?? '';
  const after = Buffer.from(cursor, 'base64url').toString();
  if (cursor !== '' && cursorOf(after) !== cursor) return { fault: 'cursor: expected one of an answer' };
  const since = query.get('updated_since');
  const time = since === null ? undefined : Date.parse(since);
  if (time !== undefined && (Number.isNaN(time) || !/^\d{4}-\d\d-\d\dT/.test(since ?? '')))
    return { fault: 'updated_since: expected a time such as 2026-11-03T12:00:00Z' };
  const [search, version] = [query.get('search'), query.get('version')];
  return {
    limit: Math.min(limit === null ? LIMIT.standing : Number(limit), LIMIT.most),
    ...(after === '' ? {} : { after }),
    ...(search === null || search === '' ? {} : { search: search.toLowerCase() }),
    ...(version === null || version === '' ? {} : { version }),
    ...(time === undefined ? {} : { since: time }),
    // Whoever follows changes has to hear of what is gone.
    deleted: query.get('include_deleted') === 'true' || time !== undefined,
  };
};

const matches = ({ server, _meta }: ServerResponse, asked: Asked): boolean => {
  const { search, version, since } = asked;
  const text = `${server.name}\n${server.title ?? ''}\n${server.description}`.toLowerCase();
  return (
    (search === undefined || text.includes(search)) &&
    (version === undefined || version === 'latest' || version === server.version) &&
    (since === undefined || Date.parse(_meta[OFFICIAL].updatedAt) >= since)
  );
};

/** One page of the servers that are asked for, by name. Every server has one version, its latest. */
export const pageOf = (
  active: readonly ServerResponse[],
  removed: readonly ServerResponse[],
  asked: Asked,
): ServerList => {
  const { after, limit } = asked;
  const found = [...active, ...(asked.deleted ? removed : [])]
    .filter((one) => matches(one, asked) && (after === undefined || one.server.name > after))
    .sort((a, b) => (a.server.name < b.server.name ? -1 : 1));
  const servers = found.slice(0, limit);
  const last = servers.at(-1);
  const more = found.length > servers.length && last !== undefined;
  return { servers, metadata: { count: servers.length, ...(more ? { nextCursor: cursorOf(last.server.name) } : {}) } };
};

const isResponse = (value: unknown): value is ServerResponse =>
  isObject(value) &&
  isObject(value['server']) &&
  typeof value['server']['name'] === 'string' &&
  typeof value['server']['description'] === 'string' &&
  typeof value['server']['version'] === 'string' &&
  isObject(value['_meta']) &&
  isObject(value['_meta'][OFFICIAL]);

/** The servers of a list file; what else stands there is nobody's. */
export const serversIn = (value: unknown): readonly ServerResponse[] =>
  isObject(value) && Array.isArray(value['servers']) ? value['servers'].filter(isResponse) : [];
