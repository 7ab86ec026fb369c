import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { expect, test } from 'vitest';
import { workflowFindings } from '../templates/workflow-rules.ts';
import { ACTION, ALL, DIGEST, filesBelow, folder, read, run, settingsOf, worldOf } from './world.ts';

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
    const done = await runInit({ settings, run: {}, terminal: { width: 80, colour: false } },
      { root: '.', facts: async () => undefined, suffix: () => 'abcdef' });
    process.stdout.write(String(done.result.files.length));`;
  const count = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: work, encoding: 'utf8' });
  expect(Number(count)).toBe(filesBelow(work).length);
  expect(readFileSync(resolve(work, '.github/workflows/scan.yml'), 'utf8')).toContain(ACTION);
});
