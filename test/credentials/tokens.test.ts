import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { IssuerClient } from '../../sandbox/issuer/clients.ts';
import { type SandboxIssuer, startIssuer } from '../../sandbox/issuer/server.ts';
import { createSecrets } from '../../src/credentials/secrets.ts';
import { createTokens, type Tokens } from '../../src/credentials/tokens.ts';
import type { Client, Issuer } from '../../src/model/generated/configuration.ts';
import { gateway, server } from './entries.ts';
import { type IssuerWorld, issuerWorld, rejection, whole } from './fakes.ts';

let issuer: SandboxIssuer;
let world: IssuerWorld;
beforeAll(async () => {
  world = issuerWorld();
});
beforeEach(async () => {
  const clients: IssuerClient[] = [
    { id: 'one', secret: 'canary-secret-one', scope: 'read write' },
    { id: 'two', secret: 'canary-secret-two' },
  ];
  issuer = await startIssuer({ clients });
  return () => issuer.close();
});
afterAll(() => world.close());

const ENVIRONMENT = { OAUTH_CLIENT_SECRET_one: 'canary-secret-one', OAUTH_CLIENT_SECRET_two: 'canary-secret-two' };

const tokensOf = (clients: readonly Client[], environment: Record<string, string> = ENVIRONMENT): Tokens => {
  const issuers: Issuer[] = [{ issuer: issuer.issuer, clients: [...clients] }];
  const proofOf = createSecrets({
    issuers,
    environment,
    envFile: {},
    cognitoSecret: async () => undefined,
    secretValue: async () => '',
    reservedAudiences: [],
    mask: world.deps.mask,
  });
  return createTokens({ ...world.deps, issuers, proofOf, concurrency: 4 });
};
const entry = (name: string, credential?: { scope?: string }) =>
  gateway({
    path: `/${name}/`,
    authorizer: { discoveryUrl: issuer.discoveryUrl },
    ...(credential === undefined ? {} : { credential }),
  });
const all: Client = { id: 'one', for: ['111111111111/*'] };

test('one document and one token for five hundred entries', async () => {
  const tokens = tokensOf([all]);
  const entries = Array.from({ length: 500 }, (_, at) => entry(`e${at}`));
  const results = await Promise.all(entries.map((each) => tokens.tokenFor(each)));
  expect(new Set(results.map((result) => (result.type === 'token' ? result.token : result.type))).size).toBe(1);
  expect(results[0]).toMatchObject({ type: 'token', issuer: issuer.issuer, client: 'one' });
  expect([issuer.count('document'), issuer.count('token')]).toEqual([1, 1]);
});

test('another client entry, scope or audience is another token', async () => {
  const tokens = tokensOf([
    { id: 'one', for: ['111111111111/a*'], scope: 'read write' },
    { id: 'one', for: ['111111111111/b*'], scope: 'read write', audience: 'https://b.example' },
    { id: 'two', for: ['111111111111/c*'] },
  ]);
  const entries = [entry('a1'), entry('a2'), entry('a3', { scope: 'read' }), entry('b1'), entry('c1')];
  const results = await Promise.all(entries.map((each) => tokens.tokenFor(each)));
  expect(results.map(({ type }) => type)).toEqual(['token', 'token', 'token', 'token', 'token']);
  expect(issuer.count('token')).toBe(4);
  expect(issuer.count('document')).toBe(1);
});

test('a refused client fails once for all its entries, and the rest goes on', async () => {
  const tokens = tokensOf(
    [
      { id: 'one', for: ['111111111111/a*'] },
      { id: 'two', for: ['111111111111/b*'] },
    ],
    { ...ENVIRONMENT, OAUTH_CLIENT_SECRET_one: 'rotated' },
  );
  const results = await Promise.all(['a1', 'a2', 'b1', 'a3'].map((name) => tokens.tokenFor(entry(name))));
  expect(results.map(({ type }) => type)).toEqual(['failed', 'failed', 'token', 'failed']);
  expect(await tokens.tokenFor(entry('a4'))).toMatchObject({
    type: 'failed',
    client: 'one',
    error: { area: 'token', code: 'refused', message: expect.stringContaining('401 invalid_client') },
  });
  expect(issuer.requests.filter(({ client }) => client === 'one')).toHaveLength(1);
});

test('an issuer that is down is asked with patience once', async () => {
  issuer.failNext({ at: 'document', status: 503, times: 100 });
  const tokens = tokensOf([all]);
  const results = await Promise.all(['a', 'b', 'c'].map((name) => tokens.tokenFor(entry(name))));
  expect(results).toMatchObject(new Array(3).fill({ type: 'failed', error: { code: 'unavailable' } }));
  expect(issuer.count('document')).toBe(4);
});

test('no more token requests side by side than allowed', async () => {
  let running = 0;
  let most = 0;
  const clients = Array.from({ length: 12 }, (_, at): Client => ({ id: 'one', for: [`111111111111/e${at}x`] }));
  const issuers: Issuer[] = [{ issuer: issuer.issuer, clients }];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    running += 1;
    most = Math.max(most, running);
    try {
      return await world.deps.fetch(input, init);
    } finally {
      running -= 1;
    }
  };
  const proofOf = async () => ({ type: 'secret', value: 'canary-secret-one' }) as const;
  const tokens = createTokens({ ...world.deps, fetch, issuers, proofOf, concurrency: 3 });
  const results = await Promise.all(clients.map((_, at) => tokens.tokenFor(entry(`e${at}x`))));
  expect(results.every(({ type }) => type === 'token')).toBe(true);
  expect(most).toBe(3);
  expect(issuer.count('token')).toBe(12);
});

test('a token is renewed at three quarters of its life, also within a run', async () => {
  issuer.setLife(1000);
  const tokens = tokensOf([all]);
  const token = async () => {
    const result = await tokens.tokenFor(entry('a'));
    return result.type === 'token' ? result.token : '';
  };
  const first = await token();
  world.clock.advance(749_000);
  expect(await token()).toBe(first);
  world.clock.advance(1_000);
  expect(await token()).not.toBe(first);
});

test('what has no client sends nothing', async () => {
  const tokens = tokensOf([
    { id: 'one', for: ['222222222222/*'] },
    { id: 'two', for: ['*'] },
  ]);
  expect(await tokens.tokenFor(entry('a'))).toMatchObject({ type: 'uncovered', hint: expect.any(String) });
  expect(await tokens.tokenFor(server())).toMatchObject({ type: 'uncovered', suggestion: expect.anything() });
  expect(await tokens.tokenFor(server({ authScheme: 'none' }))).toMatchObject({ type: 'none' });
  expect(issuer.requests).toEqual([]);
});

test('a missing audience or scope is told before any request', async () => {
  const issuers: Issuer[] = (['auth0', 'okta', 'entra'] as const).map((vendor) => ({
    issuer: `https://${vendor}.example`,
    vendor,
    clients: [{ id: 'one', urls: [`https://${vendor}.tools.example`] }],
  }));
  const nothing = async () => {
    throw new Error('nothing may be asked');
  };
  const tokens = createTokens({ ...world.deps, fetch: nothing, issuers, proofOf: nothing, concurrency: 4 });
  const results = await Promise.all(
    ['auth0', 'okta', 'entra'].map((name) => tokens.tokenFor(server({ url: `https://${name}.tools.example/mcp` }))),
  );
  expect(results).toMatchObject([
    { type: 'failed', error: { area: 'configuration', message: expect.stringContaining('Auth0 needs an audience') } },
    { type: 'failed', error: { area: 'configuration', message: expect.stringContaining('Okta needs a scope') } },
    { type: 'failed', error: { area: 'configuration', message: expect.stringContaining('an audience or a scope') } },
  ]);
});

test('Entra’s scope is made of the configured audience', async () => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (!String(input).endsWith('/token')) {
      return Response.json({
        issuer: 'https://login.microsoftonline.com/tenant/v2.0',
        token_endpoint: 'https://login.microsoftonline.com/tenant/oauth2/v2.0/token',
        token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      });
    }
    asked.push(String(init?.body));
    return Response.json({ access_token: 'abc', token_type: 'Bearer', expires_in: 3599 });
  };
  const issuers: Issuer[] = [
    {
      issuer: 'https://login.microsoftonline.com/tenant/v2.0',
      clients: [{ id: 'one', urls: ['https://tools.example'], audience: 'api://pricing' }],
    },
  ];
  const proofOf = async () => ({ type: 'secret', value: 'canary' }) as const;
  const tokens = createTokens({ ...world.deps, fetch, issuers, proofOf, concurrency: 4 });
  expect(await tokens.tokenFor(server())).toMatchObject({ type: 'token' });
  expect(new URLSearchParams(asked[0]).get('scope')).toBe('api://pricing/.default');
  expect(new URLSearchParams(asked[0]).has('audience')).toBe(false);
});

test('the registry’s own client must be listed, once', async () => {
  const tokens = tokensOf([all, { id: 'two', for: ['/a/'] }, { id: 'two', for: ['/b/'] }]);
  expect(await tokens.clientToken(`${issuer.issuer}/`, 'one')).toMatchObject({ token: expect.any(String) });
  expect(await rejection(tokens.clientToken(issuer.issuer, 'absent'))).toMatchObject({
    area: 'token',
    code: 'no-client',
  });
  expect(await rejection(tokens.clientToken(issuer.issuer, 'two'))).toMatchObject({ code: 'no-client' });
  expect(await rejection(tokens.clientToken('https://other.example', 'one'))).toMatchObject({ code: 'no-client' });
});

test('an error that nobody foresaw shows nothing of itself', async () => {
  const proofOf = async () => Promise.reject(new Error('canary-secret-one', { cause: { body: 'canary-secret-one' } }));
  const issuers: Issuer[] = [{ issuer: issuer.issuer, clients: [all] }];
  const tokens = createTokens({ ...world.deps, issuers, proofOf, concurrency: 4 });
  const result = await tokens.tokenFor(entry('a'));
  expect(result).toMatchObject({ type: 'failed', error: { area: 'token' } });
  expect(whole(result)).not.toContain('canary');
});
