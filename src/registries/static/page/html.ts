/** Markup that is safe to put into a page as it is. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | undefined | readonly Part[];

const MEANING: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Controls and direction marks, which change what is read without being seen; tabs and line ends stay. */
const UNSEEN = /(?![\t\n])[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** A text of a stranger, for an element or a quoted attribute. */
const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNSEEN, '\ufffd')
    .replace(/[&<>"']/g, (character) => MEANING[character] ?? '');

const textOf = (part: Part): string => {
  if (part === undefined) return '';
  if (typeof part === 'object')
    return 'html' in part ? part.html : part.reduce((all: string, one) => all + textOf(one), '');
  return escapeHtml(String(part));
};

/**
 * A template whose values are texts: what is no markup of ours is escaped. Lists are joined. Texts are added up, which copies
 * none of them: a page of ten thousand rows is copied once, when it is written.
 */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: texts.reduce((all, text, at) => all + text + textOf(parts[at]), ''),
});

/** A link only where it can't be a script: what is no https address is shown as text. */
export const isWebAddress = (text: string): boolean => URL.parse(text)?.protocol === 'https:';
