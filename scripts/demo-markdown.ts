const REFERENCE = /&#(\d+);/g;

const LONGEST_CELL = 48;

/** The text of a piece of the Markdown that this tool writes: tags gone, character references as characters. */
const textOf = (markup: string): string =>
  markup
    .replaceAll(/<br>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(REFERENCE, (_, code: string) => String.fromCharCode(Number(code)))
    .trim();

const cellsOf = (row: string): string[] =>
  row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(textOf);

const cut = (text: string): string => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text);

const tableText = (rows: readonly string[]): string[] => {
  const cells = rows.filter((row) => !/^\|[\s|:-]+\|$/.test(row)).map((row) => cellsOf(row).map(cut));
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
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
