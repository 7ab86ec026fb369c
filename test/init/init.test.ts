import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { expect, onTestFinished, test } from 'vitest';
import { startGithub } from '../../sandbox/github/server.ts';
import { type InitWorld, runInit } from '../../src/commands/init.ts';
import { parseConfiguration } from '../../src/config/load.ts';
import { openRepository } from '../../src/github/client.ts';
import { readRepositoryFacts } from '../../src/github/settings.ts';
import type { RepositoryFacts, SetupResult } from '../../src/model/setup.ts';
import { createFetch } from '../../src/net/fetch.ts';
import type { OptionValues } from '../../src/options.ts';
import { manualClock } from '../net/manual-clock.ts';
import { jobsOf, workflowFindings } from '../templates/workflow-rules.ts';
import { ACTION, DIGEST, folder, outputFaults, settingsOf, terminal } from './world.ts';

const FACTS: RepositoryFacts = {
  name: 'Acme/Catalogue',
  ids: { owner: '42', repository: '4711' },
  defaultBranch: 'trunk',
  visibility: 'private',
};
const ALL: OptionValues = {
  action: ACTION,
  repository: 'acme/catalogue',
  accounts: ['111111111111', '222222222222'],
  regions: ['us-east-1'],
  registryUrl: 'https://registry.example.com',
  hubRole: 'arn:aws:iam::111111111111:role/AgentCoreSyncHub',
  codeOwners: ['@acme/platform'],
};

const worldOf = (root: string, more: Partial<InitWorld> = {}): InitWorld => ({
  root,
  facts: async () => FACTS,
  suffix: () => '3f9a1c',
  ...more,
});

const run = async (values: OptionValues, world: InitWorld, environment: Record<string, string> = {}) => {
  const done = await runInit({ settings: settingsOf('init', values), environment, terminal }, world);
  expect(outputFaults('init', done.result)).toEqual([]);
  return { ...done, setup: done.result as SetupResult };
};

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');
/** Every file below a folder, those in dotted folders too. */
const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

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
  expect(parseConfiguration('agentcore-sync.yaml', text)).toEqual({
    problems: [],
    configuration: {
      owner: 'catalogue-3f9a1c',
      aws: {
        credentials: 'github-oidc',
        role: 'AgentCoreSync',
        hubRole: 'arn:aws:iam::111111111111:role/AgentCoreSyncHub',
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
  const parameters = (role: string) => JSON.parse(read(root, `iam/cloudformation/${role}.parameters.json`));
  expect(parameters('hub')).toEqual([{ ParameterKey: 'Subjects', ParameterValue: scan.join(',') }]);
  expect(parameters('tokens')).toEqual([{ ParameterKey: 'Subjects', ParameterValue: tokens.join(',') }]);
  expect(parameters('account')).toEqual([{ ParameterKey: 'HubRoleArn', ParameterValue: ALL.hubRole }]);
  expect(read(root, 'iam/terraform/hub/terraform.tfvars')).toBe(
    `subjects = [\n${scan.map((it) => `  "${it}",\n`).join('')}]\n`,
  );
  expect(read(root, 'iam/terraform/account/terraform.tfvars')).toBe(`hub_role_arn = "${ALL.hubRole}"\n`);
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
    readRepositoryFacts(openRepository({ environment: github.environment, token, fetch, secondMs: 1 }));
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

test('a place that holds no file is an error that names it', async () => {
  const root = folder();
  writeFileSync(join(root, 'iam'), 'a file');
  await expect(run(ALL, worldOf(root))).rejects.toMatchObject({
    area: 'catalogue',
    code: 'write-failed',
    message: expect.stringMatching(/^write iam\/.*: expected a place for a new file, met E/),
  });
});

test.each([
  [{}, 'option-missing', 'init needs action: what the workflows shall run.'],
  [
    { action: 'acme/agentcore-sync@v1' },
    'option-value',
    'action expects owner/repository@ and the digest of a commit, met "acme/agentcore-sync@v1".',
  ],
])('without a pinned action (%j) nothing is written', async (values, rule, text) => {
  const root = folder();
  const { exitCode, problems } = await run(values, worldOf(root));
  expect(exitCode).toBe(64);
  expect(problems).toEqual([expect.objectContaining({ rule, text })]);
  expect(filesBelow(root)).toEqual([]);
});

test('what is missing is asked for, once more where the answer has not its form', async () => {
  const root = folder();
  const questions: string[] = [];
  const answers = ['v1', ACTION, '', '1111, 222222222222', '222222222222', 'us-east-1 eu-west-1', 'http://x', '', ''];
  const { setup } = await run(
    { registryUrl: 'https://registry.example.com', codeOwners: ['@acme/a'] },
    {
      ...worldOf(root, { facts: async () => undefined }),
      ask: async (question) => {
        questions.push(question);
        return answers.shift() ?? '';
      },
    },
  );
  expect(questions).toEqual([
    'This action, as owner/repository@digest: ',
    'Not of that form: v1. This action, as owner/repository@digest: ',
    "The catalogue's repository, as owner/name: ",
    'AWS accounts to scan: ',
    'Not of that form: 1111. AWS accounts to scan: ',
    'Regions, or all: ',
    'ARN of a hub role, empty for none: ',
    'Not of that form: http://x. ARN of a hub role, empty for none: ',
  ]);
  expect(read(root, 'agentcore-sync.yaml')).toContain(
    'accounts: ["222222222222"]\n  regions: ["us-east-1", "eu-west-1"]',
  );
  expect(setup.files.length).toBeGreaterThan(0);
});

test("on another server than GitHub's the workflows do without a queue, and a step says what else differs", async () => {
  const root = folder();
  const { setup } = await run(ALL, worldOf(root), { GITHUB_SERVER_URL: 'https://github.example.com/' });
  expect(read(root, '.github/workflows/refresh.yml')).not.toContain('queue');
  expect(workflowFindings(read(root, '.github/workflows/refresh.yml'))).toEqual([]);
  expect(setup.steps.map(({ title }) => title)).toContain('GitHub Enterprise Server');
  expect(read(root, '.vscode/settings.json')).toContain(
    `https://github.example.com/acme/agentcore-sync/raw/${DIGEST}/schemas/entry.schema.json`,
  );
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

test('the bundle finds its templates wherever the package is copied to', async () => {
  const root = folder();
  const chunk = join(root, 'package/dist/chunks');
  await build({
    input: { init: 'src/commands/init.ts' },
    platform: 'node',
    output: { dir: chunk, format: 'esm', minify: true },
    logLevel: 'silent',
  });
  const { files } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(files).toContain('templates');
  cpSync('templates', join(root, 'package/templates'), { recursive: true });
  const work = join(root, 'work');
  mkdirSync(work);
  const script = `
    const { runInit } = await import(${JSON.stringify(pathToFileURL(join(chunk, 'init.js')).href)});
    const settings = ${JSON.stringify(settingsOf('init', ALL))};
    const done = await runInit({ settings, environment: {}, terminal: { width: 80, colour: false } },
      { root: '.', facts: async () => undefined, suffix: () => 'abcdef' });
    process.stdout.write(String(done.result.files.length));`;
  const count = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: work, encoding: 'utf8' });
  expect(Number(count)).toBe(filesBelow(work).length);
  expect(readFileSync(resolve(work, '.github/workflows/scan.yml'), 'utf8')).toContain(ACTION);
});
