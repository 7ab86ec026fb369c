/** Deploys that are killed at any request, and what the next one makes of them. */
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { contentsOf } from '../../sandbox/world.ts';
import { FOLDER } from '../gateways/definitions.ts';
import { type Bench, RETAIL } from './cli.ts';
import { FILE, gateways, startDeploy, told } from './deploying.ts';

const definition = (...more: readonly string[]): string =>
  ['kind: gateway-definition', 'form: 1', 'role: { type: made }', 'authorizer: { type: AWS_IAM }', ...more].join('\n');

const server = (name: string): string =>
  `targets: [{ name: ${name}, type: mcpServer, endpoint: "https://${name}.example.com/mcp" }]`;

const liveIn = ({ aws }: Bench) => contentsOf(aws.world, { account: RETAIL, region: 'us-east-1' }).gateways;

/** A stack of somebody else beside ours; everything of it, and every other gateway, as one text. */
const startBesideOthers = async () => {
  const bench = await startDeploy();
  await gateways(bench, ['deploy', 'orders'], { given: { yes: true } });
  const stacks = [...bench.aws.cloud.stacks.values()];
  for (const stack of stacks) stack.tags = new Map([['agentcore-sync:owner', 'another']]);
  const others = liveIn(bench).map(({ name }) => name);
  const foreign = (): string =>
    JSON.stringify([
      stacks.map(({ text, tags, status, events }) => [text, [...tags], status, events]),
      liveIn(bench).filter(({ name }) => others.includes(name)),
    ]);
  return { bench, foreign };
};

/** Runs a deploy that is killed while its n-th request is answered: AWS has done what it asked. False: it was done before. */
const killedAt = async (bench: Bench, name: string, nth: number): Promise<boolean> => {
  bench.aws.setFaults([{ nth, effect: 'hang' }]);
  const before = bench.aws.requests.length;
  const controller = new AbortController();
  let isDone = false;
  const run = gateways(bench, ['deploy', name], { given: { yes: true, allowDeletes: true }, signal: controller.signal })
    .catch(() => undefined)
    .finally(() => {
      isDone = true;
    });
  while (!isDone && bench.aws.requests.length < before + nth) await setImmediate();
  const isKilled = !isDone;
  controller.abort();
  await run;
  bench.aws.setFaults([]);
  return isKilled;
};

test.each([
  ['a new stack', (at: number) => ({ name: `new-${at}`, text: definition(server('prices')), targets: ['prices'] })],
  [
    'a stack that loses one target and gains another',
    (at: number) => {
      const target = at % 2 === 0 ? 'prices' : 'stock';
      return { name: 'changed', text: definition(server(target)), targets: [target] };
    },
  ],
])('%s: killed at every request and run again, it converges, and nothing foreign is touched', async (_, wanted) => {
  const { bench, foreign } = await startBesideOthers();
  const { name: first, text: before } = wanted(0);
  bench.write(FILE.replace('orders', first), before);
  await gateways(bench, ['deploy', first], { given: { yes: true } });
  const theirs = foreign();
  let at = 0;
  for (let isKilled = true; isKilled; ) {
    at += 1;
    const { name, text, targets } = wanted(at);
    bench.write(`gateways/${FOLDER}/${name}.yaml`, text);
    isKilled = await killedAt(bench, name, at);
    const again = await gateways(bench, ['deploy', name], { given: { yes: true, allowDeletes: true } });
    expect([at, again.exitCode, told(again)]).toEqual([at, 0, '']);
    const live = liveIn(bench).filter((one) => one.name === name);
    expect(live.map((one) => one.targets.map((target) => target.name))).toEqual([targets]);
    expect(foreign()).toBe(theirs);
  }
  expect((await gateways(bench, ['plan', wanted(at).name])).text).toContain('nothing to deploy');
  expect(at).toBeGreaterThan(15);
});
