import { type Change, changePath, originFile, type Plan } from '../model/plan.ts';
import { distinctProblems, type Problem } from '../model/problem.ts';
import { barePath } from '../model/registry.ts';

const isUnchanged = ({ action }: Change): boolean => action === 'unchanged';

/** Files below the catalogue's directory all of whose registrations stay as they are. */
const quietFiles = (changes: readonly Change[]): ReadonlySet<string> => {
  const touched = new Set(changes.filter((change) => !isUnchanged(change)).map(originFile));
  return new Set(
    changes
      .filter(isUnchanged)
      .flatMap((change) => originFile(change) ?? [])
      .filter((file) => !touched.has(file)),
  );
};

/**
 * The problems of a plan, each once, and marked where it was so before and the plan does not change it: a warning or a
 * notice about a registration that stays as it is, or about the whole registry where nothing at all is to be done. An
 * error always is news.
 * @param directory the catalogue's, with which places of problems begin
 */
const withStanding = (
  plan: Pick<Plan, 'changes' | 'blocked'>,
  problems: readonly Problem[],
  directory: string,
): readonly Problem[] => {
  const quiet = new Set(plan.changes.filter(isUnchanged).map((change) => barePath(changePath(change))));
  const files = new Set([...quietFiles(plan.changes)].map((file) => `${directory}/${file}`));
  const isIdle = plan.changes.every(isUnchanged) && (plan.blocked ?? []).length === 0;
  const isKnown = ({ severity, subject, place }: Problem): boolean => {
    if (severity === 'error') return false;
    if (quiet.has(barePath(subject)) || (place !== undefined && files.has(place.file))) return true;
    return isIdle && subject === 'registry';
  };
  return distinctProblems(problems).map((problem) => (isKnown(problem) ? { ...problem, standing: true } : problem));
};

/**
 * Problems that are of no single registry, each once: it was so before, and no plan changes it, where that is true of every
 * plan that could be made.
 */
export const withStandingInAll = (
  plans: readonly Pick<Plan, 'changes' | 'blocked'>[],
  problems: readonly Problem[],
  directory: string,
): readonly Problem[] => {
  const judged = plans.map((plan) => withStanding(plan, problems, directory));
  return distinctProblems(problems).map((problem, index) =>
    judged.length > 0 && judged.every((one) => one[index]?.standing === true)
      ? { ...problem, standing: true }
      : problem,
  );
};
