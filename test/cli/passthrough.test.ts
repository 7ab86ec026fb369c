/** Targets that pass requests through to an MCP server or an agent: from the scan that is asked for them to the registry. */
import { expect, test } from 'vitest';
import { gateway, target } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { configuration, envelopeOf, expectCode, RETAIL, rulesOf, startBench } from './cli.ts';

test('what passes MCP through is a server, what passes A2A through an agent, and nothing else is either', async () => {
  const bench = await startBench();
  const passing = (name: string, protocolType: string) =>
    target({ name, type: 'PASSTHROUGH', endpoint: `https://${name}.example.com/in`, protocolType });
  const front = gateway({
    name: 'front',
    protocolType: null,
    targets: [passing('tools', 'MCP'), passing('agent', 'A2A'), passing('models', 'INFERENCE')],
  });
  contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' }).gateways = [front];
  const targetFiles = () => Object.keys(bench.files()).filter((file) => file.includes('/targets/'));

  bench.write('agentcore-sync.yaml', configuration(bench.registry.url));
  const plain = envelopeOf(expectCode(await bench.step('scan --output json'), 0));
  expect(targetFiles()).toEqual([]);
  expect(plain.problems.filter(({ rule }) => rule === 'left-out')).toMatchObject([
    { text: expect.stringContaining('1 gateway without MCP, 3 targets of type PASSTHROUGH') },
  ]);

  bench.write('agentcore-sync.yaml', configuration(bench.registry.url, 'scan: { targets: mcp }\n'));
  const scanned = envelopeOf(expectCode(await bench.step('scan --output json'), 0));
  expect(scanned.problems.filter(({ rule }) => rule === 'left-out')).toMatchObject([
    { text: expect.stringContaining('1 gateway without MCP, 1 target of type PASSTHROUGH') },
  ]);
  expect(targetFiles()).toHaveLength(2);
  expectCode(await bench.step('validate'), 0);
  const planned = expectCode(await bench.step('plan'), 0).stdout;
  expect(planned).toContain('/front-tools/');
  expect(planned).toContain('/front-agent');
  const calls = bench.aws.requests.length;
  expectCode(await bench.step('apply'), 0);
  expect(bench.aws.requests.slice(calls).filter(({ call }) => call === 'GetGatewayTarget')).toHaveLength(2);
  const { servers, agents } = bench.registry.records();
  const server = servers.find(({ path }) => path === '/front-tools/');
  const agent = agents.find(({ path }) => path === '/front-agent');
  expect(server?.fields).toMatchObject({ proxy_pass_url: 'https://tools.example.com/in', auth_scheme: 'none' });
  expect(agent?.fields).toMatchObject({ url: 'https://agent.example.com/in', supported_protocol: 'a2a' });

  // The endpoint is what the gateway's owner wrote: AWS is asked for it in each run.
  front.targets = [passing('tools', 'INFERENCE'), passing('agent', 'A2A')];
  const [tools = ''] = targetFiles().filter((file) => bench.read(file).includes('name: tools'));
  bench.write(tools, bench.read(tools).replace('/front-tools/', '/elsewhere/'));
  const { problems } = envelopeOf(expectCode(await bench.step('plan --output json'), 1));
  expect(rulesOf({ problems } as never)).toContain('place-elsewhere');
  expect(problems.find(({ rule }) => rule === 'place-elsewhere')?.text).toContain('is no MCP server and no agent');
});
