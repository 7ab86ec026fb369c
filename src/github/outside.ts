import type { Repository } from './client.ts';
import { readTree, type TreeItem } from './listing.ts';
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
