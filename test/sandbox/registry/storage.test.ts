/** What the stored entries become: overwriting, background work, both storages, slashes. */
import { afterEach, describe, expect, test } from 'vitest';
import {
  type Registry,
  type RegistryOptions,
  type StoredServer,
  startRegistry,
} from '../../../sandbox/registry/registry.ts';
import { call, form, register } from './client.ts';

const open: Registry[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((registry) => registry.close()));
});
const start = async (options: RegistryOptions = {}): Promise<Registry> => {
  const registry = await startRegistry(options);
  open.push(registry);
  return registry;
};
const only = (registry: Registry): StoredServer => {
  const [server] = registry.records().servers;
  if (server === undefined) throw new Error('nothing is stored');
  return server;
};
const toggle = (registry: Registry, path: string, state = 'true') =>
  call(registry, ['POST', '/api/servers/toggle'], { body: form({ path, new_state: state }) });
const credential = (registry: Registry, path: string, body: unknown) =>
  call(registry, ['PATCH', `/api/servers${path}/auth-credential`], { body });

const FULL = {
  tags: 'a,b',
  license: 'MIT',
  metadata: '{"owner":"x"}',
  mcp_endpoint: 'http://127.0.0.1:1/other',
  auth_scheme: 'api_key',
  auth_credential: 's3cret',
  auth_header_name: 'X-K',
  headers: '[{"X-Env":"dev"}]',
  status: 'beta',
  version: 'v2.0.0',
  external_tags: 'x,y',
};

describe('an overwrite', () => {
  test.each([
    [
      'mongo',
      { metadata: { owner: 'x' }, mcp_endpoint: FULL.mcp_endpoint, auth_header_name: 'X-K', version: 'v2.0.0' },
      's3cret',
    ],
    [
      'file',
      { metadata: undefined, mcp_endpoint: undefined, auth_header_name: undefined, version: undefined },
      undefined,
    ],
  ] as const)('on %s treats what was not sent as recorded', async (backend, optional, secret) => {
    const registry = await start({ backend, scan: 'off' });
    await register(registry, FULL);
    await toggle(registry, '/weather/');
    const before = only(registry);
    expect(before.credential).toBe('s3cret');
    expect((await register(registry, {})).status).toBe(201);
    const { fields, enabled, credential: kept } = only(registry);
    expect(fields['id']).not.toBe(before.fields['id']);
    expect({ tags: fields['tags'], license: fields['license'], auth_scheme: fields['auth_scheme'] }).toEqual({
      tags: [],
      license: 'N/A',
      auth_scheme: 'none',
    });
    for (const [name, value] of Object.entries(optional)) expect(fields[name], name).toEqual(value);
    expect(enabled).toBe(true);
    expect(kept).toBe(secret);
  });

  test('with overwrite=false never touches what is there', async () => {
    const registry = await start({ scan: 'off' });
    await register(registry, FULL);
    const before = registry.records();
    expect((await register(registry, { overwrite: 'false', description: 'Mine' })).status).toBe(409);
    expect(registry.records()).toEqual(before);
  });

  test('takes unknown fields without a word, and the older version visibility too', async () => {
    const registry = await start({ scan: 'off' });
    expect((await register(registry, { visibility: 'private', allowed_groups: 'g', nonsense: '1' })).status).toBe(201);
    expect(Object.keys(only(registry).fields)).not.toContain('visibility');
  });
});

describe('a last slash', () => {
  test.each(['mongo', 'file'] as const)('is overlooked by reads and not by writes, on %s', async (backend) => {
    const registry = await start({ backend, scan: 'off' });
    await register(registry);
    const reads = ['/api/servers/weather', '/api/servers/weather/', '/api/servers//weather/'];
    for (const path of reads) expect((await call(registry, ['GET', path])).status, path).toBe(200);
    const bearer = { auth_scheme: 'bearer', auth_credential: 't' };
    const wrong = await credential(registry, '/weather', bearer);
    expect([wrong.status, wrong.json()]).toEqual([
      500,
      { error: 'Update failed', reason: 'Failed to save updated server credentials' },
    ]);
    expect((await credential(registry, '/weather/', bearer)).status).toBe(200);
    expect((await toggle(registry, '/weather')).json()).toEqual({ detail: 'Failed to toggle service' });
    expect((await toggle(registry, '/weather/')).status).toBe(200);
    expect((await register(registry, { path: '/weather', overwrite: 'false' })).status).toBe(409);
    expect((await register(registry, { path: '/weather' })).json()).toEqual({ detail: 'Service registration failed' });
    for (const path of ['/weather', '/weather/']) {
      expect((await call(registry, ['POST', `/api/servers${path}/rescan`])).status).toBe(200);
    }
    const remove = (path: string) => call(registry, ['POST', '/api/servers/remove'], { body: form({ path }) });
    expect((await remove('/weather')).status).toBe(500);
    expect((await remove('/weather/')).status).toBe(200);
    expect(registry.records().servers).toEqual([]);
  });
});

describe('background work', () => {
  test('waits for settle(), rewrites the tools, and happens once', async () => {
    const registry = await start();
    await register(registry, { tool_list_json: '[{"name":"mine"}]', num_tools: '1' });
    expect(only(registry).fields['tool_list']).toEqual([{ name: 'mine' }]);
    expect(registry.settle()).toBe(2);
    expect(only(registry).fields['num_tools']).toBe(2);
    expect(registry.settle()).toBe(0);
  });

  test('a failed scan tags, disables, and writes back the entry as it was registered', async () => {
    const registry = await start({ scanFails: ['/weather/'] });
    await register(registry, { tags: 'a', metadata: '{"n":1}' });
    await toggle(registry, '/weather/');
    await credential(registry, '/weather/', { auth_scheme: 'bearer', auth_credential: 'fresh' });
    registry.edit('/weather/', { metadata: { n: 2 }, status: 'beta' });
    expect(only(registry)).toMatchObject({ enabled: true, fields: { auth_scheme: 'bearer' } });
    registry.settle();
    const { enabled, fields } = only(registry);
    expect(enabled).toBe(false);
    expect(fields).toMatchObject({ tags: ['a', 'security-pending'], auth_scheme: 'none', metadata: { n: 1 } });
    // It was not part of the registration, so the write-back leaves it.
    expect(fields['status']).toBe('beta');
  });

  test('an overwrite puts the tags back, and the scan adds its tag again', async () => {
    const registry = await start({ scan: 'immediate', scanFails: ['/weather/'] });
    await register(registry, { tags: 'a' });
    expect(only(registry).fields['tags']).toEqual(['a', 'security-pending']);
    registry.scanFails.clear();
    await register(registry, { tags: 'a' });
    expect(only(registry).fields['tags']).toEqual(['a']);
  });

  test('a removed entry stays removed', async () => {
    const registry = await start({ scanFails: ['/weather/'] });
    await register(registry);
    await call(registry, ['POST', '/api/servers/remove'], { body: form({ path: '/weather/' }) });
    registry.settle();
    expect(registry.records().servers).toEqual([]);
  });

  test('on file takes the stored credential with it', async () => {
    const registry = await start({ backend: 'file' });
    await register(registry, { auth_scheme: 'bearer', auth_credential: 's3cret' });
    expect(only(registry).credential).toBe('s3cret');
    registry.settle();
    expect(only(registry)).toMatchObject({ credential: undefined, fields: { auth_scheme: 'bearer' } });
  });

  test('an unreachable server keeps its declared tools and is told as unhealthy', async () => {
    const registry = await start({ upstream: () => 'unreachable' });
    await register(registry, { tool_list_json: '[{"name":"mine"}]' });
    registry.settle();
    expect(only(registry).fields['tool_list']).toEqual([{ name: 'mine' }]);
    expect((await toggle(registry, '/weather/')).json()['status']).toMatch(/^unhealthy: /);
  });
});

describe('credentials', () => {
  test('are never in an answer', async () => {
    const registry = await start();
    await register(registry, { auth_scheme: 'bearer', auth_credential: 's3cret-value' });
    await credential(registry, '/weather/', { auth_scheme: 'bearer', auth_credential: 's3cret-value' });
    registry.settle();
    for (const path of [
      '/api/servers',
      '/api/servers/weather',
      '/api/servers/weather/versions',
      '/api/servers/health',
    ]) {
      expect((await call(registry, ['GET', path])).text).not.toContain('s3cret-value');
    }
    expect(only(registry).credential).toBe('s3cret-value');
  });

  test('come back in the 422 of a PATCH sent as a form', async () => {
    const registry = await start();
    await register(registry);
    const body = form({ auth_scheme: 'bearer', auth_credential: 's3cret-value' });
    const answer = await call(registry, ['PATCH', '/api/servers/weather//auth-credential'], { body });
    expect([answer.status, answer.text.includes('s3cret-value')]).toEqual([422, true]);
  });

  test('are ignored with scheme none', async () => {
    const registry = await start();
    await register(registry, { auth_scheme: 'none', auth_credential: 's3cret' });
    expect(only(registry).credential).toBeUndefined();
  });
});

describe("a test's own access", () => {
  test('seeds entries as if they had long been there, and edits them as a person does', async () => {
    const registry = await start();
    registry.seed({
      servers: [{ path: '/s/', fields: { tags: ['old'], metadata: { by: 'hand' } }, enabled: true, credential: 'c' }],
      agents: [{ path: '/a', fields: { tags: ['old'] } }],
    });
    registry.edit('/s/', {
      description: 'Changed',
      mcp_endpoint: 'http://127.0.0.1:1',
      is_enabled: false,
      auth_credential: 'd',
    });
    registry.edit('/s/', { mcp_endpoint: null });
    registry.edit('/a', { is_enabled: true, tags: [] });
    const { servers, agents } = registry.records();
    expect(servers).toMatchObject([
      { enabled: false, credential: 'd', fields: { description: 'Changed', metadata: { by: 'hand' } } },
    ]);
    expect(servers[0]?.fields).not.toHaveProperty('mcp_endpoint');
    expect(agents).toMatchObject([{ enabled: true, fields: { tags: [] } }]);
    expect(registry.settle()).toBe(0);
    expect(registry.requests).toEqual([]);
    expect(() => registry.edit('/nothing', {})).toThrow("edit: nothing is stored at '/nothing'");
  });

  test('hands out copies', async () => {
    const registry = await start();
    await register(registry, { metadata: '{"n":1}' });
    Object.assign(only(registry).fields, { metadata: 'spoilt' });
    expect(only(registry).fields['metadata']).toEqual({ n: 1 });
  });

  test('logs every request with its parsed body and its answer', async () => {
    const registry = await start();
    await register(registry, { path: '/über b/' });
    await credential(registry, '/%C3%BCber%20b/', { auth_scheme: 'none' });
    await call(registry, ['GET', '/api/servers?query=x&limit=5']);
    const repeated = new URLSearchParams([
      ['path', '/a'],
      ['path', '/b'],
    ]);
    await call(registry, ['POST', '/api/servers/remove'], { body: repeated });
    expect(registry.requests).toMatchObject([
      { method: 'POST', path: '/api/servers/register', form: { path: '/über b/', name: 'Weather' }, status: 201 },
      { method: 'PATCH', path: '/api/servers/über b//auth-credential', json: { auth_scheme: 'none' }, status: 200 },
      { method: 'GET', path: '/api/servers', query: { query: 'x', limit: '5' }, form: {}, status: 200 },
      { form: { path: ['/a', '/b'] }, status: 404 },
    ]);
  });
});

test('a server synced from a peer cannot be removed', async () => {
  const registry = await start();
  const sync = { is_federated: true, source_peer_id: 'peer-1' };
  registry.seed({ servers: [{ path: '/s/', fields: { sync_metadata: sync } }] });
  const answer = await call(registry, ['POST', '/api/servers/remove'], { body: form({ path: '/s/' }) });
  expect([answer.status, answer.json()['error']]).toEqual([403, 'Cannot delete federated server']);
  const list = await call(registry, ['GET', '/api/servers']);
  expect(list.json()).toMatchObject({ servers: [{ sync_metadata: sync }] });
});
