import type { FileChange } from '../model/catalogue.ts';
import type { ScanFigures, ScanResult } from '../model/resource.ts';
import { byText, counted, number, tally } from './wording.ts';

/** A scan and what it does, or with `dryRun` would do, to the catalogue. */
export interface ScanReport {
  readonly scan: ScanResult;
  readonly changes: readonly FileChange[];
  /** Files of seen resources that stay as they are. */
  readonly unchanged: readonly string[];
  /** Files that the configuration no longer asks for: only counted, and kept until pruned. */
  readonly outOfScope: readonly string[];
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

/** One row for each account and Region that was scanned or whose files change, sorted. */
export const regionFigures = ({ scan, changes, unchanged }: ScanReport): RegionFigures[] => {
  const rows = new Map<string, RegionFigures>();
  const none = { created: 0, updated: 0, replaced: 0, removed: 0, unchanged: 0 };
  const rowOf = (place: string): RegionFigures => {
    const [account = '', region = ''] = place.split('/');
    const scanned = { account, region, found: 0, filtered: 0, failed: 0, calls: 0, throttled: 0, seconds: 0 };
    return rows.get(place) ?? { ...scanned, ...none };
  };
  for (const figures of scan.figures) rows.set(`${figures.account}/${figures.region}`, { ...figures, ...none });
  const add = (path: string, key: keyof typeof none): void => {
    const row = rowOf(placeOf(path));
    rows.set(placeOf(path), { ...row, [key]: row[key] + 1 });
  };
  for (const change of changes) add(change.path, COUNTED[change.action]);
  for (const path of unchanged) add(path, 'unchanged');
  return [...rows].sort(([a], [b]) => byText(a, b)).map(([, row]) => row);
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
export const isQuiet = (row: RegionFigures): boolean =>
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
