import type { Tree } from '../../model/catalogue.ts';

/** The catalogue at three commits: where the branch left the base, and where both are now. */
export interface ThreeTrees {
  readonly ancestor: Tree;
  readonly base: Tree;
  readonly head: Tree;
}

/** What commits that are not ours did to the catalogue. */
export interface PeopleEdits {
  /** Paths that people added, changed or removed. */
  readonly touched: ReadonlySet<string>;
  /** Paths that people removed and that are still gone, with the last text each had. */
  readonly removed: ReadonlyMap<string, string>;
}

/** One entry as both sides have it. Without ancestor both added it. */
interface Versions {
  readonly ancestor?: string;
  readonly base: string;
  readonly branch: string;
}

/** What only the catalogue knows about entries. */
export interface EntryRules {
  /** The text of an entry that base and branch both changed; people's bytes win outside `source`. */
  readonly mergeEntry: (path: string, versions: Versions) => string;
  /** What becomes of an entry that a person removed from the request: its text with `register: false`, or nothing to let it go. */
  readonly declined: (path: string, text: string) => string | undefined;
  /** Which removed paths live on as added ones: a resource that got a new id. `beside`: paths of files that may move along. */
  readonly renames: (removed: Tree, added: Tree, beside: Iterable<string>) => ReadonlyMap<string, string>;
  /** A merged catalogue in which what is kept beside entries shares their fate. */
  readonly settled: (merged: Tree, sides: Pick<ThreeTrees, 'base' | 'head'>) => Tree;
}

/** The entries of `from` that `other` has not. */
const without = (from: Tree, other: Tree): Tree => new Map([...from].filter(([path]) => !other.has(path)));

/** The tree with files under their new names, where those are free. */
const renamed = (tree: Tree, names: ReadonlyMap<string, string>): Tree =>
  new Map(
    [...tree].map(([path, text]) => {
      const name = names.get(path);
      return [name === undefined || tree.has(name) ? path : name, text];
    }),
  );

const mergePath = (path: string, trees: ThreeTrees, people: PeopleEdits, rules: EntryRules): string | undefined => {
  const [ancestor, base, head] = [trees.ancestor.get(path), trees.base.get(path), trees.head.get(path)];
  if (head === ancestor || head === base) return base;
  if (base === ancestor) return head;
  if (base !== undefined && head !== undefined) {
    return rules.mergeEntry(path, { ...(ancestor === undefined ? {} : { ancestor }), base, branch: head });
  }
  // One side removed what the other changed. A base's edit is younger than the scan's removal, which is found again;
  // a base's removal stands unless a person worked on the entry in the request.
  if (base !== undefined) return base;
  return people.touched.has(path) ? head : undefined;
};

/** A path that a person removed from the request: the entry is declined, or gone where the base dropped it too. */
const removedPath = (path: string, trees: ThreeTrees, people: PeopleEdits, rules: EntryRules): string | undefined => {
  const last = trees.base.get(path) ?? (trees.ancestor.has(path) ? undefined : people.removed.get(path));
  return last === undefined ? undefined : rules.declined(path, last);
};

/**
 * The base with the branch's own difference: what a run starts from, so that what it doesn't list stays as the branch
 * has it. Sorted by path.
 */
export const carryOver = (trees: ThreeTrees, people: PeopleEdits, rules: EntryRules): Tree => {
  const names = rules.renames(without(trees.ancestor, trees.head), without(trees.head, trees.ancestor), [
    ...trees.ancestor.keys(),
    ...trees.base.keys(),
  ]);
  const aligned: ThreeTrees = {
    ancestor: renamed(trees.ancestor, names),
    base: renamed(trees.base, names),
    head: trees.head,
  };
  const paths = new Set([
    ...aligned.ancestor.keys(),
    ...aligned.base.keys(),
    ...aligned.head.keys(),
    ...people.removed.keys(),
  ]);
  const carried = [...paths].toSorted().flatMap((path): [string, string][] => {
    const text = people.removed.has(path)
      ? removedPath(path, aligned, people, rules)
      : mergePath(path, aligned, people, rules);
    return text === undefined ? [] : [[path, text]];
  });
  return rules.settled(new Map(carried), aligned);
};

/** What GitHub would get for one path by merging `head` into `base`, as far as whole files tell it. */
const merges = (path: string, trees: ThreeTrees): { readonly text: string | undefined } | 'conflict' => {
  const [ancestor, base, head] = [trees.ancestor.get(path), trees.base.get(path), trees.head.get(path)];
  if (head === ancestor) return { text: base };
  return base === ancestor || base === head ? { text: head } : 'conflict';
};

export interface Shortfall {
  /** Paths where a merge of the head as it is would give something else than wanted. */
  readonly paths: readonly string[];
  /** True where base and head both changed a path: only a merge commit settles that. */
  readonly conflict: boolean;
}

/** What a head lacks, so that merging it gives the wanted catalogue. `ancestor` is git's own merge base here. */
export const shortfall = (trees: ThreeTrees, wanted: Tree): Shortfall => {
  const paths = new Set([...trees.ancestor.keys(), ...trees.base.keys(), ...trees.head.keys(), ...wanted.keys()]);
  const missing = [...paths].flatMap((path) => {
    const merged = merges(path, trees);
    if (merged === 'conflict') return [{ path, conflict: true }];
    return merged.text === wanted.get(path)
      ? []
      : [{ path, conflict: trees.base.get(path) !== trees.ancestor.get(path) }];
  });
  return { paths: missing.map((it) => it.path).toSorted(), conflict: missing.some((it) => it.conflict) };
};

/** True when both trees hold the same texts at the same paths. */
export const sameTree = (one: Tree, two: Tree): boolean =>
  one.size === two.size && [...one].every(([path, text]) => two.get(path) === text);
