import { expect, test } from 'vitest';
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
import { gatewayPath, gatewayText, heldBy, startTokenBench } from './issuers.ts';

const PATHS = ['/customs', '/pricing-us-east-1/', '/pricing/', '/routing/', '/stock/'];
const NO_CREDENTIALS = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };

const registeredOf = ({ registry }: Bench): string[] => {
  const { servers, agents } = registry.records();
  return [...servers, ...agents].map(({ path }) => path).sort();
};

const scanned = async (): Promise<Bench> => {
  const bench = await startBench();
  await bench.seed('scan');
  return bench;
};

test('forged entries of an own account are blocked in plan, fail alone in apply, and are never registered', async () => {
  const bench = await scanned();
  bench.write(gatewayPath('evil'), gatewayText('evil', 'https://issuer.example/.well-known/openid-configuration'));
  const planned = envelopeOf(expectCode(await bench.step('plan --output json'), 1));
  expect(onlyRegistry(planned.result)).toMatchObject({
    counts: { create: 5 },
    blocked: [{ blocked: 'unconfirmed', action: 'create', path: '/evil/', why: 'elsewhere' }],
  });
  expect(rulesOf(planned)).toContain('place-elsewhere');
  const { stdout, stderr } = expectCode(await bench.step('apply'), 1);
  expect(stdout).toMatch(/failed +create +\/evil\/ +server +not confirmed: AWS has no gateway evil-a1b2c3d4e5/);
  expect(stderr).toContain('place-elsewhere');
  expect(registeredOf(bench)).toEqual(PATHS);
});

test('without credentials for AWS plan leaves the question to apply, which sends nothing then', async () => {
  const bench = await scanned();
  const environment = NO_CREDENTIALS;
  const planned = expectCode(await bench.step('plan', { environment }), 0);
  expect(planned.stdout).toContain('Plan: 5 to create.\n  To be confirmed by apply: 5 places.');
  const applied = expectCode(await bench.step('apply', { environment }), 1);
  expect(applied.stdout).toContain('Applied: 5 failed.');
  expect(registeredOf(bench)).toEqual([]);
});

test('confirmBy: review asks AWS nothing', async () => {
  const bench = await scanned();
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url, 'confirmBy: review'));
  const before = bench.aws.requests.length;
  expectCode(await bench.step('apply', { environment: NO_CREDENTIALS }), 0);
  expect(registeredOf(bench)).toEqual(PATHS);
  expect(bench.aws.requests).toHaveLength(before);
});

test('refresh renews what AWS confirms: what is elsewhere loses its token, what is denied keeps it', async () => {
  const bench = await startTokenBench();
  expectCode(await bench.step('apply'), 0);
  const before = heldBy(bench);
  const there = bench.aws.world.accounts[RETAIL]?.regions['us-east-1']?.gateways.find(({ name }) => name === 'orders');
  if (there === undefined) throw new Error('AWS has no gateway orders');
  there.url = 'https://elsewhere.example/mcp';
  bench.aws.setFaults([{ account: LOGISTICS, call: 'GetGateway', effect: 'deny' }]);
  const { stdout, stderr } = expectCode(await bench.step('refresh --no-scan'), 1);
  expect(stdout).toMatch(/withheld +\/orders\//);
  expect(stdout).toMatch(/withheld +\/routing\//);
  expect(stdout).toMatch(/renewed +\/pricing\//);
  expect(stderr).toContain('place-elsewhere');
  expect(stderr).toContain('place-unconfirmed');
  const after = heldBy(bench);
  const orders = bench.registry.records().servers.find(({ path }) => path === '/orders/');
  expect(orders?.fields['auth_scheme']).toBe('none');
  expect(after['/routing/']).toBe(before['/routing/']);
  expect(after['/pricing/']).not.toBe(before['/pricing/']);
});
