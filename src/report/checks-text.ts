import type { CheckRow } from '../model/setup.ts';
import { type Block, renderDocument, SUMMARY_LIMIT } from './document.ts';
import { code, prose, strong } from './markup.ts';
import { type Line, renderText, type Style, type TextOptions, widthOf, wrap } from './text.ts';
import { tally } from './wording.ts';

const STATES = {
  ok: { sign: '✓', style: 'green' },
  failed: { sign: '✗', style: 'red' },
  skipped: { sign: '-', style: 'dim' },
} as const satisfies Record<CheckRow['state'], { sign: string; style: Style }>;

const WIDEST_CHECK = 44;
const NARROWEST_TEXT = 30;

const countsText = (rows: readonly CheckRow[]): string => {
  const of = tally(rows, ({ state }) => state);
  return `${of('ok')} ok, ${of('failed')} failed, ${of('skipped')} skipped.`;
};

/** A row, its text wrapped beside its name; what to do stands below, marked by an arrow. */
const rowLines = (row: CheckRow, checkWidth: number, textWidth: number): Line[] => {
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
  const padding = ' '.repeat(Math.max(0, checkWidth - widthOf(row.check)));
  const blank = ' '.repeat(checkWidth + 4);
  const first: Line = [{ text: `${sign} `, style }, { text: row.check, style: 'bold' }, padding, '  ', texts[0] ?? ''];
  // A name that is too long for its column has a line of its own.
  if (widthOf(row.check) > checkWidth) {
    return [
      [
        { text: `${sign} `, style },
        { text: row.check, style: 'bold' },
      ],
      ...texts.map((text): Line => [blank, text]),
      ...command,
    ];
  }
  return [first, ...texts.slice(1).map((text): Line => [blank, text]), ...command];
};

/** doctor's table: what was checked, what was met, what to do about it. */
export const checksText = (rows: readonly CheckRow[], options: TextOptions): string => {
  const checkWidth = Math.min(WIDEST_CHECK, Math.max(0, ...rows.map(({ check }) => widthOf(check))));
  const textWidth = Math.max(NARROWEST_TEXT, options.width - checkWidth - 4);
  return renderText(
    [...rows.flatMap((row) => rowLines(row, checkWidth, textWidth)), [], [{ text: countsText(rows), style: 'bold' }]],
    options.colour,
  );
};

/** The same as a job summary. */
export const checksMarkdown = (rows: readonly CheckRow[]): string => {
  const blocks: Block[] = [
    { type: 'heading', text: 'Doctor' },
    { type: 'paragraph', text: strong(countsText(rows)) },
    {
      type: 'table',
      title: 'Checks',
      columns: ['State', 'Check', 'What was met', 'What to do', 'For a shell'],
      rows: rows.map(({ check, state, met, todo, command }) => [
        state === 'failed' ? strong(state) : prose(state),
        code(check),
        prose(met),
        prose(todo ?? ''),
        command === undefined ? prose('') : code(command),
      ]),
      one: 'check',
    },
  ];
  return renderDocument(blocks, SUMMARY_LIMIT);
};
