/** Characters that mean something to a reader of HTML or JavaScript, each as JSON may spell it. */
const ESCAPED = /[<>&\u2028\u2029]/g;

const spelled = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * JSON for a file of a site. Hosts that know no better serve `index.html` as HTML: no text of a stranger may look like a
 * tag there, and JSON has a spelling for that.
 */
export const jsonText = (value: unknown): string => `${JSON.stringify(value).replace(ESCAPED, spelled)}\n`;

/** The same on several lines, for files that people read and copy. */
export const prettyJson = (value: unknown): string => `${JSON.stringify(value, null, 2).replace(ESCAPED, spelled)}\n`;
