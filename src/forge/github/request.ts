import { isSyncError, SyncError } from '../../model/errors.ts';
import type { Repository } from './client.ts';
import { type RequestContent, readNotes, withNotes } from './content.ts';
import type { BranchReading } from './history.ts';
import { type PullRequest, readRequests, toRequest } from './requests.ts';

const SETTING = 'Allow GitHub Actions to create and approve pull requests';

/** The body that remembers everyone who was asked, so far and for this content. */
const bodyOf = (content: RequestContent, before: readonly string[]): string => {
  const asked = [...new Set([...before, ...content.reviewers, ...content.teams])];
  return withNotes(content.body, { asked, gone: false });
};

/** Runs what a request can do without; a refusal becomes a note. */
const attempt = async (notes: string[], work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!isSyncError(error, 'github') || error.code === 'unavailable') throw error;
    notes.push(error.message);
  }
};

const create = async (
  repository: Repository,
  reading: BranchReading,
  content: RequestContent,
): Promise<PullRequest> => {
  const { branch, baseBranch } = reading;
  try {
    const { data } = await repository.call(`opening a pull request of ${branch}`, (api, at) =>
      api.request('POST /repos/{owner}/{repo}/pulls', {
        ...at,
        title: content.title,
        body: bodyOf(content, []),
        head: branch,
        base: baseBranch,
        draft: content.draft,
      }),
    );
    return toRequest(data);
  } catch (error) {
    if (!isSyncError(error, 'github')) throw error;
    if (error.code === 'forbidden') {
      const link = `${repository.webUrl}/compare/${encodeURI(baseBranch)}...${encodeURI(branch)}?expand=1`;
      throw new SyncError('github', 'forbidden', `${error.message}; the branch ${branch} is kept: ${link}`, {
        status: 403,
        hint: `open the request there, or turn on "${SETTING}" (Settings, Actions, General) and give the job "permissions: pull-requests: write"`,
      });
    }
    // A run at the same time may have opened it, or an answer was lost after the work was done.
    const { open } = error.code === 'refused' ? await readRequests(repository, branch, baseBranch) : {};
    if (!open) throw error;
    return open;
  }
};

/** Asks for the reviews that were not asked for before. GitHub refuses a list for one name in it. */
const askReviewers = async (
  repository: Repository,
  request: PullRequest,
  given: { readonly content: RequestContent; readonly before: readonly string[]; readonly notes: string[] },
): Promise<void> => {
  const fresh = (names: readonly string[]): string[] =>
    names.filter((name) => !given.before.includes(name) && name !== request.author);
  const reviewers = fresh(given.content.reviewers);
  const teams = fresh(given.content.teams);
  const ask = (names: { reviewers?: string[]; team_reviewers?: string[] }): Promise<unknown> =>
    repository.call(
      `asking ${[...(names.reviewers ?? []), ...(names.team_reviewers ?? [])].join(', ')} to review`,
      (api, at) =>
        api.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
          ...at,
          pull_number: request.number,
          ...names,
        }),
    );
  if (reviewers.length + teams.length === 0) return;
  const failed: string[] = [];
  await attempt(failed, () => ask({ reviewers, team_reviewers: teams }));
  if (failed.length > 0) {
    for (const name of reviewers) await attempt(given.notes, () => ask({ reviewers: [name] }));
    for (const name of teams) await attempt(given.notes, () => ask({ team_reviewers: [name] }));
  }
};

const addLabelsAndAssignees = async (
  repository: Repository,
  request: PullRequest,
  given: { readonly content: RequestContent; readonly notes: string[] },
): Promise<void> => {
  const at = { owner: repository.owner, repo: repository.repo, issue_number: request.number };
  const labels = given.content.labels.filter((it) => !request.labels.includes(it));
  const assignees = given.content.assignees.filter((it) => !request.assignees.includes(it));
  if (labels.length > 0) {
    await attempt(given.notes, () =>
      repository.call(`labelling pull request ${request.number}`, (api) =>
        api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...at, labels }),
      ),
    );
  }
  if (assignees.length > 0) {
    await attempt(given.notes, () =>
      repository.call(`assigning pull request ${request.number}`, (api) =>
        api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/assignees', { ...at, assignees }),
      ),
    );
  }
};

/** Changes a request's own fields. */
export const patchRequest = async (
  repository: Repository,
  number: number,
  fields: { readonly title?: string; readonly body?: string; readonly state?: 'closed' },
): Promise<void> => {
  await repository.call(`updating pull request ${number}`, (api, at) =>
    api.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { ...at, pull_number: number, ...fields }),
  );
};

/** True when an open request shows everything that it shall, and everyone was asked. */
export const isPresented = (request: PullRequest, content: RequestContent): boolean =>
  request.title === content.title &&
  request.body === bodyOf(content, readNotes(request.body).asked) &&
  content.labels.every((it) => request.labels.includes(it)) &&
  content.assignees.every((it) => request.assignees.includes(it));

export interface Presented {
  readonly request: PullRequest;
  readonly operation: 'created' | 'updated' | 'none';
  /** What GitHub refused that a request can do without. */
  readonly notes: readonly string[];
}

/**
 * Opens the branch's request, or gives the open one its title, body, labels, reviewers and assignees: only what
 * differs is sent. Throws SyncError github/forbidden, with the link to open it by hand, when the token may not open
 * requests.
 */
export const presentRequest = async (
  repository: Repository,
  reading: BranchReading,
  content: RequestContent,
): Promise<Presented> => {
  const { open } = reading.requests;
  const request = open ?? (await create(repository, reading, content));
  const notes: string[] = [];
  await addLabelsAndAssignees(repository, request, { content, notes });
  const before = open ? readNotes(open.body).asked : [];
  await askReviewers(repository, request, { content, before, notes });
  const body = bodyOf(content, before);
  const changed = {
    ...(request.title === content.title ? {} : { title: content.title }),
    ...(request.body === body ? {} : { body }),
  };
  const differs = Object.keys(changed).length > 0;
  if (differs) await patchRequest(repository, request.number, changed);
  return { request, operation: open ? (differs ? 'updated' : 'none') : 'created', notes };
};

/** Tells the reviewers who had approved that the content changed, and asks them again. */
export const askAgain = async (
  repository: Repository,
  request: PullRequest,
  again: { readonly approvers: readonly string[]; readonly comment: string },
): Promise<readonly string[]> => {
  const notes: string[] = [];
  // Who was asked again after an earlier change and has not looked since has been told.
  const approvers = again.approvers.filter((login) => !request.asked.includes(login));
  if (approvers.length === 0) return notes;
  const at = { owner: repository.owner, repo: repository.repo };
  await attempt(notes, () =>
    repository.call(`commenting on pull request ${request.number}`, (api) =>
      api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...at,
        issue_number: request.number,
        body: again.comment,
      }),
    ),
  );
  await attempt(notes, () =>
    repository.call(`asking ${approvers.join(', ')} to review again`, (api) =>
      api.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
        ...at,
        pull_number: request.number,
        reviewers: approvers,
      }),
    ),
  );
  return notes;
};
