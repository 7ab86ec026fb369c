import { SyncError } from '../model/errors.ts';
import type { CheckRow } from '../model/setup.ts';

/** One thing to check. Several rows where it looks at several things. */
export interface CheckStep {
  readonly id: string;
  /** Part of the table, for `--checks`. */
  readonly part: string;
  /** Name of its row where it gives none itself. */
  readonly check: string;
  /** Steps that must have gone well, in part at least; one that is not part of the run counts as well. */
  readonly needs?: readonly string[];
  /** Throws SyncError: the row is failed, with the error's text and hint, and the command that mends it. */
  readonly run: () => Promise<CheckRow | readonly CheckRow[]>;
  /** The command behind an error. */
  readonly mend: (error: SyncError) => string;
}

export interface CheckOptions {
  /** Parts to look at; all when absent. */
  readonly parts?: readonly string[] | undefined;
  /** Aborted when the run is stopped: what was not looked at is skipped. */
  readonly signal: AbortSignal;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** An error as a row. Anything but a SyncError is a defect of ours, and thrown on. */
export const failedRow = (check: string, error: unknown, mend: CheckStep['mend']): CheckRow => {
  if (!(error instanceof SyncError)) throw error;
  const { hint } = error;
  const todo = hint === undefined ? {} : { todo: capital(hint) };
  return { check, state: 'failed', met: error.message, ...todo, command: mend(error) };
};

const skipped = (check: string, met: string): CheckRow => ({ check, state: 'skipped', met });

const runStep = async (step: CheckStep): Promise<readonly CheckRow[]> => {
  try {
    return [await step.run()].flat();
  } catch (error) {
    return [failedRow(step.check, error, step.mend)];
  }
};

/**
 * Runs the steps in their order, and none whose ground was found missing: its row names what it waits for. A step that
 * fails stops no other.
 */
export const runChecks = async (
  steps: readonly CheckStep[],
  { parts, signal }: CheckOptions,
): Promise<readonly CheckRow[]> => {
  const chosen = steps.filter(({ part }) => parts === undefined || parts.includes(part));
  const missing = new Map<string, string>();
  const rows: CheckRow[] = [];
  for (const step of chosen) {
    const lacking = (step.needs ?? []).find((id) => missing.has(id));
    const found = signal.aborted
      ? [skipped(step.check, 'the run was stopped')]
      : lacking === undefined
        ? await runStep(step)
        : [skipped(step.check, `waits for ${missing.get(lacking)}`)];
    if (!found.some(({ state }) => state === 'ok')) missing.set(step.id, step.check);
    rows.push(...found);
  }
  return rows;
};
