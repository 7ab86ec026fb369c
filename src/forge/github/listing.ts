import type { Tree } from '../../model/catalogue.ts';
import { SyncError } from '../../model/errors.ts';
import type { BlobEntry, KnownBlobs } from './blobs.ts';
import type { Repository } from './client.ts';

export interface TreeItem {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number;
}

/** Files below a directory, by their path below it. Links and submodules are left out. */
export type BlobListing = ReadonlyMap<string, BlobEntry>;

const FILE_MODES: ReadonlySet<string> = new Set(['100644', '100755']);

/** One tree's items, and whether GitHub cut the answer short. */
export const readTree = async (
  repository: Repository,
  sha: string,
  recursive: boolean,
): Promise<{ readonly items: readonly TreeItem[]; readonly truncated: boolean }> => {
  const answer = await repository.call(`listing tree ${sha}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...at,
      tree_sha: sha,
      ...(recursive ? { recursive: '1' } : {}),
    }),
  );
  const items = answer.data.tree.map(({ path, mode, type, sha: id, size }) => ({
    path,
    mode,
    type,
    sha: id,
    size: size ?? 0,
  }));
  return { items, truncated: answer.data.truncated };
};

/** Folders that were read, by their tree's id: items of one level. */
export type Folders = Map<string, readonly TreeItem[]>;

/** One folder's items, read once. */
export const readFolder = async (
  repository: Repository,
  sha: string,
  folders: Folders,
): Promise<readonly TreeItem[]> => {
  const items = folders.get(sha) ?? (await readTree(repository, sha, false)).items;
  folders.set(sha, items);
  return items;
};

/** The whole of a tree. Where GitHub cuts a recursive answer short, each folder is listed by itself. */
const readDeep = async (repository: Repository, sha: string): Promise<TreeItem[]> => {
  const whole = await readTree(repository, sha, true);
  if (!whole.truncated) return [...whole.items];
  const top = await readTree(repository, sha, false);
  if (top.truncated) throw new SyncError('github', 'malformed', `listing tree ${sha}: one folder alone is cut short`);
  const all: TreeItem[] = [];
  for (const item of top.items) {
    if (item.type !== 'tree') all.push(item);
    else
      for (const inner of await readDeep(repository, item.sha))
        all.push({ ...inner, path: `${item.path}/${inner.path}` });
  }
  return all;
};

/** What lies below a directory: its files, and what is none (links, submodules), both by their path below it. */
export interface DirectoryListing {
  readonly files: BlobListing;
  readonly strange: ReadonlyMap<string, TreeItem>;
}

/** Whether git keeps a plain file there: no link, no submodule, no folder. */
export const isFile = ({ type, mode }: Pick<TreeItem, 'type' | 'mode'>): boolean =>
  type === 'blob' && FILE_MODES.has(mode);

/** A place in a tree: a folder, or with `file` one file, which is then listed at the path ''. */
export interface ListedPlace {
  /** From the root, with forward slashes: `servers`. */
  readonly directory: string;
  readonly file?: boolean;
  readonly folders: Folders;
}

/** Reads what a tree has below a directory, or at the path of one file; nothing where that is not there. */
export const readListing = async (repository: Repository, tree: string, at: ListedPlace): Promise<DirectoryListing> => {
  let sha = tree;
  const parts = at.directory.split('/').filter((it) => it !== '');
  for (const [index, part] of parts.entries()) {
    const items = await readFolder(repository, sha, at.folders);
    const found = items.find((it) => it.path === part);
    if (at.file === true && index === parts.length - 1) {
      const files = found !== undefined && isFile(found) ? [['', found] as const] : [];
      return { files: new Map(files), strange: new Map() };
    }
    if (found?.type !== 'tree') return { files: new Map(), strange: new Map() };
    sha = found.sha;
  }
  const items = (await readDeep(repository, sha)).filter((it) => it.type !== 'tree');
  return {
    files: new Map(items.filter(isFile).map((it) => [it.path, { sha: it.sha, mode: it.mode, size: it.size }])),
    strange: new Map(items.filter((it) => !isFile(it)).map((it) => [it.path, it])),
  };
};

/** Files of a tree at a place; none where that is not there. */
export const listDirectory = async (
  repository: Repository,
  tree: string,
  at: Pick<ListedPlace, 'directory' | 'file'>,
): Promise<BlobListing> => (await readListing(repository, tree, { ...at, folders: new Map() })).files;

/** A listing as texts. Throws SyncError github/malformed when a content is missing, which readBlobs rules out. */
export const toTree = (listing: BlobListing, known: KnownBlobs): Tree =>
  new Map(
    [...listing].map(([path, { sha }]) => {
      const text = known.get(sha);
      if (text === undefined) throw new SyncError('github', 'malformed', `reading ${path}: its content was not read`);
      return [path, text];
    }),
  );
