import { resolveCommit } from '../catalogue/read-history.ts';
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { renderDocument, SUMMARY_LIMIT } from '../report/document.ts';
import { problemsTable } from '../report/problems-markdown.ts';
import type { CommandContext, CommandResult } from './context.ts';
import { githubTokenOf } from './github-token.ts';

/** Whether the checkout is what the default branch says now. */
export type Standing =
  | { readonly type: 'tip' }
  /** Not a workflow, or nobody to ask. */
  | { readonly type: 'unknown'; readonly problems: readonly Problem[] }
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

const unasked: Problem = {
  rule: 'tip-unknown',
  severity: 'warning',
  subject: 'github-token',
  text: 'Without a token nobody can tell whether this commit is still the tip of the default branch: what is applied may be old.',
  hint: 'Give the step the input github-token, and the job "permissions: contents: read".',
};

/**
 * In a workflow: compares the commit that is checked out with the tip of the default branch, where settings and entries
 * are trusted. Elsewhere the working directory is what a person means.
 */
export const standingOf = async (context: CommandContext): Promise<Standing> => {
  const { actions, environment } = context;
  if (!actions || !environment['GITHUB_REPOSITORY']) return { type: 'unknown', problems: [] };
  if (githubTokenOf(environment) === undefined) return { type: 'unknown', problems: [unasked] };
  const { withRepository } = await import('./request-github.ts');
  const { readRepositoryFacts } = await import('../github/settings.ts');
  const { readTip } = await import('../github/history.ts');
  const commit = await resolveCommit('.', 'HEAD');
  return withRepository(context, async (repository): Promise<Standing> => {
    const { defaultBranch } = await readRepositoryFacts(repository);
    const tip = await readTip(repository, defaultBranch);
    return commit === tip
      ? { type: 'tip' }
      : { type: 'superseded', result: superseded(notice(commit, tip, defaultBranch)) };
  });
};
