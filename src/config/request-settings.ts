import { OPTIONS, type OptionValues } from './options/options.ts';

/** What commands do on GitHub. In Actions only: a command line has no repository. */
export interface RequestSettings {
  /** Scan opens a request instead of writing the directory. */
  readonly pullRequest: boolean;
  /** One request, or one for each account. */
  readonly by: 'catalogue' | 'account';
  readonly branch: string;
  /** The repository's default branch when absent. */
  readonly base?: string;
  readonly title?: string;
  readonly labels: readonly string[];
  /** Logins, and teams as organization/team. */
  readonly reviewers: readonly string[];
  readonly assignees: readonly string[];
  readonly draft: boolean;
  /** Globs of files below the catalogue's directory that the checking scan saw in AWS; `!` leaves out. */
  readonly scanned: readonly string[];
  /** Name of the check run that tells the result on `head`. */
  readonly check?: string;
  /** Number of the request that keeps a comment. */
  readonly comment?: number;
  /** Keep one issue about drift. */
  readonly issue: boolean;
  /** File name of the workflow that applies. */
  readonly dispatch?: string;
}

/** The settings of requests, reviews and drift from what a door was given. */
export const requestSettings = (values: OptionValues): RequestSettings => ({
  pullRequest: values.pullRequest ?? OPTIONS.pullRequest.default,
  by: values.pullRequestBy === 'account' ? 'account' : 'catalogue',
  branch: values.branch ?? OPTIONS.branch.default,
  ...(values.base === undefined ? {} : { base: values.base }),
  ...(values.title === undefined ? {} : { title: values.title }),
  labels: values.labels ?? [],
  reviewers: values.reviewers ?? [],
  assignees: values.assignees ?? [],
  draft: values.draft ?? false,
  scanned: values.scanned ?? [],
  ...(values.check === undefined ? {} : { check: values.check }),
  ...(values.comment === undefined ? {} : { comment: values.comment }),
  issue: values.issue ?? false,
  ...(values.dispatch === undefined ? {} : { dispatch: values.dispatch }),
});
