import type { Tree } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import { type BlobEntry, type KnownBlobs, readBlobs } from './blobs.ts';
import type { Repository } from './client.ts';

export interface TreeItem {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number;
}

/** Files below a directory, by their path below it. Links and submodules are left out. */
export type Listing = ReadonlyMap<string, BlobEntry>;

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

/** Files of a tree below a directory (forward slashes, `servers`); none where the directory is not there. */
export const listDirectory = async (repository: Repository, tree: string, directory: string): Promise<Listing> => {
  let sha = tree;
  for (const part of directory.split('/').filter((it) => it !== '')) {
    const { items } = await readTree(repository, sha, false);
    const found = items.find((it) => it.path === part && it.type === 'tree');
    if (!found) return new Map();
    sha = found.sha;
  }
  const items = await readDeep(repository, sha);
  return new Map(
    items
      .filter((it) => it.type === 'blob' && FILE_MODES.has(it.mode))
      .map((it) => [it.path, { sha: it.sha, mode: it.mode, size: it.size }]),
  );
};

/** A listing as texts. Throws SyncError github/malformed when a content is missing, which readBlobs rules out. */
export const toTree = (listing: Listing, known: KnownBlobs): Tree =>
  new Map(
    [...listing].map(([path, { sha }]) => {
      const text = known.get(sha);
      if (text === undefined) throw new SyncError('github', 'malformed', `reading ${path}: its content was not read`);
      return [path, text];
    }),
  );

/** The catalogue as a ref has it: path below the directory to text. */
export const readCatalogue = async (
  repository: Repository,
  source: { readonly tree: string; readonly directory: string; readonly known: KnownBlobs },
): Promise<Tree> => {
  const listing = await listDirectory(repository, source.tree, source.directory);
  await readBlobs(repository, listing.values(), source.known);
  return toTree(listing, source.known);
};
