import { expect, onTestFinished, test } from 'vitest';
import { startRegistry } from '../../sandbox/registry/registry.ts';
import { envelopeOf, expectCode, startBench } from './cli.ts';
import { gatewayPath, heldBy, startTokenBench, type TokenBench } from './issuers.ts';

const REASON = 'SEC-12: it leaks';
const WORDS = `disable /orders/ --output json --reason`;

/** Runs disable with a reason of several words. */
const disable = (bench: Pick<TokenBench, 'step'>) => bench.step(`${WORDS} ${REASON.replaceAll(' ', '_')}`);

const enabledOf = (bench: Pick<TokenBench, 'registry'>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(bench.registry.records().servers.map(({ path, enabled }) => [path, enabled]));

/** How the registry authenticates at each server: a credential under none is sent to nobody. */
const schemesOf = (bench: Pick<TokenBench, 'registry'>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(bench.registry.records().servers.map(({ path, fields }) => [path, fields['auth_scheme']]));

const started = async (...[options]: Parameters<typeof startTokenBench>) => {
  const bench = await startTokenBench(options);
  expectCode(await bench.step('apply'), 0);
  expect(heldBy(bench)['/orders/']).toBeDefined();
  expect(enabledOf(bench)).toMatchObject({ '/orders/': true, '/pricing/': true });
  return bench;
};

test.each(['older', 'newer'] as const)(
  'disable takes the credential and switches off at once, and neither apply nor refresh undoes it: %s',
  async (version) => {
    const bench = await started({ registry: { version } });
    const before = bench.read(gatewayPath('orders'));
    const run = envelopeOf(expectCode(await disable(bench), 0));
    expect(run.result).toMatchObject({
      paths: ['/orders/'],
      recorded: { files: [gatewayPath('orders').slice('servers/'.length)] },
      registries: [{ name: 'default', state: 'done', off: [{ path: '/orders/', type: 'server' }] }],
    });
    expect(schemesOf(bench)).toMatchObject({ '/orders/': 'none', '/pricing/': 'bearer' });
    expect(enabledOf(bench)).toMatchObject({ '/orders/': false, '/pricing/': true });
    expect(bench.read(gatewayPath('orders'))).toBe(`${before.trimEnd()}\n  enabled: false # SEC-12:_it_leaks\n`);

    // The pull request is not merged yet.
    bench.write(gatewayPath('orders'), before);
    const plan = envelopeOf(expectCode(await bench.step('plan --exit-code --output json'), 0));
    expect(plan.problems).toContainEqual(
      expect.objectContaining({ rule: 'disabled-at-once', text: expect.stringContaining('SEC-12:_it_leaks') }),
    );
    expectCode(await bench.step('apply'), 0);
    bench.write(gatewayPath('orders'), before.replace('  path: /orders/', '  path: /orders/\n  description: other'));
    expectCode(await bench.step('apply'), 0);
    expectCode(await bench.step('refresh'), 0);
    expect(schemesOf(bench)).toMatchObject({ '/orders/': 'none', '/pricing/': 'bearer' });
    expect(enabledOf(bench)).toMatchObject({ '/orders/': false, '/pricing/': true });

    // Git says so, and then something else.
    bench.write(gatewayPath('orders'), before.replace('  path: /orders/', '  path: /orders/\n  enabled: false'));
    expectCode(await bench.step('apply'), 0);
    expect(enabledOf(bench)).toMatchObject({ '/orders/': false });
    bench.write(gatewayPath('orders'), before);
    expectCode(await bench.step('apply'), 0);
    expect(enabledOf(bench)).toMatchObject({ '/orders/': true });
    expect(schemesOf(bench)).toMatchObject({ '/orders/': 'bearer' });
    expectCode(await bench.step('plan --exit-code'), 0);
  },
);

test('an entry that says that it is enabled stays off until it says something else', async () => {
  const bench = await started();
  const said = bench
    .read(gatewayPath('orders'))
    .replace('  path: /orders/', '  path: /orders/\n  enabled: true # wanted');
  bench.write(gatewayPath('orders'), said);
  expectCode(await bench.step('apply'), 0);
  expectCode(await disable(bench), 0);
  expect(bench.read(gatewayPath('orders'))).toBe(said.replace('true # wanted', 'false # wanted'));
  bench.write(gatewayPath('orders'), said);
  expectCode(await bench.step('apply'), 0);
  expect(enabledOf(bench)).toMatchObject({ '/orders/': false });
});

test('every registry is switched off, also where one fails', async () => {
  const bench = await startBench();
  const other = await startRegistry({ scan: 'off' });
  onTestFinished(() => other.close());
  bench.write('.token-production', JSON.stringify({ access_token: other.token, registry: other.url }));
  bench.write(
    'agentcore-sync.yaml',
    [
      'owner: test-catalogue',
      'registries:',
      `  staging: { type: mcp-gateway-registry, url: "${bench.registry.url}" }`,
      `  production: { type: mcp-gateway-registry, url: "${other.url}", token: { file: .token-production } }`,
      '',
    ].join('\n'),
  );
  bench.write(
    'servers/manual/orders.yaml',
    'kind: server\nregistration:\n  path: /orders/\n  name: orders\n  url: https://orders.example.com/mcp\n',
  );
  expectCode(await bench.step('apply'), 0);
  expect(enabledOf({ registry: other })).toEqual({ '/orders/': true });
  bench.write('.token', JSON.stringify({ access_token: 'wrong', registry: bench.registry.url }));
  const run = expectCode(await bench.step('disable /orders/ --reason leaks'), 1);
  expect(run.stdout).toMatch(/^failed +staging$/m);
  expect(run.stdout).toMatch(/^off +\/orders\/ +production/m);
  expect(enabledOf({ registry: other })).toEqual({ '/orders/': false });
  bench.write('.token', JSON.stringify({ access_token: bench.registry.token, registry: bench.registry.url }));
  expectCode(await bench.step('disable /orders/ --to staging --reason leaks'), 0);
  expect(enabledOf(bench)).toEqual({ '/orders/': false });
});

test('what is not known, or has no reason, is not switched off', async () => {
  const bench = await started();
  expect(expectCode(await bench.step('disable /nothing/ --reason x'), 1).stderr).toContain('entry-unknown');
  expect(expectCode(await bench.step('disable /orders/'), 64).stderr).toContain('disable needs a reason');
  expect(enabledOf(bench)).toMatchObject({ '/orders/': true });
});
