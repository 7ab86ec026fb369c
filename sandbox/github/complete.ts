import type { Contract, Json } from './contract.ts';

const STAMP = '2026-01-05T09:00:00Z';

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const scalar = (schema: Json): unknown => {
  if (schema['nullable'] === true) return null;
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if (schema['type'] === 'integer' || schema['type'] === 'number') return 0;
  if (schema['type'] === 'boolean') return false;
  if (schema['format'] === 'uri') return 'https://github.example/';
  return schema['format'] === 'date-time' ? STAMP : '';
};

/**
 * Fills what GitHub's description requires of a schema around the fields that the double gives: answers carry a
 * hundred fields that no caller reads. A given field that the description does not have is an error.
 */
export const createComplete = (contract: Contract) => {
  const branchFor = (options: readonly unknown[], given: unknown): Json => {
    const branches = options.filter(isJson).map(contract.resolve);
    const fits = branches.find((it) => (isJson(given) ? isJson(it['properties']) : !isJson(it['properties'])));
    return fits ?? branches[0] ?? {};
  };
  const fill = (unresolved: Json, given: unknown, place: string): unknown => {
    const schema = contract.resolve(unresolved);
    const options = schema['oneOf'] ?? schema['anyOf'];
    if (Array.isArray(options)) return fill(branchFor(options, given), given, place);
    const combined = schema['allOf'];
    if (Array.isArray(combined) && isJson(combined[0])) return fill(combined[0], given, place);
    if (given === null || (given === undefined && schema['nullable'] === true)) return null;
    if (schema['type'] === 'array') {
      const items = isJson(schema['items']) ? schema['items'] : {};
      return Array.isArray(given) ? given.map((it, index) => fill(items, it, `${place}/${index}`)) : [];
    }
    const properties = schema['properties'];
    if (!isJson(properties) || (given !== undefined && !isJson(given)))
      return given === undefined ? scalar(schema) : given;
    const required = Array.isArray(schema['required']) ? schema['required'].filter((it) => typeof it === 'string') : [];
    const result: Record<string, unknown> = {};
    for (const key of new Set([...required, ...Object.keys(given ?? {})])) {
      const property = properties[key];
      if (!isJson(property)) throw new Error(`${place}/${key} is no field of GitHub's answer`);
      result[key] = fill(property, given?.[key], `${place}/${key}`);
    }
    return result;
  };
  return (name: string, given: Json): Json => {
    const result = fill(contract.schema(name), given, name);
    return isJson(result) ? result : {};
  };
};

export type Complete = ReturnType<typeof createComplete>;
