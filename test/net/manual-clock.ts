import type { Clock } from '../../src/net/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is moved; `waits` lists every sleep that was asked for, in milliseconds. */
export interface ManualClock extends Clock {
  readonly waits: readonly number[];
  advance(ms: number): void;
}

export const manualClock = (start = 0): ManualClock => {
  let now = start;
  const waits: number[] = [];
  const sleepers = new Set<Sleeper>();
  return {
    waits,
    now: () => now,
    sleep: (ms, signal) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        waits.push(ms);
        const sleeper: Sleeper = { at: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      }),
    advance: (ms) => {
      now += ms;
      for (const sleeper of [...sleepers].sort((a, b) => a.at - b.at)) {
        if (sleeper.at > now) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
  };
};

/** A clock whose sleeps end at once and move the time on. */
export const jumpingClock = (start = 0): Clock & { readonly waits: readonly number[] } => {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    sleep: (ms, signal) => {
      if (signal?.aborted) return Promise.reject(signal.reason);
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
};
