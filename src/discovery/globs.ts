const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A test for a plain glob: `*` is any text, `?` any one character; the whole text must match, case counts. */
export const globMatcher = (glob: string): ((text: string) => boolean) => {
  // Runs of stars are one: several in a row would only make the expression slow.
  const pattern = glob
    .split(/(\*+|\?)/)
    .map((part) => (part.startsWith('*') ? '[^]*?' : part === '?' ? '[^]' : escapeRegExp(part)))
    .join('');
  const expression = new RegExp(`^${pattern}$`, 'u');
  return (text) => expression.test(text);
};
