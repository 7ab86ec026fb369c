import type { CoverageRow } from '../model/coverage.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from './report.ts';
import type { Cell } from './table.ts';
import { counted } from './wording.ts';

const COLUMNS = [
  { title: 'account' },
  { title: 'Region' },
  { title: 'resources', align: 'right' },
  { title: 'known complete' },
  { title: 'why not since', shrink: true },
] as const;

const lastText = ({ state, last }: CoverageRow): Cell => {
  if (state === 'complete') return { text: 'now', style: 'green' };
  if (last === undefined) return { text: 'not known here', style: 'dim' };
  return last === null ? { text: 'never', style: 'red' } : { text: last, style: 'yellow' };
};

const whyText = ({ state, why = '' }: CoverageRow): string => {
  if (why !== '') return why;
  if (state === 'not-asked') return 'left out of this run';
  return state === 'narrowed' ? 'in part left out of this run' : '';
};

/** Every account and Region: what this run saw of it, when it was last scanned whole, and why not since. */
export const coverageReport = (rows: readonly CoverageRow[], problems: readonly Problem[]): Report => ({
  title: 'Coverage',
  counts: `${rows.filter(({ state }) => state === 'complete').length} of ${counted(rows.length, 'place')} complete`,
  parts: [
    {
      type: 'table',
      title: 'Accounts and Regions',
      columns: COLUMNS,
      rows: rows.map((row) => [row.account, row.region ?? '', String(row.resources), lastText(row), whyText(row)]),
      one: 'place',
    },
  ],
  problems,
});
