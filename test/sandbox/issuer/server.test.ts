import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createIdTokens, jobOf } from '../../../sandbox/aws/id-token.ts';
import { type SandboxIssuer, startIssuer } from '../../../sandbox/issuer/server.ts';

const idTokens = createIdTokens(jobOf());
let issuer: SandboxIssuer;
const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
const informed = vi.spyOn(console, 'info').mockImplementation(() => undefined);

beforeAll(async () => {
  issuer = await startIssuer({
    lifeSeconds: 120,
    clients: [
      { id: 'basic', secret: 'one', scope: 'read write' },
      { id: 'post', secret: 'two', method: 'client_secret_post', scope: 'admin' },
      {
        id: 'federated',
        federated: {
          issuer: jobOf().issuer,
          subject: jobOf().sub,
          audience: 'urn:issuer',
          verify: (token) => idTokens.verify(token),
        },
      },
    ],
  });
});
afterAll(() => issuer.close());

const ask = async (form: Record<string, string>, headers: Record<string, string> = {}) => {
  const response = await fetch(issuer.tokenEndpoint, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
};
const basic = (secret: string) => ({ authorization: `Basic ${btoa(`basic:${secret}`)}` });

test('announces itself and gives JWTs, without a word on the console', async () => {
  expect(await (await fetch(issuer.discoveryUrl)).json()).toMatchObject({
    issuer: issuer.issuer,
    token_endpoint: issuer.tokenEndpoint,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
  });
  const { status, body } = await ask({ scope: 'read', resource: 'https://tools.example/' }, basic('one'));
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 120, scope: 'read' });
  const claims = JSON.parse(Buffer.from(body.access_token.split('.')[1], 'base64url').toString());
  expect(claims).toMatchObject({ aud: 'https://tools.example/', client_id: 'basic', iss: issuer.issuer });
  expect(claims.exp - claims.iat).toBe(120);
  expect([...warned.mock.calls, ...informed.mock.calls]).toEqual([]);
});

test('refuses a wrong secret and a scope that is not the client’s', async () => {
  expect(await ask({}, basic('wrong'))).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  expect(await ask({ scope: 'admin' }, basic('one'))).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
});

test('counts what it was asked, without what proves anything', async () => {
  const before = issuer.count('token');
  await ask({ client_id: 'post', client_secret: 'two', audience: 'urn:a' });
  expect(issuer.count('token')).toBe(before + 1);
  expect(issuer.requests.at(-1)).toEqual({
    at: 'token',
    client: 'post',
    audience: 'urn:a',
    proof: 'post',
    status: 200,
  });
  expect(JSON.stringify(issuer.requests)).not.toContain('two');
});

test('a secret rotates between two requests', async () => {
  const client = issuer.clients.find(({ id }) => id === 'basic');
  if (client) client.secret = 'new';
  expect(await ask({}, basic('one'))).toMatchObject({ status: 401 });
  expect(await ask({}, basic('new'))).toMatchObject({ status: 200 });
});

test('takes a job’s token for a federated client, for its audience only, and no altered one', async () => {
  const assertion = async (audience: string) => ({
    client_id: 'federated',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await idTokens.issue(audience, Date.now()),
  });
  const good = await assertion('urn:issuer');
  expect(await ask(good)).toMatchObject({ status: 200 });
  expect(await ask(await assertion('sts.amazonaws.com'))).toMatchObject({ status: 401 });
  expect(await ask({ ...good, client_assertion: `${good.client_assertion}x` })).toMatchObject({ status: 401 });
  expect(await ask({ client_id: 'federated', client_secret: 'inner-federated' })).toMatchObject({ status: 401 });
});

test('fails as often as it was told to', async () => {
  issuer.failNext({ at: 'document', status: 503, headers: { 'retry-after': '1' }, times: 2 });
  const statuses = [];
  for (let at = 0; at < 3; at += 1) statuses.push((await fetch(issuer.discoveryUrl)).status);
  expect(statuses).toEqual([503, 503, 200]);
});
