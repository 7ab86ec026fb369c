/** A gateway at a host of one's own: only where the configuration names it, and only while AWS knows the gateway. */
import { expect, test } from 'vitest';
import { contentsOf } from '../../sandbox/world.ts';
import { configuration, envelopeOf, expectCode, LOGISTICS, rulesOf, startBench } from './cli.ts';

test('a custom domain is registered where the configuration names it', async () => {
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url));
  await bench.seed('scan');
  const file = Object.keys(bench.files()).find((name) => name.includes('routing')) ?? '';
  bench.write(file, `${bench.read(file)}  url: https://tools.example.com/routing/mcp\n`);
  const refused = envelopeOf(expectCode(await bench.step('validate --output json'), 1));
  expect(refused.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { rule: 'entry-url', hint: expect.stringContaining('aws.domains') },
  ]);

  const named = configuration(bench.registry.url).replace(/^aws:\n/m, 'aws:\n  domains: ["*.example.com"]\n');
  expect(named).toContain('domains');
  bench.write('agentcore-sync.yaml', named);
  expectCode(await bench.step('apply'), 0);
  const urlOf = () => bench.registry.records().servers.find(({ path }) => path.startsWith('/routing'))?.fields;
  expect(urlOf()).toMatchObject({ proxy_pass_url: 'https://tools.example.com/routing/mcp' });

  const there = contentsOf(bench.aws.world, { account: LOGISTICS, region: 'us-east-1' });
  const [gateway] = there.gateways;
  if (gateway === undefined) throw new Error('The world has no gateway routing.');
  gateway.url = 'https://routing.example.com/mcp';
  expectCode(await bench.step('scan'), 0);
  expect(bench.read(file)).toContain('url: https://routing.example.com/mcp');
  there.gateways = [];
  bench.write(file, bench.read(file).replace('tools.example.com', 'other.example.com'));
  const gone = envelopeOf(expectCode(await bench.step('plan --output json'), 1));
  expect(rulesOf(gone)).toContain('place-elsewhere');
});
