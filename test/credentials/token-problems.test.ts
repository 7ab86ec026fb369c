import { expect, test } from 'vitest';
import { tokenProblems } from '../../src/credentials/token-problems.ts';
import type { TokenResult } from '../../src/credentials/tokens.ts';
import { SyncError } from '../../src/model/errors.ts';

const asked = { issuer: 'https://issuer.example', client: 'a' };
const place = { file: 'servers/x.yaml' };

test('a token, and an entry that wants none, are no problem', () => {
  const token: TokenResult = { type: 'token', ...asked, token: 'canary-token', obtainedAt: 0 };
  expect(tokenProblems(token, '/x/')).toEqual([]);
  expect(tokenProblems({ type: 'none', text: 'no' }, '/x/')).toEqual([]);
  const warned = tokenProblems({ ...token, warning: 'not listed' }, '/x/', place);
  expect(warned).toMatchObject([
    { rule: 'token-client', severity: 'warning', subject: '/x/', text: 'not listed', place },
  ]);
  expect(JSON.stringify(warned)).not.toContain('canary-token');
});

test('an uncovered entry comes with the lines to add, or the way out', () => {
  const lines = ['issuers:', '  - issuer: "https://issuer.example"'];
  expect(tokenProblems({ type: 'uncovered', text: 'nobody', lines }, '/x/')).toEqual([
    {
      rule: 'token-uncovered',
      severity: 'warning',
      subject: '/x/',
      text: 'nobody',
      hint: 'Add to the configuration:',
      lines,
    },
  ]);
  expect(tokenProblems({ type: 'uncovered', text: 'two', hint: 'pick', lines: [] }, '/x/')).toMatchObject([
    { hint: 'pick' },
  ]);
  expect(tokenProblems({ type: 'uncovered', text: 'odd', lines: [] }, '/x/')[0]).not.toHaveProperty('hint');
});

test('a failure is an error in its own words', () => {
  const error = new SyncError('token', 'refused', 'request a token: 401', { hint: 'rotate' });
  expect(tokenProblems({ type: 'failed', ...asked, error }, '/x/', place)).toEqual([
    { rule: 'token-failed', severity: 'error', place, subject: '/x/', text: 'request a token: 401', hint: 'rotate' },
  ]);
});
