import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textDigest } from '../../src/model/canonical.ts';
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

test('one job switches off and can push nothing, another one records it without a token of the registry', async () => {
  const stage = await startStage({ scanned: true });
  await stage.apply();
  const inputs = { command: 'disable', arguments: '/routing/', reason: 'SEC-12: it leaks' };
  const off = await stage.step({ ...inputs, 'record-to': 'disabled' });
  expectCode(off, 0);
  expect(off.stdout).toContain('  Another job of this run records it\n');
  expect(stage.bench.registry.records().servers.find(({ path }) => path === '/routing/')?.enabled).toBe(false);
  expect(stage.github.world.items.size).toBe(0);
  const digest = off.outputs['record-digest'] ?? '';
  const file = join(stage.bench.folder, 'disabled/disabled.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    form: 1,
    disabled: [{ file: expect.stringContaining('gateways/routing-') }],
  });

  // Meanwhile the branch moved: it is recorded all the same, and nobody is asked but GitHub.
  stage.github.people.commit('main', { 'README.md': 'later\n' });
  const asked = stage.bench.registry.requests.length;
  const record = (more: Readonly<Record<string, string>> = {}) =>
    stage.step(
      { ...inputs, 'record-from': 'disabled', 'results-digest': digest, ...more },
      { REGISTRY_TOKEN: undefined },
    );
  const recorded = await record();
  expectCode(recorded, 0);
  expect(stage.bench.registry.requests.length).toBe(asked);
  expect(recorded.stdout).toMatch(/Recorded in pull request #1: /);
  expect(JSON.parse(recorded.outputs['pull-requests'] ?? '')).toMatchObject([
    { number: 1, operation: 'created', base: stage.github.people.tip('main') },
  ]);
  expect(Object.values(stage.entries('agentcore-sync/disable-routing')).join()).toContain(
    'enabled: false # SEC-12: it leaks',
  );
  const again = await record();
  expectCode(again, 0);
  expect(again.outputs['pull-requests']).toBe('[]');

  // What the other job wrote only narrows what was named: it can name nothing itself.
  const refused = async (text: string, met: string, more: Readonly<Record<string, string>> = {}) => {
    stage.bench.write('disabled/disabled.json', text);
    const run = expectCode(await record({ 'results-digest': textDigest(text), ...more }), 1);
    expect(run.stdout).toContain(met);
  };
  const pricing = Object.keys(stage.entries('main')).find((path) => path.includes('pricing')) ?? '';
  await refused(JSON.stringify({ form: 1, disabled: [{ file: pricing }] }), 'met an entry that nobody named');
  await refused(
    '{"form":1,"disabled":[{"file":"../../.github/workflows/apply.yml"}]}',
    'met an entry that nobody named',
  );
  await refused('{"form":1,"disabled":{}}', 'met another form');
  await refused('[]', 'met another digest', { 'results-digest': digest });
  await refused('[]', 'expected results-digest with record-from', { 'results-digest': '' });
  expect(stage.github.world.items.size).toBe(1);
  expect(stage.github.world.violations).toEqual([]);
});
