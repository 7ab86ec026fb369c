import { classifyChanges } from '../catalogue/change-risk.ts';
import { locationOf } from '../catalogue/layout.ts';
import type { Settings } from '../config/settings.ts';
import type { Repository } from '../forge/github/client.ts';
import type { RequestContent } from '../forge/github/content.ts';
import type { ProposeResult } from '../forge/github/propose.ts';
import type { FileChange } from '../model/catalogue.ts';
import type { EntryChange } from '../model/entry-change.ts';
import { globMatcher } from '../model/glob.ts';
import type { OtherChange } from '../model/other-change.ts';
import type { Problem } from '../model/problem.ts';
import { type RequestBody, requestBody, requestCounts } from '../report/request-body.ts';
import { clientNamer, reviewedPlaces } from '../review/review.ts';
import type { RequestScope } from './split.ts';

/** What became of one request, and what it shows. */
export interface Proposed {
  readonly scope: RequestScope;
  /** Absent where GitHub refused it. */
  readonly result?: ProposeResult;
  readonly body?: RequestBody;
  readonly problems: readonly Problem[];
  /** The token may not do it: nor may it for another branch. */
  readonly forbidden?: true;
}

/** Bytes of a request's body: GitHub takes 65,536 characters, and our own line needs room. */
const BODY_BYTES = 60_000;

/** Title of a request that nobody named. */
export const TITLE = 'Scan of Amazon Bedrock AgentCore';

const AGAIN = [
  'A later scan changed the content of this pull request after it was approved.',
  'Please look at it again: the description above says what it does now.',
].join(' ');

/** A team as organization/team, else a login. */
const isTeam = (name: string): boolean => name.includes('/');
const bareName = (name: string): string => name.replace(/^@/, '');

/** Who is asked: those of the inputs, and the owners of what changes, by account or name glob. */
const reviewersFor = (
  { owners, request }: Pick<Settings, 'owners' | 'request'>,
  changes: readonly EntryChange[],
): Pick<RequestContent, 'reviewers' | 'teams'> => {
  const owning = Object.entries(owners).flatMap(([glob, names]) => {
    const matches = globMatcher(glob);
    return changes.some(({ account = '', name }) => matches(account) || matches(name)) ? names : [];
  });
  const names = [...new Set([...request.reviewers, ...owning].map(bareName))];
  return {
    reviewers: names.filter((name) => !isTeam(name)),
    teams: names.filter(isTeam).map((name) => name.slice(name.lastIndexOf('/') + 1)),
  };
};

export interface RequestFacts {
  /** The catalogue's directory from the repository's root. */
  readonly directory: string;
  readonly scope: RequestScope;
  /** From the base to what is wanted. */
  readonly changes: readonly FileChange[];
  /** What the branch changes besides the catalogue's files. */
  readonly outside: readonly OtherChange[];
  /** Files whose source differs from the base's, and not as this scan saw it. */
  readonly unseen: readonly string[];
  readonly problems: readonly Problem[];
}

/** Changed files of the catalogue's directory that are no entries: nothing else would show them. */
const noEntries = (changes: readonly FileChange[], directory: string): readonly OtherChange[] =>
  changes
    .filter(({ path }) => locationOf(path).type === 'nowhere')
    .map(({ action, path }) => ({
      path: `${directory}/${path}`,
      ...(action === 'create' ? {} : { before: 'file' }),
      ...(action === 'delete' ? {} : { after: 'file' }),
    }));

const encodedPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** What a request is written with. */
export interface ContentContext {
  readonly settings: Settings;
  /** Address of the workflow run that this is, where there is one. */
  readonly run?: string | undefined;
  readonly repository: Repository;
}

/** Everything that a request shows and asks for, and its body before it is cut. */
export const contentOf = (
  { settings, run, repository }: ContentContext,
  { scope, changes, outside, unseen, problems, directory }: RequestFacts,
): { readonly content: RequestContent; readonly body: RequestBody } => {
  const { title = TITLE, labels, assignees, draft } = settings.request;
  const entries = classifyChanges(changes, { clientOf: clientNamer(settings) });
  const body: RequestBody = {
    changes: entries,
    places: reviewedPlaces(settings, entries),
    outside: [...outside, ...noEntries(changes, directory)],
    unseen,
    problems,
    files: `${repository.webUrl}/blob/${encodedPath(scope.branch)}/${encodedPath(directory)}/`,
    ...(run === undefined ? {} : { run }),
  };
  const named = scope.account === undefined ? title : `${title} (account ${scope.account})`;
  return {
    content: {
      title: named,
      body: requestBody(body, BODY_BYTES),
      labels,
      assignees,
      draft,
      ...reviewersFor(settings, entries),
      commitMessage: `${named}\n\n${requestCounts(entries)}`,
      changedAfterApproval: AGAIN,
    },
    body,
  };
};
