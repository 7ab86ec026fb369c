import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectCode } from '../cli/cli.ts';
import type { ActionRun } from './action.ts';
import { bring, type Stage, startStage } from './request-stage.ts';

/** As apply.yml gives them. */
const APPLY = { command: 'apply', 'allow-deletes': 'true' };
const CONFIG = 'agentcore-sync.yaml';

/** What actions/checkout without fetch-depth leaves: one commit, and nothing before it. */
const checkoutShallow = (stage: Stage): void => {
  writeFileSync(join(stage.bench.folder, '.git/shallow'), `${stage.checkout()}\n`);
  expect(stage.git('rev-list', '--count', 'HEAD')).toBe('1');
};

/** A stranger's registration whose mark is a copy, with the path adapted. */
const copyMark = ({ bench }: Stage, from: string, to: string): void => {
  const metadata = bench.registry.records().servers.find(({ path }) => path === from)?.fields['metadata'];
  const text = JSON.stringify(metadata).replace(`"path":"${from.slice(0, -1)}"`, `"path":"${to}"`);
  expect(text).toContain(`"path":"${to}"`);
  const fields = { server_name: 'Theirs', description: 'd', proxy_pass_url: 'https://x.example', tags: [] };
  bench.registry.seed({ servers: [{ path: to, fields: { ...fields, metadata: JSON.parse(text) } }] });
};

const titles = ({ commands }: ActionRun): readonly (string | undefined)[] =>
  commands.map(({ properties }) => properties['title']);
const registered = ({ bench }: Stage): readonly string[] => bench.registry.records().servers.map(({ path }) => path);

test('a pull request that raises a limit and removes entries stays blocked; the limit alone passes', async () => {
  const stage = await startStage({ configuration: '\nlimits: { deletes: 0 }\n' });
  const { github } = stage;
  const base = github.people.files('main')[CONFIG] ?? '';
  const raised = (deletes: string): string => base.replace('deletes: 0', `deletes: ${deletes}`);
  expectCode(await stage.step({ command: 'scan' }), 0);
  github.people.merge(1);
  checkoutShallow(stage);
  expectCode(await stage.step(APPLY), 0);
  expect(registered(stage)).toContain('/routing/');

  const entry = Object.keys(stage.entries('main')).find((path) => path.includes('routing')) ?? '';
  const number = await bring(github, { [CONFIG]: raised('100%'), [`servers/${entry}`]: null });
  checkoutShallow(stage);
  const blocked = expectCode(await stage.step(APPLY), 1) as ActionRun;
  expect(titles(blocked)).toEqual(expect.arrayContaining(['limit-deletes', 'widened-with-entries']));
  expect(blocked.stdout).toContain(`limits.deletes: "100%" came with pull request ${number}`);
  expect(blocked.stdout).toContain('Bring it in a pull request that changes nothing below servers/.');
  expect(registered(stage)).toContain('/routing/');

  // Somebody copied the mark of one that goes, to have another's registration removed with it.
  copyMark(stage, '/routing/', '/victim');
  await bring(github, { [CONFIG]: raised('90%') });
  checkoutShallow(stage);
  const approved = await stage.step({ ...APPLY, command: 'plan' });
  const other = expectCode(await stage.step({ ...APPLY, expect: 'approved:' }), 1);
  expect(other.stdout).toContain('The plan would do what was not approved, so nothing was written. /routing/: delete');
  expect(registered(stage)).toContain('/routing/');
  const passed = expectCode(await stage.step({ ...APPLY, expect: approved.outputs['plan'] ?? '' }), 0) as ActionRun;
  expect(titles(passed)).not.toContain('widened-with-entries');
  expect(registered(stage)).not.toContain('/routing/');
  expect(titles(passed)).toContain('mark-orphaned');
  expect(registered(stage)).toContain('/victim');
  expect(github.world.violations).toEqual([]);
});

test.each(['apply', 'refresh'])(
  '%s without a token, or with one that can’t read the history, writes nothing and says what is missing',
  async (command) => {
    const stage = await startStage();
    const before = stage.bench.registry.requests.length;
    const without = expectCode(await stage.step({ command, 'github-token': '' }), 1);
    expect(without.stdout).toContain('expected the input github-token, met none. Nothing was written.');
    stage.github.world.faults.push({ type: 'answer', status: 403, message: 'No', path: /\/commits$/, times: 9 });
    const denied = expectCode(await stage.step({ command }), 1);
    expect(denied.stdout).toContain(`reading the history of ${CONFIG}: GitHub refused with status 403`);
    expect(stage.bench.registry.requests.slice(before)).toEqual([]);
  },
);

test('a configuration as large as one may be is judged as any other', async () => {
  const stage = await startStage({
    scanned: true,
    configuration: `\n${'# a line of a hundred and more\n'.repeat(9000)}`,
  });
  const base = stage.github.people.files('main')[CONFIG] ?? '';
  expect(base.length).toBeGreaterThan(256 * 1024);
  const planned = await stage.step({ command: 'plan' });
  expect(titles(planned)).not.toContain('widened-with-entries');
  expectCode(planned, 0);
  await bring(stage.github, { [CONFIG]: `${base}limits: { deletes: 100% }\n`, 'servers/manual/note.md': 'a' });
  stage.checkout();
  expect((await stage.step({ command: 'plan' })).stdout).toContain('limits.deletes: "100%" came with pull request');
});
