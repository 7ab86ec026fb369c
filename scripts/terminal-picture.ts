/**
 * Turns what a terminal printed (standard input, with its colours) into an SVG picture (standard output).
 * The same input gives the same bytes. `--title <text>` names the window.
 */
import { text as readAll } from 'node:stream/consumers';
import stringWidth from 'string-width';

interface Style {
  readonly colour: string | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
}

/** A stretch of one line in one style, from a column (from 0) on. */
interface Run {
  readonly text: string;
  readonly column: number;
  readonly width: number;
  readonly style: Style;
}

const CELL = { width: 8.4, height: 20, font: 14 } as const;
const FRAME = { side: 20, top: 52, bottom: 20, narrowest: 60 } as const;
const PAPER = '#0d1117';
const INK = '#e6edf3';
const COLOURS = ['#6e7681', '#ff7b72', '#7ee787', '#e3b341', '#79c0ff', '#d2a8ff', '#76e3ea', '#e6edf3'] as const;
const PLAIN: Style = { colour: undefined, bold: false, dim: false };

/** The style after one SGR number (ECMA-48, 8.3.117); numbers that no picture needs change nothing. */
const styled = (style: Style, code: number): Style => {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 39) return { ...style, colour: undefined };
  const colour = COLOURS[code >= 90 ? code - 90 : code - 30];
  return colour === undefined ? style : { ...style, colour };
};

// Built from a code point: no source text holds control characters.
const ESCAPE = String.fromCharCode(0x1b);
const SEQUENCE = new RegExp(`${ESCAPE}\\[([0-9;?]*)([A-Za-z])`, 'g');
/** What XML can't hold, or a picture can't show. */
const UNDRAWN = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** One printed line as runs, and the style in which the next line begins. Sequences other than colours are left out. */
const runsOf = (line: string, first: Style): { runs: Run[]; style: Style } => {
  const runs: Run[] = [];
  let style = first;
  let column = 0;
  let from = 0;
  const add = (piece: string): void => {
    const text = piece.replace(UNDRAWN, '');
    const shown = text.trim();
    const lead = stringWidth(text) - stringWidth(text.trimStart());
    if (shown !== '') runs.push({ text: shown, column: column + lead, width: stringWidth(shown), style });
    column += stringWidth(text);
  };
  for (const match of line.matchAll(SEQUENCE)) {
    add(line.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[2] === 'm') for (const code of (match[1] ?? '').split(';')) style = styled(style, Number(code));
  }
  add(line.slice(from));
  return { runs, style };
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string =>
  text.replace(UNDRAWN, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
const rounded = (value: number): string => String(Math.round(value * 10) / 10);

const runSvg = ({ text, column, width, style }: Run, row: number): string => {
  const attributes = [
    `x="${rounded(FRAME.side + column * CELL.width)}"`,
    `y="${FRAME.top + row * CELL.height}"`,
    `textLength="${rounded(width * CELL.width)}"`,
    ...(style.colour === undefined ? [] : [`fill="${style.colour}"`]),
    ...(style.bold ? ['font-weight="600"'] : []),
    ...(style.dim ? ['opacity="0.6"'] : []),
  ];
  return `    <text ${attributes.join(' ')}>${xml(text)}</text>`;
};

/** The picture of printed lines in a window. */
export const terminalPicture = (printed: string, title: string): string => {
  const rows: Run[][] = [];
  let style = PLAIN;
  for (const line of printed.trimEnd().split(/\r?\n/)) {
    const result = runsOf(line.replaceAll('\t', '        '), style);
    rows.push(result.runs);
    style = result.style;
  }
  const columns = Math.max(FRAME.narrowest, ...rows.flat().map((run) => run.column + run.width));
  const width = rounded(columns * CELL.width + 2 * FRAME.side);
  const height = FRAME.top + (rows.length - 1) * CELL.height + FRAME.bottom;
  const buttons = ['#ff5f57', '#febc2e', '#28c840'].map(
    (colour, at) => `  <circle cx="${20 + at * 20}" cy="18" r="6" fill="${colour}"/>`,
  );
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${xml(title)}">`,
    `  <rect width="100%" height="100%" rx="10" fill="${PAPER}"/>`,
    ...buttons,
    `  <text x="50%" y="22" text-anchor="middle" font-family="system-ui, sans-serif" font-size="13" fill="${INK}" opacity="0.6">${xml(title)}</text>`,
    `  <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${CELL.font}" fill="${INK}" xml:space="preserve" style="white-space: pre">`,
    ...rows.flatMap((runs, row) => runs.map((run) => runSvg(run, row))),
    '  </g>',
    '</svg>',
  ].join('\n')}\n`;
};

if (import.meta.main) {
  const at = process.argv.indexOf('--title');
  const title = at === -1 ? 'agentcore-sync' : (process.argv[at + 1] ?? '');
  process.stdout.write(terminalPicture(await readAll(process.stdin), title));
}
