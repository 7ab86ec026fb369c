import type { ApplyResult, Outcome } from '../model/plan.ts';
import { ACTIONS } from './changes.ts';
import { type Cell, table } from './table.ts';
import { type Line, renderText, type Style, type TextOptions } from './text.ts';
import { number, tally } from './wording.ts';

const STATES = {
  done: 'green',
  failed: 'red',
  skipped: 'yellow',
} as const satisfies Record<Outcome['state'], Style>;

const DONE = ['create', 'update', 'replace', 'delete'] as const;

/** `3 created, 1 deleted, 2 failed, 12 unchanged`. */
export const outcomeCounts = (outcomes: readonly Outcome[]): string => {
  const quiet = (outcome: Outcome): boolean => outcome.action === 'unchanged' && outcome.state === 'done';
  const done = tally(
    outcomes.filter(({ state }) => state === 'done'),
    ({ action }) => action,
  );
  const of = tally(outcomes, ({ state }) => state);
  const unchanged = outcomes.filter(quiet).length;
  const parts = [
    ...DONE.filter((action) => done(action) > 0).map((action) => `${number(done(action))} ${ACTIONS[action].done}`),
    ...(of('failed') === 0 ? [] : [`${number(of('failed'))} failed`]),
    ...(of('skipped') === 0 ? [] : [`${number(of('skipped'))} skipped`]),
    ...(unchanged === 0 ? [] : [`${number(unchanged)} unchanged`]),
  ];
  return parts.length === 0 ? 'nothing to do' : parts.join(', ');
};

const COLUMNS = [
  { title: 'state' },
  { title: 'action' },
  { title: 'path' },
  { title: 'kind' },
  { title: 'note', style: 'dim' },
] as const;

/** What became of each change, and the totals. What was unchanged is only counted. */
export const applyText = (result: ApplyResult, options: TextOptions): string => {
  const shown = result.outcomes.filter(({ action, state }) => action !== 'unchanged' || state !== 'done');
  const rows = shown.map((outcome): Cell[] => [
    { text: outcome.state, style: STATES[outcome.state] },
    outcome.action,
    outcome.path,
    outcome.type,
    outcome.note ?? '',
  ]);
  const lines = table({ columns: COLUMNS, rows, width: options.width });
  const close: Line = [{ text: 'Applied: ', style: 'bold' }, `${outcomeCounts(result.outcomes)}.`];
  return renderText([...lines, ...(lines.length === 0 ? [] : [[]]), close], options.colour);
};
