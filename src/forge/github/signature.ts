/**
 * How our commits are known again: a trailer that names the tree they hold and, where they sit on the base, the commit
 * of it. Whoever changes or rebases such a commit breaks the match, and it counts as a person's: nothing of it is
 * ever dropped. Only the last line counts: the message above it may repeat names that strangers chose.
 */
const TRAILER = /\n\nAgentcore-Sync: tree=([0-9a-f]{40})(?: base=([0-9a-f]{40}))?\s*$/;

/** A commit as GitHub's comparison shows it. */
export interface BranchCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** A commit message with our trailer. */
export const signMessage = (message: string, tree: string, base?: string): string =>
  `${message.trimEnd()}\n\nAgentcore-Sync: tree=${tree}${base === undefined ? '' : ` base=${base}`}\n`;

/** True for a commit that we made and that nobody changed. */
export const isOurs = (commit: BranchCommit): boolean => TRAILER.exec(commit.message)?.[1] === commit.tree;

/** True for a commit of ours that was put on the base itself. */
export const isRoot = (commit: BranchCommit): boolean =>
  isOurs(commit) && commit.parents.length === 1 && TRAILER.exec(commit.message)?.[2] === commit.parents[0];

/**
 * The branch's own commits among those that the base does not have: a base that was rewritten leaves its old commits
 * below our first, and a squashed or rebased merge leaves those that were merged.
 * @param commits oldest first
 * @param merged heads of requests that were merged
 */
export const ownCommits = (
  commits: readonly BranchCommit[],
  merged: ReadonlySet<string>,
): { readonly own: readonly BranchCommit[]; readonly after: string | undefined } => {
  const lastMerged = commits.findLastIndex((commit) => merged.has(commit.sha));
  if (lastMerged >= 0) return { own: commits.slice(lastMerged + 1), after: commits[lastMerged]?.sha };
  const lastRoot = commits.findLastIndex(isRoot);
  const below = commits[lastRoot]?.parents[0];
  // What our first sits on is the base's own as long as the base was not rewritten: then git's merge base tells more.
  const rewritten = commits.some(({ sha }) => sha === below);
  return { own: commits.slice(Math.max(0, lastRoot)), after: rewritten ? below : undefined };
};
