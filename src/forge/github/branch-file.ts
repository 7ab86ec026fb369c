import { SyncError } from '../../model/errors.ts';
import { readBlobs } from './blobs.ts';
import type { Repository } from './client.ts';
import { readTip } from './history.ts';
import { moveBranch, writeCommit, writeTree, ZERO_OID } from './write.ts';

/** A file on a branch that holds nothing else. */
export interface BranchFile {
  readonly branch: string;
  readonly path: string;
}

/** What was read of it; `commit`: the branch's tip, where there is one. */
export interface BranchText {
  readonly commit?: string;
  readonly text?: string;
}

/** Git's ids of the tree of a commit, and of the file in it. */
const findFile = async (repository: Repository, commit: string, path: string) => {
  const { data } = await repository.call(`reading commit ${commit}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { ...at, tree_sha: commit, recursive: '1' }),
  );
  const item = data.tree.find((one) => one.path === path && one.type === 'blob');
  if (item === undefined && data.truncated) {
    throw new SyncError('github', 'malformed', `reading ${path}: its branch holds more than what belongs there`);
  }
  return { tree: data.sha, blob: item?.sha, size: item?.size ?? 0 };
};

/** Reads the file at the branch's tip. Throws SyncError github/*. */
export const readBranchFile = async (repository: Repository, { branch, path }: BranchFile): Promise<BranchText> => {
  const commit = await readTip(repository, branch);
  if (commit === undefined) return {};
  const { blob, size } = await findFile(repository, commit, path);
  if (blob === undefined) return { commit };
  const known = new Map<string, string>();
  await readBlobs(repository, [{ sha: blob, mode: '100644', size }], known);
  const text = known.get(blob);
  return { commit, ...(text === undefined ? {} : { text }) };
};

const firstTree = async (repository: Repository, path: string, sha: string): Promise<string> => {
  const { data } = await repository.call(`writing ${path}`, (api, at) =>
    api.request('POST /repos/{owner}/{repo}/git/trees', {
      ...at,
      tree: [{ path, mode: '100644' as const, type: 'blob' as const, sha }],
    }),
  );
  return data.sha;
};

/**
 * Writes the file in one commit on what was read; the branch is made where there is none. The text goes as a blob of its
 * own: it may be larger than what a tree takes inline.
 * Throws SyncError github/conflict where the branch moved since.
 */
export const writeBranchFile = async (
  repository: Repository,
  { branch, path }: BranchFile,
  { text, before, message }: { readonly text: string; readonly before: BranchText; readonly message: string },
): Promise<void> => {
  const blob = await repository.call(`writing ${path}`, (api, at) =>
    api.request('POST /repos/{owner}/{repo}/git/blobs', { ...at, content: text, encoding: 'utf-8' }),
  );
  const { sha } = blob.data;
  const { commit } = before;
  const tree =
    commit === undefined
      ? await firstTree(repository, path, sha)
      : await writeTree(repository, (await findFile(repository, commit, path)).tree, [
          { path, mode: '100644', type: 'blob', sha },
        ]);
  const after = await writeCommit(repository, { tree, parents: commit === undefined ? [] : [commit], message });
  const about = await repository.call('reading the repository', (api, at) =>
    api.request('GET /repos/{owner}/{repo}', at),
  );
  await moveBranch(repository, {
    repositoryId: about.data.node_id,
    branch,
    before: commit ?? ZERO_OID,
    after,
    force: false,
  });
};
