import { existsSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startGithub } from '../../sandbox/github/server.ts';
import { buildSettings } from '../../src/config/build-settings.ts';
import { parseConfiguration } from '../../src/config/load.ts';
import { openRepository } from '../../src/forge/github/client.ts';
import { readRun } from '../../src/forge/github/environment.ts';
import { readRepositoryFacts } from '../../src/forge/github/settings.ts';
import { createFetch } from '../../src/net/fetch.ts';
import { parseRecord } from '../../src/setup/record.ts';
import { readThere } from '../../src/setup/there.ts';
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
    '.github/actionlint.yaml',
    '.github/agentcore-sync.json',
    '.github/schemas/configuration.schema.json',
    '.github/schemas/entry.schema.json',
    '.github/workflows/apply.yml',
    '.github/workflows/disable.yml',
    '.github/workflows/doctor.yml',
    '.github/workflows/drift.yml',
    '.github/workflows/refresh.yml',
    '.github/workflows/review.yml',
    '.github/workflows/scan.yml',
    '.github/workflows/sync.yml',
    '.github/workflows/verify.yml',
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

test.each([{ regions: ['all'] }, { organization: [] }, {}])(
  'a configuration with little answered (%j) is valid too',
  async (values) => {
    const root = folder();
    await run(values, worldOf(root, { facts: async () => undefined }));
    const { configuration, problems } = parseConfiguration('agentcore-sync.yaml', read(root, 'agentcore-sync.yaml'));
    expect(problems).toEqual([]);
    expect(configuration.owner).toBe('catalogue-3f9a1c');
    expect(configuration.aws?.regions).toEqual('regions' in values ? 'all' : undefined);
    expect(configuration.aws?.organization).toEqual('organization' in values ? {} : undefined);
  },
);

test('workflows run the pinned action on the default branch, and keep the rules of the templates', async () => {
  const root = folder();
  await run(ALL, worldOf(root));
  for (const name of globSync('*.yml', { cwd: 'templates/workflows' })) {
    if (name === 'publish.yml') continue;
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
  const trusted = ['registry', 'registry-refresh', 'agentcore-verify'].flatMap((name) => [
    `repo:Acme/Catalogue:environment:${name}`,
    `repo:Acme@42/Catalogue@4711:environment:${name}`,
  ]);
  const parameters = (role: string) => JSON.parse(read(root, `iam/cloudformation/${role}.parameters.json`));
  expect(parameters('hub')).toEqual([
    { ParameterKey: 'Subjects', ParameterValue: scan.join(',') },
    { ParameterKey: 'ConfirmSubjects', ParameterValue: trusted.join(',') },
  ]);
  expect(parameters('tokens')).toEqual([{ ParameterKey: 'Subjects', ParameterValue: trusted.join(',') }]);
  expect(parameters('account')).toEqual([
    { ParameterKey: 'HubRoleArn', ParameterValue: ALL.hubRole },
    { ParameterKey: 'ConfirmHubRoleArn', ParameterValue: CONFIRM_HUB },
  ]);
  expect(read(root, 'iam/terraform/hub/terraform.tfvars')).toBe(
    [
      `subjects = [\n${scan.map((it) => `  "${it}",\n`).join('')}]\n\n`,
      `confirm_subjects = [\n${trusted.map((it) => `  "${it}",\n`).join('')}]\n`,
    ].join(''),
  );
  expect(read(root, 'iam/terraform/account/terraform.tfvars')).toBe(
    `hub_role_arn = "${ALL.hubRole}"\n\nconfirm_hub_role_arn = "${CONFIRM_HUB}"\n`,
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

test('ids that nobody could read are left out of what is trusted, and a step tells so', async () => {
  const root = folder();
  const { setup, text } = await run(
    { action: ACTION, repository: 'acme/catalogue', hubRole: ALL.hubRole ?? '' },
    worldOf(root, { facts: async () => undefined }),
  );
  const hub = JSON.parse(read(root, 'iam/cloudformation/hub.parameters.json'));
  expect(hub[0].ParameterValue).toBe('repo:acme/catalogue:environment:agentcore-scan');
  expect(setup.steps[0]?.title).toBe('Fill in what is not known yet');
  expect(setup.steps[0]?.details.join('\n')).toMatch(
    /aws\.accounts(.|\n)*registry(.|\n)*CODEOWNERS(.|\n)*--repository-ids(.|\n)*describe-organization/,
  );
  expect(existsSync(join(root, '.github/CODEOWNERS'))).toBe(false);
  expect(text).toContain('1. Fill in what is not known yet');
});

test('ids can be given', async () => {
  const root = folder();
  await run({ ...ALL, repositoryIds: '1234/5678' }, worldOf(root, { facts: async () => undefined }));
  expect(read(root, 'iam/cloudformation/hub.parameters.json')).toContain(
    'repo:acme@1234/catalogue@5678:environment:agentcore-scan',
  );
});

test('nothing that init writes holds a placeholder for a repository or its ids, whatever is known', async () => {
  for (const values of [{ action: ACTION, repository: 'acme/catalogue' }, ALL]) {
    const root = folder();
    await run(values, worldOf(root, { facts: async () => undefined }));
    const told = filesBelow(root).filter((path) => /parameters\.json$|tfvars$|workflows/.test(path));
    expect(told.length).toBeGreaterThan(6);
    for (const path of told) expect(read(root, path)).not.toMatch(/\b(ORG|REPO|ORGID|REPOID|OWNER)\b/);
  }
});

test('workflows and roles are refused where no repository is known', async () => {
  const root = folder();
  const { exitCode, problems } = await run({ action: ACTION }, worldOf(root, { facts: async () => undefined }));
  expect(exitCode).toBe(64);
  expect(problems).toMatchObject([{ rule: 'option-missing', subject: 'repository' }]);
  expect(filesBelow(root)).toEqual([]);
});

test("the repository, branch and server come from the clone's remote", async () => {
  const root = folder();
  const { setup } = await run(
    { action: ACTION },
    worldOf(root, {
      facts: async () => undefined,
      remote: async () => ({ repository: 'acme/tools', server: 'https://github.com', branch: 'trunk' }),
    }),
  );
  expect(read(root, 'iam/cloudformation/hub.parameters.json')).toContain('repo:acme/tools:environment:agentcore-scan');
  expect(read(root, '.github/agentcore-sync.json')).toContain('"branch": "trunk"');
  expect(setup.steps.map(({ title }) => title).join('\n')).toContain(
    'https://github.com/acme/tools/settings/environments',
  );
});

test('without this action only the configuration is written, with what an editor needs, and it is said', async () => {
  const root = folder();
  const { setup, exitCode } = await run({ accounts: ['111111111111'] }, worldOf(root));
  expect(exitCode).toBe(0);
  expect(filesBelow(root)).toEqual([
    '.github/agentcore-sync.json',
    '.github/schemas/configuration.schema.json',
    '.github/schemas/entry.schema.json',
    '.gitignore',
    '.vscode/settings.json',
    'agentcore-sync.yaml',
    'servers/README.md',
  ]);
  expect(read(root, 'agentcore-sync.yaml')).toMatch(
    /^# yaml-language-server: \$schema=\.github\/schemas\/configuration\.schema\.json\n/,
  );
  expect(setup.steps.at(-1)?.title).toBe('For pull requests and schedules: the workflows and roles');

  const later = await run(ALL, worldOf(root, { suffix: () => 'ffffff' }));
  expect(later.setup.files.find(({ path }) => path === '.github/workflows/scan.yml')?.action).toBe('written');
  expect(read(root, 'agentcore-sync.yaml')).toContain('owner: catalogue-3f9a1c');
});

test('without a registry the workflows that need one wait for it', async () => {
  const root = folder();
  const { registryUrl: _, ...values } = ALL;
  const { setup } = await run(values, worldOf(root));
  const workflows = filesBelow(root).filter((path) => path.startsWith('.github/workflows/'));
  expect(workflows.map((path) => path.slice('.github/workflows/'.length))).toEqual([
    'doctor.yml',
    'review.yml',
    'scan.yml',
    'verify.yml',
  ]);
  expect(setup.steps[0]?.details[0]).toContain('registry');
  expect(read(root, '.github/actionlint.yaml')).not.toContain('apply.yml');
});

test('an organization makes the hub read it, and is given to the StackSet', async () => {
  const root = folder();
  const { accounts: _, ...values } = ALL;
  const { text } = await run(
    { ...values, organization: ['ou-ab12-11111111'], organizationId: 'o-exampleorgid' },
    worldOf(root),
  );
  expect(JSON.parse(read(root, 'iam/cloudformation/hub.parameters.json')).slice(2)).toEqual([
    { ParameterKey: 'OrganizationId', ParameterValue: 'o-exampleorgid' },
    { ParameterKey: 'ReadOrganization', ParameterValue: 'true' },
  ]);
  expect(read(root, 'iam/terraform/hub/terraform.tfvars')).toMatch(
    /\n\norganization_id = "o-exampleorgid"\n\nread_organization = true\n$/,
  );
  expect(text).toMatch(
    /aws cloudformation create-stack-set .* && aws cloudformation create-stack-instances .*OrganizationalUnitIds=ou-ab12-11111111 /,
  );
});

test('accounts and an organization at once are refused', () => {
  const { problems } = buildSettings({
    command: 'init',
    values: { accounts: ['111111111111'], organization: [] },
    origins: {},
    configuration: {},
  });
  expect(problems).toMatchObject([{ rule: 'configuration-contradiction', subject: 'organization' }]);
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
  expect(setup.steps[0]?.details.join()).not.toContain('--repository-ids');

  const refused = await run(ALL, worldOf(folder(), { facts: facts('ghs_wrong') }));
  expect(refused.exitCode).toBe(0);
  expect(refused.setup.steps[0]?.details).toContainEqual(
    expect.stringMatching(/^GitHub did not tell the repository's ids: .*401/),
  );
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

test('a second run writes nothing, asks nothing again, and says only what is so', async () => {
  const root = folder();
  await run(ALL, worldOf(root));
  const before = filesBelow(root);
  const texts = before.map((path) => read(root, path));
  const { configuration } = parseConfiguration('agentcore-sync.yaml', read(root, 'agentcore-sync.yaml'));
  const asked: string[] = [];
  const { setup, text } = await run(
    {},
    worldOf(root, {
      suffix: () => 'ffffff',
      facts: async () => undefined,
      ask: async (question) => {
        asked.push(question);
        return '';
      },
    }),
    {},
    configuration,
  );
  expect(asked).toEqual([]);
  expect(setup.files.filter(({ action }) => action !== 'same')).toEqual([]);
  expect(filesBelow(root)).toEqual(before);
  expect(before.map((path) => read(root, path))).toEqual(texts);
  expect(text).toContain('limited to trunk');
  expect(text).toContain('repo:Acme@42/Catalogue@4711:environment:registry-refresh');
  expect(text).not.toMatch(/CODEOWNERS was not written|ORG\/REPO|--repository-ids/);
});

test('what an earlier version wrote is read without a record', async () => {
  const root = folder();
  await run(ALL, worldOf(root));
  rmSync(join(root, '.github/agentcore-sync.json'));
  const { github, codeOwners } = await readThere(root);
  expect({ github, codeOwners }).toEqual({
    codeOwners: true,
    github: {
      action: ACTION,
      branch: 'trunk',
      repository: { name: 'Acme/Catalogue', ids: { owner: '42', repository: '4711' } },
    },
  });
});

test.each([
  ['an action that is not pinned', { action: 'evil/tool@main' }],
  ['a repository with a line end', { repository: { name: 'a/b\nc' } }],
  ['ids that are no numbers', { repository: { name: 'acme/catalogue', ids: { owner: '*', repository: '1' } } }],
])('a record with %s is not believed', (_, part) => {
  const github = {
    action: ACTION,
    repository: { name: 'acme/catalogue' },
    branch: 'main',
    server: 'https://github.com',
  };
  const read = parseRecord(JSON.stringify({ version: '1', files: {}, github: { ...github, ...part } }));
  expect(JSON.stringify(read?.github ?? {})).not.toMatch(/evil|\\n|\*/);
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

test('a static registry brings the workflow that publishes, and needs no other registry', async () => {
  const root = folder();
  const { registryUrl: _, ...rest } = ALL;
  const { setup } = await run({ ...rest, registry: 'static' }, worldOf(root));
  const configuration = read(root, 'agentcore-sync.yaml');
  expect(configuration).toContain('registries:\n  site: #');
  expect(configuration).toContain('type: static\n    directory: site\n    namespace: io.github.acme #');
  // Entries are internal unless somebody says otherwise: a public site would be empty.
  expect(configuration).toContain('audience: private #');
  expect(configuration).toContain('visibility: internal');
  expect(parseConfiguration('agentcore-sync.yaml', configuration).problems).toEqual([]);
  for (const name of ['apply.yml', 'publish.yml']) {
    expect(workflowFindings(read(root, `.github/workflows/${name}`))).toEqual([]);
  }
  expect(jobsOf(read(root, '.github/workflows/apply.yml'))).toHaveProperty('publish');
  expect(read(root, '.gitignore')).toContain('/site/');
  const told = setup.steps.flatMap(({ details }) => details).join('\n');
  expect(told).not.toContain('registry. Once it is there');
  expect(told).not.toContain('REGISTRY_TOKEN');
});

test('a static registry stands beside the one that is called', async () => {
  const root = folder();
  await run({ ...ALL, registry: 'static' }, worldOf(root));
  const configuration = read(root, 'agentcore-sync.yaml');
  expect(configuration).toContain('registries:\n  production:\n    type: mcp-gateway-registry\n    url: "https://');
  expect(parseConfiguration('agentcore-sync.yaml', configuration).problems).toEqual([]);
});

test('what deploys gateways comes where it is asked for, with roles that trust its environments alone', async () => {
  const root = folder();
  const { setup, text } = await run({ ...ALL, withGateways: true, organizationId: 'o-exampleorgid' }, worldOf(root));
  const plain = folder();
  await run({ ...ALL, organizationId: 'o-exampleorgid' }, worldOf(plain));
  const before = new Set(filesBelow(plain));
  expect(filesBelow(root).filter((path) => !before.has(path))).toEqual([
    '.github/workflows/gateways.yml',
    '.github/workflows/reload-tools.yml',
    'iam/gateways/account.parameters.json',
    'iam/gateways/account.yaml',
    'iam/gateways/hub.parameters.json',
    'iam/gateways/hub.yaml',
  ]);
  for (const name of ['gateways', 'reload-tools']) {
    const workflow = read(root, `.github/workflows/${name}.yml`);
    expect(workflow).toContain(`uses: ${ACTION}\n`);
    expect(workflow).not.toContain('OWNER/agentcore-sync');
  }
  expect(read(root, '.github/workflows/gateways.yml')).toContain('branches: ["trunk"]');
  expect(JSON.parse(read(root, 'iam/gateways/hub.parameters.json'))).toEqual([
    {
      ParameterKey: 'Subjects',
      ParameterValue: [
        'repo:Acme/Catalogue:environment:agentcore-deploy-plan',
        'repo:Acme@42/Catalogue@4711:environment:agentcore-deploy-plan',
        'repo:Acme/Catalogue:environment:agentcore-deploy',
        'repo:Acme@42/Catalogue@4711:environment:agentcore-deploy',
      ].join(','),
    },
    {
      ParameterKey: 'ExistingOidcProviderArn',
      ParameterValue: 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com',
    },
    { ParameterKey: 'OrganizationId', ParameterValue: 'o-exampleorgid' },
  ]);
  expect(JSON.parse(read(root, 'iam/gateways/account.parameters.json'))).toEqual([
    { ParameterKey: 'DeployHubRoleArn', ParameterValue: 'arn:aws:iam::111111111111:role/AgentCoreDeployHub' },
  ]);
  const { configuration, problems } = parseConfiguration('agentcore-sync.yaml', read(root, 'agentcore-sync.yaml'));
  expect(problems).toEqual([]);
  expect(configuration.gateways).toEqual({
    accounts: ['111111111111', '222222222222'],
    permissionsBoundary: 'AgentCoreGatewayBoundary',
    deploy: { hubRole: 'arn:aws:iam::111111111111:role/AgentCoreDeployHub' },
  });
  expect(setup.steps.map(({ title }) => title)).toContain('Gateways as code: environments and roles of their own');
  expect(text).toContain('--template-file iam/gateways/hub.yaml');
  expect(text).toContain('for name in agentcore-deploy-plan agentcore-deploy; do');
});

test('a catalogue that is there gets what deploys gateways, and is told the block that its configuration lacks', async () => {
  const root = folder();
  await run(ALL, worldOf(root));
  const { setup, text } = await run({ withGateways: true }, worldOf(root));
  const written = setup.files.filter(({ action }) => action === 'written').map(({ path }) => path);
  expect(written).toContain('.github/workflows/gateways.yml');
  expect(text).toContain('agentcore-sync.yaml was kept. Add to it, in a pull request of its own:');
  expect(text).toContain('\n         permissionsBoundary: AgentCoreGatewayBoundary\n');
  const again = await run({}, worldOf(root));
  expect(again.setup.files.filter(({ action }) => action === 'written')).toEqual([]);
  expect(again.text).toContain('iam/gateways/account.yaml');
});
