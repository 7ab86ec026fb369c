import { FILE_LIMITS, LOCK_LIMITS } from '../document/syntax.ts';
import { KINDS, keyAt, placeOf } from '../kinds/table.ts';
import { ACCOUNTS_FILE, LOCK_ENDING } from '../model/catalogue.ts';
import { keyText, type ResourceKey } from '../model/resource.ts';

/** Where a file lies: the resource that it must describe, among those written by hand, or what stands beside entries. */
export type Location =
  | { readonly type: 'scanned'; readonly key: ResourceKey }
  | { readonly type: 'manual' }
  | LockLocation
  /** The accounts of an organization, as the last scan saw them. */
  | { readonly type: 'accounts' }
  | { readonly type: 'nowhere' };

/** A tool lock: of the entry beside it whose path without extension is `stem`, or else of one of that entry's endpoints. */
export interface LockLocation {
  readonly type: 'lock';
  readonly stem: string;
  /** The entry whose named endpoint the lock would belong to, where the name can be read so. */
  readonly endpoint?: { readonly stem: string; readonly name: string };
  /** Of the entry, where a scan writes it. */
  readonly account?: string;
  readonly region?: string;
}

/** An account, Region, id or file name that is a safe part of a path on every file system. */
const SAFE_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9_-])?$/;
const RESERVED_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const EXTENSION = /\.(?:yaml|yml|json)$/;
/** Case does not tell files apart everywhere: no spelling of a lock's name is an entry's. */
const LOCK_LIKE = /\.tools\.lock\.[a-z]+$/i;
const ENDPOINT = /^(.+)\.([a-zA-Z][a-zA-Z0-9_]{0,47})$/;
const ACCOUNT = /^\d{12}$/;

const scannedKey = (parts: readonly string[], id: string): ResourceKey | undefined => {
  const [account = '', region = '', folder = '', ...above] = parts;
  return ACCOUNT.test(account) ? keyAt({ account, region }, folder, [...above, id]) : undefined;
};

/** True for a name that can be one part of a path below the catalogue. */
export const isSafeName = (name: string): boolean => SAFE_NAME.test(name) && !RESERVED_NAME.test(name);

/** True for a relative path, with forward slashes, that stays below the catalogue on every file system. */
export const isSafePath = (path: string): boolean => path.split('/').every(isSafeName);

const lockAt = (path: string): Location => {
  if (!path.endsWith(LOCK_ENDING)) return { type: 'nowhere' };
  const stem = path.slice(0, -LOCK_ENDING.length);
  const beside = locationOf(`${stem}.yaml`);
  if (beside.type === 'manual') return { type: 'lock', stem };
  if (beside.type !== 'scanned') return { type: 'nowhere' };
  const { account, region, kind } = beside.key;
  const [, of, name] = (KINDS[kind].endpoints ? ENDPOINT.exec(stem) : undefined) ?? [];
  return {
    type: 'lock',
    stem,
    ...(of === undefined || name === undefined ? {} : { endpoint: { stem: of, name } }),
    account,
    region,
  };
};

/**
 * What belongs at a path below the catalogue: `<account>/<region>/gateways/<id>.yaml` and its like, `manual/**`, beside
 * each of them its tool lock, or `accounts.yaml`.
 */
export const locationOf = (path: string): Location => {
  if (!isSafePath(path) || !EXTENSION.test(path)) return { type: 'nowhere' };
  if (path === ACCOUNTS_FILE) return { type: 'accounts' };
  if (LOCK_LIKE.test(path)) return lockAt(path);
  const parts = path.split('/');
  if (parts[0] === 'manual' && parts.length > 1) return { type: 'manual' };
  const key = scannedKey(parts.slice(0, -1), fileStem(parts.at(-1) ?? ''));
  return key === undefined ? { type: 'nowhere' } : { type: 'scanned', key };
};

/** A path without the extension that an entry may have. */
export const fileStem = (path: string): string => path.replace(EXTENSION, '');

/** True where an entry may lie: at a safe path that nothing else is kept under. */
export const isEntryPath = (path: string): boolean => ['scanned', 'manual'].includes(locationOf(path).type);

/** Bytes that a file may have: a lock holds what a server says of its tools. */
export const mostBytes = (path: string): number => (path.endsWith(LOCK_ENDING) ? LOCK_LIMITS.bytes : FILE_LIMITS.bytes);

/** What two paths have in common that are one file where case tells none apart. */
export const caseKey = (path: string): string => path.toLowerCase();

/** Path below the catalogue where a scan writes the file of a resource. */
export const pathOf = (key: ResourceKey): string => `${[key.account, key.region, ...placeOf(key)].join('/')}.yaml`;

/** Keys of the resources that have a file among these paths, each once: what a scan must judge when it is not seen. */
export const knownKeys = (paths: Iterable<string>): readonly ResourceKey[] => {
  const keys = new Map<string, ResourceKey>();
  for (const path of paths) {
    const location = locationOf(path);
    if (location.type === 'scanned') keys.set(keyText(location.key), location.key);
  }
  return [...keys.values()];
};
