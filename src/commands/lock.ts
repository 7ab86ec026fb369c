import { EXIT } from '../model/errors.ts';
import { lockReport } from '../report/lock-report.ts';
import { inBoth } from '../report/report.ts';
import type { RunCommand } from '../running/context.ts';
import { fails, judged } from '../running/judging.ts';
import { lockAll } from '../verify/locking.ts';
import { withSubjects } from '../verify/subjects.ts';

/** Writes the locks of what servers and agents say of themselves now, beside their entries, for a review. */
export const lock: RunCommand = async (context) => {
  const { results } = context.settings.verify;
  if (results !== undefined) return (await import('../requests/lock-requests.ts')).lockToRequests(context, results);
  const { locks, problems: met } = await withSubjects(context, (subjects) => lockAll(context, subjects));
  const problems = judged(met, context);
  return {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: { locks },
    problems,
    ...inBoth(lockReport({ locks, problems }), context.terminal),
    outputs: { changes: String(locks.filter(({ state }) => state === 'created' || state === 'updated').length) },
  };
};
