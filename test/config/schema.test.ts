/** What the configuration's schema tells people is what the code does. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildSettings } from '../../src/config/build-settings.ts';
import { FORMS } from '../../src/config/load.ts';
import type { Configuration } from '../../src/model/generated/configuration.ts';
import { isObject } from '../../src/model/json.ts';

test('there are words for every pattern of the schema, and for no other', () => {
  const schema = readFileSync('schemas/configuration.schema.json', 'utf8');
  const patterns = [...schema.matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)].map(([, text]) => JSON.parse(text ?? '""'));
  expect(new Set(Object.keys(FORMS.patterns))).toEqual(new Set(patterns));
});

/** Every default that the schema tells, as the configuration that says just it. */
const defaultsIn = (schema: unknown, path: readonly string[] = []): readonly (readonly [string, unknown])[] => {
  if (!isObject(schema)) return [];
  const own = 'default' in schema ? [[path.join('.'), schema['default']] as const] : [];
  const { properties } = schema;
  return [
    ...own,
    ...(isObject(properties)
      ? Object.entries(properties).flatMap(([key, value]) => defaultsIn(value, [...path, key]))
      : []),
  ];
};
const told = defaultsIn(JSON.parse(readFileSync('schemas/configuration.schema.json', 'utf8')));

test('the schema tells defaults', () => {
  expect(told.length).toBeGreaterThan(8);
});

test.each(told)('%s: %j changes nothing where it is written out', (path, value) => {
  const configuration = path
    .split('.')
    .reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Configuration;
  const settings = (given: Configuration) =>
    buildSettings({ command: 'scan', values: {}, origins: {}, configuration: given }).settings;
  expect(settings(configuration)).toEqual(settings({}));
});
