import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { SyncError } from '../../src/model/errors.ts';
import type { CheckRow, EnvironmentFacts, GithubSettings } from '../../src/model/setup.ts';
import { type CheckStep, runChecks } from '../../src/setup/doctor.ts';
import { githubRows } from '../../src/setup/github-checks.ts';
import { subjectRow, tokenAudience, variableRows } from '../../src/setup/identity-checks.ts';
import { regionRows } from '../../src/setup/region-checks.ts';
import { settingsOf } from './world.ts';

const ok = (check: string): CheckRow => ({ check, state: 'ok', met: 'fine' });
const step = (id: string, more: Partial<CheckStep> = {}): CheckStep => ({
  id,
  part: 'aws',
  check: id,
  run: async () => ok(id),
  mend: ({ code }) => `mend ${code}`,
  ...more,
});
const refused = async (): Promise<never> => {
  throw new SyncError('cloud', 'assume-role', 'assume role X: AccessDenied', { hint: 'let it trust the caller' });
};
const signal = new AbortController().signal;

test('a step that fails is a row with its text and what to do, and stops no other', async () => {
  expect(await runChecks([step('a', { run: refused }), step('b')], { signal })).toEqual([
    {
      check: 'a',
      state: 'failed',
      met: 'assume role X: AccessDenied',
      todo: 'Let it trust the caller',
      command: 'mend assume-role',
    },
    ok('b'),
  ]);
});

test('what needs a step that failed is skipped, along the whole chain, and nothing is run', async () => {
  let runs = 0;
  const counted = async (): Promise<CheckRow> => {
    runs += 1;
    return ok('b');
  };
  const rows = await runChecks(
    [
      step('a', { run: refused }),
      step('b', { needs: ['a'], run: counted }),
      step('c', { needs: ['b'], run: counted }),
      step('d', { needs: ['elsewhere'] }),
    ],
    { signal },
  );
  expect(rows.slice(1)).toEqual([
    { check: 'b', state: 'skipped', met: 'waits for a' },
    { check: 'c', state: 'skipped', met: 'waits for b' },
    ok('d'),
  ]);
  expect(runs).toBe(0);
});

test('one good row of several is ground enough', async () => {
  const mixed = async (): Promise<CheckRow[]> => [
    ok('one'),
    { check: 'two', state: 'failed', met: 'refused', command: 'x' },
  ];
  const rows = await runChecks([step('a', { run: mixed }), step('b', { needs: ['a'] })], { signal });
  expect(rows.map(({ check, state }) => `${check} ${state}`)).toEqual(['one ok', 'two failed', 'b ok']);
});

test('only the parts that were asked for are looked at', async () => {
  const steps = [step('a', { part: 'id-token', run: refused }), step('b', { needs: ['a'] })];
  expect(await runChecks(steps, { parts: ['aws'], signal })).toEqual([ok('b')]);
});

test('a run that is stopped skips the rest', async () => {
  const stop = new AbortController();
  const stopping = async (): Promise<CheckRow> => {
    stop.abort();
    return ok('a');
  };
  expect(await runChecks([step('a', { run: stopping }), step('b')], { signal: stop.signal })).toEqual([
    ok('a'),
    { check: 'b', state: 'skipped', met: 'the run was stopped' },
  ]);
});

test('a defect is no row', async () => {
  const broken = async (): Promise<never> => {
    throw new TypeError('x is not a function');
  };
  await expect(runChecks([step('a', { run: broken })], { signal })).rejects.toThrow('x is not a function');
});

test.each([
  ['repo:acme/catalogue:environment:agentcore-scan', 'ok', 'repo:acme/catalogue:environment:agentcore-scan'],
  ['repo:acme@1/catalogue@2:environment:registry', 'ok', 'repo:acme@1/catalogue@2:environment:registry'],
  ['repo:acme/catalogue:ref:refs/heads/main', 'failed', 'it names no environment'],
  ['repo:acme/catalogue:pull_request', 'failed', 'it names no environment'],
  ['repo:acme/catalogue:environment:production', 'failed', 'an environment that the roles of init do not trust'],
  ['repository_owner_id:1:job_workflow_ref:x', 'ok', "a form of your organization's own"],
])('sub %s is %s', (subject, state, met) => {
  const row = subjectRow(subject);
  expect(row.state).toBe(state);
  expect(row.met).toContain(met);
  expect(row.todo === undefined).toBe(state === 'ok' && subject.startsWith('repo:'));
});

test('the token is asked for on behalf of whoever takes it, AWS first', () => {
  const registry = { url: 'https://r.example', token: { 'github-oidc': { audience: 'registry' } } };
  expect(tokenAudience(settingsOf('doctor', {}))).toBeUndefined();
  expect(tokenAudience(settingsOf('doctor', {}, { registry }))).toEqual({ audience: 'registry', for: 'the registry' });
  expect(tokenAudience(settingsOf('doctor', {}, { registry, aws: { credentials: 'github-oidc' } }))).toEqual({
    audience: 'sts.amazonaws.com',
    for: 'AWS',
  });
});

test('every variable of the configuration is looked for once, by name alone', () => {
  const settings = settingsOf(
    'doctor',
    {},
    {
      registry: { url: 'https://r.example', token: { env: 'REGISTRY_TOKEN' } },
      issuers: [
        {
          issuer: 'https://i.example',
          clients: [
            { id: 'a', secret: { env: 'OAUTH_A' } },
            { id: 'b', secret: { env: 'OAUTH_A' } },
            { id: 'c', secret: 'cognito' },
          ],
        },
      ],
      secrets: { key: { env: 'AGENTCORE_KEY', urls: ['https://t.example'] } },
    },
  );
  const isSet = (name: string): boolean => name === 'REGISTRY_TOKEN';
  const rows = variableRows(settings, { isSet, person: false, repository: 'acme/catalogue' });
  expect(rows.map(({ check, state }) => `${check} ${state}`)).toEqual([
    'variable AGENTCORE_KEY failed',
    'variable OAUTH_A failed',
    'variable REGISTRY_TOKEN ok',
  ]);
  expect(rows[1]?.command).toBe(
    'gh secret set OAUTH_A --repo acme/catalogue --env registry && gh secret set OAUTH_A --repo acme/catalogue --env registry-refresh',
  );
  expect(rows[1]?.todo).toContain('Add the secret OAUTH_A to the environments registry and registry-refresh');
});

test('a Region has one row, whatever the number of accounts', () => {
  const calls = ['GetGateway', 'ListGateways'];
  const accounts = { type: 'organization', units: [], exclude: [], include: [] } as const;
  const answer = (account: number, state: 'ok' | 'absent' | 'failed', region = 'us-east-1') => ({
    account: `acc-${account}`,
    region,
    state,
    ...(state === 'ok' ? {} : { text: 'AccessDeniedException: no' }),
  });
  const many = Array.from({ length: 100 }, (_, at) => answer(at, at < 93 ? 'ok' : 'failed'));
  expect(regionRows([...many, answer(1, 'ok', 'eu-west-1')], { named: true, calls, accounts })).toEqual([
    { check: 'Region eu-west-1', state: 'ok', met: 'AgentCore answers in 1 of 1 accounts' },
    {
      check: 'Region us-east-1',
      state: 'failed',
      met: 'AgentCore answers in 93 of 100 accounts; not in acc-93, acc-94, acc-95, acc-96, acc-97 and 2 more: AccessDeniedException: no',
      todo: expect.stringContaining('these actions of bedrock-agentcore: GetGateway, ListGateways'),
      command: expect.stringMatching(/^aws cloudformation update-stack-set --stack-set-name agentcore-sync /),
    },
  ]);
  // What init told to deploy for a single account is no StackSet.
  const alone = regionRows([answer(1, 'failed')], { named: true, calls, accounts: { type: 'own' } });
  expect(alone[0]?.command).toMatch(/^aws cloudformation deploy --stack-name agentcore-sync /);
  const absent = [answer(1, 'absent', 'ap-south-2')];
  expect(regionRows(absent, { named: true, calls, accounts })[0]).toMatchObject({
    state: 'failed',
    todo: expect.stringMatching(/^Enable/),
    command: 'aws account enable-region --region-name ap-south-2 --account-id acc-1',
  });
  expect(regionRows(absent, { named: false, calls, accounts })).toEqual([]);
});

const environment = (name: string, more: Partial<EnvironmentFacts> = {}): EnvironmentFacts => ({
  name,
  branches: ['main'],
  reviewed: false,
  ...more,
});
const GOOD: GithubSettings = {
  repository: {
    name: 'acme/catalogue',
    ids: { owner: '1', repository: '2' },
    defaultBranch: 'main',
    visibility: 'private',
  },
  environments: {
    value: [
      environment('agentcore-scan'),
      environment('registry', { branches: 'protected' }),
      environment('registry-refresh'),
      environment('registry-approval', { branches: 'all', reviewed: true }),
    ],
  },
  rules: {
    value: {
      pullRequest: true,
      codeOwners: true,
      dismissesStale: true,
      checks: ['agentcore-sync validate', 'agentcore-sync plan', 'build'],
    },
  },
  actionsOpenRequests: { value: true },
};
const SERVER = 'https://github.com';
const statesOf = (settings: Partial<GithubSettings>): string[] =>
  githubRows({ ...GOOD, ...settings }, SERVER, { deploys: false }).map(({ check, state }) => `${check}: ${state}`);

test('settings as the setup asks for them are all well', () => {
  expect(statesOf({})).toEqual([
    'environment agentcore-scan: ok',
    'environment registry: ok',
    'environment registry-refresh: ok',
    'environment registry-approval: ok',
    'rules of main: ok',
    'pull requests by workflows: ok',
  ]);
});

test.each<[string, readonly EnvironmentFacts[], string, string]>([
  ['is not there', [], 'there is none', 'Create it'],
  [
    'is open to any branch',
    [environment('agentcore-scan', { branches: 'all' })],
    'any branch may use it',
    'Limit its deployment branches to main: https://github.com/acme/catalogue/settings/environments',
  ],
  [
    'is open to other branches',
    [environment('agentcore-scan', { branches: ['main', 'release/*'] })],
    'these branches may use it: main, release/*',
    'Limit its deployment branches to main',
  ],
  [
    'waits for a person',
    [environment('agentcore-scan', { reviewed: true })],
    'its jobs wait for a person each time',
    'Move its required reviewers to registry-approval: https://github.com/acme/catalogue/settings/environments',
  ],
])('an environment that %s fails', (_, environments, met, todo) => {
  const row = githubRows({ ...GOOD, environments: { value: environments } }, SERVER, { deploys: false })[0];
  expect(row).toMatchObject({ check: 'environment agentcore-scan', state: 'failed' });
  expect(row?.met).toContain(met);
  expect(row?.todo).toContain(todo);
});

test('where gateways are deployed their environments are checked, and a deploy that nobody approves fails', () => {
  const rowsOf = (...deploying: readonly EnvironmentFacts[]): string[] => {
    const value = 'value' in GOOD.environments ? [...GOOD.environments.value, ...deploying] : [];
    return githubRows({ ...GOOD, environments: { value } }, SERVER, { deploys: true }).flatMap(
      ({ check, state, met }) => (check.includes('deploy') ? [`${check}: ${state}: ${met}`] : []),
    );
  };
  const none = 'there is none: GitHub makes it without any limit when a job first names it';
  expect(rowsOf()).toEqual([
    `environment agentcore-deploy-plan: failed: ${none}`,
    `environment agentcore-deploy: failed: ${none}`,
  ]);
  expect(rowsOf(environment('agentcore-deploy-plan'), environment('agentcore-deploy'))).toEqual([
    'environment agentcore-deploy-plan: ok: these branches may use it: main',
    'environment agentcore-deploy: failed: these branches may use it: main; nobody is asked, so a merge changes AWS',
  ]);
  expect(
    rowsOf(environment('agentcore-deploy-plan'), environment('agentcore-deploy', { reviewed: true, branches: 'all' })),
  ).toEqual([
    'environment agentcore-deploy-plan: ok: these branches may use it: main',
    'environment agentcore-deploy: failed: any branch may use it',
  ]);
  expect(rowsOf(environment('agentcore-deploy-plan'), environment('agentcore-deploy', { reviewed: true }))).toEqual([
    'environment agentcore-deploy-plan: ok: these branches may use it: main',
    'environment agentcore-deploy: ok: these branches may use it: main; a person approves every deploy',
  ]);
});

test('a ruleset that asks for too little says what it lacks', () => {
  const rules = {
    value: { pullRequest: true, codeOwners: false, dismissesStale: true, checks: ['agentcore-sync plan'] },
  };
  const row = githubRows({ ...GOOD, rules }, SERVER, { deploys: false }).find(({ check }) => check === 'rules of main');
  expect(row?.state).toBe('failed');
  expect(row?.met).toBe('no ruleset asks for review from Code Owners, the check "agentcore-sync validate"');
});

test('what is missing has the command that makes it, whole and quoted for a shell', () => {
  const nothing: GithubSettings = {
    ...GOOD,
    repository: { ...GOOD.repository, defaultBranch: "release/it's $(id)" },
    environments: { value: [environment('registry', { branches: 'all', reviewed: true })] },
    rules: { value: { pullRequest: false, codeOwners: false, dismissesStale: false, checks: [] } },
    actionsOpenRequests: { value: false },
  };
  const rows = githubRows(nothing, SERVER, { deploys: false });
  const commandOf = (check: string) => rows.find((row) => row.check === check)?.command;
  const branch = `'release/it'\\''s $(id)'`;
  expect(commandOf('environment agentcore-scan')).toMatch(/^for name in agentcore-scan; do gh api -X PUT /);
  expect(commandOf('environment agentcore-scan')).toContain(`-f name=${branch};`);
  // Made anew it would lose its reviewers: a person decides that.
  expect(commandOf('environment registry')).toBe('gh browse --settings --repo acme/catalogue');
  expect(commandOf('pull requests by workflows')).toMatch(
    /^gh api -X PUT repos\/acme\/catalogue\/actions\/permissions\/workflow /,
  );
  const ruleset = commandOf("rules of release/it's $(id)") ?? '';
  const printed = execFileSync('sh', ['-c', ruleset.replace(/ \| gh .*$/, '')], { encoding: 'utf8' });
  expect(JSON.parse(printed)).toMatchObject({
    conditions: { ref_name: { include: ["refs/heads/release/it's $(id)"] } },
    rules: [{ type: 'pull_request' }, { type: 'required_status_checks' }, { type: 'non_fast_forward' }],
  });
});

test('a repository whose name is none of GitHub stands in no command', () => {
  const settings = {
    ...GOOD,
    repository: { ...GOOD.repository, name: 'acme/x";id;"' },
    environments: { value: [] },
    actionsOpenRequests: { value: false },
  };
  const commands = githubRows(settings, SERVER, { deploys: false }).flatMap(({ command }) => command ?? []);
  expect(commands.length).toBeGreaterThan(2);
  expect(new Set(commands)).toEqual(new Set(['gh browse --settings']));
});

test('what the token may not see is skipped, with the place to look at', () => {
  const unreadable = { unreadable: 'status 403' };
  const settings = { ...GOOD, environments: unreadable, rules: unreadable, actionsOpenRequests: unreadable };
  for (const row of githubRows(settings, SERVER, { deploys: false })) {
    expect(row.state).toBe('skipped');
    expect(row.todo).toMatch(/^Look yourself: .*https:\/\/github\.com\/acme\/catalogue\/settings\//);
    expect(row.command).toBeUndefined();
  }
});
