import type { Pointer } from './finding.ts';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const member = (schema: Schema, key: string): unknown => (Object.hasOwn(schema, key) ? schema[key] : undefined);
const definitionsOf = (schema: Schema): Schema => {
  const definitions = member(schema, '$defs');
  return isSchema(definitions) ? definitions : {};
};

/** The schemas that hold at one place together: what $ref, allOf and choices lead to. */
const expand = (schema: unknown, definitions: Schema): readonly Schema[] => {
  if (!isSchema(schema)) return [];
  const reference = member(schema, '$ref');
  const target = typeof reference === 'string' ? member(definitions, reference.replace('#/$defs/', '')) : undefined;
  const together = ['allOf', 'oneOf'].flatMap((key) => {
    const list = member(schema, key);
    return Array.isArray(list) ? list : [];
  });
  const chosen = ['then', 'else'].map((key) => member(schema, key));
  return [
    schema,
    ...expand(target, definitions),
    ...[...together, ...chosen].flatMap((one) => expand(one, definitions)),
  ];
};

const child = (schema: Schema, part: string | number, definitions: Schema): readonly Schema[] => {
  if (typeof part === 'number') return expand(member(schema, 'items'), definitions);
  const properties = member(schema, 'properties');
  const property = isSchema(properties) ? member(properties, part) : undefined;
  return expand(property ?? member(schema, 'additionalProperties'), definitions);
};

/** The schemas that hold at a place of a document together; `root`: the definition that holds for the whole value, where it is one. */
export const schemasAt = (document: Schema, pointer: Pointer, root?: string): readonly Schema[] => {
  const definitions = definitionsOf(document);
  const start = expand(root === undefined ? document : member(definitions, root), definitions);
  return pointer.reduce<readonly Schema[]>(
    (level, part) => level.flatMap((schema) => child(schema, part, definitions)),
    start,
  );
};

/** Keys that a schema document knows at a place. */
export const knownKeys = (document: Schema, pointer: Pointer, root?: string): readonly string[] => {
  const keys = schemasAt(document, pointer, root).flatMap((schema) => {
    const properties = member(schema, 'properties');
    return isSchema(properties) ? Object.keys(properties) : [];
  });
  return [...new Set(keys)];
};
