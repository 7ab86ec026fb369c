import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdTokens, jobOf } from '../../sandbox/aws/id-token.ts';
import { type HostileCase, type HostileIssuers, startHostileIssuers } from '../../sandbox/issuer/hostile.ts';
import { type SandboxIssuer, startIssuer } from '../../sandbox/issuer/server.ts';
import { discoverIssuer } from '../../src/credentials/discovery.ts';
import { type ClientProof, type GrantDependencies, requestToken } from '../../src/credentials/grant.ts';
import { tokenParameters } from '../../src/credentials/token-parameters.ts';
import type { Client, Issuer } from '../../src/model/generated/configuration.ts';
import { createFetch } from '../../src/net/fetch.ts';
import { maskForms } from '../../src/net/masks.ts';
import { type IssuerWorld, issuerWorld, rejection, whole } from './fakes.ts';

const SECRET = 'canary-s:c/r+e%t_"&"~.';
const AUDIENCE = 'https://issuer.sandbox/federated';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const edwards = generateKeyPairSync('ed25519');
const pem = (key: typeof rsa.privateKey, type: 'pkcs8' | 'pkcs1'): string =>
  key.export({ type, format: 'pem' }).toString();
const publicJwk = (key: typeof rsa.publicKey): Record<string, string> => ({
  ...JSON.parse(JSON.stringify(key.export({ format: 'jwk' }))),
  use: 'sig',
});

let hostile: HostileIssuers;
let issuer: SandboxIssuer;
let world: IssuerWorld;
const idTokens = createIdTokens(jobOf());

beforeAll(async () => {
  hostile = await startHostileIssuers();
  world = issuerWorld();
  issuer = await startIssuer({
    clients: [
      { id: 'basic:id', secret: SECRET, scope: 'read write' },
      { id: 'post', secret: SECRET, method: 'client_secret_post' },
      { id: 'rsa', publicJwk: publicJwk(rsa.publicKey) },
      { id: 'ec', publicJwk: publicJwk(ec.publicKey) },
      { id: 'edwards', publicJwk: publicJwk(edwards.publicKey) },
      {
        id: 'federated',
        federated: {
          issuer: jobOf().issuer,
          subject: jobOf().sub,
          audience: AUDIENCE,
          verify: (token) => idTokens.verify(token),
        },
      },
    ],
  });
});
afterAll(async () => {
  await Promise.all([hostile.close(), issuer.close(), world.close()]);
});

const secret = (value = SECRET): ClientProof => ({ type: 'secret', value });

const request = async (
  client: Client,
  proof: ClientProof,
  options: { readonly issuer?: Issuer; readonly deps?: Partial<GrantDependencies> } = {},
) => {
  const named = options.issuer ?? { issuer: issuer.issuer, clients: [client] };
  const deps = { ...world.deps, ...options.deps };
  const metadata = await discoverIssuer(named, deps);
  const parameters = tokenParameters(named, client, client.scope);
  return requestToken({ issuer: named, client, metadata, proof, parameters }, deps);
};
const ask = (name: HostileCase, deps?: Partial<GrantDependencies>) => {
  const client = { id: 'sync' };
  const named = { issuer: hostile.issuer(name), clients: [client] };
  return request(client, secret(), { issuer: named, ...(deps === undefined ? {} : { deps }) });
};
const last = () => issuer.requests.at(-1);
const claimsOf = (token: string): unknown => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

test('client_secret_basic, as configured, with an id and a secret full of special characters', async () => {
  const issued = await request(
    { id: 'basic:id', method: 'client_secret_basic', scope: 'read', resource: 'https://tools.example/mcp' },
    secret(),
  );
  expect(claimsOf(issued.token)).toMatchObject({ sub: 'basic:id', scope: 'read', aud: 'https://tools.example/mcp' });
  expect(issued.expiresAt).toBe(issued.obtainedAt + 3_600_000);
  expect(last()).toMatchObject({ proof: 'basic', client: 'basic:id', scope: 'read', status: 200 });
  expect(world.masked).toContain(issued.token);
});

test('client_secret_post, as configured, with an audience', async () => {
  const client: Client = { id: 'post', method: 'client_secret_post', audience: 'https://api.example' };
  expect((await request(client, secret())).token).not.toBe('');
  expect(last()).toMatchObject({ proof: 'post', audience: 'https://api.example', status: 200 });
});

test('client_secret_post, where the issuer announces basic too', async () => {
  expect((await request({ id: 'post' }, secret())).token).not.toBe('');
  expect(last()).toMatchObject({ proof: 'post', status: 200 });
});

test('client_secret_basic, where the issuer announces nothing else', async () => {
  const basic = await startIssuer({ clients: [{ id: 'basic', secret: SECRET }], methods: ['client_secret_basic'] });
  await request({ id: 'basic' }, secret(), { issuer: { issuer: basic.issuer, clients: [{ id: 'basic' }] } });
  expect(basic.requests.at(-1)).toMatchObject({ proof: 'basic', status: 200 });
  await basic.close();
});

test('client_secret_post, where the issuer announces nothing else', async () => {
  const posting = await startIssuer({
    clients: [{ id: 'post', secret: SECRET, method: 'client_secret_post' }],
    methods: ['client_secret_post'],
  });
  await request({ id: 'post' }, secret(), { issuer: { issuer: posting.issuer, clients: [{ id: 'post' }] } });
  expect(posting.requests.at(-1)).toMatchObject({ proof: 'post', status: 200 });
  await posting.close();
});

test.each([
  ['rsa', pem(rsa.privateKey, 'pkcs8')],
  ['rsa', pem(rsa.privateKey, 'pkcs1')],
  ['rsa', JSON.stringify({ ...rsa.privateKey.export({ format: 'jwk' }), alg: 'PS256' })],
  ['ec', ec.privateKey.export({ type: 'sec1', format: 'pem' }).toString()],
  ['ec', JSON.stringify(ec.privateKey.export({ format: 'jwk' }))],
  ['edwards', edwards.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
])('private_key_jwt with a key for %s', async (id, key) => {
  const issued = await request({ id }, secret(key));
  expect(claimsOf(issued.token)).toMatchObject({ sub: id });
  expect(last()).toMatchObject({ proof: 'assertion', client: id, status: 200 });
});

test('a token of GitHub as client assertion: no secret anywhere', async () => {
  const audiences: string[] = [];
  const idToken = (audience: string): Promise<string> => {
    audiences.push(audience);
    return idTokens.issue(audience, Date.now());
  };
  const client: Client = { id: 'federated', secret: { 'github-oidc': { audience: AUDIENCE } } };
  const issued = await request(client, { type: 'github-oidc', audience: AUDIENCE }, { deps: { idToken } });
  expect(claimsOf(issued.token)).toMatchObject({ sub: 'federated' });
  expect(audiences).toEqual([AUDIENCE]);
  const other = await rejection(request(client, { type: 'github-oidc', audience: 'urn:other' }, { deps: { idToken } }));
  expect(other).toMatchObject({ area: 'token', code: 'refused', status: 401 });
  expect(last()).toMatchObject({ proof: 'assertion', status: 401 });
});

test('an error of the job’s OIDC token passes as it is', async () => {
  const error = await rejection(
    request(
      { id: 'federated' },
      { type: 'github-oidc', audience: AUDIENCE },
      {
        deps: { idToken: async () => Promise.reject(new Error('not in a job')) },
      },
    ),
  );
  expect(error).toMatchObject({ area: 'token', code: 'malformed' });
});

test('each attempt signs a fresh assertion', async () => {
  const before = issuer.count('token');
  issuer.failNext({ at: 'token', status: 503 }, { at: 'token', status: 429, headers: { 'retry-after': '3' } });
  await request({ id: 'ec' }, secret(pem(ec.privateKey, 'pkcs8')));
  expect(issuer.count('token')).toBe(before + 3);
  expect(world.clock.slept.at(-1)).toBe(3000);
});

test('a refused client is refused once, in the server’s own words', async () => {
  const before = issuer.count('token');
  const error = await rejection(request({ id: 'basic:id' }, secret('wrong')));
  expect(issuer.count('token')).toBe(before + 1);
  expect(error).toMatchObject({
    area: 'token',
    code: 'refused',
    status: 401,
    message: `request a token for client basic:id of ${issuer.issuer}: the issuer answered 401 invalid_client: client authentication failed`,
    hint: "Check the client's id, its secret and `method`; the secret may have been rotated.",
  });
});

test('a private key is never sent as a secret, nor a secret used as a key', async () => {
  const before = issuer.count('token');
  const key = pem(ec.privateKey, 'pkcs8');
  const sent = await rejection(request({ id: 'post', method: 'client_secret_post' }, secret(key)));
  expect(sent).toMatchObject({ area: 'configuration', code: 'contradiction' });
  const used = await rejection(request({ id: 'ec', method: 'private_key_jwt' }, secret()));
  expect(used).toMatchObject({ area: 'configuration', code: 'contradiction' });
  const junk = await rejection(
    request({ id: 'ec' }, secret('-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----')),
  );
  expect(junk).toMatchObject({ area: 'token', code: 'no-secret' });
  expect(whole([sent, used, junk])).not.toMatch(/canary|BEGIN/);
  expect(issuer.count('token')).toBe(before);
});

test('an issuer that announces no way to send a secret gets none', async () => {
  const keys = await startIssuer({ clients: [], methods: ['private_key_jwt'] });
  const named = { issuer: keys.issuer, clients: [{ id: 'sync' }] };
  expect(await rejection(request({ id: 'sync' }, secret(), { issuer: named }))).toMatchObject({
    code: 'contradiction',
    message: expect.stringContaining('the issuer announces private_key_jwt, none of which sends a secret'),
  });
  expect(keys.count('token')).toBe(0);
  await keys.close();
});

test('a token’s life is the shorter of what the answer and the token itself say', async () => {
  issuer.setLife(600);
  const issued = await request({ id: 'post', method: 'client_secret_post' }, secret());
  issuer.setLife(3600);
  expect(issued.expiresAt).toBe(issued.obtainedAt + 600_000);
  const digits = await ask('expires-digits');
  expect(digits.expiresAt).toBe(digits.obtainedAt + 1_800_000);
  expect(await ask('expires-absent')).not.toHaveProperty('expiresAt');
  const endless = await ask('expires-endless');
  expect(endless.expiresAt).toBe(endless.obtainedAt + 315_360_000_000);
});

test.each<[HostileCase, string, string]>([
  ['token-redirect', 'malformed', 'met a redirect (307)'],
  ['token-huge', 'malformed', 'expected at most 1048576 bytes, met more'],
  ['token-html', 'malformed', 'expected content type application/json, met text/html'],
  ['token-html-500', 'unavailable', 'the issuer answered 500'],
  ['token-type', 'malformed', 'expected content type application/json, met text/html'],
  ['token-broken', 'malformed', 'failed to parse "response" body as JSON'],
  ['token-list', 'malformed', 'must be a top level object'],
  ['expires-negative', 'malformed', '"expires_in" property must be a non-negative number'],
  ['expires-zero', 'malformed', 'expected a positive expires_in, met 0'],
  ['expires-text', 'malformed', '"expires_in" property must be a number'],
  ['expires-null', 'malformed', '"expires_in" property must be a number'],
  ['type-odd', 'malformed', 'unsupported `token_type` value'],
  ['type-dpop', 'malformed', 'expected token_type Bearer, met another'],
  ['type-absent', 'malformed', '"token_type" property must be a string'],
  ['type-number', 'malformed', '"token_type" property must be a string'],
  ['access-absent', 'malformed', '"access_token" property must be a string'],
  ['access-empty', 'malformed', '"access_token" property must not be empty'],
  ['access-number', 'malformed', '"access_token" property must be a string'],
  ['access-line', 'malformed', 'expected an access_token of visible characters'],
  ['access-long', 'malformed', 'expected an access_token of visible characters'],
  ['id-token', 'malformed', 'JWT'],
  ['metadata-address', 'unsafe-address', 'a link-local, metadata, multicast or unspecified address'],
  ['refusal-odd', 'refused', 'the issuer answered 400'],
])('a hostile answer fails without a trace of secret or token: %s', async (name, code, text) => {
  const error = await rejection(ask(name));
  expect(error).toMatchObject({ area: 'token', code });
  expect(String(error)).toContain(text);
  const shown = whole(error);
  for (const form of [...maskForms(SECRET, 'sync'), 'canary-access-token']) expect(shown).not.toContain(form);
  expect(hostile.met('good').tokens).toBe(0);
});

test.each([
  ['169.254.169.254', 'link-local, metadata'],
  ['fd00:ec2::254', 'link-local, metadata'],
  ['10.1.2.3', 'a private address'],
])('no secret goes to a name that resolves to %s', async (address, text) => {
  const elsewhere = issuerWorld({}, address);
  const error = await rejection(ask('name-elsewhere', { fetch: elsewhere.deps.fetch }));
  expect(error).toMatchObject({ area: 'token', code: 'unsafe-address', message: expect.stringContaining(text) });
  await elsewhere.close();
});

test('a server that repeats what it was sent tells nobody', async () => {
  const error = await rejection(ask('refusal-echo'));
  expect(error).toMatchObject({ code: 'refused', status: 401 });
  expect(String(error)).toContain('invalid_client: not');
  for (const form of maskForms(SECRET, 'sync')) expect(whole(error)).not.toContain(form);
  expect(hostile.met('refusal-echo').secrets).toHaveLength(1);
});

test('a signed assertion that a server repeats is removed too', async () => {
  const named = { issuer: hostile.issuer('refusal-echo'), clients: [{ id: 'ec' }] };
  const error = await rejection(request({ id: 'ec' }, secret(pem(ec.privateKey, 'pkcs8')), { issuer: named }));
  const assertion = hostile.met('refusal-echo').secrets.at(-1) ?? '';
  expect(assertion.split('.')).toHaveLength(3);
  expect(whole(error)).not.toContain(assertion.slice(0, 60));
  expect(String(error)).toContain('***');
});

test('a refusal’s text is one printable, short line', async () => {
  const { message } = (await rejection(ask('refusal-controls'))) as Error;
  expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(message.length).toBeLessThan(500);
  expect(message).toContain('invalid_client ::set-output name=x::y: [31mtxt.exe | <b>@everyone</b> long');
});

test('an error code that is the name of something else has no hint', async () => {
  const error = await rejection(ask('refusal-prototype'));
  expect(error).toMatchObject({ code: 'refused', message: expect.stringContaining('400 constructor: __proto__') });
  expect(error).toHaveProperty('hint', undefined);
});

test('a token that drips ends with the time limit', async () => {
  const expired = Promise.withResolvers<void>();
  const clock = { now: () => 0, sleep: () => expired.promise };
  const bounded = createFetch({ environment: {}, clock, timeoutMs: 15_000, maxBodyBytes: 1_000 });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (!String(input).endsWith('/token')) return world.deps.fetch(input, init);
    const response = await bounded(input, init);
    expired.resolve();
    return response;
  };
  expect(await rejection(ask('token-drip', { fetch }))).toMatchObject({ code: 'unavailable' });
  await bounded.close();
});
