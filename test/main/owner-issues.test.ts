import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { confirmRoleFor, roleFor } from '../../sandbox/resources.ts';
import { rowFailures } from '../../src/review/owner-failures.ts';
import { CALLER, expectCode, LOGISTICS, RETAIL } from '../cli/cli.ts';
import { type Stage, startStage } from './request-stage.ts';

const OWNERS = `owners: { "${LOGISTICS}": ["@acme/platform"], "${RETAIL}": [bob] }\n`;
/** A client of the pool that the one server behind JWT names. */
const ISSUERS = `issuers:
  - issuer: https://cognito-idp.us-east-1.amazonaws.com/us-east-1_retail
    account: "${RETAIL}"
    clients: [{ id: registry, secret: { env: OAUTH_REGISTRY }, for: ["${RETAIL}/*"] }]
`;

const issuesOf = ({ github }: Stage) => [...github.world.items.values()].filter(({ pull }) => pull === undefined);
const openOf = (stage: Stage) => issuesOf(stage).filter(({ state }) => state === 'open');

/** A job that runs a command, and the job after it, where the first one has something to hand over. */
const workflow = async (stage: Stage, command: 'scan' | 'apply' | 'refresh' | 'verify' | 'sync', code: number) => {
  const run = await stage.step({
    command,
    results: 'found',
    ...(command === 'apply' ? { 'allow-deletes': 'true' } : {}),
  });
  expectCode(run, code);
  const digest = run.outputs['failures-digest'];
  if (digest === undefined) return undefined;
  return expectCode(await stage.step({ command: 'issues', results: 'found', 'results-digest': digest }), 0);
};

test('each owner has one issue, whatever run fails for entries of theirs, and it is closed once none does', async () => {
  const stage = await startStage({ scanned: true, configuration: `${OWNERS}${ISSUERS}` });
  const roles: Record<string, unknown> = stage.bench.aws.world.accounts[LOGISTICS]?.roles ?? {};
  expect(await workflow(stage, 'scan', 0)).toBeUndefined();

  delete roles['AgentCoreConfirm'];
  delete roles['AgentCoreSync'];
  expect((await workflow(stage, 'apply', 1))?.stdout).toMatch(/Issue 1 created: .*\/issues\/1/);
  expect(openOf(stage)).toMatchObject([{ title: 'Entries of acme/platform need a look', labels: ['agentcore-sync'] }]);
  expect(stage.body(1)).toContain('### Not applied (');
  expect(stage.body(1)).toMatch(/^\| <code>\/customs<\/code> \| .*not confirmed/m);
  expect(stage.body(1)).toMatch(/^\| <code>\/routing\/<\/code> \| not confirmed/m);
  expect(stage.body(1)).not.toContain('pricing');

  expect((await workflow(stage, 'scan', 1))?.stdout).toContain('Issue 1 updated');
  expect(stage.body(1)).toContain('### Not scanned (');
  expect(stage.body(1)).toContain('### Not applied (');
  expect((await workflow(stage, 'scan', 1))?.stdout).toContain('Issue 1 unchanged');

  // Another owner's servers fail for another command: an issue of its own.
  const told = await workflow(stage, 'refresh', 1);
  expect(told?.stdout).toContain('Issue 2 created');
  expect(openOf(stage).map(({ title }) => title)).toEqual([
    'Entries of acme/platform need a look',
    'Entries of bob need a look',
  ]);
  expect(stage.body(2)).toContain('### Without a fresh token (1)');
  expect(stage.body(2)).toContain('no connection');
  expect(stage.body(2).match(/@\w+/g)).toEqual(['@bob']);

  Object.assign(roles, { AgentCoreSync: roleFor(CALLER), AgentCoreConfirm: confirmRoleFor(CALLER) });
  await workflow(stage, 'scan', 0);
  expect(stage.body(1)).not.toContain('Not scanned');
  expect(openOf(stage)).toHaveLength(2);
  await workflow(stage, 'apply', 0);
  expect(issuesOf(stage)[0]).toMatchObject({
    state: 'closed',
    comments: [{ body: 'Nothing of these entries fails any more.' }],
  });
  expect(openOf(stage)).toMatchObject([{ number: 2 }]);
  expect(await workflow(stage, 'apply', 0)).toBeUndefined();

  // The part of another command stays beside the one that comes; who fails again gets a new issue.
  expect((await workflow(stage, 'verify', 1))?.stdout).toContain('Issue 2 updated');
  expect(stage.body(2)).toMatch(/### Without a fresh token \(1\)[\s\S]*### Does not answer as it should \(/);
  expect(openOf(stage).map(({ title }) => title)).toContain('Entries of acme/platform need a look');
  expect(stage.github.world.violations).toEqual([]);
});

/** What a job may have written: an owner whom nobody configured, texts that mean something to GitHub, more than there is room for. */
const handed = (more: object): string =>
  JSON.stringify({
    form: 1,
    command: 'verify',
    complete: true,
    failures: {
      bob: [{ what: '/a|b/\n<!-- agentcore-sync:part apply -->', text: '@acme/all <img src=x> ::error::x', hint: 7 }],
      '@acme/everybody': [{ what: 'x', text: 'x' }],
      ...more,
    },
  });

test('sync tells owners what it could not scan or apply of theirs, and when nothing fails any more', async () => {
  const stage = await startStage({ scanned: true, configuration: OWNERS });
  const roles: Record<string, unknown> = stage.bench.aws.world.accounts[LOGISTICS]?.roles ?? {};
  delete roles['AgentCoreConfirm'];
  delete roles['AgentCoreSync'];
  expect((await workflow(stage, 'sync', 1))?.stdout).toContain('Issue 1 created');
  expect(openOf(stage).map(({ title }) => title)).toEqual(['Entries of acme/platform need a look']);
  expect(stage.body(1)).toContain('### Not scanned, or not applied (');
  expect(stage.body(1)).toMatch(/^\| <code>\/routing\/<\/code> \| not confirmed/m);
  expect(stage.body(1)).toContain(LOGISTICS);
  Object.assign(roles, { AgentCoreSync: roleFor(CALLER), AgentCoreConfirm: confirmRoleFor(CALLER) });
  await workflow(stage, 'sync', 0);
  expect(openOf(stage)).toEqual([]);
});

test('what another job wrote is believed in nothing: only owners of the configuration are told, texts are inert', async () => {
  const stage = await startStage({ configuration: OWNERS });
  const write = (text: string): string => {
    stage.bench.write('found/failures.json', text);
    return createHash('sha256').update(text).digest('hex');
  };
  const issues = (digest: string) => stage.step({ command: 'issues', results: 'found', 'results-digest': digest });
  const many = Array.from({ length: 3000 }, (_, at) => ({ what: `/${at}/`, text: 'It does not answer.' }));
  const digest = write(handed({ '@acme/platform': many }));
  expect(expectCode(await issues('0'.repeat(64)), 1).stdout).toContain('met another digest');
  expectCode(await issues(digest), 0);
  expect(openOf(stage).map(({ title }) => title)).toEqual([
    'Entries of acme/platform need a look',
    'Entries of bob need a look',
  ]);
  expect(stage.body(1)).toContain('more not shown');
  expect(stage.body(1).length).toBeLessThan(14_000);
  expect(stage.body(2)).not.toMatch(/<img|@acme|<!-- agentcore-sync:part apply/);

  // A run that was narrowed says nothing of the rest; two issues of one owner become one; a person's words there stay.
  stage.github.world.items.set(9, { ...(issuesOf(stage)[0] as ReturnType<typeof issuesOf>[number]), number: 9 });
  expectCode(await issues(write('{"form":1,"command":"scan","complete":false,"failures":{}}')), 0);
  expect(openOf(stage).map(({ number }) => number)).toEqual([1, 2]);
  expectCode(await issues(write('{"form":1,"command":"verify","complete":true,"failures":{}}')), 0);
  expect(openOf(stage)).toEqual([]);
  for (const text of ['[]', '{"form":2}', '{"form":1,"command":"init","failures":{}}'])
    expect(expectCode(await issues(write(text)), 1).stdout).toContain('met another form');
  expect(stage.github.world.violations).toEqual([]);
});

test('a repository without issues is a notice, and no run fails for it', async () => {
  const stage = await startStage({ configuration: OWNERS });
  const text = handed({});
  stage.bench.write('found/failures.json', text);
  stage.github.world.faults.push({
    method: 'POST',
    path: /\/issues$/,
    type: 'answer',
    status: 410,
    message: 'Issues are disabled for this repo',
  });
  const digest = createHash('sha256').update(text).digest('hex');
  const run = await stage.step({ command: 'issues', results: 'found', 'results-digest': digest });
  expect(expectCode(run, 0).stdout).toContain('No owner was told.');
});

test('an entry that is warned of besides is still one that failed', () => {
  const warning = {
    rule: 'gateway-open',
    severity: 'warning',
    place: { file: 'servers/a.yaml' },
    subject: 'a',
    text: 'x',
  } as const;
  const error = {
    rule: 'token-failed',
    severity: 'error',
    subject: 'client c of i',
    text: 'no secret',
    hint: 'Set it.',
  } as const;
  const row = { path: '/a/', file: 'servers/a.yaml', issuer: 'i', client: 'c' };
  const ownersOf = () => ['bob'];
  expect(rowFailures([row], [warning, error], ownersOf)).toEqual([
    { owners: ['bob'], failure: { what: 'servers/a.yaml', text: 'no secret', hint: 'Set it.' } },
  ]);
  expect(rowFailures([row], [{ ...warning, severity: 'error' }], ownersOf)).toEqual([]);
});
