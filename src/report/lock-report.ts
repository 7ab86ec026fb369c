import type { LockOutcome } from '../model/locking.ts';
import type { Problem } from '../model/problem.ts';
import type { MarkdownOptions } from './problems-markdown.ts';
import { type Report, reportMarkdown, reportText } from './report.ts';
import type { Style, TextOptions } from './text.ts';
import { number, tally } from './wording.ts';

export interface LockResult {
  readonly locks: readonly LockOutcome[];
  readonly problems: readonly Problem[];
}

const STATES = [
  { state: 'failed', title: 'Not locked', style: 'red' },
  { state: 'created', title: 'New', style: 'green' },
  { state: 'updated', title: 'Updated', style: 'cyan' },
  { state: 'skipped', title: 'Not asked', style: 'dim', most: 5 },
  { state: 'unchanged', title: 'Unchanged', style: 'dim', most: 5 },
] as const satisfies readonly { state: LockOutcome['state']; title: string; style: Style; most?: number }[];

const countsText = (locks: readonly LockOutcome[]): string => {
  const of = tally(locks, ({ state }) => state);
  const parts = (['created', 'updated', 'unchanged', 'skipped', 'failed'] as const)
    .filter((state) => of(state) > 0)
    .map((state) => `${number(of(state))} ${state === 'skipped' ? 'not asked' : state}`);
  return parts.join(', ') || 'none';
};

const reportOf = ({ locks, problems }: LockResult): Report => ({
  title: 'Tool locks',
  word: 'Locks',
  counts: countsText(locks),
  sections: STATES.map((section) => ({
    ...section,
    rows: locks
      .filter(({ state }) => state === section.state)
      .map(({ path, items, file, note }) => [path, items === undefined ? '' : number(items), file, note ?? '']),
  })),
  columns: [
    { title: 'path', code: true },
    { title: 'items', align: 'right' },
    { title: 'lock', code: true },
    { title: 'note', style: 'dim' },
  ],
  one: 'lock',
  problems,
});

/** One row for each lock that was written, and the totals. */
export const lockText = (result: LockResult, options: TextOptions): string => reportText(reportOf(result), options);

/** The job summary of lock. */
export const lockMarkdown = (result: LockResult, options: MarkdownOptions): string =>
  reportMarkdown(reportOf(result), options);
