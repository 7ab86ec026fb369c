import type { AwsFailure } from '../../aws/failure.ts';
import { awsFailure } from '../../aws/failure.ts';
import type { AwsResult } from '../../aws/pages.ts';
import { SyncError } from '../../model/errors.ts';
import type { Clock } from '../../net/clock.ts';
import type { Gate } from '../../net/gate.ts';
import type { Pace, Quota } from '../../net/pace.ts';
import { createPace } from '../../net/pace.ts';
import type { Attempt, Verdict } from '../../net/retry.ts';
import { retry } from '../../net/retry.ts';
import type { TimeLimits } from '../../net/time-limit.ts';

/** The name of one of AgentCore's calls: how it begins decides about its quota. */
export type AgentCoreCall = `${'Get' | 'List'}${string}`;

/** What went wrong in a call that a scan makes: AWS's failures, and the end of the run's time. */
export interface CallFailure extends Omit<AwsFailure, 'kind'> {
  readonly kind: AwsFailure['kind'] | 'run-time';
}

export type CallResult<Value> = AwsResult<Value, CallFailure>;

/** It gets no abort signal: with one the SDK can't reuse what it worked out for an earlier call of the kind. */
type Send<Answer> = () => Promise<Answer>;

/** Makes the calls of one account and Region, each kind of call at a pace of its own. */
export interface Caller {
  call<Answer>(name: AgentCoreCall, send: Send<Answer>): Promise<CallResult<Answer>>;
  /** Requests sent, those that were throttled or failed too. */
  readonly figures: { readonly calls: number; readonly throttled: number };
}

/** Calls a second that AWS lets through for each call in each account and Region. */
export interface Quotas {
  /** Calls whose name begins with Get. */
  readonly get: number;
  /** Calls whose name begins with List. */
  readonly list: number;
}

/** AWS's defaults. https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html */
export const DEFAULT_QUOTAS: Quotas = { get: 10, list: 5 };

export interface CallerOptions {
  readonly clock: Clock;
  /** Seconds for one request, and what watches them. */
  readonly callSeconds: number;
  readonly limits: TimeLimits;
  /** Aborted when the run's time is over or the run is stopped. */
  readonly signal: AbortSignal;
  readonly random: () => number;
  readonly quotas: Quotas;
  /** Bounds the requests of the whole run that are under way at once. */
  readonly gate: Gate;
  /** Told after each request. */
  readonly onCall: (throttled: boolean) => void;
}

/** A quota holds a second's worth of calls after a pause. */
const quotaOf = (name: AgentCoreCall, { get, list }: Quotas): Quota => {
  const rate = name.startsWith('List') ? list : get;
  return { rate, burst: rate };
};

/** Throttled calls are patient: the pace falls meanwhile. Other trouble is tried a few times. */
const ATTEMPTS = { throttled: 12, transient: 4 } as const;
const BACKOFF = { baseMs: 200, capMs: 20_000 } as const;

const isTransient = (kind: CallFailure['kind']): boolean =>
  kind === 'timeout' || kind === 'reset' || kind === 'unavailable';

const runOver: CallFailure = { kind: 'run-time', code: 'RunTime', message: 'the run ended before the call' };

/** Judges the attempts of one call: each kind of trouble has its own patience. */
const createJudge = <Answer>(): ((outcome: Attempt<AwsResult<Answer>>) => Verdict) => {
  let transient = 0;
  return (outcome) => {
    if (outcome.type === 'error' || outcome.result.ok) return { retry: false };
    const { kind, afterMs } = outcome.result.failure;
    const after = afterMs === undefined ? {} : { afterMs };
    if (kind === 'throttled') return { retry: true, ...after };
    transient += 1;
    return isTransient(kind) && transient < ATTEMPTS.transient ? { retry: true, ...after } : { retry: false };
  };
};

/**
 * A caller whose calls wait for their pace, have a time limit each, and are repeated while that makes sense. The SDK must
 * not repeat them too. Failures are results, not exceptions: a scan goes on with all the rest.
 */
export const createCaller = (options: CallerOptions): Caller => {
  const { clock, signal } = options;
  const figures = { calls: 0, throttled: 0 };
  const paces = new Map<AgentCoreCall, Pace>();
  const paceOf = (name: AgentCoreCall): Pace => {
    const pace = paces.get(name) ?? createPace(quotaOf(name, options.quotas), clock);
    paces.set(name, pace);
    return pace;
  };
  const attempt = async <Answer>(name: AgentCoreCall, send: Send<Answer>): Promise<AwsResult<Answer>> => {
    const pace = paceOf(name);
    const ticket = await pace.take(signal);
    const expired = (): Error =>
      new SyncError('cloud', 'timeout', `expected an answer within ${options.callSeconds} s`);
    const request = options.gate(() => options.limits.run(send, expired));
    const result: AwsResult<Answer> = await request.then(
      (value) => ({ ok: true, value }),
      (error: unknown) => ({ ok: false, failure: awsFailure(error) }),
    );
    const throttled = !result.ok && result.failure.kind === 'throttled';
    figures.calls += 1;
    if (throttled) figures.throttled += 1;
    if (throttled) pace.throttled(ticket);
    else pace.passed(ticket);
    signal.throwIfAborted();
    options.onCall(throttled);
    return result;
  };
  return {
    figures,
    call: async <Answer>(name: AgentCoreCall, send: Send<Answer>): Promise<CallResult<Answer>> => {
      const policy = { attempts: ATTEMPTS.throttled, ...BACKOFF, random: options.random, signal };
      try {
        return await retry(() => attempt(name, send), { ...policy, judge: createJudge<Answer>() }, clock);
      } catch (error) {
        if (signal.aborted) return { ok: false, failure: runOver };
        throw error;
      }
    },
  };
};
