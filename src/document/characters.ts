/**
 * Characters that show a reviewer something else than what is read: controls (tab and line ends excepted), bidirectional
 * marks, line and paragraph separators, interlinear annotations, invisible tag characters, a byte order mark that is not
 * the first character, and a carriage return that ends no line. https://trojansource.codes
 */
const HIDDEN = /(?![\t\n\r])[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\r(?!\n)/u;
const UNSAFE = /[\p{Cc}\p{Cs}\p{Bidi_C}\p{Zl}\p{Zp}\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const BYTE_ORDER_MARK = '\uFEFF';

/** Code point as people write it: `U+202E`. */
const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first character that hides something from a reviewer: its offset and code point, or undefined. */
export const findHidden = (text: string): { readonly offset: number; readonly name: string } | undefined => {
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const at = start === 0 ? text.search(HIDDEN) : text.slice(start).search(HIDDEN) + start;
  if (at < start) return undefined;
  return { offset: at, name: codePoint(String.fromCodePoint(text.codePointAt(at) ?? 0)) };
};

const unitEscape = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

const yamlEscape = (character: string): string =>
  character.length === 1
    ? unitEscape(character)
    : `\\U${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(8, '0')}`;

/** A JSON string in which nothing is hidden: what `findHidden` would refuse is escaped. */
export const quoteJson = (text: string): string => JSON.stringify(text).replaceAll(UNSAFE, unitEscape);

/** A YAML double-quoted scalar on one line, in which nothing is hidden. */
export const quoteYaml = (text: string): string => JSON.stringify(text).replaceAll(UNSAFE, yamlEscape);

/** Where something stands in a text: from 1, the column in UTF-16 units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Index of the last of some ascending numbers that is not above another; the first is 0. */
const lastNotAbove = (starts: readonly number[], offset: number): number => {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Line and column of the offsets of one text: its lines are found once, however many places are asked for. */
export const positionsIn = (text: string): ((offset: number) => Position) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const marked = text.startsWith(BYTE_ORDER_MARK);
  return (offset) => {
    const line = lastNotAbove(starts, offset);
    const mark = line === 0 && marked && offset > 0 ? 1 : 0;
    return { line: line + 1, column: offset - (starts[line] ?? 0) - mark + 1 };
  };
};
