import { isDeepStrictEqual } from 'node:util';
import { quoteJson } from '../document/characters.ts';
import { parseSyntax, tooManyBytes } from '../document/read.ts';
import { FILE_LIMITS, type MapNode, type Pair, pairOf, plain } from '../document/syntax.ts';
import type { SourceData, SourceValue } from '../kinds/source-data.ts';
import { type Edit, lineEnd, lineStart } from './text-edits.ts';
import { yamlLines } from './yaml-text.ts';

/** The new text, or one sentence on why the file was left alone. */
export type Spliced = { readonly text: string } | { readonly refused: string };

const lineBreak = (text: string): string => {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
};

const columnOf = (text: string, offset: number): number => {
  const start = lineStart(text, offset);
  return offset - start - (start === 0 && text.startsWith('\uFEFF') ? 1 : 0);
};

const jsonText = (value: SourceValue, step: string, indent: string): string => {
  if (typeof value === 'string') return quoteJson(value);
  if (typeof value === 'boolean') return String(value);
  const inner = indent + step;
  const gap = step === '' ? '' : '\n';
  const colon = step === '' ? ':' : ': ';
  const wrap = (open: string, parts: readonly string[], close: string) =>
    `${open}${gap}${parts.map((part) => inner + part).join(`,${gap}`)}${gap}${step === '' ? '' : indent}${close}`;
  if (Array.isArray(value))
    return wrap(
      '[',
      value.map((item) => jsonText(item, step, inner)),
      ']',
    );
  if (Object.keys(value).length === 0) return '{}';
  const pairs = Object.entries(value).map(([key, field]) => `${quoteJson(key)}${colon}${jsonText(field, step, inner)}`);
  return wrap('{', pairs, '}');
};

/** Inside `{ … }`: JSON, one value a line when the file is written so, in the file's own indentation. */
const flowEdit = (text: string, pair: Pair, data: SourceData): Edit => {
  const indent = text.slice(lineStart(text, pair.start), pair.start).replace(/^\uFEFF/, '');
  const step = /^[ \t]+$/.test(indent) ? indent : '';
  const json = jsonText(data, step, step === '' ? '' : indent).replaceAll('\n', lineBreak(text));
  return { start: pair.value.start, end: pair.value.end, text: json };
};

const stepOf = (text: string, root: MapNode): string => {
  const rootColumn = columnOf(text, root.start);
  const inner = root.pairs
    .map(({ value }) => (value.type === 'map' && !value.flow ? columnOf(text, value.start) - rootColumn : 0))
    .find((width) => width > 0);
  return ' '.repeat(inner ?? 2);
};

const blockEdit = (text: string, root: MapNode, data: SourceData): Edit | undefined => {
  const pair = pairOf(root, 'source');
  if (pair === undefined) return undefined;
  const { value } = pair;
  const step = stepOf(text, root);
  const own = value.type === 'map' && !value.flow;
  const indent = ' '.repeat(own ? columnOf(text, value.start) : columnOf(text, root.start) + step.length);
  const lines = yamlLines(data, step).join(lineBreak(text) + indent);
  // A block scalar at the end takes its line break with it.
  if (own) return { start: value.start, end: text.slice(0, value.end).trimEnd().length, text: lines };
  const below = lineBreak(text) + indent + lines;
  if (value.start !== value.end) return { start: value.start, end: value.end, text: below };
  // An empty value: what stands behind the colon is a comment, which stays there.
  const end = lineEnd(text, pair.end);
  return { start: end, end, text: below };
};

const others = (root: MapNode): unknown => plain({ ...root, pairs: root.pairs.filter(({ key }) => key !== 'source') });

/**
 * Replaces the value of `source` in a file and not one byte besides, in the file's own style: block or flow, YAML or JSON,
 * indentation, line ends. The result is read again: unless `source` is the new one and all else is as it was, it is refused.
 */
export const spliceSource = (path: string, text: string, data: SourceData): Spliced => {
  const before = parseSyntax(path, text);
  if ('faults' in before) return { refused: before.faults[0]?.text ?? 'The file cannot be read.' };
  const pair = pairOf(before.root, 'source');
  const edit = before.root.flow && pair ? flowEdit(text, pair, data) : blockEdit(text, before.root, data);
  if (edit === undefined) return { refused: 'The file has no key "source".' };
  const result = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  if (Buffer.byteLength(result) > FILE_LIMITS.bytes) return { refused: tooManyBytes() };
  const after = parseSyntax(path, result);
  const written = 'root' in after ? pairOf(after.root, 'source') : undefined;
  const holds =
    'root' in after &&
    written !== undefined &&
    isDeepStrictEqual(plain(written.value), data) &&
    isDeepStrictEqual(others(after.root), others(before.root));
  return holds ? { text: result } : { refused: 'source cannot be replaced there without changing something else.' };
};
