/** Of a run `--only` keeps a part: the whole is planned, and nothing is taken for gone that was only left out. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gateway } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import {
  type Bench,
  configuration,
  envelopeOf,
  expectCode,
  LOGISTICS,
  onlyRegistry,
  RETAIL,
  rulesOf,
  startBench,
} from './cli.ts';

const scanned = async (more = ''): Promise<Bench> => {
  const bench = await startBench({});
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url, more));
  await bench.seed('scan');
  return bench;
};
const pathsOf = (bench: Bench): string[] => {
  const { servers, agents } = bench.registry.records();
  return [...servers, ...agents].map(({ path }) => path).sort();
};
const changesOf = (run: { readonly stdout: string }): string[] => {
  const { result } = envelopeOf(run);
  return (onlyRegistry(result)['changes'] as { action: string; path: string }[]).map(
    ({ action, path }) => `${action} ${path}`,
  );
};
/** But for the open gateways, which every run of this world tells. */
const told = (run: { readonly stdout: string }): string[] =>
  rulesOf(envelopeOf(run)).filter((rule) => rule !== 'gateway-open');
const fileOf = (bench: Bench, part: string): string =>
  Object.keys(bench.files()).find((name) => name.includes(part)) ?? '';

test('plan, apply and show do what matches, and say what was left out', async () => {
  const owners = `owners: { "${LOGISTICS}": [carol] }\ndefaults: [{ match: { account: "${RETAIL}", kind: gateway }, owners: ["@acme/shop"] }]\n`;
  const bench = await scanned(owners);
  expect(changesOf(expectCode(await bench.step(`plan --only account=${LOGISTICS} --output json`), 0))).toEqual([
    'create /customs',
    'create /routing/',
  ]);
  expect(changesOf(expectCode(await bench.step('plan --only owner=carol,kind=gateway --output json'), 0))).toEqual([
    'create /routing/',
  ]);
  expect(changesOf(expectCode(await bench.step('plan --only owner=@acme/* --output json'), 0))).toEqual([
    'create /pricing-us-east-1/',
    'create /pricing/',
  ]);
  const applied = expectCode(await bench.step('apply --only path=/routing,path=/customs'), 0);
  expect(applied.stderr).toContain('--only left out 3 of 5 registrations, 3 of them with changes.');
  expect(pathsOf(bench)).toEqual(['/customs', '/routing/']);
  const shown = envelopeOf(expectCode(await bench.step('show --only kind=runtime,region=eu-* --output json'), 0));
  expect(shown.result).toMatchObject([{ path: '/customs' }]);
  const nothing = expectCode(await bench.step('plan --only acount=1 --output json'), 64);
  expect(told(nothing)).toEqual(['option-value']);
  for (const command of ['plan', 'apply', 'show', 'validate', 'refresh', 'verify']) {
    const run = expectCode(await bench.step(`${command} --only name=nobody --output json`), 1);
    expect(told(run), command).toContain('entry-unknown');
  }
});

test('no narrowing deletes, and none gets around a limit', async () => {
  const bench = await scanned('limits: { deletes: 1 }\n');
  expectCode(await bench.step('apply'), 0);
  const all = pathsOf(bench);
  expect(changesOf(expectCode(await bench.step('plan --only path=/routing/ --output json'), 0))).toEqual([
    'unchanged /routing/',
  ]);
  expectCode(await bench.step('apply --allow-deletes --only kind=target,kind=gateway'), 0);
  expect(pathsOf(bench)).toEqual(all);

  for (const part of ['routing', 'customs', 'stock']) rmSync(join(bench.folder, fileOf(bench, part)));
  const over = expectCode(await bench.step('apply --allow-deletes --only path=/routing --output json'), 1);
  expect(told(over)).toContain('limit-deletes');
  expect(pathsOf(bench)).toEqual(all);
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url, 'limits: { deletes: 3 }\n'));
  expectCode(await bench.step('apply --allow-deletes --only path=/routing'), 0);
  expect(pathsOf(bench)).toEqual(all.filter((path) => path !== '/routing/'));
  expectCode(await bench.step(`apply --allow-deletes --only account=${LOGISTICS}`), 0);
  expect(pathsOf(bench)).toEqual(all.filter((path) => path !== '/routing/' && path !== '/customs'));
});

test('scan and list look at what matches, and remove nothing else', async () => {
  const bench = await scanned();
  const before = Object.keys(bench.files()).sort();
  const there = contentsOf(bench.aws.world, { account: LOGISTICS, region: 'us-east-1' });
  for (const one of there.gateways) one.description = 'Carriers';
  contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' }).runtimes = [];
  const listed = envelopeOf(expectCode(await bench.step('list --only kind=runtime --output json'), 0)).result;
  expect((listed as { resources: { kind: string }[] }).resources.map(({ kind }) => kind)).toEqual(['runtime']);
  const routing = fileOf(bench, 'routing');
  const run = envelopeOf(expectCode(await bench.step(`scan --only file=${routing} --output json`), 0));
  expect(run.result).toMatchObject({ changes: [{ action: 'update' }] });
  expect(Object.keys(bench.files()).sort()).toEqual(before);
  expect(bench.read(routing)).toContain('Carriers');
});

test('scan and list go by the paths and owners of the entries at hand: what has none yet matches none', async () => {
  const bench = await scanned(`owners: { "${LOGISTICS}": [carol] }\n`);
  const there = contentsOf(bench.aws.world, { account: LOGISTICS, region: 'us-east-1' });
  for (const one of there.gateways) one.description = 'Carriers';
  there.gateways.push(gateway({ name: 'newcomer', authorizer: { type: 'NONE' } }));
  contentsOf(bench.aws.world, { account: LOGISTICS, region: 'eu-west-1' }).runtimes = [];
  const from = bench.aws.requests.length;
  const listed = envelopeOf(expectCode(await bench.step('list --only path=/routing --output json'), 0));
  expect(listed.result).toMatchObject({ resources: [{ name: 'routing' }] });
  expect(JSON.stringify(bench.aws.requests.slice(from))).not.toContain(RETAIL);
  const changesBy = async (only: string) => {
    const { result } = envelopeOf(expectCode(await bench.step(`scan --dry-run --only ${only} --output json`), 0));
    return (Object(result).changes as { action: string; path: string }[]).map(
      ({ action, path }) => `${action} ${path.split('/').at(-1)?.split('-')[0]}`,
    );
  };
  expect(await changesBy('path=/pricing*')).toEqual([]);
  expect(await changesBy('path=/routing/')).toEqual(['update routing']);
  expect(await changesBy('owner=carol,kind=gateway')).toEqual(['update routing']);
  expect((await changesBy('owner=carol')).sort()).toEqual(['delete customs', 'update routing']);
  expect(await changesBy(`account=${LOGISTICS},kind=gateway`)).toHaveLength(2);
  for (const command of ['scan', 'list']) {
    const run = expectCode(await bench.step(`${command} --only owner=nobody --output json`), 1);
    expect(told(run), command).toEqual(['entry-unknown']);
  }
});

test('validate judges all, and shows what concerns the files that are named', async () => {
  const bench = await scanned();
  const [routing, customs] = [fileOf(bench, 'routing'), fileOf(bench, 'customs')];
  bench.write(routing, `${bench.read(routing)}  nonsense: 1\n`);
  bench.write(
    'servers/manual/a.yaml',
    'kind: agent\nregistration: { path: /customs, name: A, url: "https://a.example.com/" }\n',
  );
  expect(told(expectCode(await bench.step('validate --output json'), 1)).sort()).toEqual(['path-taken', 'schema']);
  expect(told(expectCode(await bench.step(`validate ${routing} --output json`), 1))).toEqual(['schema']);
  // The later of two files that want one path is the one that is told: it concerns the other one too.
  expect(told(expectCode(await bench.step(`validate ${customs} --output json`), 1))).toEqual(['path-taken']);
  expect(told(expectCode(await bench.step('validate servers/manual/a.yaml --output json'), 1))).toEqual(['path-taken']);
  expectCode(await bench.step(`validate ${fileOf(bench, 'pricing')} ./agentcore-sync.yaml`), 0);
  expect(told(expectCode(await bench.step('validate servers/none.yaml --output json'), 1))).toEqual(['entry-unknown']);
  expect(told(expectCode(await bench.step(`validate --only account=${RETAIL} --output json`), 0))).toEqual([]);
});

test('validate and doctor tell which lines CODEOWNERS lacks', async () => {
  const bench = await scanned(`owners: { "${LOGISTICS}": ["@acme/logistics"] }\n`);
  expect(told(expectCode(await bench.step('validate --output json'), 0))).toEqual([]);
  const none = expectCode(await bench.step('doctor --checks github'), 1);
  expect(none.stdout).toContain('there is no CODEOWNERS');
  bench.write('.github/CODEOWNERS', '* @acme/platform\n');
  const lacking = envelopeOf(expectCode(await bench.step('validate --output json'), 0));
  expect(lacking.problems.filter(({ rule }) => rule !== 'gateway-open')).toMatchObject([
    { rule: 'code-owners', lines: [`/servers/${LOGISTICS}/ @acme/logistics`] },
  ]);
  expect(expectCode(await bench.step('doctor --checks github'), 1).stdout).toContain('does not ask for review');
  bench.write('.github/CODEOWNERS', `* @acme/platform\n/servers/${LOGISTICS}/ @acme/logistics\n`);
  expect(told(expectCode(await bench.step('validate --output json'), 0))).toEqual([]);
  expect(expectCode(await bench.step('doctor --checks github'), 0).stdout).toContain('.github/CODEOWNERS asks them');
});
