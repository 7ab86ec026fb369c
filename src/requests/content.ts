import { classifyChanges, treeChanges } from '../catalogue/change-risk.ts';
import { accountFacts } from '../catalogue/entry-facts.ts';
import { locationOf } from '../catalogue/layout.ts';
import type { RegistryRules } from '../catalogue/registry-rules.ts';
import { createDefaults } from '../config/defaults.ts';
import type { Settings } from '../config/settings.ts';
import type { Repository } from '../forge/github/client.ts';
import type { RequestContent } from '../forge/github/content.ts';
import type { ProposeResult } from '../forge/github/propose.ts';
import type { FileChange, Tree } from '../model/catalogue.ts';
import type { EntryChange } from '../model/entry-change.ts';
import { globMatcher } from '../model/glob.ts';
import type { OtherChange } from '../model/other-change.ts';
import type { Problem } from '../model/problem.ts';
import type { OrganizationAccount } from '../model/resource.ts';
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

/** Owners of what changes by the rows of the configuration's defaults, which go by no name. */
const ownersByDefault = (
  { defaults, paths }: Pick<Settings, 'defaults' | 'paths'>,
  { entries, organization }: Owning,
): readonly string[] => {
  const resolve = createDefaults(defaults);
  const accounts = { aliases: paths.aliases, organization };
  return entries.flatMap(({ account, region, kind = '' }) => {
    const place = account === undefined ? {} : accountFacts(account, accounts);
    return resolve({ kind, name: '', ...(region === undefined ? {} : { region }), ...place }).owners.value;
  });
};

/** What changes, and what is known of its accounts. */
interface Owning {
  readonly entries: readonly EntryChange[];
  readonly organization: ReadonlyMap<string, OrganizationAccount>;
}

/** Who is asked: those of the inputs, and the owners of what changes, by account or name glob and by the defaults' rows. */
const reviewersFor = (
  settings: Pick<Settings, 'owners' | 'request' | 'defaults' | 'paths'>,
  changed: Owning,
): Pick<RequestContent, 'reviewers' | 'teams'> => {
  const { owners, request } = settings;
  const owning = Object.entries(owners).flatMap(([glob, names]) => {
    const matches = globMatcher(glob);
    return changed.entries.some(({ account = '', name }) => matches(account) || matches(name)) ? names : [];
  });
  const names = [...new Set([...request.reviewers, ...owning, ...ownersByDefault(settings, changed)].map(bareName))];
  return {
    reviewers: names.filter((name) => !isTeam(name)),
    teams: names.filter(isTeam).map((name) => name.slice(name.lastIndexOf('/') + 1)),
  };
};

export interface RequestFacts {
  /** The catalogue's directory from the repository's root. */
  readonly directory: string;
  readonly scope: RequestScope;
  /** The catalogue as it is, and as it is wanted. */
  readonly base: Tree;
  readonly wanted: Tree;
  /** What the branch changes besides the catalogue's files. */
  readonly outside: readonly OtherChange[];
  /** Files whose source differs from the base's, and not as this scan saw it. */
  readonly unseen: readonly string[];
  readonly problems: readonly Problem[];
  /** The open pull request with clients. */
  readonly clients?: { readonly number: number; readonly url: string };
  /** Accounts as the base describes them. */
  readonly organization: ReadonlyMap<string, OrganizationAccount>;
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
  readonly registries: RegistryRules;
}

/** Everything that a request shows and asks for, and its body before it is cut. */
export const contentOf = (
  { settings, run, repository, registries }: ContentContext,
  { scope, base, wanted, outside, unseen, problems, clients, directory, organization }: RequestFacts,
): { readonly content: RequestContent; readonly body: RequestBody } => {
  const { title = TITLE, labels, assignees, draft } = settings.request;
  const changes = treeChanges(base, wanted);
  const entries = classifyChanges(changes, {
    clientOf: clientNamer(settings),
    registries,
    before: base,
    after: wanted,
  });
  const body: RequestBody = {
    changes: entries,
    places: reviewedPlaces(settings, entries),
    outside: [...outside, ...noEntries(changes, directory)],
    unseen,
    problems,
    ...(clients === undefined ? {} : { clients }),
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
      ...reviewersFor(settings, { entries, organization }),
      commitMessage: `${named}\n\n${requestCounts(entries)}`,
      changedAfterApproval: AGAIN,
    },
    body,
  };
};
