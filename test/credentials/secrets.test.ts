import { expect, test } from 'vitest';
import { createSecrets, type SecretDependencies } from '../../src/credentials/secrets.ts';
import type { Client, Issuer } from '../../src/model/generated/configuration.ts';
import { POOL } from './entries.ts';
import { rejection, whole } from './fakes.ts';

interface World extends SecretDependencies {
  readonly asked: unknown[];
  readonly masked: string[];
}

const world = (issuers: readonly Issuer[], overrides: Partial<SecretDependencies> = {}): World => {
  const asked: unknown[] = [];
  const masked: string[] = [];
  return {
    issuers,
    environment: {},
    envFile: {},
    cognitoSecret: async (question) => {
      asked.push(question);
      return 'from-cognito';
    },
    secretValue: async (question) => {
      asked.push(question);
      return 'from-store\n';
    },
    reservedAudiences: ['urn:registry'],
    mask: (form) => masked.push(form),
    ...overrides,
    asked,
    masked,
  };
};

const issuer = (name: string, clients: readonly Client[], changes: Partial<Issuer> = {}): Issuer => ({
  issuer: name,
  clients: [...clients],
  ...changes,
});
const first = (deps: World) => {
  const [named] = deps.issuers;
  const [client] = named?.clients ?? [];
  if (!named || !client) throw new Error('no issuer');
  return createSecrets(deps)(named, client);
};
const one = (client: Client, overrides: Partial<SecretDependencies> = {}, changes: Partial<Issuer> = {}) =>
  first(world([issuer('https://a.example', [client], changes)], overrides));
const ARN = 'arn:aws:secretsmanager:eu-west-1:222222222222:secret:idp-AbCdEf';

test('an explicit variable, from the environment before the file', async () => {
  const client: Client = { id: 'a', secret: { env: 'OAUTH_X' } };
  const envFile = { OAUTH_X: 'from-file' };
  expect(await one(client, { environment: { OAUTH_X: 'from-env' }, envFile })).toEqual({
    type: 'secret',
    value: 'from-env',
  });
  expect(await one(client, { environment: { OAUTH_X: '' }, envFile })).toMatchObject({ value: 'from-file' });
  expect(await rejection(one(client, { environment: { OAUTH_CLIENT_SECRET_a: 'other' } }))).toMatchObject({
    area: 'token',
    code: 'no-secret',
    message: 'read the secret of client a of https://a.example: the environment variable OAUTH_X is not set',
    hint: 'Set OAUTH_X.',
  });
});

test('a variable with the client’s id: raw, then in capitals', async () => {
  const client = { id: 'my-client.1' };
  const capitals = { OAUTH_CLIENT_SECRET_MY_CLIENT_1: 'capitals' };
  expect(await one(client, { environment: { 'OAUTH_CLIENT_SECRET_my-client.1': 'raw', ...capitals } })).toMatchObject({
    value: 'raw',
  });
  expect(await one(client, { envFile: capitals })).toMatchObject({ value: 'capitals' });
  expect(await rejection(one(client))).toMatchObject({
    code: 'no-secret',
    hint: 'Set OAUTH_CLIENT_SECRET_MY_CLIENT_1, or `secret:` at the client.',
  });
});

test('two ids with one name, and one id at two issuers, get nothing', async () => {
  const environment = { OAUTH_CLIENT_SECRET_A_B: 'canary' };
  const twoIds = world([issuer('https://a.example', [{ id: 'a-b' }, { id: 'a_b' }])], { environment });
  expect(await rejection(first(twoIds))).toMatchObject({
    area: 'configuration',
    code: 'contradiction',
    message:
      'read the secret in OAUTH_CLIENT_SECRET_A_B: it could belong to client a-b of https://a.example and client a_b of https://a.example',
  });
  const twoIssuers = world(
    [issuer('https://a.example', [{ id: 'a-b' }]), issuer('https://b.example', [{ id: 'a-b' }])],
    { environment },
  );
  expect(await rejection(first(twoIssuers))).toMatchObject({ code: 'contradiction' });
  expect(twoIssuers.masked).toEqual([]);
});

test('entries of one client, and clients with a secret of their own, do not compete', async () => {
  const environment = { OAUTH_CLIENT_SECRET_A_B: 'value' };
  const twice = world(
    [
      issuer('https://a.example', [
        { id: 'a-b', for: ['/x/'] },
        { id: 'a-b', for: ['/y/'] },
      ]),
    ],
    {
      environment,
    },
  );
  expect(await first(twice)).toMatchObject({ value: 'value' });
  const explicit = world(
    [
      issuer('https://a.example', [{ id: 'a-b' }]),
      issuer('https://b.example', [{ id: 'a-b', secret: { env: 'OAUTH_B' } }]),
    ],
    { environment },
  );
  expect(await first(explicit)).toMatchObject({ value: 'value' });
});

test('Cognito, for its exact forms of issuer, in the pool’s account and with its role', async () => {
  for (const name of [POOL, `${POOL}/`, POOL.replace('cognito-idp', 'issuer-cognito-idp')]) {
    const deps = world([issuer(name, [{ id: 'abc' }], { account: '111111111111', role: 'TokenReader' })]);
    expect(await first(deps)).toEqual({ type: 'secret', value: 'from-cognito' });
    expect(deps.asked).toEqual([
      { account: '111111111111', role: 'TokenReader', region: 'us-east-1', poolId: 'us-east-1_abc', clientId: 'abc' },
    ]);
    expect(deps.masked).toEqual(expect.arrayContaining(['from-cognito', btoa('abc:from-cognito')]));
  }
});

test.each([
  'https://cognito-idp.us-east-1.amazonaws.com.evil.example/us-east-1_abc',
  'https://evil.example/cognito-idp.us-east-1.amazonaws.com/us-east-1_abc',
  'https://cognito-idp.us-east-1.amazonaws.com/eu-west-1_abc',
  'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc/x',
  'https://cognito-idp.us-east-1@evil.example/us-east-1_abc',
  'http://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc',
])('nothing else is Cognito: %s', async (name) => {
  const deps = world([issuer(name, [{ id: 'abc' }], { account: '111111111111' })]);
  expect(await rejection(first(deps))).toMatchObject({ code: 'no-secret' });
  const asking = world([issuer(name, [{ id: 'abc', secret: 'cognito' }], { account: '111111111111' })]);
  expect(await rejection(first(asking))).toMatchObject({ code: 'contradiction' });
  expect([...deps.asked, ...asking.asked]).toEqual([]);
});

test('Cognito without an account, and a public client, are told', async () => {
  expect(await rejection(first(world([issuer(POOL, [{ id: 'abc' }])])))).toMatchObject({
    code: 'no-secret',
    hint: 'Add `account:` to the issuer.',
  });
  const open = world([issuer(POOL, [{ id: 'abc' }], { account: '111111111111' })], {
    cognitoSecret: async () => undefined,
  });
  expect(await rejection(first(open))).toMatchObject({ hint: 'Make an app client with a secret.' });
});

test('a variable with the id goes before Cognito', async () => {
  const deps = world([issuer(POOL, [{ id: 'abc' }], { account: '111111111111' })], {
    environment: { OAUTH_CLIENT_SECRET_abc: 'own' },
  });
  expect(await first(deps)).toMatchObject({ value: 'own' });
  expect(deps.asked).toEqual([]);
});

test('Secrets Manager, in the account and Region of the ARN', async () => {
  const deps = world([issuer('https://a.example', [{ id: 'a', secret: { secretsmanager: ARN } }], { role: 'R' })]);
  expect(await first(deps)).toMatchObject({ value: 'from-store' });
  expect(deps.asked).toEqual([{ account: '222222222222', region: 'eu-west-1', role: 'R', arn: ARN }]);
});

test('a JSON secret needs its key', async () => {
  const secretValue = async (): Promise<string> => '{"client_secret":"canary-value","n":1}';
  const keyed = (key?: string): Client => ({
    id: 'a',
    secret: { secretsmanager: ARN, ...(key === undefined ? {} : { key }) },
  });
  expect(await one(keyed('client_secret'), { secretValue })).toMatchObject({ value: 'canary-value' });
  for (const client of [keyed(), keyed('n'), keyed('absent'), keyed('toString')]) {
    const error = await rejection(one(client, { secretValue }));
    expect(error).toMatchObject({ code: 'no-secret' });
    expect(whole(error)).not.toContain('canary-value');
  }
});

test.each(['auth0', 'okta', 'entra', 'keycloak'] as const)(
  'the variable of vendor %s, only where it is configured',
  async (vendor) => {
    const environment = { [`${vendor.toUpperCase()}_CLIENT_SECRET`]: 'of-vendor' };
    expect(await one({ id: 'a' }, { environment }, { vendor })).toMatchObject({ value: 'of-vendor' });
    expect(await rejection(one({ id: 'a' }, { environment }))).toMatchObject({ code: 'no-secret' });
    expect(
      await one({ id: 'a' }, { environment: { ...environment, OAUTH_CLIENT_SECRET_a: 'own' } }, { vendor }),
    ).toMatchObject({
      value: 'own',
    });
  },
);

test('a vendor’s variable that two clients would take is given to none', async () => {
  const both = [
    issuer('https://a.auth0.com', [{ id: 'a' }], { vendor: 'auth0' as const }),
    issuer('https://b.auth0.com', [{ id: 'b' }], { vendor: 'auth0' as const }),
  ];
  const environment = { AUTH0_CLIENT_SECRET: 'canary' };
  expect(await rejection(first(world(both, { environment })))).toMatchObject({ code: 'contradiction' });
  const own = { ...environment, OAUTH_CLIENT_SECRET_b: 'own' };
  expect(await first(world(both, { environment: own }))).toMatchObject({ value: 'canary' });
});

test('a job token as proof gets an audience of its own', async () => {
  const plain = await one({ id: 'a', secret: 'github-oidc' });
  expect(plain).toEqual({ type: 'github-oidc', audience: 'https://a.example' });
  expect(await one({ id: 'a', secret: 'github-oidc' }, {}, { vendor: 'entra' })).toEqual({
    type: 'github-oidc',
    audience: 'api://AzureADTokenExchange',
  });
  for (const audience of [
    'sts.amazonaws.com',
    'sts.cn-north-1.amazonaws.com.cn',
    'STS.amazonaws.com',
    'urn:registry',
  ]) {
    const client: Client = { id: 'a', secret: { 'github-oidc': { audience } } };
    expect(await rejection(one(client))).toMatchObject({ area: 'configuration', code: 'contradiction' });
  }
  const client: Client = { id: 'a', secret: { 'github-oidc': { audience: 'urn:shared' } } };
  const shared = world([issuer('https://a.example', [client]), issuer('https://b.example', [client])]);
  expect(await rejection(first(shared))).toMatchObject({
    code: 'contradiction',
    message: expect.stringContaining('https://b.example has the same audience'),
  });
});

test('control characters are refused, a line end is cut, and nothing is told', async () => {
  const client: Client = { id: 'a', secret: { env: 'OAUTH_X' } };
  expect(await one(client, { environment: { OAUTH_X: 'value\r\n' } })).toMatchObject({ value: 'value' });
  const error = await rejection(one(client, { environment: { OAUTH_X: 'canary\nvalue' } }));
  expect(error).toMatchObject({ code: 'no-secret' });
  expect(whole(error)).not.toContain('canary');
  const key = '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n';
  expect(await one(client, { environment: { OAUTH_X: key } })).toMatchObject({ value: key });
});
