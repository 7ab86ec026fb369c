import { expect, test } from 'vitest';
import type { EntryLog } from '../../src/model/entry-log.ts';
import { logReport } from '../../src/report/log-report.ts';
import { reportMarkdown, reportText } from '../../src/report/report.ts';

const hostile: EntryLog = {
  file: 'manual/a.yaml',
  more: true,
  shallow: false,
  uncommitted: true,
  changes: [
    {
      commit: 'a'.repeat(40),
      author: { name: '\u202e@everybody | <img src=x>', email: 'x@example.com' },
      date: '2026-01-02T03:04:05Z',
      subject: `[a](javascript:alert) <script> ${'x'.repeat(5000)} (#9)`,
      action: 'changed',
      file: 'manual/a.yaml',
      fields: ['registration.\n## Approved', ...Array.from({ length: 20 }, (_, at) => `registration.f${at}`)],
      request: { number: 9, from: 'subject' },
      brought: [],
    },
  ],
};

const markdownOf = (log: EntryLog): string => reportMarkdown(logReport([log], 'servers', []), { limit: 100_000 });

test('the summary shows texts of commits as texts, and bounds them', () => {
  const markdown = markdownOf(hostile);
  expect(markdown).not.toMatch(/<script|<img|\]\(|\u202e|^## Approved/m);
  expect(markdown).toContain('pull request 9 (by its subject)');
  expect(markdown).toContain('and 9 more');
  expect(markdown).toContain('There are older changes than these 1');
  expect(markdown.length).toBeLessThan(3000);
});

test('a claimed number is no link, and that of GitHub is one', () => {
  const [change] = hostile.changes;
  if (change === undefined) throw new Error('no change');
  const url = 'https://github.example.com/o/r/pull/9';
  const told: EntryLog = { ...hostile, changes: [{ ...change, request: { number: 9, url, from: 'github' } }] };
  expect(markdownOf(hostile)).not.toContain('<a href');
  expect(markdownOf(told)).toContain(`<a href="${url.replace(':', '&#58;')}">`);
});

test('all fields are shown where everything is asked for', () => {
  const text = (full: boolean): string =>
    reportText(logReport([hostile], 'servers', []), { colour: false, width: 100, full });
  expect(text(false)).not.toContain('registration.f19');
  expect(text(true)).toContain('registration.f19');
  expect(text(true)).toContain('registration.\\n## Approved');
});
