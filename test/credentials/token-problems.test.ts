import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { coversResource } from '../../src/credentials/coverage.ts';
import { type Suggestion, suggestedLines } from '../../src/credentials/suggestion.ts';
import { tokenProblems, withSuggestions } from '../../src/credentials/token-problems.ts';
import type { TokenResult } from '../../src/credentials/tokens.ts';
import { SyncError } from '../../src/model/errors.ts';
import type { Client } from '../../src/model/generated/configuration.ts';

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

const lacks = (account: string, name: string, client: string): Suggestion => ({
  discoveryUrl: 'https://issuer.example/.well-known/openid-configuration',
  allowedClients: [client],
  covers: { for: [`${account}/${name}/`] },
});

test('an uncovered entry says so, with the way out where it needs none', () => {
  const suggestion = lacks('111111111111', 'a', 'abc');
  expect(tokenProblems({ type: 'uncovered', text: 'nobody', suggestion }, '/x/')).toEqual([
    {
      rule: 'token-uncovered',
      severity: 'warning',
      subject: '/x/',
      text: 'nobody',
      hint: expect.stringMatching(/^Add to the configuration/),
    },
  ]);
  expect(tokenProblems({ type: 'uncovered', text: 'two', hint: 'pick' }, '/x/')).toMatchObject([{ hint: 'pick' }]);
  expect(tokenProblems({ type: 'uncovered', text: 'odd' }, '/x/')[0]).not.toHaveProperty('hint');
});

test('what many entries lack is one block, ready to paste, that covers each of them', () => {
  const names = Array.from({ length: 6 }, (_, at) => `s${at}`);
  const suggestions = [
    ...names.map((name) => lacks('111111111111', name, 'retail')),
    lacks('222222222222', 'other', 'retail'),
    lacks('222222222222', 'odd', 'ops'),
  ];
  const problems = suggestions.flatMap((suggestion, at) =>
    tokenProblems({ type: 'uncovered', text: `nobody ${at}`, suggestion }, `/${at}/`),
  );
  const told = withSuggestions(problems, suggestions);
  expect(told.filter(({ lines }) => lines !== undefined)).toHaveLength(1);
  const lines = told[0]?.lines ?? [];
  expect(lines).toEqual([
    'issuers:',
    '  - issuer: "https://issuer.example"',
    '    clients:',
    '      - id: "ops" # named by its owner: make sure that it is meant for this entry',
    '        for: ["222222222222/odd/"]',
    '      - id: "retail" # named by their owners: make sure that it is meant for these 7 entries',
    '        for: ["111111111111/*", "222222222222/other/"]',
    '        shared: true # for entries of 2 accounts',
  ]);
  const [issuer] = parse(lines.join('\n')).issuers;
  for (const { covers } of suggestions) {
    const [glob = ''] = covers.for ?? [];
    const resource = { account: glob.slice(0, 12), arn: '', path: glob.slice(12) };
    expect(issuer.clients.filter((client: Client) => coversResource(client, resource))).toHaveLength(1);
  }
});

test('a glob never stands where two clients of one issuer serve the same account', () => {
  const names = Array.from({ length: 8 }, (_, at) => `s${at}`);
  const lines = suggestedLines(names.map((name, at) => lacks('111111111111', name, at % 2 === 0 ? 'even' : 'odd')));
  expect(lines.join('\n')).not.toContain('*');
});

test('a failure is an error in its own words', () => {
  const error = new SyncError('token', 'refused', 'request a token: 401', { hint: 'rotate' });
  expect(tokenProblems({ type: 'failed', ...asked, error }, '/x/', place)).toEqual([
    { rule: 'token-failed', severity: 'error', place, subject: '/x/', text: 'request a token: 401', hint: 'rotate' },
  ]);
});
