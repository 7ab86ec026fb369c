import { expect, test } from 'vitest';
import { gateway as awsGateway, runtime as awsRuntime, target as awsTarget } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { staleTargets } from '../../src/discovery/stale.ts';
import type { Sighting } from '../../src/model/resource.ts';
import { gateway, runtime, target } from '../catalogue/world.ts';
import { configuration, envelopeOf, expectCode, RETAIL, startBench } from '../cli/cli.ts';

const planner = runtime('planner');
const url = planner.source?.kind === 'runtime' ? planner.source.value.url : '';
const behind = (at: number | undefined, query = ''): Sighting => {
  const one = target('tools', gateway('pricing'));
  if (one.source?.kind !== 'target') throw new Error('no target');
  const value = { ...one.source.value, url: `${url}${query}` };
  return { ...one, source: { kind: 'target', value }, ...(at === undefined ? {} : { at }) };
};
const told = (...sightings: Sighting[]) => staleTargets({ sightings }).map(({ problem }) => problem.rule);

test('a target is stale where the runtime behind it is younger, and both times are known', () => {
  expect(told({ ...planner, at: 2000 }, behind(1000))).toEqual(['target-stale']);
  expect(told({ ...planner, at: 2000 }, behind(1000, '?qualifier=prod'))).toEqual(['target-stale']);
  expect(told({ ...planner, at: 2000 }, behind(2000))).toEqual([]);
  expect(told({ ...planner, at: 2000 }, behind(undefined))).toEqual([]);
  expect(told(planner, behind(1000))).toEqual([]);
  expect(told(behind(1000))).toEqual([]);
});

test('list and doctor tell it, and no file of a scan changes with the time', async () => {
  const bench = await startBench();
  const there = contentsOf(bench.aws.world, { account: RETAIL, region: 'us-east-1' });
  const tools = awsRuntime({ name: 'tools', updatedAt: '2026-02-01T00:00:00Z' });
  const arn = `arn:aws:bedrock-agentcore:us-east-1:${RETAIL}:runtime/${tools.id}`;
  const remote = awsTarget({
    name: 'tools',
    endpoint: `https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/${encodeURIComponent(arn)}/invocations`,
    synchronizedAt: '2026-01-31T00:00:00Z',
  });
  there.runtimes.push(tools);
  const front = awsGateway({ name: 'front', targets: [remote] });
  there.gateways.push(front);
  const flags = `--accounts ${RETAIL} --regions us-east-1 --include-mcp-targets`;
  const { problems } = envelopeOf(expectCode(await bench.step(`list ${flags} --output json`), 0));
  expect(problems).toContainEqual(
    expect.objectContaining({
      rule: 'target-stale',
      text: expect.stringContaining('listed its tools at 2026-01-31T00:00:00.000Z, and the runtime tools behind it'),
    }),
  );
  const settings = `${configuration(bench.registry.url)}scan: { targets: mcp }\n`;
  bench.write('agentcore-sync.yaml', settings);
  const asked = expectCode(await bench.step('doctor --checks aws,targets'), 1).stdout;
  expect(asked).toContain('the gateway tells the tools of before.');
  expect(asked).toContain(
    `aws bedrock-agentcore-control synchronize-gateway-targets --region us-east-1 --gateway-identifier ${front.id} --target-id-list ${remote.id}`,
  );
  bench.write(
    'agentcore-sync.yaml',
    `${settings}accepted: [{ rule: target-stale, path: "*${front.id}", reason: known }]\n`,
  );
  expect(expectCode(await bench.step('doctor --checks aws,targets'), 0).stdout).not.toContain('tools of before');
  const list = envelopeOf(expectCode(await bench.step(`list ${flags} --output json`), 0));
  expect(list.problems.find(({ rule }) => rule === 'target-stale')).toMatchObject({ severity: 'notice' });
  bench.write('agentcore-sync.yaml', `${settings}rules: { target-stale: error }\n`);
  expectCode(await bench.step(`list ${flags}`), 1);
  bench.write('agentcore-sync.yaml', settings);

  expectCode(await bench.step(`scan ${flags}`), 0);
  const before = bench.files();
  remote.synchronizedAt = '2026-03-01T00:00:00Z';
  expectCode(await bench.step(`scan ${flags}`), 0);
  expect(bench.files()).toEqual(before);
});
