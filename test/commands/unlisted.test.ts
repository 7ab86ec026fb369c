/** What AWS, the files and the registries have that the others don't, against the doubles of all of them. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gateway } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { type Bench, configuration, envelopeOf, expectCode, LOGISTICS, RETAIL, startBench } from '../cli/cli.ts';
import { startStage } from '../main/request-stage.ts';

interface One {
  readonly path: string;
  readonly file?: string;
  readonly why?: string;
}
interface Unlisted {
  readonly aws: {
    readonly unfiled: readonly { readonly name: string }[];
    readonly gone: readonly string[];
    readonly unseen: readonly string[];
    readonly places: readonly { readonly account: string; readonly state: string }[];
  } | null;
  readonly registries: readonly {
    readonly name: string;
    readonly state: string;
    readonly missing: readonly One[];
    readonly ours: readonly One[];
    readonly others: readonly One[];
  }[];
  readonly unjudged: readonly string[];
}

const jsonOf = async (bench: Bench, code: 0 | 1, words = ''): Promise<Unlisted> => {
  const run = expectCode(await bench.step(`report --unlisted --output json${words}`), code);
  return envelopeOf(run).result?.['unlisted'] as Unlisted;
};
const paths = (all: readonly One[] = []): readonly string[] => all.map(({ path }) => path);
const fileOf = (bench: Bench, part: string): string =>
  Object.keys(bench.files()).find((name) => name.includes(part)) ?? '';

const MANUAL = 'kind: server\nregistration: { path: /mine/, url: https://mine.example.com/mcp, name: Mine }\n';
const QUIET = MANUAL.replace('path: /mine/', 'path: /quiet/, register: false').replace('mine.ex', 'quiet.ex');

/** Scanned and applied: all sides agree. */
const agreeing = async (): Promise<Bench> => {
  const bench = await startBench();
  bench.write('servers/manual/mine.yaml', MANUAL);
  bench.write('servers/manual/quiet.yaml', QUIET);
  await bench.seed('scan');
  await bench.seed('apply');
  return bench;
};

/** The same, after each side went on by itself. */
const differing = async (): Promise<Bench> => {
  const bench = await agreeing();
  const { world } = bench.aws;
  contentsOf(world, { account: RETAIL, region: 'us-east-1' }).gateways.push(
    gateway({ name: 'newcomer', authorizer: { type: 'NONE' } }),
  );
  contentsOf(world, { account: LOGISTICS, region: 'eu-west-1' }).runtimes = [];
  rmSync(join(bench.folder, fileOf(bench, 'routing')));
  bench.write('servers/manual/later.yaml', MANUAL.replaceAll('mine', 'later'));
  bench.registry.seed({
    servers: [
      {
        path: '/theirs/',
        fields: {
          server_name: '::error::<img src=x>\u202e@team',
          proxy_pass_url: 'https://a.example.com/?key=hunter2',
        },
      },
    ],
  });
  return bench;
};

test('where all agree it is one line, and what is written by hand or registers nothing is missing nowhere', async () => {
  const bench = await agreeing();
  const run = expectCode(await bench.step('report --unlisted'), 0);
  expect(run.stdout).toBe('AWS, the files and 1 registry agree.\n');
  expect(await jsonOf(bench, 0)).toEqual({
    aws: { unfiled: [], gone: [], unseen: [], outOfScope: [], places: [] },
    registries: [{ name: 'default', type: 'mcp-gateway-registry', state: 'done', missing: [], ours: [], others: [] }],
    unjudged: [],
  });
});

test('each side has what the others lack once, nothing is written, and no URL of others is shown', async () => {
  const bench = await differing();
  const before = [bench.files(), bench.registry.records()];
  const found = await jsonOf(bench, 0);
  const [registry] = found.registries;
  // The file of routing is gone, and the gateway is there: for AWS it is without a file, for the registry without an entry.
  expect(found.aws?.unfiled.map(({ name }) => name).sort()).toEqual(['newcomer', 'routing']);
  expect(found.aws?.gone).toEqual([fileOf(bench, 'customs')]);
  expect(paths(registry?.missing)).toEqual(['/later/']);
  expect(registry?.missing[0]?.file).toBe('servers/manual/later.yaml');
  expect(paths(registry?.ours)).toEqual(['/routing/']);
  expect(registry?.ours[0]?.file).toMatch(/^servers\/.*\/gateways\/routing-/);
  expect(paths(registry?.others)).toEqual(['/theirs/']);
  const { stdout } = expectCode(await bench.step('report --unlisted'), 0);
  const markdown = expectCode(await bench.step('report --unlisted --markdown'), 0).stdout;
  for (const text of [stdout, markdown]) {
    for (const title of [
      'In AWS, no file',
      'A file, not in AWS',
      'A file that registers, not in registry default',
      'In registry default, ours, no file registers it there',
      'In registry default, not ours',
    ]) {
      expect(text.split(title), title).toHaveLength(2);
    }
    expect(text).toContain('6 differences between AWS, files and registries');
    expect(text).not.toMatch(/hunter2|\u202e|^::error/m);
  }
  expect(markdown).not.toMatch(/<img|[^`]@team/);
  expect([bench.files(), bench.registry.records()]).toEqual(before);
});

test('with --only it is of what matches alone', async () => {
  const bench = await differing();
  const found = await jsonOf(bench, 0, ' --only path=/later/');
  expect(found.aws).toMatchObject({ unfiled: [], gone: [] });
  expect(found.registries.map((one) => [one.missing, one.ours, one.others].map(paths))).toEqual([
    [['/later/'], [], []],
  ]);
  expect((await jsonOf(bench, 0, ' --only path=/theirs/')).registries.map(({ others }) => paths(others))).toEqual([
    ['/theirs/'],
  ]);
  await jsonOf(bench, 1, ' --only path=/nowhere/');
});

test('an account that refuses is named, nothing is called gone there, and the rest is shown', async () => {
  const bench = await differing();
  bench.aws.setFaults([{ account: LOGISTICS, service: 'sts', call: 'AssumeRole', effect: 'deny' }]);
  const found = await jsonOf(bench, 1);
  expect(found.aws?.gone).toEqual([]);
  expect(found.aws?.unseen).toEqual([fileOf(bench, 'customs')]);
  expect(found.aws?.unfiled.map(({ name }) => name)).toEqual(['newcomer']);
  expect(found.aws?.places.map(({ account }) => account)).toContain(LOGISTICS);
  expect(paths(found.registries[0]?.ours)).toEqual(['/routing/']);
  const { stdout } = expectCode(await bench.step('report --unlisted'), 1);
  expect(stdout).toContain('Not listed whole in AWS');
  expect(stdout).toContain('A file, and not known whether it is in AWS');
});

test('where AWS knows nobody the registries are shown all the same', async () => {
  const bench = await differing();
  bench.aws.setFaults([{ service: 'sts', effect: 'deny' }]);
  const found = await jsonOf(bench, 1);
  expect(found.aws).toBe(null);
  expect(paths(found.registries[0]?.missing)).toEqual(['/later/']);
  const { stdout } = expectCode(await bench.step('report --unlisted'), 1);
  expect(stdout).toContain('AWS could not be read: the problems say why');
});

test('a registry that is down is told under its name, and the others and AWS are shown', async () => {
  const bench = await differing();
  const lines = configuration(bench.registry.url).replace(
    /registry:\n {2}url: (.*)\n/,
    'registries:\n  here: { type: mcp-gateway-registry, url: "$1" }\n  down: { type: mcp-gateway-registry, url: "http://127.0.0.1:9", token: { file: .token-down } }\n',
  );
  bench.write('agentcore-sync.yaml', lines);
  bench.write('.token-down', JSON.stringify({ access_token: 'x', registry: 'http://127.0.0.1:9' }));
  const found = await jsonOf(bench, 1);
  expect(found.registries.map(({ name, state }) => `${name} ${state}`)).toEqual(['here done', 'down failed']);
  expect(paths(found.registries[0]?.others)).toEqual(['/theirs/']);
  expect(found.aws?.gone).toHaveLength(1);
  const { stdout } = expectCode(await bench.step('report --unlisted'), 1);
  expect(stdout).toContain('The registry down could not be read: the problems say why');
  const one = await jsonOf(bench, 0, ' --to here');
  expect(one.registries.map(({ name }) => name)).toEqual(['here']);
});

test('a file that can not be read fails the report, and is missing on no side', async () => {
  const bench = await agreeing();
  const file = fileOf(bench, 'routing');
  for (const text of [`${bench.read(file)}  nonsense: 1\n`, 'kind: gateway\n\tx\n']) {
    bench.write(file, text);
    expect(await jsonOf(bench, 1)).toMatchObject({
      aws: { unfiled: [], gone: [] },
      registries: [{ state: 'done', missing: [], ours: [], others: [] }],
      unjudged: [file],
    });
    const { stdout } = expectCode(await bench.step('report --unlisted'), 1);
    expect(stdout).toContain('No difference in what could be read.');
    expect(stdout).toContain('1 file whose registrations are not known: validate says why');
  }
});

test('in a workflow it is of the tip of the default branch alone, as what sends a registry its token', async () => {
  const stage = await startStage({ scanned: true });
  await stage.apply();
  const asked = { command: 'report', unlisted: 'true' };
  const run = await stage.step(asked);
  expectCode(run, 0);
  expect(envelopeOf({ stdout: run.outputs['result'] ?? '' }).result).toMatchObject({
    unlisted: { aws: { unfiled: [], gone: [], unseen: [] }, registries: [{ missing: [], ours: [], others: [] }] },
  });
  stage.github.people.commit('main', { 'README.md': 'later\n' });
  const from = stage.bench.registry.requests.length;
  expect((await stage.step(asked)).outputs['superseded']).toBe('true');
  expect(stage.bench.registry.requests).toHaveLength(from);
});

test('many rows are cut, and --full shows them', async () => {
  const bench = await agreeing();
  bench.registry.seed({
    servers: Array.from({ length: 60 }, (_, index) => ({ path: `/theirs-${index}/` })),
  });
  const { stdout } = expectCode(await bench.step('report --unlisted'), 0);
  expect(stdout).toContain('20 more: --full shows them');
  expect(expectCode(await bench.step('report --unlisted --full'), 0).stdout.match(/^ +\/theirs-\d+\//gm)).toHaveLength(
    60,
  );
});

test('a report of files takes nothing from variables that say whom to ask; two reports at once are refused', async () => {
  const bench = await agreeing();
  const environment = { REGISTRY_URL: 'https://elsewhere.example.com', AWS_REGION: 'nowhere', AGENTCORE_ACCOUNTS: '1' };
  const from = bench.aws.requests.length + bench.registry.requests.length;
  expectCode(await bench.step('report', { environment }), 0);
  expect(bench.aws.requests.length + bench.registry.requests.length).toBe(from);
  const both = expectCode(await bench.step('report --unlisted --audit'), 64);
  expect(both.stderr).toContain('unlisted and audit are both given');
  bench.write('agentcore-sync.yaml', `registry: { url: "${bench.registry.url}" }\n`);
  expect(expectCode(await bench.step('report --unlisted'), 64).stderr).toContain('owner: platform-catalogue');
});
