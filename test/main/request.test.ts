import { expect, test } from 'vitest';
import { gateway, runtime } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { envelopeOf, expectCode, LOGISTICS, RETAIL } from '../cli/cli.ts';
import { BRANCH, type Stage, startStage } from './request-stage.ts';

const SCAN = { command: 'scan' };

const fileOf = (entries: Readonly<Record<string, string>>, name: string): string =>
  Object.keys(entries).find((path) => path.includes(`/${name}-`)) ?? '';

const pushesOf = ({ github }: Stage): number =>
  github.world.pushes.filter(({ by }) => by === 'github-actions[bot]').length;

const describeRouting = ({ bench }: Stage, description: string): void => {
  for (const one of contentsOf(bench.aws.world, { account: LOGISTICS, region: 'us-east-1' }).gateways) {
    one.description = description;
  }
};

/** What every test asserts when its story is over: the double was asked nothing that GitHub does not describe. */
const expectClean = ({ github }: Stage): void => expect(github.world.violations).toEqual([]);

test('the first scan opens a request, a second one changes nothing, a change updates it, and what is merged closes it', async () => {
  const stage = await startStage();
  const config = stage.git('config', '--list', '--local');
  const first = await stage.action(SCAN);
  expectCode(first, 0);
  const tip = stage.github.people.tip(BRANCH);
  expect(first.outputs).toMatchObject({
    changes: '5',
    'pull-request-number': '1',
    'pull-request-url': `${stage.github.world.serverUrl}/acme/catalogue/pull/1`,
    'pull-request-operation': 'created',
    'pull-request-head': tip,
    counts: JSON.stringify({ created: 5, updated: 0, replaced: 0, removed: 0, held: 0 }),
  });
  expect(JSON.parse(first.outputs['pull-requests'] ?? '')).toMatchObject([
    { number: 1, operation: 'created', head: tip, base: stage.github.people.tip('main') },
  ]);
  expect(envelopeOf({ stdout: first.outputs['result'] ?? '' }).result).toMatchObject({
    requests: [{ branch: BRANCH, request: { number: 1 }, state: 'created' }],
  });
  expect(Object.keys(stage.entries())).toHaveLength(5);
  expect(stage.body(1)).toContain('5 new');
  expect(first.summary).toContain('### New (5)');
  expect(first.stdout).toContain('Pull request 1 opened: 5 new');

  const pushes = pushesOf(stage);
  const body = stage.body(1);
  const second = await stage.step(SCAN);
  expectCode(second, 0);
  expect(second.outputs).toMatchObject({
    changes: '0',
    'pull-requests': '[]',
    'pull-request-number': '1',
    'pull-request-operation': 'none',
    'pull-request-head': tip,
  });
  expect([pushesOf(stage), stage.body(1)]).toEqual([pushes, body]);

  describeRouting(stage, 'Carriers');
  const third = await stage.step(SCAN);
  expectCode(third, 0);
  expect(third.outputs).toMatchObject({ changes: '1', 'pull-request-operation': 'updated' });
  expect(stage.entries()[fileOf(stage.entries(), 'routing')]).toContain('description: Carriers');

  stage.github.people.merge(1, 'squash');
  stage.checkout();
  const merged = await stage.step(SCAN);
  expectCode(merged, 0);
  expect(merged.outputs).toMatchObject({ 'pull-request-operation': 'none', 'pull-requests': '[]' });
  expect(stage.git('config', '--list', '--local')).toBe(config);
  expect(stage.git('status', '--porcelain')).toBe('');
  expectClean(stage);
});

test('a difference that goes away closes the request', async () => {
  const stage = await startStage({ scanned: true });
  describeRouting(stage, 'Carriers');
  expectCode(await stage.step(SCAN), 0);
  describeRouting(stage, '');
  for (const one of contentsOf(stage.bench.aws.world, { account: LOGISTICS, region: 'us-east-1' }).gateways) {
    delete one.description;
  }
  const closed = await stage.step(SCAN);
  expectCode(closed, 0);
  expect(closed.outputs).toMatchObject({ 'pull-request-number': '1', 'pull-request-operation': 'closed' });
  expect(stage.github.world.items.get(1)?.state).toBe('closed');
  expectClean(stage);
});

test('what people write in the request and on the base stays, and a scanned file that is deleted stays declined', async () => {
  const stage = await startStage({ scanned: true });
  const routing = fileOf(stage.entries('main'), 'routing');
  const stock = fileOf(stage.entries('main'), 'stock');
  const text = stage.entries('main')[routing] ?? '';

  describeRouting(stage, 'Carriers');
  expectCode(await stage.step(SCAN), 0);
  const proposed = stage.entries()[routing] ?? '';
  stage.github.people.commit(BRANCH, {
    [`servers/${routing}`]: `${proposed}  tags: [request] # mine\n`,
    [`servers/${stock}`]: null,
  });
  stage.github.people.commit('main', { [`servers/${routing}`]: `# looked at\n${text}` });
  stage.checkout();
  describeRouting(stage, 'Carriers and customs');
  expectCode(await stage.step(SCAN), 0);

  const now = stage.entries()[routing] ?? '';
  expect(now).toContain('# looked at');
  expect(now).toContain('tags: [request] # mine');
  expect(now).toContain('description: Carriers and customs');
  expect(stage.entries()[stock]).toBe(
    (stage.entries('main')[stock] ?? '').replace(/^( +)path: /m, '$1register: false\n$1path: '),
  );
  expect(stage.body(1)).toContain('register&#58; false');
  const again = await stage.step(SCAN);
  expect(again.outputs['pull-request-operation']).toBe('none');
  expectClean(stage);
});

test('an account that is denied, and a run for one account, keep what the branch has of the others', async () => {
  const stage = await startStage();
  expectCode(await stage.step(SCAN), 0);
  const before = stage.entries();
  stage.bench.aws.setFaults([{ account: LOGISTICS, effect: 'deny' }]);
  contentsOf(stage.bench.aws.world, { account: RETAIL, region: 'us-east-1' }).runtimes.push(
    runtime({ name: 'prices' }),
  );
  const denied = await stage.step(SCAN);
  expectCode(denied, 1);
  expect(denied.outputs['pull-request-operation']).toBe('updated');
  expect(stage.entries()).toMatchObject(before);
  expect(Object.keys(stage.entries())).toHaveLength(6);
  expect(stage.body(1)).toContain(LOGISTICS);

  stage.bench.aws.setFaults([]);
  describeRouting(stage, 'Carriers');
  contentsOf(stage.bench.aws.world, { account: RETAIL, region: 'us-east-1' }).runtimes = [];
  expectCode(await stage.step({ ...SCAN, accounts: LOGISTICS }), 0);
  expect(fileOf(stage.entries(), 'prices')).not.toBe('');
  expect(stage.entries()[fileOf(stage.entries(), 'routing')]).toContain('Carriers');
  expectClean(stage);
});

test('inputs and owners decide who is asked, and how the request looks', async () => {
  const owners = `owners: { "routing*": [bob], "nothing": [mallory] }\n`;
  const defaults = `defaults: [{ match: { account: "${RETAIL}" }, owners: ["@acme/platform"] }, { match: { account: "9*" }, owners: [mallory] }]\n`;
  const stage = await startStage({ configuration: `${owners}${defaults}` });
  const inputs = {
    title: 'What runs',
    labels: 'agentcore, scan',
    reviewers: 'alice',
    assignees: 'bob',
    draft: 'true',
    branch: 'scan/all',
  };
  expectCode(await stage.step({ ...SCAN, ...inputs }), 0);
  expect(stage.github.world.items.get(1)).toMatchObject({
    title: 'What runs',
    labels: ['agentcore', 'scan'],
    assignees: ['bob'],
    pull: { head: 'scan/all', draft: true, reviewers: ['alice', 'bob'], teams: ['platform'] },
  });
  expectClean(stage);
});

test('one request for each account: paths are handed out over all of them', async () => {
  const stage = await startStage();
  const there = contentsOf(stage.bench.aws.world, { account: LOGISTICS, region: 'us-east-1' });
  there.gateways.push(gateway({ name: 'pricing', authorizer: { type: 'NONE' }, salt: 'logistics' }));
  const inputs = { ...SCAN, 'pull-request-by': 'account' };
  const first = await stage.step(inputs);
  expectCode(first, 0);
  const opened: readonly { branch: string }[] = JSON.parse(first.outputs['pull-requests'] ?? '');
  expect(opened.map(({ branch }) => branch)).toEqual([`${BRANCH}-${RETAIL}`, `${BRANCH}-${LOGISTICS}`]);
  const all = { ...stage.entries(`${BRANCH}-${RETAIL}`), ...stage.entries(`${BRANCH}-${LOGISTICS}`) };
  expect(Object.keys(stage.entries(`${BRANCH}-${RETAIL}`)).every((path) => path.startsWith(RETAIL))).toBe(true);
  const paths = Object.values(all).map((text) => /path: (.*)$/m.exec(text)?.[1]);
  expect(new Set(paths).size).toBe(6);
  expect(stage.github.world.items.get(1)?.title).toContain(RETAIL);

  const asked = stage.github.world.requests.length;
  const second = await stage.step(inputs);
  expect(second.outputs['pull-requests']).toBe('[]');
  // 1,000 requests an hour are a job's share: what three branches have in common is read once.
  expect(stage.github.world.requests.length - asked).toBeLessThan(30);
  describeRouting(stage, 'Carriers');
  // An account whose request is open keeps it, also where the rest goes into one.
  const third = await stage.step(SCAN);
  expect(JSON.parse(third.outputs['pull-requests'] ?? '')).toMatchObject([
    { operation: 'updated', branch: `${BRANCH}-${LOGISTICS}` },
  ]);
  expectClean(stage);
});

test('a flood of new resources after the first scan is held back, also in small steps', async () => {
  const stage = await startStage({ configuration: 'limits: { new: 3 }\n' });
  expectCode(await stage.step(SCAN), 0);
  expect(Object.keys(stage.entries())).toHaveLength(5);
  stage.github.people.merge(1);
  stage.checkout();
  const there = contentsOf(stage.bench.aws.world, { account: RETAIL, region: 'us-east-1' });
  there.runtimes.push(runtime({ name: 'one' }), runtime({ name: 'two' }));
  expectCode(await stage.step(SCAN), 0);
  there.runtimes.push(runtime({ name: 'three' }), runtime({ name: 'four' }));
  const held = await stage.step(SCAN);
  expectCode(held, 1);
  expect(Object.keys(stage.entries())).toHaveLength(7);
  expect(stage.body(2)).toContain('besides 2 that wait in a pull request');
  expectClean(stage);
});

test('what is out of scope stays until prune removes it, in a request of its own', async () => {
  const stage = await startStage({ scanned: true });
  const narrower = stage.bench.read('agentcore-sync.yaml').replace(`, "${LOGISTICS}"`, '');
  stage.github.people.commit('main', { 'agentcore-sync.yaml': narrower });
  stage.checkout();
  contentsOf(stage.bench.aws.world, { account: RETAIL, region: 'us-east-1' }).runtimes = [];
  const kept = await stage.step(SCAN);
  expectCode(kept, 0);
  expect(kept.stdout).toContain('2 files out of scope, kept');
  const pruned = await stage.step({ ...SCAN, prune: 'true' });
  expectCode(pruned, 0);
  expect(stage.github.world.items.get(2)).toMatchObject({
    title: 'Scan of Amazon Bedrock AgentCore (out of scope)',
    pull: { head: `${BRANCH}-prune` },
  });
  const changes = (branch: string): string[] =>
    Object.keys(stage.entries('main')).filter((path) => !(path in stage.entries(branch)));
  expect(changes(BRANCH).map((path) => path.split('/')[0])).toEqual([RETAIL]);
  expect(changes(`${BRANCH}-prune`).map((path) => path.split('/')[0])).toEqual([LOGISTICS, LOGISTICS]);
  expectClean(stage);
});

test('a dry run reads and writes nothing', async () => {
  const stage = await startStage();
  const dry = await stage.step({ ...SCAN, 'dry-run': 'true' });
  expectCode(dry, 0);
  expect(dry.outputs).toMatchObject({ changes: '5', 'pull-requests': '[]', 'pull-request-operation': 'none' });
  expect(stage.github.world.requests.filter((request) => !/^(GET|POST \/graphql)/.test(request))).toEqual([]);
  expect([pushesOf(stage), stage.github.world.items.size]).toEqual([0, 0]);
  expect(dry.stdout).toContain('kind: gateway');
  expectClean(stage);
});

test('where requests may not be opened: the branch is kept, link and setting are shown, exit 1', async () => {
  const stage = await startStage({ settings: { actionsMayOpenPulls: false } });
  const refused = await stage.step(SCAN);
  expectCode(refused, 1);
  expect(Object.keys(stage.entries())).toHaveLength(5);
  expect(refused.stdout).toContain(`/acme/catalogue/compare/main...${BRANCH}?expand=1`);
  expect(refused.stdout).toContain('Allow GitHub Actions to create and approve pull requests');
  expect(refused.summary).toContain('request-refused');
  expectClean(stage);
});

test('without a token nothing is scanned, and the message says what to give', async () => {
  const stage = await startStage();
  const run = await stage.step({ ...SCAN, 'github-token': '' });
  expectCode(run, 1);
  expect(run.stdout).toContain('github-token');
  expect(stage.bench.aws.requests).toEqual([]);
});
