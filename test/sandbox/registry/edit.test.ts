/** The newer version's edit routes, and its agents. */

import { afterEach, describe, expect, test } from 'vitest';
import { type Registry, type RegistryOptions, startRegistry } from '../../../sandbox/registry/registry.ts';
import { agentBody, call, form, register, registerAgent } from './client.ts';

const open: Registry[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((registry) => registry.close()));
});
const start = async (options: RegistryOptions = {}): Promise<Registry> => {
  const registry = await startRegistry({ version: 'newer', scan: 'off', ...options });
  open.push(registry);
  return registry;
};
const stored = (registry: Registry): Record<string, unknown> => registry.records().servers[0]?.fields ?? {};

describe('PUT and PATCH of a server', () => {
  const whole = { server_name: 'New', description: 'd' };

  test('keep id, credential, scheme and enabled state; PUT empties the rest, PATCH leaves it', async () => {
    const registry = await start();
    await register(registry, {
      path: '/w',
      metadata: '{"a":1}',
      tags: 'x',
      auth_scheme: 'bearer',
      auth_credential: 'c',
    });
    await call(registry, ['POST', '/api/servers/toggle'], { body: form({ path: '/w', new_state: 'true' }) });
    const before = registry.records().servers[0];
    const patched = await call(registry, ['PATCH', '/api/servers/w'], { body: { tags: 'y, z', metadata: { b: 2 } } });
    expect([patched.status, patched.etag]).toEqual([200, expect.stringMatching(/^W\/"\d+"$/)]);
    expect(stored(registry)).toMatchObject({ server_name: 'Weather', tags: ['y', 'z'], metadata: { b: 2 } });
    await call(registry, ['PUT', '/api/servers/w'], { body: whole });
    const after = registry.records().servers[0];
    expect(after).toMatchObject({
      enabled: true,
      credential: 'c',
      fields: { auth_scheme: 'bearer', id: before?.fields['id'] },
    });
    expect(after?.fields).toMatchObject({ ...whole, tags: [], metadata: null, license: 'N/A', visibility: 'public' });
  });

  test('hold a precondition', async () => {
    const registry = await start();
    await register(registry, { path: '/w' });
    const send = (match: string) =>
      call(registry, ['PATCH', '/api/servers/w'], { body: { license: 'MIT' }, headers: { 'if-match': match } });
    const { etag } = await call(registry, ['PATCH', '/api/servers/w'], { body: { license: 'N/A' } });
    expect((await send('"1"')).status).toBe(400);
    expect((await send('nonsense')).status).toBe(400);
    expect((await send('W/"1"')).json()).toEqual({ detail: 'If-Match does not match current server version' });
    expect((await send(etag ?? '')).status).toBe(200);
    expect((await send(etag ?? '')).status).toBe(412);
  });

  test.each(['id', 'path', 'version', 'is_enabled', 'auth_scheme', 'auth_credential', 'deployment', 'nonsense'])(
    'refuse %s with 422',
    async (name) => {
      const registry = await start();
      await register(registry, { path: '/w' });
      for (const method of ['PUT', 'PATCH']) {
        const answer = await call(registry, [method, '/api/servers/w'], { body: { ...whole, [name]: 'x' } });
        expect(answer.status).toBe(422);
        expect(answer.json()).toMatchObject({ detail: [{ type: 'extra_forbidden', loc: ['body', name] }] });
      }
    },
  );

  test('an empty PATCH, a PUT without its required fields, wrong types', async () => {
    const registry = await start();
    await register(registry, { path: '/w' });
    expect((await call(registry, ['PATCH', '/api/servers/w'], { body: {} })).json()).toEqual({
      detail: 'Empty patch body',
    });
    expect((await call(registry, ['PUT', '/api/servers/w'], { body: {} })).status).toBe(422);
    for (const body of [
      { license: 1 },
      { tags: 1 },
      { metadata: [] },
      { tool_list: {} },
      { num_tools: 1.5 },
      { provider: { organization: 'A' } },
    ]) {
      expect((await call(registry, ['PATCH', '/api/servers/w'], { body })).status, JSON.stringify(body)).toBe(422);
    }
    expect((await call(registry, ['PUT', '/api/servers/nope'], { body: whole })).status).toBe(404);
  });

  test('cannot write a server whose path ends with a slash', async () => {
    const registry = await start();
    await register(registry);
    for (const path of ['/api/servers/weather', '/api/servers/weather/']) {
      const answer = await call(registry, ['PATCH', path], { body: { license: 'MIT' } });
      expect([answer.status, answer.json()]).toEqual([500, { detail: 'Failed to save server' }]);
    }
    expect(stored(registry)['license']).toBe('N/A');
  });

  test('a new URL is scanned', async () => {
    const registry = await start({ scan: 'manual', scanFails: ['/w'] });
    await register(registry, { path: '/w', tags: 'a' });
    registry.settle();
    await call(registry, ['PATCH', '/api/servers/w'], { body: { tags: [] } });
    expect(registry.settle()).toBe(0);
    await call(registry, ['PATCH', '/api/servers/w'], { body: { proxy_pass_url: 'http://127.0.0.1:2' } });
    registry.settle();
    expect(stored(registry)['tags']).toEqual(['security-pending']);
  });

  test('are not there in the older version', async () => {
    const registry = await start({ version: 'older' });
    await register(registry, { path: '/w' });
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect((await call(registry, [method, '/api/servers/w'], { body: {} })).status).toBe(405);
    }
  });
});

describe('agents', () => {
  test('are drafts by default, can be toggled, and keep their status in a PUT', async () => {
    const registry = await start();
    await registerAgent(registry, { allowed_groups: ['g1'], visibility: 'group-restricted' });
    const card = () => registry.records().agents[0];
    expect(card()).toMatchObject({ enabled: false, fields: { status: 'draft', allowed_groups: ['g1'] } });
    const toggled = await call(registry, ['POST', '/api/agents/planner/toggle?enabled=true']);
    expect(toggled.json()).toEqual({ message: 'Agent enabled successfully', path: '/planner', is_enabled: true });
    await call(registry, ['PUT', '/api/agents/planner'], { body: agentBody({ external_tags: ['q'] }) });
    expect(card()).toMatchObject({ enabled: true, fields: { status: 'draft', external_tags: [], allowed_groups: [] } });
    await call(registry, ['PUT', '/api/agents/planner'], { body: agentBody({ status: 'active' }) });
    expect(card()).toMatchObject({ fields: { status: 'active' } });
    expect((await call(registry, ['POST', '/api/agents/planner/toggle'])).status).toBe(422);
  });

  test('PATCH keeps the id and what was not sent, and cannot change metadata', async () => {
    const registry = await start();
    await registerAgent(registry, { metadata: { a: 1 }, tags: ['t'] });
    const before = registry.records().agents[0];
    const answer = await call(registry, ['PATCH', '/api/agents/planner'], {
      body: { description: 'New', trustLevel: 'verified', security: [{ s: [] }] },
    });
    expect([answer.status, answer.etag]).toEqual([200, expect.stringMatching(/^W\//)]);
    const after = registry.records().agents[0];
    expect(after?.fields).toMatchObject({
      description: 'New',
      trust_level: 'verified',
      tags: ['t'],
      metadata: { a: 1 },
      id: before?.fields['id'],
    });
    expect((await call(registry, ['PATCH', '/api/agents/planner'], { body: { metadata: {} } })).status).toBe(422);
    expect((await call(registry, ['PATCH', '/api/agents/planner'], { body: {} })).status).toBe(400);
    expect((await call(registry, ['PATCH', '/api/agents/planner'], { body: { url: 'ftp://x' } })).status).toBe(422);
    expect((await call(registry, ['PATCH', '/api/agents/nope'], { body: { license: 'x' } })).status).toBe(404);
    const stale = { body: { license: 'x' }, headers: { 'if-match': 'W/"1"' } };
    expect((await call(registry, ['PATCH', '/api/agents/planner'], stale)).status).toBe(412);
  });
});
