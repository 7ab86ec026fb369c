import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { type SarifRun, sarifText } from '../../src/report/sarif.ts';
import { hostileText, poisoned } from './hostile.ts';
import { PROBLEMS } from './samples.ts';
import { sarifRun } from './sarif-schema.ts';

const run = (problems: readonly Problem[], more: Partial<SarifRun> = {}): SarifRun => ({
  command: 'validate',
  problems,
  config: 'agentcore-sync.yaml',
  prefix: '',
  successful: true,
  ...more,
});

test('each problem is a result of its rule, at its line, by a path from the root of the repository', () => {
  const { results, tool } = sarifRun(sarifText(run(PROBLEMS, { prefix: 'cata logue/' })));
  expect(results).toHaveLength(PROBLEMS.length);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  const schema = results.find(({ ruleId }) => ruleId === 'schema');
  expect(schema).toMatchObject({
    level: 'error',
    message: { text: '/pricing-tools/: registration.tags: expected a list, met a text' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: 'cata%20logue/servers/111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml',
          },
          region: { startLine: 7, startColumn: 3 },
        },
      },
    ],
  });
  expect(results.map(({ level }) => level)).toEqual(['error', 'error', 'error', 'warning', 'note']);
});

test('what belongs to no file stands at the configuration, and says what it is about', () => {
  const denied = PROBLEMS.filter(({ rule }) => rule === 'call-denied');
  const [result] = sarifRun(sarifText(run(denied))).results;
  expect(result?.locations[0].physicalLocation.artifactLocation.uri).toBe('agentcore-sync.yaml');
  expect(result?.message.text).toMatch(/^222222222222 eu-west-1: ListGateways was denied/);
  expect(result?.message.text).toContain('\nadd the action to the role');
});

const fingerprintsOf = (problems: readonly Problem[]): readonly string[] =>
  sarifRun(sarifText(run(problems))).results.map(({ partialFingerprints }) => partialFingerprints['agentcoreSync/v1']);

test('a fingerprint stays while lines move and numbers change, and no two results share one', () => {
  const moved = PROBLEMS.map((one) =>
    one.place?.line === undefined ? one : { ...one, place: { ...one.place, line: one.place.line + 40, column: 1 } },
  );
  expect(fingerprintsOf(moved)).toEqual(fingerprintsOf(PROBLEMS));
  const twice = [...PROBLEMS, ...PROBLEMS];
  expect(new Set(fingerprintsOf(twice)).size).toBe(twice.length);
  expect(fingerprintsOf(PROBLEMS.slice(0, 1))).not.toEqual(fingerprintsOf(PROBLEMS.slice(1, 2)));
});

test('what a person accepts is suppressed with the reason', () => {
  const [problem] = PROBLEMS;
  if (problem === undefined) throw new Error('no sample');
  const accepted: Problem = { ...problem, severity: 'notice', accepted: { reason: 'SEC-12 [x](https://e.example)' } };
  expect(sarifRun(sarifText(run([accepted]))).results).toMatchObject([
    { level: 'note', suppressions: [{ kind: 'external', justification: 'SEC-12 \\[x\\](https://e.example)' }] },
  ]);
});

test('whatever strangers write stays text: no link, nothing unseen, and the file fits the schema', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const { results } = sarifRun(sarifText(run(poisoned(PROBLEMS, () => text))));
      for (const { message, locations } of results) {
        expect(message.text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(message.text).not.toMatch(/(?<!\\)[[\]]/);
        expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[A-Za-z0-9\-._~%!*'()/]*$/);
      }
    }),
    { numRuns: 50 },
  );
});
