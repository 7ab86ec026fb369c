import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOSTILE_CASES, type HostileIssuers, startHostileIssuers } from '../../../sandbox/issuer/hostile.ts';

let hostile: HostileIssuers;
beforeAll(async () => {
  hostile = await startHostileIssuers();
});
afterAll(() => hostile.close());

const documentOf = (name: (typeof HOSTILE_CASES)[number]) =>
  fetch(`${hostile.issuer(name)}/.well-known/openid-configuration`, { redirect: 'manual' });
const tokenOf = (name: (typeof HOSTILE_CASES)[number]) =>
  fetch(`${hostile.issuer(name)}/token`, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization: `Basic ${btoa('id:canary')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', client_secret: 'posted' }),
  });

test('the good one differs from the others in one thing each', async () => {
  expect(await (await documentOf('good')).json()).toEqual({
    issuer: hostile.issuer('good'),
    token_endpoint: `${hostile.issuer('good')}/token`,
  });
  expect(await (await tokenOf('good')).json()).toEqual({
    access_token: 'canary-access-token',
    token_type: 'Bearer',
    expires_in: 3600,
  });
  expect(hostile.met('good')).toEqual({ documents: 1, tokens: 1, secrets: ['id:canary', 'posted'] });
  expect(await (await tokenOf('expires-negative')).json()).toMatchObject({ expires_in: -1, token_type: 'Bearer' });
});

test('redirects point to the good one', async () => {
  const document = await documentOf('document-redirect');
  expect([document.status, document.headers.get('location')]).toEqual([302, hostile.issuer('good')]);
  expect((await tokenOf('token-redirect')).status).toBe(307);
});

test('the huge one never ends before a hundred megabytes', async () => {
  const response = await documentOf('document-huge');
  let bytes = 0;
  for await (const chunk of response.body ?? []) bytes += chunk.byteLength;
  expect(bytes).toBeGreaterThanOrEqual(100 * 1024 * 1024);
});

test('an unknown path is no issuer, and every case has a name', async () => {
  expect((await fetch(`${hostile.origin}/good/jwks`)).status).toBe(404);
  expect(new Set(HOSTILE_CASES).size).toBe(HOSTILE_CASES.length);
});
