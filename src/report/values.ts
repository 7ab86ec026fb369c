import { compareTexts } from '../model/compare-texts.ts';
import type { FieldChange } from '../model/plan.ts';

/** The same value with the keys of every object sorted, so that equal values give equal text. Drops what is undefined. */
export const sortedKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(pairs.sort(([a], [b]) => compareTexts(a, b)).map(([key, item]) => [key, sortedKeys(item)]));
};

const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}\-._~:/?&=%@+]*$/u;

/** A value on one line: single words and URLs bare, other texts in quotes, lists with commas, objects as JSON. */
export const valueText = (value: unknown): string => {
  if (value === undefined || value === null) return '(none)';
  if (typeof value === 'string') return PLAIN.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.length === 0 ? '(empty)' : value.map(valueText).join(', ');
  return JSON.stringify(sortedKeys(value));
};

/** What a list gained and lost, where both sides are lists of texts and more than their order differs. */
export const listDifference = (before: unknown, after: unknown): { added: string[]; removed: string[] } | undefined => {
  const isTexts = (value: unknown): value is string[] =>
    Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (!isTexts(before) || !isTexts(after)) return undefined;
  const added = after.filter((item) => !before.includes(item));
  const removed = before.filter((item) => !after.includes(item));
  return added.length + removed.length === 0 ? undefined : { added, removed };
};

/** Dangerous fields by what they move: traffic, credentials, the audience. */
const DANGER = [/url|endpoint/i, /^(auth|security)/i, /^visibility$/i, /groups$/i] as const;

/** 0 for the most dangerous change of a field; Infinity for one that endangers nothing. */
const riskOf = (change: FieldChange): number => {
  if (change.dangerous !== true) return Number.POSITIVE_INFINITY;
  const index = DANGER.findIndex((pattern) => pattern.test(change.field));
  return index === -1 ? DANGER.length : index;
};

/** The fields of a change, the dangerous ones first, the rest by name. */
export const byRisk = (fields: readonly FieldChange[]): FieldChange[] =>
  fields.toSorted((a, b) => {
    const [riskA, riskB] = [riskOf(a), riskOf(b)];
    return riskA === riskB ? compareTexts(a.field, b.field) : riskA - riskB;
  });

/** What stood in a field: where the list does not show it, only that it was something else is known. */
export const beforeText = (change: { readonly before: unknown; readonly unseen?: true }): string =>
  change.unseen === true ? '(not listed)' : valueText(change.before);

/** What is said in place of a secret's values. */
export const secretText = (field: string): string =>
  field === 'credential' ? '(withdrawn before the change, then renewed)' : '(changed)';
