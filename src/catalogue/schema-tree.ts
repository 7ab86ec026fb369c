import entrySchema from '../../schemas/entry.schema.json' with { type: 'json' };
import type { Pointer } from './finding.ts';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const member = (schema: Schema, key: string): unknown => (Object.hasOwn(schema, key) ? schema[key] : undefined);
const DEFINITIONS: Schema = entrySchema.$defs;

/** The schemas that hold at one place together: what $ref and allOf lead to. */
const expand = (schema: unknown): readonly Schema[] => {
  if (!isSchema(schema)) return [];
  const reference = member(schema, '$ref');
  const target = typeof reference === 'string' ? member(DEFINITIONS, reference.replace('#/$defs/', '')) : undefined;
  const all = member(schema, 'allOf');
  return [schema, ...expand(target), ...(Array.isArray(all) ? all.flatMap(expand) : [])];
};

const child = (schema: Schema, part: string | number): readonly Schema[] => {
  if (typeof part === 'number') return expand(member(schema, 'items'));
  const properties = member(schema, 'properties');
  const property = isSchema(properties) ? member(properties, part) : undefined;
  return property === undefined ? expand(member(schema, 'additionalProperties')) : expand(property);
};

const rootOf = (kind: unknown): readonly Schema[] =>
  typeof kind === 'string' ? expand(member(DEFINITIONS, `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Entry`)) : [];

/** Keys that the schema of entries knows at a place of a file of this kind. */
export const knownKeys = (kind: unknown, pointer: Pointer): readonly string[] => {
  const schemas = pointer.reduce<readonly Schema[]>(
    (level, part) => level.flatMap((schema) => child(schema, part)),
    rootOf(kind),
  );
  return schemas.flatMap((schema) => {
    const properties = member(schema, 'properties');
    return isSchema(properties) ? Object.keys(properties) : [];
  });
};
