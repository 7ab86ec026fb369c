import type { ErrorObject } from 'ajv';
import type { EntryFile } from '../model/generated/entry.ts';
import { validate } from '../model/generated/validate-entry.js';
import { type Finding, type Pointer, pointerText } from './finding.ts';
import { knownKeys } from './schema-tree.ts';
import { suggest } from './suggest.ts';

/** The patterns of the schema in words. */
export const PATTERN_WORDS: Readonly<Record<string, string>> = {
  '^[0-9]{12}$': 'twelve digits',
  '^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$': 'a Region such as us-east-1',
  '^arn:[a-z-]+:bedrock-agentcore:[a-z0-9-]+:[0-9]{12}:.{1,512}$': 'the ARN of an AgentCore resource',
  '^[^,]+$': 'a text without a comma',
  '^[A-Za-z0-9._-]{1,128}$': 'up to 128 letters, digits, ".", "_" and "-"',
  '^[A-Za-z0-9_-]{1,64}$': 'up to 64 letters, digits, "_" and "-"',
  "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$": 'the name of an HTTP header',
  '^[A-Za-z0-9-]{1,64}$': 'the name of an HTTP header: letters, digits and "-"',
  '^[\\x20-\\x7e]+$': 'printable ASCII on one line',
  '^[0-9]+\\.[0-9]+(\\.[0-9]+)?$': 'a version such as 1.0 or 1.0.0',
  '^\\S{1,128}$': 'up to 128 characters without blanks',
  '^[a-zA-Z][a-zA-Z0-9_]{0,47}$': 'the name of an endpoint: a letter, then letters, digits and "_", 48 at most',
  '^(/[A-Za-z0-9][A-Za-z0-9._-]{0,62}){1,4}/?$':
    'a path such as /name/: one to four parts, each a letter or digit and up to 62 more of letters, digits, ".", "_", "-"',
};

const SHOWN = 60;

/** How a place of the value is called in messages. */
type Naming = (pointer: Pointer) => string;

/** Parameters of an ajv error, whatever its keyword. */
const parameter = (error: ErrorObject, name: string): unknown => {
  const params: Readonly<Record<string, unknown>> = error.params;
  return params[name];
};

const pointerOf = (instancePath: string): Pointer =>
  instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const valueAt = (value: unknown, pointer: Pointer): unknown =>
  pointer.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([key]) => key === `${part}`)?.[1]
        : undefined,
    value,
  );

const kindOf = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'keys and values' : `a ${typeof value}`;
};

const metText = (value: unknown): string => {
  if (typeof value === 'object') return kindOf(value);
  if (typeof value === 'string') return JSON.stringify(value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);
  return value === undefined ? 'nothing' : `${value}`;
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'keys and values',
  array: 'a list',
  boolean: 'true or false',
};

const expectation = (error: ErrorObject): string => {
  const limit = parameter(error, 'limit');
  switch (error.keyword) {
    case 'type':
      return TYPE_WORDS[`${parameter(error, 'type')}`] ?? `${parameter(error, 'type')}`;
    case 'pattern':
      return PATTERN_WORDS[`${parameter(error, 'pattern')}`] ?? `a text of the form ${parameter(error, 'pattern')}`;
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

const finding = (pointer: Pointer, text: string, hint?: string): Finding => ({
  rule: 'schema',
  pointer,
  text,
  ...(hint === undefined ? {} : { hint }),
});

const unknownKey = (key: string, pointer: Pointer, value: unknown): Finding => {
  const kind = valueAt(value, ['kind']);
  const known = knownKeys(kind, pointer);
  const meant = suggest(key, known);
  const place = pointer.length === 0 ? 'the file' : pointerText(pointer);
  const hint = meant === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean ${meant}?`;
  return finding(
    [...pointer, key],
    `The key ${JSON.stringify(key)} is not known in ${place}.`,
    known.length > 0 ? hint : undefined,
  );
};

/** One error of ajv as a finding; undefined for those that only repeat another one. */
const translate = (error: ErrorObject, value: unknown, name: Naming): Finding | undefined => {
  const pointer = pointerOf(error.instancePath);
  const label = name(pointer);
  if (error.propertyName !== undefined) {
    const name = JSON.stringify(error.propertyName);
    return finding([...pointer, error.propertyName], `${label}: the key ${name} is not ${expectation(error)}.`);
  }
  switch (error.keyword) {
    case 'propertyNames':
      return undefined;
    case 'required': {
      const key = `${parameter(error, 'missingProperty')}`;
      if (key === 'kind' && pointer.length === 0) return undefined;
      return finding(pointer, `${label === '' ? 'The file' : label} lacks the key ${JSON.stringify(key)}.`);
    }
    case 'discriminator': {
      const met = valueAt(value, ['kind']);
      const text = `kind: expected gateway, target, runtime, server or agent, met ${metText(met)}.`;
      return finding(met === undefined ? [] : ['kind'], text);
    }
    case 'additionalProperties':
      return unknownKey(`${parameter(error, 'additionalProperty')}`, pointer, value);
    case 'unevaluatedProperties':
      return unknownKey(`${parameter(error, 'unevaluatedProperty')}`, pointer, value);
    default: {
      const met = valueAt(value, pointer);
      return finding(pointer, `${label}: expected ${expectation(error)}, met ${metText(met)}.`, quoteHint(error, met));
    }
  }
};

const headerOf = (error: ErrorObject): string | undefined =>
  /^\/registration\/headers\/[^/]+/.exec(error.instancePath)?.[0];

/** A header's value is never shown: it may be a secret. */
const headerFindings = (errors: readonly ErrorObject[], name: Naming): readonly Finding[] =>
  [...new Set(errors.flatMap((error) => headerOf(error) ?? []))].map((instancePath) => {
    const pointer = pointerOf(instancePath);
    const text = `${name(pointer)}: expected a text of printable ASCII, or the name of a secret.`;
    return finding(pointer, text, 'Write a text, or { secret: name } with a name that the configuration defines.');
  });

/**
 * The value as an entry, or everything that the schema has against it, one finding for each fault. `name` calls places by
 * the words of the document that the value was made from.
 */
export const checkSchema = (
  value: unknown,
  name: Naming = pointerText,
): { readonly entry: EntryFile } | { readonly findings: readonly Finding[] } => {
  if (validate(value)) return { entry: value };
  const errors = validate.errors ?? [];
  const findings = errors.flatMap((error) =>
    headerOf(error) === undefined ? (translate(error, value, name) ?? []) : [],
  );
  return { findings: [...findings, ...headerFindings(errors, name)] };
};
