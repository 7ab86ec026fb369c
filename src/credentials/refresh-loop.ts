import type { Clock } from '../net/clock.ts';
import { renewalTime } from './renewal.ts';

/** What one round did to one registration. */
export type Renewed =
  | { readonly path: string; readonly state: 'done'; readonly obtainedAt: number; readonly expiresAt?: number }
  | { readonly path: string; readonly state: 'failed' };

/** When each registration is due (milliseconds since the epoch), and how often in a row it failed. */
export type RenewalPlan = ReadonlyMap<string, { readonly dueAt: number; readonly failures: number }>;

export interface LoopSettings {
  /** Milliseconds after which a round comes even when nothing is due: new entries are taken up then. */
  readonly intervalMs: number;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
}

/** Milliseconds: the first wait after a failure, doubled with each further one up to the interval. */
const FIRST_BACK_OFF = 30_000;
/** Rounds keep at least this distance, however short tokens live. Milliseconds. */
const SHORTEST_WAIT = 10_000;
/** What is due within this time is renewed together. Milliseconds. */
const TOGETHER = 60_000;

/**
 * The plan after a round: what was renewed is due at three quarters of its new life, what failed after a back-off, what
 * is gone from the catalogue no more.
 */
export const nextPlan = (
  plan: RenewalPlan,
  round: { readonly renewed: readonly Renewed[]; readonly paths: readonly string[]; readonly now: number },
  settings: LoopSettings,
): RenewalPlan => {
  const results = new Map(round.renewed.map((result) => [result.path, result]));
  return new Map(
    round.paths.flatMap((path) => {
      const before = plan.get(path);
      const result = results.get(path);
      if (result === undefined) return before === undefined ? [] : [[path, before]];
      if (result.state === 'done') return [[path, { dueAt: renewalTime(result, settings.random()), failures: 0 }]];
      const failures = (before?.failures ?? 0) + 1;
      const wait = Math.min(settings.intervalMs, FIRST_BACK_OFF * 2 ** (failures - 1));
      return [[path, { dueAt: round.now + wait * (1 - settings.random() / 2), failures }]];
    }),
  );
};

/** Paths to renew now: those that are due within a minute, and those that the plan does not know yet. */
export const duePaths = (plan: RenewalPlan, paths: readonly string[], now: number): readonly string[] =>
  paths.filter((path) => (plan.get(path)?.dueAt ?? now) <= now + TOGETHER);

/** Milliseconds until the next round: when something is due, at the latest after the interval. */
export const waitMs = (plan: RenewalPlan, now: number, intervalMs: number): number => {
  const first = Math.min(now + intervalMs, ...[...plan.values()].map(({ dueAt }) => dueAt));
  return Math.max(SHORTEST_WAIT, first - now);
};

export interface LoopDependencies extends LoopSettings {
  readonly clock: Clock;
  /** Aborted on SIGTERM: the round under way is finished, and no other begun. */
  readonly signal: AbortSignal;
  /** Reads the catalogue anew: paths of everything that wants a token. */
  readonly paths: () => Promise<readonly string[]>;
  /** Renews the tokens of these paths. */
  readonly renew: (paths: readonly string[]) => Promise<readonly Renewed[]>;
  /** Called after each round, for the health file and the log; `error` where the catalogue or the whole round failed. */
  readonly after: (round: {
    readonly at: number;
    readonly renewed: readonly Renewed[];
    readonly nextMs: number;
    readonly error?: unknown;
  }) => Promise<void>;
}

/**
 * Keeps tokens fresh until the signal: each is renewed at three quarters of its own life, failures come again after a
 * back-off, changed files are taken up with the next round. A round that throws is reported and does not end the loop.
 */
export const refreshLoop = async (deps: LoopDependencies): Promise<void> => {
  const { clock, signal, intervalMs } = deps;
  let plan: RenewalPlan = new Map();
  let failedRounds = 0;
  while (!signal.aborted) {
    let renewed: readonly Renewed[] = [];
    let failure: { readonly error?: unknown } = {};
    try {
      const paths = await deps.paths();
      renewed = await deps.renew(duePaths(plan, paths, clock.now()));
      plan = nextPlan(plan, { renewed, paths, now: clock.now() }, deps);
      failedRounds = 0;
    } catch (error) {
      failure = { error };
      failedRounds += 1;
    }
    const now = clock.now();
    const backOff = Math.min(intervalMs, FIRST_BACK_OFF * 2 ** (failedRounds - 1));
    const nextMs = failedRounds > 0 ? backOff : waitMs(plan, now, intervalMs);
    await deps.after({ at: now, renewed, nextMs, ...failure });
    await clock.sleep(nextMs, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
};
