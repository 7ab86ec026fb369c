import type { Problem } from '../model/problem.ts';
import { type Block, renderDocument } from './document.ts';
import { code, prose, shortened, strong } from './markup.ts';
import { type MarkdownOptions, problemsTable } from './problems-markdown.ts';
import { type Cell, type Column, table } from './table.ts';
import { type Line, renderText, type Style, type TextOptions } from './text.ts';
import { number } from './wording.ts';

/** Rows that came to the same. */
export interface Section {
  /** The first cell of each of its rows on a screen: `failed`. */
  readonly state: string;
  readonly style: Style;
  /** Its heading in Markdown. */
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows that a screen shows; of more, the number. Absent: all of them. */
  readonly most?: number;
  /** In Markdown shown only on a click. */
  readonly folded?: boolean;
}

/** A line below the counts: how many of something, and what could be done. */
export interface Fact {
  readonly text: string;
  readonly remedy?: string;
}

/** What a command came to, apart from any medium: text and Markdown are both made of it. */
export interface Report {
  readonly title: string;
  /** The counts, as a sentence without its full stop, behind the word that they answer: `Applied: 2 created`. */
  readonly word: string;
  readonly counts: string;
  readonly facts?: readonly Fact[];
  /** Most important first. */
  readonly sections: readonly Section[];
  readonly columns: readonly (Column & { readonly code?: true })[];
  /** What a row is. */
  readonly one: string;
  readonly problems: readonly Problem[];
}

/** One line for each fact, with what could be done behind it. */
export const factLines = (facts: readonly Fact[]): Line[] =>
  facts.map(
    ({ text, remedy }): Line => [
      `  ${text}`,
      ...(remedy === undefined ? [] : [{ text: `  → ${remedy}`, style: 'dim' as const }]),
    ],
  );

/** The closing line, and the facts below it. */
export const closeLines = ({ word, counts, facts = [] }: Pick<Report, 'word' | 'counts' | 'facts'>): Line[] => [
  [{ text: `${word}: `, style: 'bold' }, `${counts}.`],
  ...factLines(facts),
];

/** The paragraphs that stand for them in Markdown. */
export const closeBlocks = ({ counts, facts = [] }: Pick<Report, 'counts' | 'facts'>): Block[] => [
  { type: 'paragraph', text: strong(counts) },
  ...facts.map(
    ({ text, remedy }): Block => ({
      type: 'paragraph',
      text: prose(`${text}${remedy === undefined ? '' : ` → ${remedy}`}`),
    }),
  ),
];

/** For a screen: one row each, as many as are asked for, then the counts. Problems are told beside it (problemsText). */
export const reportText = (report: Report, options: TextOptions): string => {
  const { sections, columns } = report;
  const shown = sections.map(({ rows, most, ...section }) => {
    const kept = options.full === true || most === undefined ? rows : rows.slice(0, most);
    return { ...section, kept, left: rows.length - kept.length };
  });
  const lines = [
    ...table({
      columns: [{ title: 'state' }, ...columns],
      rows: shown.flatMap(({ state, style, kept }) => kept.map((row): Cell[] => [{ text: state, style }, ...row])),
      width: options.width,
    }),
    ...shown.flatMap(({ state, kept, left }): Line[] =>
      left === 0 || kept.length === 0 ? [] : [[{ text: `and ${number(left)} more ${state}`, style: 'dim' }]],
    ),
  ];
  return renderText([...lines, ...(lines.length === 0 ? [] : [[]]), ...closeLines(report)], options.colour);
};

const LONGEST = 1000;

/** For a job summary: the counts, the problems, then a table for each state. */
export const reportMarkdown = (
  { title, columns, sections, one, problems, ...close }: Report,
  options: MarkdownOptions,
): string => {
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...closeBlocks(close),
    problemsTable(problems, options),
    ...sections.map(
      (section): Block => ({
        type: 'table',
        title: section.title,
        columns: columns.map((column) => capital(column.title)),
        rows: section.rows.map((row) =>
          row.map((text, at) => (columns[at]?.code === true ? code(text) : prose(shortened(text, LONGEST)))),
        ),
        one,
        folded: section.folded === true,
      }),
    ),
  ];
  return renderDocument(blocks, options.limit);
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
