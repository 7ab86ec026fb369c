import type { Clock } from './clock.ts';

/** Gives every piece of work the same time. */
export interface TimeLimits {
  /**
   * Runs `work` within the limit. The signal that it gets is aborted when the time is over or the run is stopped; the
   * promise rejects then with `expired()`, or the reason of the run's signal, even when `work` takes no notice.
   */
  run<Result>(work: (signal: AbortSignal) => Promise<Result>, expired: () => Error): Promise<Result>;
}

interface Pending {
  readonly deadline: number;
  readonly expired: () => Error;
  stop(reason: unknown): void;
}

/**
 * Time limits of `ms` milliseconds, watched by one timer for all: a scan makes a thousand calls a second, and to set and
 * clear a timer for each costs more than the rest of a limit. `signal` stops everything.
 */
export const createTimeLimits = (ms: number, clock: Clock, signal?: AbortSignal): TimeLimits => {
  /** In the order of their deadlines, since all have the same time. */
  const pending = new Set<Pending>();
  let idle = new AbortController();
  let watching = false;
  const watch = async (): Promise<void> => {
    watching = true;
    const { signal: idleSignal } = idle;
    for (let [oldest] = pending; oldest !== undefined; [oldest] = pending) {
      const now = clock.now();
      if (oldest.deadline <= now) oldest.stop(oldest.expired());
      else await clock.sleep(oldest.deadline - now, idleSignal);
    }
  };
  const rest = (): void => {
    watching = false;
    idle.abort();
    idle = new AbortController();
  };
  signal?.addEventListener('abort', () => {
    for (const entry of pending) entry.stop(signal.reason);
  });
  return {
    run: async (work, expired) => {
      signal?.throwIfAborted();
      const controller = new AbortController();
      const stopped = Promise.withResolvers<never>();
      const entry: Pending = {
        deadline: clock.now() + ms,
        expired,
        stop: (reason) => {
          pending.delete(entry);
          controller.abort(reason);
          stopped.reject(reason);
        },
      };
      pending.add(entry);
      if (!watching) watch().catch(() => undefined);
      try {
        return await Promise.race([work(controller.signal), stopped.promise]);
      } finally {
        pending.delete(entry);
        if (pending.size === 0) rest();
      }
    },
  };
};
