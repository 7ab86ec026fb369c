const REFERENCE = /&#(\d+);/g;

const LONGEST_CELL = 48;
const LONGEST_LAST = 150;

/** The text of a piece of the Markdown that this tool writes: tags gone, character references as characters. */
const textOf = (markup: string): string =>
  markup
    .replaceAll(/<br>/g, '\n')
    .replaceAll(/<ins>(.*?)<\/ins>/g, '{+$1+}')
    .replaceAll(/<del>(.*?)<\/del>/g, '[-$1-]')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(REFERENCE, (_, code: string) => String.fromCharCode(Number(code)))
    .trim();

const cellsOf = (row: string): string[] =>
  row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(textOf);

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A row's cells, each on one line; of the last one, which may have several, the lines. */
const fitted = (row: string): { readonly cells: readonly string[]; readonly last: readonly string[] } => {
  const cells = cellsOf(row);
  const last = (cells.at(-1) ?? '').split('\n').map((line) => cut(line, LONGEST_LAST));
  return { cells: cells.slice(0, -1).map((cell) => cut(cell.replaceAll('\n', ' '), LONGEST_CELL)), last };
};

const tableText = (rows: readonly string[]): string[] => {
  const fit = rows.filter((row) => !/^\|[\s|:-]+\|$/.test(row)).map(fitted);
  const widths = (fit[0]?.cells ?? []).map((_, at) => Math.max(...fit.map(({ cells }) => cells[at]?.length ?? 0)));
  const blank = widths.map(() => '');
  return fit.flatMap(({ cells, last }) =>
    last.map((line, at) =>
      [...(at === 0 ? cells : blank).map((cell, column) => cell.padEnd(widths[column] ?? 0)), line]
        .join('  ')
        .trimEnd(),
    ),
  );
};

/** What this tool wrote for GitHub, as GitHub would show it, for a terminal: tables aligned, long cells cut. */
export const markdownText = (markdown: string): string => {
  const lines: string[] = [];
  let table: string[] = [];
  const close = (): void => {
    lines.push(...tableText(table));
    table = [];
  };
  for (const line of markdown.replaceAll(/<!--.*?-->/gs, '').split('\n')) {
    if (line.startsWith('|')) {
      table.push(line);
      continue;
    }
    if (table.length > 0) close();
    const summary = line.startsWith('<details>');
    lines.push(summary ? `▸ ${textOf(line)}` : textOf(line.replace(/^#+ /, '')));
  }
  if (table.length > 0) close();
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
};
