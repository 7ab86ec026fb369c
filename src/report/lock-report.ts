import type { LockOutcome } from '../model/locking.ts';
import type { Problem } from '../model/problem.ts';
import { type Report, sectionsOf } from './report.ts';
import type { Style } from './text.ts';
import { number, stateCounts } from './wording.ts';

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

const ORDER = ['created', 'updated', 'unchanged', 'skipped', 'failed'] as const;

/** One row for each lock that was written, and the totals. */
export const lockReport = ({ locks, problems }: LockResult): Report => ({
  title: 'Tool locks',
  word: 'Locks',
  counts: stateCounts(locks, ORDER, { skipped: 'not asked' }) || 'none',
  parts: [
    {
      type: 'states',
      sections: sectionsOf(STATES, locks, ({ path, items, file, note }) => [
        path,
        items === undefined ? '' : number(items),
        file,
        note ?? '',
      ]),
      columns: [
        { title: 'path', code: true },
        { title: 'items', align: 'right' },
        { title: 'lock', code: true },
        { title: 'note', style: 'dim' },
      ],
      one: 'lock',
    },
  ],
  problems,
});
