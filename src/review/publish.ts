import { resolveCommit } from '../catalogue/read-history.ts';
import type { Settings } from '../config/settings.ts';
import { type CheckReport, reportChecks } from '../forge/github/checks.ts';
import type { Repository } from '../forge/github/client.ts';
import { keepComment } from '../forge/github/comment.ts';
import { runAddress } from '../forge/github/environment.ts';
import type { GithubContext } from '../forge/github/open.ts';
import type { CommandResult } from '../model/command-result.ts';
import { EXIT, isSyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { shortDocument } from '../report/document.ts';
import { problemCounts } from '../report/problems.ts';
import { checkNotes } from '../report/request-checks.ts';

/** Characters that a check run takes are 65,535; behind these stands how many notes were left out. */
const CHECK_LIMIT = 64_000;

/** What telling a review on GitHub takes. */
interface PublishContext extends GithubContext {
  readonly settings: Settings;
}

const note = (subject: string, text: string): Problem => ({
  rule: 'request-note',
  severity: 'notice',
  subject,
  text,
  hint: 'Nothing is lost: the job summary shows the same.',
});

const commentOn = async (repository: Repository, number: number, body: string): Promise<readonly Problem[]> => {
  const subject = `comment on ${number}`;
  try {
    const result = await keepComment(repository, number, { name: 'plan', body });
    return result.operation === 'not-permitted' ? [note(subject, result.note)] : [];
  } catch (error) {
    // A review that nobody could be told of by a comment is a review all the same.
    if (!isSyncError(error, 'github')) throw error;
    return [note(subject, error.message)];
  }
};

const checkOf = (context: PublishContext, name: string, result: CommandResult): CheckReport => {
  const address = runAddress(context.run);
  return {
    name,
    conclusion: result.exitCode === EXIT.failed ? 'failure' : 'success',
    title: problemCounts(result.problems),
    summary: shortDocument(result.markdown, CHECK_LIMIT),
    annotations: checkNotes(result.problems),
    ...(address === undefined ? {} : { detailsUrl: address }),
  };
};

/**
 * Tells on GitHub what a review came to, where that is asked for: a check run on the head under the name of the job that
 * would have run there, and one comment on the request. Without a token, or with one that may not comment (a fork's), the
 * job summary has it all.
 */
export const publishReview = async (
  context: PublishContext,
  result: CommandResult,
  comment = '',
): Promise<CommandResult> => {
  const { request, head } = context.settings;
  const { check } = request;
  const number = comment === '' ? undefined : request.comment;
  if (check === undefined && number === undefined) return result;
  if (check === undefined && context.run.token === undefined) {
    return {
      ...result,
      problems: [...result.problems, note(`comment on ${number}`, 'There is no token to comment with.')],
    };
  }
  const { withRepository } = await import('../forge/github/open.ts');
  const notes = await withRepository(context, async (repository) => {
    if (check !== undefined) {
      await reportChecks(repository, await resolveCommit('.', head ?? 'HEAD'), [checkOf(context, check, result)]);
    }
    return number === undefined ? [] : commentOn(repository, number, comment);
  });
  return { ...result, problems: [...result.problems, ...notes] };
};
