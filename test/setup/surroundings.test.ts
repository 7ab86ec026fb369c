import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { rolldown } from '../scripts/rolldown.ts';
import { workflowFindings } from '../templates/workflow-rules.ts';
import { ACTION, ALL, filesBelow, folder, read, run, settingsOf, worldOf } from './world.ts';

test('a place that holds no file is an error that names it', async () => {
  const root = folder();
  writeFileSync(join(root, 'iam'), 'a file');
  await expect(run(ALL, worldOf(root))).rejects.toMatchObject({
    area: 'catalogue',
    code: 'write-failed',
    message: expect.stringMatching(/^write iam\/.*: .*\(E[A-Z]+\)/),
  });
});

test.each([
  [
    { action: ACTION },
    'option-missing',
    "init needs repository: the roles in AWS trust the jobs of one repository, and the clone's remote names none.",
  ],
  [
    { action: 'acme/agentcore-sync@v1', repository: 'acme/catalogue' },
    'option-value',
    'action expects owner/repository@ and the digest of a commit, met "acme/agentcore-sync@v1".',
  ],
])('what the workflows and roles need is not made up: %j writes nothing', async (values, rule, text) => {
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
  expect(filesBelow(root)).not.toContain('.github/actionlint.yaml');
});

test('the bundle finds its templates wherever the package is copied to', async () => {
  const root = folder();
  const chunk = join(root, 'package/dist/chunks');
  await rolldown('src/setup/init.ts', '--dir', chunk, '--minify');
  const { files } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const part of ['templates', 'schemas']) {
    expect(files).toContain(part);
    cpSync(part, join(root, 'package', part), { recursive: true });
  }
  const work = join(root, 'work');
  mkdirSync(work);
  const script = `
    const { runInit } = await import(${JSON.stringify(pathToFileURL(join(chunk, 'init.js')).href)});
    const settings = ${JSON.stringify(settingsOf('init', ALL))};
    const done = await runInit({ settings, run: {}, terminal: { width: 80, colour: false } },
      { root: '.', facts: async () => undefined, remote: async () => undefined, caller: async () => ({}), suffix: () => 'abcdef' });
    process.stdout.write(String(done.result.files.length));`;
  const count = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: work, encoding: 'utf8' });
  expect(Number(count)).toBe(filesBelow(work).length);
  expect(readFileSync(resolve(work, '.github/workflows/scan.yml'), 'utf8')).toContain(ACTION);
});
