import { expect, test } from 'vitest';
import { judgingProblems, judgingSettings } from '../../src/config/judging-settings.ts';
import type { Configuration } from '../../src/model/generated/configuration.ts';
import { isGuard, RULES, type RuleName } from '../../src/model/rules.ts';

const placeOf = (pointer: readonly (string | number)[]) => ({ file: 'agentcore-sync.yaml', pointer });

const CASES: readonly (readonly [string, Pick<Configuration, 'rules' | 'accepted'>, string, RegExp])[] = [
  [
    'a name that is no rule',
    { rules: { 'gateway-opn': 'error' } },
    'configuration-schema',
    /Did you mean gateway-open/,
  ],
  ['a guard that is lowered', { rules: { 'entry-url': 'warning' } }, 'configuration-contradiction', /guard/],
  ['a guard that is switched off', { rules: { 'settings-changed': 'off' } }, 'configuration-contradiction', /guard/],
  [
    'a guard that is accepted',
    { accepted: [{ rule: 'path-shadowed', path: '*', reason: 'x' }] },
    'configuration-contradiction',
    /guard/,
  ],
  [
    'a rule to accept that is none',
    { accepted: [{ rule: 'nothing-like-it', path: '*', reason: 'x' }] },
    'configuration-schema',
    /docs\/rules\.md/,
  ],
];

test.each(CASES)('%s is an error of its line, and counts for nothing', (_name, configuration, rule, said) => {
  const problems = judgingProblems(configuration, placeOf);
  expect(problems).toMatchObject([{ rule, severity: 'error', place: { file: 'agentcore-sync.yaml' } }]);
  expect(`${problems[0]?.text} ${problems[0]?.hint}`).toMatch(said);
  expect(judgingSettings(configuration, {})).toEqual({ severities: {}, accepted: [], failOn: 'error' });
});

test('a guard may be raised, all else set, and the flag says what fails', () => {
  const configuration = {
    rules: { 'settings-changed': 'error', 'auth-iam': 'off', 'call-throttled': 'warning' },
    accepted: [{ rule: 'gateway-open', path: '/a*', reason: 'SEC-1', until: '2027-01-31' }],
  } as const satisfies Pick<Configuration, 'rules'> & { accepted: unknown };
  const given = { rules: configuration.rules, accepted: [...configuration.accepted] };
  expect(judgingProblems(given, placeOf)).toEqual([]);
  expect(judgingSettings(given, { failOn: 'warning' })).toEqual({
    severities: configuration.rules,
    accepted: configuration.accepted,
    failOn: 'warning',
  });
});

test('errors are guards unless their row says otherwise, and what guards trust is one though it only warns', () => {
  const guards = (Object.keys(RULES) as RuleName[]).filter(isGuard);
  expect(guards).toEqual(expect.arrayContaining(['entry-url', 'path-shadowed', 'header-secret', 'limit-deletes']));
  expect(guards).toEqual(expect.arrayContaining(['settings-changed', 'client-covers', 'widened-with-entries']));
  for (const free of ['auth-iam', 'call-throttled', 'gateway-open'] as const) expect(guards).not.toContain(free);
});
