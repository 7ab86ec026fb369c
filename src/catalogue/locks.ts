import type { Finding } from '../document/finding.ts';
import { KINDS } from '../kinds/table.ts';
import type { Entry, FileChange, Tree } from '../model/catalogue.ts';
import { LOCK_ENDING } from '../model/catalogue.ts';
import { registeredEndpoints } from '../model/entry-parts.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { fileStem, isEntryPath, type LockLocation, locationOf } from './layout.ts';

/** Entries by their paths without extension. */
type Stems = ReadonlySet<string>;

/** The stems of the entries among some paths: a lock's name begins with one. */
const entryStems = (paths: Iterable<string>): Stems =>
  new Set([...paths].filter(isEntryPath).map((path) => fileStem(path)));

/** The entry that a lock belongs to: the one of its very name, else the one whose endpoint it names; undefined: none is there. */
const lockOwner = ({ stem, endpoint }: LockLocation, stems: Stems): string | undefined => {
  if (stems.has(stem)) return stem;
  return endpoint !== undefined && stems.has(endpoint.stem) ? endpoint.stem : undefined;
};

/** Locks among some paths, each with the entry that it belongs to. */
const lockOwners = (paths: Iterable<string>, stems: Stems): ReadonlyMap<string, string | undefined> =>
  new Map(
    [...paths].flatMap((path): [string, string | undefined][] => {
      const location = path.endsWith(LOCK_ENDING) ? locationOf(path) : undefined;
      return location?.type === 'lock' ? [[path, lockOwner(location, stems)]] : [];
    }),
  );

/**
 * Where locks go when entries are renamed: old path to new path, for those among `paths` whose entry is. `renames` holds
 * the entries' paths, before and after.
 */
export const lockRenames = (
  renames: ReadonlyMap<string, string>,
  paths: Iterable<string>,
): ReadonlyMap<string, string> => {
  const stems = new Map([...renames].map(([from, to]) => [fileStem(from), fileStem(to)]));
  const owners = lockOwners(paths, new Set(stems.keys()));
  return new Map(
    [...owners].flatMap(([path, owner]): [string, string][] => {
      const to = owner === undefined ? undefined : stems.get(owner);
      return owner === undefined || to === undefined ? [] : [[path, `${to}${path.slice(owner.length)}`]];
    }),
  );
};

const registersEndpoints = (value: EntryFile): boolean => 'source' in value && KINDS[value.kind].endpoints === true;

const orphan = (text: string): Finding => ({
  rule: 'lock-orphan',
  text,
  hint: 'Bring the entry back, or delete the lock: nothing would compare with it.',
});

/**
 * Locks that nothing compares with: no entry is beside them, or it has no such endpoint. `paths`: all files, also those
 * that could not be read; `entries`: those that could.
 */
export const orphanedLocks = (
  paths: readonly string[],
  entries: readonly Entry[],
): readonly { readonly path: string; readonly finding: Finding }[] => {
  const read = new Map(entries.map(({ path, value }) => [fileStem(path), value]));
  return [...lockOwners(paths, entryStems(paths))].flatMap(([path, owner]) => {
    const stem = path.slice(0, -LOCK_ENDING.length);
    if (owner === stem) return [];
    if (owner === undefined) return [{ path, finding: orphan('There is no entry that this tool lock belongs to.') }];
    const value = read.get(owner);
    const endpoint = stem.slice(owner.length + 1);
    if (value === undefined || !registersEndpoints(value) || Object.hasOwn(registeredEndpoints(value), endpoint))
      return [];
    return [{ path, finding: orphan(`The entry beside this tool lock registers no endpoint ${endpoint}.`) }];
  });
};

/** Entries' changes among those of a scan, as the paths that go and those that come. */
const entryMoves = (changes: readonly FileChange[]) => ({
  gone: new Set(
    changes.flatMap((change) =>
      change.action === 'delete' ? [change.path] : change.action === 'replace' ? [change.from] : [],
    ),
  ),
  renamed: new Map(
    changes.flatMap((change): [string, string][] => (change.action === 'replace' ? [[change.from, change.path]] : [])),
  ),
});

/**
 * What follows for locks from what happens to entries: a lock moves with its entry, byte for byte, and goes with it. A lock
 * whose entry stays is never touched, nor is one that has none. `refused`: what is there and could not be read; an entry
 * among it stays, and nothing is put in its place.
 */
export const lockChanges = (
  tree: Tree,
  changes: readonly FileChange[],
  refused: ReadonlySet<string> = new Set(),
): readonly FileChange[] => {
  const { gone, renamed } = entryMoves(changes);
  if (gone.size === 0) return [];
  const there = [...tree.keys(), ...refused];
  const before = entryStems(there);
  const after = entryStems(there.filter((path) => !gone.has(path)));
  const targets = lockRenames(renamed, tree.keys());
  return [...lockOwners(tree.keys(), before)].flatMap(([path, owner]): FileChange[] => {
    if (owner === undefined || after.has(owner)) return [];
    const text = tree.get(path) ?? '';
    const to = targets.get(path);
    if (to === undefined) return [{ action: 'delete', path, before: text }];
    if (refused.has(to)) return [];
    const stray = tree.get(to);
    if (stray === undefined) return [{ action: 'replace', from: path, path: to, before: text, text }];
    // What lay there belonged to no entry: the lock that people accepted for this one is the one that stands.
    return [
      { action: 'update', path: to, before: stray, text },
      { action: 'delete', path, before: text },
    ];
  });
};

/**
 * A merged catalogue whose locks share the fate of their entries: one that the branch removed together with an entry which
 * the merge keeps is back as the base has it, and one whose entry the merge dropped goes too.
 */
export const settleLocks = (merged: Tree, { base, head }: { readonly base: Tree; readonly head: Tree }): Tree => {
  const [kept, atHead] = [entryStems(merged.keys()), entryStems(head.keys())];
  const known = new Set([...kept, ...entryStems(base.keys()), ...atHead]);
  const files = new Map(merged);
  for (const [path, owner] of lockOwners(new Set([...merged.keys(), ...base.keys()]), known)) {
    if (owner === undefined) continue;
    const text = base.get(path);
    if (!kept.has(owner)) files.delete(path);
    else if (!files.has(path) && text !== undefined && !atHead.has(owner)) files.set(path, text);
  }
  return new Map([...files].toSorted(([one], [other]) => (one < other ? -1 : 1)));
};
