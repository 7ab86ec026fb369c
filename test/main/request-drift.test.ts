import { expect, test } from 'vitest';
import type { WorkflowRun } from '../../sandbox/github/state.ts';
import { gateway, roleFor, runtime } from '../../sandbox/resources.ts';
import { world } from '../../sandbox/world.ts';
import { CALLER, expectCode, LOGISTICS, RETAIL } from '../cli/cli.ts';
import { BRANCH, type Stage, startStage } from './request-stage.ts';

const DRIFT = { command: 'plan', 'allow-deletes': 'true', issue: 'true', dispatch: 'apply.yml' };
const APPLY = { command: 'apply', 'allow-deletes': 'true' };

const WORKFLOWS = {
  '.github/workflows/apply.yml': 'on: push\n',
  '.github/workflows/refresh.yml': 'on: schedule\n',
  '.github/workflows/scan.yml': 'on: schedule\n',
};
const HOUR = 3_600_000;

const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();

const ran = (stage: Stage, workflow: string, more: Partial<WorkflowRun> = {}, age = 60_000): WorkflowRun => {
  const run: WorkflowRun = {
    id: stage.github.world.nextId(),
    workflow,
    branch: 'main',
    sha: stage.github.people.tip('main'),
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    created: ago(age),
    updated: ago(age),
    ...more,
  };
  stage.github.world.runs.push(run);
  return run;
};

/** A catalogue that was scanned and merged. */
const merged = (): Promise<Stage> => startStage({ files: WORKFLOWS, scanned: true });

/** The same, applied by a workflow whose run is known. */
const applied = async (): Promise<Stage> => {
  const stage = await merged();
  await stage.apply();
  stage.bench.registry.settle();
  ran(stage, 'apply.yml');
  ran(stage, 'refresh.yml');
  ran(stage, 'scan.yml');
  return stage;
};

const writesOf = ({ bench }: Stage): number => bench.registry.requests.filter(({ method }) => method !== 'GET').length;
const dispatchesOf = ({ github }: Stage): readonly WorkflowRun[] =>
  github.world.runs.filter(({ event }) => event === 'workflow_dispatch');
const issueOf = ({ github }: Stage) => [...github.world.items.values()].find(({ pull }) => pull === undefined);

test('apply ends as superseded, with exit 0, when its commit is no longer the tip', async () => {
  const stage = await merged();
  const old = stage.git('rev-parse', 'HEAD');
  stage.github.people.commit('main', { 'README.md': 'later\n' });
  for (const inputs of [APPLY, { ...APPLY, command: 'plan' }, { command: 'refresh' }, { command: 'scan' }]) {
    const run = await (inputs.command === 'apply' ? stage.action(inputs) : stage.step(inputs));
    expectCode(run, 0);
    expect(run.outputs).toMatchObject({ superseded: 'true', changes: '0', problems: '0' });
    expect(
      run.commands
        .filter(({ name }) => name === 'notice')
        .map(({ data }) => data)
        .join(),
    ).toContain(old.slice(0, 12));
  }
  expect(writesOf(stage)).toBe(0);
  stage.checkout();
  const now = await stage.step(APPLY);
  expectCode(now, 0);
  expect(now.outputs).toMatchObject({ changes: '5' });
  expect(now.outputs['superseded']).toBeUndefined();
});

test('apply from another branch never gets to the registry', async () => {
  const stage = await startStage();
  expectCode(await stage.step({ command: 'scan' }), 0);
  stage.checkout(`origin/${BRANCH}`);
  const run = await stage.step(APPLY);
  expect(run.outputs['superseded']).toBe('true');
  expect(writesOf(stage)).toBe(0);
});

test('what AWS does not confirm starts no apply, is no change, and is told', async () => {
  const stage = await applied();
  const id = 'evil-a1b2c3d4e5';
  const [file = '', text = ''] =
    Object.entries(stage.entries('main')).find(([path]) => path.includes('/gateways/pricing-')) ?? [];
  const real = file.replace(/^.*\/|\.yaml$/g, '');
  const forged = text.replaceAll(real, id).replace(/path: .*/, 'path: /evil/');
  stage.github.people.commit('main', { [`servers/${file.replace(real, id)}`]: forged });
  stage.checkout();
  const run = await stage.step(DRIFT);
  expectCode(run, 1);
  expect(run.outputs).toMatchObject({ changes: '0' });
  expect(run.summary).toContain('Not confirmed by AWS, so nothing is sent there');
  expect(dispatchesOf(stage)).toEqual([]);
  const apply = await stage.step(APPLY);
  expectCode(apply, 1);
  expect(apply.summary).toContain('place-elsewhere');
});

test('in a job the role of the scan does not serve where the other one is refused', async () => {
  const stage = await merged();
  for (const { roles } of Object.values(stage.bench.aws.world.accounts)) delete roles['AgentCoreConfirm'];
  const run = await stage.step(APPLY);
  expectCode(run, 1);
  expect(run.stdout).toContain('Deploy the role AgentCoreConfirm in account');
  expect(writesOf(stage)).toBe(0);
});

test('what was never applied starts apply: not beside a run under way, and not again on the day it failed', async () => {
  const stage = await merged();
  const first = await stage.step(DRIFT);
  expectCode(first, 0);
  expect(dispatchesOf(stage)).toMatchObject([{ workflow: 'apply.yml', branch: 'main' }]);
  expect(first.stdout).toContain('0 registrations changed in the registry, 5 registrations never applied.');
  expect(first.stdout).toContain('Started apply.yml.');
  expect(issueOf(stage)).toBeUndefined();

  expectCode(await stage.step(DRIFT), 0);
  expect(dispatchesOf(stage)).toHaveLength(1);

  Object.assign(dispatchesOf(stage)[0] ?? {}, { status: 'completed', conclusion: 'failure', updated: ago(HOUR) });
  expectCode(await stage.step(DRIFT), 0);
  expect(dispatchesOf(stage)).toHaveLength(1);
  expect(issueOf(stage)?.body).toContain('Apply failed');

  Object.assign(dispatchesOf(stage)[0] ?? {}, { updated: ago(25 * HOUR) });
  expectCode(await stage.step(DRIFT), 0);
  expect(dispatchesOf(stage)).toHaveLength(2);
  expect(stage.github.world.violations).toEqual([]);
});

test('what somebody changed in the registry becomes one issue, brought up to date, and closed when it is gone', async () => {
  const stage = await applied();
  const quiet = await stage.step(DRIFT);
  expectCode(quiet, 0);
  expect([issueOf(stage), dispatchesOf(stage).length]).toEqual([undefined, 0]);

  const { servers } = stage.bench.registry.records();
  const routing = servers.find(({ path }) => path.startsWith('/routing'));
  const before = routing?.fields['description'] ?? '';
  stage.bench.registry.edit('/routing', { description: 'changed @everybody | here' });
  const first = await stage.step(DRIFT);
  expectCode(first, 0);
  expect(issueOf(stage)).toMatchObject({
    number: 1,
    state: 'open',
    title: 'The registry differs from the default branch',
    labels: ['agentcore-sync'],
    body: expect.stringContaining('| <code>/routing/</code> | changed there | <code>description</code> |'),
  });
  expect(
    first.commands.filter(({ name }) => name === 'warning').map(({ properties }) => properties['title']),
  ).toContain('drift');
  expect(dispatchesOf(stage)).toEqual([]);
  expect(issueOf(stage)?.body).not.toContain('@');

  expectCode(await stage.step(DRIFT), 0);
  expect(stage.github.world.items.size).toBe(1);

  stage.bench.registry.edit('/routing', { description: before });
  expectCode(await stage.step(DRIFT), 0);
  expect(issueOf(stage)).toMatchObject({ state: 'closed', comments: [{ body: 'Nothing differs any more.' }] });
  expect(stage.github.world.violations).toEqual([]);
});

test('a registration that somebody deleted is drift where the files were applied, and not applied where they were not', async () => {
  const stage = await applied();
  const answer = await fetch(`${stage.bench.registry.url}/api/servers/remove`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.bench.registry.token}` },
    body: new URLSearchParams({ path: '/routing/' }),
  });
  expect(answer.status).toBe(200);
  expectCode(await stage.step(DRIFT), 0);
  expect(issueOf(stage)?.body).toContain('| <code>/routing/</code> | gone from there |  |');
  expect(dispatchesOf(stage)).toEqual([]);

  // The tip moved, but not in what is applied: it is drift all the same.
  stage.github.people.commit('main', { 'README.md': 'later\n' });
  stage.checkout();
  expectCode(await stage.step(DRIFT), 0);
  expect(dispatchesOf(stage)).toEqual([]);

  const file = Object.keys(stage.entries('main')).find((path) => path.includes('customs')) ?? '';
  stage.github.people.commit('main', { [`servers/${file}`]: `${stage.entries('main')[file]}  tags: [new]\n` });
  stage.checkout();
  expectCode(await stage.step(DRIFT), 0);
  expect(dispatchesOf(stage)).toHaveLength(1);
});

test('owners get an issue each for what fails of theirs, closed when nothing does', async () => {
  const configuration = `owners: { "${LOGISTICS}": ["@acme/platform"], "${RETAIL}": [bob], "333333333333": [nobody] }\n`;
  const stage = await startStage({ files: WORKFLOWS, scanned: true, configuration });
  await stage.apply();
  stage.bench.registry.settle();
  ran(stage, 'apply.yml');
  ran(stage, 'refresh.yml');
  ran(stage, 'scan.yml');
  const routing = stage.bench.registry.records().servers.find(({ path }) => path.startsWith('/routing'));
  const before = routing?.fields['description'] ?? '';
  stage.bench.registry.edit('/routing', { description: 'changed @everybody | here' });
  expectCode(await stage.step(DRIFT), 0);
  const issues = () => [...stage.github.world.items.values()].filter(({ pull }) => pull === undefined);
  expect(issues().map(({ title, state }) => [title, state])).toEqual([
    ['The registry differs from the default branch', 'open'],
    ['Entries of acme/platform need a look', 'open'],
  ]);
  const { body = '' } = issues()[1] ?? {};
  expect(body).toContain('@acme/platform\n');
  expect(body).toContain('<code>/routing/</code> | description changed in the registry');
  expect(body.match(/@\w+/g)).toEqual(['@acme']);
  expectCode(await stage.step(DRIFT), 0);
  expect(issues()).toHaveLength(2);

  stage.bench.registry.edit('/routing', { description: before });
  expectCode(await stage.step(DRIFT), 0);
  expect(issues().map(({ state }) => state)).toEqual(['closed', 'closed']);
  expect(issues()[1]?.comments).toMatchObject([{ body: 'Nothing of these entries fails any more.' }]);
  expect(stage.github.world.violations).toEqual([]);
});

/** A client of the pool that the one server behind JWT names: now there is something to renew. */
const ISSUERS = [
  '',
  'issuers:',
  '  - issuer: https://cognito-idp.us-east-1.amazonaws.com/us-east-1_retail',
  `    account: "${RETAIL}"`,
  `    clients: [{ id: registry, secret: { env: OAUTH_REGISTRY }, for: ["${RETAIL}/*"] }]`,
  '',
].join('\n');

test('a refresh that is overdue is told only where a client gives something a token', async () => {
  const stage = await applied();
  stage.github.world.runs.splice(
    0,
    Infinity,
    ...stage.github.world.runs.filter((run) => run.workflow !== 'refresh.yml'),
  );
  const run = await stage.step(DRIFT);
  expectCode(run, 0);
  expect(issueOf(stage)).toBeUndefined();
  expect(run.stdout).not.toContain('refresh-overdue');
});

test('a refresh that is overdue and an apply that waits longer than a day are told in the issue', async () => {
  const stage = await applied();
  const configured = stage.github.people.files('main', 'agentcore-sync.yaml')['agentcore-sync.yaml'];
  stage.github.people.commit('main', { 'agentcore-sync.yaml': `${configured}${ISSUERS}` });
  stage.checkout();
  stage.github.world.runs.length = 0;
  ran(stage, 'apply.yml', {}, 30 * HOUR);
  const waiting = ran(stage, 'apply.yml', { status: 'waiting', conclusion: undefined }, 25 * HOUR);
  const last = ran(stage, 'refresh.yml', {}, 3 * HOUR);
  const scanned = ran(stage, 'scan.yml', {}, 26 * HOUR);
  const run = await stage.step(DRIFT);
  expectCode(run, 0);
  const { body = '' } = issueOf(stage) ?? {};
  expect(issueOf(stage)?.title).toBe('Apply waits for its approval for more than a day');
  expect(body).toContain('Apply waits for its approval');
  expect(body).toContain(`/actions/runs/${waiting.id}`);
  expect(body).toContain('Tokens are not renewed');
  expect(body).toContain('Not every account is scanned');
  expect(body).toContain(scanned.updated.replaceAll(':', '&#58;'));
  expect(body).toContain(last.updated.replaceAll(':', '&#58;'));
  expect(run.stdout).toContain(
    `  5 not known to be seen since ${scanned.updated}: ${RETAIL}, ${LOGISTICS}  → agentcore-sync list --coverage tells which are, and why not\n`,
  );
  expect(run.commands.filter(({ name }) => name === 'warning').map(({ properties }) => properties['title'])).toEqual(
    expect.arrayContaining(['apply-waits', 'refresh-overdue', 'scan-overdue']),
  );
  stage.github.world.runs.length = 0;
  ran(stage, 'apply.yml');
  ran(stage, 'refresh.yml');
  ran(stage, 'scan.yml');
  expect(expectCode(await stage.step(DRIFT), 0).stdout).not.toContain('known to be seen');
  expect(issueOf(stage)?.state).toBe('closed');
});

test('a plan whose job may not read runs knows nothing of the last scan, and goes on', async () => {
  const stage = await applied();
  stage.github.world.runs.length = 0;
  ran(stage, 'scan.yml', {}, 26 * HOUR);
  const plan = { command: 'plan', 'allow-deletes': 'true' };
  expect(expectCode(await stage.step(plan), 0).stdout).toContain('5 not known to be seen ');
  const unread = await stage.step({
    ...plan,
    'github-token': stage.github.jobToken({ contents: 'read', 'pull-requests': 'read' }),
  });
  expectCode(unread, 0);
  expect(`${unread.stdout}${unread.summary}`).not.toContain('known to be seen');
  expect(unread.stdout).toContain('Plan: no changes. 5 registrations are as in git.');
});

const HOSTILE = [
  '::set-env name=PATH::/evil',
  '\n::error::gotcha',
  '%0A::add-mask::x',
  '\r\n##[error]old',
  '|a|`b`\\`c`',
  '\u202egnp.exe\u2066',
  '@acme/everybody <img src=x onerror=alert(1)> [x](javascript:y) #1',
  'x <!-- agentcore-sync asked=mallory gone -->',
];

test('names that strangers chose are harmless in body, comment, commit, summary and log', async () => {
  const stage = await startStage({
    world: world({
      accounts: {
        [CALLER]: { name: 'tooling' },
        [LOGISTICS]: {
          name: 'logistics',
          roles: { AgentCoreSync: roleFor(CALLER) },
          regions: {
            'us-east-1': {
              gateways: HOSTILE.map((name, at) =>
                gateway({ name, id: `evil-012345678${at}`, description: name, authorizer: { type: 'NONE' } }),
              ),
              runtimes: [runtime({ name: 'three', description: 'x', status: HOSTILE.join('').slice(0, 60) })],
            },
          },
        },
      },
    }),
  });
  const scan = await stage.step({ command: 'scan' });
  const [opened] = JSON.parse(scan.outputs['pull-requests'] ?? '[]');
  stage.checkout();
  const plan = await stage.step({
    command: 'plan',
    against: opened.base,
    head: opened.head,
    check: 'c',
    comment: '1',
  });
  const item = stage.github.world.items.get(1);
  const texts = [
    item?.body.replace(/\n<!-- agentcore-sync asked= -->$/, '') ?? '',
    item?.comments[0]?.body.replace('<!-- agentcore-sync:plan -->', '') ?? '',
    stage.github.world.checks[0]?.summary ?? '',
    scan.summary,
    plan.summary,
  ];
  for (const text of texts) {
    expect(text).toContain('gotcha');
    expect(text).not.toMatch(/<img|<!--|javascript:y\)|@acme|^::|\u202e|\u2066/m);
    for (const line of text.split('\n').filter((one) => one.startsWith('| ')))
      expect(line.trimEnd().endsWith('|')).toBe(true);
  }
  const commit = stage.github.world.git.readCommit(opened.head);
  expect(commit.message).toMatch(/^Scan of Amazon Bedrock AgentCore\n\n\d new\n\nAgentcore-Sync: /);
  for (const run of [scan, plan]) {
    const names = new Set(run.commands.map(({ name }) => name));
    for (const name of ['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice', 'warning']) names.delete(name);
    expect([...names]).toEqual([]);
    expect(run.commands.map(({ data }) => data)).not.toContain('gotcha');
  }
  expect(stage.github.world.violations).toEqual([]);
});
