import { expect, test } from 'vitest';
import { gateway, roleFor, target } from '../../sandbox/resources.ts';
import { contentsOf, type Target } from '../../sandbox/world.ts';
import { type Clock, systemClock } from '../../src/net/clock.ts';
import { CALLER, LOGISTICS, RETAIL, startBench, twoAccounts } from './cli.ts';
import { told } from './deploying.ts';
import { commandIn } from './in-process.ts';

const server = (name: string): Target => ({ ...target({ name }), targetType: 'MCP_SERVER' });

/** Accounts with the role, and a clock that waits for nothing: each look takes the time that it is after the one before. */
const startReload = async () => {
  const world = twoAccounts();
  for (const account of [RETAIL, LOGISTICS]) {
    const found = world.accounts[account];
    if (found !== undefined) found.roles['AgentCoreReloadTools'] = roleFor(CALLER);
  }
  const bench = await startBench({ world });
  const { gateways } = contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' });
  let waited = 0;
  const clock: Clock = {
    now: () => systemClock.now() + waited,
    sleep: (ms, signal) => {
      if (ms !== 5000) return systemClock.sleep(ms, signal);
      waited += ms;
      return Promise.resolve();
    },
  };
  const reload = (...names: readonly string[]) =>
    commandIn(
      { folder: bench.folder, environment: bench.environment },
      { command: 'gateways', operands: ['reload-tools', ...names], clock },
    );
  const catalog = gateways[0]?.targets.find(({ name }) => name === 'catalog');
  if (catalog === undefined) throw new Error('the world has a gateway with an MCP server');
  const calls = () => bench.aws.requests.filter(({ call }) => call === 'SynchronizeGatewayTargets').length;
  const looks = () => bench.aws.requests.filter(({ call }) => call === 'ListGatewayTargets').length;
  return { bench, gateways, catalog, reload, calls, looks };
};

test('the tools of MCP servers are read again, one call for each, and waited for', async () => {
  const { reload, calls, gateways } = await startReload();
  const { exitCode, text, ...result } = await reload('pricing');
  expect(told({ exitCode, text, ...result })).toBe('');
  expect(exitCode).toBe(0);
  expect(text).toContain('gateway pricing\n  catalog  READY\n');
  expect(calls()).toBe(1);
  const none = await startReload();
  none.gateways[0]?.targets.splice(0);
  expect(told(await none.reload('pricing'))).toContain('No MCP server stands behind it');
  const byId = await reload(gateways[0]?.id ?? '');
  expect(told(byId)).toBe('');
});

test('a target that fails, and a name that is not there, are told', async () => {
  const { reload, catalog } = await startReload();
  catalog.afterwards = 'SYNCHRONIZE_UNSUCCESSFUL';
  const failed = await reload('pricing', 'none');
  expect(failed.exitCode).toBe(1);
  expect(failed.problems.map(({ text }) => text)).toEqual([
    'Reading the tools of pricing again: the target catalog is SYNCHRONIZE_UNSUCCESSFUL.',
    'There is no gateway none in the accounts and Regions that were asked.',
  ]);
});

test('one that never ends is given up, and said to go on', async () => {
  const { reload, catalog } = await startReload();
  catalog.afterwards = 'SYNCHRONIZING';
  const late = await reload('pricing');
  expect(told(late)).toBe(
    'Reading the tools of pricing again: the target catalog is still SYNCHRONIZING after 15 minutes.',
  );
});

test('a listing that lags behind is looked at again: READY alone does not say that the tools were read', async () => {
  const { reload, catalog, looks } = await startReload();
  // Whatever happens to it, the listing goes on to show what was there before.
  Object.defineProperty(catalog, 'status', { get: () => 'READY', set: () => undefined, enumerable: true });
  const before = looks();
  expect(told(await reload('pricing'))).toBe('');
  expect(looks() - before).toBeGreaterThan(6);
});

test('many targets are asked one by one; one that is refused, or waits for a person, stops no other', async () => {
  const { reload, gateways, bench, calls } = await startReload();
  const many: Target[] = Array.from({ length: 12 }, (_, at) => server(`server-${at}`));
  const pending = server('crm');
  pending.status = 'CREATE_PENDING_AUTH';
  gateways.push(gateway({ name: 'many', targets: [...many, pending] }));
  const message = 'Target has a static tool schema (mcpToolSchema)';
  bench.aws.setFaults([
    {
      call: 'SynchronizeGatewayTargets',
      nth: 2,
      effect: { refuse: { status: 400, code: 'ValidationException', message } },
    },
    { call: 'SynchronizeGatewayTargets', nth: 2, effect: 'deny' },
  ]);
  const result = await reload('many');
  expect(result.exitCode).toBe(1);
  expect(calls()).toBe(12);
  expect(result.problems.map(({ severity, text }) => `${severity} ${text}`)).toEqual([
    'warning Reading the tools of many again: the tools of the target server-1 stand in its definition, and are not read from the server.',
    expect.stringMatching(
      /^error .*the target server-2: SynchronizeGatewayTargets .* in 111111111111 us-east-1: .*bedrock-agentcore:SynchronizeGatewayTargets/,
    ),
    'error Reading the tools of many again: the target crm is CREATE_PENDING_AUTH: a person has to consent first.',
  ]);
  expect(result.text.match(/server-\d+ {2}READY/g)).toHaveLength(10);
});
