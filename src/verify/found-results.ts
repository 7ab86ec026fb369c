import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK_LIMITS } from '../document/syntax.ts';
import { readToolsLock, writeToolsLock } from '../document/tools-lock.ts';
import { textDigest } from '../model/canonical.ts';
import { SyncError } from '../model/errors.ts';
import { isObject, parseJson } from '../model/json.ts';
import type { ToolsLock } from '../model/tools-lock.ts';
import { readWhyChanged, type WhyChanged } from '../model/why-changed.ts';
import { LOCKS_FOLDER, RESULTS_FILE } from './results-file.ts';
import type { SeenList } from './second-look.ts';

/** The text of a plain file of a bounded size; undefined where there is none. */
const readPlain = (file: string, most: number): string | undefined => {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= most ? readFileSync(file, 'utf8') : undefined;
};

/** Bytes of the file that says what is in the folder. */
const MOST_RESULTS = 256 * 1024 * 1024;

/** What another job found: the digest of each lock, by its path. */
export interface Found {
  readonly folder: string;
  readonly digests: Readonly<Record<string, unknown>>;
  /** Complete lists of what may be disabled for them, by the path of the lock: nobody has looked at them yet. */
  readonly lists: Readonly<Record<string, unknown>>;
  /** What may be the reason of changes. Keys are paths in the registry. */
  readonly reasons: ReadonlyMap<string, WhyChanged>;
}

const refused = (folder: string, met: string): SyncError =>
  new SyncError('usage', 'bad-option', `results: expected a folder that verify wrote, met ${met} at ${folder}.`, {
    hint: 'Give the folder of --results, or the artifact of the same run that holds it, with results-digest.',
  });

const reasonsIn = (verified: unknown): Found['reasons'] =>
  new Map(
    (Array.isArray(verified) ? verified : []).flatMap((one: unknown) => {
      const path = isObject(one) ? one['path'] : undefined;
      const why = isObject(one) ? readWhyChanged(one['why']) : undefined;
      return typeof path === 'string' && why !== undefined ? [[path, why] as const] : [];
    }),
  );

/** Opens the folder. Throws SyncError usage/bad-option where it is none, or not the one that the other job told of. */
export const openFound = (folder: string, digest: string | undefined): Found => {
  const text = readPlain(join(folder, RESULTS_FILE), MOST_RESULTS);
  if (text === undefined) throw refused(folder, 'none');
  if (digest !== undefined && textDigest(text) !== digest) throw refused(folder, 'another digest');
  const value = parseJson(text);
  const digests = isObject(value) && value['form'] === 1 ? value['locks'] : undefined;
  if (!isObject(digests)) throw refused(folder, 'another form');
  const lists = isObject(value) ? value['lists'] : undefined;
  const reasons = reasonsIn(isObject(value) ? value['verified'] : undefined);
  return { folder, digests, lists: isObject(lists) ? lists : {}, reasons };
};

/** A lock that another job found: read as a stranger's file, and rendered anew. */
export const readFound = (
  { folder, digests }: Found,
  path: string,
): { readonly lock: ToolsLock; readonly text: string } | undefined => {
  const file = join(folder, LOCKS_FOLDER, path);
  const text = Object.hasOwn(digests, path) ? readPlain(file, LOCK_LIMITS.bytes) : undefined;
  if (text === undefined || textDigest(text) !== digests[path]) return undefined;
  const read = readToolsLock(file, text);
  if (!('lock' in read)) return undefined;
  const written = writeToolsLock(read.lock);
  return 'text' in written ? { lock: read.lock, text: written.text } : undefined;
};

const DIGEST = /^sha256:[0-9a-f]{64}$/;

const seenList = (value: unknown): readonly SeenList[] => {
  if (!isObject(value)) return [];
  const { at, digest } = value;
  const isTime = typeof at === 'number' && Number.isSafeInteger(at) && at >= 0;
  return isTime && typeof digest === 'string' && DIGEST.test(digest) ? [{ at, digest }] : [];
};

/** The complete lists that another job told of: two at most, and nothing that is not of their form. */
export const readSeen = ({ lists }: Found, path: string): readonly SeenList[] => {
  const told = Object.hasOwn(lists, path) ? lists[path] : undefined;
  const seen = Array.isArray(told) && told.length === 2 ? told.flatMap(seenList) : [];
  return seen.length === 2 ? seen : [];
};
