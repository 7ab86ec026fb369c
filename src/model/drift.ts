import type { AtRegistry } from './at-registry.ts';
import { type Change, changePath, type Plan } from './plan.ts';

/** One way in which the registry differs from what was applied. */
export interface Drift {
  readonly path: string;
  /** The path alone, where `path` says in which registry it is. */
  readonly registryPath?: string;
  /** `changed`: fields differ; `missing`: it is gone there; `extra`: it is back there. */
  readonly state: 'changed' | 'missing' | 'extra';
  /** Fields that somebody changed in the registry, sorted. */
  readonly fields: readonly string[];
  /** Where its requests go was changed while it held a credential. */
  readonly exposed?: true;
}

/** A plan's changes by why they are there. */
export interface DriftSplit {
  /** Paths whose file says something that was never applied, sorted. */
  readonly notApplied: readonly string[];
  readonly drifted: readonly Drift[];
}

/** Whether the file asks for a change. A replacement without a field that drifted is one of the entry's kind or path. */
const isAsked = (change: Change): boolean => {
  if (change.action !== 'update' && change.action !== 'replace') return false;
  const by = (cause: 'git' | 'drift'): boolean => change.fields.some((field) => field.cause === cause);
  return change.action === 'replace' ? !by('drift') : by('git');
};

/**
 * Tells what was never applied from what somebody changed in the registry. Marks tell it of fields. Of registrations that
 * are not there, or should not be, only the last successful apply tells it. Pure.
 * @param applied the files are those of the last successful apply
 */
const splitDrift = (plan: Plan, applied: boolean): DriftSplit => {
  const whole = ({ action }: Change): boolean => action === 'create' || action === 'delete';
  const changed = new Map((plan.drift ?? []).map((drift) => [drift.path, drift]));
  return {
    notApplied: plan.changes
      .filter((change) => (whole(change) ? !applied : isAsked(change)))
      .map(changePath)
      .toSorted(),
    drifted: plan.changes.flatMap((change): readonly Drift[] => {
      const path = changePath(change);
      if (!whole(change)) return [changed.get(path) ?? []].flat();
      return applied ? [{ path, state: change.action === 'create' ? 'missing' : 'extra', fields: [] }] : [];
    }),
  };
};

/** The same for every registry that could be planned; where there are several, a path says which it is of. */
export const splitPlans = (plans: readonly AtRegistry<Plan>[], applied: boolean): DriftSplit => {
  const isOnly = plans.length === 1;
  const splits = plans.flatMap(({ name, result: plan }): readonly DriftSplit[] => {
    if (plan === undefined) return [];
    const split = splitDrift(plan, applied);
    if (isOnly) return [split];
    const named = (path: string): string => `${path} (${name})`;
    return [
      {
        notApplied: split.notApplied.map(named),
        drifted: split.drifted.map((one) => ({ ...one, path: named(one.path), registryPath: one.path })),
      },
    ];
  });
  return {
    notApplied: splits.flatMap((one) => one.notApplied),
    drifted: splits.flatMap((one) => one.drifted),
  };
};
