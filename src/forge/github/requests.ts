import type { Repository } from './client.ts';

/** A pull request, reduced to what is used. */
export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'merged' | 'closed';
  /** Where its head is, or was when it was closed. */
  readonly head: string;
  readonly branch: string;
  readonly author: string;
  /** Logins whose review is asked for and has not come yet. */
  readonly asked: readonly string[];
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

/** Requests of one branch to one base. */
export interface BranchRequests {
  readonly open?: PullRequest;
  /** The newest, where none is open. */
  readonly last?: PullRequest;
  /** Heads that were merged. */
  readonly merged: ReadonlySet<string>;
}

/** What GitHub answers about a request, of a list or alone. */
interface Answer {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body: string | null;
  readonly state: string;
  readonly merged_at: string | null;
  readonly head: { readonly sha: string; readonly ref: string };
  readonly user: { readonly login: string } | null;
  readonly requested_reviewers?: readonly { readonly login?: string }[] | null;
  readonly labels: readonly { readonly name?: string }[];
  readonly assignees?: readonly { readonly login: string }[] | null;
}

/** A request as GitHub answers it. */
export const toRequest = (it: Answer): PullRequest => ({
  number: it.number,
  url: it.html_url,
  title: it.title,
  body: (it.body ?? '').replaceAll('\r\n', '\n'),
  state: it.state === 'open' ? 'open' : it.merged_at === null ? 'closed' : 'merged',
  head: it.head.sha,
  branch: it.head.ref,
  author: it.user?.login ?? '',
  asked: (it.requested_reviewers ?? []).flatMap((user) => user.login ?? []),
  labels: it.labels.flatMap((label) => label.name ?? []),
  assignees: (it.assignees ?? []).map((user) => user.login),
});

/** The newest requests of a branch to a base. */
export const readRequests = async (repository: Repository, branch: string, base: string): Promise<BranchRequests> => {
  const { data } = await repository.call(`listing the pull requests of ${branch}`, (api, at) =>
    api.request('GET /repos/{owner}/{repo}/pulls', {
      ...at,
      head: `${at.owner}:${branch}`,
      base,
      state: 'all',
      sort: 'created',
      direction: 'desc',
      per_page: 50,
    }),
  );
  const all = data.map(toRequest);
  const open = all.find((it) => it.state === 'open');
  const last = all[0];
  return {
    ...(open ? { open } : {}),
    ...(last && !open ? { last } : {}),
    merged: new Set(all.filter((it) => it.state === 'merged').map((it) => it.head)),
  };
};

/** Every open request to a base whose branch has the prefix: all that a run may have to bring up to date or to close. */
export const listOpenRequests = async (
  repository: Repository,
  base: string,
  prefix: string,
): Promise<PullRequest[]> => {
  const all = await repository.call(`listing the open pull requests to ${base}`, (api, at) =>
    api.paginate('GET /repos/{owner}/{repo}/pulls', { ...at, base, state: 'open', per_page: 100 }),
  );
  const own = all.filter((it) => it.head.label === `${repository.owner}:${it.head.ref}`);
  return own.map(toRequest).filter((it) => it.branch.startsWith(prefix));
};

/** Where an open request stands with its reviewers. */
export interface ReviewState {
  readonly queued: boolean;
  /** Logins whose latest opinion is an approval. */
  readonly approvers: readonly string[];
}

interface ReviewAnswer {
  readonly repository: {
    readonly pullRequest: {
      readonly isInMergeQueue: boolean;
      readonly latestOpinionatedReviews: {
        readonly nodes: readonly ({
          readonly state: string;
          readonly author: { readonly login: string } | null;
        } | null)[];
      } | null;
    } | null;
  } | null;
}

const REVIEWS = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      isInMergeQueue
      latestOpinionatedReviews(first: 100) { nodes { state author { login } } }
    }
  }
}`;

/** Whether a request waits in a merge queue, and who approved it. */
export const readReviews = async (repository: Repository, number: number): Promise<ReviewState> => {
  const answer = await repository.call(`reading the reviews of pull request ${number}`, (api, at) =>
    api.graphql<ReviewAnswer>(REVIEWS, { owner: at.owner, name: at.repo, number }),
  );
  const request = answer.repository?.pullRequest;
  const approvals = (request?.latestOpinionatedReviews?.nodes ?? []).filter((it) => it?.state === 'APPROVED');
  return {
    queued: request?.isInMergeQueue ?? false,
    approvers: approvals.flatMap((it) => it?.author?.login ?? []),
  };
};
