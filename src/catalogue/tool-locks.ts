import { readToolsLock } from '../document/tools-lock.ts';
import { LOCK_ENDING, type Tree } from '../model/catalogue.ts';
import type { Problem } from '../model/problem.ts';
import type { Origin } from '../model/registration.ts';
import { type Locked, lockCounts, type ToolsLock } from '../model/tools-lock.ts';
import { fileStem, pathOf } from './layout.ts';

/** Path below the catalogue's directory of the lock of what an entry, or a named endpoint of it, registers. */
export const lockPath = ({ file, endpoint }: Origin): string =>
  `${fileStem(file)}${endpoint === undefined ? '' : `.${endpoint}`}${LOCK_ENDING}`;

/**
 * The lock of a registration: read, with what is wrong with it, or undefined where there is none. `directory` is the
 * catalogue's, as problems name it.
 */
export const readLockOf = (
  tree: Tree,
  origin: Origin,
  directory: string,
): ReturnType<typeof readToolsLock> | undefined => {
  const path = lockPath(origin);
  const text = tree.get(path);
  return text === undefined ? undefined : readToolsLock(`${directory}/${path}`, text);
};

/** Every lock of a catalogue by its path, and what is wrong with those that can't be read. */
export const readLocks = (
  tree: Tree,
  directory: string,
): { readonly locks: ReadonlyMap<string, ToolsLock>; readonly problems: readonly Problem[] } => {
  const read = [...tree]
    .filter(([path]) => path.endsWith(LOCK_ENDING))
    .map(([path, text]) => ({ path, answer: readToolsLock(`${directory}/${path}`, text) }));
  return {
    locks: new Map(read.flatMap(({ path, answer }) => ('lock' in answer ? [[path, answer.lock] as const] : []))),
    problems: read.flatMap(({ answer }) => ('lock' in answer ? [] : answer.problems)),
  };
};

/** Counts of the locks that a catalogue holds of what a scan sees. A lock that can't be read counts as none: validate tells of it. */
export const lockedIn = (tree: Tree, directory: string): Locked => {
  const { locks } = readLocks(tree, directory);
  return (key, endpoint) => {
    const lock = locks.get(lockPath({ file: pathOf(key), ...(endpoint === undefined ? {} : { endpoint }) }));
    return lock === undefined ? undefined : lockCounts(lock);
  };
};

/** A lock that can be read; what is wrong with one that can't is validate's to tell. */
export const readableLock = (tree: Tree, origin: Origin, directory: string): ToolsLock | undefined => {
  const read = readLockOf(tree, origin, directory);
  return read !== undefined && 'lock' in read ? read.lock : undefined;
};
