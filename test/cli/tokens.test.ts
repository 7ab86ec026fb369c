import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RegistryOptions } from '../../sandbox/registry/registry.ts';
import { configuration, expectCode, type Run, startBench } from './cli.ts';

const TOKEN = 'registry-token-that-may-not-be-seen';

const benchWith = async (registry: RegistryOptions = {}) => {
  const bench = await startBench({ registry: { tokens: { [TOKEN]: { admin: true } }, ...registry } });
  await bench.seed('scan');
  return bench;
};

const expectHidden = (...runs: readonly Run[]): void => {
  for (const { stdout, stderr } of runs) {
    expect(stdout).not.toContain(TOKEN);
    expect(stderr).not.toContain(TOKEN);
  }
};

test.each([
  ['access_token', JSON.stringify({ access_token: TOKEN })],
  ['token', JSON.stringify({ token: TOKEN })],
  ['tokens.access_token', JSON.stringify({ tokens: { access_token: TOKEN } })],
  ['tokens.token', JSON.stringify({ tokens: { token: TOKEN } })],
  ['bare', `${TOKEN}\n`],
])('the token file may hold %s', async (_, text) => {
  const bench = await benchWith();
  bench.write('elsewhere/token.json', text);
  bench.write('.token', 'wrong');
  const words = `plan --registry-url ${bench.registry.url} --token-file elsewhere/token.json`;
  const plain = expectCode(await bench.step(words), 0);
  expectHidden(plain, expectCode(await bench.step(`${words} --debug --output json`), 0));
});

test.each([
  ['no file', undefined],
  ['an empty file', ''],
  ['JSON without a token', '{"secret_thing": "x"}'],
  ['broken JSON', `{"access_token": "${TOKEN}"`],
])('%s is told with the name of the file and what to do', async (_, text) => {
  const bench = await benchWith();
  if (text !== undefined) bench.write('other.token', text);
  const run = await bench.step(`plan --debug --registry-url ${bench.registry.url} --token-file other.token`);
  const { stderr } = expectCode(run, 1);
  expect(stderr).toContain('other.token');
  expect(stderr).toMatch(/→ Write the registry/);
  expectHidden(run);
});

test.each([
  ['older, static: 403', { version: 'older', auth: 'static' }],
  ['older, JWT: a 500 page', { version: 'older', auth: 'jwt' }],
  ['newer: 401', { version: 'newer' }],
] as const)('an expired token is told as what it is (%s)', async (_, options) => {
  const bench = await benchWith(options);
  bench.registry.setToken(TOKEN, { admin: true, expired: true });
  for (const words of ['plan', 'apply', 'sync']) {
    const run = expectCode(await bench.step(words), 1);
    expect(run.stderr).toMatch(/token/i);
    expect(run.stderr).toMatch(/expired/i);
    expect(run.stderr).not.toMatch(/<html|\n\s+at /);
    expectHidden(run);
  }
  expect(bench.registry.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('the token may come from a variable that the configuration names, and only from one that may', async () => {
  const bench = await benchWith();
  const file = (name: string) =>
    configuration(bench.registry.url).replace(/(url: .*)/, `$1\n  token: { env: ${name} }`);
  bench.write('agentcore-sync.yaml', file('REGISTRY_TOKEN'));
  const text = JSON.stringify({ token: TOKEN, registry: bench.registry.url });
  expectHidden(expectCode(await bench.step('plan', { environment: { REGISTRY_TOKEN: text } }), 0));
  rmSync(join(bench.folder, '.token'));
  expect(expectCode(await bench.step('plan'), 1).stderr).toContain('REGISTRY_TOKEN');
  bench.write('agentcore-sync.yaml', file('AWS_SECRET_ACCESS_KEY'));
  const { stderr } = expectCode(await bench.step('plan'), 64);
  expect(stderr).toMatch(/configuration-schema\n.*registry\.token/);
  expect(stderr).not.toContain('option-missing');
  expect(bench.registry.requests.map(({ headers }) => headers['authorization'])).not.toContain('Bearer sandbox');
});

test('a URL given beside a configured token of another registry stops the run: no token is sent', async () => {
  const bench = await benchWith();
  bench.write(
    'agentcore-sync.yaml',
    configuration('https://registry.example.com').replace(/(url: .*)/, '$1\n  token: { env: REGISTRY_TOKEN }'),
  );
  const run = await bench.step(`plan --registry-url ${bench.registry.url}`, { environment: { REGISTRY_TOKEN: TOKEN } });
  expect(expectCode(run, 64).stderr).toContain('configuration-contradiction');
  expect(bench.registry.requests).toEqual([]);
});

test('a token without rights is told before anything is concluded from what it can see', async () => {
  const bench = await benchWith({ tokens: { [TOKEN]: { admin: false } } });
  bench.write('.token', JSON.stringify({ token: TOKEN, registry: bench.registry.url }));
  const run = await bench.step('plan');
  expect(run.stderr).toContain('registry-rights');
  expectHidden(run);
});
