import { readFile, writeFile } from 'node:fs/promises';
import { SyncError } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import { planDifferences, savePlan } from '../registry/saved-plan.ts';

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

/** Stops before anything is written when the plan is not the one that was saved. Throws SyncError usage/bad-option, registry/conflict. */
export const expectPlan = async (file: string | undefined, plan: Plan): Promise<void> => {
  if (file === undefined) return;
  const saved = await readFile(file, 'utf8').catch((cause: unknown) => {
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
  const differences = planDifferences(saved, plan);
  if (differences.length === 0) return;
  const more = differences.length > SHOWN ? [`and ${differences.length - SHOWN} more`] : [];
  throw new SyncError(
    'registry',
    'conflict',
    `The plan is not the one that was saved, so nothing was written. ${[...differences.slice(0, SHOWN), ...more].join('; ')}.`,
    { hint: 'Look at a new plan, save it, and apply that one.' },
  );
};
