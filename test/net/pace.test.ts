import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clock } from '../../src/net/clock.ts';
import { createPace } from '../../src/net/pace.ts';

interface Simulation {
  readonly calls: number;
  /** What AWS really lets through. */
  readonly quota: { readonly rate: number; readonly burst: number };
  readonly documented: number;
  readonly latencyMs: number;
}

interface Simulated {
  readonly seconds: number;
  readonly throttled: number;
  /** Seconds that the quota alone asks for. */
  readonly bound: number;
}

/** A clock in which nothing takes time but sleeping, and time passes when everybody sleeps. */
const virtualClock = (): Clock & { run(done: () => boolean): Promise<void> } => {
  let now = 0;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: now + ms, wake })),
    run: async (done) => {
      while (!done()) {
        for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
        const next = Math.min(...sleepers.map(({ at }) => at));
        if (done() || !Number.isFinite(next)) continue;
        now = Math.max(now, next);
        const due = sleepers.filter(({ at }) => at <= now);
        sleepers = sleepers.filter(({ at }) => at > now);
        for (const { wake } of due) wake();
      }
    },
  };
};

/** Sixteen workers make calls as a scan does, against a token bucket as AWS has it. */
const simulate = async ({ calls, quota, documented, latencyMs }: Simulation): Promise<Simulated> => {
  const clock = virtualClock();
  const pace = createPace({ rate: documented, burst: documented }, clock);
  let tokens = quota.burst;
  let at = 0;
  let throttled = 0;
  let left = calls;
  let working = 16;
  const admitted = (): boolean => {
    tokens = Math.min(quota.burst, tokens + ((clock.now() - at) / 1000) * quota.rate);
    at = clock.now();
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
  const call = async (): Promise<void> => {
    for (;;) {
      const ticket = await pace.take();
      await clock.sleep(latencyMs / 2);
      const passed = admitted();
      await clock.sleep(latencyMs / 2);
      if (passed) return pace.passed(ticket);
      throttled += 1;
      pace.throttled(ticket);
    }
  };
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await call();
    }
    working -= 1;
  };
  for (let index = 0; index < 16; index += 1) void worker();
  await clock.run(() => working === 0);
  return { seconds: clock.now() / 1000, throttled, bound: (calls - quota.burst) / quota.rate };
};

describe('a pace', () => {
  test.each([
    { calls: 60, quota: { rate: 5, burst: 5 }, documented: 5, latencyMs: 20 },
    { calls: 60, quota: { rate: 10, burst: 10 }, documented: 10, latencyMs: 20 },
    { calls: 60, quota: { rate: 10, burst: 10 }, documented: 10, latencyMs: 200 },
  ])('keeps a short scan in quota without a throttled call, close to its bound: %o', async (simulation) => {
    const { seconds, throttled, bound } = await simulate(simulation);
    expect(throttled).toBe(0);
    expect(seconds / bound).toBeLessThan(1.1);
  });

  test.each([
    { calls: 1000, quota: { rate: 10, burst: 10 }, documented: 10, latencyMs: 20 },
    { calls: 1000, quota: { rate: 5, burst: 5 }, documented: 5, latencyMs: 60 },
    { calls: 1000, quota: { rate: 10, burst: 1 }, documented: 10, latencyMs: 60 },
  ])('keeps a long scan at its quota with under one percent throttled: %o', async (simulation) => {
    const { seconds, throttled, bound } = await simulate(simulation);
    expect(throttled / simulation.calls).toBeLessThan(0.01);
    expect(seconds / bound).toBeLessThan(1.13);
  });

  test('finds a raised quota', async () => {
    const { seconds } = await simulate({ calls: 1500, quota: { rate: 50, burst: 50 }, documented: 10, latencyMs: 20 });
    expect(seconds).toBeLessThan(75);
  });

  test('comes down to a quota that others use too', async () => {
    const simulation = { calls: 400, quota: { rate: 3, burst: 3 }, documented: 10, latencyMs: 20 };
    const { seconds, throttled, bound } = await simulate(simulation);
    expect(seconds / bound).toBeLessThan(1.1);
    expect(throttled / simulation.calls).toBeLessThan(0.06);
  });

  test('several calls throttled at once count once', async () => {
    const pace = createPace({ rate: 10, burst: 10 }, virtualClock());
    const first = await pace.take();
    pace.passed(first);
    const tickets = [await pace.take(), await pace.take()];
    for (const ticket of tickets) pace.throttled(ticket);
    expect(pace.rate()).toBeCloseTo(8.5);
  });

  test('an aborted wait rejects with the reason, and those behind it go on', async () => {
    const clock = virtualClock();
    const pace = createPace({ rate: 1, burst: 1 }, clock);
    await pace.take().then(pace.passed);
    const controller = new AbortController();
    controller.abort(new Error('stop'));
    await expect(pace.take(controller.signal)).rejects.toThrow('stop');
    let taken = false;
    void pace.take().then(() => {
      taken = true;
    });
    await clock.run(() => taken);
    expect(clock.now()).toBe(1000);
  });

  test('whatever the quota, every call is made, and the time is near the bound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 20, max: 150 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 2, max: 200 }),
        async (calls, rate, burst, latencyMs) => {
          const { seconds, throttled, bound } = await simulate({
            calls,
            quota: { rate, burst },
            documented: 10,
            latencyMs,
          });
          // Never faster than AWS allows; slower at most by what the documented rate and a few back-offs cost.
          expect(seconds).toBeGreaterThanOrEqual(bound - latencyMs / 1000);
          expect(seconds).toBeLessThan((calls / Math.min(rate, 10)) * 1.35 + 3);
          // Back-offs from ten times the rate that AWS has: a grid over these quotas met 31 at most.
          expect(throttled).toBeLessThan(40);
        },
      ),
      { numRuns: 60 },
    );
  });
});
