import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runtime } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import { renderAccounts } from '../../src/catalogue/accounts-file.ts';
import { signMessage } from '../../src/forge/github/signature.ts';
import { expectCode, LOGISTICS, RETAIL } from '../cli/cli.ts';
import { commandLineIn } from '../cli/in-process.ts';
import type { ActionRun } from './action.ts';
import { BRANCH, type Stage, startStage } from './request-stage.ts';

/** Names of the jobs that a branch rule requires, from the workflow itself. */
const jobs: Readonly<Record<string, { readonly name: string }>> = parse(
  readFileSync('templates/workflows/review.yml', 'utf8'),
).jobs;
const NAMES = Object.values(jobs).map(({ name }) => name);

interface Opened {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly scanned: string;
}

const openedBy = (run: ActionRun): Opened => JSON.parse(run.outputs['pull-requests'] ?? '[]')[0];

/** What scan.yml's second job does for a request. */
const check = async (stage: Stage, { number, head, base, scanned }: Opened) => {
  stage.checkout();
  const common = { against: base, head, scanned };
  return {
    validate: await stage.step({ command: 'validate', ...common, check: NAMES[0] ?? '' }),
    plan: await stage.step({ command: 'plan', ...common, check: NAMES[1] ?? '', comment: String(number) }),
  };
};

/** What review.yml does for a request: on the merge that GitHub makes of it, without a token unless one is given. */
const review = async (stage: Stage, branch: string, inputs: Readonly<Record<string, string>> = {}) => {
  stage.checkout('origin/main');
  stage.git(
    ...['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'merge', '--quiet', '--no-ff', '-m', 'Merge'],
    `origin/${branch}`,
  );
  const common = { 'github-token': '', against: 'HEAD^1' };
  return {
    validate: await stage.step({ command: 'validate', ...common }),
    plan: await stage.step({ command: 'plan', ...common, ...inputs }),
  };
};

/** But for the open gateways of this world, which every review of a new or changed one tells. */
const commandsOf = (run: ActionRun, name: string) =>
  run.commands.filter((command) => command.name === name && command.properties['title'] !== 'gateway-open');
const rulesOf = (run: ActionRun): readonly string[] =>
  ['error', 'warning', 'notice'].flatMap((name) =>
    commandsOf(run, name).map(({ properties }) => properties['title'] ?? ''),
  );

const merged = (options: Parameters<typeof startStage>[0] = {}): Promise<Stage> =>
  startStage({ ...options, scanned: true });

const fileOf = (stage: Stage, name: string): string =>
  Object.keys(stage.entries('main')).find((path) => path.includes(`/${name}-`)) ?? '';

const describeRouting = ({ bench }: Stage, description: string): void => {
  for (const one of contentsOf(bench.aws.world, { account: LOGISTICS, region: 'us-east-1' }).gateways) {
    one.description = description;
  }
};

/** A person's branch on the default one. */
const branchFrom = (stage: Stage, name: string, edits: Readonly<Record<string, string | null>>): void => {
  stage.git('push', '--quiet', 'origin', `origin/main:refs/heads/${name}`);
  stage.github.people.commit(name, edits);
};

test("scan's own request gets the check runs of review.yml's jobs, and one comment that is kept current", async () => {
  const stage = await startStage();
  const first = openedBy(await stage.step({ command: 'scan' }));
  const { validate, plan } = await check(stage, first);
  expectCode(validate, 0);
  expectCode(plan, 0);
  const { checks, items } = stage.github.world;
  expect(checks.map(({ name, sha, conclusion }) => ({ name, sha, conclusion }))).toEqual(
    NAMES.map((name) => ({ name, sha: first.head, conclusion: 'success' })),
  );
  expect(items.get(1)?.comments).toHaveLength(1);
  expect(items.get(1)?.comments[0]?.body).toContain('5 to create');
  expect(plan.outputs['changes']).toBe('5');

  contentsOf(stage.bench.aws.world, { account: RETAIL, region: 'us-east-1' }).runtimes.push(runtime({ name: 'new' }));
  const second = openedBy(await stage.step({ command: 'scan' }));
  await check(stage, second);
  expect(items.get(1)?.comments).toHaveLength(1);
  expect(items.get(1)?.comments[0]).toMatchObject({ updates: 1, body: expect.stringContaining('6 to create') });
  expect(checks).toHaveLength(4);
  expect(stage.github.world.violations).toEqual([]);
});

test('a head that lacks what the base got meanwhile is judged as it is once it is merged', async () => {
  const stage = await merged();
  describeRouting(stage, 'Carriers');
  const opened = openedBy(await stage.step({ command: 'scan' }));
  const pricing = fileOf(stage, 'pricing');
  stage.github.people.commit('main', { [`servers/${pricing}`]: `${stage.entries('main')[pricing]}  tags: [main]\n` });
  const { plan } = await check(stage, { ...opened, base: stage.github.people.tip('main') });
  expectCode(plan, 0);
  expect(plan.outputs['changes']).toBe('1');
  expect(stage.github.world.items.get(1)?.comments[0]?.body).toContain('1 to update, 4 unchanged');
});

test('problems of the request fail its check, with annotations at their lines', async () => {
  const stage = await startStage();
  const opened = openedBy(await stage.step({ command: 'scan' }));
  const [path = '', text = ''] = Object.entries(stage.entries()).find(([name]) => name.includes('routing')) ?? [];
  const head = stage.github.people.commit(BRANCH, { [`servers/${path}`]: `${text}  visibility: everybody\n` });
  const { validate } = await check(stage, { ...opened, head });
  expectCode(validate, 1);
  expect(stage.github.world.checks[0]).toMatchObject({
    name: NAMES[0],
    sha: head,
    conclusion: 'failure',
    annotations: expect.arrayContaining([
      expect.objectContaining({
        path: `servers/${path}`,
        annotation_level: 'failure',
        start_line: text.split('\n').length,
        title: 'schema',
      }),
    ]),
  });
});

test('a person’s request: what they may write passes, a source that they changed is an error at its line', async () => {
  const stage = await merged();
  const [routing, stock] = [fileOf(stage, 'routing'), fileOf(stage, 'stock')];
  const text = stage.entries('main')[routing] ?? '';
  branchFrom(stage, 'edits', { [`servers/${routing}`]: `${text}  tags: [mine]\n` });
  const good = await review(stage, 'edits');
  expectCode(good.validate, 0);
  expectCode(good.plan, 0);
  expect(good.plan.outputs['changes']).toBe('1');
  expect(good.plan.summary).toContain('+mine');

  branchFrom(stage, 'forged', {
    [`servers/${routing}`]: text.replace('name: routing', 'name: rerouting'),
    [`servers/${stock.replace('stock', 'invented')}`]: (stage.entries('main')[stock] ?? '')
      .replaceAll(/stock-/g, 'invented-')
      .replace('/stock/', '/invented/'),
  });
  const bad = await review(stage, 'forged');
  expectCode(bad.validate, 1);
  const [error] = commandsOf(bad.validate, 'error');
  expect(error?.properties).toMatchObject({
    title: 'source-edited',
    file: `servers/${routing}`,
    line: String(text.split('\n').findIndex((line) => line.includes('name: routing')) + 1),
  });
  expect(commandsOf(bad.validate, 'warning').map(({ properties }) => properties)).toMatchObject([
    { title: 'source-edited', file: expect.stringContaining('invented') },
  ]);
});

test('a source that scan wrote passes: its own check asked AWS, any other tells before and after', async () => {
  const stage = await merged();
  describeRouting(stage, 'Carriers');
  const opened = openedBy(await stage.step({ command: 'scan' }));
  expect(opened.scanned).toBe('*');
  const own = await check(stage, opened);
  expectCode(own.validate, 0);
  expect(rulesOf(own.validate)).not.toContain('source-edited');
  expect(own.validate.summary).toContain('| AWS, asked by this scan |');

  const routing = fileOf(stage, 'routing');
  stage.github.people.commit(BRANCH, { [`servers/${routing}`]: `${stage.entries()[routing]}  tags: [mine]\n` });
  const { validate } = await review(stage, BRANCH);
  expectCode(validate, 0);
  expect(commandsOf(validate, 'warning').map(({ properties, data }) => `${properties['title']}: ${data}`)).toEqual([
    expect.stringMatching(/^source-edited: .*source\.description .* → Carriers/),
  ]);
  expect(validate.summary).toContain('| the branch of scan |');
});

const CLIENT = [
  'issuers:',
  '  - issuer: https://cognito-idp.us-east-1.amazonaws.com/us-east-1_retail',
  `    account: "${RETAIL}"`,
  '    clients:',
  `      - { id: registry, secret: { env: OAUTH_RETAIL }, for: ["${RETAIL}/*"] }`,
  '',
].join('\n');

test('a commit that says it is scan’s changes nothing about what is shown of a renamed entry', async () => {
  const stage = await merged({ configuration: CLIENT });
  const pricing =
    Object.keys(stage.entries('main')).find((path) => path.includes('/us-east-1/gateways/pricing-')) ?? '';
  const id = /pricing-[A-Za-z0-9]+/.exec(pricing)?.[0] ?? '';
  branchFrom(stage, 'renamed', {
    [`servers/${pricing}`]: null,
    [`servers/${pricing.replace(id, 'pricing-zzzzzzzzzz')}`]: (stage.entries('main')[pricing] ?? '').replaceAll(
      id,
      'pricing-zzzzzzzzzz',
    ),
    '.github/workflows/more.yml': 'on: push\n',
    'iam/account.yaml': 'x\n',
  });
  const plain = await review(stage, 'renamed');
  const { git } = stage.github.world;
  stage.github.people.amend('renamed', {}, signMessage('Scan', git.treeOf(stage.github.people.tip('renamed'))));
  const forged = await review(stage, 'renamed');

  expectCode(plain.validate, 1);
  const [error] = commandsOf(plain.validate, 'error');
  expect(error?.properties['title']).toBe('source-edited');
  expect(error?.data).toContain(`It stands in the place of ${pricing}`);
  expect(error?.data).toContain('https://pricing-zzzzzzzzzz.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp');
  const told = commandsOf(plain.validate, 'warning').filter(
    ({ properties }) => properties['title'] === 'settings-changed',
  );
  expect(told.map(({ properties }) => properties['file'])).toEqual(['.github/workflows/more.yml', 'iam/account.yaml']);

  const token = commandsOf(plain.plan, 'warning').find(({ properties }) => properties['title'] === 'client-covers');
  expect(token?.data).toMatch(
    /^The token for \/pricing-us-east-1\/ would come from registry of .* for https:\/\/pricing-zzzzzzzzzz\./,
  );
  expect(plain.plan.summary.indexOf('### Settings and other files')).toBe(0);
  expect(plain.plan.summary).toContain('### Tokens that go somewhere new (1)');

  // The mark that keeps a runner from obeying the log is another one in each run.
  const shown = ({ code, stdout, stderr, summary, outputs }: ActionRun) => ({
    code,
    text: `${stdout}${stderr}`.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ''),
    summary,
    outputs,
  });
  expect(shown(forged.validate)).toEqual(shown(plain.validate));
  expect(shown(forged.plan)).toEqual(shown(plain.plan));
});

test('settings come from the base: those of the request are told, checked, and judge nothing', async () => {
  const stage = await merged({ configuration: 'limits: { deletes: 0 }\n' });
  const configuration = stage.bench.read('agentcore-sync.yaml');
  branchFrom(stage, 'trust', {
    'agentcore-sync.yaml': configuration.replace('limits: { deletes: 0 }', 'limits: { deletes: 100% }\nnonsense: 1'),
    [`servers/${fileOf(stage, 'routing')}`]: null,
  });
  const { validate, plan } = await review(stage, 'trust');
  expectCode(validate, 1);
  expect(rulesOf(validate)).toEqual(expect.arrayContaining(['settings-changed', 'configuration-schema']));
  expectCode(plan, 1);
  expect(rulesOf(plan)).toContain('limit-deletes');
  expect(plan.summary).toContain('### Settings and other files outside of the catalogue (1)');

  stage.github.people.amend('trust', { 'agentcore-sync.yaml': configuration.replace('deletes: 0', 'deletes: 100%') });
  const told = await review(stage, 'trust');
  expectCode(told.plan, 1);
  const [warning] = commandsOf(told.validate, 'warning').filter(
    ({ properties }) => properties['title'] === 'widened-with-entries',
  );
  expect(warning?.properties['file']).toBe('agentcore-sync.yaml');
  expect(warning?.data).toContain('This pull request changes limits.deletes together with files below servers/.');
  expect(warning?.data).toContain('Bring the settings in a pull request of their own');
});

test('from a folder of the repository as from its root: a configuration that changes is told', async () => {
  const stage = await startStage({ files: { 'cat/agentcore-sync.yaml': 'owner: catalogue\n' } });
  branchFrom(stage, 'trust', { 'cat/agentcore-sync.yaml': 'owner: other-catalogue\n' });
  stage.checkout('origin/trust');
  const folder = join(stage.bench.folder, 'cat');
  const words = ['validate', '--against', 'origin/main', '--output', 'json'];
  const run = await commandLineIn({ folder, environment: stage.bench.environment }, words);
  expectCode(run, 0);
  expect(JSON.parse(run.stdout)).toMatchObject({
    result: { review: { outside: [{ path: 'cat/agentcore-sync.yaml', before: 'file', after: 'file' }] } },
    problems: [{ rule: 'settings-changed', subject: 'cat/agentcore-sync.yaml' }],
  });
});

test('a client that newly covers an entry is told, by the settings of the base', async () => {
  const stage = await startStage({ configuration: CLIENT });
  expectCode(await stage.step({ command: 'scan' }), 0);
  expect(stage.body(1)).toContain('### Tokens that go somewhere new (1)');
  expect(stage.body(1)).toContain('registry of https&#58;//cognito-idp.us-east-1.amazonaws.com/us-east-1&#95;retail');
  const { plan } = await review(stage, BRANCH);
  expectCode(plan, 0);
  expect(rulesOf(plan)).toContain('client-covers');
  expect(plan.summary).toContain('### Tokens that go somewhere new (1)');
});

test('a fork’s token may not comment: the summary has it all, the refusal is a note', async () => {
  const stage = await startStage();
  expectCode(await stage.step({ command: 'scan' }), 0);
  const token = stage.github.forkToken();
  const { plan } = await review(stage, BRANCH, { 'github-token': token, comment: '1' });
  expectCode(plan, 0);
  expect(stage.github.world.items.get(1)?.comments).toEqual([]);
  expect(
    commandsOf(plan, 'notice')
      .map(({ data }) => data)
      .join(),
  ).toContain('Resource not accessible by integration');
  expect(plan.summary).toContain('5 to create');
});

test('a review needs neither network nor secrets', async () => {
  const stage = await startStage();
  expectCode(await stage.step({ command: 'scan' }), 0);
  const asked = [
    stage.bench.aws.requests.length,
    stage.github.world.requests.length,
    stage.bench.registry.requests.length,
  ];
  stage.checkout('origin/main');
  stage.git(
    ...[
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.com',
      'merge',
      '--quiet',
      '--no-ff',
      '-m',
      'Merge',
      `origin/${BRANCH}`,
    ],
  );
  // No address answers, loopback included: a connection that is tried at all ends the run.
  const nothing: Record<string, undefined | string> = {
    NODE_OPTIONS: `--import ${import.meta.dirname}/../setup/no-network.mjs`,
  };
  for (const name of Object.keys({ ...stage.bench.environment, ...stage.github.environment }))
    nothing[name] = undefined;
  expect((await stage.action({ command: 'scan' }, { NODE_OPTIONS: nothing['NODE_OPTIONS'] })).code).toBe(99);
  for (const command of ['validate', 'plan']) {
    const run = await stage.action({ command, against: 'HEAD^1', 'github-token': '' }, nothing);
    expectCode(run, 0);
    expect(run.summary).not.toBe('');
  }
  expect([
    stage.bench.aws.requests.length,
    stage.github.world.requests.length,
    stage.bench.registry.requests.length,
  ]).toEqual(asked);
});

test('the list of accounts is scan’s: by hand it is an error, on the branch of scan it is none', async () => {
  const list = (unit: string): string => renderAccounts([{ id: RETAIL, path: `o-1/r-1/${unit}` }]);
  const stage = await merged({
    files: { 'servers/accounts.yaml': list('ou-strict') },
    configuration: '\ndefaults: [{ match: { ou: "*ou-strict*" }, requireLock: true }]\n',
  });
  branchFrom(stage, 'moved', { 'servers/accounts.yaml': list('ou-lax') });
  const { validate } = await review(stage, 'moved');
  expectCode(validate, 1);
  expect(validate.stdout).toContain(`Nothing here tells that a scan wrote this list; it differs in ${RETAIL}.`);
  branchFrom(stage, BRANCH, { 'servers/accounts.yaml': list('ou-lax') });
  stage.checkout();
  expect((await review(stage, BRANCH)).validate.stdout).not.toContain('wrote this list');
});
