/** refresh as one long process, and as a scheduled job. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Clock } from '../../src/net/clock.ts';
import { expectCode, RETAIL, type Run } from './cli.ts';
import { actionIn, commandIn } from './in-process.ts';
import { gatewayPath, gatewayText, heldBy, shownSecrets, startTokenBench, type TokenBench } from './issuers.ts';

interface Health {
  readonly at: string;
  readonly ok: boolean;
  readonly renewed: number;
  readonly failed: number;
  readonly nextSeconds: number;
}

const isHealth = (value: unknown): value is Health => typeof value === 'object' && value !== null && 'renewed' in value;

const healthOf = ({ folder }: TokenBench): Health | undefined => {
  const file = join(folder, 'health.json');
  const value: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return isHealth(value) ? value : undefined;
};

const loop = (bench: TokenBench, words = '') => {
  const children: ChildProcess[] = [];
  const ended: Promise<Run> = bench.run(`refresh --loop --no-scan --health-file health.json ${words}`.trim(), {
    onStart: (child) => children.push(child),
  });
  return { ended, stop: () => children.forEach((child) => void child.kill('SIGTERM')) };
};

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 50 });

/** Seconds between two rounds. */
const INTERVAL = 10;

/**
 * The loop in this process, on a clock that stands still but for the waits between rounds: `waits` are what happens in
 * them, one after the other; then the loop is told to end. Gives what it wrote.
 */
const loopHere = async (bench: TokenBench, waits: readonly (() => Promise<void> | void)[]): Promise<string> => {
  const stop = new AbortController();
  const left = [...waits];
  let [now, written] = [Date.now(), ''];
  const clock: Clock = {
    now: () => now,
    sleep: async (ms, signal) => {
      // Longer ones are limits of calls.
      if (ms > INTERVAL * 1000)
        return new Promise((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
      now += ms;
      const next = left.shift();
      await next?.();
      if (next === undefined) stop.abort(new Error('SIGTERM'));
      signal?.throwIfAborted();
    },
  };
  await commandIn(bench, {
    command: 'refresh',
    given: { loop: true, scan: 'false', healthFile: 'health.json', interval: String(INTERVAL) },
    clock,
    signal: stop.signal,
    terminal: {
      ...{ width: 120, colour: false, live: false, log: () => undefined },
      write: (text) => {
        written += text;
      },
    },
  });
  expect(left).toEqual([]);
  return written;
};

test('--loop renews, writes its health, takes up new files, and ends with 143 on SIGTERM', async () => {
  const bench = await startTokenBench();
  await bench.seed('apply', { refresh: 'false' });
  // Tokens of a minute are due again at once: rounds follow each other as closely as they may.
  bench.issuer.setLife(60);
  let first = heldBy(bench);
  const written = await loopHere(bench, [
    async () => {
      expect(healthOf(bench)).toMatchObject({ ok: true, renewed: 3, failed: 0, nextSeconds: INTERVAL });
      first = heldBy(bench);
      expect(Object.values(first)).not.toContain(undefined);
      bench.write(gatewayPath('late'), gatewayText('late', bench.issuer.discoveryUrl));
      await bench.seed('apply', { refresh: 'false' });
    },
    () => {
      expect(healthOf(bench)).toMatchObject({ renewed: 4 });
      expect(heldBy(bench)['/pricing/']).not.toBe(first['/pricing/']);
    },
  ]);
  expect(written).toMatch(/renewed +\/late\//);
  expect(written.match(/Next round in 10 s\./g)).toHaveLength(3);

  rmSync(join(bench.folder, 'health.json'));
  const { ended, stop } = loop(bench, `--interval ${INTERVAL}`);
  await until(() => expect(healthOf(bench)).toMatchObject({ ok: true, renewed: 4, nextSeconds: INTERVAL }));
  stop();
  const run = expectCode(await ended, 143);
  expect(run.stderr).toMatch(/renewed +\/late\//);
  expect(run.stderr).toMatch(/Next round in 10 s\./);
  expect(run.stdout).toMatch(/^Renewing tokens at http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(shownSecrets(bench, run)).toEqual([]);
  expect(statSync(join(bench.folder, 'health.json')).isFile()).toBe(true);
});

test('a round that fails is told, and the loop goes on', async () => {
  const bench = await startTokenBench();
  await bench.seed('apply', { refresh: 'false' });
  bench.registry.setToken(bench.registry.token, { admin: true, expired: true });
  const written = await loopHere(bench, [
    () => {
      expect(healthOf(bench)).toMatchObject({ ok: false, renewed: 0 });
      bench.registry.setToken(bench.registry.token, { admin: true });
    },
    () => expect(healthOf(bench)).toMatchObject({ ok: true, renewed: 3 }),
  ]);
  expect(written).toMatch(/token is expired or wrong/);
});

test('SIGTERM in the middle of a round: what is under way is finished', async () => {
  const bench = await startTokenBench();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    bench.write(gatewayPath(name), gatewayText(name, bench.issuer.discoveryUrl));
  }
  await bench.seed('apply', { refresh: 'false' });
  bench.registry.setLatency(300);
  const { ended, stop } = loop(bench, '--concurrency 1');
  await until(() => expect(Object.values(heldBy(bench)).filter((one) => one !== undefined)).not.toHaveLength(0));
  stop();
  const run = expectCode(await ended, 143);
  const held = Object.values(heldBy(bench)).filter((one) => one !== undefined).length;
  expect(run.stderr).toMatch(new RegExp(`Tokens: ${held} renewed\\.`));
  expect(run.stderr).toMatch(/registrations were not looked at/);
  expect(healthOf(bench)).toMatchObject({ renewed: held });
});

const WORKFLOW = (cron: string): string => `on:\n  schedule:\n    - cron: '${cron}'\njobs: {}\n`;

test.each([
  ['a schedule that leaves a gap', '7 */4 * * *', true],
  ['a schedule that is close enough', '*/20 * * * *', false],
])('in Actions, %s is compared with the shortest life', async (_, cron, warns) => {
  const bench = await startTokenBench();
  await bench.seed('apply', { refresh: 'false' });
  bench.write('.github/workflows/refresh.yml', WORKFLOW(cron));
  const run = await actionIn({
    folder: bench.folder,
    environment: {
      ...bench.environment,
      INPUT_COMMAND: 'refresh',
      INPUT_ARGUMENTS: `/pricing/ ${gatewayPath('orders', RETAIL)}`,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKFLOW_REF: 'acme/catalogue/.github/workflows/refresh.yml@refs/heads/main',
    },
  });
  expectCode(run, 0);
  expect(run.stdout).toContain('Tokens: 2 renewed.');
  expect(run.stdout.includes('token-expires')).toBe(warns);
  if (warns) expect(run.stdout).toMatch(/lives 1 h, and the workflow's schedule leaves up to 4 h/);
});
