import { expect, test } from 'vitest';
import { acceptanceProblems } from '../../src/review/acceptance-problems.ts';

const KNOWN = { rule: 'auth-iam', path: '/a/', reason: 'SEC-1' };

test('what a pull request would let pass is told one by one, and what stands is not', () => {
  const before = { accepted: [KNOWN], rules: { 'auth-iam': 'notice' as const } };
  const after = {
    accepted: [KNOWN, { rule: 'gateway-open', path: '/internal-*', reason: 'SEC-12', until: '2027-01-31' }],
    rules: { 'auth-iam': 'notice' as const, 'gateway-open': 'off' as const },
  };
  const problems = acceptanceProblems(before, after, 'agentcore-sync.yaml');
  expect(problems.map(({ text }) => text)).toEqual([
    'This pull request accepts gateway-open at /internal-* until 2027-01-31: SEC-12',
    'This pull request sets the severity of gateway-open to off.',
  ]);
  expect(problems.every(({ rule, severity }) => rule === 'settings-changed' && severity === 'warning')).toBe(true);
  expect(acceptanceProblems(after, after, 'agentcore-sync.yaml')).toEqual([]);
});

test('an acceptance without an end says so', () => {
  expect(acceptanceProblems({}, { accepted: [KNOWN] }, 'c.yaml')[0]?.text).toBe(
    'This pull request accepts auth-iam at /a/, without an end: SEC-1',
  );
});
