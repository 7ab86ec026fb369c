import { readFile } from 'node:fs/promises';
import { PATTERN_WORDS } from '../src/catalogue/schema.ts';
import { FORMS } from '../src/config/load.ts';
import { member, type Schema } from '../src/document/schema-forms.ts';
import { readSchema } from './generate-schemas.ts';
import type { GeneratedFile } from './generated-files.ts';
import { between } from './markers.ts';
import { rowsOf, rowsTable } from './schema-rows.ts';

const page = async (
  name: 'configuration' | 'entries',
  tables: Readonly<Record<string, string>>,
): Promise<GeneratedFile> => {
  const path = `docs/${name}.md`;
  const text = Object.entries(tables).reduce(
    (written, [marker, table]) => between(written, marker, table),
    await readFile(path, 'utf8'),
  );
  return { path, text };
};

const definition = (schema: Schema, name: string): Schema => member(member(schema, '$defs'), name);

/** The pages of the configuration's keys and of the entries', with tables from their schemas. */
export const keyPages = async (): Promise<GeneratedFile[]> => {
  const configuration: Schema = await readSchema('configuration');
  const entry: Schema = await readSchema('entry');
  const of = (name: string): string =>
    rowsTable(rowsOf(definition(entry, name), { root: entry, patterns: PATTERN_WORDS }));
  return [
    await page('configuration', {
      keys: rowsTable(rowsOf(configuration, { ...FORMS, root: configuration })),
    }),
    await page('entries', {
      registration: of('RuntimeRegistration'),
      manual: of('ManualRegistration'),
      credential: of('CredentialChoice'),
      gateway: of('GatewaySource'),
      target: of('TargetSource'),
      runtime: of('RuntimeSource'),
    }),
  ];
};
