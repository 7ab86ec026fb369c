import { createHash } from 'node:crypto';
import { compareTexts } from './compare-texts.ts';
import { isObject } from './json.ts';

/**
 * One spelling for equal values: keys sorted, null and undefined members left out (a merge patch deletes what is null,
 * and the registry fills what is absent with null), lists in their order.
 */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value ?? undefined;
  const members = Object.entries(value)
    .filter(([, member]) => member !== null && member !== undefined)
    .sort(([left], [right]) => compareTexts(left, right))
    .map(([key, member]) => [key, canonical(member)]);
  return Object.fromEntries(members);
};

/** Canonical JSON; the empty text for a value that is not set. */
export const canonicalJson = (value: unknown): string => JSON.stringify(canonical(value)) ?? '';

/** SHA-256 of the canonical JSON, in hexadecimal. */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Whether two values have one canonical spelling. */
export const sameValue = (left: unknown, right: unknown): boolean => canonicalJson(left) === canonicalJson(right);

/** True where a value takes no place in the registry: absent, or an empty list or object. */
export const isUnset = (value: unknown): boolean => ['', 'null', '[]', '{}', '""'].includes(canonicalJson(value));

/** Digest of a text, in hex digits: stands for one that would be kept only to be compared. */
export const textDigest = (text: string): string => createHash('sha256').update(text).digest('hex');
