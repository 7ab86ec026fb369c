import { type Markup, prose } from './markup.ts';
import { counted, number } from './wording.ts';

/** Bytes that GitHub takes as the job summary of one step. */
export const SUMMARY_LIMIT = 1024 * 1024;

export interface TableBlock {
  readonly type: 'table';
  readonly title: string;
  readonly columns: readonly string[];
  /** Which columns hold numbers. */
  readonly right?: readonly boolean[];
  /** Most important first: a cut takes from the end. */
  readonly rows: readonly (readonly Markup[])[];
  /** What a row is, for the count of those left out. */
  readonly one: string;
  readonly many?: string;
  /** Shown only on a click. */
  readonly folded?: boolean;
}

/** A part of a document. Blocks come most important first. */
export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: Markup }
  | TableBlock;

const bytes = (text: string): number => Buffer.byteLength(text);

const rowText = (cells: readonly Markup[]): string => `| ${cells.map(({ markup }) => markup).join(' | ')} |\n`;

const leftOut = (block: TableBlock, count: number): string =>
  count === 0 ? '' : `\n<i>${counted(count, block.one, block.many)} more not shown.</i>\n`;

const tableText = (block: TableBlock, shown: number): string => {
  const title = `${prose(block.title).markup} (${number(block.rows.length)})`;
  const body = [
    rowText(block.columns.map(prose)),
    `|${block.columns.map((_, at) => (block.right?.[at] === true ? ' ---: |' : ' --- |')).join('')}\n`,
    ...block.rows.slice(0, shown).map(rowText),
    leftOut(block, block.rows.length - shown),
  ].join('');
  return block.folded === true
    ? `<details><summary>${title}</summary>\n\n${body}\n</details>\n`
    : `### ${title}\n\n${body}`;
};

const blockText = (block: Block, shown: number): string => {
  switch (block.type) {
    case 'heading':
      return `## ${prose(block.text).markup}\n`;
    case 'paragraph':
      return `${block.text.markup}\n`;
    case 'table':
      return tableText(block, shown);
  }
};

const joined = (texts: readonly string[]): string => texts.join('\n');

const CUT = '<i>More was left out: the log has everything.</i>\n';

/** How many blocks fit without any row. */
const fitting = (blocks: readonly Block[], limit: number): number => {
  let size = bytes(CUT);
  let count = 0;
  for (const block of blocks) {
    size += bytes(blockText(block, 0)) + 1;
    if (size > limit) break;
    count += 1;
  }
  return count;
};

/**
 * The document in at most `limit` bytes (which also holds a limit in characters). Rows are kept in the order of the
 * blocks; below each table stands how many of its rows were left out.
 */
export const renderDocument = (blocks: readonly Block[], limit: number): string => {
  const filled = blocks.filter((block) => block.type !== 'table' || block.rows.length > 0);
  const kept = filled.slice(0, fitting(filled, limit));
  const cut = kept.length < filled.length ? [CUT] : [];
  if (bytes(joined(cut)) > limit) return '';
  let left = limit - bytes(joined([...kept.map((block) => blockText(block, 0)), ...cut]));
  const texts = kept.map((block) => {
    if (block.type !== 'table') return blockText(block, 0);
    let shown = 0;
    for (const row of block.rows) {
      const size = bytes(rowText(row));
      if (size > left) break;
      left -= size;
      shown += 1;
    }
    return blockText(block, shown);
  });
  return joined([...texts, ...cut]);
};

const FOLD_END = '</details>\n';

/**
 * A rendered document in at most `limit` characters, for where less fits than it was made for: whole lines, so that no row is
 * torn, with what is folded closed again.
 */
export const shortDocument = (markdown: string, limit: number): string => {
  if (markdown.length <= limit) return markdown;
  const room = limit - FOLD_END.length - CUT.length - 2;
  const kept = markdown.slice(0, markdown.lastIndexOf('\n', room) + 1);
  const folded = kept.lastIndexOf('<details>') > kept.lastIndexOf('</details>');
  return `${kept}\n${folded ? FOLD_END : ''}${CUT}`;
};
