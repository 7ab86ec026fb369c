import type { Verified, VerifyResult } from '../model/verify.ts';
import { renderDocument } from './document.ts';
import { code, prose, shortened, strong } from './markup.ts';
import { type MarkdownOptions, problemsTable } from './problems-markdown.ts';
import { type Cell, table } from './table.ts';
import { type Line, renderText, type Style, type TextOptions } from './text.ts';
import { counted, number, tally } from './wording.ts';

const STATES = {
  ok: 'green',
  refused: 'red',
  unreachable: 'red',
  withheld: 'red',
  failed: 'red',
  uncovered: 'yellow',
  absent: 'yellow',
} as const satisfies Record<Verified['state'], Style>;

const COLUMNS = [
  { title: 'state' },
  { title: 'path' },
  { title: 'issuer' },
  { title: 'client' },
  { title: 'note', style: 'dim' },
] as const;

const LONGEST = 500;

const noteOf = ({ tools, note }: Verified): string =>
  [...(tools === undefined ? [] : [counted(tools, 'tool')]), ...(note ? [note] : [])].join(', ');

const countsText = (verified: readonly Verified[]): string => {
  const of = tally(verified, ({ state }) => state);
  const parts = (['ok', 'refused', 'unreachable', 'withheld', 'failed', 'uncovered', 'absent'] as const)
    .filter((state) => of(state) > 0)
    .map((state) => `${number(of(state))} ${state}`);
  return parts.length === 0 ? 'no registration needs a token' : parts.join(', ');
};

/** One row for each server that a token was to be tried on. */
export const verifyText = ({ verified }: VerifyResult, options: TextOptions): string => {
  const rows = verified.map((one): Cell[] => [
    { text: one.state, style: STATES[one.state] },
    one.path,
    one.issuer ?? '',
    one.client ?? '',
    noteOf(one),
  ]);
  const lines = table({ columns: COLUMNS, rows, width: options.width });
  const close: Line = [{ text: 'Verified: ', style: 'bold' }, `${countsText(verified)}.`];
  return renderText([...lines, ...(lines.length === 0 ? [] : [[]]), close], options.colour);
};

/** The job summary of verify. */
export const verifyMarkdown = ({ verified, problems }: VerifyResult, options: MarkdownOptions): string =>
  renderDocument(
    [
      { type: 'heading', text: 'Servers and their tokens' },
      { type: 'paragraph', text: strong(countsText(verified)) },
      problemsTable(problems, options),
      {
        type: 'table',
        title: 'Servers',
        columns: ['Path', 'State', 'Issuer', 'Client', 'Note'],
        rows: verified.map((one) => [
          code(one.path),
          prose(one.state),
          prose(one.issuer ?? ''),
          prose(one.client ?? ''),
          prose(shortened(noteOf(one), LONGEST)),
        ]),
        one: 'server',
      },
    ],
    options.limit,
  );
