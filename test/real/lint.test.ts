import { execFileSync, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { expect, test } from 'vitest';

const parts = '.cache/real';
const workflows = [...globSync('.github/workflows/*.yml'), ...globSync('templates/workflows/*.yml')];

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
  const templates = globSync('templates/iam/cloudformation/*.yaml');
  expect(templates.length).toBeGreaterThan(0);
  expect(run(`${parts}/venv/bin/cfn-lint`, templates)).toEqual({ status: 0, output: '' });
});

test('the linters can fail', () => {
  const expression = ['$', '{{ github.event.issue.title }}'].join('');
  const broken = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${expression}\n`;
  expect(() =>
    execFileSync(`${parts}/bin/actionlint`, ['-'], { input: broken, stdio: ['pipe', 'pipe', 'pipe'] }),
  ).toThrow();
});
