import { readLockCommits } from '../catalogue/lock-history.ts';
import { lockPath } from '../catalogue/tool-locks.ts';
import type { CommitRequest } from '../forge/github/commit-requests.ts';
import type { Tree } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import type { Origin } from '../model/registration.ts';
import type { LockReview } from '../model/tools-lock.ts';
import type { CommandContext } from './context.ts';

const NONE: ReadonlyMap<string, CommitRequest> = new Map();

/** Pull requests come from GitHub alone, in a job that has a token: without an answer a page has the day, and no number. */
const requestsOf = async (
  context: CommandContext,
  commits: readonly string[],
): Promise<ReadonlyMap<string, CommitRequest>> => {
  const { job, token, repository } = context.run;
  if (!job || token === undefined || repository === undefined || commits.length === 0) return NONE;
  const { withRepository } = await import('../forge/github/open.ts');
  const { readCommitRequests } = await import('../forge/github/commit-requests.ts');
  try {
    return await withRepository(context, (opened) => readCommitRequests(opened, commits));
  } catch (error) {
    if (error instanceof SyncError) return NONE;
    throw error;
  }
};

/** When the locks of a catalogue last changed on the branch that is checked out, and in which pull requests. */
export const readLockReviews = async (
  context: CommandContext,
  tree: Tree,
): Promise<(origin: Origin) => LockReview | undefined> => {
  const commits = await readLockCommits('.', context.settings.directory);
  const there = [...commits].filter(([path]) => tree.has(path));
  const requests = await requestsOf(
    context,
    there.map(([, { commit }]) => commit),
  );
  return (origin) => {
    const last = commits.get(lockPath(origin));
    if (last === undefined) return undefined;
    const request = requests.get(last.commit);
    return { at: last.at, ...(request === undefined ? {} : { request }) };
  };
};
