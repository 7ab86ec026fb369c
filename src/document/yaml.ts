import { Composer, type CST, type Document, isAlias, isMap, isScalar, isSeq, Parser, type YAMLMap } from 'yaml';
import {
  type Fault,
  FILE_LIMITS,
  keyFault,
  type Limits,
  type MapNode,
  type Node,
  numberFault,
  type Pair,
  type Syntax,
  tooLarge,
  Unreadable,
} from './syntax.ts';

const MOST_FAULTS = 20;

interface Walk {
  readonly faults: Fault[];
  readonly limits: Limits;
  values: number;
}

/** What is met in a parsed document; the fields are those that the nodes of the yaml package share. */
interface Met {
  readonly range?: readonly [number, number, number] | null | undefined;
  readonly tag?: string | undefined;
  readonly anchor?: string | undefined;
}

const isMet = (value: unknown): value is Met => typeof value === 'object' && value !== null;

const fault = (walk: Walk, offset: number, text: string, hint?: string): void => {
  walk.faults.push({ rule: 'file-syntax', offset, text, ...(hint === undefined ? {} : { hint }) });
};

const checkProperties = (node: Met, walk: Walk): void => {
  const offset = node.range?.[0] ?? 0;
  if (node.anchor !== undefined) fault(walk, offset, 'Anchors are not read.', 'Write the value out where it is used.');
  if (node.tag !== undefined)
    fault(walk, offset, 'Tags are not read.', 'Leave the tag out; quote what must be a text.');
};

const readKey = (key: unknown, earlier: Set<string>, walk: Walk): Omit<Pair, 'value'> | undefined => {
  if (!isScalar(key) || typeof key.value !== 'string') {
    const offset = isMet(key) ? (key.range?.[0] ?? 0) : 0;
    fault(walk, offset, 'A key that is no text.', 'Put the key in quotes.');
    return undefined;
  }
  const [start, end] = key.range ?? [0, 0];
  checkProperties(key, walk);
  const text = key.value === '<<' && key.type === 'PLAIN' ? 'Merge keys are not read.' : keyFault(key.value, earlier);
  if (text !== undefined) fault(walk, start, text);
  earlier.add(key.value);
  return { key: key.value, start, end };
};

/** A block collection ends with its last value: the parser counts a comment behind that value in. */
const spanOf = (node: Met, last: Node | undefined): { readonly start: number; readonly end: number } => {
  const [start, end] = node.range ?? [0, 0];
  return { start, end: last?.end ?? end };
};

const readMap = (map: YAMLMap, depth: number, walk: Walk): MapNode => {
  const earlier = new Set<string>();
  const pairs: Pair[] = [];
  for (const item of map.items) {
    const key = readKey(item.key, earlier, walk);
    if (key === undefined) continue;
    pairs.push({ ...key, value: readNode(item.value, depth + 1, walk) });
  }
  const flow = map.flow === true;
  return { type: 'map', flow, pairs, ...spanOf(map, flow ? undefined : pairs.at(-1)?.value) };
};

const scalarValue = (value: unknown, offset: number, walk: Walk): string | number | boolean | null => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'number') {
    fault(walk, offset, 'A value that is no text, number, boolean or null.');
    return null;
  }
  const text = numberFault(value);
  if (text !== undefined) fault(walk, offset, text, 'Write it as a text, in quotes.');
  return value;
};

const readNode = (node: unknown, depth: number, walk: Walk): Node => {
  const [start, end] = (isMet(node) ? node.range : undefined) ?? [0, 0];
  walk.values += 1;
  if (walk.values > walk.limits.values || depth > walk.limits.depth) throw tooLarge(start, walk.limits);
  if (isAlias(node)) fault(walk, start, 'Aliases are not read.', 'Write the value out.');
  else if (isMet(node)) checkProperties(node, walk);
  if (isMap(node)) return readMap(node, depth, walk);
  if (isSeq(node)) {
    const items = node.items.map((item) => readNode(item, depth + 1, walk));
    return { type: 'list', items, ...spanOf(node, node.flow === true ? undefined : items.at(-1)) };
  }
  return { type: 'scalar', value: isScalar(node) ? scalarValue(node.value, start, walk) : null, start, end };
};

const SECOND_DOCUMENT: Fault = {
  rule: 'file-syntax',
  offset: 0,
  text: 'A second document begins: one file holds one entry.',
};

const documentFaults = (document: Document): Fault[] => {
  const faults: Fault[] = document.errors.slice(0, MOST_FAULTS).map((error) => ({
    rule: 'file-syntax',
    offset: error.pos[0],
    text: `${error.message}.`,
  }));
  if (document.directives?.yaml.explicit === true || Object.keys(document.directives?.tags ?? {}).length > 1) {
    faults.push({ rule: 'file-syntax', offset: 0, text: 'Directives (%YAML, %TAG) are not read.' });
  }
  return faults;
};

interface Level {
  readonly token: CST.Token | null | undefined;
  readonly depth: number;
}

const partsOf = (token: CST.Token): readonly CST.CollectionItem[] => ('items' in token ? token.items : []);

/**
 * Tokens of a text, counted and measured before anything is made of them: what composes them is recursive, and keeps an
 * error for each comma too many. Throws Unreadable.
 */
const boundedTokens = (text: string, limits: Limits): readonly CST.Token[] => {
  const tokens: CST.Token[] = [];
  let parts = 0;
  const count = (more: number, offset: number): void => {
    parts += more;
    if (parts > limits.tokens) throw tooLarge(offset, limits);
  };
  try {
    for (const token of new Parser().parse(text)) {
      count(1, token.offset);
      tokens.push(token);
    }
  } catch (error) {
    // The parser goes on inside of what it was at: some texts fill the stack, and that ends no run.
    if (error instanceof RangeError) throw tooLarge(0, limits);
    throw error;
  }
  const levels: Level[] = tokens.map((token) => ({ token: token.type === 'document' ? token.value : token, depth: 0 }));
  for (let level = levels.pop(); level !== undefined; level = levels.pop()) {
    const { token, depth } = level;
    if (token === null || token === undefined) continue;
    if (depth > limits.depth) throw tooLarge(token.offset, limits);
    for (const { start, key, sep, value } of partsOf(token)) {
      count(1 + start.length + (sep?.length ?? 0), token.offset);
      levels.push({ token: key, depth: depth + 1 }, { token: value, depth: depth + 1 });
    }
  }
  return tokens;
};

const readDocument = (text: string, walk: Walk): Syntax => {
  const tokens = boundedTokens(text, walk.limits);
  // uniqueKeys compares every key with every other: keyFault finds them in one pass.
  const composer = new Composer({ version: '1.2', uniqueKeys: false, stringKeys: false });
  const [document, second] = composer.compose(tokens, true, text.length).take(2);
  if (document === undefined) return { faults: [{ rule: 'file-syntax', offset: 0, text: 'The file is empty.' }] };
  walk.faults.push(...documentFaults(document));
  if (second !== undefined) walk.faults.push({ ...SECOND_DOCUMENT, offset: second.range[0] });
  if (walk.faults.length > 0) return { faults: walk.faults };
  const root = readNode(document.contents, 0, walk);
  if (walk.faults.length > 0) return { faults: walk.faults.slice(0, MOST_FAULTS) };
  if (root.type === 'map') return { root };
  const said = root.type === 'scalar' && root.value === null ? 'The file is empty.' : 'Expected keys and values.';
  return { faults: [{ rule: 'file-syntax', offset: root.start, text: said }] };
};

/** Reads one document of YAML 1.2 (core schema) with the offsets of what it holds. */
export const parseYaml = (text: string, limits: Limits = FILE_LIMITS): Syntax => {
  const walk: Walk = { faults: [], limits, values: 0 };
  try {
    return readDocument(text, walk);
  } catch (error) {
    if (error instanceof Unreadable) return { faults: [...walk.faults.slice(0, MOST_FAULTS), error.fault] };
    throw error;
  }
};
