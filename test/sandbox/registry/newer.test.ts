/** The newer version: what a client of both meets differently. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Registry, type RegistryOptions, startRegistry, type Token } from '../../../sandbox/registry/registry.ts';
import { call, form, register, registerAgent } from './client.ts';

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

  test.each(['newer', 'newest'] as const)(
    'visibility of servers is stored, and hides nothing (%s)',
    async (version) => {
      const registry = await start({ tokens, version });
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
      expect(paths.sort()).toEqual(['/group/', '/mine/', '/other/', '/public/', '/theirs/']);
      expect((await call(registry, ['GET', '/api/servers/theirs/'], { token: 'limited' })).status).toBe(200);
    },
  );

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
