import { SyncError } from '../../model/errors.ts';
import { inBatches } from './blobs.ts';
import type { Repository } from './client.ts';
import { readTip } from './history.ts';

/** One line of a new tree, from the repository's root: a content, an object that is there already, or a removal. */
export type TreeEdit =
  | { readonly path: string; readonly mode: string; readonly content: string }
  | { readonly path: string; readonly mode: string; readonly type: 'blob' | 'tree' | 'commit'; readonly sha: string }
  | { readonly path: string; readonly removed: true };

export const ZERO_OID = '0'.repeat(40);

const BATCH = { count: 400, bytes: 2_000_000 };

type Mode = '100644' | '100755' | '040000' | '160000' | '120000';

const modeOf = (mode: string): Mode =>
  mode === '100755' || mode === '040000' || mode === '160000' || mode === '120000' ? mode : '100644';

const toItem = (edit: TreeEdit) => {
  if ('removed' in edit) return { path: edit.path, mode: '100644' as const, type: 'blob' as const, sha: null };
  const { path } = edit;
  const mode = modeOf(edit.mode);
  return 'content' in edit
    ? { path, mode, type: 'blob' as const, content: edit.content }
    : { path, mode, type: edit.type, sha: edit.sha };
};

/**
 * Writes a tree on another in bounded batches; contents go inline, so that a thousand files are a few requests.
 * Git's id of the result; the base itself without edits.
 */
export const writeTree = async (repository: Repository, base: string, edits: readonly TreeEdit[]): Promise<string> => {
  let tree = base;
  const sizeOf = (edit: TreeEdit): number =>
    ('content' in edit ? Buffer.byteLength(edit.content) : 0) + edit.path.length;
  for (const batch of inBatches(edits, sizeOf, BATCH)) {
    const base_tree = tree;
    const { data } = await repository.call(`writing a tree of ${batch.length} files`, (api, at) =>
      api.request('POST /repos/{owner}/{repo}/git/trees', { ...at, base_tree, tree: batch.map(toItem) }),
    );
    tree = data.sha;
  }
  return tree;
};

/** Commits a tree. No author is given, so that GitHub commits in the token's name and signs it. */
export const writeCommit = async (
  repository: Repository,
  commit: { readonly tree: string; readonly parents: readonly string[]; readonly message: string },
): Promise<string> => {
  const { data } = await repository.call('writing a commit', (api, at) =>
    api.request('POST /repos/{owner}/{repo}/git/commits', { ...at, ...commit, parents: [...commit.parents] }),
  );
  return data.sha;
};

export interface Move {
  readonly repositoryId: string;
  readonly branch: string;
  /** The head that was seen; ZERO_OID: the branch must not exist. */
  readonly before: string;
  /** ZERO_OID removes the branch. */
  readonly after: string;
  readonly force: boolean;
}

const UPDATE_REFS = 'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }';

/**
 * Moves a branch from the head that was seen, or not at all: REST has no such check.
 * Throws SyncError github/conflict when it was elsewhere, and what GitHub says when a rule is in the way.
 * https://docs.github.com/en/graphql/reference/mutations#updaterefs
 */
export const moveBranch = async (repository: Repository, move: Move): Promise<void> => {
  const { repositoryId, branch, before, after, force } = move;
  const input = {
    repositoryId,
    refUpdates: [{ name: `refs/heads/${branch}`, beforeOid: before, afterOid: after, force }],
  };
  try {
    await repository.call(`moving branch ${branch}`, (api) => api.graphql(UPDATE_REFS, { input }));
  } catch (error) {
    // The branch itself tells what happened, whatever the words: an answer may be lost after the work was done.
    const tip = (await readTip(repository, branch)) ?? ZERO_OID;
    if (tip === after) return;
    if (tip === before) throw error;
    throw new SyncError('github', 'conflict', `moving branch ${branch}: expected it at ${before}, met ${tip}`, {
      hint: 'something else wrote to the branch at the same time; run it again',
    });
  }
};
