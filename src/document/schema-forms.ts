import { isObject } from '../model/json.ts';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** What forms are told with: the schema whose definitions are meant, and its patterns in words. */
export interface FormSource {
  readonly root: Schema;
  readonly patterns: Readonly<Record<string, string>>;
}

/** A schema's member that is a schema; an empty one where there is none. */
export const member = (schema: Schema, key: string): Schema => {
  const value = schema[key];
  return isObject(value) ? value : {};
};

/** A schema with what it refers to; its own words win. */
export const resolveSchema = (schema: Schema, { root }: FormSource): Schema => {
  const reference = schema['$ref'];
  return typeof reference === 'string'
    ? { ...member(member(root, '$defs'), reference.replace('#/$defs/', '')), ...schema }
    : schema;
};

const listIn = (schema: Schema, key: string): readonly Schema[] => {
  const value = schema[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
};

/** The forms that a value may have, each another one. */
export const choicesOf = (schema: Schema): readonly Schema[] => listIn(schema, 'oneOf');

/** A schema, and the objects that it chooses among by a key or is made of: their keys stand together. */
export const objectsOf = (schema: Schema, source: FormSource): readonly Schema[] => {
  const chosen = 'discriminator' in schema ? choicesOf(schema) : [];
  const implied = 'then' in schema ? [member(schema, 'then')] : [];
  const parts = [...chosen, ...listIn(schema, 'allOf'), ...implied];
  return [schema, ...parts.flatMap((one) => objectsOf(resolveSchema(one, source), source))];
};

const rangeOf = ({ minimum, maximum }: Schema): string =>
  typeof minimum !== 'number'
    ? 'number'
    : typeof maximum === 'number'
      ? `number, ${minimum} to ${maximum}`
      : `number, ${minimum} or more`;

/** More keys than these are not named in one breath. */
const MOST_KEYS = 5;

const keysForm = (schema: Schema, source: FormSource): string => {
  const keys = new Set(objectsOf(schema, source).flatMap((one) => Object.keys(member(one, 'properties'))));
  return keys.size === 0 || keys.size > MOST_KEYS ? 'keys and values' : `{ ${[...keys].join(', ')} }`;
};

/** What a value looks like, in few words: `all, or list: a Region such as us-east-1`. */
export const formOf = (schema: Schema, source: FormSource): string => {
  const resolved = resolveSchema(schema, source);
  const { type, pattern } = resolved;
  if (Array.isArray(resolved['enum'])) return resolved['enum'].join(', ');
  if (resolved['const'] !== undefined) return String(resolved['const']);
  const choices = choicesOf(resolved);
  if (choices.length > 0 && !('discriminator' in resolved))
    return [...new Set(choices.map((one) => formOf(one, source)))].join(', or ');
  switch (type) {
    case 'array':
      return `list: ${formOf(member(resolved, 'items'), source)}`;
    case 'string':
      return (typeof pattern === 'string' ? source.patterns[pattern] : undefined) ?? 'text';
    case 'boolean':
      return 'true or false';
    case 'integer':
    case 'number':
      return rangeOf(resolved);
    default:
      return keysForm(resolved, source);
  }
};
