import { isDeepStrictEqual } from 'node:util';
import { parseSyntax } from '../document/read.ts';
import { type MapNode, pairOf, plain } from '../document/syntax.ts';
import { isObject } from '../model/json.ts';
import { type Edit, lineEnd, lineStart } from './text-edits.ts';

/** One line that ends where a comment ends, and shows all that it holds. */
const commentOf = (reason: string): string => reason.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim();

/** The map of an endpoint's registration, or of the entry's own. */
const registrationMap = (root: MapNode, endpoint: string | undefined): MapNode | undefined => {
  const steps = ['registration', ...(endpoint === undefined ? [] : ['endpoints', endpoint])];
  let map = root;
  for (const step of steps) {
    const inner = pairOf(map, step)?.value;
    if (inner?.type !== 'map') return undefined;
    map = inner;
  }
  return map;
};

/** `enabled: false` in place of what stands there, or as a line of its own behind the first key. */
const editIn = (text: string, map: MapNode, reason: string): Edit | undefined => {
  const [first] = map.pairs;
  if (first === undefined) return undefined;
  const stands = pairOf(map, 'enabled');
  const isJson = /^["{]/.test(text.slice(first.start));
  if (stands !== undefined) return { start: stands.value.start, end: stands.value.end, text: 'false' };
  if (map.flow) {
    const key = isJson ? '"enabled": false' : 'enabled: false';
    return { start: first.start, end: first.start, text: `${key}, ` };
  }
  const start = lineStart(text, first.start);
  const indent = ' '.repeat(first.start - start);
  const at = lineEnd(text, first.value.end);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: at, end: at, text: `${end}${indent}enabled: false # ${commentOf(reason)}` };
};

const disabledValue = (value: unknown, steps: readonly string[]): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined) return { ...Object(value), enabled: false };
  return isObject(value) ? { ...value, [step]: disabledValue(value[step], rest) } : value;
};

/** Edits nothing besides, or nothing at all. */
const sound = (file: string, text: string, expected: unknown): boolean => {
  const after = parseSyntax(file, text);
  return 'root' in after && isDeepStrictEqual(plain(after.root), expected);
};

/**
 * Writes `enabled: false` into an entry's text, with the reason as a comment where it gets a line of its own, and not one
 * byte besides. undefined where the text has no such place, or where something else would change with it.
 */
export const disableInText = (
  file: string,
  text: string,
  { endpoint, reason }: { readonly endpoint?: string; readonly reason: string },
): string | undefined => {
  const before = parseSyntax(file, text);
  if ('faults' in before) return undefined;
  const map = registrationMap(before.root, endpoint);
  const edit = map === undefined ? undefined : editIn(text, map, reason);
  if (edit === undefined) return undefined;
  const result = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const steps = ['registration', ...(endpoint === undefined ? [] : ['endpoints', endpoint])];
  return sound(file, result, disabledValue(plain(before.root), steps)) ? result : undefined;
};
