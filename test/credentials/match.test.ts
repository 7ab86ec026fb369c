import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMatcher, type Match } from '../../src/credentials/match.ts';
import { suggestedLines } from '../../src/credentials/suggestion.ts';
import type { Client, Issuer } from '../../src/model/generated/configuration.ts';
import type { EntryFile } from '../../src/model/generated/entry.ts';
import { agent, gateway, POOL, server, target } from './entries.ts';

const issuer = (clients: readonly Client[], changes: Partial<Issuer> = {}): Issuer => ({
  issuer: POOL,
  clients: [...clients],
  ...changes,
});
const matchClient = (entry: EntryFile, issuers: readonly Issuer[], path?: string): Match =>
  createMatcher(issuers)(entry, path);
const ours: Client = { id: 'ours', for: ['111111111111/*'] };
const withUrl = (discoveryUrl: string) => gateway({ authorizer: { discoveryUrl } });

test('takes the one client whose `for` covers the entry', () => {
  const client: Client = { id: 'ours', for: ['111111111111/pricing-*'], scope: 'read', audience: 'a', resource: 'r' };
  const match = matchClient(gateway(), [issuer([client, { id: 'theirs', for: ['222222222222/*'] }])]);
  expect(match).toEqual({ type: 'client', choice: { issuer: expect.anything(), client, scope: 'read' } });
});

test.each([
  ['as configured', `${POOL}/.well-known/openid-configuration`],
  ['with a last slash', `${POOL}/.well-known/openid-configuration/`],
  [
    'with other letters in the host',
    `https://COGNITO-idp.us-east-1.amazonaws.com:443/us-east-1_abc/.well-known/openid-configuration`,
  ],
  ['of RFC 8414', 'https://cognito-idp.us-east-1.amazonaws.com/.well-known/oauth-authorization-server/us-east-1_abc'],
  ['of RFC 8414, appended', `${POOL}/.well-known/oauth-authorization-server`],
])('a discovery URL %s is this issuer’s', (_name, url) => {
  expect(matchClient(withUrl(url), [issuer([ours])])).toMatchObject({ type: 'client' });
  expect(matchClient(withUrl(url), [issuer([ours], { issuer: `${POOL}/` })])).toMatchObject({ type: 'client' });
});

test.each([
  ['of another pool', `${POOL}d/.well-known/openid-configuration`],
  ['with other letters in the path', `${POOL.toUpperCase()}/.well-known/openid-configuration`],
  ['with the issuer as a part', `https://evil.example/${POOL}/.well-known/openid-configuration`],
  ['with the issuer as a query', `https://evil.example/.well-known/openid-configuration?${POOL}`],
  [
    'with the issuer’s host as a user',
    `https://cognito-idp.us-east-1.amazonaws.com@evil.example/us-east-1_abc/.well-known/openid-configuration`,
  ],
  ['with a query', `${POOL}/.well-known/openid-configuration?x=1`],
  ['with a fragment', `${POOL}/.well-known/openid-configuration#x`],
  ['over http', `${POOL.replace('https', 'http')}/.well-known/openid-configuration`],
  [
    'on a host that begins alike',
    `https://cognito-idp.us-east-1.amazonaws.com.evil.example/us-east-1_abc/.well-known/openid-configuration`,
  ],
  ['with two last slashes', `${POOL}/.well-known/openid-configuration//`],
  ['that is no URL', 'cognito'],
])('a discovery URL %s is not', (_name, url) => {
  expect(matchClient(withUrl(url), [issuer([ours])])).toMatchObject({ type: 'uncovered' });
});

test('a configured discovery URL stands in place of the derived ones', () => {
  const discoveryUrl = 'https://login.microsoftonline.com/aaaa/.well-known/openid-configuration';
  const entra = issuer([ours], { issuer: 'https://sts.windows.net/aaaa/', discoveryUrl });
  expect(matchClient(withUrl(discoveryUrl), [entra])).toMatchObject({ type: 'client', choice: { issuer: entra } });
  const derived = 'https://sts.windows.net/aaaa/.well-known/openid-configuration';
  expect(matchClient(withUrl(derived), [entra])).toMatchObject({ type: 'uncovered' });
});

test.each(['common', 'organizations', 'consumers', 'Common'])('Entra’s %s is no issuer', (tenant) => {
  const url = `https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`;
  const named = issuer([ours], { issuer: `https://login.microsoftonline.com/${tenant}/v2.0` });
  expect(matchClient(withUrl(url), [named])).toMatchObject({
    type: 'refused',
    text: expect.stringContaining('stands for every tenant of Entra ID'),
  });
});

test('what the resource’s owner wrote chooses nothing', () => {
  const theirs: Client = { id: 'theirs', for: ['222222222222/*'], audience: 'theirs' };
  const hostile = gateway({
    authorizer: { allowedClients: ['theirs'], allowedAudience: ['theirs'], allowedScopes: ['admin'] },
  });
  expect(matchClient(hostile, [issuer([theirs])])).toMatchObject({ type: 'uncovered' });
  const both = matchClient(hostile, [issuer([ours, theirs])]);
  expect(both).toMatchObject({ type: 'client', choice: { client: ours } });
  expect(both).toHaveProperty('warning', "The resource's authorizer does not list the client ours.");
  expect(both).not.toHaveProperty('choice.scope');
});

test('one client id under two issuers is two clients', () => {
  const other = issuer([ours], { issuer: 'https://other.example' });
  const mine = issuer([ours]);
  expect(matchClient(gateway(), [other, mine])).toMatchObject({ type: 'client', choice: { issuer: mine } });
});

test('two clients that cover an entry are ambiguous until it names one', () => {
  const issuers = [issuer([ours, { id: 'second', for: ['111111111111/pricing-tools/'] }])];
  const match = matchClient(gateway(), issuers);
  expect(match).toMatchObject({
    type: 'ambiguous',
    text: `2 clients cover this entry: client ours of ${POOL}, client second of ${POOL}.`,
  });
  expect(matchClient(gateway({ credential: { client: 'second' } }), issuers)).toMatchObject({
    type: 'client',
    choice: { client: { id: 'second' } },
  });
});

test('an entry picks only among the clients that it is allowed', () => {
  const issuers = [issuer([ours, { id: 'theirs', for: ['222222222222/*'] }])];
  expect(matchClient(gateway({ credential: { client: 'theirs' } }), issuers)).toMatchObject({
    type: 'refused',
    text: `credential.client names theirs, and the configuration allows this entry only client ours of ${POOL}.`,
  });
});

test('an entry narrows the scope, and never widens it', () => {
  const scoped = [issuer([{ ...ours, scope: 'read write' }])];
  const narrowed = gateway({ credential: { scope: 'read' } });
  expect(matchClient(narrowed, scoped)).toMatchObject({ type: 'client', choice: { scope: 'read' } });
  const wide = gateway({ credential: { scope: 'read admin' } });
  expect(matchClient(wide, scoped)).toMatchObject({ type: 'refused', text: expect.stringContaining('admin') });
  expect(matchClient(narrowed, [issuer([ours])])).toMatchObject({ type: 'refused' });
});

test('a client that can reach several accounts must say so', () => {
  const wide: Client = { id: 'wide', for: ['*'] };
  expect(matchClient(gateway(), [issuer([wide])])).toMatchObject({
    type: 'refused',
    hint: expect.stringContaining('`shared: true`'),
  });
  expect(matchClient(gateway(), [issuer([{ ...wide, shared: true }])])).toMatchObject({ type: 'client' });
});

test('an ARN of another account than the file’s gets nothing', () => {
  const entry = gateway({ account: '222222222222' });
  const forged = { ...entry, source: { ...entry.source, account: '111111111111' } };
  expect(matchClient(forged, [issuer([ours])])).toMatchObject({ type: 'refused' });
});

test.each(['AWS_IAM', 'NONE', 'AUTHENTICATE_ONLY'])('%s takes no token', (type) => {
  const entry = gateway();
  const open = { ...entry, source: { ...entry.source, authorizer: { type } } };
  expect(matchClient(open, [issuer([ours])])).toMatchObject({ type: 'none' });
});

test('a runtime’s named endpoint is matched by its own path', () => {
  const narrow = [issuer([{ id: 'prod', for: ['111111111111/pricing-prod'] }])];
  expect(matchClient(gateway(), narrow)).toMatchObject({ type: 'uncovered' });
  expect(matchClient(gateway(), narrow, '/pricing-prod/')).toMatchObject({ type: 'client' });
});

const byUrl: Client = { id: 'by-url', urls: ['https://tools.example'] };

test('targets and manual entries get tokens by origin only', () => {
  const issuers = [issuer([ours, byUrl])];
  expect(matchClient(target('https://tools.example/mcp'), issuers)).toMatchObject({
    type: 'client',
    choice: { client: byUrl },
  });
  expect(matchClient(server(), issuers)).toMatchObject({ type: 'client', choice: { client: byUrl } });
  expect(matchClient(agent({ authScheme: 'bearer' }), issuers)).toMatchObject({ type: 'client' });
  expect(matchClient(gateway(), [issuer([byUrl])])).toMatchObject({ type: 'uncovered' });
});

test('a manual entry with one endpoint elsewhere gets none', () => {
  const issuers = [issuer([byUrl])];
  for (const other of [{ mcpEndpoint: 'https://evil.example/mcp' }, { sseEndpoint: 'https://evil.example/sse' }]) {
    expect(matchClient(server(other), issuers)).toMatchObject({ type: 'uncovered' });
  }
});

test('only who asks for a bearer token gets one', () => {
  expect(matchClient(server({ authScheme: 'none' }), [issuer([byUrl])])).toMatchObject({ type: 'none' });
  expect(matchClient(server({ authScheme: 'api_key' }), [issuer([byUrl])])).toMatchObject({ type: 'none' });
  expect(matchClient(agent(), [issuer([byUrl])])).toMatchObject({ type: 'none' });
  expect(matchClient(target('https://evil.example/mcp'), [issuer([byUrl])])).toMatchObject({ type: 'none' });
  const asking = target('https://evil.example/mcp', { client: 'by-url' });
  expect(matchClient(asking, [issuer([byUrl])])).toMatchObject({ type: 'uncovered' });
});

test('the same client id at two issuers is ambiguous for a manual entry', () => {
  const issuers = [issuer([byUrl]), issuer([byUrl], { issuer: 'https://other.example' })];
  expect(matchClient(server(), issuers)).toMatchObject({ type: 'ambiguous' });
});

const linesOf = (match: ReturnType<typeof matchClient>): readonly string[] =>
  match.type === 'uncovered' ? suggestedLines([match.suggestion]) : [];

test('the lines to add are configuration that covers the entry', () => {
  const entry = gateway({ authorizer: { allowedClients: ['abc'] } });
  const match = matchClient(entry, []);
  expect(match).toMatchObject({
    type: 'uncovered',
    text: `No configured issuer has the discovery URL ${POOL}/.well-known/openid-configuration.`,
  });
  const lines = linesOf(match);
  expect(lines).toEqual([
    'issuers:',
    `  - issuer: "${POOL}"`,
    '    clients:',
    '      - id: "abc" # named by its owner: make sure that it is meant for this entry',
    '        for: ["111111111111/pricing-tools/"]',
  ]);
  const { issuers } = parse(lines.join('\n'));
  expect(matchClient(entry, issuers)).toMatchObject({ type: 'client', choice: { client: { id: 'abc' } } });
});

test.each([
  [
    'Entra v1',
    'https://login.microsoftonline.com/12345678-1234-1234-1234-123456789012/.well-known/openid-configuration',
  ],
  ['RFC 8414', 'https://issuer.example/.well-known/oauth-authorization-server/tenant'],
  ['a realm', 'https://keys.example/realms/platform/.well-known/openid-configuration'],
])('the lines fit %s too', (_name, discoveryUrl) => {
  const match = matchClient(withUrl(discoveryUrl), []);
  const lines = linesOf(match);
  const { issuers } = parse(lines.join('\n'));
  expect(matchClient(withUrl(discoveryUrl), issuers)).toMatchObject({ type: 'client' });
});

test('lines for a known issuer and for a manual entry name them', () => {
  const known = matchClient(gateway({ authorizer: { allowedClients: ['a', 'b'] } }), [issuer([byUrl])]);
  expect(known).toMatchObject({
    text: `No client of ${POOL} covers 111111111111/pricing-tools/.`,
  });
  expect(linesOf(known)).toContain('      - id: "<client id>" # its owner allows "a", "b"');
  expect(linesOf(matchClient(server(), [issuer([ours])]))).toContain('        urls: ["https://tools.example"]');
});

test('a stranger’s text that could mislead gives no lines, and is printable in the text', () => {
  const match = matchClient(withUrl('https://evil.example/\u202Ex\n- issuer: y/.well-known/openid-configuration'), []);
  expect(match).toMatchObject({ type: 'uncovered' });
  expect(linesOf(match)).toEqual([]);
  expect(match.type === 'uncovered' ? match.text : '').not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
