import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';
import type { RegistryOptions } from '../../sandbox/registry/registry.ts';
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

const KINDS = [
  { name: 'older, file', registry: { version: 'older', backend: 'file' } },
  { name: 'older, mongo', registry: { version: 'older', backend: 'mongo' } },
  { name: 'newer', registry: { version: 'newer' } },
] as const satisfies readonly { name: string; registry: RegistryOptions }[];

const PATHS = ['/customs', '/pricing-us-east-1/', '/pricing/', '/routing/', '/stock/'];

const writesOf = (bench: Bench) => bench.registry.requests.filter(({ method }) => method !== 'GET');
const pathsOf = (bench: Bench): string[] => {
  const { servers, agents } = bench.registry.records();
  return [...servers, ...agents].map(({ path }) => path).sort();
};
const actionsOf = (changes: unknown): string[] =>
  Array.isArray(changes) ? changes.map(({ action, path }) => `${action} ${path}`).sort() : [];

/** A bench whose catalogue has been written. */
const scannedBench = async (registry: RegistryOptions = {}): Promise<Bench> => {
  const bench = await startBench({ registry });
  await bench.seed('scan');
  return bench;
};

test.each(KINDS)('$name: plan, apply, an empty second plan, and a week later what changed', async ({ registry }) => {
  const bench = await scannedBench(registry);
  const first = expectCode(await bench.step('plan --exit-code'), 2);
  for (const path of PATHS) expect(first.stdout).toContain(path);
  expect(first.stdout).toContain('Plan: 5 to create.');
  expect(writesOf(bench)).toEqual([]);

  const applied = expectCode(await bench.step('apply'), 0);
  expect(applied.stdout).toContain('Applied: 5 created.');
  expect(pathsOf(bench)).toEqual(PATHS);

  bench.registry.settle();
  const written = writesOf(bench).length;
  const second = expectCode(await bench.step('plan --exit-code'), 0);
  expect(second.stdout).toContain('Plan: no changes. 5 registrations are as in git.');
  expectCode(await bench.step('apply'), 0);
  expect(writesOf(bench)).toHaveLength(written);

  const there = contentsOf(bench.aws.world, { account: LOGISTICS, region: 'us-east-1' });
  for (const one of there.gateways) one.description = 'Carriers';
  contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' }).runtimes = [];
  await bench.seed('scan');
  const later = expectCode(await bench.step('plan'), 0);
  expect(later.stdout).toContain('"AgentCore Gateway: routing" → Carriers');
  expect(later.stderr).toContain('--allow-deletes');

  expect(expectCode(await bench.step('apply'), 1).stderr).toContain('delete-not-allowed');
  expect(pathsOf(bench)).toContain('/stock/');
  expectCode(await bench.step('apply --allow-deletes'), 0);
  expect(pathsOf(bench)).toEqual(PATHS.filter((path) => path !== '/stock/'));
  expectCode(await bench.step('plan --exit-code'), 0);
});

test('apply --dry-run is a plan: it writes neither file nor registration, and says so', async () => {
  const bench = await scannedBench();
  const before = bench.files();
  const { stdout } = expectCode(await bench.step('apply --dry-run'), 0);
  expect(stdout).toContain('5 to create');
  expect(stdout.trimEnd()).toMatch(/Nothing was written: this was a dry run\.$/);
  expect(writesOf(bench)).toEqual([]);
  expect(bench.files()).toEqual(before);
});

test('sync scans, validates and applies; its dry run does none of it', async () => {
  const bench = await startBench();
  const before = bench.files();
  const dry = envelopeOf(expectCode(await bench.step('sync --dry-run --output json'), 0));
  expect(actionsOf(onlyRegistry(dry.result?.['plan'])['changes'])).toEqual(PATHS.map((path) => `create ${path}`));
  expect(bench.files()).toEqual(before);
  expect(writesOf(bench)).toEqual([]);

  const real = envelopeOf(expectCode(await bench.run('sync --output json'), 0));
  expect(real.result).toMatchObject({ scan: { counts: { created: 5 } }, validate: { files: 5 }, plan: null });
  expect(pathsOf(bench)).toEqual(PATHS);
  const again = expectCode(await bench.step('sync'), 0);
  expect(again.stdout).toContain('Scanned: no file changes.');
  expect(again.stdout).toContain('Applied: no changes. 5 registrations are as in git.');
});

test('somebody else’s registration is a conflict, left alone until --adopt', async () => {
  const bench = await scannedBench();
  bench.registry.seed({ servers: [{ path: '/routing', fields: { server_name: 'theirs', description: 'x' } }] });
  const plan = envelopeOf(expectCode(await bench.step('plan --output json'), 1));
  expect(actionsOf(onlyRegistry(plan.result)['changes'])).toContain('conflict /routing/');
  expect(rulesOf(plan)).toContain('path-conflict');
  expect(JSON.stringify(plan)).not.toContain('theirs');
  const before = bench.registry.records().servers.find(({ path }) => path === '/routing');
  await bench.step('apply');
  expect(bench.registry.records().servers.find(({ path }) => path === '/routing')).toEqual(before);
  expectCode(await bench.step('apply --adopt'), 0);
  expect(bench.registry.records().servers.find(({ path }) => path.startsWith('/routing'))?.fields['server_name']).toBe(
    'Routing',
  );
});

test('show gives each field with where it comes from', async () => {
  const bench = await scannedBench();
  const file = Object.keys(bench.files()).find((name) => name.includes('routing')) ?? '';
  bench.write(file, `${bench.read(file)}  tags: [carriers]\n`);
  bench.write(
    'agentcore-sync.yaml',
    configuration(bench.registry.url, 'defaults: { visibility: public, license: MIT }\n'),
  );
  const { result } = envelopeOf(expectCode(await bench.step(`show ${file} --output json`), 0));
  const [shown] = Array.isArray(result) ? result : [];
  const fields = new Map<string, { value: unknown; from: string }>(
    shown.fields.map((field: { field: string }) => [field.field, field]),
  );
  expect(shown).toMatchObject({ path: '/routing/', type: 'server' });
  expect(fields.get('name')).toMatchObject({ value: 'Routing', from: 'source' });
  expect(fields.get('tags')).toMatchObject({ value: ['carriers'], from: 'entry' });
  expect(fields.get('visibility')).toMatchObject({ value: 'public', from: 'configuration' });
  expect(fields.get('license')).toMatchObject({ value: 'MIT', from: 'configuration' });
  expect(fields.get('description')).toMatchObject({ value: 'AgentCore Gateway: routing', from: 'default' });
  expect(fields.get('enabled')).toMatchObject({ value: true, from: 'default' });

  const rows = [
    'defaults:',
    '  - { visibility: public, tags: ["{account}"] }',
    '  - { match: { account: "2222*" }, visibility: internal, tags: ["{region}"] }',
    '',
  ].join('\n');
  const text = configuration(bench.registry.url, rows);
  bench.write('agentcore-sync.yaml', text);
  const first = text.split('\n').indexOf('defaults:') + 2;
  const by = envelopeOf(expectCode(await bench.step(`show ${file} --output json`), 0)).result;
  expect(Array.isArray(by) ? by[0].fields : []).toEqual(
    expect.arrayContaining([
      {
        field: 'tags',
        value: ['carriers', '222222222222', 'us-east-1'],
        from: 'entry',
        rows: [`agentcore-sync.yaml:${first}`, `agentcore-sync.yaml:${first + 1}`],
      },
      {
        field: 'visibility',
        value: 'internal',
        from: 'configuration',
        rows: [`agentcore-sync.yaml:${first + 1}`],
      },
    ]),
  );
  expect(expectCode(await bench.step(`show ${file}`), 0).stdout).toContain(
    `configuration agentcore-sync.yaml:${first + 1}`,
  );

  for (const operand of ['/routing/', '/routing', '/ROUTING', `./${file}`, file.slice('servers/'.length)]) {
    expect(expectCode(await bench.step(`show ${operand}`), 0).stdout).toContain('AgentCore Gateway: routing');
  }
  expect(expectCode(await bench.step('show /nowhere/'), 1).stderr).toContain('entry-unknown');
  bench.write(file, bench.read(file).replace('path: /routing/', 'path: /tools/'));
  expect(expectCode(await bench.step(`show ${file}`), 1).stderr).toContain('path-form');
  expect(expectCode(await bench.step('show'), 64).stderr).toContain('show expects');
});

test('files with errors: validate tells each with its line, and apply writes nothing', async () => {
  const bench = await scannedBench();
  const file = Object.keys(bench.files()).find((name) => name.includes('routing')) ?? '';
  bench.write(file, `${bench.read(file)}  nonsense: 1\n  visibility: everybody\n`);
  bench.write('servers/manual/broken.yaml', 'kind: server\n\tx\n');
  const run = expectCode(await bench.step('validate --output json'), 1);
  const lines = bench.read(file).split('\n');
  expect(envelopeOf(run).problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        rule: 'schema',
        place: expect.objectContaining({ file, line: lines.indexOf('  nonsense: 1') + 1 }),
      }),
      expect.objectContaining({
        rule: 'schema',
        place: expect.objectContaining({ file, line: lines.indexOf('  visibility: everybody') + 1 }),
      }),
      expect.objectContaining({ place: expect.objectContaining({ file: 'servers/manual/broken.yaml', line: 2 }) }),
    ]),
  );
  expectCode(await bench.step('apply'), 1);
  expect(pathsOf(bench)).not.toContain('/routing/');
});

test('SIGTERM ends apply with 143 once the write in hand is whole, and the next run finishes', async () => {
  const started: ChildProcess[] = [];
  const bench = await scannedBench({
    version: 'newer',
    gate: () => {
      started.shift()?.kill('SIGTERM');
      return undefined;
    },
  });
  bench.registry.setLatency(100);
  const run = await bench.run('apply --concurrency 1 --output json', { onStart: (child) => started.push(child) });
  expectCode(run, 143);
  const { result } = envelopeOf(run);
  expect(onlyRegistry(result)).toMatchObject({ counts: { done: 1, failed: 0, skipped: 4 } });
  const { servers, agents } = bench.registry.records();
  expect([...servers, ...agents]).toHaveLength(1);

  bench.registry.setLatency(0);
  expectCode(await bench.step('apply'), 0);
  expect(pathsOf(bench)).toEqual(PATHS);
  expectCode(await bench.step('plan --exit-code'), 0);
});

test('a limit stops the whole run before its first write', async () => {
  const bench = await scannedBench();
  expectCode(await bench.step('apply'), 0);
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url, 'limits: { deletes: 0 }\n'));
  for (const file of Object.keys(bench.files()).filter((name) => name.includes(LOGISTICS))) {
    bench.write(file, `${bench.read(file)}  register: false\n`);
  }
  const written = writesOf(bench).length;
  const { stderr } = expectCode(await bench.step('apply --allow-deletes'), 1);
  expect(stderr).toContain('limit-deletes');
  expect(writesOf(bench)).toHaveLength(written);
});
