import type { ErrorObject } from 'ajv';
import type { RuleName } from '../model/rules.ts';
import { type Finding, type Pointer, pointerText } from './finding.ts';
import { suggest } from './suggest.ts';
import { shownText } from './syntax.ts';

/** What turns the errors of one schema into sentences for people. */
export interface SchemaWords {
  readonly rule: RuleName;
  /** The schema's patterns in words. */
  readonly patterns: Readonly<Record<string, string>>;
  /** Keys that are known at a place. */
  readonly known: (pointer: Pointer) => readonly string[];
  /** How a place is called in messages; its pointer when absent. */
  readonly name?: (pointer: Pointer) => string;
}

/** Parameters of an ajv error, whatever its keyword. */
const parameter = (error: ErrorObject, name: string): unknown => {
  const params: Readonly<Record<string, unknown>> = error.params;
  return params[name];
};

/** The pointer of an ajv error's place. */
export const pointerOf = (instancePath: string): Pointer =>
  instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const valueAt = (value: unknown, pointer: Pointer): unknown =>
  pointer.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part) ? Reflect.get(inner, part) : undefined,
    value,
  );

const kindOf = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'keys and values' : `a ${typeof value}`;
};

/** What was met at a place, short. */
export const metText = (value: unknown): string => {
  if (typeof value === 'object') return kindOf(value);
  if (typeof value === 'string') return shownText(value);
  return value === undefined ? 'nothing' : `${value}`;
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'keys and values',
  array: 'a list',
  'string,array': 'a list',
  boolean: 'true or false',
};

const expectation = (error: ErrorObject, words: SchemaWords): string => {
  const limit = parameter(error, 'limit');
  switch (error.keyword) {
    case 'type':
      return TYPE_WORDS[`${parameter(error, 'type')}`] ?? `${parameter(error, 'type')}`;
    case 'pattern':
      return words.patterns[`${parameter(error, 'pattern')}`] ?? `a text of the form ${parameter(error, 'pattern')}`;
    case 'enum': {
      const allowed = parameter(error, 'allowedValues');
      return Array.isArray(allowed) ? `one of ${allowed.join(', ')}` : 'another value';
    }
    case 'minLength':
      return 'a text that is not empty';
    case 'maxLength':
      return `at most ${limit} characters`;
    case 'minItems':
    case 'minProperties':
      return `at least ${limit}`;
    case 'maxItems':
    case 'maxProperties':
      return `at most ${limit}`;
    case 'uniqueItems':
      return 'a list without repetitions';
    default:
      return error.message ?? 'something else';
  }
};

const quoteHint = (error: ErrorObject, met: unknown): string | undefined => {
  if (error.keyword !== 'type' || parameter(error, 'type') !== 'string') return undefined;
  if (typeof met !== 'number' && typeof met !== 'boolean') return undefined;
  return error.instancePath.endsWith('/account')
    ? 'Quote it: without quotes an account is read as a number and loses its leading zeros.'
    : 'Put it in quotes.';
};

const finding = (
  words: SchemaWords,
  pointer: Pointer,
  said: { readonly text: string; readonly hint?: string | undefined },
): Finding => ({
  rule: words.rule,
  pointer,
  text: said.text,
  ...(said.hint === undefined ? {} : { hint: said.hint }),
});

const unknownKey = (key: string, pointer: Pointer, words: SchemaWords): Finding => {
  const known = words.known(pointer);
  const meant = suggest(key, known);
  const place = pointer.length === 0 ? 'the file' : pointerText(pointer);
  const hint = meant === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean ${meant}?`;
  return finding(words, [...pointer, key], {
    text: `The key ${metText(key)} is not known in ${place}.`,
    hint: known.length > 0 ? hint : undefined,
  });
};

/** One error of ajv as a finding; undefined for those that only repeat another one. */
const translate = (error: ErrorObject, value: unknown, words: SchemaWords): Finding | undefined => {
  const pointer = pointerOf(error.instancePath);
  const label = (words.name ?? pointerText)(pointer);
  if (error.propertyName !== undefined) {
    const name = metText(error.propertyName);
    return finding(words, [...pointer, error.propertyName], {
      text: `${label}: the key ${name} is not ${expectation(error, words)}.`,
    });
  }
  switch (error.keyword) {
    case 'propertyNames':
      return undefined;
    case 'required': {
      const key = `${parameter(error, 'missingProperty')}`;
      return finding(words, pointer, {
        text: `${label === '' ? 'The file' : label} lacks the key ${JSON.stringify(key)}.`,
      });
    }
    case 'additionalProperties':
      return unknownKey(`${parameter(error, 'additionalProperty')}`, pointer, words);
    case 'unevaluatedProperties':
      return unknownKey(`${parameter(error, 'unevaluatedProperty')}`, pointer, words);
    default: {
      const met = valueAt(value, pointer);
      return finding(words, pointer, {
        text: `${label}: expected ${expectation(error, words)}, met ${metText(met)}.`,
        hint: quoteHint(error, met),
      });
    }
  }
};

/** As many findings of one file are told: who wrote more faults than that wrote another kind of file. */
const MOST_FINDINGS = 20;

/** What a schema has against a value, one finding for each fault; beyond a bound the rest is counted. */
export const schemaFindings = (
  errors: readonly ErrorObject[],
  value: unknown,
  words: SchemaWords,
): readonly Finding[] => {
  const telling = errors.filter(
    ({ keyword, propertyName }) => keyword !== 'propertyNames' || propertyName !== undefined,
  );
  const findings = telling.slice(0, MOST_FINDINGS).flatMap((error) => translate(error, value, words) ?? []);
  const more = telling.length - MOST_FINDINGS;
  return more <= 0
    ? findings
    : [
        ...findings,
        { rule: words.rule, pointer: [], text: `And ${more} more faults of this kind, which are not listed.` },
      ];
};
