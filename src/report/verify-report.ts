import type { Verified, VerifyResult } from '../model/verify.ts';
import { whyText } from '../model/why-changed.ts';
import { type Report, sectionsOf } from './report.ts';
import { standingFacts } from './standing.ts';
import type { Style } from './text.ts';
import { counted, number, stateCounts, tally } from './wording.ts';

const STATES = [
  { state: 'changed', title: 'Not what was reviewed', style: 'red', most: 100 },
  { state: 'refused', title: 'Refused', style: 'red', most: 20 },
  { state: 'unreachable', title: 'Unreachable', style: 'red', most: 20 },
  { state: 'withheld', title: 'Withheld', style: 'red', most: 20 },
  { state: 'failed', title: 'Failed', style: 'red', most: 20 },
  { state: 'uncovered', title: 'Without a client', style: 'yellow', most: 5 },
  { state: 'skipped', title: 'Not asked', style: 'dim', most: 5 },
  { state: 'ok', title: 'Verified', style: 'green', most: 20 },
] as const satisfies readonly { state: Verified['state']; title: string; style: Style; most?: number }[];

const ORDER = ['ok', 'changed', 'refused', 'unreachable', 'withheld', 'failed', 'uncovered', 'skipped'] as const;

const WORDS: Readonly<Partial<Record<Verified['state'], string>>> = {
  uncovered: 'without a client',
  skipped: 'not asked',
};

const LOCKS = {
  same: 'same',
  changed: 'changed',
  missing: 'none',
  unread: 'unreadable',
  incomplete: '',
} as const satisfies Record<NonNullable<Verified['lock']>, string>;

const protocolOf = ({ type, version }: Verified): string =>
  version === undefined || version === '' ? '' : `${type === 'server' ? 'MCP' : 'A2A'} ${version}`;

const offersOf = ({ tools, skills }: Verified): string =>
  tools === undefined ? (skills === undefined ? '' : counted(skills, 'skill')) : counted(tools, 'tool');

const changesOf = ({ changes = [] }: Verified): string => {
  const of = tally(changes, ({ change }) => change);
  const parts = (['changed', 'added', 'removed'] as const).filter((change) => of(change) > 0);
  return parts.map((change) => `${number(of(change))} ${change}`).join(', ');
};

const noteOf = (one: Verified): string =>
  [changesOf(one), one.why === undefined ? '' : whyText(one.why), one.note ?? one.server ?? '']
    .filter((text) => text !== '')
    .join('; ');

const timeOf = ({ steps }: Verified): string =>
  steps.length === 0 ? '' : number(steps.reduce((sum, { ms }) => sum + ms, 0));

/** What registries say of how it is, each with its name where several do. */
const healthOf = ({ path }: Verified, registries: NonNullable<VerifyResult['registries']>): string =>
  registries
    .flatMap(({ name, result = [] }) =>
      result
        .filter((one) => one.path === path)
        .map(({ status, differs }) => {
          const said = `${status}${differs ? ', differs' : ''}`;
          return registries.length === 1 ? said : `${name}: ${said}`;
        }),
    )
    .join('; ');

/** How many there are of each state; where none was asked that is said first: nobody knows anything of them now. */
const countsOf = (verified: readonly Verified[]): string => {
  if (verified.length === 0) return 'nothing is registered';
  const counts = stateCounts(verified, ORDER, WORDS);
  return verified.every(({ state }) => state === 'skipped') ? `nothing, ${counts}` : counts;
};

/** Servers and agents, what is not as it was reviewed first, and the totals. */
export const verifyReport = ({ verified, registries = [], problems }: VerifyResult): Report => ({
  title: 'Servers and agents',
  word: 'Verified',
  counts: countsOf(verified),
  facts: standingFacts(problems),
  parts: [
    {
      type: 'states',
      sections: sectionsOf(STATES, verified, (one) => [
        one.path,
        protocolOf(one),
        offersOf(one),
        one.lock === undefined ? '' : LOCKS[one.lock],
        timeOf(one),
        healthOf(one, registries),
        noteOf(one),
      ]),
      columns: [
        { title: 'path', code: true },
        { title: 'protocol' },
        { title: 'offers', align: 'right' },
        { title: 'lock' },
        { title: 'ms', align: 'right' },
        { title: 'registry' },
        { title: 'note', style: 'dim' },
      ],
      one: 'server',
    },
  ],
  problems,
});
