/**
 * No pattern of the product costs more than a walk over its text: strangers write what they are tried on. Every literal in
 * src and every pattern of a schema is looked at; an analysis of its states, not a guess at an attack.
 */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import { SECRET_ENV } from '../src/model/secret-env.ts';

const ROOT = resolve(import.meta.dirname, '..');

interface Pattern {
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Every object below a value, the value first. */
const below = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  isNode(value) ? [value, ...Object.values(value).flatMap(below)] : [];

/** Patterns that come by name: what stands behind the name is looked at in its own right. */
const NAMED: Readonly<Record<string, string>> = { SECRET_ENV };

/** What a variable part of a pattern may be, for the analysis: some letters. */
const SOME = '[a-z]+';

/** The text of an expression that makes a pattern, with `SOME` for its variable parts; undefined: it can't be told. */
const sourceOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined;
  if (node['type'] === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node['type'] === 'Identifier') return NAMED[String(node['name'])];
  if (node['type'] !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return undefined;
  return node['quasis'].map(({ value }) => value.cooked).join(SOME);
};

/** Patterns of a TypeScript file; those that are made of what nobody can tell are named as faults. */
const patternsIn = (
  file: string,
  text: string,
): { readonly patterns: readonly Pattern[]; readonly faults: readonly string[] } => {
  const patterns: Pattern[] = [];
  const faults: string[] = [];
  for (const node of below(parseAst(text, { lang: 'ts' }))) {
    const { type, regex, callee, start } = node;
    const placed = (): string => `${file}:${text.slice(0, Number(start)).split('\n').length}`;
    if (type === 'Literal' && isNode(regex)) {
      patterns.push({ at: placed(), source: String(regex['pattern']), flags: String(regex['flags']) });
    }
    if ((type !== 'NewExpression' && type !== 'CallExpression') || !isNode(callee) || callee['name'] !== 'RegExp')
      continue;
    const [made, flags] = Array.isArray(node['arguments']) ? node['arguments'] : [];
    const source = sourceOf(made);
    if (source === undefined) faults.push(`${placed()} makes a pattern that can't be told`);
    else patterns.push({ at: placed(), source, flags: sourceOf(flags) ?? '' });
  }
  return { patterns, faults };
};

/** Patterns of a JSON Schema, which are tried with the flag u. */
const schemaPatterns = (file: string, text: string): readonly Pattern[] =>
  below(JSON.parse(text)).flatMap((node) => {
    const { pattern, patternProperties } = node;
    const names = isNode(patternProperties) ? Object.keys(patternProperties) : [];
    return [...(typeof pattern === 'string' ? [pattern] : []), ...names].map((source) => ({
      at: file,
      source,
      flags: 'u',
    }));
  });

/** How a pattern could cost more than its text is long; empty: it can't. */
const costsOf = ({ at, source, flags }: Pattern): readonly string[] => {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } });
  return reports.map(
    ({ type, exponential }) => `${at} ${exponential ? 'exponential' : 'polynomial'} (${type}): /${source}/${flags}`,
  );
};

const read = (file: string): string => readFileSync(resolve(ROOT, file), 'utf8');
const files = (glob: string): readonly string[] => globSync(glob, { cwd: ROOT }).toSorted();

test('no pattern of the sources or the schemas is costly', () => {
  const sources = files('src/**/*.ts').map((file) => patternsIn(file, read(file)));
  const schemas = files('{schemas,src}/**/*.json').flatMap((file) => schemaPatterns(file, read(file)));
  const patterns = [...sources.flatMap((one) => one.patterns), ...schemas];
  expect(patterns.length).toBeGreaterThan(400);
  expect(schemas.length).toBeGreaterThan(20);
  expect([...sources.flatMap((one) => one.faults), ...patterns.flatMap(costsOf)]).toEqual([]);
});

test('a costly pattern is found, with its place', () => {
  const text = [
    'const a = /^(a+)+$/;',
    'const b = /\\s*x$/;',
    `const c = new RegExp(\`^(\${NAME}|x)+y\`);`,
    'const d = new RegExp(made());',
  ].join('\n');
  const { patterns, faults } = patternsIn('a.ts', text);
  expect(faults).toEqual(["a.ts:4 makes a pattern that can't be told"]);
  expect(patterns.flatMap(costsOf)).toEqual([
    'a.ts:1 exponential (Self): /^(a+)+$/',
    'a.ts:2 polynomial (Move): /\\s*x$/',
    'a.ts:3 exponential (Self): /^([a-z]+|x)+y/',
  ]);
  expect(
    schemaPatterns('a.json', '{"a":{"pattern":"^(.*)*$"},"patternProperties":{"^x":{}}}').flatMap(costsOf),
  ).toHaveLength(1);
});
