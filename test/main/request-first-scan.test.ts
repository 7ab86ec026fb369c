import { expect, test } from 'vitest';
import { roleFor, runtime } from '../../sandbox/resources.ts';
import { world } from '../../sandbox/world.ts';
import { CALLER, LOGISTICS, RETAIL } from '../cli/cli.ts';
import { commandIn } from '../cli/in-process.ts';
import { hastyClock } from '../discovery/scanning.ts';
import { startStage } from './request-stage.ts';

/** Both Regions have the same: what is new is the account. */
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
  const { bench, github, git, body } = await startStage({ world: world({ accounts }) });
  const environment = {
    ...bench.environment,
    ...github.environment,
    GITHUB_SHA: git('rev-parse', 'HEAD'),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_TOKEN: github.jobToken(),
  };
  // The pace of AWS's quotas holds for so many calls: on this clock it costs no time.
  const { exitCode, outputs, problems } = await commandIn(
    { folder: bench.folder, environment },
    { command: 'scan', actions: true, clock: hastyClock(10_000) },
  );
  expect(exitCode === 0 ? [] : problems).toEqual([]);
  const requests: readonly { readonly number: number; readonly operation: string }[] = JSON.parse(
    outputs['pull-requests'] ?? '[]',
  );
  expect(requests.map(({ operation }) => operation)).toEqual(['created', 'created']);
  expect(requests.map(({ number }) => body(number).includes(RETAIL)).sort()).toEqual([false, true]);
}, 110_000);
