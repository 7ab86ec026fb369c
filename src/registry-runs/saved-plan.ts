import { readFile, writeFile } from 'node:fs/promises';
import { isApproval, type NamedPlan, planDifferences, savePlans, unapproved } from '../engine/saved-plan.ts';
import type { AtRegistry } from '../model/at-registry.ts';
import { SyncError } from '../model/errors.ts';
import { fileFailure } from '../model/file-failure.ts';
import type { Plan } from '../model/plan.ts';

/** How many of the differences are named. */
const SHOWN = 20;

/** The plans that could be made, by the names of their registries. */
export const namedPlans = (plans: readonly AtRegistry<Plan>[]): readonly NamedPlan[] =>
  plans.flatMap(({ name, result: plan }) => (plan === undefined ? [] : [{ name, plan }]));

/** Saves plans, as an expectation for apply. */
export const writePlans = async (file: string, plans: readonly AtRegistry<Plan>[]): Promise<void> => {
  await writeFile(file, savePlans(namedPlans(plans))).catch((cause: unknown) => {
    throw new SyncError('catalogue', 'write-failed', `Saving the plan to ${file}: ${fileFailure(cause)}.`, {
      hint: 'Name another file with --out.',
      cause,
    });
  });
};

const readSaved = async (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SyncError(
      'usage',
      'bad-option',
      `Reading the saved plan ${file}: expected a file, met none that can be read.`,
      {
        hint: 'Make one with plan --out.',
        cause,
      },
    );
  });

const stop = (differences: readonly string[], what: string, hint: string): void => {
  if (differences.length === 0) return;
  const more = differences.length > SHOWN ? [`and ${differences.length - SHOWN} more`] : [];
  const shown = [...differences.slice(0, SHOWN), ...more].join('; ');
  throw new SyncError('registry', 'conflict', `${what}, so nothing was written. ${shown}.`, { hint });
};

/**
 * Stops before anything is written when the plans are not those that were saved (a file), or would do more than what was
 * approved (the output `plan` of an earlier step). A registry that could not be planned is not judged: nothing is written
 * to it. Throws SyncError usage/bad-option, registry/conflict.
 */
export const expectPlans = async (expected: string | undefined, plans: readonly AtRegistry<Plan>[]): Promise<void> => {
  if (expected === undefined) return;
  const named = namedPlans(plans);
  if (isApproval(expected)) {
    const hint =
      'Files or registry changed since the plan was made. Run the whole workflow again, and approve its plan.';
    stop(unapproved(expected, named), 'The plan would do what was not approved', hint);
    return;
  }
  const differences = planDifferences(await readSaved(expected), named);
  stop(differences, 'The plan is not the one that was saved', 'Look at a new plan, save it, and apply that one.');
};
