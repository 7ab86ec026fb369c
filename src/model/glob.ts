/** Whether code points fit those of a glob; time grows with glob × text at most, whatever either holds. */
const fits = (glob: readonly string[], text: readonly string[]): boolean => {
  let [at, position] = [0, 0];
  let star: { readonly at: number; position: number } | undefined;
  while (position < text.length) {
    const expected = glob[at];
    if (expected === '*') {
      star = { at, position };
      at += 1;
    } else if (expected === '?' || expected === text[position]) {
      at += 1;
      position += 1;
    } else if (star) {
      star.position += 1;
      at = star.at + 1;
      position = star.position;
    } else return false;
  }
  return glob.slice(at).every((part) => part === '*');
};

/**
 * A test for a plain glob: `*` is any text, slashes included, `?` any one character; the whole text must match, and case
 * counts. Linear in the glob for each character, so that no glob and no text can make it slow.
 */
export const globMatcher = (glob: string): ((text: string) => boolean) => {
  const parts = [...glob];
  return (text) => fits(parts, [...text]);
};
