/** Everything that the registry's own command line takes: the same words and variables, with a line of configuration. */
import { expect, test } from 'vitest';
import { type Bench, envelopeOf, expectCode, LOGISTICS, RETAIL, startBench } from './cli.ts';

const ownerOnly = async (): Promise<Bench> => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', 'owner: test-catalogue\n');
  return bench;
};

const askedOf = (bench: Bench): string[] => [
  ...new Set(
    bench.aws.requests
      .filter(({ call }) => call.startsWith('List'))
      .map(({ account, region }) => `${account} ${region}`),
  ),
];

test('sync with every flag of the old tool', async () => {
  const bench = await ownerOnly();
  bench.write('keys/registry.json', JSON.stringify({ tokens: { access_token: bench.registry.token } }));
  const words = [
    'sync --region us-east-1 --accounts',
    RETAIL,
    '--assume-role-name Other --registry-url',
    bench.registry.url,
    '--token-file keys/registry.json --timeout 60 --overwrite --visibility public --include-mcp-targets --debug --output json',
  ].join(' ');
  const { result } = envelopeOf(expectCode(await bench.run(words), 0));
  expect(result).toMatchObject({
    scan: { counts: { created: 3 } },
    apply: { registries: [{ counts: { done: 3, failed: 0 } }] },
  });
  expect(askedOf(bench)).toEqual([`${RETAIL} us-east-1`]);
  const { servers } = bench.registry.records();
  expect(servers.map(({ path }) => path).sort()).toEqual(['/pricing-catalog/', '/pricing/', '/stock/']);
  for (const { caller } of bench.aws.requests.filter(({ call }) => call === 'ListGateways')) {
    expect(caller).toContain('assumed-role/Other');
  }
});

test('sync with every variable of the old tool', async () => {
  const bench = await ownerOnly();
  bench.write('keys/registry', bench.registry.token);
  const environment = {
    AWS_REGION: 'eu-west-1',
    REGISTRY_URL: bench.registry.url,
    REGISTRY_TOKEN_FILE: 'keys/registry',
    AGENTCORE_ACCOUNTS: `${RETAIL},${LOGISTICS}`,
    AGENTCORE_ASSUME_ROLE_NAME: 'AgentCoreSync',
  };
  expectCode(await bench.step('sync', { environment }), 0);
  expect(askedOf(bench).sort()).toEqual([`${RETAIL} eu-west-1`, `${LOGISTICS} eu-west-1`]);
  expect(bench.registry.records().servers.map(({ path }) => path)).toEqual(['/pricing/']);
  expect(bench.registry.records().agents.map(({ path }) => path)).toEqual(['/customs']);
});

test('the token lies in .token where nobody says otherwise', async () => {
  const bench = await ownerOnly();
  expectCode(await bench.step(`sync --accounts ${RETAIL} --registry-url ${bench.registry.url} --gateways-only`), 0);
  expect(bench.registry.records().servers.map(({ path }) => path)).toEqual(['/pricing/']);
  bench.write('.token', 'wrong');
  const { stderr } = expectCode(await bench.step(`plan --registry-url ${bench.registry.url}`), 1);
  expect(stderr).toMatch(/token/);
});

test('list takes the old flags, and asks no registry', async () => {
  const bench = await ownerOnly();
  const words = `list --region us-east-1 --accounts ${RETAIL} --assume-role-name Other --runtimes-only --timeout 5 --debug`;
  const { stdout } = expectCode(await bench.step(words), 0);
  expect(stdout).toContain('stock');
  expect(stdout).not.toContain('pricing');
  expect(bench.registry.requests).toEqual([]);
});

test('list and sync take what only the old tool needed, with a notice', async () => {
  const bench = await ownerOnly();
  const list = await bench.step(`list --accounts ${RETAIL} --registry-url ${bench.registry.url} --token-file .token`);
  expectCode(list, 0);
  expect(list.stdout).toContain('stock');
  expect(list.stderr).toMatch(/notice +option-unneeded[\s\S]*--registry-url[\s\S]*list asks no registry/);
  expect(bench.registry.requests).toEqual([]);
  const words = `sync --accounts ${RETAIL} --registry-url ${bench.registry.url} --manifest old.json --gateways-only`;
  const sync = expectCode(await bench.step(words), 0);
  expect(sync.stderr.replaceAll(/\s+/g, ' ')).toContain('export-manifest writes the file');
  expect(bench.registry.records().servers.map(({ path }) => path)).toEqual(['/pricing/']);
});

test('without an owner nothing is registered, and the line to add is shown', async () => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', '');
  const run = await bench.step(`sync --dry-run --accounts ${RETAIL} --registry-url ${bench.registry.url}`);
  expect(expectCode(run, 64).stderr.replaceAll(/\s+/g, ' ')).toContain('owner: platform-catalogue');
});

test('secrets in the variables of the old tool, and a .env, are told where nothing takes them', async () => {
  const bench = await ownerOnly();
  await bench.seed('scan');
  const environment = {
    REGISTRY_URL: bench.registry.url,
    AUTH0_CLIENT_SECRET: 'canary-secret',
    OAUTH_CLIENT_SECRET_registry: 'canary-secret',
    OKTA_CLIENT_SECRET: '',
  };
  bench.write('.env', 'OAUTH_CLIENT_SECRET_registry=canary-secret\n');
  const told = async (words: string) => {
    const { problems } = envelopeOf(await bench.step(`${words} --output json`, { environment }));
    expect(JSON.stringify(problems)).not.toContain('canary');
    return problems.filter(({ rule }) => rule === 'variable-unused' || rule === 'env-file-unread');
  };
  expect(await told('refresh')).toMatchObject([
    {
      rule: 'variable-unused',
      severity: 'notice',
      text: expect.stringContaining('AUTH0_CLIENT_SECRET, OAUTH_CLIENT_SECRET_registry: a variable by itself'),
      hint: expect.stringContaining('issuers'),
    },
    { rule: 'env-file-unread', severity: 'notice', hint: expect.stringContaining('--env-file .env') },
  ]);
  expect((await told('plan')).length).toBe(0);
  const discovery = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_retail';
  bench.write(
    'agentcore-sync.yaml',
    `owner: test-catalogue\nissuers:\n  - issuer: ${discovery}\n    clients: [{ id: registry, for: ["${RETAIL}/*"] }]\n  - issuer: https://acme.auth0.com\n    vendor: auth0\n    clients: [{ id: other }]\n`,
  );
  expect((await told('verify --env-file .env')).length).toBe(0);
});

test('--timeout ends a call that hangs, and says how long it waited', async () => {
  const bench = await ownerOnly();
  bench.aws.setFaults([{ call: 'ListAgentRuntimes', effect: 'hang' }]);
  const run = await bench.step(`list --accounts ${RETAIL} --timeout 1 --run-timeout 10 --output json`);
  const { problems } = envelopeOf(expectCode(run, 1));
  const failed = problems.filter(({ severity }) => severity === 'error');
  expect(failed.map(({ text }) => text).join()).toMatch(/ListAgentRuntimes/);
  expect(failed.map(({ subject }) => subject).join()).toContain(RETAIL);
});

test('what the old tool registered is a conflict until --overwrite adopts it, in either spelling', async () => {
  const bench = await ownerOnly();
  bench.registry.seed({
    servers: [
      {
        path: '/pricing',
        fields: { server_name: 'Pricing', description: 'Price lookups', metadata: { source: 'agentcore-sync' } },
      },
    ],
  });
  bench.write('agentcore-sync.yaml', `owner: test-catalogue\naws: { accounts: ["${RETAIL}"] }\n`);
  const words = `--registry-url ${bench.registry.url}`;
  await bench.seed('scan');
  const { stderr } = expectCode(await bench.step(`plan ${words}`), 1);
  expect(stderr).toMatch(/path-conflict/);
  expect(stderr).toContain('--adopt');
  expectCode(await bench.step(`apply --overwrite ${words}`), 0);
  const pricing = bench.registry.records().servers.filter(({ path }) => path.startsWith('/pricing'));
  expect(pricing).toHaveLength(1);
  expect(JSON.stringify(pricing[0]?.fields['metadata'])).toContain('test-catalogue');
  expectCode(await bench.step(`plan --exit-code ${words}`), 0);
});
