import { type FileChange, isEntryFile } from '../model/catalogue.ts';
import { compareTexts } from '../model/compare-texts.ts';
import type { Problem } from '../model/problem.ts';
import { keyText, type ScanFigures, type ScanResult } from '../model/resource.ts';
import { type FilesShown, filesPart } from './files-text.ts';
import type { Report } from './report.ts';
import type { Cell } from './table.ts';
import type { Style } from './text.ts';
import { counted, number, seconds, tally } from './wording.ts';

/** A scan and what it does, or with `dryRun` would do, to the catalogue. */
export interface ScanReport {
  readonly scan: ScanResult;
  readonly changes: readonly FileChange[];
  /** Paths of all files before the scan. */
  readonly files: readonly string[];
  /** Entries that were left alone although the world changed; problems say why. */
  readonly held: number;
  /** Of the scan and of the files. */
  readonly problems: readonly Problem[];
  /** Seconds of the whole scan. */
  readonly seconds: number;
  readonly dryRun: boolean;
}

/** What became of the files of one account and Region, beside the figures of its scan. */
export interface RegionFigures extends ScanFigures {
  readonly created: number;
  readonly updated: number;
  readonly replaced: number;
  readonly removed: number;
  readonly unchanged: number;
}

const COUNTED = { create: 'created', update: 'updated', replace: 'replaced', delete: 'removed' } as const;

/** `<account>/<region>`, with which the path of every scanned file begins. */
const placeOf = (path: string): string => path.split('/', 2).join('/');

const NONE = { created: 0, updated: 0, replaced: 0, removed: 0, unchanged: 0 };

/** One row for each account and Region that was scanned or whose entries change, sorted. Entries that stay are unchanged. */
export const regionFigures = ({ scan, changes, files }: ScanReport): RegionFigures[] => {
  const rows = new Map<string, RegionFigures>();
  for (const figures of scan.figures) rows.set(`${figures.account}/${figures.region}`, { ...figures, ...NONE });
  const add = (path: string, key: keyof typeof NONE): void => {
    const place = placeOf(path);
    const [account = '', region = ''] = place.split('/');
    const scanned = { account, region, found: 0, filtered: 0, failed: 0, calls: 0, throttled: 0, seconds: 0 };
    const row = rows.get(place) ?? { ...scanned, ...NONE };
    rows.set(place, { ...row, [key]: row[key] + 1 });
  };
  for (const change of changes.filter(({ path }) => isEntryFile(path))) add(change.path, COUNTED[change.action]);
  const touched = new Set(changes.map((change) => (change.action === 'replace' ? change.from : change.path)));
  for (const path of files.filter(isEntryFile))
    if (!touched.has(path) && rows.has(placeOf(path))) add(path, 'unchanged');
  return [...rows].sort(([a], [b]) => compareTexts(a, b)).map(([, row]) => row);
};

/** Numbers of the summary's columns, in their order. */
export const FIGURES = [
  'found',
  'created',
  'updated',
  'replaced',
  'removed',
  'unchanged',
  'failed',
  'calls',
  'throttled',
] as const satisfies readonly (keyof RegionFigures)[];

export type Totals = Readonly<Record<(typeof FIGURES)[number], number>>;

/** Sums over all rows. */
export const totalsOf = (rows: readonly RegionFigures[]): Totals => {
  const sum = (key: (typeof FIGURES)[number]): number => rows.reduce((total, row) => total + row[key], 0);
  return {
    found: sum('found'),
    created: sum('created'),
    updated: sum('updated'),
    replaced: sum('replaced'),
    removed: sum('removed'),
    unchanged: sum('unchanged'),
    failed: sum('failed'),
    calls: sum('calls'),
    throttled: sum('throttled'),
  };
};

/** Whether nothing about a row asks for a person's eye. */
const isQuiet = (row: RegionFigures): boolean =>
  row.created + row.updated + row.replaced + row.removed + row.failed + row.throttled === 0;

const PLANNED = { create: 'to create', update: 'to update', replace: 'to replace', delete: 'to remove' } as const;

/** `2 files created, 1 updated`, or that none changes. */
export const fileCounts = (changes: readonly FileChange[], dryRun: boolean): string => {
  const of = tally(changes, ({ action }) => action);
  const words = dryRun ? PLANNED : COUNTED;
  const parts = (['create', 'update', 'replace', 'delete'] as const).filter((action) => of(action) > 0);
  if (parts.length === 0) return 'no file changes';
  return parts
    .map((action, at) => `${at === 0 ? counted(of(action), 'file') : number(of(action))} ${words[action]}`)
    .join(', ');
};

/** What else a scan says about files: those out of scope that stay, and those held back. Empty when there are none. */
const asideCounts = ({ scan, changes, held, problems }: ScanReport): string[] => {
  const refused = problems.filter(({ rule }) => rule === 'account-not-onboarded').length;
  const removed = changes.filter(({ action }) => action === 'delete').map(({ path }) => path.replace(/\.[a-z]+$/, ''));
  const gone = new Set(removed);
  const kept = scan.outOfScope.filter((key) => !gone.has(keyText(key))).length;
  return [
    ...(kept === 0 ? [] : [`${counted(kept, 'file')} out of scope, kept`]),
    ...(held === 0 ? [] : [`${number(held)} held back`]),
    ...(refused === 0 ? [] : [`${counted(refused, 'account')} not onboarded`]),
  ];
};

const STYLES: Readonly<Partial<Record<(typeof FIGURES)[number], Style>>> = {
  created: 'green',
  updated: 'yellow',
  replaced: 'magenta',
  removed: 'red',
  failed: 'red',
  throttled: 'yellow',
};

const figureCells = (row: Totals): Cell[] =>
  FIGURES.map((key) => ({ text: number(row[key]), style: row[key] === 0 ? 'dim' : STYLES[key] }));

/** Accounts and Regions with their figures, the files that change, and the totals. */
export const scanReport = (scanned: ScanReport, shown: FilesShown = {}): Report => {
  const figures = regionFigures(scanned);
  const totals = totalsOf(figures);
  const rows = figures.map((row): Cell[] => [row.account, row.region, ...figureCells(row), seconds(row.seconds)]);
  const { dryRun, changes, problems } = scanned;
  // Those that this run asked: --only may have left others out.
  const accounts = new Set(figures.map(({ account }) => account)).size;
  return {
    title: dryRun ? 'Scan (dry run)' : 'Scan',
    word: dryRun ? 'Dry run' : 'Scanned',
    counts: fileCounts(changes, dryRun),
    aside: [
      `${counted(totals.found, 'resource')} in ${counted(accounts, 'account')}`,
      `${counted(totals.calls, 'call')} in ${seconds(scanned.seconds)} s`,
      ...(totals.throttled === 0 ? [] : [`${number(totals.throttled)} throttled`]),
      ...asideCounts(scanned),
    ],
    parts: [
      {
        type: 'table',
        title: 'Accounts and Regions',
        columns: [
          { title: 'account', code: true },
          { title: 'Region', code: true },
          ...FIGURES.map((title) => ({ title, align: 'right' as const })),
          { title: 'seconds', align: 'right' },
        ],
        rows,
        quiet: new Set(rows.filter((_, at) => figures[at] !== undefined && isQuiet(figures[at]))),
        ...(rows.length > 1 ? { total: ['total', '', ...figureCells(totals), seconds(scanned.seconds)] } : {}),
        one: 'row',
        folded: true,
      },
      { ...filesPart(changes, shown), first: true },
    ],
    problems,
  };
};
