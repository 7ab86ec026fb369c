import { visible } from './visible.ts';

/** GitHub-flavoured Markdown on one line, made only by the functions below: fit for a paragraph, a cell, a summary. */
export interface Markup {
  readonly markup: string;
}

/**
 * Punctuation that could mean something to Markdown, HTML or an autolink. A character reference is never markup, and
 * splits no cell: https://github.github.com/gfm/#entity-and-numeric-character-references
 */
const MEANING = /[!#$&*:<>@[\\\]_`|~]|(?<=www)\./gi;

const reference = (character: string): string => `&#${character.charCodeAt(0)};`;

const inert = (text: string): string => text.replace(MEANING, reference);

/**
 * Words that GitHub turns into links after rendering, when they stand outside of code: people and teams, issues,
 * commits, addresses, emoji, formulas. https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
const LINKED = /[@#$]|:\/\/|www\.|\bgh-\d|\b(?:mailto|xmpp):|\b[0-9a-f]{7,40}\b|:[\w+-]+:/i;

/**
 * Text as code, character for character. Not between backticks: inside of them a cell could not hold every text.
 * The break after an @ keeps an e-mail address from becoming a link.
 */
export const code = (text: string): Markup => ({
  markup: text === '' ? '' : `<code>${inert(visible(text)).replaceAll('&#64;', '&#64;<wbr>')}</code>`,
});

const CLOSING: ReadonlySet<string> = new Set(`)"',.;:!?`);

/** A word, and the punctuation around it. By hand: an expression tries every end for every beginning. */
const word = (text: string): string => {
  if (!LINKED.test(text)) return inert(text);
  const start = text.search(/[^"'(]|$/);
  let end = text.length;
  while (end > start && CLOSING.has(text.charAt(end - 1))) end -= 1;
  return `${inert(text.slice(0, start))}${code(text.slice(start, end)).markup}${inert(text.slice(end))}`;
};

/** What only means something where a block begins: items of lists, and lines that are rules or underlines. */
const beginning = (markup: string): string =>
  markup
    .replace(/^[-+=]/, reference)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, digits: string, mark: string) => digits + reference(mark));

/** Text as prose: nothing in it is markup, a mention or a link; words that would be one stand as code. */
export const prose = (text: string): Markup => ({
  markup: beginning(visible(text).trim().split(/\s+/u).map(word).join(' ')),
});

/** Parts behind each other, with a space between them where there is something on both sides. */
export const phrase = (...parts: readonly Markup[]): Markup => ({
  markup: parts
    .map(({ markup }) => markup)
    .filter((markup) => markup !== '')
    .join(' '),
});

/** Parts below each other in one cell. */
export const lines = (...parts: readonly Markup[]): Markup => ({
  markup: parts
    .map(({ markup }) => markup)
    .filter((markup) => markup !== '')
    .join('<br>'),
});

/** Lines of a file as they stand, indentation included. */
export const listing = (texts: readonly string[]): Markup => ({
  markup: texts.length === 0 ? '' : `<pre>${texts.map((text) => inert(visible(text))).join('<br>')}</pre>`,
});

/** Bold text. */
export const strong = (text: string): Markup => ({ markup: `<b>${prose(text).markup}</b>` });

/** What is gone, and what has come instead. */
export const gone = ({ markup }: Markup): Markup => ({ markup: markup === '' ? '' : `<del>${markup}</del>` });
export const come = ({ markup }: Markup): Markup => ({ markup: markup === '' ? '' : `<ins>${markup}</ins>` });

/** A link where the address is one over http or https, else its label alone. */
export const link = (label: Markup, address: string): Markup => {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return label;
  return { markup: `<a href="${inert(url.href).replaceAll('"', '&#34;')}">${label.markup}</a>` };
};

/** The text up to so many characters, and how many were left out. Never splits a character. */
export const shortened = (text: string, characters: number): string => {
  if (text.length <= characters) return text;
  const kept = Array.from(text.slice(0, characters)).slice(0, -1).join('');
  return `${kept}… (${(text.length - kept.length).toLocaleString('en-US')} more characters)`;
};
