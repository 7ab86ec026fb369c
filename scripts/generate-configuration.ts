import { readSchema } from './generate-schemas.ts';
import type { GeneratedFile } from './generated-files.ts';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const member = (schema: Schema, key: string): Schema => {
  const value = schema[key];
  return isSchema(value) ? value : {};
};
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

interface Row {
  readonly key: string;
  readonly form: string;
  readonly text: string;
}

const resolve = (schema: Schema, root: Schema): Schema => {
  const reference = schema['$ref'];
  return typeof reference === 'string'
    ? { ...member(member(root, '$defs'), reference.replace('#/$defs/', '')), ...schema }
    : schema;
};

/** What a value looks like, in few words. */
const formOf = (schema: Schema, root: Schema): string => {
  const resolved = resolve(schema, root);
  if (Array.isArray(resolved['enum'])) return resolved['enum'].join(', ');
  if ('const' in resolved) return String(resolved['const']);
  if (Array.isArray(resolved['oneOf']))
    return resolved['oneOf']
      .filter(isSchema)
      .map((one) => formOf(one, root))
      .join(' or ');
  if (resolved['type'] === 'array') return `list of ${formOf(member(resolved, 'items'), root)}`;
  if (resolved['type'] === 'string') return 'text';
  if (resolved['type'] === 'boolean') return 'true or false';
  if (resolved['type'] === 'integer') return 'number';
  const keys = forms(resolved, root).flatMap((one) => Object.keys(member(one, 'properties')));
  return keys.length === 0 ? 'keys and values' : `{ ${keys.join(', ')} }`;
};

/** A schema, and the forms that it chooses among by a key of the value: their keys stand together. */
const forms = (schema: Schema, root: Schema): readonly Schema[] => {
  const chosen = 'discriminator' in schema && Array.isArray(schema['oneOf']) ? schema['oneOf'].filter(isSchema) : [];
  const implied = 'then' in schema ? [member(schema, 'then')] : [];
  return [schema, ...[...chosen, ...implied].flatMap((one) => forms(resolve(one, root), root))];
};

const rowsOf = (schema: Schema, root: Schema, prefix: string): Row[] => {
  const rows = forms(schema, root).flatMap((form) => ownRows(form, root, prefix));
  return [...new Map(rows.map((row) => [row.key, row])).values()];
};

/** Rows of what a key holds that may hold a list too: those of the list's items. */
const listRows = (schema: Schema, root: Schema, key: string): Row[] => {
  const choices = Array.isArray(schema['oneOf']) ? schema['oneOf'].filter(isSchema) : [];
  const items = choices.map((choice) => resolve(member(resolve(choice, root), 'items'), root));
  return items.flatMap((one) => rowsOf(one, root, `${key}[]`));
};

const ownRows = (schema: Schema, root: Schema, prefix: string): Row[] =>
  Object.entries(member(schema, 'properties')).flatMap(([name, value]) => {
    const property = resolve(isSchema(value) ? value : {}, root);
    const key = prefix === '' ? name : `${prefix}.${name}`;
    const description = property['description'];
    const row: Row = { key, form: formOf(property, root), text: typeof description === 'string' ? description : '' };
    const items = resolve(member(property, 'items'), root);
    const values = resolve(member(property, 'additionalProperties'), root);
    return [
      row,
      ...rowsOf(property, root, key),
      ...listRows(property, root, key),
      ...rowsOf(items, root, `${key}[]`),
      ...rowsOf(values, root, `${key}.<name>`),
    ];
  });

/** The page of the configuration's keys, from its schema. */
export const configurationPage = async (): Promise<GeneratedFile> => {
  const schema: Schema = await readSchema('configuration');
  const rows = rowsOf(schema, schema, '').map(
    ({ key, form, text }) => `| \`${key}\` | ${cell(form)} | ${cell(text)} |`,
  );
  return {
    path: 'docs/configuration.md',
    text: [
      '# Configuration',
      '',
      '`agentcore-sync.yaml`, in the working directory or where `--config` says. In Actions it comes from the default branch only: a change',
      'never judges itself, and [what widens trust comes alone](review.md#what-widens-trust-comes-alone). Generated from',
      '`schemas/configuration.schema.json` by `npm run generate`.',
      '',
      'Every key may be left out; `owner` is asked for by `plan` and `apply`.',
      '',
      '| key | form | meaning |',
      '| --- | --- | --- |',
      ...rows,
      '',
    ].join('\n'),
  };
};
