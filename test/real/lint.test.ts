import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const parts = '.cache/real';
const workflows = [
  ...globSync('.github/workflows/*.yml'),
  ...globSync('templates/workflows/*.yml'),
  ...globSync('templates/gateways/*.yml'),
];

const run = (command: string, arguments_: readonly string[]) => {
  const done = spawnSync(command, arguments_, { encoding: 'utf8' });
  return { status: done.status, output: `${done.stdout}${done.stderr}` };
};

test('actionlint finds nothing in any workflow', () => {
  expect(workflows.length).toBeGreaterThan(0);
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

test('cfn-lint finds nothing in the IAM templates', () => {
  const templates = [...globSync('templates/iam/cloudformation/*.yaml'), ...globSync('templates/gateways/*.yaml')];
  expect(templates.length).toBeGreaterThan(0);
  expect(run(`${parts}/venv/bin/cfn-lint`, templates)).toEqual({ status: 0, output: '' });
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
