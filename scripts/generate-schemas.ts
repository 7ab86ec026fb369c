import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { SECRET_ENV } from '../src/model/secret-env.ts';
import { VENDORS } from '../src/model/vendors/table.ts';
import type { GeneratedFile } from './generated-files.ts';

const SCHEMAS = ['entry', 'configuration', 'tools-lock', 'gateway', 'policy-tests'] as const;
const BANNER = (name: string) => `// Generated from schemas/${name}.schema.json by "npm run generate". Do not edit.`;

interface SchemaPart {
  readonly properties?: Readonly<Record<string, { readonly const?: string }>>;
}

/** The kinds of resources, in the order of their entries' schemas: entries of all others have no source. */
const RESOURCE_KINDS = Object.values<SchemaPart>(
  JSON.parse(readFileSync('schemas/entry.schema.json', 'utf8')).$defs,
).flatMap(({ properties = {} }) => (properties['source'] === undefined ? [] : [String(properties['kind']?.const)]));

/** The list of them, for what goes through all. */
export const resourceKinds = (): GeneratedFile => ({
  path: 'src/model/generated/resource-kinds.ts',
  text: [
    BANNER('entry'),
    '/** Every kind of resource, in the order in which they are shown. */',
    `export const RESOURCE_KINDS = [${RESOURCE_KINDS.map((kind) => `'${kind}'`).join(', ')}] as const;`,
    '',
  ].join('\n'),
});

/** Where a schema repeats what a table says, and what the table says now. */
const DERIVED = {
  entry: [],
  'tools-lock': [],
  gateway: [],
  'policy-tests': [],
  configuration: [
    [
      /(?<="vendor": \{[^}]*"enum": )\[[^\]]*\]/,
      `[${Object.keys(VENDORS)
        .map((name) => `"${name}"`)
        .join(', ')}]`,
    ],
    [/(?<="kind": \{\s*"enum": )\[[^\]]*\]/, `[${RESOURCE_KINDS.map((kind) => `"${kind}"`).join(', ')}]`],
    [/(?<="SecretEnv": \{[^}]*"pattern": )"[^"]*"/, JSON.stringify(SECRET_ENV)],
  ],
} as const;

/** A schema's text, with the parts that come from a table. */
const schemaText = async (name: (typeof SCHEMAS)[number]): Promise<string> => {
  const path = `schemas/${name}.schema.json`;
  return DERIVED[name].reduce(
    (text, [place, now]) => {
      if (!place.test(text)) throw new Error(`${path}: expected a place like ${place.source}, met none`);
      return text.replace(place, () => now);
    },
    await readFile(path, 'utf8'),
  );
};

/** A schema, as generated from its file. */
export const readSchema = async (name: (typeof SCHEMAS)[number]) => JSON.parse(await schemaText(name));

/** The schemas themselves. */
export const schemaFiles = (): Promise<GeneratedFile[]> =>
  Promise.all(SCHEMAS.map(async (name) => ({ path: `schemas/${name}.schema.json`, text: await schemaText(name) })));

/** TypeScript types of each schema. */
export const schemaTypes = (): Promise<GeneratedFile[]> =>
  Promise.all(
    SCHEMAS.map(async (name) => ({
      path: `src/model/generated/${name}.ts`,
      text: await compile(await readSchema(name), name, {
        bannerComment: BANNER(name),
        additionalProperties: false,
        ignoreMinAndMaxItems: true,
        style: { singleQuote: true, printWidth: 120 },
      }),
    })),
  );

/**
 * ajv's ESM output still calls require for its runtime: turned into imports, so that it runs unbundled too. Loaders differ
 * in what the default import of such a module is: the module, or its own default.
 */
const importRuntime = (code: string): string =>
  code.replaceAll(
    /const (\w+) = require\("(ajv\/dist\/runtime\/\w+)"\)\.default;/g,
    (_, name: string, module: string) =>
      `import ${name}Module from "${module}.js";\nconst ${name} = ${name}Module.default ?? ${name}Module;`,
  );

const declaration = (name: string, type: string): string =>
  [
    BANNER(name),
    `import type { ErrorObject } from 'ajv';`,
    `import type { ${type} } from './${name}.ts';`,
    `export declare const validate: { (value: unknown): value is ${type}; errors?: ErrorObject[] | null };`,
    '',
  ].join('\n');

/** Standalone validators: compiling a schema at start-up costs about 140 ms. */
export const schemaValidators = async (): Promise<GeneratedFile[]> => {
  const files = await Promise.all(
    SCHEMAS.map(async (name) => {
      const ajv = new Ajv2020({
        allErrors: true,
        discriminator: true,
        strict: true,
        strictRequired: false,
        strictTypes: false,
        code: { source: true, esm: true, lines: true },
      });
      // How a part that JSON Schema chooses by if, then and else is called in TypeScript.
      ajv.addKeyword('tsType');
      const schema = await readSchema(name);
      const code = importRuntime(standalone.default(ajv, ajv.compile(schema)));
      return [
        { path: `src/model/generated/validate-${name}.js`, text: `${BANNER(name)}\n${code}\n` },
        { path: `src/model/generated/validate-${name}.d.ts`, text: declaration(name, schema.title) },
      ];
    }),
  );
  return files.flat();
};
