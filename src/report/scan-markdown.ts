import type { FileChange } from '../model/catalogue.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { type Block, renderDocument, type TableBlock } from './document.ts';
import { code, phrase, prose, strong } from './markup.ts';
import { type MarkdownOptions, problemsTable } from './problems-markdown.ts';
import { asideCounts, FIGURES, fileCounts, isQuiet, regionFigures, type ScanReport, totalsOf } from './scan-report.ts';
import { counted, number, seconds } from './wording.ts';

const RISK = ['delete', 'replace', 'update', 'create'] as const satisfies readonly FileChange['action'][];

const WORDS = { delete: 'removed', replace: 'replaced', update: 'updated', create: 'created' } as const;

const fileTable = (changes: readonly FileChange[]): TableBlock => ({
  type: 'table',
  title: 'Files',
  columns: ['Change', 'File'],
  rows: changes
    .toSorted((a, b) => RISK.indexOf(a.action) - RISK.indexOf(b.action) || compareTexts(a.path, b.path))
    .map((change) => [
      prose(WORDS[change.action]),
      change.action === 'replace' ? phrase(code(change.path), prose('was'), code(change.from)) : code(change.path),
    ]),
  one: 'file',
});

const regionTable = (report: ScanReport): TableBlock => ({
  type: 'table',
  title: 'Accounts and Regions',
  columns: ['Account', 'Region', ...FIGURES, 'seconds'],
  numbers: FIGURES.length + 1,
  rows: regionFigures(report)
    .toSorted((a, b) => Number(isQuiet(a)) - Number(isQuiet(b)))
    .map((row) => [
      code(row.account),
      code(row.region),
      ...FIGURES.map((key) => prose(number(row[key]))),
      prose(seconds(row.seconds)),
    ]),
  one: 'row',
  folded: true,
});

/** The job summary of scan: problems, files with the removed ones first, figures of each account and Region. */
export const scanMarkdown = (report: ScanReport, options: MarkdownOptions): string => {
  const totals = totalsOf(regionFigures(report));
  const blocks: Block[] = [
    { type: 'heading', text: report.dryRun ? 'Scan (dry run)' : 'Scan' },
    {
      type: 'paragraph',
      text: phrase(
        strong(fileCounts(report.changes, report.dryRun)),
        prose(
          [
            `– ${counted(totals.found, 'resource')} in ${counted(report.scan.accounts.length, 'account')}`,
            `${counted(totals.calls, 'call')} in ${seconds(report.seconds)} s`,
            ...(totals.throttled === 0 ? [] : [`${number(totals.throttled)} throttled`]),
            ...asideCounts(report),
          ].join(', '),
        ),
      ),
    },
    problemsTable(report.problems, options),
    fileTable(report.changes),
    regionTable(report),
  ];
  return renderDocument(blocks, options.limit);
};
