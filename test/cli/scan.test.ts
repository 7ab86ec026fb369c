import { expect, test } from 'vitest';
import { endpoint, roleFor, runtime } from '../../sandbox/resources.ts';
import { contentsOf, world } from '../../sandbox/world.ts';
import { type Bench, CALLER, CANARY, envelopeOf, expectCode, LOGISTICS, RETAIL, startBench } from './cli.ts';

const entriesOf = (bench: Bench): string[] =>
  Object.keys(bench.files())
    .filter((file) => file.startsWith('servers/'))
    .map((file) => file.replace(/-[A-Za-z0-9]{10}\.yaml$/, ''));

const ALL = [
  `servers/${RETAIL}/eu-west-1/gateways/pricing`,
  `servers/${RETAIL}/us-east-1/gateways/pricing`,
  `servers/${RETAIL}/us-east-1/runtimes/stock`,
  `servers/${LOGISTICS}/eu-west-1/runtimes/customs`,
  `servers/${LOGISTICS}/us-east-1/gateways/routing`,
];

const callsOf = (bench: Bench, call: string): number => bench.aws.requests.filter((one) => one.call === call).length;

test('scan writes one file for each resource of two accounts in two Regions, reached through their roles', async () => {
  const bench = await startBench();
  const { stdout } = expectCode(await bench.run('scan'), 0);
  expect(entriesOf(bench)).toEqual(ALL);
  expect(stdout).toContain('Scanned: 5 files created.');
  const asked = bench.aws.requests.filter(({ call }) => call.startsWith('List'));
  expect(new Set(asked.map(({ account, region }) => `${account} ${region}`)).size).toBe(4);
  for (const { account, caller } of asked) expect(caller).toContain(`${account}:assumed-role/AgentCoreSync`);
});

test('a second scan changes no byte, and a person’s bytes survive a scan that changes source', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const before = bench.files();
  const second = expectCode(await bench.step('scan'), 0);
  expect(bench.files()).toEqual(before);
  expect(second.stdout).toContain('Scanned: no file changes.');

  const file = Object.keys(before).find((name) => name.includes('routing')) ?? '';
  bench.write(file, `# reviewed\n${bench.read(file)}  description: >-\n    folded,\n    by hand   # kept\n`);
  const edited = bench.read(file);
  for (const one of contentsOf(bench.aws.world, { account: LOGISTICS, region: 'us-east-1' }).gateways) {
    one.description = 'Carriers';
  }
  expectCode(await bench.step('scan'), 0);
  expect(bench.read(file)).not.toBe(edited);
  expect(bench.read(file).replace(/ {2}description: Carriers\n/, '')).toBe(edited);
});

test('scan --dry-run writes nothing and shows what it would write', async () => {
  const bench = await startBench();
  const before = bench.files();
  const { stdout } = expectCode(await bench.step('scan --dry-run'), 0);
  expect(bench.files()).toEqual(before);
  expect(stdout).toContain('kind: gateway');
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/nothing was written/i);
});

test('list shows everything and writes nothing', async () => {
  const bench = await startBench();
  for (const one of contentsOf(bench.aws.world, { account: LOGISTICS, region: 'us-east-1' }).gateways) {
    one.status = 'CREATING';
  }
  const before = bench.files();
  const { stdout } = expectCode(await bench.step('list'), 0);
  expect(bench.files()).toEqual(before);
  for (const word of ['pricing', 'orders', 'LAMBDA', 'CUSTOM_JWT', 'stock', 'A2A', 'CREATING', RETAIL, LOGISTICS]) {
    expect(stdout).toContain(word);
  }
  expect(bench.registry.requests).toEqual([]);
  const covered = envelopeOf(expectCode(await bench.step('list --coverage --output json'), 0)).result;
  expect((covered as { coverage: unknown[] }).coverage).toContainEqual({
    account: LOGISTICS,
    region: 'us-east-1',
    state: 'complete',
    resources: 1,
  });
});

test('list counts what was reviewed of each resource that has a lock', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const [file = ''] = Object.keys(bench.files()).filter((path) => path.includes('/gateways/pricing'));
  const lock = `kind: tools-lock\nform: 1\nserver:\n  name: pricing\ntools:\n  - name: price\n    digest: sha256:${'0'.repeat(64)}\n`;
  bench.write(file.replace(/\.yaml$/, '.tools.lock.yaml'), lock);
  const { stdout } = expectCode(await bench.step('list'), 0);
  expect(stdout).toMatch(/pricing .* 1 tool /);
  const { result } = envelopeOf(expectCode(await bench.step('list --output json'), 0));
  const resources = result?.['resources'] as readonly { readonly name: string; readonly locked?: object }[];
  expect(resources.filter(({ locked }) => locked !== undefined)).toMatchObject([
    { name: 'pricing', locked: { tools: 1, prompts: 0, resourceTemplates: 0, skills: 0 } },
  ]);
});

test.each(['deny', 'unrecognized-client', 'reset', 'html'] as const)(
  'an account that ends in %s costs only itself: exit 1, the rest is done, its files stay',
  async (effect) => {
    const bench = await startBench();
    await bench.seed('scan');
    const before = bench.files();
    bench.aws.setFaults([{ account: LOGISTICS, effect }]);
    for (const one of contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' }).gateways) {
      one.description = 'Prices';
    }
    const run = await bench.step('scan --output json --timeout 2');
    const { problems, result } = envelopeOf(expectCode(run, 1));
    expect(problems.filter(({ severity }) => severity === 'error').map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([expect.stringContaining(LOGISTICS)]),
    );
    expect(result).toMatchObject({ changes: [{ action: 'update', path: expect.stringContaining('pricing') }] });
    const ofLogistics = (files: Readonly<Record<string, string>>) =>
      Object.entries(files).filter(([name]) => name.includes(LOGISTICS));
    expect(ofLogistics(bench.files())).toEqual(ofLogistics(before));
  },
);

test('an account that never had a file and refuses its role is not onboarded: exit 0, with --strict-accounts 1', async () => {
  const bench = await startBench();
  bench.aws.setFaults([{ account: LOGISTICS, service: 'sts', call: 'AssumeRole', effect: 'deny' }]);
  const relaxed = envelopeOf(expectCode(await bench.step('scan --output json'), 0));
  expect(relaxed.problems.filter(({ rule }) => rule === 'account-not-onboarded')).toMatchObject([
    { severity: 'notice', subject: expect.stringContaining(LOGISTICS) },
  ]);
  expect(entriesOf(bench)).toEqual(ALL.filter((file) => !file.includes(LOGISTICS)));
  const again = expectCode(await bench.step('scan'), 0);
  expect(again.stdout).toMatch(/^Scanned: no file changes\. 3 resources in 1 account, .*, 1 account not onboarded\.$/m);
  const strict = envelopeOf(expectCode(await bench.step('scan --strict-accounts --output json'), 1));
  expect(strict.problems.filter(({ rule }) => rule === 'account-not-onboarded')).toMatchObject([{ severity: 'error' }]);
});

test('without accounts the caller’s own is scanned and no role is assumed; without Region us-east-1', async () => {
  const own = world({
    accounts: { [CALLER]: { regions: { 'us-east-1': { runtimes: [runtime({ name: 'mine' })] } } } },
  });
  const bench = await startBench({ world: own });
  bench.write('agentcore-sync.yaml', 'owner: test-catalogue\n');
  expectCode(await bench.step('scan'), 0);
  expect(entriesOf(bench)).toEqual([`servers/${CALLER}/us-east-1/runtimes/mine`]);
  expect(callsOf(bench, 'AssumeRole')).toBe(0);
  const elsewhere = expectCode(await bench.step('list --regions eu-west-1'), 0);
  expect(elsewhere.stdout).toContain(`Nothing runs in ${CALLER} eu-west-1.\n  Elsewhere?  → --regions all`);
});

test('endpoints are listed only when asked for, and one named by the entry is registered with its qualifier', async () => {
  const bench = await startBench();
  for (const one of contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' }).runtimes) {
    one.endpoints.push(endpoint({ name: 'prod', description: 'Production' }));
  }
  expectCode(await bench.step('scan'), 0);
  expect(callsOf(bench, 'ListAgentRuntimeEndpoints')).toBe(0);
  const file = Object.keys(bench.files()).find((name) => name.includes('stock')) ?? '';
  expect(bench.read(file)).not.toContain('prod');

  expectCode(await bench.step('scan --include-endpoints'), 0);
  expect(callsOf(bench, 'ListAgentRuntimeEndpoints')).toBeGreaterThan(0);
  expect(bench.read(file)).toContain('name: prod');
  const asked = callsOf(bench, 'ListAgentRuntimeEndpoints');
  const seen = bench.read(file);
  expectCode(await bench.step('scan'), 0);
  expect(callsOf(bench, 'ListAgentRuntimeEndpoints')).toBe(asked);
  expect(bench.read(file)).toBe(seen);

  bench.write(file, `${seen}  endpoints: { prod: { path: /stock-prod/ } }\n`);
  expectCode(await bench.step('apply'), 0);
  const { servers } = bench.registry.records();
  const urlOf = (path: string) => servers.find((one) => one.path === path)?.fields['proxy_pass_url'];
  expect(urlOf('/stock-prod/')).toBe(`${urlOf('/stock/')}?qualifier=prod`);
});

test('targets of kind mcpServer get entries when asked for, and leave by themselves no trace otherwise', async () => {
  const bench = await startBench();
  expectCode(await bench.step('scan'), 0);
  expect(callsOf(bench, 'GetGatewayTarget')).toBe(0);
  expectCode(await bench.step('scan --include-mcp-targets'), 0);
  const targets = Object.keys(bench.files()).filter((file) => file.includes('/targets/'));
  expect(targets).toHaveLength(1);
  expect(bench.read(targets[0] ?? '')).toContain('url: https://catalog.example.com/mcp');
  expectCode(await bench.step('apply'), 0);
  const { servers } = bench.registry.records();
  expect(servers.map(({ fields }) => fields['proxy_pass_url'])).toContain('https://catalog.example.com/mcp');
});

test.each([
  ['--gateways-only', 'gateways'],
  ['--runtimes-only', 'runtimes'],
])('%s narrows the run to %s and removes nothing of the other', async (flag, kind) => {
  const bench = await startBench();
  const { stdout } = expectCode(await bench.step(`scan ${flag}`), 0);
  expect(entriesOf(bench)).toEqual(ALL.filter((file) => file.includes(`/${kind}/`)));
  expect(callsOf(bench, kind === 'gateways' ? 'ListAgentRuntimes' : 'ListGateways')).toBe(0);
  expect(stdout).toContain('created');
  expectCode(await bench.step('scan'), 0);
  const whole = bench.files();
  expectCode(await bench.step(`scan ${flag}`), 0);
  expect(bench.files()).toEqual(whole);
});

test('environment variables of a runtime reach nothing: no file, no output, not the registry', async () => {
  const bench = await startBench();
  const runs = [];
  for (const words of ['scan --debug', 'list --output json --debug', 'plan --debug', 'apply --debug', 'show /stock/']) {
    runs.push(expectCode(await (words.startsWith('scan') ? bench.run(words) : bench.step(words)), 0));
  }
  bench.aws.setFaults([{ call: 'GetAgentRuntime', effect: 'unknown-union' }]);
  runs.push(await bench.step('scan --debug'));
  bench.aws.setFaults([{ call: 'GetAgentRuntime', effect: 'malformed' }]);
  runs.push(await bench.step('scan --debug --timeout 2'));
  expect(JSON.stringify(runs)).toContain('stock');
  expect(JSON.stringify([runs, bench.files(), bench.registry.records(), bench.registry.requests])).not.toContain(
    CANARY,
  );
});

test('a role that trusts nobody is told with its account, and what the role was named', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  bench.aws.world.accounts[RETAIL] = {
    ...(bench.aws.world.accounts[RETAIL] ?? expect.fail('no such account')),
    roles: { AgentCoreSync: roleFor('333333333333') },
  };
  const { stderr } = expectCode(await bench.step('scan'), 1);
  expect(stderr).toContain('account-denied');
  expect(stderr).toContain(RETAIL);
  expect(stderr).toContain('AgentCoreSync');
  expect(stderr).not.toMatch(/\n\s+at /);
});
