/** Rows of a table of keys, from a JSON Schema: key, form, default, example, meaning. */
import { stringify } from 'yaml';
import {
  choicesOf,
  type FormSource,
  formOf,
  member,
  objectsOf,
  resolveSchema,
  type Schema,
} from '../src/document/schema-forms.ts';
import { isObject } from '../src/model/json.ts';

interface Row {
  readonly key: string;
  readonly form: string;
  readonly fallback: string;
  readonly example: string;
  readonly text: string;
}

/** A value as one line of YAML. */
const yamlLine = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, defaultStringType: 'PLAIN' }).trim();

const rowOf = (key: string, property: Schema, source: FormSource): Row => {
  const { description, default: fallback, examples } = property;
  return {
    key,
    form: formOf(property, source),
    fallback: fallback === undefined ? '' : `\`${yamlLine(fallback)}\``,
    example: Array.isArray(examples) && examples.length > 0 ? `\`${yamlLine(examples[0])}\`` : '',
    text: typeof description === 'string' ? description : '',
  };
};

const propertyRows = (schema: Schema, source: FormSource, prefix: string): readonly Row[] =>
  Object.entries(member(schema, 'properties')).flatMap(([name, value]) => {
    const property = resolveSchema(isObject(value) ? value : {}, source);
    const key = prefix === '' ? name : `${prefix}.${name}`;
    const choices = choicesOf(property).map((one) => resolveSchema(one, source));
    // Where one row may stand for a list of them, its keys are told once, as those of the row.
    const rows = 'discriminator' in property ? [] : choices.filter(({ title }) => typeof title === 'string');
    const lists = rows.length > 0 ? [] : [property, ...choices];
    return [
      rowOf(key, property, source),
      ...rowsOf(property, source, key),
      ...(name === 'defaults' ? rows.flatMap((one) => rowsOf(one, source, key)) : []),
      ...lists.flatMap((one) => rowsOf(resolveSchema(member(one, 'items'), source), source, `${key}[]`)),
      ...rowsOf(resolveSchema(member(property, 'additionalProperties'), source), source, `${key}.<name>`),
    ];
  });

/** A row for each key, nested ones with their whole name; each key once. */
export const rowsOf = (schema: Schema, source: FormSource, prefix = ''): readonly Row[] => {
  const rows = objectsOf(schema, source).flatMap((form) => propertyRows(form, source, prefix));
  return [...new Map(rows.map((row) => [row.key, row])).values()];
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The rows as a table in Markdown. */
export const rowsTable = (rows: readonly Row[]): string =>
  [
    '| key | form | default | example | meaning |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ key, form, fallback, example, text }) =>
        `| \`${key}\` | ${[form, fallback, example, text].map(cell).join(' | ')} |`,
    ),
  ].join('\n');
