import { readSinceLock, type SinceLock } from '../catalogue/since-lock.ts';
import type { Verified } from '../model/verify.ts';
import type { WhyChanged } from '../model/why-changed.ts';
import type { Subjects } from './subjects.ts';

/** Servers whose reasons are looked for in git's history: each takes a few calls of git. */
const MOST_ASKED = 20;

/** What AWS says counts from the lock on: what it changed before, the review has seen. */
const sinceThen = ({ aws }: WhyChanged, since: SinceLock | undefined): Pick<WhyChanged, 'aws'> =>
  aws === undefined || (since !== undefined && Date.parse(aws.at) <= Date.parse(since.locked)) ? {} : { aws };

/** Adds to what changed why it probably did: from AWS's answer and from git, as far as they tell. */
export const tellWhy = async (
  verified: readonly Verified[],
  { entryPathOf, lockPathOf }: Pick<Subjects, 'entryPathOf' | 'lockPathOf'>,
  directory: string,
): Promise<readonly Verified[]> => {
  const told: Verified[] = [];
  let asked = 0;
  for (const { why = {}, ...one } of verified) {
    if (one.changes === undefined || asked === MOST_ASKED) {
      told.push(Object.keys(why).length === 0 ? one : { ...one, why });
      continue;
    }
    asked += 1;
    const since = await readSinceLock(entryPathOf(one.path), lockPathOf(one.path), directory);
    const reasons = { ...sinceThen(why, since), ...(since?.entry === undefined ? {} : { entry: since.entry }) };
    told.push(Object.keys(reasons).length === 0 ? one : { ...one, why: reasons });
  }
  return told;
};
