import { resolveCommit } from '../catalogue/read-history.ts';
import type { GithubContext } from '../forge/github/open.ts';
import type { CommandResult } from '../model/command-result.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { isWorkflow, type RunStart } from '../model/run-facts.ts';
import { renderDocument, SUMMARY_LIMIT } from '../report/document.ts';
import { problemsTable } from '../report/problems-markdown.ts';

/** Whether the checkout is what the default branch says now. */
type Standing =
  | { readonly type: 'tip' }
  /** Not a workflow: the working directory is what a person means. */
  | { readonly type: 'trusted' }
  | { readonly type: 'superseded'; readonly result: CommandResult };

const notice = (commit: string, tip: string | undefined, branch: string): Problem => ({
  rule: 'superseded',
  severity: 'notice',
  subject: commit,
  text: `This run holds ${commit.slice(0, 12)}, and ${branch} is at ${tip?.slice(0, 12) ?? 'nothing'} by now: nothing was done.`,
  hint: `The run of the newer commit does it. A re-run keeps its old commit: start the workflow on ${branch} instead.`,
});

const superseded = (problem: Problem): CommandResult => ({
  exitCode: EXIT.done,
  result: null,
  problems: [problem],
  text: '',
  markdown: renderDocument([problemsTable([problem], { limit: SUMMARY_LIMIT })], SUMMARY_LIMIT),
  outputs: { changes: '0', superseded: 'true' },
});

const unasked = (): SyncError =>
  new SyncError(
    'usage',
    'missing-option',
    'Comparing this commit with the default branch, and its settings with their history: expected the input github-token, met none. Nothing was written.',
    {
      hint: `Give the step "github-token: \${{ github.token }}", and the job "permissions: contents: read, pull-requests: read".`,
    },
  );

/**
 * In a workflow: compares the commit that is checked out with the tip of the default branch, where settings and entries
 * are trusted. Elsewhere the working directory is what a person means.
 * @throws SyncError usage/missing-option without a token, github/* where GitHub can't be asked
 */
export const standingOf = async (context: GithubContext & RunStart): Promise<Standing> => {
  if (!isWorkflow(context)) return { type: 'trusted' };
  if (context.run.token === undefined) throw unasked();
  const { withRepository } = await import('../forge/github/open.ts');
  const { readRepositoryFacts } = await import('../forge/github/settings.ts');
  const { readTip } = await import('../forge/github/history.ts');
  const commit = await resolveCommit('.', 'HEAD');
  return withRepository(context, async (repository): Promise<Standing> => {
    const { defaultBranch } = await readRepositoryFacts(repository);
    const tip = await readTip(repository, defaultBranch);
    return commit === tip
      ? { type: 'tip' }
      : { type: 'superseded', result: superseded(notice(commit, tip, defaultBranch)) };
  });
};
