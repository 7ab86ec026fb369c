import { setTimeout as delay } from 'node:timers/promises';

/** Time as this project uses it; injected wherever something waits, so that tests never do. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      // Node rejects with an error of its own, whatever the signal's reason is.
      throw signal?.aborted === true ? signal.reason : error;
    }
  },
};
