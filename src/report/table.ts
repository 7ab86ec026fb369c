import { type Line, type Piece, type Style, truncate, widthOf } from './text.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May lose its end when the table is wider than the screen. */
  readonly shrink?: boolean;
  readonly style?: Style;
}

export type Cell = string | Piece;

const GAP = 2;
const NARROWEST = 12;

/** The text of a cell. */
export const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : (cell?.text ?? ''));

/** Takes the missing columns from the widest shrinkable ones, evenly, and none below the narrowest. */
const fitted = (columns: readonly Column[], natural: readonly number[], available: number): number[] => {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  while (excess > 0 && Number.isFinite(excess)) {
    const candidates = columns.flatMap((column, index) => (column.shrink === true ? [widths[index] ?? 0] : []));
    const widest = Math.max(0, ...candidates);
    if (widest <= NARROWEST) break;
    const index = columns.findIndex((column, at) => column.shrink === true && widths[at] === widest);
    widths[index] = widest - 1;
    excess -= 1;
  }
  return widths;
};

interface TableOptions {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns of the screen. */
  readonly width: number;
  /** Spaces before each line. */
  readonly indent?: number;
  /** A closing row, set apart by a rule. */
  readonly total?: readonly Cell[];
  /** false: without the line of titles. */
  readonly titles?: boolean;
}

/**
 * Rows aligned by the width that a terminal shows (wide characters and emoji count two). A column without any text is
 * left out. Where the table is wider than the screen, shrinkable columns lose their ends first.
 */
export const table = ({ columns, rows, width, indent = 0, total, titles = true }: TableOptions): Line[] => {
  const all = total === undefined ? rows : [...rows, total];
  const used = columns
    .map((column, at) => ({ column, at }))
    .filter(({ at }) => all.some((row) => textOf(row[at]) !== ''));
  if (used.length === 0) return [];
  const kept = used.map(({ column }) => column);
  const natural = used.map(({ column, at }) =>
    all.reduce((widest, row) => Math.max(widest, widthOf(textOf(row[at]))), titles ? widthOf(column.title) : 0),
  );
  const widths = fitted(kept, natural, width - indent - GAP * (kept.length - 1));
  const lineOf = (cells: readonly Cell[], style?: Style): Line => {
    const line: Piece[] = [{ text: ' '.repeat(indent) }];
    for (const [at, column] of kept.entries()) {
      const cell = cells[at] ?? '';
      const text = truncate(textOf(cell), widths[at] ?? 0);
      const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(text)));
      if (at > 0) line.push({ text: ' '.repeat(GAP) });
      const own = typeof cell === 'string' ? undefined : cell.style;
      const piece: Piece = { text, style: style ?? own ?? column.style };
      line.push(...(column.align === 'right' ? [{ text: space }, piece] : [piece, { text: space }]));
    }
    return line;
  };
  const pick = (row: readonly Cell[]): Cell[] => used.map(({ at }) => row[at] ?? '');
  const rule: Line = [
    ' '.repeat(indent),
    { text: widths.map((size) => '─'.repeat(size)).join(' '.repeat(GAP)), style: 'dim' },
  ];
  return [
    ...(titles
      ? [
          lineOf(
            kept.map((column) => column.title),
            'dim',
          ),
        ]
      : []),
    ...rows.map((row) => lineOf(pick(row))),
    ...(total === undefined ? [] : [rule, lineOf(pick(total))]),
  ];
};
