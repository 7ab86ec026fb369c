import type { CheckRow } from '../model/setup.ts';
import type { Report } from './report.ts';
import { type Line, type Style, widthOf, wrap } from './text.ts';
import { tally } from './wording.ts';

const STATES = {
  ok: { sign: '✓', style: 'green' },
  failed: { sign: '✗', style: 'red' },
  skipped: { sign: '-', style: 'dim' },
} as const satisfies Record<CheckRow['state'], { sign: string; style: Style }>;

const WIDEST_CHECK = 44;
const NARROWEST_TEXT = 30;

/** A check, its text wrapped beside its name; what to do stands below, marked by an arrow. */
const linesOf = (row: CheckRow, checkWidth: number, textWidth: number): Line[] => {
  const { sign, style } = STATES[row.state];
  const texts = [
    ...wrap(row.met, textWidth).map((text) => ({ text })),
    ...(row.todo === undefined
      ? []
      : wrap(row.todo, textWidth - 2).map((text, at) => ({
          text: `${at === 0 ? '→ ' : '  '}${text}`,
          style: 'yellow' as const,
        }))),
  ];
  // A command is pasted: it has a line of its own, which is never broken.
  const command: Line[] = row.command === undefined ? [] : [[`    ${row.command}`]];
  const blank = ' '.repeat(checkWidth + 4);
  const check: Line = [
    { text: `${sign} `, style },
    { text: row.check, style: 'bold' },
  ];
  // A name that is too long for its column has a line of its own.
  if (widthOf(row.check) > checkWidth) return [check, ...texts.map((text): Line => [blank, text]), ...command];
  const padding = ' '.repeat(checkWidth - widthOf(row.check));
  const first: Line = [...check, padding, '  ', texts[0] ?? ''];
  return [first, ...texts.slice(1).map((text): Line => [blank, text]), ...command];
};

const checksLines = (rows: readonly CheckRow[], width: number): readonly Line[] => {
  const checkWidth = Math.min(WIDEST_CHECK, Math.max(0, ...rows.map(({ check }) => widthOf(check))));
  return rows.flatMap((row) => linesOf(row, checkWidth, Math.max(NARROWEST_TEXT, width - checkWidth - 4)));
};

/** What doctor checked, what was met, what to do about it. */
export const checksReport = (rows: readonly CheckRow[]): Report => {
  const of = tally(rows, ({ state }) => state);
  return {
    title: 'Doctor',
    counts: `${of('ok')} ok, ${of('failed')} failed, ${of('skipped')} skipped`,
    parts: [
      {
        type: 'table',
        title: 'Checks',
        columns: [
          { title: 'state' },
          { title: 'check', code: true },
          { title: 'what was met' },
          { title: 'what to do' },
          { title: 'for a shell', code: true },
        ],
        rows: rows.map(({ check, state, met, todo = '', command = '' }) => [state, check, met, todo, command]),
        screen: ({ width }) => checksLines(rows, width),
        one: 'check',
      },
    ],
    problems: [],
  };
};
