/** Green only when good: what did nothing of what it was for must not look as if all were well. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Clock } from '../../src/net/clock.ts';
import { type Bench, configuration, envelopeOf, expectCode, rulesOf, startBench } from './cli.ts';
import { commandIn } from './in-process.ts';

test.each(['validate', 'plan', 'apply', 'refresh', 'verify'])(
  '%s fails where the directory that was named is not there',
  async (command) => {
    const bench = await startBench();
    await bench.seed('scan');
    const run = envelopeOf(expectCode(await bench.step(`${command} --directory nowhere --output json`), 1));
    expect(run.problems).toContainEqual(
      expect.objectContaining({
        rule: 'directory-missing',
        text: 'nowhere: expected the directory of the entries, met none.',
      }),
    );
    expect(bench.registry.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    // Everything that follows from it would send people the wrong way: raising a limit, for one.
    if (command === 'plan' || command === 'apply') expect(rulesOf(run)).toEqual(['directory-missing']);
  },
);

test('a new catalogue without any entry, and nothing of ours in the registry, is a notice and no failure', async () => {
  const bench = await startBench();
  for (const command of ['plan', 'apply']) {
    const run = envelopeOf(expectCode(await bench.step(`${command} --output json`), 0));
    expect(run.problems.map(({ rule, severity }) => `${severity} ${rule}`)).toContain('notice catalogue-empty');
  }
  expect((await bench.step('plan')).stdout).toBe(`Comparing servers/ with ${bench.registry.url}\nPlan: no changes.\n`);
});

test('an emptied catalogue stays an error while the registry holds anything of ours', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  await bench.seed('apply');
  for (const file of Object.keys(bench.files()).filter((name) => name.startsWith('servers/'))) bench.write(file, '');
  const run = envelopeOf(expectCode(await bench.step('apply --allow-deletes --output json'), 1));
  expect(rulesOf(run)).toContain('catalogue-empty');
});

const applied = async (): Promise<Bench> => {
  const bench = await startBench();
  await bench.seed('scan');
  await bench.seed('apply');
  return bench;
};

test('refresh and verify fail where nothing that needs a token has a client, until a person accepts that', async () => {
  const bench = await applied();
  for (const command of ['refresh', 'verify /pricing-us-east-1/']) {
    const run = expectCode(await bench.step(command), 1);
    expect(run.stderr).toMatch(/^error tokens-none\n {2}The one registration that needs a token has no client/m);
    expect(run.stdout).toContain('1 without a client.');
  }
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url, 'rules: { tokens-none: warning }\n'));
  expectCode(await bench.step('refresh'), 0);

  bench.write('agentcore-sync.yaml', configuration(bench.registry.url));
  const file = Object.keys(bench.files()).find((name) => /us-east-1\/gateways\/pricing/.test(name)) ?? '';
  bench.write(file, bench.read(file).replace(/^( {2}path: .*)$/m, '$1\n  enabled: false'));
  for (const command of ['refresh', 'verify /pricing-us-east-1/']) {
    const run = expectCode(await bench.step(`${command} --fail-on warning`), 0);
    expect(run.stderr).not.toContain('token');
    expect(run.stdout).toMatch(/^ {2}1 accepted$/m);
  }
});

test('the health file is not ok while no client covers anything, and tells that from failures', async () => {
  const bench = await applied();
  const stop = new AbortController();
  const clock: Clock = {
    now: () => Date.now(),
    sleep: async (ms, signal) => {
      if (ms > 10_000) return new Promise((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
      stop.abort(new Error('SIGTERM'));
      signal?.throwIfAborted();
    },
  };
  await commandIn(bench, {
    command: 'refresh',
    given: { loop: true, interval: '10', healthFile: 'health.json' },
    clock,
    signal: stop.signal,
    environment: bench.environment,
  });
  expect(JSON.parse(readFileSync(join(bench.folder, 'health.json'), 'utf8'))).toMatchObject({
    ok: false,
    renewed: 0,
    failed: 0,
    uncovered: 1,
  });
});

test('a catalogue of conflicts is told as one', async () => {
  const bench = await applied();
  bench.write(
    'agentcore-sync.yaml',
    configuration(bench.registry.url).replace('owner: test-catalogue', 'owner: somebody-else'),
  );
  const run = expectCode(await bench.step('plan'), 1);
  expect(run.stdout).toMatch(/^Plan: 5 conflicts\.$/m);
  expect(run.stdout).toContain('the owner "test-catalogue": --take-over-from takes it over');
  // Each names its file as a terminal opens it, once.
  expect(run.stderr.replaceAll(/\s+/g, ' ')).toMatch(
    /servers\/222222222222\/eu-west-1\/runtimes\/customs-\w+\.yaml \/customs is left out: its path is held by the owner/,
  );
});

test('merge conflict markers are named, once', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const [file = ''] = Object.keys(bench.files()).filter((name) => name.startsWith('servers/'));
  const text = bench.read(file);
  bench.write(file, `${text}<<<<<<< HEAD\n  tags: [a]\n=======\n  tags: [b]\n>>>>>>> other\n`);
  const { problems } = envelopeOf(expectCode(await bench.step('validate --output json'), 1));
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    {
      rule: 'file-syntax',
      place: { file, line: text.split('\n').length, column: 1 },
      text: expect.stringContaining('Merge conflict markers'),
    },
  ]);
});
