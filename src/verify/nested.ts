import { isObject } from '../model/json.ts';

const childrenOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];

/** Whether a value has at most so many levels. Takes no stack, however deep the value is. */
export const isWithinDepth = (value: unknown, most: number): boolean => {
  const levels: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  for (let level = levels.pop(); level !== undefined; level = levels.pop()) {
    if (level.depth > most) return false;
    for (const child of childrenOf(level.value)) {
      if (typeof child === 'object' && child !== null) levels.push({ value: child, depth: level.depth + 1 });
    }
  }
  return true;
};

/** Every text in a value, the keys of its objects too. */
export const textsIn = (value: unknown): readonly string[] => {
  const texts: string[] = [];
  const rest = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next === 'string') texts.push(next);
    // One by one: as arguments of a call, a hundred thousand are too many.
    if (isObject(next)) for (const key of Object.keys(next)) texts.push(key);
    for (const child of childrenOf(next)) rest.push(child);
  }
  return texts;
};

/** The same value with the keys of all objects in order. */
export const sortedKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sortedKeys(value[key])]));
};
