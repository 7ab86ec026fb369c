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

/**
 * Characters that show nothing at all, besides those above: format characters, variation selectors, fillers and blanks that
 * look like none; where they are no part of an emoji. They carry a text past a reviewer to a model.
 */
const INVISIBLE =
  /(?![\u200D\uFE0F])(?:\u034F|\u17B4|\u17B5|[\u180B-\u180F]|[\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]|[\uFE00-\uFE0F]|[\u{E0000}-\u{E0FFF}])|(?<!\p{Extended_Pictographic}|[0-9#*])\uFE0F|(?<!\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/** Most texts: nothing in them can be hidden. */
const PLAIN = /^[\t\n -~]*$/;

/** The code points of a text that a reviewer does not see, each once, as `U+200B`; tabs and line feeds are none. */
export const invisibleIn = (text: string): readonly string[] => {
  if (PLAIN.test(text)) return [];
  const shown = text.replaceAll(/[\t\n]|\r(?=\n)/g, '');
  return [
    ...new Set([...shown.matchAll(UNSAFE), ...shown.matchAll(INVISIBLE)].map(([character]) => codePoint(character))),
  ];
};

/** A text in which a reviewer sees what shows nothing: `⟨U+200B⟩`. Line feeds and tabs stay. */
export const showInvisible = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .replaceAll(INVISIBLE, (met) => `⟨${codePoint(met)}⟩`)
        .replaceAll(UNSAFE, (met) => (met === '\t' ? met : `⟨${codePoint(met)}⟩`)),
    )
    .join('\n');

const isHiding = (text: string): boolean => text.search(UNSAFE) >= 0 || text.search(INVISIBLE) >= 0;

/** A value as JSON, two blanks a level, in which nothing is hidden or invisible: such characters are escaped. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => line.replaceAll(INVISIBLE, unitEscape).replaceAll(UNSAFE, unitEscape))
    .join('\n');

/** One line of a text as it stands between double quotes in YAML: nothing in it is hidden or invisible. */
const quotedLine = (line: string): string =>
  JSON.stringify(line).slice(1, -1).replaceAll(INVISIBLE, yamlEscape).replaceAll(UNSAFE, yamlEscape);

/**
 * A text as a YAML scalar that a reviewer reads line by line: a literal block, or, where it holds what a block would hide or
 * lose, double quotes with a line for each line. `indent`: the blanks before each line below the key's.
 */
export const yamlBlock = (text: string, indent: string): string => {
  const isPlain = /^\S(?:.*\S)?$/su.test(text) && !isHiding(text.replaceAll(/[\t\n]/g, ''));
  const lines = text.split('\n');
  if (isPlain) return ['|-', ...lines.map((line) => (line === '' ? '' : `${indent}${line}`))].join('\n');
  // Where a line end is escaped, the blanks that the next line begins with are not read: its own first one is escaped too.
  const quoted = lines.map((line, at) =>
    at === 0 ? quotedLine(line) : `${indent}${quotedLine(line).replace(/^ /, '\\x20')}`,
  );
  return `"${quoted.join('\\n\\\n')}"`;
};

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
