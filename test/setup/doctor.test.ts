import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { type AwsOptions, startAws } from '../../sandbox/aws/server.ts';
import { startIssuer } from '../../sandbox/issuer/server.ts';
import { startRegistry } from '../../sandbox/registry/registry.ts';
import { confirmRoleFor, roleFor, roleForJob } from '../../sandbox/resources.ts';
import { world } from '../../sandbox/world.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { buildSettings } from '../../src/config/build-settings.ts';
import type { OptionValues } from '../../src/config/options/options.ts';
import { canHaveIdToken, readRun } from '../../src/forge/github/environment.ts';
import type { Configuration } from '../../src/model/generated/configuration.ts';
import type { CheckRow } from '../../src/model/setup.ts';
import { systemClock } from '../../src/net/clock.ts';
import { outputFaults } from './world.ts';

const ONE = '111111111111';
const TWO = '222222222222';
const SUB = 'repo:acme/catalogue:environment:agentcore-scan';
const HUB = `arn:aws:iam::${ONE}:role/Hub`;

afterEach(() => {
  vi.unstubAllEnvs();
});

const aws = async (roles: Parameters<typeof world>[0]['accounts'], options: AwsOptions = {}) => {
  const started = await startAws(world({ accounts: roles }), { job: { sub: SUB }, ...options });
  onTestFinished(() => started.close());
  for (const [name, value] of Object.entries(started.environment)) vi.stubEnv(name, value);
  return started;
};

interface Question {
  readonly configuration: Configuration;
  readonly environment?: Readonly<Record<string, string>>;
  readonly values?: OptionValues;
  readonly actions?: boolean;
}

const run = async ({ configuration, environment = {}, values = {}, actions = false }: Question) => {
  const masked: string[] = [];
  const result = await doctor({
    settings: buildSettings({
      command: 'doctor',
      values,
      origins: {},
      configuration,
      person: !canHaveIdToken(environment),
    }).settings,
    environment,
    run: readRun(environment),
    clock: systemClock,
    signal: new AbortController().signal,
    cut: new AbortController().signal,
    terminal: { width: 100, colour: false, live: false, write: () => undefined, log: () => undefined },
    mask: (secret) => void masked.push(secret),
    hide: (text) => text,
    actions,
    operands: [],
  });
  expect(outputFaults('doctor', result.result)).toEqual([]);
  const { checks } = result.result as { readonly checks: readonly CheckRow[] };
  // What failed has a command that a shell can read, on one line.
  for (const { state, command } of checks) {
    if (state !== 'failed') continue;
    expect(command).toMatch(/^\S[^\n]*$/);
    execFileSync('sh', ['-n', '-c', command]);
  }
  return { ...result, checks, masked, lines: checks.map(({ check, state }) => `${check}: ${state}`) };
};

const REGIONS = { 'us-east-1': {}, 'eu-west-1': {} };
const OIDC: Configuration['aws'] = {
  credentials: 'github-oidc',
  hubRole: HUB,
  accounts: [ONE, TWO],
  regions: ['us-east-1', 'eu-west-1'],
};

test('a whole setup through a hub is well', async () => {
  const started = await aws({
    [ONE]: { roles: { Hub: roleForJob(SUB), AgentCoreSync: roleFor(HUB) }, regions: REGIONS },
    [TWO]: { roles: { AgentCoreSync: roleFor(HUB) }, regions: REGIONS },
  });
  const { checks, exitCode, text, masked } = await run({
    configuration: { aws: OIDC },
    values: { checks: ['id-token', 'aws'] },
    environment: { ...started.jobEnvironment, GITHUB_ACTIONS: 'true' },
  });
  expect(checks).toEqual([
    {
      check: 'id-token',
      state: 'ok',
      met: 'https://token.actions.githubusercontent.com gives one for AWS, aud sts.amazonaws.com',
    },
    { check: 'sub of the id-token', state: 'ok', met: SUB },
    { check: 'AWS identity', state: 'ok', met: `the hub role ${HUB} is of account ${ONE}` },
    { check: 'accounts', state: 'ok', met: '2' },
    { check: `role AgentCoreSync in ${ONE}`, state: 'ok', met: 'assumed, and the identity is of that account' },
    { check: `role AgentCoreSync in ${TWO}`, state: 'ok', met: 'assumed, and the identity is of that account' },
    { check: 'Region eu-west-1', state: 'ok', met: 'AgentCore answers in 2 of 2 accounts' },
    { check: 'Region us-east-1', state: 'ok', met: 'AgentCore answers in 2 of 2 accounts' },
  ]);
  expect(exitCode).toBe(0);
  expect(text).toContain('8 ok, 0 failed, 0 skipped.');
  expect(masked.length).toBeGreaterThan(0);
  for (const secret of masked) expect(text).not.toContain(secret);
});

test('a hub that trusts another sub is told with the line that it needs, and nothing behind it is tried', async () => {
  const started = await aws({
    [ONE]: { roles: { Hub: roleForJob('repo:acme/catalogue:environment:other') }, regions: REGIONS },
  });
  const { lines, checks, exitCode } = await run({
    configuration: { aws: OIDC },
    values: { checks: ['id-token', 'aws'] },
    environment: { ...started.jobEnvironment, GITHUB_ACTIONS: 'true' },
  });
  expect(lines.slice(2)).toEqual(['AWS identity: failed', 'accounts: skipped', 'roles: skipped', 'Regions: skipped']);
  expect(checks[2]?.met).toContain(`sub is "${SUB}"`);
  expect(checks[2]?.todo).toContain(`"token.actions.githubusercontent.com:sub":"${SUB}"`);
  expect(exitCode).toBe(1);
});

test('a job without id-token: write is told so, and one that is none is sent to the workflow', async () => {
  await aws({ [ONE]: {} });
  const inJob = await run({
    configuration: { aws: OIDC },
    values: { checks: ['id-token', 'aws'] },
    environment: { GITHUB_ACTIONS: 'true' },
  });
  expect(inJob.checks[0]).toMatchObject({ state: 'failed', met: expect.stringContaining('id-token: write') });
  expect(inJob.lines[1]).toBe('AWS identity: skipped');
  const outside = await run({ configuration: { aws: OIDC }, values: { checks: ['id-token'] } });
  expect(outside.checks).toEqual([
    {
      check: 'id-token',
      state: 'skipped',
      met: 'only a job of GitHub Actions can have one',
      todo: 'Start the workflow doctor.yml.',
    },
  ]);
  expect(outside.exitCode).toBe(0);
});

test('on a laptop the configuration of the jobs is checked with the credentials at hand, through the same hubs', async () => {
  const CONFIRM_HUB = `arn:aws:iam::${ONE}:role/ConfirmHub`;
  const roles = { AgentCoreSync: roleFor(HUB), AgentCoreConfirm: confirmRoleFor(CONFIRM_HUB) };
  await aws(
    {
      [ONE]: { roles: { ...roles, Hub: roleFor(TWO), ConfirmHub: roleFor(TWO) }, regions: REGIONS },
      [TWO]: { roles, regions: REGIONS },
    },
    { caller: { account: TWO } },
  );
  const configuration: Configuration = { aws: { ...OIDC, confirm: { hubRole: CONFIRM_HUB } } };
  const { checks, lines, exitCode } = await run({ configuration, values: { checks: ['id-token', 'aws', 'confirm'] } });
  expect(lines).toEqual([
    'id-token: skipped',
    'AWS identity: ok',
    'accounts: ok',
    `role AgentCoreSync in ${ONE}: ok`,
    `role AgentCoreSync in ${TWO}: ok`,
    'Region eu-west-1: ok',
    'Region us-east-1: ok',
    'role AgentCoreConfirm: ok',
  ]);
  expect(checks[1]?.met).toBe(
    `the hub role ${HUB} is of account ${ONE}; assumed with your own credentials, which stand in for the job's token`,
  );
  expect(exitCode).toBe(0);
});

test('a person whom the hub for confirming refuses asks through the hub of the scan', async () => {
  const roles = { AgentCoreSync: roleFor(HUB) };
  await aws(
    { [ONE]: { roles: { ...roles, Hub: roleFor(TWO) }, regions: REGIONS }, [TWO]: { roles, regions: REGIONS } },
    { caller: { account: TWO } },
  );
  const configuration: Configuration = {
    aws: { ...OIDC, confirm: { hubRole: `arn:aws:iam::${ONE}:role/ConfirmHub` } },
  };
  const { checks } = await run({ configuration, values: { checks: ['confirm'] } });
  expect(checks[0]?.met).toMatch(
    /^AWS confirms places in 2 of 2 accounts; with AgentCoreSync, which serves on a command line only/,
  );
});

test('who lacks the role that confirms is listed; in a job no other role serves', async () => {
  const THREE = '333333333333';
  const roles = { AgentCoreSync: roleFor(ONE) };
  const started = await aws(
    {
      [ONE]: { roles: { ...roles, AgentCoreConfirm: confirmRoleFor(ONE) }, regions: REGIONS },
      [TWO]: { roles, regions: REGIONS },
      [THREE]: { roles: { ...roles, AgentCoreConfirm: roleFor(ONE, { allow: [] }) }, regions: REGIONS },
    },
    { caller: { account: ONE } },
  );
  const configuration = { aws: { accounts: [ONE, TWO, THREE], regions: ['us-east-1'] } };
  const asked = (actions: boolean) => run({ configuration, values: { checks: ['confirm'] }, actions });
  const [job] = (await asked(true)).checks;
  expect(job).toMatchObject({
    check: 'role AgentCoreConfirm',
    state: 'failed',
    met: expect.stringMatching(
      /^AWS confirms places in 1 of 3 accounts; not in 222222222222, 333333333333: assume role/,
    ),
    todo: expect.stringContaining('docs/upgrading.md'),
  });
  const [person] = (await asked(false)).checks;
  expect(person?.met).toMatch(
    /^AWS confirms places in 2 of 3 accounts; with AgentCoreSync, .*, in 222222222222; not in 333333333333: AccessDenied/,
  );
  expect(started.requests.filter(({ call }) => call === 'GetAgentRuntime')).toEqual([]);
  const [review] = (
    await run({ configuration: { ...configuration, confirmBy: 'review' }, values: { checks: ['confirm'] } })
  ).checks;
  expect(review).toMatchObject({ check: 'places', state: 'skipped' });
});

test('an account that refuses its role and a Region that denies have a row each; the rest is looked at', async () => {
  await aws(
    {
      [ONE]: { roles: { AgentCoreSync: roleFor(ONE) }, regions: REGIONS },
      [TWO]: { roles: { AgentCoreSync: roleFor(ONE) }, regions: REGIONS },
      '333333333333': { regions: REGIONS },
    },
    { faults: [{ account: TWO, region: 'eu-west-1', call: 'ListAgentRuntimes', effect: 'deny' }] },
  );
  const { checks, lines, exitCode } = await run({
    configuration: { aws: { accounts: [ONE, TWO, '333333333333'], regions: ['us-east-1', 'eu-west-1'] } },
    values: { checks: ['id-token', 'aws'] },
  });
  expect(lines).toEqual([
    'id-token: ok',
    'AWS identity: ok',
    'accounts: ok',
    `role AgentCoreSync in ${ONE}: ok`,
    `role AgentCoreSync in ${TWO}: ok`,
    'role AgentCoreSync in 333333333333: failed',
    'Region eu-west-1: failed',
    'Region us-east-1: ok',
  ]);
  expect(checks[5]?.todo).toMatch(/trust policy/);
  expect(checks[6]?.met).toMatch(new RegExp(`^AgentCore answers in 1 of 2 accounts; not in ${TWO}: AccessDenied`));
  expect(exitCode).toBe(1);
});

test("the caller's own account needs no role, and all Regions are those that it has", async () => {
  await aws({ [ONE]: { regions: { 'us-east-1': {} } } });
  const { checks } = await run({ configuration: { aws: { regions: 'all' } }, values: { checks: ['aws'] } });
  expect(checks.slice(0, 3)).toEqual([
    { check: 'AWS identity', state: 'ok', met: `the caller is of account ${ONE}` },
    { check: 'accounts', state: 'ok', met: `the caller's own, ${ONE}` },
    { check: 'roles', state: 'ok', met: "none is assumed in the caller's own account" },
  ]);
  const regions = checks.slice(3);
  expect(regions.map(({ check }) => check)).toContain('Region us-east-1');
  expect(regions.every(({ state }) => state === 'ok')).toBe(true);
});

test("registry and issuers: the variables, the registry's answer and rights, each document", async () => {
  const registry = await startRegistry({ tokens: { 'admin-token': { admin: true }, 'user-token': {} } });
  onTestFinished(() => registry.close());
  const issuer = await startIssuer({ clients: [] });
  onTestFinished(() => issuer.close());
  const clients: [{ id: string; secret: { env: string } }] = [{ id: 'a', secret: { env: 'OAUTH_A' } }];
  const configuration: Configuration = {
    owner: 'team-catalogue',
    registry: { url: registry.url, token: { env: 'REGISTRY_TOKEN' } },
    issuers: [
      { issuer: issuer.issuer, clients },
      { issuer: `${issuer.issuer}/other`, discoveryUrl: issuer.discoveryUrl, clients: [{ id: 'b' }] },
    ],
  };
  const values: OptionValues = { checks: ['registry', 'issuers'] };
  const named = (token: string): string => JSON.stringify({ token, registry: registry.url });
  const well = await run({
    configuration,
    values,
    environment: { REGISTRY_TOKEN: named('admin-token'), OAUTH_A: 'x' },
  });
  expect(well.lines).toEqual([
    'variable OAUTH_A: ok',
    'variable REGISTRY_TOKEN: ok',
    'registry: ok',
    'rights in the registry: ok',
    `issuer ${issuer.issuer}: ok`,
    `issuer ${issuer.issuer}/other: failed`,
  ]);
  expect(well.checks[2]?.met).toMatch(/: 0 registrations, 0 ours$/);
  expect(well.checks[4]?.met).toBe(`tokens from ${issuer.tokenEndpoint}`);
  expect(well.checks[5]?.met).toContain('the document names the issuer');
  expect(issuer.count('token')).toBe(0);

  const limited = await run({ configuration, values, environment: { REGISTRY_TOKEN: named('user-token') } });
  expect(limited.lines.slice(0, 4)).toEqual([
    'variable OAUTH_A: skipped',
    'variable REGISTRY_TOKEN: ok',
    'registry: ok',
    'rights in the registry: failed',
  ]);
  expect(limited.checks[3]?.met).toContain('the list shows only a part');
  const type = (name: string) => `stty -echo; read -r ${name}; stty echo; export ${name}`;
  expect(limited.checks[0]).toMatchObject({ state: 'skipped', command: type('OAUTH_A') });
  expect(limited.checks[3]?.command).toBe(type('REGISTRY_TOKEN'));
  expect(well.checks[5]?.command).toBe(`curl -sS -i -m 10 ${issuer.discoveryUrl}`);

  const refused = await run({
    configuration,
    values,
    environment: { REGISTRY_TOKEN: named('canary-token'), OAUTH_A: 'x' },
  });
  expect(refused.lines[2]).toBe('registry: failed');
  expect(refused.checks[2]?.command).toBe(type('REGISTRY_TOKEN'));
  const elsewhere = await run({
    configuration: { ...configuration, registry: { url: `${registry.url}/wrong`, token: { env: 'REGISTRY_TOKEN' } } },
    values: { checks: ['registry'] },
    environment: { REGISTRY_TOKEN: JSON.stringify({ token: 'admin-token', registry: `${registry.url}/wrong` }) },
  });
  expect(elsewhere.checks.at(-1)).toMatchObject({
    state: 'failed',
    met: expect.stringContaining(`${registry.url}/wrong/`),
    command: `curl -sS -i -m 10 ${registry.url}/wrong`,
  });
  const inJob = await run({
    configuration,
    values: { checks: ['registry'] },
    environment: {
      REGISTRY_TOKEN: named('canary-token'),
      ACTIONS_ID_TOKEN_REQUEST_URL: registry.url,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
      GITHUB_REPOSITORY: 'acme/catalogue',
    },
  });
  for (const [at, name] of [
    [0, 'OAUTH_A'],
    [2, 'REGISTRY_TOKEN'],
  ] as const) {
    expect(inJob.checks[at]?.command).toBe(
      `gh secret set ${name} --repo acme/catalogue --env registry && gh secret set ${name} --repo acme/catalogue --env registry-refresh`,
    );
  }
  expect(JSON.stringify(refused.checks)).not.toContain('canary');
  expect(registry.requests.every(({ method }) => method === 'GET')).toBe(true);
});

test('without a registry, issuers or a token for GitHub the table says so', async () => {
  const { checks } = await run({
    configuration: {},
    values: { checks: ['registry', 'issuers', 'github'] },
    environment: { GITHUB_REPOSITORY: 'acme/catalogue' },
  });
  expect(checks).toEqual([
    { check: 'variables', state: 'skipped', met: 'the configuration names none' },
    {
      check: 'registry',
      state: 'failed',
      met: 'the configuration has no owner',
      todo: 'Add it to agentcore-sync.yaml, with a value of your own.',
      command: "printf '%s\\n' 'owner: platform-catalogue' >> agentcore-sync.yaml",
    },
    { check: 'issuers', state: 'skipped', met: 'the configuration names none: no token is requested' },
    {
      check: 'GitHub settings',
      state: 'skipped',
      met: 'no token to ask about acme/catalogue with',
      todo: 'Set GITHUB_TOKEN, or start the workflow doctor.yml.',
      command: 'export GITHUB_TOKEN="$(gh auth token)"',
    },
  ]);
});

/** The answers of GitHub that doctor reads, and 403 for what a job's token may not see. */
const startSettings = async (): Promise<string> => {
  const repository = '/repos/acme/catalogue';
  const answers: Readonly<Record<string, unknown>> = {
    [repository]: {
      id: 2,
      full_name: 'acme/catalogue',
      owner: { id: 1 },
      default_branch: 'main',
      private: true,
      visibility: 'private',
    },
    [`${repository}/environments`]: {
      total_count: 2,
      environments: [
        {
          name: 'agentcore-scan',
          deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
          protection_rules: [{ id: 1, type: 'branch_policy' }],
        },
        { name: 'registry', deployment_branch_policy: null, protection_rules: [{ id: 2, type: 'required_reviewers' }] },
      ],
    },
    [`${repository}/environments/agentcore-scan/deployment-branch-policies`]: {
      total_count: 1,
      branch_policies: [{ id: 1, name: 'main' }],
    },
    [`${repository}/rules/branches/main`]: [
      { type: 'pull_request', parameters: { require_code_owner_review: true, dismiss_stale_reviews_on_push: true } },
      {
        type: 'required_status_checks',
        parameters: {
          required_status_checks: [{ context: 'agentcore-sync validate' }, { context: 'agentcore-sync plan' }],
        },
      },
    ],
  };
  const server = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(answer === undefined ? 403 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { message: 'Resource not accessible by integration' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
};

test('GitHub settings are read as far as the token may', async () => {
  const environment = {
    GITHUB_API_URL: await startSettings(),
    GITHUB_REPOSITORY: 'acme/catalogue',
    'INPUT_GITHUB-TOKEN': 'ghs_token',
  };
  const { lines, checks, markdown } = await run({ configuration: {}, values: { checks: ['github'] }, environment });
  expect(lines).toEqual([
    'environment agentcore-scan: ok',
    'environment registry: failed',
    'environment registry-refresh: failed',
    'environment registry-approval: skipped',
    'rules of main: ok',
    'pull requests by workflows: skipped',
  ]);
  expect(checks[0]?.met).toBe('these branches may use it: main');
  expect(checks[1]?.met).toBe('any branch may use it');
  expect(checks[5]?.met).toContain('403');
  expect(markdown).toContain('2 ok, 2 failed, 2 skipped');
  expect(markdown).not.toContain('ghs_token');
});
