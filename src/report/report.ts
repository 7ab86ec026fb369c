import type { Problem } from '../model/problem.ts';
import { type Block, renderDocument, SUMMARY_LIMIT, type TableBlock } from './document.ts';
import { code, listing, type Markup, phrase, prose, shortened, strong } from './markup.ts';
import { type MarkdownOptions, problemsTable } from './problems-markdown.ts';
import { type Cell, type Column, table, textOf } from './table.ts';
import { type Line, type Piece, renderText, type Style, type TextOptions } from './text.ts';
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

/** A section for each state, with the rows of those that came to it. */
export const sectionsOf = <One extends { readonly state: string }>(
  states: readonly Omit<Section, 'rows'>[],
  all: readonly One[],
  rowOf: (one: One) => readonly string[],
): readonly Section[] =>
  states.map((section) => ({ ...section, rows: all.filter(({ state }) => state === section.state).map(rowOf) }));

/** A line below the counts: how many of something, and what could be done. */
export interface Fact {
  readonly text: string;
  readonly remedy?: string;
}

interface Tabular {
  readonly columns: readonly (Column & { readonly code?: true })[];
  /** What a row is, and what several are. */
  readonly one: string;
  readonly many?: string;
}

/** What stands in a cell, and what Markdown has in its place, where that holds more. */
type RichCell = Cell | (Piece & { readonly markup: Markup });

/** A table of its own. */
interface TablePart extends Tabular {
  readonly type: 'table';
  readonly title: string;
  /** On a screen the title, with this beside it, stands above; absent: the table needs none there. */
  readonly aside?: string;
  readonly rows: readonly (readonly RichCell[])[];
  /** What a screen has in place of the table. */
  readonly screen?: (options: TextOptions) => readonly Line[];
  /** Rows of these that ask for nobody's eye: of many a screen only counts them, and shows the first of the rest; Markdown has them last. */
  readonly quiet?: ReadonlySet<readonly RichCell[]>;
  readonly total?: readonly Cell[];
  /** In Markdown shown only on a click. */
  readonly folded?: boolean;
  /** In Markdown before what stands before it on a screen: a cut takes from the end. */
  readonly first?: true;
}

/** On a screen one table with the state in front, in Markdown one for each state. */
interface StatesPart extends Tabular {
  readonly type: 'states';
  readonly sections: readonly Section[];
}

/** What a screen alone shows: no table says it there. */
interface ScreenPart {
  readonly type: 'screen';
  readonly lines: (options: TextOptions) => readonly Line[];
}

/** What Markdown alone shows, in place of a part of the screen. */
interface PagePart {
  readonly type: 'page';
  readonly blocks: () => readonly Block[];
}

/** A part of what a command came to. Texts are anybody's: each medium escapes them. */
export type Part = TablePart | StatesPart | ScreenPart | PagePart;

/** What a command came to, apart from any medium: text and Markdown are both made of it. */
export interface Report {
  readonly title: string;
  /** The counts, as a sentence without its full stop, and the word that they answer: `Applied: 2 created`. */
  readonly word?: string;
  readonly counts: string;
  /** What stands behind the counts. */
  readonly aside?: readonly string[];
  readonly facts?: readonly Fact[];
  /** What is to be copied somewhere, whole, with where to: it stands last. */
  readonly paste?: { readonly where: string; readonly lines: readonly string[] };
  /** As a screen shows them: what matters most is nearest to the counts below. */
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
}

/** One line for each fact, with what could be done behind it. */
const factLines = (facts: readonly Fact[]): Line[] =>
  facts.map(
    ({ text, remedy }): Line => [
      `  ${text}`,
      ...(remedy === undefined ? [] : [{ text: `  → ${remedy}`, style: 'dim' as const }]),
    ],
  );

type Close = Pick<Report, 'word' | 'counts' | 'aside' | 'facts' | 'paste'>;

/** The closing line, and the facts below it. */
const closeLines = ({ word, counts, aside = [], facts = [], paste }: Close): Line[] => [
  [
    ...(word === undefined
      ? [{ text: `${counts}.`, style: 'bold' as const }]
      : [{ text: `${word}: `, style: 'bold' as const }, `${counts}.`]),
    { text: aside.length === 0 ? '' : ` ${aside.join(', ')}.`, style: 'dim' },
  ],
  ...factLines(facts),
  ...(paste === undefined ? [] : [[], [paste.where], [], ...paste.lines.map((line): Line => [line])]),
];

const paragraph = (text: Markup): Block => ({ type: 'paragraph', text });

/** The paragraphs that stand for them in Markdown. */
const closeBlocks = ({ counts, aside = [], facts = [], paste }: Close): Block[] => [
  { type: 'paragraph', text: phrase(strong(counts), prose(aside.length === 0 ? '' : `– ${aside.join(', ')}`)) },
  ...facts.map(
    ({ text, remedy }): Block => ({
      type: 'paragraph',
      text: prose(`${text}${remedy === undefined ? '' : ` → ${remedy}`}`),
    }),
  ),
  ...(paste === undefined ? [] : [prose(paste.where), listing(paste.lines)].map(paragraph)),
];

const more = (text: string): Line => [{ text, style: 'dim' }];

/** Above so many rows, quiet ones are only counted, and of the rest so many are shown. */
const MANY_ROWS = 40;

const tableLines = (part: TablePart, options: TextOptions): readonly Line[] => {
  const { title, aside, columns, rows, quiet, total, screen } = part;
  if (rows.length === 0) return [];
  if (screen !== undefined) return screen(options);
  const { width, full = false } = options;
  const isCut = !full && quiet !== undefined && rows.length > MANY_ROWS;
  const loud = isCut ? rows.filter((row) => !quiet.has(row)) : rows;
  const shown = isCut ? loud.slice(0, MANY_ROWS) : rows;
  const left = [
    ...(loud.length > shown.length ? [`${number(loud.length - shown.length)} more: --full shows them`] : []),
    ...(rows.length > loud.length ? [`${number(rows.length - loud.length)} without changes not shown`] : []),
  ];
  const head: Line = [
    { text: title, style: 'bold' },
    { text: `  ${aside}`, style: 'dim' },
  ];
  const indent = aside === undefined ? 0 : 2;
  return [
    ...(aside === undefined ? [] : [head]),
    ...table({ columns, rows: shown, width, indent, ...(total === undefined ? {} : { total }) }),
    ...left.map(more),
  ];
};

const statesLines = ({ columns, sections }: StatesPart, { width, full }: TextOptions): readonly Line[] => {
  const shown = sections.map(({ rows, most, ...section }) => {
    const kept = full === true || most === undefined ? rows : rows.slice(0, most);
    return { ...section, kept, left: rows.length - kept.length };
  });
  return [
    ...table({
      columns: [{ title: 'state' }, ...columns],
      rows: shown.flatMap(({ state, style, kept }) => kept.map((row): Cell[] => [{ text: state, style }, ...row])),
      width,
    }),
    ...shown.flatMap(({ state, kept, left }): Line[] =>
      left === 0 || kept.length === 0 ? [] : [more(`and ${number(left)} more ${state}: --full shows them`)],
    ),
  ];
};

const partLines = (part: Part, options: TextOptions): readonly Line[] => {
  switch (part.type) {
    case 'table':
      return tableLines(part, options);
    case 'states':
      return statesLines(part, options);
    case 'screen':
      return part.lines(options);
    case 'page':
      return [];
  }
};

/** For a screen: the parts, then the counts. Problems are told beside it (problemsText). */
export const reportText = (report: Report, options: TextOptions): string => {
  const parts = report.parts.map((part) => partLines(part, options)).filter((lines) => lines.length > 0);
  // A part that ends with an empty line has set itself apart.
  const lines = parts.flatMap((part): Line[] => [...part, ...(part.at(-1)?.length === 0 ? [] : [[]])]);
  return renderText([...lines, ...closeLines(report)], options.colour);
};

const LONGEST = 1000;
/** What is to be copied is of use only as a whole. */
const LONGEST_CODE = 10_000;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Columns without any text are left out, as on a screen; but the first one. */
const tableBlock = (
  { columns, one, many }: Tabular,
  rows: readonly (readonly RichCell[])[],
  { title, folded = false }: Pick<Section, 'title' | 'folded'>,
): TableBlock => {
  const used = [...columns.entries()].filter(([at]) => at === 0 || rows.some((row) => textOf(row[at]) !== ''));
  const markup = (cell: RichCell | undefined, isCode: boolean): Markup => {
    if (typeof cell === 'object' && 'markup' in cell) return cell.markup;
    return isCode ? code(shortened(textOf(cell), LONGEST_CODE)) : prose(shortened(textOf(cell), LONGEST));
  };
  return {
    type: 'table',
    columns: used.map(([, column]) => capital(column.title)),
    right: used.map(([, { align }]) => align === 'right'),
    rows: rows.map((row) => used.map(([at, column]) => markup(row[at], column.code === true))),
    one,
    ...(many === undefined ? {} : { many }),
    title,
    folded,
  };
};

const tablesOf = (part: TablePart): Block[] => {
  const { rows, quiet, title, aside } = part;
  const sorted = quiet === undefined ? rows : rows.toSorted((a, b) => Number(quiet.has(a)) - Number(quiet.has(b)));
  return [tableBlock(part, sorted, { ...part, title: aside === undefined ? title : `${title}: ${aside}` })];
};

const partBlocks = (part: Part): readonly Block[] => {
  switch (part.type) {
    case 'table':
      return tablesOf(part);
    case 'states':
      return part.sections.map((section) => tableBlock(part, section.rows, section));
    case 'screen':
      return [];
    case 'page':
      return part.blocks();
  }
};

/** For a job summary: the counts, the problems, then a table for each part. */
export const reportMarkdown = ({ title, parts, problems, ...close }: Report, options: MarkdownOptions): string => {
  const isFirst = (part: Part): number => Number(part.type === 'table' && part.first === true);
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...closeBlocks(close),
    problemsTable(problems, options),
    ...parts.toSorted((a, b) => isFirst(b) - isFirst(a)).flatMap(partBlocks),
  ];
  return renderDocument(blocks, options.limit);
};

/** What a command prints, and its job summary. */
export const inBoth = (
  report: Report,
  terminal: TextOptions,
): { readonly text: string; readonly markdown: string } => ({
  text: reportText(report, terminal),
  markdown: reportMarkdown(report, { limit: SUMMARY_LIMIT }),
});
