import { compareTexts } from '../model/compare-texts.ts';
import { isSyncError, SyncError } from '../model/errors.ts';
import type { ApplyResult, Blocked, Change, Outcome, Plan } from '../model/plan.ts';
import { changePath, changeType, originFile } from '../model/plan.ts';
import { distinctProblems, type Problem } from '../model/problem.ts';
import { blockedText, conflictText } from '../model/reasons.ts';
import { type Address, type Listed, listedAt } from '../model/registry.ts';
import { mapLimit } from '../net/concurrency.ts';
import { applyBlocked } from './apply-blocked.ts';
import type { WriteContext, Written } from './apply-change.ts';
import { applyChange, applyDelete } from './apply-change.ts';
import type { Owning } from './ownership.ts';
import type { SafetyContext } from './safety.ts';
import { blockReasons, safetyProblems } from './safety.ts';

export interface ApplyContext extends WriteContext, Owning {
  readonly safety: SafetyContext;
  /** Changes side by side. */
  readonly concurrency: number;
  /** Aborted when the run is to end: changes in hand are finished, no other is begun. */
  readonly signal: AbortSignal;
  /** Told as each change ends, in any order. */
  readonly onOutcome?: (outcome: Outcome) => void;
}

/** One change's outcome, with problems. */
interface Done {
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
}

const outcomeOf = (change: Change, state: Outcome['state'], note?: string): Outcome => ({
  path: changePath(change),
  type: changeType(change),
  action: change.action,
  state,
  ...(note === undefined || note === '' ? {} : { note }),
});

const failed = (change: Change, error: SyncError): Done => ({
  outcome: outcomeOf(change, 'failed', error.message),
  problems: [
    {
      rule: error.area === 'registry' && error.code !== 'unavailable' ? 'registry-refused' : 'registry-failed',
      severity: 'error',
      subject: changePath(change),
      text: error.message,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    },
  ],
});

/** A run: what it was planned with, and what ends it. */
interface Run extends ApplyContext {
  readonly at: (address: Address) => Listed | undefined;
  /** Aborted where the registry refuses the token. */
  readonly stop: AbortController;
}

/** What a plan saw at the path of a change. */
const listedOf = (change: Change, { at }: Run): Listed => {
  const [type, path] = [changeType(change), changePath(change)];
  const found = at({ type, path });
  if (found) return found;
  throw new SyncError('registry', 'malformed', `${path} stands in the plan, but not in its snapshot`);
};

const NOTHING: Written = { notes: [], problems: [] };

const write = async (change: Change, context: Run): Promise<Written> => {
  switch (change.action) {
    case 'create':
      return applyChange(change, undefined, context);
    case 'update':
    case 'replace':
      return applyChange(change, listedOf(change, context), context);
    case 'delete':
      return applyDelete(listedOf(change, context), context);
    case 'unchanged':
    case 'conflict':
      return NOTHING;
  }
};

/** Runs changes side by side; ends early where the registry refuses the token, for it would refuse everything else. */
const runPhase = async (changes: readonly Change[], context: Run): Promise<readonly Done[]> => {
  const { signal, stop } = context;
  return mapLimit(changes, context.concurrency, async (change): Promise<Done> => {
    const ended = (): Done | undefined => {
      if (stop.signal.aborted)
        return { outcome: outcomeOf(change, 'skipped', "the registry's token was refused"), problems: [] };
      return signal.aborted ? { outcome: outcomeOf(change, 'skipped', 'the run was ended'), problems: [] } : undefined;
    };
    const done = ended() ?? (await attempt(change, context));
    context.onOutcome?.(done.outcome);
    return done;
  });
};

const attempt = async (change: Change, context: Run): Promise<Done> => {
  try {
    const { notes, problems } = await write(change, context);
    return { outcome: outcomeOf(change, 'done', notes.join('; ')), problems };
  } catch (error) {
    if (context.signal.aborted && error === context.signal.reason) {
      const note = 'the run was ended while it waited to try again; what was sent may have been done';
      return failed(change, new SyncError('registry', 'unavailable', `${changePath(change)}: ${note}`));
    }
    if (!(error instanceof SyncError)) throw error;
    if (isSyncError(error, 'registry') && error.code === 'unauthorized') context.stop.abort();
    return failed(change, error);
  }
};

const skipped = (change: Change, note: string): Done => ({ outcome: outcomeOf(change, 'skipped', note), problems: [] });

const isWrite = (change: Change): boolean =>
  change.action === 'create' || change.action === 'update' || change.action === 'replace';

/** A change that was tried, and what became of it. */
interface Made {
  readonly change: Change;
  readonly done: Done;
}

/** Deletes wait until all else is done, and for what their own file could not register at its new path. */
const runDeletes = async (
  deletes: readonly Change[],
  { first, blocked }: { readonly first: readonly Made[]; readonly blocked: readonly Blocked[] },
  context: Run,
): Promise<readonly Done[]> => {
  if (!context.safety.allowDeletes) return deletes.map((change) => skipped(change, 'deletes were not allowed'));
  const failures = first.filter(({ done }) => done.outcome.state !== 'done');
  const undone = new Set([...failures, ...blocked].map(({ change }) => originFile(change)));
  const waits = (change: Change): boolean => undone.has(originFile(change));
  const ran = await runPhase(
    deletes.filter((change) => !waits(change)),
    context,
  );
  return [...ran, ...deletes.filter(waits).map((change) => skipped(change, 'its new registration failed'))];
};

/** What a kind makes once for all changes. Where it could not, none of them was made: the next run makes them. */
const finish = async (made: ApplyResult, { registry }: ApplyContext): Promise<ApplyResult> => {
  const { outcomes, problems } = made;
  try {
    await registry.finish?.(outcomes);
    return made;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const hint = error.hint ?? 'Run apply again: it goes on where it stopped.';
    const told: Problem = {
      rule: 'registry-failed',
      severity: 'error',
      subject: 'registry',
      text: error.message,
      hint,
    };
    return {
      outcomes: outcomes.map(
        (outcome): Outcome =>
          outcome.state === 'done' && outcome.action !== 'unchanged'
            ? { ...outcome, state: 'failed', note: 'it could not be written with the others' }
            : outcome,
      ),
      problems: [...problems, told],
    };
  }
};

/**
 * Makes a plan's changes: creates, updates and replacements first, then deletes, at most `concurrency` at a time. Each
 * failure is reported and the rest goes on. Nothing is written when a limit stops the plan. May be killed at any point and
 * run again. Throws only what is no SyncError.
 */
export const applyPlan = async (plan: Plan, context: ApplyContext): Promise<ApplyResult> => {
  const safety = safetyProblems(plan, context.safety);
  const blocking = blockReasons([...safety, ...plan.problems]);
  if (blocking.length > 0) {
    const idle = (change: Change): Outcome =>
      change.action === 'unchanged' ? outcomeOf(change, 'done') : outcomeOf(change, 'skipped', blockedText(blocking));
    const changes = [...plan.changes, ...(plan.blocked ?? []).map(({ change }) => change)];
    return { outcomes: changes.map(idle), problems: [...safety, ...plan.problems] };
  }
  const run: Run = { ...context, at: listedAt(context.snapshot.listed), stop: new AbortController() };
  const { blocked = [] } = plan;
  const unconfirmed = await applyBlocked(blocked, context);
  const writes = plan.changes.filter(isWrite);
  const done = await runPhase(writes, run);
  const first = writes.flatMap((change, index) => (done[index] ? [{ change, done: done[index] }] : []));
  const deletes = await runDeletes(
    plan.changes.filter((change) => change.action === 'delete'),
    { first, blocked },
    run,
  );
  const idle = plan.changes.flatMap((change): Done[] => {
    if (change.action === 'conflict') return [skipped(change, conflictText(change.why))];
    return change.action === 'unchanged' ? [{ outcome: outcomeOf(change, 'done'), problems: [] }] : [];
  });
  const all = [...done, ...deletes, ...idle];
  const outcomes = [...all.map((one) => one.outcome), ...unconfirmed.outcomes].sort((a, b) =>
    compareTexts(a.path, b.path),
  );
  const problems = [...safety, ...plan.problems, ...all.flatMap((one) => one.problems), ...unconfirmed.problems];
  const made = await finish({ outcomes, problems }, context);
  return { ...made, problems: distinctProblems(made.problems) };
};
