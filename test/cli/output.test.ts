import { expect, test } from 'vitest';
import { gateway, runtime } from '../../sandbox/resources.ts';
import { world } from '../../sandbox/world.ts';
import { type Bench, CALLER, envelopeOf, expectCode, startBench } from './cli.ts';

const ESCAPE = '\u001b';

const scanned = async (): Promise<Bench> => {
  const bench = await startBench();
  await bench.seed('scan');
  return bench;
};

test('every command gives one JSON document on standard output, diagnostics on standard error', async () => {
  const bench = await scanned();
  for (const words of ['list', 'scan', 'validate', 'plan', 'show /pricing/', 'apply', 'sync', 'sync --dry-run']) {
    const door = words === 'apply' ? bench.run : bench.step;
    const run = expectCode(await door(`${words} --output json`, { environment: { FORCE_COLOR: '1' } }), 0);
    const envelope = envelopeOf(run);
    expect(envelope.command).toBe(words.split(' ')[0]);
    expect(envelope.result).not.toBeNull();
    expect(run.stdout).not.toContain(ESCAPE);
    // What is known is counted in the text, and is no news.
    for (const { rule, standing } of envelope.problems) if (standing === undefined) expect(run.stderr).toContain(rule);
  }
});

test('a failed command gives one JSON document too', async () => {
  const bench = await scanned();
  bench.write('.token', '');
  const run = expectCode(await bench.step('plan --output json'), 1);
  expect(envelopeOf(run)).toMatchObject({
    form: 2,
    command: 'plan',
    result: { registries: [{ name: 'default', state: 'failed', changes: [], ours: 0 }] },
  });
  expect(envelopeOf(run).problems.map(({ severity }) => severity)).toContain('error');
});

test.each([
  [{}, false, 'run'],
  [{ NO_COLOR: '1' }, false, 'step'],
  [{ FORCE_COLOR: '1' }, true, 'run'],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, 'step'],
  [{ FORCE_COLOR: '0' }, false, 'step'],
] as const)('colours with %j: %s', async (environment, coloured, door) => {
  const bench = await scanned();
  const { stdout, stderr } = expectCode(await bench[door]('plan', { environment }), 0);
  expect(stdout.includes(ESCAPE)).toBe(coloured);
  expect(stderr.includes(ESCAPE)).toBe(coloured);
});

test('a stack is printed with --debug alone', async () => {
  const bench = await scanned();
  bench.write('.token', '');
  const quiet = expectCode(await bench.step('plan'), 1);
  expect(quiet.stdout + quiet.stderr).not.toMatch(/^\s+at /m);
  expect(quiet.stderr).toContain('.token');
  const loud = expectCode(await bench.step('plan --debug'), 1);
  expect(loud.stderr).toMatch(/^\s+at /m);
  expect(loud.stdout).not.toMatch(/^\s+at /m);
});

test('text of AWS moves no cursor and hides nothing', async () => {
  const hostile = `${ESCAPE}]0;owned\u0007${ESCAPE}[2Jgone\r\u202eevil\u200b`;
  const bench = await startBench({
    world: world({
      accounts: {
        [CALLER]: {
          regions: {
            'us-east-1': {
              gateways: [gateway({ name: 'one', description: hostile, tags: { team: hostile } })],
              runtimes: [runtime({ name: 'two', description: hostile, status: hostile })],
            },
          },
        },
      },
    }),
  });
  bench.write('agentcore-sync.yaml', `owner: test-catalogue\nregistry: { url: "${bench.registry.url}" }\n`);
  const runs = [];
  for (const words of [
    'list',
    'scan --dry-run',
    'scan',
    'validate',
    'plan',
    'apply',
    'show /one/',
    'list --output json',
  ]) {
    runs.push(await (words === 'list' ? bench.run(words) : bench.step(words)));
  }
  for (const { stdout, stderr } of runs) {
    for (const unseen of [ESCAPE, '\u0007', '\r', '\u202e', '\u200b']) {
      expect(stdout.includes(unseen) || stderr.includes(unseen)).toBe(false);
    }
    expect(stderr).not.toContain('unexpected');
  }
});

test('a reader that goes away early is no error to report', async () => {
  const bench = await scanned();
  const run = await bench.run('list', { onStart: (child) => child.stdout?.destroy() });
  expect(run.stderr).not.toMatch(/EPIPE|\n\s+at /);
});
