import { type OtherChange, pathKind } from '../../model/other-change.ts';
import type { Repository } from './client.ts';
import { isFile, type ListedPlace, readFolder, readTree, type TreeItem } from './listing.ts';
import type { TreeEdit } from './write.ts';

interface Sides {
  readonly path: string;
  readonly ancestor: TreeItem | undefined;
  readonly base: TreeItem | undefined;
  readonly head: TreeItem | undefined;
}

const same = (one: TreeItem | undefined, two: TreeItem | undefined): boolean =>
  one?.sha === two?.sha && one?.mode === two?.mode;

const objectType = (type: string): 'blob' | 'tree' | 'commit' => (type === 'tree' || type === 'commit' ? type : 'blob');

const isTree = (item: TreeItem | undefined): boolean => item?.type === 'tree';
const isFolder = (item: TreeItem | undefined): boolean => item === undefined || isTree(item);

/**
 * The branch's own difference outside the catalogue's directory, as edits of the base's tree, or the path that both
 * changed. Only folders that differ on both sides are opened.
 */
export const differenceOutside = async (
  repository: Repository,
  trees: { readonly ancestor: string; readonly base: string; readonly head: string },
  directory: string,
): Promise<{ readonly edits: readonly TreeEdit[] } | { readonly conflict: string }> => {
  const childrenOf = async (item: TreeItem | undefined): Promise<Map<string, TreeItem>> =>
    item?.type === 'tree'
      ? new Map((await readTree(repository, item.sha, false)).items.map((it) => [it.path, it]))
      : new Map();

  const open = async (sides: Sides): Promise<Sides[]> => {
    const [ancestor, base, head] = await Promise.all([sides.ancestor, sides.base, sides.head].map(childrenOf));
    const names = new Set([...(ancestor?.keys() ?? []), ...(base?.keys() ?? []), ...(head?.keys() ?? [])]);
    return [...names].toSorted().map((name) => ({
      path: sides.path === '' ? name : `${sides.path}/${name}`,
      ancestor: ancestor?.get(name),
      base: base?.get(name),
      head: head?.get(name),
    }));
  };

  const edits: TreeEdit[] = [];
  const root = (sha: string): TreeItem => ({ path: '', mode: '040000', type: 'tree', sha, size: 0 });
  const pending: Sides[] = [
    { path: '', ancestor: root(trees.ancestor), base: root(trees.base), head: root(trees.head) },
  ];
  for (let sides = pending.pop(); sides; sides = pending.pop()) {
    const { path, ancestor, base, head } = sides;
    if (path === directory || same(head, ancestor) || same(head, base)) continue;
    // A folder is never placed whole where the base has one, or where the catalogue lies inside.
    if (same(base, ancestor) && !isTree(base) && !directory.startsWith(`${path}/`)) {
      edits.push(
        head === undefined
          ? { path, removed: true }
          : { path, mode: head.mode, type: objectType(head.type), sha: head.sha },
      );
    } else if (isFolder(base) && isFolder(head) && (base ?? head) !== undefined) {
      pending.push(...(await open(sides)));
    } else {
      return { conflict: path };
    }
  }
  return { edits };
};

/** Folders that are opened to list a branch's difference; what lies deeper is told by its folder. */
const MOST_FOLDERS = 200;

const isLeaf = (item: TreeItem | undefined): item is TreeItem => item !== undefined && !isTree(item);

/** One path on both sides of a difference; undefined: the branch did not change it. */
const changeAt = ({ path, ancestor, base, head }: Sides): OtherChange | undefined => {
  if (same(head, ancestor) || same(head, base)) return undefined;
  return {
    path,
    ...(base === undefined ? {} : { before: pathKind(base.mode) }),
    ...(head === undefined ? {} : { after: pathKind(head.mode) }),
  };
};

const namesIn = (...maps: readonly ReadonlyMap<string, TreeItem>[]): string[] =>
  [...new Set(maps.flatMap((map) => [...map.keys()]))].toSorted();

/**
 * Every path outside of the catalogue's directory that a merge of the head would change, from the trees alone: nothing that a
 * commit says about itself can leave one out. Sorted by path.
 */
export const changesOutside = async (
  repository: Repository,
  trees: { readonly ancestor: string; readonly base: string; readonly head: string },
  at: ListedPlace,
): Promise<readonly OtherChange[]> => {
  const childrenOf = async (item: TreeItem | undefined): Promise<ReadonlyMap<string, TreeItem>> =>
    isTree(item) && item !== undefined
      ? new Map((await readFolder(repository, item.sha, at.folders)).map((it) => [it.path, it]))
      : new Map();
  const root = (sha: string): TreeItem => ({ path: '', mode: '040000', type: 'tree', sha, size: 0 });
  // What is no folder, or no plain file, where one is expected, is a change that the listing doesn't show.
  const isListed = at.file === true ? (item: TreeItem | undefined) => item === undefined || isFile(item) : isFolder;
  const changes: OtherChange[] = [];
  const pending: Sides[] = [
    { path: '', ancestor: root(trees.ancestor), base: root(trees.base), head: root(trees.head) },
  ];
  let opened = 0;
  for (let sides = pending.pop(); sides; sides = pending.pop()) {
    const { path, ancestor, base, head } = sides;
    const change = changeAt(sides);
    if (change === undefined || (path === at.directory && isListed(base) && isListed(head))) continue;
    const opens = (isTree(base) || isTree(head)) && opened < MOST_FOLDERS;
    if (isLeaf(base) || isLeaf(head) || !opens) changes.push(change);
    if (!opens || path === at.directory) continue;
    opened += 1;
    const [old, now, next] = [await childrenOf(ancestor), await childrenOf(base), await childrenOf(head)];
    for (const name of namesIn(old, now, next)) {
      pending.push({
        path: path === '' ? name : `${path}/${name}`,
        ancestor: old.get(name),
        base: now.get(name),
        head: next.get(name),
      });
    }
  }
  return changes.toSorted((one, other) => (one.path < other.path ? -1 : 1));
};

/** One commit's part of the catalogue's directory: what is no file, and what git keeps at a path. */
interface StrangeSide {
  readonly strange: ReadonlyMap<string, TreeItem>;
  readonly itemAt: (path: string) => TreeItem | undefined;
}

/** Links and submodules that the branch's own difference brings into the catalogue's directory, or takes away. */
export const strangeChanges = (
  sides: { readonly ancestor: StrangeSide; readonly base: StrangeSide; readonly head: StrangeSide },
  directory: string,
): readonly OtherChange[] => {
  const { ancestor, base, head } = sides;
  return namesIn(base.strange, head.strange).flatMap((name) => {
    const change = changeAt({
      path: directory === '' ? name : `${directory}/${name}`,
      ancestor: ancestor.itemAt(name),
      base: base.itemAt(name),
      head: head.itemAt(name),
    });
    return change === undefined ? [] : [change];
  });
};
