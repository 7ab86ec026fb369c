import { type Change, changePath, type Plan } from '../model/plan.ts';

/** One way in which the registry differs from what was applied. */
export interface Drifted {
  readonly path: string;
  /** `changed`: fields differ; `missing`: it is gone there; `extra`: it is back there. */
  readonly state: 'changed' | 'missing' | 'extra';
  /** Fields that somebody changed in the registry, sorted. */
  readonly fields: readonly string[];
}

/** A plan's changes by why they are there. */
export interface DriftSplit {
  /** Paths whose file says something that was never applied, sorted. */
  readonly notApplied: readonly string[];
  readonly drifted: readonly Drifted[];
}

const fieldsBy = (change: Change, cause: 'git' | 'drift'): readonly string[] =>
  change.action === 'update' || change.action === 'replace'
    ? change.fields.filter((field) => field.cause === cause).map(({ field }) => field)
    : [];

/** A replacement without a field that differs is one of the entry's kind or path: only the file can ask for that. */
const isAsked = (change: Change): boolean =>
  change.action === 'replace' ? fieldsBy(change, 'drift').length === 0 : fieldsBy(change, 'git').length > 0;

const driftOf = (change: Change, applied: boolean): readonly Drifted[] => {
  const path = changePath(change);
  switch (change.action) {
    case 'create':
      return applied ? [{ path, state: 'missing', fields: [] }] : [];
    case 'delete':
      return applied ? [{ path, state: 'extra', fields: [] }] : [];
    case 'update':
    case 'replace': {
      const fields = fieldsBy(change, 'drift');
      return fields.length === 0 ? [] : [{ path, state: 'changed', fields: fields.toSorted() }];
    }
    case 'unchanged':
    case 'conflict':
      return [];
  }
};

/**
 * Tells what was never applied from what somebody changed in the registry. Marks tell it of fields. Of registrations that
 * are not there, or should not be, only the last successful apply tells it.
 * @param applied the files are those of the last successful apply
 */
export const splitDrift = (plan: Plan, applied: boolean): DriftSplit => {
  const whole = (change: Change): boolean => change.action === 'create' || change.action === 'delete';
  return {
    notApplied: plan.changes
      .filter((change) => (whole(change) ? !applied : isAsked(change)))
      .map(changePath)
      .toSorted(),
    drifted: plan.changes.flatMap((change) => driftOf(change, applied)),
  };
};
