/** What `--sarif` writes, checked with the schema that OASIS publishes. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'vitest';

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number; readonly startColumn?: number };
      };
    },
  ];
  readonly partialFingerprints: { readonly 'agentcoreSync/v1': string };
  readonly suppressions?: readonly { readonly justification: string }[];
}

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly [{ readonly executionSuccessful: boolean }];
      readonly results: readonly SarifResult[];
    },
  ];
}

const file = resolve(import.meta.dirname, '../fixtures/sarif/sarif-schema-2.1.0.json');
// Draft 4 differs from what is built in only in the name of its own id.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
const isSarif = new Ajv({ strict: false, validateFormats: false }).compile<SarifLog>(schema);

/** The one run of a text that fits the schema. */
export const sarifRun = (text: string): SarifLog['runs'][0] => {
  const log: unknown = JSON.parse(text);
  expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
  if (!isSarif(log)) throw new Error('no SARIF');
  return log.runs[0];
};
