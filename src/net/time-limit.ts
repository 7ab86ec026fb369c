import type { Clock } from './clock.ts';

export interface TimeLimit {
  readonly ms: number;
  readonly clock: Clock;
  /** The caller's own signal, whose reason is thrown when it is aborted first. */
  readonly signal?: AbortSignal | undefined;
  /** What is thrown when the time is over. */
  readonly expired: () => Error;
}

/**
 * Runs `work` within a time limit. The signal that it gets is aborted when the time is over or the caller's is; the
 * promise rejects then, even when `work` takes no notice.
 */
export const withTimeLimit = async <Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  limit: TimeLimit,
): Promise<Result> => {
  limit.signal?.throwIfAborted();
  const stop = new AbortController();
  const ended = new AbortController();
  const stopped = Promise.withResolvers<never>();
  const end = (reason: unknown): void => {
    stop.abort(reason);
    stopped.reject(reason);
  };
  const onAbort = (): void => end(limit.signal?.reason);
  limit.signal?.addEventListener('abort', onAbort, { once: true });
  limit.clock.sleep(limit.ms, ended.signal).then(
    () => end(limit.expired()),
    () => undefined,
  );
  try {
    return await Promise.race([work(stop.signal), stopped.promise]);
  } finally {
    ended.abort();
    limit.signal?.removeEventListener('abort', onAbort);
  }
};
