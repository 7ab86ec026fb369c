import type { Problem } from '../model/problem.ts';
import type { Command } from './options/commands.ts';
import { isFormer, type OptionKey, type OptionValues, optionName, optionSpecs, takes } from './options/options.ts';
import type { OptionSpec } from './options/spec.ts';

/** What a door was given for one option, as text; a flag without a value gives `true`. */
export type Given = Readonly<Partial<Record<OptionKey, string | true>>>;

/** How the door spells an option, for messages: `--dry-run`, or `input dry-run`. */
export type Spelling = (name: string) => string;

export interface OptionsRead {
  readonly values: OptionValues;
  /** Where each value came from. */
  readonly origins: Readonly<Partial<Record<OptionKey, 'door' | 'environment'>>>;
  readonly problems: readonly Problem[];
}

interface Question {
  readonly command: Command;
  readonly given: Given;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly spelling: Spelling;
}

/**
 * Reads every option of a command from what the door was given and from the environment, strictly: junk is an error,
 * never a default. All problems are returned at once.
 */
export const readOptions = (question: Question): OptionsRead => {
  const values: Partial<Record<OptionKey, unknown>> = {};
  const origins: Partial<Record<OptionKey, 'door' | 'environment'>> = {};
  const problems: Problem[] = [];
  for (const [key, spec] of optionSpecs) {
    const { command, given, spelling } = question;
    if (isFormer(command, spec) && given[key] !== undefined) {
      const name = spelling(optionName(key));
      const text = `${command} does without ${name}: it is not read. ${spec.former?.text ?? ''}`.trim();
      problems.push({ rule: 'option-unneeded', severity: 'notice', subject: name, text });
    }
    const found = rawValue(question, key, spec);
    if (!found) continue;
    const parsed = parse(spec, found.raw);
    if ('expected' in parsed) {
      const met = found.raw === true ? 'nothing' : JSON.stringify(found.raw);
      problems.push({
        rule: 'option-value',
        severity: 'error',
        subject: found.name,
        text: `${found.name} expects ${parsed.expected}, met ${met}.`,
      });
      continue;
    }
    values[key] = parsed.value;
    origins[key] = found.origin;
  }
  return { values: values as OptionValues, origins, problems };
};

const rawValue = ({ command, given, environment, spelling }: Question, key: OptionKey, spec: OptionSpec) => {
  if (!takes(command, spec)) return undefined;
  const fromDoor = given[key];
  if (fromDoor !== undefined) return { raw: fromDoor, name: spelling(optionName(key)), origin: 'door' as const };
  const fromEnvironment = spec.environment === undefined ? undefined : environment[spec.environment];
  if (spec.environment === undefined || fromEnvironment === undefined || fromEnvironment === '') return undefined;
  return { raw: fromEnvironment, name: spec.environment, origin: 'environment' as const };
};

type Parsed = { readonly value: unknown } | { readonly expected: string };

const parse = (spec: OptionSpec, raw: string | true): Parsed => {
  switch (spec.type) {
    case 'boolean':
      return parseBoolean(raw);
    case 'integer':
      return parseInteger(spec, raw);
    case 'list':
      return parseList(spec, raw);
    case 'choice':
      return raw !== true && spec.choices.includes(raw)
        ? { value: raw }
        : { expected: `one of ${spec.choices.join(', ')}` };
    case 'text':
      return parseText(spec, raw);
  }
};

const parseText = (spec: { pattern?: RegExp; form?: string }, raw: string | true): Parsed => {
  const expected = spec.form ?? 'a value';
  if (raw === true || raw.trim() === '') return { expected };
  return spec.pattern === undefined || spec.pattern.test(raw) ? { value: raw } : { expected };
};

const parseBoolean = (raw: string | true): Parsed => {
  if (raw === true || /^(true|True|TRUE)$/.test(raw)) return { value: true };
  return /^(false|False|FALSE)$/.test(raw) ? { value: false } : { expected: 'true or false' };
};

const parseInteger = (spec: { minimum: number; maximum: number }, raw: string | true): Parsed => {
  const value = raw !== true && /^[0-9]{1,9}$/.test(raw) ? Number(raw) : Number.NaN;
  return value >= spec.minimum && value <= spec.maximum
    ? { value }
    : { expected: `a whole number from ${spec.minimum} to ${spec.maximum}` };
};

const parseList = (spec: { pattern?: RegExp; form?: string; whole?: true }, raw: string | true): Parsed => {
  if (spec.whole === true) {
    if (raw === true || /^(true|all)$/i.test(raw)) return { value: [] };
    if (/^false$/i.test(raw)) return { value: undefined };
  }
  const items = raw === true ? [] : raw.split(/[\s,]+/).filter((item) => item !== '');
  const form = spec.form ?? 'text';
  if (items.length === 0) return { expected: `a list of ${form}` };
  const bad = items.filter((item) => spec.pattern !== undefined && !spec.pattern.test(item));
  return bad.length > 0
    ? { expected: `a list in which each item is ${form} (not ${bad.join(', ')})` }
    : { value: [...new Set(items)] };
};
