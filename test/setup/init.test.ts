import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startGithub } from '../../sandbox/github/server.ts';
import { parseConfiguration } from '../../src/config/load.ts';
import { openRepository } from '../../src/forge/github/client.ts';
import { readRun } from '../../src/forge/github/environment.ts';
import { readRepositoryFacts } from '../../src/forge/github/settings.ts';
import { createFetch } from '../../src/net/fetch.ts';
import { manualClock } from '../net/manual-clock.ts';
import { jobsOf, workflowFindings } from '../templates/workflow-rules.ts';
import { ACTION, ALL, filesBelow, folder, read, run, worldOf } from './world.ts';

const CONFIRM_HUB = 'arn:aws:iam::111111111111:role/AgentCoreConfirmHub';

test('an empty folder becomes a catalogue', async () => {
  const root = folder();
  const { exitCode, setup, text, problems } = await run(ALL, worldOf(root));
  expect(problems).toEqual([]);
  expect(exitCode).toBe(0);
  const written = setup.files.map(({ path }) => path);
  expect(written).toEqual(filesBelow(root));
  expect(written.filter((path) => !path.startsWith('iam/'))).toEqual([
    '.github/CODEOWNERS',
    '.github/workflows/apply.yml',
    '.github/workflows/doctor.yml',
    '.github/workflows/drift.yml',
    '.github/workflows/refresh.yml',
    '.github/workflows/review.yml',
    '.github/workflows/scan.yml',
    '.gitignore',
    '.vscode/settings.json',
    'agentcore-sync.yaml',
    'servers/README.md',
  ]);
  expect(setup.files.every(({ action }) => action === 'written')).toBe(true);
  expect(text).toContain('+ agentcore-sync.yaml');
  expect(text).toContain(`${written.length} files written, 0 kept.`);
});

test('the configuration is valid, and holds what was answered', async () => {
  const root = folder();
  await run(ALL, worldOf(root));
  const text = read(root, 'agentcore-sync.yaml');
  expect(parseConfiguration('agentcore-sync.yaml', text)).toMatchObject({
    problems: [],
    configuration: {
      owner: 'catalogue-3f9a1c',
      aws: {
        credentials: 'github-oidc',
        role: 'AgentCoreSync',
        hubRole: 'arn:aws:iam::111111111111:role/AgentCoreSyncHub',
        confirm: { role: 'AgentCoreConfirm', hubRole: CONFIRM_HUB },
        accounts: ['111111111111', '222222222222'],
        regions: ['us-east-1'],
      },
      registry: { url: 'https://registry.example.com', token: { env: 'REGISTRY_TOKEN' } },
      defaults: { visibility: 'internal' },
    },
  });
});

test.each([{ regions: ['all'] }, {}])('a configuration with little answered (%j) is valid too', async (values) => {
  const root = folder();
  await run({ action: ACTION, ...values }, worldOf(root, { facts: async () => undefined }));
  const { configuration, problems } = parseConfiguration('agentcore-sync.yaml', read(root, 'agentcore-sync.yaml'));
  expect(problems).toEqual([]);
  expect(configuration.owner).toBe('catalogue-3f9a1c');
  expect(configuration.aws?.regions).toEqual('regions' in values ? 'all' : undefined);
});

test('workflows run the pinned action on the default branch, and keep the rules of the templates', async () => {
  const root = folder();
  await run(ALL, worldOf(root));
  for (const name of globSync('*.yml', { cwd: 'templates/workflows' })) {
    const text = read(root, `.github/workflows/${name}`);
    expect(workflowFindings(text)).toEqual([]);
    expect(text).toContain(`- uses: ${ACTION}\n`);
    expect(text).not.toContain('OWNER/');
    expect(text).not.toContain('AGENTCORE_SYNC');
  }
  expect(read(root, '.github/workflows/apply.yml')).toContain('branches: ["trunk"]');
  expect(jobsOf(read(root, '.github/workflows/refresh.yml'))['refresh']?.['concurrency']).toHaveProperty(
    'queue',
    'max',
  );
});

test("roles get the whole subjects, in both forms, in GitHub's own letters", async () => {
  const root = folder();
  await run(ALL, worldOf(root));
  const scan = [
    'repo:Acme/Catalogue:environment:agentcore-scan',
    'repo:Acme@42/Catalogue@4711:environment:agentcore-scan',
  ];
  const tokens = ['registry', 'registry-refresh'].flatMap((name) => [
    `repo:Acme/Catalogue:environment:${name}`,
    `repo:Acme@42/Catalogue@4711:environment:${name}`,
  ]);
  const confirm = ['registry', 'registry-refresh', 'agentcore-verify'].flatMap((name) => [
    `repo:Acme/Catalogue:environment:${name}`,
    `repo:Acme@42/Catalogue@4711:environment:${name}`,
  ]);
  const parameters = (role: string) => JSON.parse(read(root, `iam/cloudformation/${role}.parameters.json`));
  expect(parameters('hub')).toEqual([
    { ParameterKey: 'Subjects', ParameterValue: scan.join(',') },
    { ParameterKey: 'ConfirmSubjects', ParameterValue: confirm.join(',') },
  ]);
  expect(parameters('tokens')).toEqual([{ ParameterKey: 'Subjects', ParameterValue: tokens.join(',') }]);
  expect(parameters('account')).toEqual([
    { ParameterKey: 'HubRoleArn', ParameterValue: ALL.hubRole },
    { ParameterKey: 'ConfirmHubRoleArn', ParameterValue: CONFIRM_HUB },
  ]);
  expect(read(root, 'iam/terraform/hub/terraform.tfvars')).toBe(
    [
      `subjects = [\n${scan.map((it) => `  "${it}",\n`).join('')}]\n`,
      `confirm_subjects = [\n${confirm.map((it) => `  "${it}",\n`).join('')}]\n`,
    ].join(''),
  );
  expect(read(root, 'iam/terraform/account/terraform.tfvars')).toBe(
    `hub_role_arn = "${ALL.hubRole}"\nconfirm_hub_role_arn = "${CONFIRM_HUB}"\n`,
  );
  expect(read(root, 'iam/cloudformation/account.yaml')).toBe(
    readFileSync('templates/iam/cloudformation/account.yaml', 'utf8'),
  );
});

test("without a hub each account's role trusts the job itself", async () => {
  const root = folder();
  const { hubRole: _, ...direct } = ALL;
  await run(direct, worldOf(root));
  expect(read(root, 'iam/cloudformation/account.parameters.json')).toContain(
    'repo:Acme/Catalogue:environment:agentcore-scan',
  );
  expect(read(root, 'agentcore-sync.yaml')).toContain('  # hubRole: ');
});

test('ids that nobody could read stand as placeholders, and a step tells so', async () => {
  const root = folder();
  const { setup, text } = await run({ action: ACTION }, worldOf(root, { facts: async () => undefined }));
  expect(read(root, 'iam/cloudformation/hub.parameters.json')).toContain('repo:ORG@ORGID/REPO@REPOID:environment:');
  expect(setup.steps[0]?.title).toBe('Fill in what nobody answered');
  expect(setup.steps[0]?.details.join('\n')).toMatch(/aws\.accounts(.|\n)*registry\.url(.|\n)*CODEOWNERS(.|\n)*ORGID/);
  expect(existsSync(join(root, '.github/CODEOWNERS'))).toBe(false);
  expect(text).toContain('1. Fill in what nobody answered');
});

test('the ids come from GitHub, and a refusal is told instead of ending the run', async () => {
  const github = await startGithub({ repository: 'acme/catalogue' });
  onTestFinished(() => github.stop());
  const fetch = createFetch({ environment: {}, clock: manualClock(), timeoutMs: 10_000, maxBodyBytes: 1_000_000 });
  onTestFinished(() => fetch.close());
  const facts = (token: string) => () =>
    readRepositoryFacts(openRepository({ run: readRun(github.environment), token, fetch, secondMs: 1 }));
  const root = folder();
  const { setup } = await run(ALL, worldOf(root, { facts: facts(github.jobToken()) }));
  expect(read(root, 'iam/cloudformation/hub.parameters.json')).toMatch(
    /repo:acme@\d+\/catalogue@424242:environment:agentcore-scan/,
  );
  expect(setup.steps.map(({ title }) => title)).not.toContain('Fill in what nobody answered');

  const refused = await run(ALL, worldOf(folder(), { facts: facts('ghs_wrong') }));
  expect(refused.exitCode).toBe(0);
  expect(refused.setup.steps[0]?.details[0]).toMatch(/^GitHub did not tell the repository's ids: .*401/);
});

test('nothing that exists is overwritten, and what it lacks is told', async () => {
  const root = folder();
  const mine: Readonly<Record<string, string>> = {
    'agentcore-sync.yaml': 'owner: mine-of-old\n',
    '.gitignore': 'node_modules/\n',
    'docs/CODEOWNERS': '/.github/ @acme/platform\n',
    '.github/workflows/review.yml': 'on: push\n',
    'iam/cloudformation/hub.yaml': readFileSync('templates/iam/cloudformation/hub.yaml', 'utf8'),
  };
  for (const [path, text] of Object.entries(mine)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(join(root, 'nowhere'), join(root, 'servers'));
  mkdirSync(join(root, 'nowhere'));
  symlinkSync(join(root, 'gone'), join(root, 'nowhere/README.md'));
  const { setup, text } = await run(ALL, worldOf(root));
  for (const [path, before] of Object.entries(mine)) expect(read(root, path)).toBe(before);
  const fileOf = (path: string) => setup.files.find((file) => file.path === path);
  expect(fileOf('agentcore-sync.yaml')).toEqual({ path: 'agentcore-sync.yaml', action: 'kept' });
  expect(fileOf('.gitignore')).toEqual({ path: '.gitignore', action: 'kept', missing: ['.token'] });
  expect(fileOf('docs/CODEOWNERS')).toEqual({
    path: 'docs/CODEOWNERS',
    action: 'kept',
    missing: [
      '/agentcore-sync.yaml @acme/platform',
      '/servers/manual/ @acme/platform',
      '/.gitattributes @acme/platform',
      'CODEOWNERS @acme/platform',
    ],
  });
  expect(fileOf('.github/CODEOWNERS')).toBeUndefined();
  expect(fileOf('iam/cloudformation/hub.yaml')?.action).toBe('same');
  expect(fileOf('servers/README.md')?.action).toBe('kept');
  expect(existsSync(join(root, 'gone'))).toBe(false);
  expect(text).toContain('! .gitignore  is there with another text: kept as it is\n    it lacks:\n      .token\n');
});

test('a second run writes nothing', async () => {
  const root = folder();
  await run(ALL, worldOf(root));
  const before = filesBelow(root);
  const { setup } = await run(ALL, worldOf(root, { suffix: () => 'ffffff' }));
  expect(setup.files.filter(({ action }) => action === 'written')).toEqual([]);
  expect(setup.files.filter(({ action }) => action === 'kept').map(({ path }) => path)).toEqual([
    'agentcore-sync.yaml',
  ]);
  expect(filesBelow(root)).toEqual(before);
});

test('the steps tell everything that only a person can do', async () => {
  const { text } = await run(ALL, worldOf(folder()));
  for (const part of [
    'agentcore-scan',
    'registry-approval',
    'limited to trunk',
    'review from Code Owners',
    'dismiss stale approvals',
    '"agentcore-sync validate" and "agentcore-sync plan"',
    'Allow GitHub Actions to create and approve pull requests',
    'On a plan without environments',
    'repo:Acme@42/Catalogue@4711:environment:registry-refresh',
  ]) {
    expect(text.replaceAll(/\s+/g, ' ')).toContain(part);
  }
});
