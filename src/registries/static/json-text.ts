/** Characters that mean something to a reader of HTML or JavaScript, each as JSON may spell it. */
const ESCAPED = /[<>&\u2028\u2029]/g;

const spelled = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * JSON for a file of a site, without its line end. Hosts that know no better serve `index.html` as HTML: no text of a stranger may look like a
 * tag there, and JSON has a spelling for that.
 */
export const jsonText = (value: unknown): string => JSON.stringify(value).replace(ESCAPED, spelled);

const prettyText = (value: unknown): string => JSON.stringify(value, null, 2).replace(ESCAPED, spelled);

/** The same on several lines, for files that people read and copy. */
export const prettyJson = (value: unknown): string => `${prettyText(value)}\n`;

/**
 * The same of an object whose last member is a long list: each item becomes text for itself, so that the whole is never
 * there as values.
 */
export const prettyList = (head: object, name: string, items: Iterable<unknown>): string => {
  const texts = Array.from(items, (item) => `\n    ${prettyText(item).replaceAll('\n', '\n    ')}`);
  const list = texts.length === 0 ? '[]' : `[${texts.join(',')}\n  ]`;
  return `${prettyText(head).slice(0, -'\n}'.length)},\n  ${JSON.stringify(name)}: ${list}\n}\n`;
};
