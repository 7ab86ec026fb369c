import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  duePaths,
  type LoopDependencies,
  nextPlan,
  type RenewalPlan,
  type Renewed,
  refreshLoop,
  waitMs,
} from '../../src/credentials/refresh-loop.ts';
import { renewalTime } from '../../src/credentials/renewal.ts';
import { manualClock } from './fakes.ts';

const HOUR = 3_600_000;
const done = (path: string, obtainedAt: number, life = HOUR): Renewed => ({
  path,
  state: 'done',
  obtainedAt,
  expiresAt: obtainedAt + life,
});
const settings = { intervalMs: 2_700_000, random: () => 0 };

test('a token is renewed between 70 and 75 % of its life', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (life, random) => {
        const at = renewalTime({ obtainedAt: 1000, expiresAt: 1000 + life }, random) - 1000;
        expect(at).toBeGreaterThanOrEqual(0.6999 * life);
        expect(at).toBeLessThanOrEqual(0.75 * life);
      },
    ),
  );
  expect(renewalTime({ obtainedAt: 0 }, 0)).toBe(225_000);
});

test('what is renewed is due again by its own life, what failed after a back-off, what is gone not at all', () => {
  const first = nextPlan(
    new Map(),
    {
      renewed: [done('/a', 0), { path: '/b', state: 'failed' }, done('/gone', 0)],
      paths: ['/a', '/b', '/new'],
      now: 0,
    },
    settings,
  );
  expect([...first]).toEqual([
    ['/a', { dueAt: 0.75 * HOUR, failures: 0 }],
    ['/b', { dueAt: 30_000, failures: 1 }],
  ]);
  expect(duePaths(first, ['/a', '/b', '/new'], 0)).toEqual(['/b', '/new']);
  const second = nextPlan(
    first,
    { renewed: [{ path: '/b', state: 'failed' }], paths: ['/a', '/b'], now: 30_000 },
    settings,
  );
  expect(second.get('/b')).toEqual({ dueAt: 90_000, failures: 2 });
  expect(second.get('/a')).toEqual(first.get('/a'));
});

test('the wait ends with the first due, at the latest after the interval, and never at once', () => {
  const plan = (dueAt: number): RenewalPlan => new Map([['/a', { dueAt, failures: 0 }]]);
  expect(waitMs(plan(50_000), 0, HOUR)).toBe(50_000);
  expect(waitMs(plan(2 * HOUR), 0, HOUR)).toBe(HOUR);
  expect(waitMs(plan(0), 100, HOUR)).toBe(10_000);
  expect(waitMs(new Map(), 0, HOUR)).toBe(HOUR);
});

test('no back-off exceeds the interval', () => {
  let plan: RenewalPlan = new Map();
  for (let at = 0; at < 40; at += 1) {
    plan = nextPlan(plan, { renewed: [{ path: '/a', state: 'failed' }], paths: ['/a'], now: 0 }, settings);
  }
  expect(plan.get('/a')).toEqual({ dueAt: settings.intervalMs, failures: 40 });
});

interface Run {
  readonly rounds: { readonly minutes: number; readonly renewed: readonly string[]; readonly failed: boolean }[];
}

const run = async (overrides: Partial<LoopDependencies>, rounds: number): Promise<Run> => {
  const clock = manualClock(0);
  const stop = new AbortController();
  const met: Run['rounds'] = [];
  await refreshLoop({
    ...settings,
    clock,
    signal: stop.signal,
    paths: async () => ['/a'],
    renew: async (paths) => paths.map((path) => done(path, clock.now())),
    after: async ({ at, renewed, error }) => {
      met.push({ minutes: at / 60_000, renewed: renewed.map(({ path }) => path), failed: error !== undefined });
      if (met.length === rounds) stop.abort();
    },
    ...overrides,
  });
  return { rounds: met };
};

test('each token has its own rhythm, and new files are taken up with the next round', async () => {
  const lives: Record<string, number> = { '/a': HOUR, '/b': 4 * HOUR };
  let asked = 0;
  let now = () => 0;
  const clock = manualClock(0);
  now = clock.now;
  const { rounds } = await run(
    {
      clock,
      paths: async () => (asked++ === 0 ? ['/a'] : ['/a', '/b']),
      renew: async (paths) => paths.map((path) => done(path, now(), lives[path])),
    },
    5,
  );
  expect(rounds.map(({ minutes, renewed }) => [minutes, renewed])).toEqual([
    [0, ['/a']],
    [45, ['/a', '/b']],
    [90, ['/a']],
    [135, ['/a']],
    [180, ['/a']],
  ]);
});

test('a round that throws is told, and comes again after a back-off', async () => {
  let asked = 0;
  const { rounds } = await run(
    {
      paths: async () => {
        asked += 1;
        if (asked < 4) throw new Error('unreadable');
        return ['/a'];
      },
    },
    4,
  );
  expect(rounds).toEqual([
    { minutes: 0, renewed: [], failed: true },
    { minutes: 0.5, renewed: [], failed: true },
    { minutes: 1.5, renewed: [], failed: true },
    { minutes: 3.5, renewed: ['/a'], failed: false },
  ]);
});

test('the signal ends the wait, after the round under way was finished', async () => {
  const stop = new AbortController();
  const events: string[] = [];
  const clock = { ...manualClock(0), sleep: (_ms: number, signal?: AbortSignal) => Promise.reject(signal?.reason) };
  await refreshLoop({
    ...settings,
    clock,
    signal: stop.signal,
    paths: async () => ['/a'],
    renew: async (paths) => {
      stop.abort(new Error('SIGTERM'));
      await Promise.resolve();
      events.push('renewed');
      return paths.map((path) => done(path, 0));
    },
    after: async () => {
      events.push('after');
    },
  });
  expect(events).toEqual(['renewed', 'after']);
});
