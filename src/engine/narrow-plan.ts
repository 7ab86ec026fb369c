import type { Change, Plan } from '../model/plan.ts';
import { changePath } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { barePath } from '../model/registry.ts';

/** What a run keeps of a plan. */
export interface Keeps {
  readonly change: (change: Change) => boolean;
  readonly problem: (problem: Problem) => boolean;
}

/**
 * Of a whole plan what is kept. The rest was planned all the same: limits judge `judged`, so that no narrowing lets through
 * what the whole would not, and nothing is taken for gone that was only left out.
 */
export const narrowPlan = (plan: Plan, keeps: Keeps): Plan => {
  const kept = plan.changes.filter(keeps.change);
  const blocked = plan.blocked?.filter(({ change }) => keeps.change(change));
  const all = [...plan.changes, ...(plan.blocked ?? []).map(({ change }) => change)];
  const left = all.filter((change) => !keeps.change(change));
  const pathsLeft = new Set(left.map((change) => barePath(changePath(change))));
  const writes = left.filter(({ action }) => action !== 'unchanged').length;
  const notice: Problem = {
    rule: 'only-part',
    severity: 'notice',
    subject: 'only',
    text: `--only left out ${left.length} of ${all.length} registrations, ${writes} of them with changes. Limits count all of them.`,
  };
  return {
    ...plan,
    changes: kept,
    ...(blocked === undefined ? {} : { blocked }),
    judged: plan,
    problems: [
      ...plan.problems.filter((one) => keeps.problem(one) && !pathsLeft.has(barePath(one.subject))),
      ...(left.length === 0 ? [] : [notice]),
    ],
  };
};
