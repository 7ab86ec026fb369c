import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AtRegistry } from '../../src/model/at-registry.ts';
import type { Review } from '../../src/model/review.ts';
import { envelopeHead, envelopeText } from '../../src/report/envelope.ts';
import {
  applyResult,
  listResult,
  planResult,
  reviewResult,
  scanResult,
  validateResult,
} from '../../src/report/results.ts';
import { hostileText, poisoned } from './hostile.ts';
import { OUTCOMES, PLAN, PROBLEMS, SCAN, SCAN_REPORT, SHOWN } from './samples.ts';

const schema = JSON.parse(await readFile('schemas/output.schema.json', 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(schema);

const REVIEW: Review = {
  places: [{ file: 'a/b.yaml', path: '/b/', field: 'url', after: 'https://b' }],
  outside: [
    { path: 'agentcore-sync.yaml', before: 'file', after: 'link' },
    { path: 'vendor', after: 'submodule' },
  ],
  sources: [
    {
      action: 'replaced',
      file: 'a/b.yaml',
      from: 'a/a.yaml',
      fields: [{ field: 'source.authorizer', after: { type: 'NONE' } }],
      vouched: 'nobody',
    },
  ],
  covered: [
    {
      action: 'create',
      file: 'a/b.yaml',
      name: 'b',
      path: '/b/',
      differences: [{ risk: 'client', field: 'token for /b/', after: 'x for https://b' }],
    },
  ],
};
const at = <Result>(result: Result): readonly AtRegistry<Result>[] => [
  { name: 'staging', type: 'mcp-gateway-registry', result, problems: PROBLEMS },
  { name: 'production', type: 'mcp-gateway-registry', problems: PROBLEMS },
];
const APPLIED = at({ outcomes: OUTCOMES, ours: 3, problems: [] });
const RESULTS: readonly (readonly [string, object])[] = [
  ['list', listResult(SCAN, () => undefined)],
  ['list', listResult(SCAN, () => ({ tools: 2, prompts: 0, resourceTemplates: 1, skills: 0 }))],
  ['scan', scanResult(SCAN_REPORT)],
  ['validate', validateResult({ files: 12 })],
  ['plan', planResult(at(PLAN))],
  ['plan', { ...planResult(at(PLAN)), review: reviewResult(REVIEW) }],
  ['validate', validateResult({ files: 12, review: REVIEW })],
  ['apply', applyResult(APPLIED)],
  ['show', SHOWN],
  [
    'sync',
    {
      scan: scanResult(SCAN_REPORT),
      validate: validateResult({ files: 12 }),
      plan: null,
      apply: applyResult(APPLIED),
    },
  ],
];

it('begins as its document begins, whatever comes of the command', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (result) => {
      expect(envelopeText({ command: 'plan', result, problems: [] }).startsWith(envelopeHead('plan'))).toBe(true);
    }),
  );
});

describe('envelopeText', () => {
  it.each(RESULTS)('gives %s a result that fits the schema', (command, result) => {
    const value: unknown = JSON.parse(envelopeText({ command, result, problems: PROBLEMS }));
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ form: 2, command, result: { unknown: 1 }, problems: [] })).toBe(false);
  });

  it('takes a command that could not start, and one without a schema of its own', () => {
    expect(validate(JSON.parse(envelopeText({ command: 'plan', result: null, problems: [] })))).toBe(true);
    expect(validate(JSON.parse(envelopeText({ command: 'doctor', result: { checks: [] }, problems: [] })))).toBe(true);
  });

  it('sorts keys below the envelope, and keeps the pointer to itself', () => {
    const text = envelopeText({ command: 'x', result: { b: 1, a: { d: 2, c: [{ f: 3, e: 4 }] } }, problems: PROBLEMS });
    expect(text.replace(/\s+/g, '')).toContain(
      '{"form":2,"command":"x","result":{"a":{"c":[{"e":4,"f":3}],"d":2},"b":1},"problems":[',
    );
    expect(text).not.toContain('pointer');
  });

  it('shows no header value', () => {
    expect(envelopeText({ command: 'plan', result: planResult(at(PLAN)), problems: [] })).not.toContain('canary');
    expect(envelopeText({ command: 'plan', result: PLAN, problems: [] })).not.toContain('canary');
  });

  it('keeps every value, moves no cursor and starts no command', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const result = poisoned(scanResult(SCAN_REPORT), () => text);
        const printed = envelopeText({ command: 'scan', result, problems: [] });
        expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(printed.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual(
          [],
        );
        expect(JSON.parse(printed).result).toEqual(result);
      }),
    );
  });
});
