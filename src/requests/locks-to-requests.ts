import type { Settings } from '../config/settings.ts';
import type { Repository } from '../forge/github/client.ts';
import { type ProposeResult, propose, readStart, type Start, type StartOptions } from '../forge/github/propose.ts';
import { listOpenRequests } from '../forge/github/requests.ts';
import type { Tree } from '../model/catalogue.ts';
import { isSyncError } from '../model/errors.ts';
import type { LockChange } from '../model/lock-request.ts';
import type { Problem } from '../model/problem.ts';
import { lockRequestBody, lockRequestTitle } from '../report/lock-request.ts';
import { startOptions } from './start-options.ts';

/** Branches of pull requests with locks; each owner has one. */
const BRANCH = 'agentcore-sync/locks';

/** Bytes of a body: GitHub takes 65,536 characters, and our own line needs room. */
const BODY_BYTES = 60_000;

/** First locks of one pull request. */
const MOST_FIRST = 50;

/** A lock that differs from the base's: rendered anew, never a stranger's bytes. */
export interface WantedLock {
  /** Below the catalogue's directory. */
  readonly lockPath: string;
  readonly text: string;
  /** Who owns the entry: teams as organization/team, else logins. */
  readonly owners: readonly string[];
  readonly change: LockChange;
}

export interface LockRequestsContext {
  readonly settings: Settings;
  readonly repository: Repository;
  /** What differs from a base; called for the base that a pull request starts from. */
  readonly wantedOf: (base: Tree) => readonly WantedLock[];
}

/** What became of one owner's pull request. */
export interface LockProposed {
  readonly branch: string;
  readonly title: string;
  readonly result?: ProposeResult;
  readonly problems: readonly Problem[];
}

const slugOf = ([owner = 'nobody']: readonly string[]): string =>
  owner
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'nobody';

const branchOf = (owners: readonly string[]): string => `${BRANCH}-${slugOf(owners)}`;

/** What one pull request holds: every change of what was reviewed, and first locks up to a bound. */
const boundedFirst = (locks: readonly WantedLock[]): readonly WantedLock[] => {
  const first = locks.filter(({ change }) => change.isFirst).slice(0, MOST_FIRST);
  return [...locks.filter(({ change }) => !change.isFirst), ...first];
};

const bare = (name: string): string => name.replace(/^@/, '');

const contentOf = (locks: readonly WantedLock[], { request }: Settings) => {
  const changes = locks.map(({ change }) => change);
  const title = lockRequestTitle(changes);
  const names = [...new Set([...request.reviewers, ...locks.flatMap(({ owners }) => owners)].map(bare))];
  return {
    title,
    body: lockRequestBody(changes, BODY_BYTES),
    labels: request.labels,
    assignees: request.assignees,
    draft: request.draft,
    reviewers: names.filter((name) => !name.includes('/')),
    teams: names.filter((name) => name.includes('/')).map((name) => name.slice(name.lastIndexOf('/') + 1)),
    commitMessage: title,
    changedAfterApproval: 'The tools changed again after this was approved. Please look at it again.',
  };
};

/** The base with the locks of one branch: what else the branch held is gone. */
const treeWith = ({ base }: Start, locks: readonly WantedLock[]): Tree =>
  new Map(
    [...base, ...locks.map(({ lockPath, text }) => [lockPath, text] as const)].toSorted(([one], [other]) =>
      one < other ? -1 : 1,
    ),
  );

const proposeBranch = async (
  { settings, repository, wantedOf }: LockRequestsContext,
  branch: string,
  options: Omit<StartOptions, 'branch'>,
): Promise<LockProposed> => {
  let title = '';
  const build = (start: Start) => {
    const locks = boundedFirst(wantedOf(start.base).filter(({ owners }) => branchOf(owners) === branch));
    const content = contentOf(locks, settings);
    ({ title } = content);
    return { wanted: treeWith(start, locks), content };
  };
  try {
    const result = await propose(repository, { ...options, branch, build });
    return { branch, title, result, problems: [] };
  } catch (error) {
    if (!isSyncError(error, 'github')) throw error;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    return {
      branch,
      title,
      problems: [{ rule: 'request-refused', severity: 'error', subject: branch, text: error.message, ...hint }],
    };
  }
};

/**
 * Opens, updates or closes one pull request for each owner of locks that differ from the base's. Where nothing differs
 * there is no pull request and no commit. Throws SyncError github where the base can't be read.
 */
export const locksToRequests = async (context: LockRequestsContext): Promise<readonly LockProposed[]> => {
  const { settings, repository, wantedOf } = context;
  const options = await startOptions(settings);
  const start = await readStart(repository, { ...options, branch: `${BRANCH}-nobody` });
  const wanted = wantedOf(start.base).map(({ owners }) => branchOf(owners));
  const open = await listOpenRequests(repository, start.baseBranch, `${BRANCH}-`);
  const branches = [...new Set([...wanted, ...open.map((request) => request.branch)])].toSorted();
  const proposed: LockProposed[] = [];
  for (const branch of branches) proposed.push(await proposeBranch(context, branch, options));
  return proposed;
};
