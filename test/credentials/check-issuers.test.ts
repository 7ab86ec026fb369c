import { expect, test } from 'vitest';
import { checkIssuers } from '../../src/credentials/check-issuers.ts';
import type { Client, Issuer } from '../../src/model/generated/configuration.ts';

const issuer = (changes: Partial<Issuer> = {}): Issuer => ({
  issuer: 'https://issuer.example/tenant',
  clients: [{ id: 'a', for: ['111111111111/*'], urls: ['https://tools.example'] }],
  ...changes,
});
const withClient = (client: Partial<Client>): Issuer => issuer({ clients: [{ id: 'a', ...client }] });

test('says nothing of a good configuration', () => {
  const loopback = issuer({ issuer: 'http://127.0.0.1:8080', tokenEndpoint: 'http://localhost:8080/token' });
  expect(checkIssuers([issuer(), loopback, withClient({ for: ['*'], shared: true })])).toEqual([]);
});

test.each<[string, Issuer, string]>([
  ['plain http', issuer({ issuer: 'http://issuer.example' }), 'issuer: expected an https URL'],
  ['a discovery URL with a query', issuer({ discoveryUrl: 'https://issuer.example/?p=1' }), 'discoveryUrl: expected'],
  ['a token endpoint on this machine', issuer({ tokenEndpoint: 'https://localhost/token' }), 'tokenEndpoint: expected'],
  [
    'Entra for all',
    issuer({ discoveryUrl: 'https://login.microsoftonline.com/common/v2.0' }),
    'every tenant of Entra ID',
  ],
  ['several accounts', withClient({ for: ['*'] }), 'for reaches entries of several accounts'],
  ['half an ARN', withClient({ for: ['arn:aws:bedrock-agentcore:*'], shared: true }), 'fewer fields than an ARN'],
  ['a URL with a query', withClient({ urls: ['https://tools.example/mcp?q=1'] }), 'urls: expected an origin'],
  ['an origin over http', withClient({ urls: ['http://tools.example'] }), 'urls: expected an origin'],
  ['Auth0 without audience', issuer({ vendor: 'auth0' }), 'Auth0 needs an audience'],
  ['Okta without scope', issuer({ issuer: 'https://org.okta.com/oauth2/default' }), 'Okta needs a scope'],
])('tells %s', (_name, wrong, text) => {
  const problems = checkIssuers([wrong]);
  expect(problems).toMatchObject([
    { rule: 'issuer-configuration', severity: 'error', text: expect.stringContaining(text), hint: expect.any(String) },
  ]);
});

test('one discovery URL can’t lead to two issuers', () => {
  const other = issuer({
    issuer: 'https://sts.example',
    discoveryUrl: 'https://issuer.example/tenant/.well-known/openid-configuration',
  });
  expect(checkIssuers([issuer(), other]).map(({ subject, text }) => [subject, text])).toEqual([
    ['https://issuer.example/tenant', 'https://sts.example has the same discovery URL.'],
    ['https://sts.example', 'https://issuer.example/tenant has the same discovery URL.'],
  ]);
  expect(checkIssuers([issuer(), issuer()])).toEqual([]);
});

test('tells everything at once', () => {
  const wrong = issuer({
    issuer: 'http://a.example',
    clients: [
      { id: 'a', for: ['*'] },
      { id: 'b', urls: ['x'] },
    ],
  });
  expect(checkIssuers([wrong]).map(({ subject }) => subject)).toEqual([
    'http://a.example',
    'http://a.example client a',
    'http://a.example client b',
  ]);
});
