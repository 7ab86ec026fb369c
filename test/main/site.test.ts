/** A static registry in a job: its folder is gone after each, and its state stays on a branch. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeToolsLock } from '../../src/document/tools-lock.ts';
import { expectCode } from '../cli/cli.ts';
import { bring, type Stage, startStage } from './request-stage.ts';

const CONFIGURATION = `owner: test-catalogue
defaults: { visibility: public }
registries:
  site: { type: static, namespace: com.example, expose: [history] }
`;
const APPLY = { command: 'apply', 'allow-deletes': 'true' };
const STATE = 'site/.agentcore-sync.json';

const server = (path: string): string =>
  `kind: server\nregistration:\n  path: /${path}/\n  name: ${path}\n  url: https://tools.example.com/${path}\n`;

const lock = (): string => {
  const item = { name: 'find_order', description: 'By number', digest: `sha256:${'0'.repeat(64)}` };
  const written = writeToolsLock({
    server: { name: 'orders' },
    tools: [item],
    prompts: [],
    resourceTemplates: [],
    skills: [],
  });
  return 'text' in written ? written.text : expect.fail(written.refused);
};

const startSite = (): Promise<Stage> =>
  startStage({
    files: { 'agentcore-sync.yaml': CONFIGURATION, 'servers/manual/orders.yaml': server('orders') },
  });

const page = ({ bench }: Stage, path: string): string => readFileSync(join(bench.folder, 'site', path), 'utf8');
const stateOf = ({ github }: Stage): string | undefined => github.people.files('agentcore-site')[STATE];
const writes = ({ github }: Stage, from: number): readonly string[] =>
  github.world.requests.slice(from).filter((one) => /^(POST|PATCH|PUT|DELETE) /.test(one) && !one.endsWith('/graphql'));

test('apply keeps the state on the branch agentcore-site; with nothing to do the folder is made anew and nothing is written', async () => {
  const stage = await startSite();
  const { github, bench } = stage;
  expectCode(await stage.step(APPLY), 0);
  expect(existsSync(join(bench.folder, STATE))).toBe(false);
  expect(Object.keys(github.people.files('agentcore-site'))).toEqual([STATE]);
  const [kept, made, tip] = [stateOf(stage), page(stage, 'index.html'), github.people.tip('agentcore-site')];
  expect(kept).toContain('/orders/');
  expect(page(stage, 'servers/orders/index.html')).toContain('Not reviewed');

  rmSync(join(bench.folder, 'site'), { recursive: true });
  const from = github.world.requests.length;
  const again = expectCode(await stage.step(APPLY), 0);
  expect(again.stdout).toContain('no changes. 1 registration is as in git.');
  expect(writes(stage, from)).toEqual([]);
  expect([stateOf(stage), page(stage, 'index.html'), github.people.tip('agentcore-site')]).toEqual([kept, made, tip]);
  expect(github.world.violations).toEqual([]);
});

test('a page names the pull request that brought a lock, as GitHub knows it, and of what a subject says nothing', async () => {
  const stage = await startSite();
  const { github, bench } = stage;
  github.people.commit('main', { 'servers/manual/stock.yaml': server('stock') });
  const number = await bring(github, { 'servers/manual/orders.tools.lock.yaml': lock() });
  // Nobody's pull request brought this one: its subject is a text that anybody can write.
  github.people.commit('main', { 'servers/manual/stock.tools.lock.yaml': lock() }, 'Lock stock (#999)');
  stage.checkout();
  expectCode(await stage.step(APPLY), 0);
  const reviewed = page(stage, 'servers/orders/index.html');
  expect(reviewed).toMatch(new RegExp(`Reviewed in #${number} on \\d{1,2} [A-Z][a-z]{2} \\d{4}\\.`));
  const stock = page(stage, 'servers/stock/index.html');
  expect(stock).toMatch(/Reviewed on \d{1,2} [A-Z][a-z]{2} \d{4}\./);
  expect(stock).not.toContain('999');

  // GitHub doesn't answer: the site is made all the same.
  github.world.faults.push({ type: 'answer', status: 403, message: 'No', path: /associatedPullRequests/, times: 9 });
  rmSync(join(bench.folder, 'site'), { recursive: true });
  expectCode(await stage.step(APPLY), 0);
  expect(page(stage, 'servers/orders/index.html')).toMatch(/Reviewed on \d/);
  expect(github.world.violations).toEqual([]);
});
