import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportedEntry } from '../../src/model/reported.ts';
import { SUMMARY_LIMIT } from '../../src/report/document.ts';
import { inventoryReport, reportResult } from '../../src/report/inventory.ts';
import { reportMarkdown, reportText } from '../../src/report/report.ts';
import { hostileText } from './hostile.ts';

const entry = (text: string, more: Partial<ReportedEntry> = {}): ReportedEntry => ({
  file: text,
  path: text,
  endpoint: text,
  kind: 'runtime',
  account: '111111111111',
  owners: [text],
  registered: true,
  authorization: text,
  credential: { from: 'client', issuer: text, client: text },
  lock: 'required',
  findings: [{ rule: 'gateway-open', severity: 'warning', subject: text, text }],
  ...more,
});

const all = (text: string): readonly ReportedEntry[] => [
  entry(text),
  entry(text, { owners: [], credential: { from: 'missing', why: text } }),
];

const markdownOf = (entries: readonly ReportedEntry[], limit = SUMMARY_LIMIT): string =>
  reportMarkdown(inventoryReport(entries, []), { limit });

const rows = (markdown: string): number => markdown.split('\n').filter((line) => line.startsWith('|')).length;

test('text keeps its lines and Markdown its tables, whatever strangers write', () => {
  const calm = markdownOf(all('calm'));
  fc.assert(
    fc.property(hostileText, (text) => {
      const printed = reportText(inventoryReport(all(text), []), { colour: false, width: 80 });
      expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(printed.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual(
        [],
      );
      const markdown = markdownOf(all(text));
      expect(rows(markdown)).toBe(rows(calm));
      expect(markdown).not.toMatch(/@|<img|<!--|:\/\/|www\./);
    }),
    { numRuns: 100 },
  );
});

test('an entry of two owners stands in both groups, and counts once among the entries', () => {
  const entries = [
    entry('one', { owners: ['bob', 'carol'] }),
    entry('two', { owners: ['carol'], lock: 'there', findings: [] }),
    entry('three', { owners: [], account: '222222222222' }),
  ];
  const result = reportResult(entries);
  expect(result.entries).toHaveLength(3);
  expect(result.groups).toEqual([
    { owner: 'bob', account: '111111111111', entries: 1, locked: 0, errors: 0, warnings: 1, notices: 0 },
    { owner: 'carol', account: '111111111111', entries: 2, locked: 1, errors: 0, warnings: 1, notices: 0 },
    { owner: null, account: '222222222222', entries: 1, locked: 0, errors: 0, warnings: 1, notices: 0 },
  ]);
});

test('a report of many is cut at its limit, and says so', () => {
  const many = Array.from({ length: 500 }, (_, at) => entry(`/s-${at}/`, { owners: ['bob'] }));
  const markdown = markdownOf(many, 20_000);
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(20_000);
  expect(markdown).toMatch(/entries more not shown/);
});
