import type { Clock } from '../../src/net/clock.ts';

/** A clock that stands still until it is moved; waiting moves it. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
  /** What was waited for, in milliseconds. */
  readonly slept: readonly number[];
}

export const manualClock = (start = Date.UTC(2026, 10, 21, 8)): ManualClock => {
  let now = start;
  const slept: number[] = [];
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
    advance: (ms) => {
      now += ms;
    },
    slept,
  };
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An unsigned JWT with the given claims: enough for what reads times from it. */
export const jwtOf = (claims: Readonly<Record<string, unknown>>): string =>
  `${part({ alg: 'none' })}.${part(claims)}.c2lnbmF0dXJl`;
