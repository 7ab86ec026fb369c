import { readFile, writeFile } from 'node:fs/promises';
import { isApproval, planDifferences, savePlan, unapproved } from '../engine/saved-plan.ts';
import { SyncError } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';

/** How many of the differences are named. */
const SHOWN = 20;

/** Saves a plan, as an expectation for apply. */
export const writePlan = async (file: string, plan: Plan): Promise<void> => {
  await writeFile(file, savePlan(plan)).catch((cause: unknown) => {
    throw new SyncError('usage', 'bad-option', `Saving the plan to ${file}: the file system refused it.`, {
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
 * Stops before anything is written when the plan is not the one that was saved (a file), or would do more than what was
 * approved (the output `plan` of an earlier step). Throws SyncError usage/bad-option, registry/conflict.
 */
export const expectPlan = async (expected: string | undefined, plan: Plan): Promise<void> => {
  if (expected === undefined) return;
  if (isApproval(expected)) {
    const hint =
      'Files or registry changed since the plan was made. Run the whole workflow again, and approve its plan.';
    stop(unapproved(expected, plan), 'The plan would do what was not approved', hint);
    return;
  }
  const differences = planDifferences(await readSaved(expected), plan);
  stop(differences, 'The plan is not the one that was saved', 'Look at a new plan, save it, and apply that one.');
};
