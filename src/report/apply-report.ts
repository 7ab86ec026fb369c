import type { ApplyResult, Outcome } from '../model/plan.ts';
import { ACTIONS, asInGit } from './changes.ts';
import type { Report, Section } from './report.ts';
import { standingFacts } from './standing.ts';
import type { Style } from './text.ts';
import { number, tally } from './wording.ts';

/** Rows of one state on a screen: of a first apply of a thousand, the number is what counts. */
const MOST = 20;
/** Of what failed more: each is to be looked at. */
const MOST_FAILED = 100;

const WRITING = ['create', 'update', 'replace', 'delete'] as const;

const isQuiet = ({ action, state }: Outcome): boolean => action === 'unchanged' && state === 'done';

/** `3 created, 1 deleted, 2 failed, 12 unchanged`; where nothing was to be done, that all is as in git. */
const outcomeCounts = (outcomes: readonly Outcome[]): string => {
  const done = tally(
    outcomes.filter(({ state }) => state === 'done'),
    ({ action }) => action,
  );
  const of = tally(outcomes, ({ state }) => state);
  const parts = [
    ...WRITING.filter((action) => done(action) > 0).map((action) => `${number(done(action))} ${ACTIONS[action].done}`),
    ...(of('failed') === 0 ? [] : [`${number(of('failed'))} failed`]),
    ...(of('skipped') === 0 ? [] : [`${number(of('skipped'))} skipped`]),
  ];
  const unchanged = outcomes.filter(isQuiet).length;
  if (parts.length === 0) return asInGit(unchanged);
  return [...parts, ...(unchanged === 0 ? [] : [`${number(unchanged)} unchanged`])].join(', ');
};

const rowOf = ({ action, path, type, note = '' }: Outcome): string[] => [action, path, type, note];

/** What became of each change, failures first, and the totals. What was unchanged is only counted. */
export const applyReport = (result: ApplyResult): Report => {
  const section = (state: Outcome['state'], title: string, style: Style): Section => ({
    state,
    title,
    style,
    rows: result.outcomes.filter((one) => one.state === state && !isQuiet(one)).map(rowOf),
    most: state === 'failed' ? MOST_FAILED : MOST,
  });
  return {
    title: 'Apply',
    word: 'Applied',
    counts: outcomeCounts(result.outcomes),
    facts: standingFacts(result.problems),
    parts: [
      {
        type: 'states',
        sections: [
          section('failed', 'Failed', 'red'),
          section('skipped', 'Skipped', 'yellow'),
          section('done', 'Done', 'green'),
        ],
        columns: [
          { title: 'change' },
          { title: 'path', code: true },
          { title: 'kind' },
          { title: 'note', style: 'dim' },
        ],
        one: 'registration',
      },
    ],
    problems: result.problems,
  };
};
