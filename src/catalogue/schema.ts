import type { ErrorObject } from 'ajv';
import entrySchema from '../../schemas/entry.schema.json' with { type: 'json' };
import { type Finding, type Pointer, pointerText } from '../document/finding.ts';
import { metText, pointerOf, schemaFindings } from '../document/schema-findings.ts';
import { knownKeys } from '../document/schema-tree.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { validate } from '../model/generated/validate-entry.js';

/** How a place of the value is called in messages. */
type Naming = (pointer: Pointer) => string;

/** The patterns of the schema in words. */
export const PATTERN_WORDS: Readonly<Record<string, string>> = {
  '^[0-9]{12}$': 'twelve digits',
  '^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$': 'a Region such as us-east-1',
  '^arn:[a-z-]+:bedrock-agentcore:[a-z0-9-]+:[0-9]{12}:.{1,512}$': 'the ARN of an AgentCore resource',
  '^[^,]+$': 'a text without a comma',
  '^from-lock$': 'a list, or from-lock',
  '^from-card$': 'a list, or from-card',
  '^[A-Za-z0-9._-]{1,128}$': 'up to 128 letters, digits, ".", "_" and "-"',
  '^[A-Za-z0-9_-]{1,64}$': 'up to 64 letters, digits, "_" and "-"',
  "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$": 'the name of an HTTP header',
  '^[A-Za-z0-9-]{1,64}$': 'the name of an HTTP header: letters, digits and "-"',
  '^[\\x20-\\x7e]+$': 'printable ASCII on one line',
  '^[0-9]+\\.[0-9]+(\\.[0-9]+)?$': 'a version such as 1.0 or 1.0.0',
  '^\\S{1,128}$': 'up to 128 characters without blanks',
  '^[a-zA-Z][a-zA-Z0-9_]{0,47}$': 'the name of an endpoint: a letter, then letters, digits and "_", 48 at most',
  '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$': 'a name of 1 to 63 letters, digits, ".", "_" and "-"',
  '^(/[A-Za-z0-9][A-Za-z0-9._-]{0,62}){1,4}/?$':
    'a path such as /name/: one to four parts, each a letter or digit and up to 62 more of letters, digits, ".", "_", "-"',
};

const kindOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;

/** Name of the definition that holds for a kind of entry. */
const definitionOf = (kind: unknown): string =>
  typeof kind === 'string' ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Entry` : '';

const kindFinding = (value: unknown): Finding => {
  const met = kindOf(value);
  const text = `kind: expected gateway, target, runtime, server or agent, met ${metText(met)}.`;
  return { rule: 'schema', pointer: met === undefined ? [] : ['kind'], text };
};

const headerOf = (error: ErrorObject): string | undefined =>
  /^\/registration\/headers\/[^/]+/.exec(error.instancePath)?.[0];

/** A header's value is never shown: it may be a secret. */
const headerFindings = (errors: readonly ErrorObject[], name: Naming): readonly Finding[] =>
  [...new Set(errors.flatMap((error) => headerOf(error) ?? []))].map((instancePath) => {
    const pointer = pointerOf(instancePath);
    return {
      rule: 'schema',
      pointer,
      text: `${name(pointer)}: expected a text of printable ASCII, or the name of a secret.`,
      hint: 'Write a text, or { secret: name } with a name that the configuration defines.',
    };
  });

/** A missing or unknown kind is one fault: the union's own errors only repeat it. */
const isAboutKind = (error: ErrorObject): boolean =>
  error.instancePath === '' && (error.keyword === 'discriminator' || isMissingKind(error));

const isMissingKind = (error: ErrorObject): boolean => {
  const params: Readonly<Record<string, unknown>> = error.params;
  return error.keyword === 'required' && params['missingProperty'] === 'kind';
};

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
  const others = errors.filter((error) => headerOf(error) === undefined && !isAboutKind(error));
  const findings = schemaFindings(others, value, {
    rule: 'schema',
    patterns: PATTERN_WORDS,
    known: (pointer) => knownKeys(entrySchema, pointer, definitionOf(kindOf(value))),
    name,
  });
  return {
    findings: [...(errors.some(isAboutKind) ? [kindFinding(value)] : []), ...findings, ...headerFindings(errors, name)],
  };
};
