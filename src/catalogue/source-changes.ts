import { isDeepStrictEqual } from 'node:util';
import type { FileChange, Tree } from '../model/catalogue.ts';
import { isObject } from '../model/json.ts';
import { pathKey } from '../model/registry.ts';
import type { SourceChange, SourceField } from '../model/source-change.ts';
import { treeChanges } from './change-risk.ts';
import { type FileSeen, type KnownFile, readKnownFiles } from './known-files.ts';

/** Members of a source whose own members are told one by one. */
const OPENED = ['authorizer', 'security'] as const;

const membersOf = (name: string, value: unknown): readonly (readonly [string, unknown])[] => {
  if (value === undefined) return [];
  // An empty one says that somebody looked, and is not as good as none.
  return isObject(value) && Object.keys(value).length > 0
    ? Object.entries(value).map(([key, member]) => [`source.${name}.${key}`, member] as const)
    : [[`source.${name}`, value]];
};

/** A source's values by their place in the file. A source that is none is one value. */
const fieldsOf = (raw: unknown): ReadonlyMap<string, unknown> => {
  if (raw === undefined) return new Map();
  if (!isObject(raw)) return new Map([['source', raw]]);
  const plain = Object.entries(raw).filter(([key]) => !OPENED.some((name) => name === key));
  return new Map([
    ...plain.map(([key, value]) => [`source.${key}`, value] as const),
    ...OPENED.flatMap((name) => membersOf(name, raw[name])),
  ]);
};

const differences = (before: unknown, after: unknown): readonly SourceField[] => {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((field) => !isDeepStrictEqual(old.get(field), now.get(field)))
    .map((field) => ({
      field,
      ...(old.has(field) ? { before: old.get(field) } : {}),
      ...(now.has(field) ? { after: now.get(field) } : {}),
    }));
};

const seenIn = (texts: readonly (readonly [string, string])[]): ReadonlyMap<string, FileSeen> =>
  new Map(
    texts.flatMap(([path, text]) =>
      [...readKnownFiles(new Map([[path, text]]), '')].map((seen) => [path, seen] as const),
    ),
  );

/** A file as a merge sees it; undefined where no scan wrote it. */
export const knownIn = (path: string, text: string | undefined): KnownFile | undefined =>
  text === undefined ? undefined : seenIn([[path, text]]).get(path)?.known;

/** A file's `source` as it stands there, fitting its schema or not; undefined where there is none. */
export const sourceIn = (path: string, text: string | undefined): unknown => knownIn(path, text)?.raw;

/** Registry path to the file that lost it: gone, or no longer asking for it. */
const freedPaths = (
  before: ReadonlyMap<string, FileSeen>,
  after: ReadonlyMap<string, FileSeen>,
): ReadonlyMap<string, string> => {
  const held = (seen: FileSeen | undefined): ReadonlySet<string> => new Set((seen?.paths ?? []).map(pathKey));
  return new Map(
    [...before].flatMap(([file, seen]) => {
      const still = held(after.get(file));
      return [...held(seen)].filter((path) => !still.has(path)).map((path) => [path, file] as const);
    }),
  );
};

const beforeOf = (change: FileChange): readonly (readonly [string, string])[] =>
  change.action === 'create' ? [] : [[change.action === 'replace' ? change.from : change.path, change.before]];

const afterOf = (change: FileChange): readonly (readonly [string, string])[] =>
  change.action === 'delete' ? [] : [[change.path, change.text]];

/**
 * Every scanned entry whose `source` is another one than before, from the two trees alone: a commit's message and author say
 * nothing here. An entry that takes the registry path of another one counts as that one with a new source, whatever both
 * are named. Gravest first, then by file.
 */
export const sourceChanges = (base: Tree, head: Tree): readonly SourceChange[] => {
  const changes = treeChanges(base, head);
  const [before, after] = [seenIn(changes.flatMap(beforeOf)), seenIn(changes.flatMap(afterOf))];
  const freed = freedPaths(before, after);
  const found = changes.flatMap((change): SourceChange[] => {
    const seen = after.get(change.path);
    if (change.action === 'delete' || seen?.known === undefined) return [];
    const from =
      change.action === 'replace'
        ? change.from
        : change.action === 'create'
          ? seen.paths.map((path) => freed.get(pathKey(path))).find((file) => file !== undefined)
          : change.path;
    const fields = differences(before.get(from ?? '')?.known?.raw, seen.known.raw);
    if (fields.length === 0) return [];
    const action = from === undefined ? 'new' : from === change.path ? 'changed' : 'replaced';
    return [{ action, file: change.path, ...(action === 'replaced' && from ? { from } : {}), fields }];
  });
  const gravity = ['replaced', 'changed', 'new'];
  return found.toSorted(
    (one, other) => gravity.indexOf(one.action) - gravity.indexOf(other.action) || (one.file < other.file ? -1 : 1),
  );
};
