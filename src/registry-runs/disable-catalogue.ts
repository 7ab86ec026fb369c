import { applyPlan } from '../engine/apply.ts';
import { type Beyond, beyondProblem } from '../engine/choose-disabled.ts';
import { type AtRegistries, withOwnProblems } from '../model/at-registry.ts';
import { type ApplyResult, type Change, changePath, type Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { barePath } from '../model/registry.ts';
import type { Rendered } from '../registration/render.ts';
import type { Catalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';
import { stepEach } from '../running/each-registry.ts';
import { markerOf, requireOwner } from '../running/registry-access.ts';
import { headerSecretOf, type Prepared, prepare, type Shared, safetyContext, withPlans } from './preparing.ts';
import type { Disable, SwitchedOff } from './switching-off.ts';

/** What became of registrations that were to be switched off at one registry. */
export interface Disabled extends ApplyResult {
  readonly off: readonly SwitchedOff[];
  /** What is off there because its tools changed, whichever run switched it off. */
  readonly forTools: readonly OffForTools[];
  /** Paths of what is enabled there. */
  readonly enabled: readonly string[];
  /** More than one run may switch off: nothing was. */
  readonly beyond?: Beyond;
}

/** A registration that is off because its tools changed. */
export interface OffForTools {
  readonly path: string;
  /** Seconds since the epoch. */
  readonly since: number;
}

const isSettled = ({ action }: Change): boolean => action === 'unchanged';

const unmarkedProblem = ({ path }: SwitchedOff): Problem => ({
  rule: 'disabled-at-once',
  severity: 'error',
  subject: path,
  text: `${path} is switched off, and its mark could not be written: the next apply would switch it on again.`,
  hint: 'Write registration.enabled: false in its file, and merge that first.',
});

const offForTools = ({ changes }: Plan, { outcomes }: Pick<ApplyResult, 'outcomes'>): readonly OffForTools[] => {
  const done = new Set(outcomes.flatMap(({ path, state }) => (state === 'done' ? [path] : [])));
  return changes.flatMap((change) => {
    const disabling = 'registration' in change ? change.registration.disabling : undefined;
    const path = changePath(change);
    const stands = isSettled(change) || done.has(path);
    return disabling?.by === 'tools' && stands ? [{ path, since: disabling.at }] : [];
  });
};

/** Writes the marks of what was switched off at one registry. */
const markOff = async (
  { plan, connection, registry, snapshot, belongs, off }: Prepared,
  { context, shared }: { readonly context: CommandContext; readonly shared: Shared },
): Promise<Disabled> => {
  const { settings, run, signal } = context;
  const paths = new Set(off.asked.map(({ registration }) => barePath(registration.path)));
  const isMeant = (change: Change): boolean => change.action === 'update' && paths.has(barePath(changePath(change)));
  const own = { changes: plan.changes.filter(isMeant), ours: plan.ours, problems: [] };
  const result: ApplyResult =
    own.changes.length === 0
      ? { outcomes: [], problems: [] }
      : await applyPlan(own, {
          registry,
          snapshot,
          belongs,
          marker: markerOf(requireOwner(settings), run),
          credentialFor: async () => undefined,
          headerSecret: headerSecretOf(context),
          ignoreDrift: new Set(settings.ignoreDrift),
          safety: { ...safetyContext(context, shared), allowDeletes: false },
          concurrency: connection.concurrency,
          signal,
        });
  const failed = new Set(result.outcomes.flatMap(({ path, state }) => (state === 'done' ? [] : [barePath(path)])));
  const marked = [...own.changes, ...plan.changes.filter(isSettled)]
    .map((one) => barePath(changePath(one)))
    .filter((path) => !failed.has(path));
  const unmarked = off.done.filter(({ path }) => !marked.includes(barePath(path))).map(unmarkedProblem);
  return {
    outcomes: result.outcomes,
    problems: [...(off.beyond === undefined ? [] : [beyondProblem(off.beyond)]), ...unmarked, ...result.problems],
    off: off.done,
    forTools: offForTools(plan, result),
    enabled: snapshot.listed.flatMap(({ path, enabled }) => (enabled ? [path] : [])),
    ...(off.beyond === undefined ? {} : { beyond: off.beyond }),
  };
};

/**
 * Switches registrations off in every registry, and notes it in their marks, so that a later apply leaves them off. Nothing
 * else of the plan is made. What another run wrote meanwhile is read once more: both mean the same.
 */
export const disableCatalogue = (
  context: CommandContext,
  catalogue: Catalogue,
  disable: (rendered: Rendered) => Disable,
): Promise<AtRegistries<Disabled>> =>
  withPlans(context, { catalogue, forecast: false, disable }, async (plans, shared) => {
    const done = await stepEach(context, plans, async (prepared): Promise<Disabled> => {
      const first = await markOff(prepared, { context, shared });
      if (first.outcomes.every(({ state }) => state === 'done')) return first;
      const again = await prepare(context, { ...shared, forecast: false }, prepared.connection);
      return markOff({ ...again, off: { ...again.off, done: prepared.off.done } }, { context, shared });
    });
    return done.map(withOwnProblems);
  });
