import type { Tree } from '../../model/catalogue.ts';
import { isSyncError } from '../../model/errors.ts';
import { sameTree, shortfall } from './branch.ts';
import type { Repository } from './client.ts';
import type { BranchReading, TreeSnapshot } from './history.ts';
import { differenceOutside } from './outside-catalogue.ts';
import { signMessage } from './signature.ts';
import { moveBranch, type TreeEdit, writeCommit, writeTree, ZERO_OID } from './write.ts';

/** What became of the branch. */
export type PushResult =
  /** It already gives the wanted files. */
  | { readonly action: 'none' }
  /** One commit of ours on the base's tip: the branch is new, or held nothing but ours. */
  | { readonly action: 'created' | 'rebuilt'; readonly head: string }
  /** A commit on top of what was there. `merged`: it merges the base too. */
  | { readonly action: 'appended' | 'merged'; readonly head: string; readonly notes: readonly string[] };

interface Pushing {
  readonly repository: Repository;
  readonly reading: BranchReading;
  readonly wanted: Tree;
  readonly message: string;
}

/** A path from the root: in a folder, of the root itself, or of the one file that is the catalogue. */
const placed = (directory: string, path: string): string =>
  directory === '' || path === '' ? `${directory}${path}` : `${directory}/${path}`;

/** Edits that give a snapshot's catalogue the wanted texts, at the given paths. */
const editsOf = ({ reading, wanted }: Pushing, from: TreeSnapshot, paths: Iterable<string>): TreeEdit[] =>
  [...paths].flatMap((path): TreeEdit[] => {
    const [before, text] = [from.files.get(path), wanted.get(path)];
    const place = placed(reading.directory, path);
    if (before === text) return [];
    if (text === undefined) return [{ path: place, removed: true }];
    const mode = (from.listing.get(path) ?? reading.base.listing.get(path))?.mode ?? '100644';
    const known = [reading.base, reading.head].find((it) => it?.files.get(path) === text)?.listing.get(path);
    return [known ? { path: place, mode, type: 'blob', sha: known.sha } : { path: place, mode, content: text }];
  });

const allPaths = (...trees: readonly Tree[]): string[] =>
  [...new Set(trees.flatMap((tree) => [...tree.keys()]))].toSorted();

const move = async ({ repository, reading }: Pushing, after: string, force: boolean): Promise<void> =>
  moveBranch(repository, {
    repositoryId: reading.repositoryId,
    branch: reading.branch,
    before: reading.head?.commit ?? ZERO_OID,
    after,
    force,
  });

/** One commit on the base's tip in place of the branch. */
const rebuild = async (pushing: Pushing): Promise<PushResult> => {
  const { repository, reading, wanted } = pushing;
  const { base, head } = reading;
  const tree = await writeTree(repository, base.tree, editsOf(pushing, base, allPaths(base.files, wanted)));
  const message = signMessage(pushing.message, tree, base.commit);
  const commit = await writeCommit(repository, { tree, parents: [base.commit], message });
  await move(pushing, commit, head !== undefined);
  return { action: head ? 'rebuilt' : 'created', head: commit };
};

/** A commit on the branch's head, without the base. */
const append = async (pushing: Pushing, head: TreeSnapshot, notes: readonly string[]): Promise<PushResult> => {
  const { repository, reading, wanted } = pushing;
  const trees = { ancestor: reading.mergeBase.files, base: reading.base.files, head: head.files };
  const { paths } = shortfall(trees, wanted);
  const tree = await writeTree(repository, head.tree, editsOf(pushing, head, paths));
  if (tree === head.tree) return { action: 'none' };
  const message = signMessage(pushing.message, tree);
  const commit = await writeCommit(repository, { tree, parents: [head.commit], message });
  await move(pushing, commit, false);
  return { action: 'appended', head: commit, notes };
};

/** A merge of the base into the branch, with the wanted catalogue as its outcome. */
const appendMerge = async (pushing: Pushing, head: TreeSnapshot): Promise<PushResult> => {
  const { repository, reading, wanted } = pushing;
  const { base, mergeBase, branch, baseBranch } = reading;
  const trees = { ancestor: mergeBase.tree, base: base.tree, head: head.tree };
  const outside = await differenceOutside(repository, trees, reading.directory);
  if ('conflict' in outside) {
    return append(pushing, head, [
      `${baseBranch} and ${branch} both changed ${outside.conflict}: a person must merge them`,
    ]);
  }
  const edits = [...outside.edits, ...editsOf(pushing, base, allPaths(base.files, wanted))];
  const tree = await writeTree(repository, base.tree, edits);
  const message = signMessage(pushing.message, tree);
  const commit = await writeCommit(repository, { tree, parents: [head.commit, base.commit], message });
  await move(pushing, commit, false);
  return { action: 'merged', head: commit, notes: [] };
};

/** Runs the first way; where a rule of GitHub refuses it, the second. */
const orElse = async (first: () => Promise<PushResult>, second: () => Promise<PushResult>): Promise<PushResult> => {
  try {
    return await first();
  } catch (error) {
    if (isSyncError(error, 'github') && (error.code === 'refused' || error.code === 'forbidden')) return second();
    throw error;
  }
};

/**
 * Gives the branch the wanted catalogue, with as little as it takes: nothing where a merge of it as it is would give
 * the wanted files; one commit on the base while only we committed; else a commit on top, which merges the base only
 * where both changed the same entry. People's commits stay.
 * Throws SyncError github/conflict when the branch is no longer where it was read.
 */
export const pushBranch = async (
  repository: Repository,
  reading: BranchReading,
  change: { readonly wanted: Tree; readonly message: string },
): Promise<PushResult> => {
  const pushing: Pushing = { repository, reading, ...change };
  const { head, base, mergeBase } = reading;
  if (!head) return sameTree(base.files, change.wanted) ? { action: 'none' } : rebuild(pushing);
  const missing = shortfall({ ancestor: mergeBase.files, base: base.files, head: head.files }, change.wanted);
  if (missing.paths.length === 0) return { action: 'none' };
  const notes = missing.conflict
    ? [`${reading.branch} conflicts with ${reading.baseBranch}, and GitHub refused a merge: a person must merge them`]
    : [];
  const onTop = (): Promise<PushResult> =>
    missing.conflict
      ? orElse(
          () => appendMerge(pushing, head),
          () => append(pushing, head, notes),
        )
      : append(pushing, head, notes);
  return reading.foreign ? onTop() : orElse(() => rebuild(pushing), onTop);
};
