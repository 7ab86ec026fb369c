import { blockReasons, type SafetyContext, safetyProblems } from '../engine/safety.ts';
import { SyncError } from '../model/errors.ts';
import type { Change, Plan } from '../model/plan.ts';
import { planReport } from '../report/plan-report.ts';
import { aroundText } from '../report/problems-text.ts';
import { reportText } from '../report/report.ts';
import { visible } from '../report/visible.ts';
import { counted, tally } from '../report/wording.ts';
import { saysYes } from './asking.ts';
import type { CommandContext } from './context.ts';

/** A plan, with where it would be applied and what keeps it from that. */
export interface Proposed {
  readonly plan: Plan;
  /** The registry as people know it: its URL, else its name. */
  readonly registry: string;
  readonly safety: SafetyContext;
}

const WRITES = ['create', 'update', 'replace', 'delete'] as const satisfies readonly Change['action'][];

/** `3 updates and 1 delete`; undefined where nothing would be done. */
const writesText = ({ plan, safety }: Proposed): string | undefined => {
  if (blockReasons([...safetyProblems(plan, safety), ...plan.problems]).length > 0) return undefined;
  const of = tally(plan.changes, ({ action }) => action);
  const parts = WRITES.filter((action) => of(action) > 0 && (action !== 'delete' || safety.allowDeletes)).map(
    (action) => counted(of(action), action === 'replace' ? 'replacement' : action),
  );
  const withdrawn = plan.blocked?.length ?? 0;
  if (withdrawn > 0) parts.push(`${counted(withdrawn, 'place')} that AWS does not confirm`);
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
};

const declined = (what: string): SyncError =>
  new SyncError('usage', 'declined', `${what}: the answer was no, so nothing was written.`, {
    hint: '--yes answers yes, for scripts.',
  });

/** Whether a person is asked before something is written: on a terminal, where neither --yes nor a saved plan answers. */
export const asksPerson = ({ settings, terminal }: CommandContext): boolean =>
  terminal.ask !== undefined && !settings.apply.yes && settings.apply.expect === undefined && !settings.dryRun;

/** Asks one question; anything but yes ends the run. Throws SyncError usage/declined. */
const insist = async ({ terminal }: CommandContext, question: string, what: string): Promise<void> => {
  if (!saysYes((await terminal.ask?.(`${question} [y/N] `)) ?? '')) throw declined(what);
};

/**
 * Shows the plans of a run, and asks whether they shall be applied, with `files` that would be written before. What is
 * applied then are these very plans. Nobody is asked about nothing. Throws SyncError usage/declined.
 */
export const askToApply = async (
  context: CommandContext,
  plans: readonly Proposed[],
  files: { readonly count: number; readonly directory: string } = { count: 0, directory: '' },
): Promise<void> => {
  if (!asksPerson(context)) return;
  const { terminal } = context;
  context.work?.({ type: 'ended' });
  const wanted = plans.flatMap((one) => {
    const writes = writesText(one);
    return writes === undefined ? [] : [{ ...one, writes }];
  });
  for (const { plan, registry } of wanted) {
    const title = plans.length > 1 ? `${visible(registry)}\n` : '';
    terminal.write(
      `${aroundText(plan.problems, terminal).before}${title}${reportText(planReport(plan, terminal), terminal)}\n`,
    );
  }
  const applying = wanted.map(({ writes, registry }) => `${writes} to ${visible(registry)}`).join(', ');
  const writing = files.count === 0 ? undefined : `${counted(files.count, 'file')} below ${visible(files.directory)}`;
  if (applying === '' && writing === undefined) return;
  const question =
    applying === ''
      ? `Write ${writing}?`
      : `${writing === undefined ? 'Apply' : `Write ${writing}, and apply`} ${applying}?`;
  await insist(context, question, applying === '' ? 'write' : 'apply');
};

/** Asks whether files shall be written. Throws SyncError usage/declined. */
export const askToWrite = async (context: CommandContext, shown: string, files: number): Promise<void> => {
  if (!asksPerson(context) || files === 0) return;
  context.work?.({ type: 'ended' });
  context.terminal.write(`${shown}\n`);
  await insist(context, `Write ${counted(files, 'file')} below ${visible(context.settings.directory)}?`, 'import');
};
