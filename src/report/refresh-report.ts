import type { Refreshed, RefreshResult } from '../model/refresh.ts';
import { type Report, sectionsOf } from './report.ts';
import { standingFacts } from './standing.ts';
import type { Style } from './text.ts';
import { number, stateCounts } from './wording.ts';

/** States as they are shown, what failed first. On a screen those that no client covers are only counted: their problem tells what to do about all of them. */
const STATES = [
  { state: 'failed', title: 'Failed', style: 'red', most: 20 },
  { state: 'withheld', title: 'Withheld', style: 'red', most: 20 },
  { state: 'absent', title: 'Not registered', style: 'yellow', most: 5 },
  { state: 'uncovered', title: 'Without a client', style: 'yellow', most: 0 },
  { state: 'renewed', title: 'Renewed', style: 'green', most: 20 },
] as const satisfies readonly { state: Refreshed['state']; title: string; style: Style; most?: number }[];

const MINUTE_MS = 60_000;

/** How long a token lives, in minutes; nothing where the issuer did not say. */
const lifeText = ({ obtainedAt, expiresAt }: Refreshed): string =>
  obtainedAt === undefined || expiresAt === undefined
    ? ''
    : `${number(Math.floor((expiresAt - obtainedAt) / MINUTE_MS))} min`;

const noteText = ({ enabled, note }: Refreshed): string =>
  [...(enabled ? ['enabled'] : []), ...(note === undefined ? [] : [note])].join('; ');

const WORDS: Readonly<Partial<Record<Refreshed['state'], string>>> = {
  uncovered: 'without a client',
  absent: 'not registered',
};

const ORDER = ['renewed', 'failed', 'withheld', 'uncovered', 'absent'] as const;

/** Registrations that need a token, what failed first, and the totals; never the token. */
export const refreshReport = ({ refreshed, problems }: RefreshResult): Report => ({
  title: 'Tokens',
  word: 'Tokens',
  counts: stateCounts(refreshed, ORDER, WORDS) || 'no registration needs a token',
  facts: standingFacts(problems),
  parts: [
    {
      type: 'states',
      sections: sectionsOf(STATES, refreshed, (one) => [
        one.path,
        one.issuer ?? '',
        one.client ?? '',
        lifeText(one),
        noteText(one),
      ]),
      columns: [
        { title: 'path', code: true },
        { title: 'issuer' },
        { title: 'client' },
        { title: 'lives' },
        { title: 'note', style: 'dim' },
      ],
      one: 'registration',
    },
  ],
  problems,
});
