import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostileCase, type HostileIssuers, startHostileIssuers } from '../../sandbox/issuer/hostile.ts';
import { type SandboxIssuer, startIssuer } from '../../sandbox/issuer/server.ts';
import { discoverIssuer } from '../../src/credentials/discovery.ts';
import type { Issuer } from '../../src/model/generated/configuration.ts';
import { type IssuerWorld, issuerWorld, rejection } from './fakes.ts';

let hostile: HostileIssuers;
let issuer: SandboxIssuer;
let world: IssuerWorld;
beforeAll(async () => {
  hostile = await startHostileIssuers();
  issuer = await startIssuer({ clients: [], methods: ['client_secret_post'] });
  world = issuerWorld();
});
afterAll(async () => {
  await Promise.all([hostile.close(), issuer.close(), world.close()]);
});

const configured = (name: string, changes: Partial<Issuer> = {}): Issuer => ({
  issuer: name,
  clients: [{ id: 'sync' }],
  ...changes,
});
const discover = (wanted: Issuer) => discoverIssuer(wanted, world.deps);

test('reads the document of a real provider', async () => {
  expect(await discover(configured(issuer.issuer))).toEqual({
    issuer: issuer.issuer,
    tokenEndpoint: issuer.tokenEndpoint,
    methods: ['client_secret_post'],
    deviceEndpoint: `${issuer.issuer}/device/auth`,
  });
});

test('a last slash of the configured issuer does not matter', async () => {
  expect(await discover(configured(`${issuer.issuer}/`))).toMatchObject({ issuer: issuer.issuer });
});

test('takes RFC 8414’s place when OpenID Connect’s has nothing, and only then', async () => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    const url = new URL(String(input));
    asked.push(url.pathname);
    if (!url.pathname.startsWith('/.well-known/oauth-authorization-server')) return new Response('', { status: 404 });
    return Response.json({ issuer: 'https://issuer.example/tenant', token_endpoint: 'https://tokens.example/token' });
  };
  expect(await discoverIssuer(configured('https://issuer.example/tenant'), { ...world.deps, fetch })).toEqual({
    issuer: 'https://issuer.example/tenant',
    tokenEndpoint: 'https://tokens.example/token',
    methods: ['client_secret_basic'],
  });
  expect(asked).toEqual(['/tenant/.well-known/openid-configuration', '/.well-known/oauth-authorization-server/tenant']);
});

test('asks the configured discovery URL, and nothing else, where there is one', async () => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    asked.push(String(input));
    return Response.json({ issuer: 'https://sts.windows.net/tenant/', token_endpoint: 'https://login.example/token' });
  };
  const discoveryUrl = 'https://login.example/tenant/.well-known/openid-configuration';
  const entra = configured('https://sts.windows.net/tenant/', { discoveryUrl });
  expect(await discoverIssuer(entra, { ...world.deps, fetch })).toMatchObject({
    tokenEndpoint: 'https://login.example/token',
  });
  expect(asked).toEqual([discoveryUrl]);
});

test.each<[HostileCase, string, string]>([
  ['other-issuer', 'refused', 'the document names the issuer https://issuer.example'],
  ['no-issuer', 'malformed', 'expected a JSON object with an issuer'],
  ['issuer-no-text', 'refused', 'the document names the issuer'],
  ['http-downgrade', 'refused', 'its token endpoint http://tokens.example/token is not https'],
  ['no-endpoint', 'refused', 'no token endpoint that can be used'],
  ['endpoint-no-url', 'refused', 'no token endpoint that can be used'],
  ['endpoint-user', 'refused', 'no token endpoint that can be used'],
  ['endpoint-file', 'refused', 'no token endpoint that can be used'],
  ['document-redirect', 'malformed', 'met a redirect (302)'],
  ['document-huge', 'malformed', 'expected at most 1048576 bytes, met more'],
  ['document-html', 'malformed', 'expected content type application/json, met text/html'],
  ['document-type', 'malformed', 'expected content type application/json, met text/plain'],
  ['document-broken', 'malformed', 'the answer could not be read as JSON'],
  ['document-list', 'malformed', 'expected a JSON object with an issuer'],
  ['document-missing', 'malformed', 'expected status 200, met 404'],
])('refuses a document: %s', async (name, code, text) => {
  const error = await rejection(discover(configured(hostile.issuer(name))));
  expect(error).toMatchObject({ area: 'token', code });
  expect(String(error)).toContain(text);
  expect(String(error)).toContain(hostile.issuer(name));
  expect(hostile.met(name).tokens).toBe(0);
});

test('a document that drips ends with the time limit', async () => {
  const expired = Promise.withResolvers<void>();
  const clock = { now: () => 0, sleep: () => expired.promise };
  const slow = issuerWorld();
  const { createFetch } = await import('../../src/net/fetch.ts');
  const bounded = createFetch({ environment: {}, clock, timeoutMs: 15_000, maxBodyBytes: 1_000 });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await bounded(input, init);
    expired.resolve();
    return response;
  };
  const wanted = configured(hostile.issuer('document-drip'));
  expect(await rejection(discoverIssuer(wanted, { ...slow.deps, fetch }))).toMatchObject({
    area: 'token',
    code: 'unavailable',
    message: expect.stringContaining('expected a whole answer within 15 s'),
  });
  await bounded.close();
  await slow.close();
});

test('a pinned token endpoint must be the document’s', async () => {
  const pinned = { tokenEndpoint: `${issuer.issuer}/token/` };
  expect(await discover(configured(issuer.issuer, pinned))).toMatchObject({ tokenEndpoint: issuer.tokenEndpoint });
  const other = configured(issuer.issuer, { tokenEndpoint: `${issuer.issuer}/other` });
  expect(await rejection(discover(other))).toMatchObject({
    code: 'refused',
    message: expect.stringContaining(
      `its token endpoint is ${issuer.tokenEndpoint}, and the configuration pins another`,
    ),
  });
});

test.each([
  ['plain http', { issuer: 'http://issuer.example' }],
  ['a user', { issuer: 'https://user@issuer.example' }],
  ['a query', { issuer: 'https://issuer.example?x=1' }],
  ['another scheme', { issuer: 'ftp://issuer.example' }],
  ['a discovery URL on this machine', { issuer: 'https://issuer.example', discoveryUrl: 'http://127.0.0.1/x' }],
  ['a token endpoint on this machine', { issuer: 'https://issuer.example', tokenEndpoint: 'http://localhost/x' }],
  ['Entra for everybody', { issuer: 'https://login.microsoftonline.com/common/v2.0' }],
  ['Entra’s template', { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }],
  [
    'Entra’s organizations',
    {
      issuer: 'https://a.example',
      discoveryUrl: 'https://login.microsoftonline.com/Organizations/.well-known/openid-configuration',
    },
  ],
])('never asks an issuer with %s', async (_name, changes) => {
  const fetch = (): Promise<Response> => {
    throw new Error('nothing may be sent');
  };
  const error = await rejection(discoverIssuer({ ...configured(''), ...changes }, { ...world.deps, fetch }));
  expect(error).toMatchObject({ area: 'token', code: 'refused' });
});

test('a document of an https issuer must not lead to this machine', async () => {
  const fetch = async (): Promise<Response> =>
    Response.json({ issuer: 'https://issuer.example', token_endpoint: 'https://localhost/token' });
  const error = await rejection(discoverIssuer(configured('https://issuer.example'), { ...world.deps, fetch }));
  expect(error).toMatchObject({ code: 'refused' });
  expect(String(error)).toContain('is not https, or on this machine');
});

test('tries again on 5xx and 429, and waits as long as the issuer asks', async () => {
  const fresh = issuerWorld();
  issuer.failNext({ at: 'document', status: 500 }, { at: 'document', status: 429, headers: { 'retry-after': '7' } });
  expect(await discoverIssuer(configured(issuer.issuer), fresh.deps)).toMatchObject({ issuer: issuer.issuer });
  expect(fresh.clock.slept).toEqual([0, 7000]);
  issuer.failNext({ at: 'document', status: 503, times: 4 });
  expect(await rejection(discoverIssuer(configured(issuer.issuer), fresh.deps))).toMatchObject({
    code: 'unavailable',
    status: 503,
  });
  await fresh.close();
});
