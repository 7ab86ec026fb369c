import { expect, test } from 'vitest';
import { expectCode } from '../cli/cli.ts';
import { startStage } from './request-stage.ts';

test('a workflow switches a registration off, and opens a pull request of one line that says why', async () => {
  const stage = await startStage({ scanned: true });
  await stage.apply();
  const enabled = () => stage.bench.registry.records().servers.find(({ path }) => path === '/routing/')?.enabled;
  expect(enabled()).toBe(true);
  const inputs = { command: 'disable', arguments: '/routing/', reason: 'SEC-12: it leaks | @everybody' };
  const run = expectCode(await stage.step(inputs), 0);
  expect(enabled()).toBe(false);
  expect(run.stdout).toMatch(/Recorded in pull request #1: .*\/pull\/1/);
  const branch = 'agentcore-sync/disable-routing';
  const [before, after] = [stage.entries('main'), stage.entries(branch)];
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(changed).toEqual([expect.stringContaining('gateways/routing-')]);
  const file = changed[0] ?? '';
  expect(after[file]).toBe(`${before[file]}  enabled: false # SEC-12: it leaks | @everybody\n`);
  expect(stage.body(1)).toContain('registration.enabled');

  // Again: nothing is pushed twice. Merged: the file says so, and no mark has to.
  expectCode(await stage.step(inputs), 0);
  stage.github.people.merge(1, 'squash');
  stage.checkout();
  await stage.apply();
  expect(enabled()).toBe(false);
  const plan = expectCode(await stage.step({ command: 'plan' }), 0);
  expect(plan.stdout).not.toContain('disabled-at-once');
  expect(stage.github.world.violations).toEqual([]);
});
