import { fileLines } from './files-text.ts';
import {
  asideCounts,
  FIGURES,
  fileCounts,
  isQuiet,
  type RegionFigures,
  regionFigures,
  type ScanReport,
  totalsOf,
} from './scan-report.ts';
import { type Cell, type Column, table } from './table.ts';
import { type Line, renderText, type Style, type TextOptions } from './text.ts';
import { number, seconds } from './wording.ts';

/** Above so many rows, those without anything to see are only counted. */
const MANY_ROWS = 40;

const COLUMNS: readonly Column[] = [
  { title: 'account' },
  { title: 'Region' },
  ...FIGURES.map((title): Column => ({ title, align: 'right' })),
  { title: 'seconds', align: 'right' },
];

const STYLES: Readonly<Partial<Record<(typeof FIGURES)[number], Style>>> = {
  created: 'green',
  updated: 'yellow',
  replaced: 'magenta',
  removed: 'red',
  failed: 'red',
  throttled: 'yellow',
};

const figureCells = (row: Readonly<Record<(typeof FIGURES)[number], number>>): Cell[] =>
  FIGURES.map((key) => ({ text: number(row[key]), style: row[key] === 0 ? 'dim' : STYLES[key] }));

const rowCells = (row: RegionFigures): Cell[] => [row.account, row.region, ...figureCells(row), seconds(row.seconds)];

/** The table of accounts and Regions, the files that change (with `diff`, how), and one closing line. */
export const scanText = (report: ScanReport, options: TextOptions & { readonly diff?: boolean }): string => {
  const figures = regionFigures(report);
  const shown = figures.length > MANY_ROWS ? figures.filter((row) => !isQuiet(row)) : figures;
  const quiet = figures.length - shown.length;
  const total: Cell[] = ['total', '', ...figureCells(totalsOf(figures)), seconds(report.seconds)];
  const lines: Line[] = [
    ...table({
      columns: COLUMNS,
      rows: shown.map(rowCells),
      width: options.width,
      ...(figures.length > 1 ? { total } : {}),
    }),
    ...(quiet === 0 ? [] : [[{ text: `${number(quiet)} without changes not shown`, style: 'dim' } as const]]),
    ...(figures.length === 0 ? [] : [[]]),
    ...fileLines(report.changes, options),
    ...(report.changes.length === 0 || options.diff === true ? [] : [[]]),
  ];
  const aside = asideCounts(report).map((text) => ` ${text}.`);
  const close: Line = [
    { text: report.dryRun ? 'Dry run: ' : 'Scanned: ', style: 'bold' },
    `${fileCounts(report.changes, report.dryRun)}.`,
    { text: aside.join(''), style: 'dim' },
  ];
  return renderText([...lines, close], options.colour);
};
