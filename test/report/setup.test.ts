import { expect, test } from 'vitest';
import type { CheckRow, SetupResult } from '../../src/model/setup.ts';
import { checksReport } from '../../src/report/checks-report.ts';
import { reportMarkdown, reportText } from '../../src/report/report.ts';
import { setupText } from '../../src/report/setup-text.ts';
import { widthOf } from '../../src/report/text.ts';

const plain = { colour: false, width: 60 } as const;

const ROWS: readonly CheckRow[] = [
  { check: 'id-token', state: 'ok', met: 'aud sts.amazonaws.com' },
  {
    check: 'role AgentCoreSync in 111111111111',
    state: 'failed',
    met: 'assume role: AccessDenied: \u001b[31mno\n::error::gotcha | @team <img>',
    todo: "Let the role's trust policy name who assumes it, and let that one's policy allow it.",
    command: 'aws cloudformation deploy',
  },
  { check: `issuer https://issuer.example.com/${'x'.repeat(40)}`, state: 'skipped', met: 'waits for roles' },
];

test("doctor's table aligns what was met, and says below it what to do", () => {
  const blank = ' '.repeat(38);
  expect(reportText(checksReport(ROWS.slice(0, 2)), plain).split('\n')).toEqual([
    '✓ id-token                            aud sts.amazonaws.com',
    '✗ role AgentCoreSync in 111111111111  assume role: AccessDenied:',
    `${blank}\\x1b[31mno\\n::error::gotcha |`,
    `${blank}@team <img>`,
    `${blank}→ Let the role's trust policy`,
    `${blank}  name who assumes it, and let`,
    `${blank}  that one's policy allow it.`,
    '    aws cloudformation deploy',
    '',
    '1 ok, 1 failed, 0 skipped.',
    '',
  ]);
});

test('a command stands whole on a line of its own, however narrow the terminal is', () => {
  const command = `aws cloudformation ${'--option value '.repeat(12)}end`;
  const text = reportText(
    checksReport([{ check: 'role', state: 'failed', met: 'none', todo: 'Deploy it.', command }]),
    plain,
  );
  expect(text).toContain(`\n    ${command}\n`);
});

test("strangers' words in the table stay words", () => {
  const text = reportText(checksReport(ROWS), plain);
  expect(text).not.toContain('\u001b');
  expect(text.split('\n').some((line) => /^\s*::/.test(line))).toBe(false);
  const markdown = reportMarkdown(checksReport(ROWS), { limit: 100_000 });
  expect(markdown).not.toContain('<img>');
  expect(markdown).not.toMatch(/@team/);
  expect(markdown.split('\n').filter((line) => line.startsWith('|')).length).toBe(5);
});

test('a name that is too long for its column has a line of its own', () => {
  const lines = reportText(checksReport(ROWS), { colour: false, width: 100 }).split('\n');
  expect(lines.some((line) => line.endsWith('x'.repeat(40)))).toBe(true);
  expect(lines.some((line) => /^ +waits for roles$/.test(line))).toBe(true);
});

const SETUP: SetupResult = {
  files: [
    { path: 'agentcore-sync.yaml', action: 'written' },
    { path: '.gitignore', action: 'kept', missing: ['.token'] },
    { path: 'iam/x.yaml', action: 'same' },
  ],
  steps: [
    {
      title: 'First do this',
      details: ['A long sentence that does not fit into sixty columns of a terminal at all.', '  code stays whole'],
    },
    { title: 'Then that', details: [] },
  ],
};

test('init tells what it wrote, what it kept and what it lacks, then the steps', () => {
  expect(setupText(SETUP, plain)).toBe(
    [
      '+ agentcore-sync.yaml',
      '! .gitignore  is there with another text: kept as it is',
      '    it lacks:',
      '      .token',
      '= iam/x.yaml  is there already',
      '',
      '1 file written, 2 kept.',
      '',
      'What only a person can do:',
      '1. First do this',
      '   - A long sentence that does not fit into sixty columns of',
      '     a terminal at all.',
      '       code stays whole',
      '2. Then that',
      '',
    ].join('\n'),
  );
  for (const line of setupText(SETUP, plain).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(60);
});
