/** A word as a POSIX shell takes it: itself where it is plain, else in single quotes. */
export const shellWord = (text: string): string =>
  /^[A-Za-z0-9_./:@,=+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
