import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import {
  type Fault,
  FILE_LIMITS,
  keyFault,
  type MapNode,
  type Node,
  numberFault,
  type Pair,
  type Syntax,
  Unreadable,
} from './syntax.ts';

const MOST_FAULTS = 20;

interface Walk {
  readonly faults: Fault[];
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
  if (walk.values > FILE_LIMITS.values || depth > FILE_LIMITS.depth) {
    throw new Unreadable({ rule: 'file-unreadable', offset: start, text: 'The file is too deep or holds too much.' });
  }
  if (isAlias(node)) fault(walk, start, 'Aliases are not read.', 'Write the value out.');
  else if (isMet(node)) checkProperties(node, walk);
  if (isMap(node)) return readMap(node, depth, walk);
  if (isSeq(node)) {
    const items = node.items.map((item) => readNode(item, depth + 1, walk));
    return { type: 'list', items, ...spanOf(node, node.flow === true ? undefined : items.at(-1)) };
  }
  return { type: 'scalar', value: isScalar(node) ? scalarValue(node.value, start, walk) : null, start, end };
};

const documentFaults = (document: Document): Fault[] => {
  const faults: Fault[] = document.errors.slice(0, MOST_FAULTS).map((error) => ({
    rule: 'file-syntax',
    offset: error.pos[0],
    text: error.code === 'MULTIPLE_DOCS' ? 'A second document begins: one file holds one entry.' : `${error.message}.`,
  }));
  if (document.directives?.yaml.explicit === true || Object.keys(document.directives?.tags ?? {}).length > 1) {
    faults.push({ rule: 'file-syntax', offset: 0, text: 'Directives (%YAML, %TAG) are not read.' });
  }
  return faults;
};

/** Reads one document of YAML 1.2 (core schema) with the offsets of what it holds. */
export const parseYaml = (text: string): Syntax => {
  // uniqueKeys compares every key with every other: keyFault finds them in one pass.
  const document = parseDocument(text, { version: '1.2', prettyErrors: false, uniqueKeys: false, stringKeys: false });
  const walk: Walk = { faults: documentFaults(document), values: 0 };
  if (walk.faults.length > 0) return { faults: walk.faults };
  try {
    const root = readNode(document.contents, 0, walk);
    if (walk.faults.length > 0) return { faults: walk.faults.slice(0, MOST_FAULTS) };
    if (root.type === 'map') return { root };
    const text = root.type === 'scalar' && root.value === null ? 'The file is empty.' : 'Expected keys and values.';
    return { faults: [{ rule: 'file-syntax', offset: root.start, text }] };
  } catch (error) {
    if (error instanceof Unreadable) return { faults: [...walk.faults.slice(0, MOST_FAULTS), error.fault] };
    throw error;
  }
};
