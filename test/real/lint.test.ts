import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ALL, folder, run as runInit, worldOf } from '../setup/world.ts';

const parts = '.cache/real';
/** Every workflow that ships: those of this repository, and all that users get. */
const workflows = [...globSync('.github/workflows/*.yml'), ...globSync('templates/**/*.yml')];

const run = (command: string, arguments_: readonly string[]) => {
  const done = spawnSync(command, arguments_, { encoding: 'utf8' });
  return { status: done.status, output: `${done.stdout}${done.stderr}` };
};

test('actionlint finds nothing in any workflow', () => {
  const folders = [...new Set(workflows.map((file) => dirname(file)))].sort();
  expect(folders).toEqual(['.github/workflows', 'templates/gateways', 'templates/optional', 'templates/workflows']);
  expect(run(`${parts}/bin/actionlint`, ['-no-color', ...workflows])).toEqual({ status: 0, output: '' });
});

test('zizmor finds nothing in the workflows and the action', () => {
  const { status, output } = run(`${parts}/venv/bin/zizmor`, [
    '--offline',
    '--no-progress',
    '--color=never',
    ...workflows,
    'action.yml',
  ]);
  expect(output).toContain('No findings to report');
  expect(status).toBe(0);
});

/** A catalogue as init writes it, as a repository: what people's own linters see. */
const catalogue = async (): Promise<string> => {
  const root = folder();
  await runInit({ ...ALL, organizationId: 'o-exampleorgid', registry: 'static', withGateways: true }, worldOf(root));
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  return root;
};

const runIn = (cwd: string, command: string, arguments_: readonly string[]) => {
  const done = spawnSync(resolve(command), arguments_, { encoding: 'utf8', cwd });
  return { status: done.status, output: `${done.stdout}${done.stderr}` };
};

test('the linters find nothing in what init writes, with the configuration that it writes for them', async () => {
  const root = await catalogue();
  expect(runIn(root, `${parts}/bin/actionlint`, ['-no-color'])).toEqual({ status: 0, output: '' });
  const words = ['--offline', '--no-progress', '--color=never', '.github/workflows'];
  expect(runIn(root, `${parts}/venv/bin/zizmor`, words)).toMatchObject({
    status: 0,
    output: expect.stringContaining('No findings to report'),
  });
  const written = globSync('iam/{cloudformation,gateways}/*.yaml', { cwd: root });
  expect(runIn(root, `${parts}/venv/bin/cfn-lint`, written)).toEqual({ status: 0, output: '' });
});

test('cfn-lint finds nothing in the IAM templates', () => {
  const templates = [...globSync('templates/iam/cloudformation/*.yaml'), ...globSync('templates/gateways/*.yaml')];
  expect(templates.length).toBeGreaterThan(0);
  expect(run(`${parts}/venv/bin/cfn-lint`, templates)).toEqual({ status: 0, output: '' });
});

test('cfn-lint finds nothing in the templates of each kind of target with each authorization', () => {
  const templates = globSync('test/fixtures/gateways/*.template.yaml');
  expect(templates.length).toBeGreaterThan(50);
  expect(run(`${parts}/venv/bin/cfn-lint`, ['-r', 'us-east-1', '--', ...templates])).toEqual({ status: 0, output: '' });
});

test('cfn-lint finds nothing in what the examples of gateways are rendered to', async () => {
  const out = mkdtempSync(join(tmpdir(), 'gateways-'));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  execFileSync(process.execPath, [resolve('dist/cli.js'), 'gateways', 'render', '--out', out], {
    cwd: 'examples/gateways',
  });
  const templates = globSync(join(out, '**/*.template.yaml'));
  expect(templates.length).toBeGreaterThan(5);
  expect(run(`${parts}/venv/bin/cfn-lint`, ['-r', 'us-east-1', '--', ...templates])).toEqual({ status: 0, output: '' });
});

test('the linters can fail', () => {
  const expression = ['$', '{{ github.event.issue.title }}'].join('');
  const broken = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${expression}\n`;
  expect(() =>
    execFileSync(`${parts}/bin/actionlint`, ['-'], { input: broken, stdio: ['pipe', 'pipe', 'pipe'] }),
  ).toThrow();
});
