import { SyncError } from '../model/errors.ts';
import type { Clock } from './clock.ts';

/** What one attempt came to. */
export type Attempt<Result> =
  | { readonly type: 'result'; readonly result: Result }
  | { readonly type: 'error'; readonly error: unknown };

/** Whether another attempt makes sense, and how long the other side asked to wait (milliseconds). */
export type Verdict = { readonly retry: false } | { readonly retry: true; readonly afterMs?: number };

export interface RetryPolicy<Result> {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  /** Milliseconds: the first wait is up to this, each further one up to twice as long. */
  readonly baseMs: number;
  /** Milliseconds that no wait exceeds, a Retry-After neither. */
  readonly capMs: number;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Asked after each attempt, with the time in milliseconds since the epoch. */
  readonly judge: (outcome: Attempt<Result>, now: number) => Verdict;
  readonly signal?: AbortSignal;
}

/** Milliseconds before the attempt after `attempt` (from 1): full jitter below a capped exponential, or what was asked for. */
const waitMs = <Result>(
  attempt: number,
  verdict: { readonly afterMs?: number },
  policy: RetryPolicy<Result>,
): number => {
  const backoff = policy.random() * Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1));
  return Math.min(policy.capMs, Math.max(verdict.afterMs ?? 0, backoff));
};

/**
 * Runs an operation again while its error or result asks for it. After the last attempt it throws or returns what that
 * one came to, without waiting. An abort throws the signal's reason.
 */
export const retry = async <Result>(
  operation: (attempt: number) => Promise<Result>,
  policy: RetryPolicy<Result>,
  clock: Clock,
): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    policy.signal?.throwIfAborted();
    const outcome: Attempt<Result> = await operation(attempt).then(
      (result) => ({ type: 'result', result }),
      (error: unknown) => ({ type: 'error', error }),
    );
    const verdict: Verdict = attempt < policy.attempts ? policy.judge(outcome, clock.now()) : { retry: false };
    if (!verdict.retry) {
      if (outcome.type === 'error') throw outcome.error;
      return outcome.result;
    }
    if (outcome.type === 'result' && outcome.result instanceof Response) await outcome.result.body?.cancel();
    await clock.sleep(waitMs(attempt, verdict, policy), policy.signal);
  }
};

/**
 * Milliseconds of a Retry-After header, in seconds or as an HTTP date; undefined when it is absent or neither.
 * RFC 9110, section 10.2.3.
 */
export const retryAfterMs = (header: string | null | undefined, now: number): number | undefined => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Za-z]{3}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
};

const TRANSIENT: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * For fetch and operations that may run twice: again on throttling (429), 502, 503, 504, time-outs and broken
 * connections. Other errors (refused, redirect, unsafe address, a caller's abort) are final.
 */
export const judgeHttp = (outcome: Attempt<Response>, now: number): Verdict => {
  if (outcome.type === 'error') {
    const { error } = outcome;
    const transient = error instanceof SyncError && error.area === 'network';
    return { retry: transient && (error.code === 'timeout' || error.code === 'reset') };
  }
  if (!TRANSIENT.has(outcome.result.status)) return { retry: false };
  const afterMs = retryAfterMs(outcome.result.headers.get('retry-after'), now);
  return { retry: true, ...(afterMs === undefined ? {} : { afterMs }) };
};
