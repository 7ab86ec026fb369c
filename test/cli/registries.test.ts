import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Registry, startRegistry } from '../../sandbox/registry/registry.ts';
import { type Bench, type Envelope, envelopeOf, expectCode, LOGISTICS, RETAIL, startBench } from './cli.ts';
import { heldBy, issuerLines, startTokenBench } from './issuers.ts';

/** A second registry beside the one that a bench has. */
const production = async (): Promise<Registry> => {
  const registry = await startRegistry({ scan: 'off' });
  onTestFinished(() => registry.close());
  return registry;
};

const registriesLines = (bench: Bench, other: Registry, entries: Readonly<Record<string, string>> = {}): string =>
  [
    'registries:',
    `  staging: { type: mcp-gateway-registry, url: "${bench.registry.url}"${entries['staging'] ?? ''} }`,
    `  production: { type: mcp-gateway-registry, url: "${other.url}", token: { file: .token-production }${entries['production'] ?? ''} }`,
  ].join('\n');

/** A bench with a staging and a production registry, and no entry yet. */
const twoRegistries = async (entries: Readonly<Record<string, string>> = {}) => {
  const bench = await startBench();
  const other = await production();
  bench.write('.token-production', JSON.stringify({ access_token: other.token, registry: other.url }));
  bench.write(
    'agentcore-sync.yaml',
    [
      'owner: test-catalogue',
      `aws: { accounts: ["${RETAIL}", "${LOGISTICS}"], regions: [us-east-1, eu-west-1] }`,
      registriesLines(bench, other, entries),
      '',
    ].join('\n'),
  );
  return { bench, other };
};

const server = (name: string, more = ''): string =>
  `kind: server\nregistration:\n  path: /${name}/\n  name: ${name}\n  url: https://${name}.example.com/mcp\n${more}`;

const pathsIn = ({ records }: Registry): readonly string[] =>
  [...records().servers, ...records().agents].map(({ path }) => path).sort();

interface Part {
  readonly name: string;
  readonly state: string;
  readonly changes: readonly { readonly action: string; readonly path: string }[];
  readonly problems: readonly { readonly rule: string }[];
}

/** Registry, state and changes that a plan tells, one line each. */
const toldBy = ({ result }: Envelope): readonly string[] => {
  const { registries } = result as { readonly registries: readonly Part[] };
  return registries.flatMap(({ name, state, changes }) => [
    `${name} ${state}`,
    ...changes.map(({ action, path }) => `${name} ${action} ${path}`),
  ]);
};

const planned = async (bench: Bench, words = ''): Promise<readonly string[]> =>
  toldBy(envelopeOf(expectCode(await bench.step(`plan --output json${words}`), 0)));

test('promotion is one line of a file: staging first, then production, and back', async () => {
  const { bench, other } = await twoRegistries();
  bench.write('servers/manual/shared.yaml', server('shared'));
  bench.write('servers/manual/weather.yaml', server('weather', '  registries: [staging]\n'));
  const first = expectCode(await bench.step('apply'), 0);
  expect(first.stdout).toContain('Registry staging');
  expect(first.stdout).toContain('Registry production');
  expect(pathsIn(bench.registry)).toEqual(['/shared/', '/weather/']);
  expect(pathsIn(other)).toEqual(['/shared/']);
  expect(await planned(bench)).toEqual([
    'staging done',
    'staging unchanged /shared/',
    'staging unchanged /weather/',
    'production done',
    'production unchanged /shared/',
  ]);

  bench.write('servers/manual/weather.yaml', server('weather', '  registries: [staging, production]\n'));
  expect(await planned(bench, ' --to production')).toEqual([
    'production done',
    'production unchanged /shared/',
    'production create /weather/',
  ]);
  expectCode(await bench.step('apply'), 0);
  expect(pathsIn(other)).toEqual(['/shared/', '/weather/']);

  bench.write('servers/manual/weather.yaml', server('weather', '  registries: [staging]\n'));
  expect(await planned(bench)).toContain('production delete /weather/');
  const refused = expectCode(await bench.step('apply'), 1);
  expect(refused.stderr).toContain('delete-not-allowed');
  expect(pathsIn(other)).toEqual(['/shared/', '/weather/']);
  expectCode(await bench.step('apply --allow-deletes'), 0);
  expect(pathsIn(other)).toEqual(['/shared/']);
  expect(pathsIn(bench.registry)).toEqual(['/shared/', '/weather/']);
});

test('the example of docs/registries.md does what the page says', async () => {
  const { bench, other } = await twoRegistries();
  const page = readFileSync(join(import.meta.dirname, '../../docs/registries.md'), 'utf8');
  const [configuration = '', before = '', after = ''] = [...page.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].map(
    ([, code]) => code,
  );
  const own = configuration
    .replace('https://staging.example.com', bench.registry.url)
    .replace('https://registry.example.com', other.url);
  bench.write('agentcore-sync.yaml', own);
  const environment = { REGISTRY_STAGING: bench.registry.token, REGISTRY_PRODUCTION: other.token };
  const sent = (words: string) => bench.step(`${words} --yes`, { environment });
  const given = `--token-file .token --registry-url`;
  bench.write('servers/manual/weather.yaml', before);
  expectCode(await sent(`apply --to staging ${given} ${bench.registry.url}`), 0);
  bench.write('.token', JSON.stringify({ access_token: other.token, registry: other.url }));
  expectCode(await sent(`apply --to production ${given} ${other.url}`), 0);
  expect([pathsIn(bench.registry), pathsIn(other)]).toEqual([['/shared-weather/'], []]);
  bench.write('servers/manual/weather.yaml', after);
  expectCode(await sent(`apply --to production ${given} ${other.url}`), 0);
  expect(pathsIn(other)).toEqual(['/shared-weather/']);
});

test('where one registry fails the others are applied, and the problem says which failed', async () => {
  const { bench, other } = await twoRegistries();
  bench.write('servers/manual/weather.yaml', server('weather'));
  bench.write('.token', JSON.stringify({ access_token: 'wrong', registry: bench.registry.url }));
  const run = envelopeOf(expectCode(await bench.step('apply --output json'), 1));
  expect(run.result).toMatchObject({
    registries: [
      { name: 'staging', state: 'failed', outcomes: [], problems: [{ about: { registry: 'staging' } }] },
      { name: 'production', state: 'done', outcomes: [{ path: '/weather/', state: 'done' }] },
    ],
  });
  const errors = run.problems.filter(({ severity }) => severity === 'error');
  expect(errors).toMatchObject([{ about: { registry: 'staging' } }]);
  expect(pathsIn(bench.registry)).toEqual([]);
  expect(pathsIn(other)).toEqual(['/weather/']);
  const text = expectCode(await bench.step('plan'), 1);
  expect(text.stderr).toContain('  registry staging');
  expect(text.stdout).toContain('Registry staging\nIt failed as a whole: the problems say why.');
  expect(text.stdout).toMatch(/Registry production\n[\s\S]*1 registration/);
  const only = expectCode(await bench.step('apply --to production'), 0);
  expect(only.stdout).toContain('Applied: no changes. 1 registration is as in git.');
});

test('filters of the configuration say what a registry gets, and an entry that names it anyway is told', async () => {
  const { bench, other } = await twoRegistries({ production: ', entries: [{ tag: reviewed }, { path: "/public-*" }]' });
  bench.write('servers/manual/a.yaml', server('public-a'));
  bench.write('servers/manual/b.yaml', server('b', '  tags: [reviewed]\n'));
  bench.write('servers/manual/c.yaml', server('c', '  registries: [production]\n'));
  bench.write('servers/manual/d.yaml', server('d'));
  const run = envelopeOf(expectCode(await bench.step('apply --output json'), 0));
  expect(pathsIn(bench.registry)).toEqual(['/b/', '/d/', '/public-a/']);
  expect(pathsIn(other)).toEqual(['/b/', '/public-a/']);
  expect(run.problems.filter(({ rule }) => rule === 'registry-left-out')).toMatchObject([
    {
      severity: 'warning',
      about: { registry: 'production' },
      place: { file: 'servers/manual/c.yaml', line: 6, column: 3 },
    },
  ]);
});

test('names are checked: in entries with their place, in calls with what there is', async () => {
  const { bench } = await twoRegistries();
  bench.write('servers/manual/a.yaml', server('a', '  registries: [staging, prodution]\n'));
  const { stderr } = expectCode(await bench.step('validate'), 1);
  expect(stderr).toMatch(/registry-unknown\n +servers\/manual\/a\.yaml:6:25 /);
  expect(stderr).toContain('Did you mean production?');
  const call = expectCode(await bench.step('plan --to prod'), 64);
  expect(call.stderr).toContain('to expects one of staging, production, met "prod".');
  const url = expectCode(await bench.step('plan --registry-url https://r.example'), 64);
  expect(url.stderr).toContain('this run goes to 2: staging, production');
});

test('AWS is asked once for all registries', async () => {
  const calls = async (words: string): Promise<number> => {
    const { bench } = await twoRegistries();
    expectCode(await bench.step('scan'), 0);
    const before = bench.aws.requests.length;
    expectCode(await bench.step(`apply${words}`), 0);
    return bench.aws.requests.length - before;
  };
  const one = await calls(' --to staging');
  expect(one).toBeGreaterThan(0);
  expect(await calls('')).toBe(one);
});

test('one token of each client serves every registry, and each holds it', async () => {
  const bench = await startTokenBench();
  const other = await production();
  bench.write('.token-production', JSON.stringify({ access_token: other.token, registry: other.url }));
  bench.write(
    'agentcore-sync.yaml',
    [
      'owner: test-catalogue',
      `aws: { accounts: ["${RETAIL}", "${LOGISTICS}"] }`,
      registriesLines(bench, other),
      'issuers:',
      issuerLines(bench.issuer, { retail: `${RETAIL}/*`, logistics: `${LOGISTICS}/*` }),
      '',
    ].join('\n'),
  );
  await bench.seed('apply', { refresh: 'false' });
  const run = envelopeOf(expectCode(await bench.step('refresh --output json'), 0));
  expect(run.result).toMatchObject({
    registries: [
      { name: 'staging', counts: { renewed: 3 }, ours: 3 },
      { name: 'production', counts: { renewed: 3 }, ours: 3 },
    ],
  });
  const tokens = bench.issuer.requests.filter(({ at }) => at === 'token').map(({ client }) => client);
  expect(tokens.sort()).toEqual(['logistics', 'retail']);
  expect(heldBy(bench)['/orders/']).toBeDefined();
  expect(heldBy({ registry: other })).toEqual(heldBy(bench));
});

test('a saved plan says what is expected of each registry', async () => {
  const { bench, other } = await twoRegistries();
  bench.write('servers/manual/weather.yaml', server('weather', '  registries: [staging]\n'));
  expectCode(await bench.step('plan --out plan.json'), 0);
  expect(JSON.parse(bench.read('plan.json'))).toMatchObject({
    form: 2,
    registries: [
      { name: 'staging', changes: [{ path: '/weather/' }] },
      { name: 'production', changes: [] },
    ],
  });
  bench.write('servers/manual/weather.yaml', server('weather'));
  const { stderr } = expectCode(await bench.step('apply --expect plan.json'), 1);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('production: /weather/: create, which was not expected');
  expect([...pathsIn(bench.registry), ...pathsIn(other)]).toEqual([]);
});

test('an import names the registries that hold an entry, so that it goes nowhere else', async () => {
  const { bench, other } = await twoRegistries();
  const theirs = (name: string) => ({
    path: `/${name}`,
    fields: { server_name: name, description: name, proxy_pass_url: `https://${name}.example.com/mcp` },
  });
  bench.registry.seed({ servers: [theirs('both'), theirs('tried')] });
  other.seed({ servers: [theirs('both')] });
  const run = envelopeOf(expectCode(await bench.step('import --output json'), 0));
  expect(run.result).toMatchObject({
    registries: [
      { name: 'staging', changes: [{ path: 'manual/both.yaml' }, { path: 'manual/tried.yaml' }] },
      { name: 'production', changes: [] },
    ],
  });
  expect(bench.read('servers/manual/both.yaml')).not.toContain('registries');
  expect(bench.read('servers/manual/tried.yaml')).toContain('registries:\n    - staging');
  const after = await planned(bench, ' --adopt');
  expect(after).toEqual([
    'staging done',
    'staging update /both',
    'staging update /tried',
    'production done',
    'production update /both',
  ]);
});

test('doctor looks at each registry under its name', async () => {
  const { bench } = await twoRegistries();
  bench.write('.token-production', JSON.stringify({ access_token: 'wrong' }));
  const { result } = envelopeOf(expectCode(await bench.step('doctor --checks registry --output json'), 1));
  expect(result).toMatchObject({
    checks: expect.arrayContaining([
      expect.objectContaining({ check: 'registry (staging)', state: 'ok' }),
      expect.objectContaining({ check: 'registry production', state: 'failed' }),
    ]),
  });
});
