/**
 * What shows nothing, moves a cursor, or changes the order in which a line is read: control, format and
 * bidirectional characters, separators of lines, zero-width and ignorable characters, halves of surrogate pairs.
 * U+FE0F stays: it only asks for the picture of the emoji before it.
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--\uFE0F]/gv;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escapeOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return NAMED[character] ?? (code <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`);
};

/**
 * Text on one line in which everything can be seen: each unseen character becomes its escape (`\n`, `\x1b`,
 * `\u{202e}`). Text that is visible already stays as it is.
 */
export const visible = (text: string): string => text.replace(UNSEEN, escapeOf);

const jsonEscapeOf = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

/**
 * As `visible`, for a whole JSON text: the escapes are JSON's own, so that a reader gets the same value. Newlines stay:
 * in JSON they only stand between tokens.
 */
export const visibleInJson = (json: string): string =>
  json.replace(UNSEEN, (character) => (character === '\n' ? character : jsonEscapeOf(character)));
