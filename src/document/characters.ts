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

/** Line and column (from 1, the column in UTF-16 units, as editors count) of an offset. */
export const positionAt = (text: string, offset: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const mark = lineStart === 0 && text.startsWith(BYTE_ORDER_MARK) && offset > 0 ? 1 : 0;
  return { line: before.split('\n').length, column: offset - lineStart - mark + 1 };
};
