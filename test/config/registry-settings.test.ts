import { expect, test } from 'vitest';
import { buildSettings } from '../../src/config/build-settings.ts';
import { type Given, readOptions } from '../../src/config/read-options.ts';
import type { Configuration } from '../../src/model/generated/configuration.ts';

const build = (
  registry: NonNullable<Configuration['registry']> | undefined,
  given: Given = {},
  environment: Record<string, string> = {},
) => {
  const options = readOptions({ command: 'apply', given, environment, spelling: (name) => name });
  return buildSettings({ command: 'apply', ...options, configuration: registry === undefined ? {} : { registry } });
};

const URL_HERE = 'https://registry.example.com';

test.each([
  ['https', 'https://registry.example.com/', URL_HERE],
  ['a path below the host', 'https://example.com/registry/', 'https://example.com/registry'],
  ['http to loopback', 'http://127.0.0.1:7860', 'http://127.0.0.1:7860'],
])('%s is taken, without its last slash', (_, url, expected) => {
  const { settings, problems } = build({ url });
  expect(problems).toEqual([]);
  expect(settings.registry?.url).toBe(expected);
  expect(settings.registry?.token).toEqual({ file: '.token' });
});

test.each([
  'http://registry.example.com',
  'https://user:password@registry.example.com',
  'https://registry.example.com/?token=secret',
  'https://registry.example.com/#x',
  'registry.example.com',
  'file:///etc/passwd',
])('%s is refused without repeating it', (url) => {
  const { settings, problems } = build({ url });
  expect(settings.registry).toBeUndefined();
  expect(problems.map((problem) => problem.rule)).toEqual(['option-value']);
  expect(JSON.stringify(problems)).not.toContain('password');
});

test('plain http to another host only where the configuration says insecure', () => {
  expect(build({ url: 'http://registry.internal', insecure: true }).problems).toEqual([]);
});

test('URL and token come from one source, or agree', () => {
  const token = { env: 'REGISTRY_TOKEN' };
  const rules = (built: ReturnType<typeof build>) => built.problems.map((problem) => problem.rule);
  expect(rules(build({ url: URL_HERE, token }))).toEqual([]);
  expect(rules(build(undefined, { registryUrl: URL_HERE, tokenFile: 't' }))).toEqual([]);
  expect(rules(build({ url: URL_HERE, token }, { registryUrl: `${URL_HERE}/` }))).toEqual([]);
  expect(rules(build({ url: URL_HERE, token }, { registryUrl: 'https://evil.example' }))).toEqual([
    'configuration-contradiction',
  ]);
  expect(rules(build({ url: URL_HERE }, { tokenFile: 't' }))).toEqual(['configuration-contradiction']);
  expect(rules(build({ url: URL_HERE }, {}, { REGISTRY_TOKEN_FILE: 't' }))).toEqual(['configuration-contradiction']);
});
