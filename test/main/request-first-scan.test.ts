import { expect, test } from 'vitest';
import { roleFor, runtime } from '../../sandbox/resources.ts';
import { world } from '../../sandbox/world.ts';
import { CALLER, expectCode, LOGISTICS, RETAIL } from '../cli/cli.ts';
import { startStage } from './request-stage.ts';

/** Spread over two Regions: the pace of AWS's default quotas holds here too. */
const regions = (prefix: string) => {
  const runtimes = Array.from({ length: 255 }, (_, at) => runtime({ name: `${prefix}_${at}` }));
  return { 'us-east-1': { runtimes }, 'eu-west-1': { runtimes } };
};

test('a first scan of more than a thousand files goes out in one request for each account', async () => {
  const accounts = {
    [CALLER]: {},
    [RETAIL]: { roles: { AgentCoreSync: roleFor(CALLER) }, regions: regions('retail') },
    [LOGISTICS]: { roles: { AgentCoreSync: roleFor(CALLER) }, regions: regions('logistics') },
  };
  const { action, body } = await startStage({ world: world({ accounts }) });
  const run = await action({ command: 'scan' });
  expectCode(run, 0);
  const requests: readonly { readonly number: number; readonly operation: string }[] = JSON.parse(
    run.outputs['pull-requests'] ?? '[]',
  );
  expect(requests.map(({ operation }) => operation)).toEqual(['created', 'created']);
  expect(requests.map(({ number }) => body(number).includes(RETAIL)).sort()).toEqual([false, true]);
}, 110_000);
