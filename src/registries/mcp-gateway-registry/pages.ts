import { isObject } from '../../model/json.ts';
/** A registry's list, whole, from pages of an answer that other people may change meanwhile. */

import { SyncError } from '../../model/errors.ts';
import type { Connection } from './http.ts';
import { send } from './http.ts';
import { answerObject } from './refusal.ts';
import { isText } from './wire.ts';

type RawRecord = Readonly<Record<string, unknown>>;

const LIMIT = 2000;
/** A million records, where a page is whole. */
const MOST_PAGES = 500;
/** Whole readings of a list that changes while its pages are read. */
const READINGS = 3;

/** Every record of a list by its path, and whether the registry speaks of pages at all. */
export interface Reading {
  readonly records: ReadonlyMap<string, RawRecord>;
  readonly paged: boolean;
}

interface Page {
  readonly records: readonly (readonly [path: string, record: RawRecord])[];
  /** undefined: this registry knows no pages. */
  readonly hasNext: boolean | undefined;
  /** Documents that the registry counts: never fewer than it lists, for versions of one server count too. */
  readonly total: number | undefined;
}

const malformed = (what: string, met: string): SyncError =>
  new SyncError('registry', 'malformed', `${what}: ${met}`, {
    hint: 'Ask who runs the registry: its list, or a proxy in front of it, does not keep to offset and limit.',
  });

/** What answers is no registry of this kind, as far as its lists tell. */
const noList = (
  { url, urlSetting = "the registry's URL" }: Connection,
  type: 'server' | 'agent',
  why: string,
): SyncError =>
  new SyncError('registry', 'malformed', `list the ${type}s: GET ${url}/api/${type}s answered ${why}`, {
    hint: `Is ${urlSetting} the base URL of an MCP Gateway Registry? Something else answers there, or a proxy changes its answers.`,
  });

const readPage = async (
  connection: Connection,
  list: { readonly type: 'server' | 'agent'; readonly offset: number },
  signal?: AbortSignal,
): Promise<Page> => {
  const { type, offset } = list;
  const what = `list the ${type}s`;
  const query = `limit=${LIMIT}&offset=${offset}${type === 'server' ? '&include_tools=false' : ''}`;
  const answer = await send(connection, {
    what,
    method: 'GET',
    path: `/api/${type}s?${query}`,
    seconds: 120,
    ...(signal ? { signal } : {}),
  });
  const body = answerObject(what, answer);
  const records = body[`${type}s`];
  if (!Array.isArray(records)) throw noList(connection, type, `no list of ${type}s`);
  const [hasNext, total] = [body['has_next'], body['total_count']];
  return {
    records: records.map((record) => {
      if (isObject(record) && isText(record['path'])) return [record['path'], record] as const;
      throw noList(connection, type, `a list of ${type}s with one that has no path`);
    }),
    hasNext: typeof hasNext === 'boolean' ? hasNext : undefined,
    total: typeof total === 'number' ? total : undefined,
  };
};

/** Why a page that says there is another one can't be believed: nothing would ever end it. */
const endless = (page: Page, reading: { readonly offset: number; readonly fresh: number }): string | undefined => {
  const { offset, fresh } = reading;
  if (fresh === 0) return `expected the page at ${offset} to bring something new, for it says that there is more`;
  const end = offset + page.records.length;
  return page.total !== undefined && end >= page.total
    ? `it says that there is more after ${end} of ${page.total} records`
    : undefined;
};

/**
 * Reads one list once. Each page begins with the last record of the one before: where none of them is met again, something
 * between two pages has shifted, and one may have been missed (`whole` is false then).
 */
const readOnce = async (
  connection: Connection,
  type: 'server' | 'agent',
  signal?: AbortSignal,
): Promise<Reading & { readonly whole: boolean }> => {
  const records = new Map<string, RawRecord>();
  let seams = true;
  for (let [offset, pages] = [0, 1]; pages <= MOST_PAGES; pages += 1) {
    const page = await readPage(connection, { type, offset }, signal);
    const known = records.size;
    const met = page.records.filter(([path]) => records.has(path)).length;
    for (const [path, record] of page.records) records.set(path, record);
    if (offset > 0 && known > 1 && met === 0) seams = false;
    if (page.hasNext !== true) {
      const counted = offset === 0 || page.total === undefined || records.size >= page.total;
      return { records, paged: page.hasNext !== undefined, whole: seams && counted };
    }
    const fault = endless(page, { offset, fresh: records.size - known });
    if (fault !== undefined) throw malformed(`list the ${type}s`, fault);
    offset += Math.max(1, page.records.length - 1);
  }
  throw malformed(`list the ${type}s`, `expected an end within ${MOST_PAGES} pages, met none`);
};

const samePaths = (one: Reading, other: Reading): boolean =>
  one.records.size === other.records.size && [...one.records.keys()].every((path) => other.records.has(path));

/**
 * A whole list. One that changed while its pages were read is read again; what two readings in a row tell is whole, whatever
 * the registry counts. Throws SyncError registry/malformed for a list that never ends, registry/unavailable for one that
 * changes each time.
 */
export const readWhole = async (
  connection: Connection,
  type: 'server' | 'agent',
  signal?: AbortSignal,
): Promise<Reading> => {
  let before: Reading | undefined;
  for (let reading = 1; reading <= READINGS; reading += 1) {
    const result = await readOnce(connection, type, signal);
    if (result.whole || (before && samePaths(before, result))) return result;
    before = result;
  }
  throw new SyncError('registry', 'unavailable', `list the ${type}s: the list changed each time while it was read`, {
    hint: 'Run again when nothing else writes to the registry.',
  });
};
