import { isObject } from '../../model/json.ts';
import { type Listed, listedScheme, type Rights, type Snapshot } from '../../model/registry.ts';
import { readMark } from '../mark-metadata.ts';
import type { Abilities } from './abilities.ts';
import { AGENT_FIELDS, SERVER_FIELDS, unheldIn } from './fields.ts';
import type { Connection } from './http.ts';
import { send } from './http.ts';
import { readWhole } from './pages.ts';
import { answerObject } from './refusal.ts';
import type { Row } from './wire.ts';
import { isText, OWN_TAGS, texts } from './wire.ts';

type Type = 'server' | 'agent';
type RawRecord = Readonly<Record<string, unknown>>;

/** Values of the rows that an answer shows. Members that GET one leaves out are not set; those the list leaves out are not shown. */
const readValues = (rows: readonly Row<never>[], raw: RawRecord, from: 'list' | 'one'): Map<string, unknown> => {
  const values = new Map<string, unknown>();
  for (const row of rows) {
    const seen = row[from];
    if (!seen) continue;
    if (from === 'list' && !seen.names.split(', ').every((name) => Object.hasOwn(raw, name))) continue;
    const value = seen.read(raw);
    // A token without admin rights is not shown URLs: that says nothing about them.
    if (row.key === 'url' && value === undefined) continue;
    values.set(row.key, value);
  }
  // Groups that are left over from another visibility restrict nobody.
  if (values.has('visibility') && values.get('visibility') !== 'group-restricted') values.set('groups', undefined);
  return values;
};

/** Members of a list's record that an overwrite sends again where the record itself may not be read. */
const KEPT = ['tags', 'version', 'status', 'source_created_at', 'source_updated_at', 'tool_list'] as const;

const trimmed = (raw: RawRecord): RawRecord => Object.fromEntries(KEPT.map((name) => [name, raw[name]]));

const textOf = (value: unknown): string => (isText(value) ? value : '');

/** A record of a list, or of GET one, in the form that plan and apply know. */
export const toListed = (type: Type, raw: RawRecord, from: 'list' | 'one'): Listed => {
  const reading = readMark(raw['metadata']);
  const mark = reading.type === 'mark' ? reading.mark : undefined;
  const values = readValues(type === 'server' ? SERVER_FIELDS : AGENT_FIELDS, raw, from);
  return {
    type,
    path: textOf(raw['path']),
    name: textOf(values.get('name')),
    url: textOf(values.get('url')),
    enabled: raw['is_enabled'] === true,
    ...(mark ? { file: mark.file } : {}),
    ...(mark?.endpoint === undefined ? {} : { endpoint: mark.endpoint }),
    values,
    mark: reading,
    flagged: texts(raw['tags']).some((tag) => OWN_TAGS.has(tag)),
    ...(from === 'one' ? { unheld: unheldIn(type, raw) } : {}),
    federated: isObject(raw['sync_metadata']) && Object.keys(raw['sync_metadata']).length > 0,
    // Tens of thousands of whole records would be kept for nothing.
    raw: from === 'list' ? trimmed(raw) : raw,
  };
};

/** The back end shows in the times: `file` keeps none of servers, and writes those of agents with an offset. */
const backEndOf = (servers: readonly RawRecord[], agents: readonly RawRecord[]): Abilities['backEnd'] => {
  if (servers.length > 0) return servers.some((server) => isText(server['registered_at'])) ? 'database' : 'file';
  const time = agents.map((agent) => agent['registered_at']).find(isText);
  if (time === undefined) return 'unknown';
  return /(Z|[+-]\d\d:\d\d)$/.test(time) ? 'file' : 'database';
};

const describe = (newer: boolean, backEnd: Abilities['backEnd']): string =>
  `mcp-gateway-registry, ${newer ? 'newer' : 'older'} API${backEnd === 'unknown' ? '' : `, ${backEnd} back end`}`;

/**
 * Reading a server whole costs the `file` back end its credential; and its URL, where the token may not see it.
 */
const isFragile = (listed: Listed, rights: Rights): boolean => !rights.admin || listedScheme(listed) !== 'none';

/** Both lists, and what they tell about the registry: only the newer one says whether there is a next page. */
export const readLists = async (connection: Connection, rights: Rights, signal?: AbortSignal): Promise<Snapshot> => {
  const [servers, agents] = await Promise.all([
    readWhole(connection, 'server', signal),
    readWhole(connection, 'agent', signal),
  ]);
  const newer = servers.paged;
  const backEnd = newer ? 'database' : backEndOf([...servers.records.values()], [...agents.records.values()]);
  const own: Abilities = {
    backEnd,
    serverVisibility: newer,
    // No version looks at them when it lists or shows servers.
    enforcesServerVisibility: false,
    agentGroups: newer,
    agentToggle: newer,
    agentUpdate: backEnd !== 'file',
    patch: newer,
  };
  const ofServer = (raw: RawRecord): Listed => {
    const listed = toListed('server', raw, 'list');
    return backEnd === 'file' && isFragile(listed, rights) ? { ...listed, fragile: true } : listed;
  };
  return {
    description: describe(newer, backEnd),
    rights,
    own,
    listed: [
      ...[...servers.records.values()].map(ofServer),
      ...[...agents.records.values()].map((raw) => toListed('agent', raw, 'list')),
    ],
  };
};

/** What the token may do, from GET /api/auth/me. */
export const readRights = async (connection: Connection, signal?: AbortSignal): Promise<Rights> => {
  const what = "read the rights of the registry's token";
  const answer = await send(connection, {
    what,
    method: 'GET',
    path: '/api/auth/me',
    ...(signal ? { signal } : {}),
  });
  const body = answerObject(what, answer);
  return { user: textOf(body['username']) || 'unknown', admin: body['is_admin'] === true };
};

/** Path of one server or agent below /api, each segment encoded, its last slash kept. */
export const recordPath = (type: Type, path: string): string =>
  `/api/${type}s${path
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/')}`;
