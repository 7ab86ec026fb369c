import stringWidth from 'string-width';
import { visible } from './visible.ts';

/** SGR numbers of the styles in use, on and off (ECMA-48, 8.3.117). */
const SGR = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

export type Style = keyof typeof SGR;

/** A stretch of one line. Its text is anybody's: it is made visible when the line is rendered. */
export interface Piece {
  readonly text: string;
  readonly style?: Style | undefined;
}

/** One line, before colours and escapes. */
export type Line = readonly (string | Piece)[];

/** What the terminal can do; given by the door, never detected here. */
export interface TextOptions {
  readonly colour: boolean;
  /** Columns; Infinity where nobody looks at a screen. */
  readonly width: number;
  /** Everything, also what is many or known. */
  readonly full?: boolean | undefined;
  /** Where the catalogue lies: its files are shown as they lie from the working directory. */
  readonly directory?: string | undefined;
}

/** Columns that a terminal gives a text once it is visible. */
export const widthOf = (text: string): number => stringWidth(visible(text));

const paint = (text: string, style: Style): string => `\u001b[${SGR[style][0]}m${text}\u001b[${SGR[style][1]}m`;

/**
 * Keeps a line of a log from being read as a workflow command: the runner takes `::` after any leading space, and
 * `##[` anywhere in a line.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export const defused = (line: string): string => line.replace(/^(\s*)::/u, '$1\\::').replaceAll('##[', '##\\[');

const renderLine = (line: Line, colour: boolean): string => {
  const pieces = line.map((piece) => (typeof piece === 'string' ? { text: piece, style: undefined } : piece));
  const texts = pieces.map((piece) => visible(piece.text));
  const plain = texts.join('').trimEnd();
  if (!colour || defused(plain) !== plain) return defused(plain);
  const painted = texts.map((text, index) => {
    const style = pieces[index]?.style;
    return style === undefined || text.trim() === '' ? text : paint(text, style);
  });
  return painted.join('').trimEnd();
};

/** Lines as text, each ended by a newline: the only control character besides our own colours. */
export const renderText = (lines: readonly Line[], colour: boolean): string =>
  lines.map((line) => `${renderLine(line, colour)}\n`).join('');

/** The text, cut to so many columns with `…` as its last where it is longer. Never splits a character. */
export const truncate = (text: string, columns: number): string => {
  const shown = visible(text);
  if (stringWidth(shown) <= columns) return shown;
  let kept = '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(shown)) {
    width += stringWidth(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return columns < 1 ? '' : `${kept}…`;
};

/** The text in lines of at most so many columns, broken at spaces; a longer word keeps a line of its own. */
export const wrap = (text: string, columns: number): string[] => {
  const [first = '', ...words] = visible(text).split(' ');
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if (stringWidth(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};
