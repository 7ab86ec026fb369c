/** The double against the real registry's own descriptions of its endpoints (the oldest and the newest version, shapes only). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, test } from 'vitest';
import { type Registry, startRegistry } from '../../../sandbox/registry/registry.ts';
import { agentBody, call, form } from './client.ts';

interface Schema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, { readonly type?: string; readonly default?: unknown }>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
const read = (file: string): Description =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures', file), 'utf8'));

const DESCRIPTIONS = { older: read('registry-openapi.json'), newest: read('registry-openapi-newest.json') } as const;
type Version = keyof typeof DESCRIPTIONS;
const VERSIONS = ['older', 'newest'] as const satisfies readonly Version[];

const schemaOf = (version: Version, name: string): Schema => {
  const schema = DESCRIPTIONS[version].components.schemas[name];
  if (schema === undefined) throw new Error(`no schema ${name}`);
  return schema;
};

/** Described, but nothing that a synchroniser calls. */
const LEFT_OUT_ALWAYS = [
  'POST /api/agents/discover',
  'POST /api/agents/{path}/rate',
  'POST /api/servers/{path}/rate',
  'DELETE /api/servers/{service_path}/versions/{version}',
];
const LEFT_OUT: Readonly<Record<Version, readonly string[]>> = {
  older: [...LEFT_OUT_ALWAYS, 'PUT /api/servers/{service_path}/versions/default'],
  // Some are met by a route that takes any path below an agent or server.
  newest: [
    ...LEFT_OUT_ALWAYS,
    'POST /api/agents/{path}/ans/link',
    'POST /api/servers/{path}/ans/link',
    'DELETE /api/servers/{path}/ans/link',
    'POST /api/agents/batch',
    'POST /api/agents/check-duplicates',
    'POST /api/agents/discover/semantic',
    'POST /api/agents/{path}/pull-card',
    'POST /api/servers/check-duplicates',
  ],
};

const ajv = new Ajv2020({ strict: false });
for (const version of VERSIONS) ajv.addSchema({ $id: version, ...DESCRIPTIONS[version] });
const isValidationError = ajv.getSchema('older#/components/schemas/HTTPValidationError');

let registry: Registry | undefined;
const start = async (version: Version): Promise<Registry> => {
  registry = await startRegistry({ scan: 'off', version });
  return registry;
};
afterEach(async () => {
  await registry?.close();
});

test.each(VERSIONS)('every described endpoint is there, but for those left out (%s)', async (version) => {
  const double = await start(version);
  double.seed({ servers: [{ path: '/x', enabled: true }], agents: [{ path: '/x', enabled: true }] });
  const lacking: string[] = [];
  for (const [path, methods] of Object.entries(DESCRIPTIONS[version].paths)) {
    for (const method of Object.keys(methods).map((name) => name.toUpperCase())) {
      const { status, text } = await call(double, [method, path.replace(/\{\w+\}/g, 'x')]);
      if (status === 405 || text === '{"detail":"Not Found"}') lacking.push(`${method} ${path}`);
    }
  }
  expect(lacking.sort()).toEqual([...LEFT_OUT[version]].sort());
});

const FORMS = [
  ['/api/servers/register', 'Body_register_service_api_api_servers_register_post'],
  ['/api/servers/toggle', 'Body_toggle_service_api_api_servers_toggle_post'],
  ['/api/servers/remove', 'Body_remove_service_api_api_servers_remove_post'],
] as const;

const SAMPLES: Readonly<Record<string, string>> = {
  path: '/x',
  auth_scheme: 'bearer',
  metadata: '{"a":1}',
  headers: '[{"X-A":"b"}]',
  tool_list_json: '[{"name":"t"}]',
  source_created_at: '2026-01-02T03:04:05Z',
  source_updated_at: '2026-01-02T03:04:05Z',
  proxy_pass_url: 'https://w.example.com/mcp',
  visibility: 'private',
  deployment: 'remote',
};
const sample = (name: string, type: string | undefined): string =>
  SAMPLES[name] ?? (type === 'integer' ? '1' : type === 'boolean' ? 'true' : `a ${name}`);

const CASES = VERSIONS.flatMap((version) => FORMS.map(([path, name]) => [version, path, name] as const));

describe.each(CASES)('%s: POST %s', (version, path, name) => {
  const schema = schemaOf(version, name);
  const whole = Object.fromEntries(
    Object.entries(schema.properties).map(([field, { type }]) => [field, sample(field, type)]),
  );

  test('takes every described field', async () => {
    const double = await start(version);
    double.seed({ servers: [{ path: '/x' }] });
    expect((await call(double, ['POST', path], { body: form(whole) })).status).toBeLessThan(300);
  });

  test('requires exactly the described fields', async () => {
    const double = await start(version);
    const answer = await call(double, ['POST', path], { body: form({}) });
    expect(answer.status).toBe(422);
    expect(isValidationError?.(answer.json())).toBe(true);
    const { detail } = JSON.parse(answer.text);
    const told = detail.map(({ type, loc }: { type: string; loc: string[] }) => `${type} ${loc.join('.')}`);
    expect(told).toEqual((schema.required ?? []).map((field) => `missing body.${field}`));
  });

  test('refuses text where a number or a boolean is described', async () => {
    const double = await start(version);
    for (const [field, { type }] of Object.entries(schema.properties)) {
      if (type !== 'integer' && type !== 'boolean') continue;
      const answer = await call(double, ['POST', path], { body: form({ ...whole, [field]: 'maybe' }) });
      expect([answer.status, isValidationError?.(answer.json())], field).toEqual([422, true]);
    }
  });
});

test.each(VERSIONS)('stores what was sent in every described field of a registration (%s)', async (version) => {
  const double = await start(version);
  const schema = schemaOf(version, FORMS[0][1]);
  const body = Object.fromEntries(
    Object.entries(schema.properties).map(([field, { type }]) => [field, sample(field, type)]),
  );
  await call(double, ['POST', '/api/servers/register'], { body: form(body) });
  const [server] = double.records().servers;
  expect(server).toMatchObject({ path: '/x', credential: 'a auth_credential' });
  const renamed = [
    'name',
    'path',
    'overwrite',
    'auth_credential',
    'tool_list_json',
    'provider_organization',
    'provider_url',
    // What the newest version keeps elsewhere, or only for what runs locally.
    ...(version === 'newest' ? ['id', 'local_runtime', 'custom_headers', 'append_mcp_path'] : []),
  ];
  const missing = Object.keys(body).filter((field) => !renamed.includes(field) && server?.fields[field] === undefined);
  expect(missing).toEqual([]);
  expect(server?.fields).toMatchObject({
    server_name: 'a name',
    tool_list: [{ name: 't' }],
    provider: { organization: 'a provider_organization', url: 'a provider_url' },
  });
});

test.each(VERSIONS)('an agent registration is taken or refused as the description says (%s)', async (version) => {
  const double = await start(version);
  const isRequest = ajv.getSchema(`${version}#/components/schemas/AgentRegistrationRequest`);
  const bodies: Record<string, unknown>[] = [
    {},
    { name: 1 },
    { name: '' },
    { description: 1 },
    { url: '' },
    { capabilities: [] },
    { metadata: 'x' },
    { skills: {} },
    { status: 'gold' },
    { path: null },
    { version: 2 },
    { license: 1 },
    { streaming: 'maybe' },
    { tags: 1 },
    { tags: 'a,b', external_tags: ['c'] },
    { tags: [1] },
    { external_tags: null },
    { defaultInputModes: 'text' },
    { skills: ['s'] },
    { securitySchemes: { a: 1 } },
    { trustLevel: null },
  ];
  for (const fields of bodies) {
    const { supported_protocol, ...rest } = agentBody({ path: undefined, ...fields });
    const body = JSON.parse(JSON.stringify({ ...rest, supportedProtocol: supported_protocol }));
    const answer = await call(double, ['POST', '/api/agents/register'], { body });
    const listed = answer.status === 422 && Array.isArray(answer.json()['detail']);
    expect(listed, JSON.stringify(fields)).toBe(!isRequest?.(body));
    if (listed) expect(isValidationError?.(answer.json())).toBe(true);
  }
});
