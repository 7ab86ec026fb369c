/** Live gateways that a stack takes over. */
import { expect, test } from 'vitest';
import { gateway, jwt, target } from '../../sandbox/resources.ts';
import { contentsOf, type Gateway } from '../../sandbox/world.ts';
import { FOLDER, ISSUER, LAMBDA, PROVIDER, ROLE, TOOLS } from '../gateways/definitions.ts';
import { type Bench, RETAIL } from './cli.ts';
import { gateways, startDeploy, told } from './deploying.ts';

const AT = { account: RETAIL, region: 'us-east-1' };
const FILE = `gateways/${FOLDER}/billing.yaml`;

/** A gateway that was made by hand, with a function and an MCP server, and its definition as pull writes it. */
const startPulled = async (): Promise<{ readonly bench: Bench; readonly live: Gateway }> => {
  const bench = await startDeploy();
  const live = gateway({
    name: 'billing',
    salt: 'by hand',
    description: 'Factures à payer',
    authorizer: jwt(ISSUER, { allowedClients: ['callers'] }),
    details: { roleArn: ROLE, protocolConfiguration: { mcp: { searchType: 'SEMANTIC' } } },
    targets: [
      target({
        name: 'orders',
        salt: 'by hand',
        configuration: { mcp: { lambda: { lambdaArn: LAMBDA, toolSchema: { inlinePayload: JSON.parse(TOOLS) } } } },
      }),
      target({
        name: 'catalog',
        salt: 'by hand',
        endpoint: 'https://mcp.example.com/mcp',
        outbound: [
          {
            credentialProviderType: 'OAUTH',
            credentialProvider: { oauthCredentialProvider: { providerArn: PROVIDER, scopes: ['read'] } },
          },
        ],
      }),
    ],
  });
  contentsOf(bench.aws.world, AT).gateways.push(live);
  bench.write(
    'agentcore-sync.yaml',
    `${bench.read('agentcore-sync.yaml')}  roles: ["${ROLE}"]
  issuers: ["${ISSUER}"]
  providers: [{ arn: "${PROVIDER}", origins: ["https://mcp.example.com"] }]
`,
  );
  await gateways(bench, ['pull', 'billing']);
  return { bench, live };
};

const snapshot = (live: Gateway): string => JSON.stringify(live);

test('without --import a live gateway is not touched, and the way is named', async () => {
  const { bench } = await startPulled();
  const plan = await gateways(bench, ['plan', 'billing']);
  expect(told(plan)).toContain(
    'A gateway billing is there in 111111111111 us-east-1, and no stack agentcore-sync-billing holds it',
  );
  expect(plan.problems.at(-1)?.hint).toContain('agentcore-sync gateways plan billing --import');
});

test('what was pulled is taken over as it is; then plan says no changes', async () => {
  const { bench, live } = await startPulled();
  const before = snapshot(live);
  const plan = await gateways(bench, ['plan', 'billing'], { given: { import: true, out: 'plan.json' } });
  expect(told(plan)).toBe('');
  expect(plan.text).toContain('new stack that takes it over\n  = gateway billing is taken over as it is\n');
  expect(plan.text).toContain('  = target orders is taken over as it is\n');
  const deployed = await gateways(bench, ['deploy', 'billing'], { given: { import: true, expect: 'plan.json' } });
  expect(told(deployed)).toBe('');
  expect(deployed.text).toContain(`Endpoint: https://${live.id}.gateway.`);
  expect(contentsOf(bench.aws.world, AT).gateways).toContain(live);
  expect(snapshot(live)).toBe(before);
  for (const given of [{}, { import: true } as const]) {
    const again = await gateways(bench, ['plan', 'billing'], { given });
    expect(told(again)).toBe('');
    expect(again.text).toContain('Plan: nothing to deploy.');
  }
});

test('what was imported leaves the stack when it is taken out, and stays in AWS', async () => {
  const { bench, live } = await startPulled();
  await gateways(bench, ['deploy', 'billing'], { given: { import: true, yes: true } });
  const text = bench.read(FILE);
  const catalog = / {2}- name: catalog\n(?: {4}.*\n)+/.exec(text)?.[0] ?? '';
  expect(catalog).not.toBe('');
  bench.write(FILE, text.replace(catalog, ''));
  const plan = await gateways(bench, ['plan', 'billing']);
  expect(plan.text).toContain('  - target catalog leaves the stack, and stays in AWS: it was imported\n');
  expect(told(await gateways(bench, ['deploy', 'billing'], { given: { yes: true } }))).toBe('');
  const now = contentsOf(bench.aws.world, AT).gateways.find(({ id }) => id === live.id);
  expect(now?.targets.map(({ name }) => name).sort()).toEqual(['catalog', 'orders']);
});

test('a definition that says something else than what is live is not imported: it would pass for done', async () => {
  const { bench } = await startPulled();
  bench.write(FILE, bench.read(FILE).replace('description: ', 'description: More '));
  const plan = await gateways(bench, ['plan', 'billing'], { given: { import: true } });
  expect(plan.exitCode).toBe(1);
  expect(told(plan)).toContain('differ in billing: an import takes over what is there as it is');
  expect(bench.aws.requests.filter(({ call }) => call === 'CreateChangeSet')).toEqual([]);
});

test('an import that fails in the middle goes back, and can be run again', async () => {
  const { bench, live } = await startPulled();
  const before = snapshot(live);
  bench.aws.cloud.failing.set('TargetOrders', 'The handler failed');
  const failed = await gateways(bench, ['deploy', 'billing'], { given: { import: true, yes: true } });
  expect(told(failed)).toContain(
    'the stack is IMPORT_ROLLBACK_COMPLETE, and all is as it was before. TargetOrders: The handler failed',
  );
  expect(snapshot(live)).toBe(before);
  bench.aws.cloud.failing.clear();
  expect(told(await gateways(bench, ['deploy', 'billing'], { given: { import: true, yes: true } }))).toBe('');
  expect((await gateways(bench, ['plan', 'billing'])).text).toContain('nothing to deploy');
});

test('there is nothing to import', async () => {
  const bench = await startDeploy();
  const plan = await gateways(bench, ['plan'], { given: { import: true } });
  expect(told(plan)).toContain('There is no gateway orders of 111111111111 in us-east-1 to import');
});

const CALLS = [
  'ListGateways',
  'GetGateway',
  'DescribeStacks',
  'CreateChangeSet',
  'DescribeChangeSet',
  'GetTemplate',
  'DescribeStackEvents',
  'ExecuteChangeSet',
] as const;
const PLACES = CALLS.flatMap((call) => [1, 2].map((nth) => ({ call, nth })));

test.each(PLACES)(
  'killed at $call, the time $nth, and run again: it converges, and the gateway stays as it is',
  async ({ call, nth }) => {
    const { bench, live } = await startPulled();
    const before = snapshot(live);
    bench.aws.setFaults([{ call, nth, effect: { refuse: { status: 400, code: 'AccessDenied', message: 'cut' } } }]);
    await gateways(bench, ['deploy', 'billing'], { given: { import: true, yes: true } });
    bench.aws.setFaults([]);
    expect(told(await gateways(bench, ['deploy', 'billing'], { given: { import: true, yes: true } }))).toBe('');
    expect(snapshot(live)).toBe(before);
    expect((await gateways(bench, ['plan', 'billing'])).text).toContain('nothing to deploy');
  },
);
