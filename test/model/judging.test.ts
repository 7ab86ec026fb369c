import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasFailed, type Judging, judgeProblems } from '../../src/model/judging.ts';
import { distinctProblems, type Problem } from '../../src/model/problem.ts';
import { RULES, type RuleName } from '../../src/model/rules.ts';

const TODAY = '2026-11-21';
const judging = (changes: Partial<Judging> = {}): Judging => ({
  severities: {},
  accepted: [],
  failOn: 'error',
  ...changes,
});

const iam = (path: string): Problem => ({
  rule: 'auth-iam',
  severity: 'warning',
  place: { file: `servers${path}x.yaml`, line: 3, column: 5 },
  subject: path,
  text: `${path} expects AWS_IAM`,
  hint: 'Give it an authorizer.',
});

describe('severities', () => {
  it('are those of the configuration, and off says nothing', () => {
    const problems = [iam('/a/'), { ...iam('/b/'), rule: 'gateway-open' } as const];
    const judged = judgeProblems(
      problems,
      judging({ severities: { 'auth-iam': 'off', 'gateway-open': 'error' } }),
      TODAY,
    );
    expect(judged).toEqual([{ ...problems[1], severity: 'error' }]);
    expect(hasFailed(judged, { failOn: 'error' })).toBe(true);
  });

  it('decide with --fail-on what a run fails for', () => {
    expect(hasFailed([iam('/a/')], { failOn: 'error' })).toBe(false);
    expect(hasFailed([iam('/a/')], { failOn: 'warning' })).toBe(true);
    expect(hasFailed([{ ...iam('/a/'), severity: 'notice' }], { failOn: 'warning' })).toBe(false);
  });
});

describe('accepted problems', () => {
  const by = (path: string, until?: string): Judging =>
    judging({
      failOn: 'warning',
      accepted: [{ rule: 'auth-iam', path, reason: 'SEC-12', ...(until === undefined ? {} : { until }) }],
    });

  it.each([
    ['the path', '/internal-*'],
    ['the path without its last slash', '/internal-a'],
    ['the file', 'servers/internal-a/*'],
  ])('are known by %s, and fail nothing', (_name, path) => {
    const [mine, other] = judgeProblems([iam('/internal-a/'), iam('/public/')], by(path), TODAY);
    expect(mine).toMatchObject({ severity: 'notice', accepted: { reason: 'SEC-12' } });
    expect(other).toEqual(iam('/public/'));
    expect(hasFailed(mine === undefined ? [] : [mine], { failOn: 'warning' })).toBe(false);
  });

  it('hold to the end of their last day, and are problems again after it', () => {
    expect(judgeProblems([iam('/a/')], by('*', TODAY), TODAY)).toMatchObject([{ accepted: { until: TODAY } }]);
    const [over] = judgeProblems([iam('/a/')], by('*', '2026-11-20'), TODAY);
    expect(over).toEqual({
      ...iam('/a/'),
      hint: 'Give it an authorizer. It was accepted until 2026-11-20 (SEC-12).',
    });
  });

  it('are of their rule alone', () => {
    const [open] = judgeProblems([{ ...iam('/a/'), rule: 'gateway-open' }], by('*'), TODAY);
    expect(open).not.toHaveProperty('accepted');
  });
});

describe('judging', () => {
  const names = Object.keys(RULES) as RuleName[];
  const severities = ['error', 'warning', 'notice'] as const;
  const problem = fc.record({
    rule: fc.constantFrom(...names.slice(0, 5)),
    severity: fc.constantFrom(...severities),
    subject: fc.constantFrom('/a/', '/b/', 'x'),
    text: fc.constantFrom('one', 'two'),
  });
  const settings = fc.record({
    severities: fc.dictionary(fc.constantFrom(...names.slice(0, 5)), fc.constantFrom(...severities, 'off' as const)),
    accepted: fc.array(
      fc.record(
        {
          rule: fc.constantFrom(...names.slice(0, 5)),
          path: fc.constantFrom('*', '/a*', 'x'),
          reason: fc.constant('r'),
          until: fc.constantFrom('2026-01-01', '2027-01-01'),
        },
        { requiredKeys: ['rule', 'path', 'reason'] },
      ),
      { maxLength: 3 },
    ),
    failOn: fc.constantFrom('error' as const, 'warning' as const),
  });

  it('changes nothing the second time, and never adds a problem', () => {
    fc.assert(
      fc.property(fc.array(problem, { maxLength: 8 }), settings, (problems, given) => {
        const once = judgeProblems(problems, given, TODAY);
        expect(judgeProblems(once, given, TODAY)).toEqual(once);
        expect(once.length).toBeLessThanOrEqual(distinctProblems(problems).length);
      }),
    );
  });
});

describe('equal problems', () => {
  it('are one: the one that knows its line', () => {
    const { place: _, ...without } = iam('/a/');
    const file = { ...without, place: { file: 'servers/a/x.yaml' } };
    expect(distinctProblems([file, iam('/a/'), file])).toEqual([iam('/a/')]);
    expect(distinctProblems([file, file])).toEqual([file]);
  });

  it('are two where they stand on two lines, or say two things', () => {
    const other = { ...iam('/a/'), place: { file: 'servers/a/x.yaml', line: 9, column: 1 } };
    expect(distinctProblems([iam('/a/'), other])).toHaveLength(2);
    expect(distinctProblems([iam('/a/'), { ...iam('/a/'), text: 'more' }])).toHaveLength(2);
  });
});
