/** The newer version: what a client of both meets differently. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Registry, type RegistryOptions, startRegistry, type Token } from '../../../sandbox/registry/registry.ts';
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

test('refuses the file storage at start-up', async () => {
  await expect(startRegistry({ version: 'newer', backend: 'file' })).rejects.toThrow('refuses the file backend');
});

describe('paging', () => {
  test('hands out 20 by default and tells that there is more', async () => {
    const registry = await start();
    registry.seed({ servers: Array.from({ length: 21 }, (_, index) => ({ path: `/s${index}/` })) });
    const page = (await call(registry, ['GET', '/api/servers'])).json();
    expect(page).toMatchObject({ total_count: 21, limit: 20, offset: 0, has_next: true });
    expect(page['servers']).toHaveLength(20);
  });

  test('the pages together are the list, whatever the limit', async () => {
    const registry = await start();
    const paths = Array.from({ length: 37 }, (_, index) => `/s${index}`);
    registry.seed({ servers: paths.map((path) => ({ path })), agents: paths.map((path) => ({ path })) });
    const walk = async (kind: 'servers' | 'agents', limit: number): Promise<string[]> => {
      const found: string[] = [];
      for (let offset = 0; ; offset += limit) {
        const { text } = await call(registry, ['GET', `/api/${kind}?limit=${limit}&offset=${offset}`]);
        const page = JSON.parse(text);
        found.push(...page[kind].map((entry: { path: string }) => entry.path));
        if (!page.has_next) return found;
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('servers' as const, 'agents' as const),
        fc.integer({ min: 1, max: 50 }),
        async (kind, limit) => {
          expect((await walk(kind, limit)).sort()).toEqual([...paths].sort());
        },
      ),
      { numRuns: 20 },
    );
  });

  test.each(['limit=0', 'limit=2001', 'limit=x', 'offset=-1'])('refuses %s', async (query) => {
    const registry = await start();
    expect((await call(registry, ['GET', `/api/servers?${query}`])).status).toBe(422);
    expect((await call(registry, ['GET', `/api/agents?${query}`])).status).toBe(422);
  });

  test('the older version takes no notice of it', async () => {
    const registry = await start({ version: 'older' });
    registry.seed({ servers: Array.from({ length: 25 }, (_, index) => ({ path: `/s${index}/` })) });
    const list = (await call(registry, ['GET', '/api/servers?limit=1&offset=3'])).json();
    expect(Object.keys(list)).toEqual(['servers']);
    expect(list['servers']).toHaveLength(25);
  });

  test('leaves the tools out when asked, finds by metadata, filters by status', async () => {
    const registry = await start();
    registry.seed({
      servers: [
        { path: '/a/', fields: { tool_list: [{ name: 't' }], metadata: { owner: 'Team-X' }, status: 'beta' } },
        { path: '/b/' },
      ],
    });
    const list = async (query: string) => (await call(registry, ['GET', `/api/servers?${query}`])).json();
    expect(await list('query=team-x&include_tools=false')).toMatchObject({
      servers: [{ path: '/a/', tool_list: [] }],
      total_count: 1,
    });
    expect(await list('status=active')).toMatchObject({ servers: [{ path: '/b/' }], total_count: 1 });
    expect((await call(registry, ['GET', '/api/servers?status=nonsense'])).status).toBe(400);
  });
});

describe('register', () => {
  test('visibility and metadata fall back when left out of an overwrite, groups and endpoint stay', async () => {
    const registry = await start();
    const fields = {
      visibility: 'group-restricted',
      allowed_groups: 'g1,g2',
      metadata: '{"a":1}',
      mcp_endpoint: 'http://127.0.0.1:1',
    };
    await register(registry, fields);
    expect(stored(registry)).toMatchObject({
      visibility: 'group-restricted',
      allowed_groups: ['g1', 'g2'],
      metadata: { a: 1 },
    });
    await register(registry);
    expect(stored(registry)).toMatchObject({
      visibility: 'public',
      allowed_groups: ['g1', 'g2'],
      metadata: {},
      mcp_endpoint: 'http://127.0.0.1:1',
    });
  });

  test.each([
    [{ visibility: 'secret' }, /^Invalid visibility/],
    [{ visibility: 'group-restricted' }, /at least one/],
    [{ proxy_pass_url: '' }, /requires proxy_pass_url/],
    [{ deployment: 'moon' }, /deployment must be/],
    [{ status: 'beta' }, /'active'/],
  ])('refuses %j with 400', async (fields, detail) => {
    const registry = await start({ enforcedStatus: 'active' });
    const answer = await register(registry, fields);
    expect(answer.status).toBe(400);
    expect(answer.json()['detail']).toMatch(detail);
  });

  test('internal becomes private, metadata that is no object becomes {}, tools are counted, transports are joined', async () => {
    const registry = await start();
    const body = form({
      name: 'n',
      description: 'd',
      path: '/p/',
      proxy_pass_url: 'http://a',
      visibility: 'internal',
      metadata: '[1]',
    });
    body.append('tool_list_json', '[{"name":"a"},{"name":"b"}]');
    body.append('num_tools', '9');
    body.append('supported_transports', 'sse');
    body.append('supported_transports', 'streamable-http');
    await call(registry, ['POST', '/api/servers/register'], { body });
    expect(stored(registry)).toMatchObject({
      visibility: 'private',
      metadata: {},
      num_tools: 2,
      supported_transports: ['sse', 'streamable-http'],
    });
  });

  test('a policy gate refuses servers and agents', async () => {
    const registry = await start({ gate: (path) => (path.startsWith('/bad') ? 'not today' : undefined) });
    const told = { detail: 'Registration denied by policy gate: not today' };
    const server = await register(registry, { path: '/bad/' });
    const agent = await registerAgent(registry, { path: '/bad' });
    expect([server.status, server.json(), agent.status, agent.json()]).toEqual([403, told, 403, told]);
    expect((await register(registry)).status).toBe(201);
  });
});

describe('rights', () => {
  const limited: Token = { username: 'u', services: ['all'], agents: ['all'], groups: ['g1'] };
  const tokens = {
    admin: { admin: true },
    limited,
    maker: { ...limited, permissions: { register_service: ['all'], toggle_service: ['all'], modify_service: ['all'] } },
  };

  test('registering, toggling and credentials need their permission', async () => {
    const registry = await start({ tokens });
    expect((await register(registry, {}, 'limited')).status).toBe(403);
    expect((await register(registry, {}, 'maker')).status).toBe(201);
    const toggled = { body: form({ path: '/weather/', new_state: 'true' }) };
    const patch = { body: { auth_scheme: 'none' } };
    for (const [token, status] of [
      ['limited', 403],
      ['maker', 200],
    ] as const) {
      expect((await call(registry, ['POST', '/api/servers/toggle'], { ...toggled, token })).status).toBe(status);
      expect(
        (await call(registry, ['PATCH', '/api/servers/weather//auth-credential'], { ...patch, token })).status,
      ).toBe(status);
    }
  });

  test('a list without admin rights shows what visibility and groups allow', async () => {
    const registry = await start({ tokens });
    registry.seed({
      servers: [
        { path: '/public/' },
        { path: '/mine/', fields: { visibility: 'private', registered_by: 'u' } },
        { path: '/theirs/', fields: { visibility: 'private' } },
        { path: '/group/', fields: { visibility: 'group-restricted', allowed_groups: ['g1'] } },
        { path: '/other/', fields: { visibility: 'group-restricted', allowed_groups: ['g2'] } },
      ],
    });
    const { text } = await call(registry, ['GET', '/api/servers'], { token: 'limited' });
    const paths = JSON.parse(text).servers.map((server: { path: string }) => server.path);
    expect(paths.sort()).toEqual(['/group/', '/mine/', '/public/']);
    expect((await call(registry, ['GET', '/api/servers/theirs/'], { token: 'limited' })).status).toBe(403);
  });

  test.each(['static', 'jwt'] as const)('a wrong and an expired token are 401 pages (%s)', async (auth) => {
    const registry = await start({ auth, tokens: { ...tokens, old: { admin: true, expired: true } } });
    for (const token of ['wrong', 'old']) {
      const { status, type } = await call(registry, ['GET', '/api/servers'], { token });
      expect([status, type]).toEqual([401, 'text/html']);
    }
    registry.setToken('admin', { admin: true, expired: true });
    expect((await call(registry, ['GET', '/api/servers'])).status).toBe(401);
    registry.setToken('admin', { admin: true });
    expect((await call(registry, ['GET', '/api/servers'])).status).toBe(200);
    registry.setToken('admin', undefined);
    expect((await call(registry, ['GET', '/api/servers'])).status).toBe(401);
  });
});

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
