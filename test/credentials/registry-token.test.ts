import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createRegistryToken,
  type RegistryTokenDependencies,
  readTokenText,
} from '../../src/credentials/registry-token.ts';
import type { RegistryToken } from '../../src/model/generated/configuration.ts';
import { jwtOf, type ManualClock, manualClock } from './fakes.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'registry-token-'));
});
afterAll(() => rm(directory, { recursive: true }));

const file = async (text: string): Promise<string> => {
  const place = path.join(directory, `${crypto.randomUUID()}.token`);
  await writeFile(place, text);
  return place;
};

interface World extends RegistryTokenDependencies {
  readonly clock: ManualClock;
  readonly masked: string[];
}

const world = (overrides: Partial<RegistryTokenDependencies> = {}): World => {
  const masked: string[] = [];
  return {
    environment: {},
    random: () => 0,
    mask: (form) => masked.push(form),
    idToken: async () => {
      throw new Error('no id token here');
    },
    clientToken: async () => {
      throw new Error('no issuer here');
    },
    permit: async () => undefined,
    ...overrides,
    clock: manualClock(),
    masked,
  };
};

const failureOf = async (setting: RegistryToken, deps = world()): Promise<unknown> =>
  createRegistryToken(setting, deps)().then(
    () => undefined,
    (error: unknown) => error,
  );

test.each([
  ['flat access_token', '{"access_token":"abc.def"}', 'abc.def'],
  ['flat token', '{"token": "abc"}', 'abc'],
  ['nested access_token', '{"tokens":{"access_token":"abc"}}', 'abc'],
  ['nested token', '{"tokens":{"token":"abc"}}', 'abc'],
  ['the top before the nested', '{"tokens":{"token":"low"},"token":"top"}', 'top'],
  ['an empty top', '{"access_token":"","tokens":{"token":"low"}}', 'low'],
  ['bare, with a line end', 'abc.def-ghi_=\r\n', 'abc.def-ghi_='],
  ['with a byte order mark', '\uFEFFabc', 'abc'],
])('reads a token file: %s', async (_name, text, token) => {
  expect(readTokenText(text)).toBe(token);
  const deps = world();
  expect(await createRegistryToken({ file: await file(text) }, deps)()).toBe(token);
});

test.each([
  ['empty', ''],
  ['JSON without a token', '{"expires_in":3600}'],
  ['broken JSON', '{"access_token":"secret-value'],
  ['a token that is no text', '{"access_token":12}'],
  ['two words', 'Bearer secret-value'],
  ['a header injection', '{"token":"secret-value\\r\\nX: y"}'],
])('refuses a token file that is %s, without repeating it', async (_name, text) => {
  const place = await file(text);
  const error = await failureOf({ file: place });
  expect(error).toMatchObject({ area: 'registry', code: 'unauthorized' });
  expect(String(error)).toContain(place);
  expect(String(error)).not.toContain('secret-value');
});

test('says which file is missing, and what to do', async () => {
  expect(await failureOf({ file: path.join(directory, 'absent') })).toMatchObject({
    code: 'unauthorized',
    message: `read the registry's token: the file ${path.join(directory, 'absent')} does not exist`,
    hint: "Write the registry's token there, or name another place with --token-file or registry.token.",
  });
});

test('refuses a directory and a file without end', async () => {
  expect(await failureOf({ file: directory })).toMatchObject({ code: 'unauthorized' });
  expect(String(await failureOf({ file: '/dev/zero' }))).toContain('expected at most 65536 bytes');
});

test('reads the file again each time, and masks each new token before it is used', async () => {
  const place = await file('first-token');
  const deps = world();
  const token = createRegistryToken({ file: place }, deps);
  expect(await token()).toBe('first-token');
  await writeFile(place, 'second-token');
  expect(await token()).toBe('second-token');
  expect(deps.masked).toEqual(expect.arrayContaining(['first-token', 'second-token']));
});

test.each(['', '{"access_tok'])('reads a file once more that is being written: %j', async (half) => {
  const place = await file(half);
  const deps = world();
  const clock = {
    ...deps.clock,
    sleep: async () => {
      await writeFile(place, '{"access_token":"whole-token"}');
    },
  };
  expect(await createRegistryToken({ file: place }, { ...deps, clock })()).toBe('whole-token');
});

test('takes the token from the environment', async () => {
  const deps = world({ environment: { REGISTRY_TOKEN: ' abc\n' } });
  expect(await createRegistryToken({ env: 'REGISTRY_TOKEN' }, deps)()).toBe('abc');
  expect(await failureOf({ env: 'REGISTRY_TOKEN' }, world({ environment: { REGISTRY_TOKEN: ' ' } }))).toMatchObject({
    message: "read the registry's token: the environment variable REGISTRY_TOKEN is not set",
  });
  const junk = await failureOf({ env: 'REGISTRY_TOKEN' }, world({ environment: { REGISTRY_TOKEN: 'a secret' } }));
  expect(junk).toMatchObject({ code: 'unauthorized' });
  expect(String(junk)).not.toContain('a secret');
});

test('asks GitHub once for a token, and again at three quarters of its life', async () => {
  const audiences: string[] = [];
  const deps: World = world({
    idToken: async (audience) => {
      audiences.push(audience);
      const issued = deps.clock.now() / 1000;
      return jwtOf({ iat: issued, exp: issued + 300, n: audiences.length });
    },
  });
  const token = createRegistryToken({ 'github-oidc': { audience: 'https://registry.example' } }, deps);
  const [first, second] = await Promise.all([token(), token()]);
  expect(first).toBe(second);
  deps.clock.advance(224_000);
  expect(await token()).toBe(first);
  deps.clock.advance(1_000);
  expect(await token()).not.toBe(first);
  expect(audiences).toEqual(['https://registry.example', 'https://registry.example']);
});

test('never asks for a token that opens AWS', () => {
  const ask = (audience: string) =>
    createRegistryToken({ 'github-oidc': { audience } }, world({ reservedAudiences: ['urn:our-sts'] }));
  for (const audience of ['sts.amazonaws.com', 'sts.eu-west-1.amazonaws.com', 'urn:our-sts']) {
    expect(() => ask(audience)).toThrow(`the audience ${audience} also opens AWS`);
  }
});

test('renews an issuer client’s token in the middle of a run, and keeps a living one when that fails', async () => {
  let calls = 0;
  const deps: World = world({
    clientToken: async (issuer, client) => {
      calls += 1;
      if (calls === 2) throw new Error('down');
      const obtainedAt = deps.clock.now();
      return { token: `${issuer}|${client}|${calls}`, obtainedAt, expiresAt: obtainedAt + 100_000 };
    },
  });
  const token = createRegistryToken({ issuer: 'https://issuer.example', client: 'sync' }, deps);
  expect(await token()).toBe('https://issuer.example|sync|1');
  deps.clock.advance(80_000);
  expect(await token()).toBe('https://issuer.example|sync|1');
  expect(await token()).toBe('https://issuer.example|sync|3');
});

test('an expired token is not used when its renewal fails', async () => {
  let down = false;
  const deps: World = world({
    clientToken: async () => {
      if (down) throw new Error('down');
      return { token: 'abc', obtainedAt: deps.clock.now(), expiresAt: deps.clock.now() + 1_000 };
    },
  });
  const token = createRegistryToken({ issuer: 'https://issuer.example', client: 'sync' }, deps);
  await token();
  down = true;
  deps.clock.advance(1_000);
  await expect(token()).rejects.toThrow('down');
  down = false;
  expect(await token()).toBe('abc');
});
