/** refresh as one long process, and as a scheduled job. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { expectCode, RETAIL, type Run, runDoor } from './cli.ts';
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

test('--loop renews, writes its health, takes up new files, and ends with 143 on SIGTERM', async () => {
  const bench = await startTokenBench();
  expectCode(await bench.run('apply --no-refresh'), 0);
  // Tokens of a minute are due again at once: rounds follow each other as closely as they may.
  bench.issuer.setLife(60);
  const { ended, stop } = loop(bench, '--interval 10');
  await until(() => expect(healthOf(bench)).toMatchObject({ ok: true, renewed: 3, failed: 0, nextSeconds: 10 }));
  const first = heldBy(bench);
  expect(Object.values(first)).not.toContain(undefined);
  bench.write(gatewayPath('late'), gatewayText('late', bench.issuer.discoveryUrl));
  expectCode(await bench.run('apply --no-refresh'), 0);
  await until(() => expect(healthOf(bench)).toMatchObject({ renewed: 4 }));
  expect(heldBy(bench)['/pricing/']).not.toBe(first['/pricing/']);
  stop();
  const run = expectCode(await ended, 143);
  expect(run.stderr).toMatch(/renewed +\/late\//);
  expect(run.stderr).toMatch(/Next round in 10 s\./);
  expect(run.stdout).toBe('');
  expect(shownSecrets(bench, run)).toEqual([]);
  expect(statSync(join(bench.folder, 'health.json')).isFile()).toBe(true);
});

test('a round that fails is told, and the loop goes on', async () => {
  const bench = await startTokenBench();
  expectCode(await bench.run('apply --no-refresh'), 0);
  bench.registry.setToken(bench.registry.token, { admin: true, expired: true });
  const { ended, stop } = loop(bench, '--interval 10');
  await until(() => expect(healthOf(bench)).toMatchObject({ ok: false, renewed: 0 }));
  bench.registry.setToken(bench.registry.token, { admin: true });
  await until(() => expect(healthOf(bench)).toMatchObject({ ok: true, renewed: 3 }));
  stop();
  expect(expectCode(await ended, 143).stderr).toMatch(/token is expired or wrong/);
});

test('SIGTERM in the middle of a round: what is under way is finished', async () => {
  const bench = await startTokenBench();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    bench.write(gatewayPath(name), gatewayText(name, bench.issuer.discoveryUrl));
  }
  expectCode(await bench.run('apply --no-refresh'), 0);
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
  expectCode(await bench.run('apply --no-refresh'), 0);
  bench.write('.github/workflows/refresh.yml', WORKFLOW(cron));
  const run = await runDoor('main', [], {
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
