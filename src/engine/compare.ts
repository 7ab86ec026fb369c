import { isUnset, sameValue } from '../model/canonical.ts';
import { isObject } from '../model/json.ts';
import { isPlace } from '../model/places.ts';
import type { FieldChange } from '../model/plan.ts';
import type { Registration, SentHeader } from '../model/registration.ts';
import type { Field, FieldTable, Listed, Mark, Wanted } from '../model/registry.ts';
import { fieldDigest } from './mark.ts';

/** What a comparison needs besides the two sides. */
export interface CompareContext {
  readonly traits: { readonly fields: FieldTable };
  /** Names of fields that people may own in the registry. */
  readonly ignoreDrift: ReadonlySet<string>;
  /** Value of a header's secret; undefined where this run does not have it. */
  readonly headerSecret: (name: string) => string | undefined;
}

export interface FieldDifferences {
  readonly changes: readonly FieldChange[];
  /** Fields that differ and are left to people. */
  readonly kept: readonly string[];
}

/** One field on both sides. */
interface Pair {
  readonly field: Field<never>;
  readonly desired: unknown;
  /** Absent when the registry did not show it. */
  readonly listed?: { readonly value: unknown };
  readonly mark: Mark | undefined;
}

const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...new Set(value)].sort() : value);

const equal = (field: Field<never>, left: unknown, right: unknown): boolean => {
  if (isUnset(left) && isUnset(right)) return true;
  return field.compare === 'set' ? sameValue(sorted(left), sorted(right)) : sameValue(left, right);
};

/** True when the entry asks for the same value as when the mark was written. */
const sameAsMarked = ({ field, desired, mark }: Pair): boolean =>
  mark !== undefined && mark.fields[field.key] === (isUnset(desired) ? undefined : fieldDigest(field, desired));

const causeOf = (pair: Pair): 'git' | 'drift' => (sameAsMarked(pair) ? 'drift' : 'git');

const dangerous = (field: Field<never>): { dangerous?: true } => (field.dangerous ? { dangerous: true } : {});

/** Metadata differs key by key, so that one key can be left to people. */
const keyChanges = (pair: Pair, listed: unknown): FieldChange[] => {
  const [before, after] = [isObject(listed) ? listed : {}, isObject(pair.desired) ? pair.desired : {}];
  const cause = causeOf(pair);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !sameValue(before[key], after[key]))
    .sort()
    .map((key) => ({ field: `${pair.field.key}.${key}`, cause, before: before[key], after: after[key] }));
};

/** A header's text; undefined where its secret is not at hand. Throws nothing. */
export const headerText = (value: SentHeader, secret: CompareContext['headerSecret']): string | undefined =>
  'secret' in value ? secret(value.secret) : value.reveal();

const isSentHeader = (value: unknown): value is SentHeader =>
  isObject(value) && ('secret' in value || 'reveal' in value);

/** Header values are compared here and nowhere else; those whose secret is not at hand are taken as equal. */
const headersDiffer = (desired: unknown, listed: unknown, secret: CompareContext['headerSecret']): boolean => {
  const [wanted, there] = [isObject(desired) ? desired : {}, isObject(listed) ? listed : {}];
  if (!sameValue(Object.keys(wanted).sort(), Object.keys(there).sort())) return true;
  return Object.entries(wanted).some(([name, value]) => {
    const text = isSentHeader(value) ? headerText(value, secret) : undefined;
    return text !== undefined && text !== there[name];
  });
};

/** No digest covers header values: who changed one is not known, so it is git unless people may own headers. */
const headerChanges = (pair: Pair, context: CompareContext): FieldChange[] => {
  const { field, desired, listed } = pair;
  const secret = context.headerSecret;
  const differ = listed ? headersDiffer(desired, listed.value, secret) : !sameAsMarked(pair);
  if (!differ || (isUnset(desired) && !listed && !pair.mark)) return [];
  return [
    {
      field: field.key,
      cause: context.ignoreDrift.has(field.key) ? causeOf(pair) : 'git',
      secret: true,
      ...dangerous(field),
    },
  ];
};

const fieldChanges = (pair: Pair, context: CompareContext): FieldChange[] => {
  const { field, desired, listed, mark } = pair;
  if (field.compare === 'headers') return headerChanges(pair, context);
  const after = isUnset(desired) ? undefined : desired;
  if (listed && field.compare !== 'digest') {
    if (field.compare === 'keys') return keyChanges(pair, listed.value);
    if (equal(field, listed.value, field.shown(desired))) return [];
    const before = isUnset(listed.value) ? undefined : listed.value;
    return [{ field: field.key, cause: causeOf(pair), before, after, ...dangerous(field) }];
  }
  if (mark ? sameAsMarked(pair) : after === undefined) return [];
  return [{ field: field.key, cause: 'git', before: undefined, after, unseen: true, ...dangerous(field) }];
};

const pairsOf = <R extends Registration>(fields: readonly Field<R>[], registration: R, listed: Listed): Pair[] => {
  // A registry may make them when they are asked for.
  const { values, mark } = listed;
  return fields.map((field) => ({
    field,
    desired: field.value(registration),
    ...(values.has(field.key) ? { listed: { value: values.get(field.key) } } : {}),
    mark: mark.type === 'mark' ? mark.mark : undefined,
  }));
};

/**
 * What differs between a registration and what the registry shows, credential and enabled state apart. A difference that
 * was not made in git is drift; drift in fields that people may own is left to them.
 */
export const compareFields = (
  { registration, lacks }: Pick<Wanted, 'registration' | 'lacks'>,
  listed: Listed,
  context: CompareContext,
): FieldDifferences => {
  const { traits, ignoreDrift } = context;
  const pairs =
    registration.type === 'server'
      ? pairsOf(traits.fields.server, registration, listed)
      : pairsOf(traits.fields.agent, registration, listed);
  const all = pairs
    .filter(({ field }) => field.compare !== 'never' && field.compare !== 'auth')
    .filter(({ field }) => !lacks.has(field.key))
    .flatMap((pair) => fieldChanges(pair, context));
  // Where requests and tokens go is nobody's to change in the registry.
  const leave = (change: FieldChange): boolean =>
    change.cause === 'drift' &&
    !isPlace(change.field) &&
    (registration.givenOnce?.includes(change.field) === true ||
      ignoreDrift.has(change.field) ||
      ignoreDrift.has(change.field.split('.')[0] ?? change.field));
  return {
    changes: all.filter((change) => !leave(change)),
    kept: all.filter(leave).map((change) => change.field),
  };
};
