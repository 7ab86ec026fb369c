import { SyncError } from '../model/errors.ts';
import type { Blocked, Outcome } from '../model/plan.ts';
import { changePath, changeType } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Listed, Registry, Snapshot } from '../model/registry.ts';
import { barePath, listedScheme } from '../model/registry.ts';
import { mapLimit } from '../net/concurrency.ts';
import { holderOf, type Owning } from './ownership.ts';
import { unconfirmedProblems } from './unconfirmed.ts';

export interface BlockedContext extends Owning {
  readonly registry: Registry;
  readonly snapshot: Snapshot;
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/** What became of the blocked changes. */
export interface BlockedDone {
  readonly outcomes: readonly Outcome[];
  readonly problems: readonly Problem[];
}

/** What of ours holds a credential for a blocked change: at its path, or where its file was registered before. */
const holders = ({ change }: Blocked, { snapshot, ...owning }: BlockedContext): readonly Listed[] =>
  snapshot.listed.filter(
    (one) =>
      one.type === 'server' &&
      listedScheme(one) !== 'none' &&
      holderOf(one, owning).type === 'ours' &&
      (one.file === change.registration.origin.file || barePath(one.path) === barePath(change.registration.path)),
  );

interface Withdrawn {
  readonly blocked: Blocked;
  readonly withdrawn: boolean;
  readonly failure?: SyncError;
}

/** AWS says that the place is not so: the credential for it is taken away. For any other reason what stands stays. */
const withdraw = async (blocked: Blocked, context: BlockedContext): Promise<Withdrawn> => {
  if (blocked.why.type !== 'elsewhere' || context.signal.aborted) return { blocked, withdrawn: false };
  const held = holders(blocked, context);
  try {
    for (const { path } of held) await context.registry.run({ type: 'withdraw', path }, context.snapshot);
    return { blocked, withdrawn: held.length > 0 };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return { blocked, withdrawn: false, failure: error };
  }
};

const outcomeOf = ({ blocked: { change, why }, withdrawn }: Withdrawn): Outcome => ({
  path: changePath(change),
  type: changeType(change),
  action: change.action,
  state: 'failed',
  note: `not confirmed: ${why.text}${withdrawn ? '; its credential was withdrawn' : ''}`,
});

const failureProblem = ({ blocked, failure }: Withdrawn): Problem[] =>
  failure === undefined
    ? []
    : [
        {
          rule: 'registry-refused',
          severity: 'error',
          subject: changePath(blocked.change),
          text: `Its credential is to be withdrawn: ${failure.message}`,
          hint: failure.hint ?? 'Run apply again.',
        },
      ];

/** Leaves undone what AWS did not confirm: each fails alone, and what is nowhere loses its credential. */
export const applyBlocked = async (blocked: readonly Blocked[], context: BlockedContext): Promise<BlockedDone> => {
  const done = await mapLimit(blocked, context.concurrency, (one) => withdraw(one, context));
  return {
    outcomes: done.map(outcomeOf),
    problems: [
      ...unconfirmedProblems(
        done.map(({ blocked: { change, why }, withdrawn }) => ({ path: changePath(change), why, withdrawn })),
      ),
      ...done.flatMap(failureProblem),
    ],
  };
};
