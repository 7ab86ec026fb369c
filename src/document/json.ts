import {
  type Fault,
  FILE_LIMITS,
  keyFault,
  type ListNode,
  type MapNode,
  type Node,
  numberFault,
  type Pair,
  type ScalarNode,
  type Syntax,
  tooLarge,
  Unreadable,
} from './syntax.ts';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANK = /[ \t\r\n]*/y;
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

interface Cursor {
  readonly text: string;
  readonly faults: Fault[];
  at: number;
  depth: number;
  values: number;
}

const fail = (cursor: Cursor, text: string, offset = cursor.at): never => {
  throw new Unreadable({ rule: 'file-syntax', offset, text });
};

const skipBlank = (cursor: Cursor): void => {
  BLANK.lastIndex = cursor.at;
  BLANK.exec(cursor.text);
  cursor.at = BLANK.lastIndex;
};

/** Takes a punctuation character when it is next. */
const take = (cursor: Cursor, character: string): boolean => {
  skipBlank(cursor);
  if (cursor.text[cursor.at] !== character) return false;
  cursor.at += 1;
  return true;
};

const met = (cursor: Cursor): string =>
  cursor.at < cursor.text.length ? JSON.stringify(cursor.text[cursor.at]) : 'the end of the file';

const readString = (cursor: Cursor): string => {
  const start = cursor.at;
  let end = start + 1;
  while (end < cursor.text.length && cursor.text[end] !== '"') end += cursor.text[end] === '\\' ? 2 : 1;
  cursor.at = end + 1;
  try {
    return String(JSON.parse(cursor.text.slice(start, end + 1)));
  } catch {
    return fail(cursor, 'A string has no end, or holds a line break or an unknown escape.', start);
  }
};

const readScalar = (cursor: Cursor): ScalarNode => {
  const start = cursor.at;
  if (cursor.text[start] === '"') {
    const value = readString(cursor);
    return { type: 'scalar', value, start, end: cursor.at };
  }
  const literal = LITERALS.find(([word]) => cursor.text.startsWith(word, start));
  if (literal !== undefined) {
    cursor.at += literal[0].length;
    return { type: 'scalar', value: literal[1], start, end: cursor.at };
  }
  NUMBER.lastIndex = start;
  const digits = NUMBER.exec(cursor.text)?.[0];
  if (digits === undefined) return fail(cursor, `Expected a value, met ${met(cursor)}.`);
  cursor.at += digits.length;
  const value = Number(digits);
  const text = numberFault(value);
  if (text !== undefined) {
    cursor.faults.push({ rule: 'file-syntax', offset: start, text, hint: 'Write it as a text, in quotes.' });
  }
  return { type: 'scalar', value, start, end: cursor.at };
};

const readList = (cursor: Cursor): ListNode => {
  const start = cursor.at;
  cursor.at += 1;
  const items: Node[] = [];
  if (!take(cursor, ']')) {
    do items.push(readValue(cursor));
    while (take(cursor, ','));
    if (!take(cursor, ']')) fail(cursor, `Expected "," or "]", met ${met(cursor)}.`);
  }
  return { type: 'list', items, start, end: cursor.at };
};

const readPair = (cursor: Cursor, earlier: Set<string>): Pair => {
  skipBlank(cursor);
  if (cursor.text[cursor.at] !== '"') fail(cursor, `Expected a key in double quotes, met ${met(cursor)}.`);
  const start = cursor.at;
  const key = readString(cursor);
  const end = cursor.at;
  const text = keyFault(key, earlier);
  if (text !== undefined) cursor.faults.push({ rule: 'file-syntax', offset: start, text });
  earlier.add(key);
  if (!take(cursor, ':')) fail(cursor, `Expected ":", met ${met(cursor)}.`);
  return { key, start, end, value: readValue(cursor) };
};

const readMap = (cursor: Cursor): MapNode => {
  const start = cursor.at;
  cursor.at += 1;
  const pairs: Pair[] = [];
  const earlier = new Set<string>();
  if (!take(cursor, '}')) {
    do pairs.push(readPair(cursor, earlier));
    while (take(cursor, ','));
    if (!take(cursor, '}')) fail(cursor, `Expected "," or "}", met ${met(cursor)}.`);
  }
  return { type: 'map', flow: true, pairs, start, end: cursor.at };
};

const readValue = (cursor: Cursor): Node => {
  skipBlank(cursor);
  cursor.values += 1;
  if (cursor.values > FILE_LIMITS.values || cursor.depth >= FILE_LIMITS.depth) {
    throw tooLarge(cursor.at);
  }
  const character = cursor.text[cursor.at];
  if (character !== '{' && character !== '[') return readScalar(cursor);
  cursor.depth += 1;
  const node = character === '{' ? readMap(cursor) : readList(cursor);
  cursor.depth -= 1;
  return node;
};

/** Reads JSON (RFC 8259; a byte order mark is passed over) with the offsets of what it holds. */
export const parseJson = (text: string): Syntax => {
  const cursor: Cursor = { text, faults: [], at: text.startsWith('\uFEFF') ? 1 : 0, depth: 0, values: 0 };
  try {
    const root = readValue(cursor);
    skipBlank(cursor);
    if (cursor.at < text.length) fail(cursor, `Expected the end of the file, met ${met(cursor)}.`);
    if (root.type !== 'map') return fail(cursor, 'Expected an object.', root.start);
    return cursor.faults.length === 0 ? { root } : { faults: cursor.faults };
  } catch (error) {
    if (error instanceof Unreadable) return { faults: [...cursor.faults, error.fault] };
    throw error;
  }
};
