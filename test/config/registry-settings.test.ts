import { describe, expect, test } from 'vitest';
import { buildSettings } from '../../src/config/build-settings.ts';
import { parseConfiguration } from '../../src/config/load.ts';
import { type Given, readOptions } from '../../src/config/read-options.ts';
import { selectedRegistries } from '../../src/config/registry-settings.ts';
import type { Configuration } from '../../src/model/generated/configuration.ts';

const buildFrom = (configuration: Configuration, given: Given = {}, environment: Record<string, string> = {}) => {
  const options = readOptions({ command: 'apply', given, environment, spelling: (name) => name });
  return buildSettings({ command: 'apply', ...options, configuration });
};

const build = (registry: Configuration['registry'], given: Given = {}, environment: Record<string, string> = {}) =>
  buildFrom(registry === undefined ? {} : { registry }, given, environment);

const URL_HERE = 'https://registry.example.com';
const STAGING = 'https://staging.example.com';

test.each([
  ['https', 'https://registry.example.com/', URL_HERE],
  ['a path below the host', 'https://example.com/registry/', 'https://example.com/registry'],
  ['http to loopback', 'http://127.0.0.1:7860', 'http://127.0.0.1:7860'],
])('%s is taken, without its last slash', (_, url, expected) => {
  const { settings, problems } = build({ url });
  expect(problems).toEqual([]);
  expect(settings.registries).toMatchObject([{ name: 'default', url: expected, token: { file: '.token' } }]);
});

test.each([
  'http://registry.example.com',
  'https://user:password@registry.example.com',
  'https://registry.example.com/?token=secret',
  'https://registry.example.com/#x',
  'registry.example.com',
  'file:///etc/passwd',
])('%s is refused without repeating what may be secret', (url) => {
  const { settings, problems } = build({ url });
  expect(settings.registries.map((registry) => registry.url)).toEqual([undefined]);
  expect(problems.map((problem) => problem.rule)).toEqual(['option-value']);
  expect(JSON.stringify(problems)).not.toMatch(/:password@|token=secret/);
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

const TWO: Configuration = {
  registries: {
    staging: { type: 'mcp-gateway-registry', url: STAGING, token: { env: 'REGISTRY_STAGING' } },
    production: { type: 'mcp-gateway-registry', url: URL_HERE, entries: [{ tag: 'reviewed' }] },
  },
};

const urlsOf = ({ settings }: ReturnType<typeof buildFrom>) =>
  settings.registries.map(({ name, url }) => `${name} ${url ?? 'none'}`);
const selectedOf = ({ settings }: ReturnType<typeof buildFrom>) => selectedRegistries(settings).map(({ name }) => name);

test('registries have names, and --to chooses among them without forgetting the others', () => {
  const all = buildFrom(TWO);
  expect(all.problems).toEqual([]);
  expect(all.settings.registries).toMatchObject([
    { name: 'staging', url: STAGING, token: { env: 'REGISTRY_STAGING' } },
    { name: 'production', url: URL_HERE, token: { file: '.token' }, entries: [{ tag: 'reviewed' }] },
  ]);
  expect(selectedOf(all)).toEqual(['staging', 'production']);
  const one = buildFrom(TWO, { to: 'production' });
  expect(selectedOf(one)).toEqual(['production']);
  expect(one.settings.registries.length).toBe(2);
  expect(selectedOf(buildFrom(TWO, { to: 'production,staging' }))).toEqual(['staging', 'production']);
});

test('a name that no registry has is refused with the names that there are', () => {
  const said = (configuration: Configuration, to: string) =>
    buildFrom(configuration, { to }).problems.map(({ rule, text }) => `${rule} ${text}`);
  expect(said(TWO, 'prod')).toEqual(['option-value to expects one of staging, production, met "prod".']);
  expect(said({ registry: { url: URL_HERE } }, 'prod')).toEqual(['option-value to expects default, met "prod".']);
  expect(said({}, 'prod')).toEqual(['option-value to names "prod", and no registry is configured.']);
  expect(said({ registry: { url: URL_HERE } }, 'default')).toEqual([]);
});

test('the URL and the token of flags, inputs and environment are of the only registry, or of the one that --to names', () => {
  const given = { registryUrl: 'https://other.example.com', tokenFile: 't' };
  expect(buildFrom(TWO, given).problems).toMatchObject([
    {
      rule: 'option-value',
      subject: 'registry-url',
      text: 'registry-url (or its variable) is of one registry, and this run goes to 2: staging, production.',
    },
  ]);
  expect(buildFrom(TWO, { tokenFile: 't' }).problems.map(({ subject }) => subject)).toEqual(['token-file']);
  expect(buildFrom(TWO, {}, { REGISTRY_URL: URL_HERE }).problems.map(({ subject }) => subject)).toEqual([
    'registry-url',
  ]);
  const one = buildFrom(TWO, { ...given, to: 'production' });
  expect(one.problems).toEqual([]);
  expect(urlsOf(one)).toEqual([`staging ${STAGING}`, 'production https://other.example.com']);
  expect(one.settings.registries.map((registry) => 'token' in registry && registry.token)).toEqual([
    { env: 'REGISTRY_STAGING' },
    { file: 't' },
  ]);
});

test('a URL that no registry of the run takes is refused where it is meant for this run, and no business of it elsewhere', () => {
  const sites: Configuration = { registries: { site: { type: 'static', namespace: 'com.example' } } };
  expect(buildFrom(sites, { registryUrl: URL_HERE, tokenFile: 't' }).problems).toMatchObject([
    {
      rule: 'option-value',
      severity: 'error',
      subject: 'registry-url',
      text: 'registry-url is given, and no registry of this run takes it: site.',
    },
    { rule: 'option-value', subject: 'token-file' },
  ]);
  expect(buildFrom(sites, {}, { REGISTRY_URL: URL_HERE, REGISTRY_TOKEN_FILE: 't' }).problems).toEqual([]);
});

const read = (text: string) =>
  parseConfiguration('agentcore-sync.yaml', text).problems.map(
    ({ place, text: said }) => `${place?.line}:${place?.column} ${said}`,
  );

test('registry and registries are not given together', () => {
  const text =
    'owner: abc\nregistries: { a: { type: mcp-gateway-registry } }\nregistry: { url: "https://r.example" }\n';
  expect(read(text)).toEqual([
    '3:1 registry and registries are both given: registry is the short form of registries with one of the name default.',
  ]);
});

test('what is wrong with a registry is told at its place', () => {
  const text = [
    'registries:',
    '  a: { url: "https://r.example" }',
    '  b: { type: other }',
    '  "not a name": { type: mcp-gateway-registry }',
    '  c: { type: mcp-gateway-registry, uri: x, entries: [{ kinds: gateway }, { kind: gateways }, {}] }',
    '',
  ].join('\n');
  expect(read(text).sort()).toEqual([
    '2:3 registries.a lacks the key "type".',
    '3:8 registries.b.type: expected one of mcp-gateway-registry, static, met "other".',
    '4:3 registries: the key "not a name" is not a name of 1 to 63 letters, digits, ".", "_" and "-".',
    '5:36 The key "uri" is not known in registries.c.',
    '5:56 The key "kinds" is not known in registries.c.entries[0].',
    '5:76 registries.c.entries[1].kind: expected one of gateway, target, runtime, harness, server, agent, met "gateways".',
    '5:94 registries.c.entries[2]: expected at least 1, met keys and values.',
  ]);
  expect(read('registry: { type: other }\n')).toEqual([
    '1:13 registry.type: expected one of mcp-gateway-registry, static, met "other".',
  ]);
  expect(read('registry: { typ: other }\n')).toEqual(['1:13 The key "typ" is not known in registry.']);
  expect(read('registry: { type: mcp-gateway-registry, url: "https://r.example" }\n')).toEqual([]);
});

describe('a static registry', () => {
  const SITE = { type: 'static' as const, namespace: 'com.example' };

  test('has defaults that show little', () => {
    const { settings, problems } = buildFrom({ registries: { site: SITE } });
    expect(problems).toEqual([]);
    expect(settings.registries).toEqual([
      {
        name: 'site',
        type: 'static',
        directory: 'site',
        namespace: 'com.example',
        title: 'com.example',
        audience: 'public',
        expose: new Set(),
        allow: { also: [], names: false, managedOnly: false },
        concurrency: 8,
      },
    ]);
  });

  test('takes neither the URL nor the token of flags: they are the other one’s', () => {
    const configuration = { registries: { site: SITE, prod: { type: 'mcp-gateway-registry' as const } } };
    const { settings, problems } = buildFrom(configuration, { registryUrl: URL_HERE, tokenFile: 't' });
    expect(problems).toEqual([]);
    expect(settings.registries[0]).not.toHaveProperty('url');
    expect(settings.registries[1]).toMatchObject({ url: URL_HERE, token: { file: 't' } });
  });

  test('leads through a registry that is there, and has a folder of its own', () => {
    const registries = {
      one: { ...SITE, linkThrough: 'prod' },
      two: { ...SITE, linkThrough: 'nobody' },
      three: { ...SITE, directory: 'site/inner' },
      prod: { type: 'mcp-gateway-registry' as const, url: STAGING },
    };
    const { settings, problems } = buildFrom({ registries });
    expect(settings.registries[0]).toMatchObject({ linkThrough: { name: 'prod', registry: { url: STAGING } } });
    expect(problems.map(({ subject, text }) => `${subject}: ${text}`)).toEqual([
      'registries.two: linkThrough names "nobody", which is no registry through which anybody connects.',
      'registries.two: directory is site, and one writes to site.',
      'registries.three: directory is site/inner, and one writes to site.',
    ]);
  });

  test.each([
    ['namespace: com', '"site.namespace'],
    ['namespace: com.example, directory: ../x', 'directory'],
    ['namespace: com.example, expose: [everything]', 'expected one of accounts'],
    ['namespace: com.example, proxyVersion: latest', 'proxyVersion'],
  ])('%s is refused', (text) => {
    expect(read(`registries: { site: { type: static, ${text} } }\n`)).toHaveLength(1);
  });
});
