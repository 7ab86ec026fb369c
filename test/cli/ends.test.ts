/** Runs that do not go to their end, and runs of which a part fails. */

import type { ChildProcess } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { contentsOf } from '../../sandbox/world.ts';
import { envelopeOf, expectCode, LOGISTICS, onlyRegistry, RETAIL, startBench } from './cli.ts';

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('%s ends a scan with %i, and no file has changed', async (signal, code) => {
  const started: ChildProcess[] = [];
  const bench = await startBench({
    aws: {
      latencyMs: 50,
      now: () => {
        started.shift()?.kill(signal);
        return Date.now();
      },
    },
  });
  const before = bench.files();
  const run = await bench.run('scan', { onStart: (child) => started.push(child) });
  expect(expectCode(run, code).stderr).not.toMatch(/\n\s+at /);
  expect(bench.files()).toEqual(before);
});

test('SIGTERM ends apply while the registry never answers a write, and says so of that write', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const started: ChildProcess[] = [];
  const fault = { kind: 'hang', when: 'before' } as const;
  bench.registry.faults.add({ method: 'POST', path: '/api/servers/register', fault });
  const watch = setInterval(() => {
    if (bench.registry.requests.some(({ path }) => path === '/api/servers/register')) started.shift()?.kill('SIGTERM');
  }, 20);
  const run = await bench.run('apply', { onStart: (child) => started.push(child) });
  clearInterval(watch);
  expect(expectCode(run, 143).stderr).toContain('the run was ended while it waited to try again');
});

test('sync goes on without an account that denies, and takes nothing of it away', async () => {
  const bench = await startBench();
  expectCode(await bench.step('sync'), 0);
  const before = bench.registry.records();
  bench.aws.setFaults([{ account: LOGISTICS, service: 'sts', call: 'AssumeRole', effect: 'deny' }]);
  for (const one of contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' }).gateways) {
    one.description = 'Prices and promotions';
  }
  const { problems } = envelopeOf(expectCode(await bench.step('sync --allow-deletes --output json'), 1));
  expect(problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(['account-denied']);
  const after = bench.registry.records();
  expect(after.servers.map(({ path }) => path)).toEqual(before.servers.map(({ path }) => path));
  expect(after.agents).toEqual(before.agents);
  expect(JSON.stringify(after.servers)).toContain('Prices and promotions');
});

test('every account denied: nothing is removed, and nothing is registered anew', async () => {
  const bench = await startBench();
  expectCode(await bench.step('sync'), 0);
  const [files, records] = [bench.files(), bench.registry.records()];
  bench.aws.setFaults([{ service: 'sts', call: 'AssumeRole', effect: 'deny' }]);
  expectCode(await bench.step('sync --allow-deletes'), 1);
  expect(bench.files()).toEqual(files);
  expect(bench.registry.records()).toEqual(records);
});

test('a registry that fails half of the calls: the rest is done, and the next run does what is left', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const fault = { kind: 'answer', status: 400, body: '{"error":"no","reason":"not today"}' } as const;
  bench.registry.faults.add({ method: 'POST', path: '/api/servers/register', times: 2, fault });
  const first = envelopeOf(expectCode(await bench.step('apply --concurrency 1 --output json'), 1));
  expect(onlyRegistry(first.result)).toMatchObject({ counts: { done: 3, failed: 2 } });
  expect(first.problems.map(({ text }) => text).join()).toContain('not today');
  expectCode(await bench.step('apply'), 0);
  expectCode(await bench.step('plan --exit-code'), 0);
});

test('plan --against compares with a commit: no token, no network, settings of that commit', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...words], {
      cwd: bench.folder,
      encoding: 'utf8',
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', 'Base');
  const file = Object.keys(bench.files()).find((name) => name.startsWith('servers/') && name.includes('routing')) ?? '';
  bench.write(file, `${bench.read(file)}  description: By hand\n`);
  bench.write('agentcore-sync.yaml', 'owner: somebody-else\n');
  bench.write('.token', '');
  await bench.registry.close();
  const asked = bench.aws.requests.length;
  const { result } = envelopeOf(expectCode(await bench.step('plan --against HEAD --output json'), 0));
  expect(onlyRegistry(result)).toMatchObject({ counts: { create: 0, update: 1, delete: 0, unchanged: 4 } });
  expect(bench.aws.requests).toHaveLength(asked);
  expect(expectCode(await bench.step('plan --against HEAD --exit-code'), 2).stdout).toContain('By hand');
  expect(expectCode(await bench.step('plan --against nowhere'), 64).stderr).toContain('nowhere');
});
