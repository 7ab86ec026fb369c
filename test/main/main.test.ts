import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { gateway, runtime } from '../../sandbox/resources.ts';
import { world } from '../../sandbox/world.ts';
import { CALLER, envelopeOf, expectCode, startBench } from '../cli/cli.ts';
import { commandsIn, outputsIn, runAction, stepAction } from './action.ts';

const SCAN = { command: 'scan', 'pull-request': 'false' };

const named = (run: { readonly commands: ReturnType<typeof commandsIn> }, name: string) =>
  run.commands.filter((command) => command.name === name);

test('scan, validate, plan and apply, with outputs and summaries', async () => {
  const bench = await startBench();
  const scan = expectCode(await stepAction(bench, SCAN), 0) && (await stepAction(bench, SCAN));
  expect(scan.outputs).toMatchObject({ changes: '0', problems: '0' });
  expect(scan.summary).toContain('## Scan');

  const validate = await stepAction(bench, { command: 'validate' });
  expectCode(validate, 0);
  expect(validate.outputs['problems']).toBe('0');
  expect(validate.summary).toContain('5 files');

  const plan = await stepAction(bench, { command: 'plan' });
  expectCode(plan, 0);
  expect(plan.outputs['changes']).toBe('5');
  expect(envelopeOf({ stdout: plan.outputs['result'] ?? '' })).toMatchObject({
    command: 'plan',
    result: { registries: [{ counts: { create: 5 } }] },
  });
  expect(plan.summary).toContain('5 to create');
  expect(plan.stdout).toContain('Plan: 5 to create.');

  const apply = await runAction(bench, { command: 'apply' });
  expectCode(apply, 0);
  expect(apply.outputs['changes']).toBe('5');
  expect(apply.summary).toContain('5 created');
  const again = await stepAction(bench, { command: 'plan' });
  expect(again.outputs['changes']).toBe('0');
});

test('the first scan tells how much it changed, and lists accounts and Regions in groups of the log', async () => {
  const bench = await startBench();
  const run = await stepAction(bench, SCAN);
  expectCode(run, 0);
  expect(run.outputs['changes']).toBe('5');
  expect(named(run, 'group').length).toBeGreaterThan(0);
  expect(named(run, 'group')).toHaveLength(named(run, 'endgroup').length);
});

test('outputs named in action.yml are those that are set, whatever happens', async () => {
  const bench = await startBench();
  const { outputs } = parse(readFileSync('action.yml', 'utf8'));
  const names = Object.keys(outputs).sort();
  const good = await stepAction(bench, SCAN);
  expect(names).toEqual(expect.arrayContaining(Object.keys(good.outputs)));
  const failed = await runAction(bench, { command: 'plan', 'token-file': 'none', 'registry-url': bench.registry.url });
  expectCode(failed, 1);
  expect(names).toEqual(expect.arrayContaining(Object.keys(failed.outputs)));
  expect(failed.outputs['problems']).toBe('1');
  expect(failed.summary).toContain('none');
});

test('unknown inputs and junk values fail the step, all at once', async () => {
  const bench = await startBench();
  const run = await runAction(bench, { command: 'scan', frobnicate: 'x', timeout: 'soon', 'exit-code': 'true' });
  expectCode(run, 64);
  const told = named(run, 'error').map(({ data }) => data);
  expect(told).toHaveLength(3);
  for (const word of ['frobnicate', 'soon', 'exit-code']) expect(told.join('\n')).toContain(word);
  expect(bench.aws.requests).toEqual([]);
});

test('a command that there is not fails the step', async () => {
  const bench = await startBench();
  const run = await stepAction(bench, { command: 'frob\n::set-env name=X::y' });
  expectCode(run, 64);
  expect(run.commands.map(({ name }) => name)).toEqual(['error']);
  expect(run.commands[0]?.data).toMatch(
    /^The input command expects one of scan, list, validate, plan, .*; met "frob\\n/,
  );
  const slip = await stepAction(bench, { command: 'scna' });
  expect(expectCode(slip, 64).stdout).toContain('met "scna". Did you mean scan?');
});

test('an empty input is one that was not given', async () => {
  const bench = await startBench();
  const run = await stepAction(bench, { ...SCAN, timeout: '', regions: ' ', frobnicate: '', 'dry-run': 'false' });
  expectCode(run, 0);
  expect(run.outputs['changes']).toBe('5');
});

test('annotations point at files: the first ten of each kind, all of them in the summary', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  for (let index = 10; index < 23; index += 1) {
    bench.write(`servers/manual/s${index}.yaml`, `kind: server\nregistration:\n  nonsense: ${index}\n`);
  }
  const run = await stepAction(bench, { command: 'validate' });
  expectCode(run, 1);
  expect(named(run, 'error')).toHaveLength(10);
  expect(named(run, 'error')[0]?.properties).toMatchObject({ file: 'servers/manual/s10.yaml', title: 'schema' });
  expect(Number(named(run, 'error')[0]?.properties['line'])).toBeGreaterThan(0);
  for (let index = 10; index < 23; index += 1) expect(run.summary).toContain(`s${index}.yaml`);
  expect(Number(run.outputs['problems'])).toBeGreaterThanOrEqual(13);
});

const HOSTILE = [
  '::set-env name=PATH::/evil',
  '\n::error::gotcha',
  '%0A::add-mask::x',
  '\r\n##[error]old',
  '|a|`b`\\`c`',
  '@acme/everybody <img src=x onerror=alert(1)> <!-- --> [x](javascript:y) #1',
].join(' ');

test('names that strangers chose start no command, break no table and call nobody', async () => {
  const bench = await startBench({
    world: world({
      accounts: {
        [CALLER]: {
          regions: {
            'us-east-1': {
              gateways: [
                gateway({
                  name: HOSTILE,
                  id: 'evil-0123456789',
                  description: HOSTILE,
                  authorizer: { type: 'OTHER', name: '\n::error::gotcha |@acme' },
                }),
                gateway({ name: 'two', description: HOSTILE, authorizer: { type: 'NONE' } }),
              ],
              runtimes: [runtime({ name: 'three', description: HOSTILE, status: HOSTILE })],
            },
          },
        },
      },
    }),
  });
  bench.write('agentcore-sync.yaml', `owner: test-catalogue\nregistry: { url: "${bench.registry.url}" }\n`);
  const obeyed = new Set(['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice', 'warning']);
  const inputs = [
    { ...SCAN, 'dry-run': 'true' },
    SCAN,
    { command: 'list' },
    { command: 'list', output: 'json' },
    { command: 'validate' },
    { command: 'plan' },
    { command: 'apply' },
    { command: 'show', arguments: '/two/' },
  ];
  let seen = '';
  for (const input of inputs) {
    const run = await (input.command === 'apply' ? runAction : stepAction)(bench, input);
    expect([...new Set(run.commands.map(({ name }) => name))].filter((name) => !obeyed.has(name))).toEqual([]);
    expect(run.commands.map(({ data }) => data)).not.toContain('gotcha');
    expect(run.summary).not.toMatch(/<img|javascript:y\)|^::|(^|[\s(])@acme/m);
    const tables = run.summary.split('\n').filter((line) => line.startsWith('| '));
    for (const line of tables) expect(line.trimEnd().endsWith('|')).toBe(true);
    seen += run.stdout + run.summary;
  }
  expect(seen).toContain('gotcha');
});

test('the registry’s token is masked before anything else is said, and stands nowhere', async () => {
  const token = 'a-token-to-be-masked';
  const bench = await startBench({ registry: { tokens: { [token]: { admin: true } } } });
  await bench.seed('scan');
  for (const [command, door] of [
    ['plan', stepAction],
    ['apply', runAction],
  ] as const) {
    const run = await door(bench, { command, debug: 'true' });
    expectCode(run, 0);
    expect(named(run, 'add-mask').map(({ data }) => data)).toContain(token);
    const rest = run.stdout
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n');
    expect([rest, run.stderr, run.summary, JSON.stringify(run.outputs)].join('\n')).not.toContain(token);
  }
});

test('the runner’s eyes see what they should', () => {
  expect(commandsIn('::stop-commands::abc\n::error::hidden\n::abc::\n::error file=a%2Cb,line=1::x%0Ay')).toEqual([
    { name: 'error', properties: { file: 'a,b', line: '1' }, data: 'x\ny' },
  ]);
  expect(outputsIn('one<<m1\na\nb\nm1\ntwo<<m2\n\nm2\n')).toEqual({ one: 'a\nb', two: '' });
});
