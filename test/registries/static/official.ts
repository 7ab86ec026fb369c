import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  uri: (text) => URL.canParse(text),
  // Every URL without braces is a template of itself.
  'uri-template': (text) => URL.canParse(text) && !/[{}]/.test(text),
  'date-time': (text) => new Date(text).toISOString() === text,
};

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const messages = (errors: readonly { instancePath: string; message?: string }[] | null | undefined) =>
  (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);

const schema = JSON.parse(read('schemas/vendor/mcp-registry/server.schema.json'));
const ofServer = new Ajv({ strict: false, formats: FORMATS, allErrors: true }).compile(schema);

/** What the official schema of 2025-12-11 has against a server.json. */
export const serverJsonFaults = (value: unknown): readonly string[] =>
  ofServer(value) ? [] : messages(ofServer.errors);

const { components } = parse(read('test/fixtures/mcp-registry/openapi.yaml'));
const answer = (name: string) =>
  new Ajv2020({ strict: false, formats: FORMATS, allErrors: true }).compile({
    $ref: `#/components/schemas/${name}`,
    components,
  });
const ofAnswer = { ServerList: answer('ServerList'), ServerResponse: answer('ServerResponse') };

/** What the registry's OpenAPI description has against an answer. */
export const answerFaults = (name: keyof typeof ofAnswer, value: unknown): readonly string[] => {
  const validate = ofAnswer[name];
  return validate(value) ? [] : messages(validate.errors);
};
