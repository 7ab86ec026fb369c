import { afterEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../sandbox/registry/registry.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import {
  applyWorld,
  changesOf,
  endWorlds,
  failuresOf,
  gateway,
  JWT,
  KINDS,
  manual,
  planWorld,
  runtime,
  startWorld,
  TOKENS,
  type World,
} from './support.ts';

afterEach(endWorlds);

const server = (world: World, path: string) => {
  const found = world.double.records().servers.find((one) => one.path === path);
  if (!found) throw new Error(`no server ${path}`);
  return found;
};
const agent = (world: World, path: string) => {
  const found = world.double.records().agents.find((one) => one.path === path);
  if (!found) throw new Error(`no agent ${path}`);
  return found;
};
/** Applies, and checks that nothing is left to do. */
const settle = async (world: World, entries: readonly Entry[], credentials = true): Promise<string[]> => {
  const overrides = credentials ? { credentialFor: TOKENS } : {};
  const before = await planWorld(world.registry, entries, { hasCredential: () => credentials });
  expect(failuresOf(await applyWorld(world.registry, entries, overrides))).toEqual([]);
  for (const deep of [false, true]) {
    const { plan } = await planWorld(world.registry, entries, { hasCredential: () => credentials, deep });
    expect(changesOf(plan)).toEqual([]);
  }
  return changesOf(before.plan);
};
/** Writes since the requests were last looked at, in short. */
const writes = (world: World): string[] =>
  world.double.requests
    .splice(0)
    .filter((request) => request.method !== 'GET')
    .map((request) => `${request.method} ${request.path}`);

describe.each(KINDS)('updates in a registry: $name', ({ options }) => {
  it('writes what changed in git and keeps credential and enabled state', async () => {
    const world = await startWorld(options);
    await settle(world, [gateway('one', { authorizer: JWT, description: 'before' }), gateway('two')]);
    expect(await settle(world, [gateway('one', { authorizer: JWT, description: 'after' }), gateway('two')])).toEqual([
      'update /one/ description',
    ]);
    expect(server(world, '/one/')).toMatchObject({
      enabled: true,
      credential: 'token-for-/one/',
      fields: { description: 'after', auth_scheme: 'bearer' },
    });
  });

  it('keeps what it does not manage and what the registry added', async () => {
    const world = await startWorld(options);
    await settle(world, [gateway('one', { description: 'before' })]);
    const added: Fields = {
      version: 'v2.0.0',
      status: 'beta',
      external_tags: ['x'],
      source_created_at: '2026-01-02T03:04:05Z',
      tool_list: [{ name: 'real' }],
      num_tools: 1,
      tags: ['agentcore', 'gateway', 'auto-registered', 'security-pending'],
    };
    world.double.edit('/one/', added);
    await settle(world, [gateway('one', { description: 'after' })]);
    expect(server(world, '/one/').fields).toMatchObject({ description: 'after', ...added });
  });

  it('tells changes in the registry from changes in git, and puts them back', async () => {
    const world = await startWorld(options);
    const entries = [gateway('one', { description: 'mine' })];
    await settle(world, entries);
    world.double.edit('/one/', { server_name: 'Theirs', tags: ['other'] });
    const { plan } = await planWorld(world.registry, [gateway('one', { description: 'new' })]);
    expect(plan.changes[0]).toMatchObject({
      action: 'update',
      fields: [
        { field: 'name', cause: 'drift', before: 'Theirs', after: 'One' },
        { field: 'description', cause: 'git', before: 'mine', after: 'new' },
        { field: 'tags', cause: 'drift', before: ['other'] },
      ],
    });
    expect(plan.problems.map(({ rule }) => rule)).toContain('drift');
    await settle(world, entries);
    expect(server(world, '/one/').fields['server_name']).toBe('One');
  });

  it('leaves fields that people may own to them, also when something else is written', async () => {
    const world = await startWorld(options);
    await settle(world, [gateway('one', { description: 'before' })]);
    const metadata = server(world, '/one/').fields['metadata'];
    world.double.edit('/one/', {
      server_name: 'Theirs',
      metadata: { ...(typeof metadata === 'object' ? metadata : {}), cost_center: '42' },
    });
    const ignoreDrift = new Set(['name', 'metadata.cost_center']);
    const same = await planWorld(world.registry, [gateway('one', { description: 'before' })], { ignoreDrift });
    expect(changesOf(same.plan)).toEqual([]);
    const result = await applyWorld(world.registry, [gateway('one', { description: 'after' })], { ignoreDrift });
    expect(failuresOf(result)).toEqual([]);
    expect(server(world, '/one/').fields).toMatchObject({
      server_name: 'Theirs',
      description: 'after',
      metadata: { cost_center: '42', region: 'us-east-1' },
    });
    const after = await planWorld(world.registry, [gateway('one', { description: 'after' })], { ignoreDrift });
    expect(changesOf(after.plan)).toEqual([]);
  });

  it('never leaves a URL to people', async () => {
    const world = await startWorld(options);
    await settle(world, [gateway('one')]);
    world.double.edit('/one/', { proxy_pass_url: 'https://evil.example.com/mcp' });
    const { plan } = await planWorld(world.registry, [gateway('one')], { ignoreDrift: new Set(['url']) });
    expect(changesOf(plan)).toEqual(['update /one/ url']);
  });

  it('removes fields that the entry no longer has', async () => {
    const world = await startWorld(options);
    const full = {
      provider: { organization: 'ACME', url: 'https://acme.example' },
      sseEndpoint: 'https://tools.example.com/sse',
      mcpEndpoint: 'https://tools.example.com/mcp',
      authProvider: 'keycloak',
      headers: { 'X-Env': 'dev' },
      license: 'MIT',
      metadata: { team: 'x' },
      transports: ['sse' as const],
    };
    await settle(world, [manual('tools', full)]);
    const [change] = await settle(world, [manual('tools')]);
    expect(change).toMatch(options.version === 'older' && options.backend === 'file' ? /^update / : /^replace /);
    const { fields, enabled } = server(world, '/tools/');
    expect(enabled).toBe(true);
    for (const gone of ['provider', 'sse_endpoint', 'mcp_endpoint', 'auth_provider', 'headers']) {
      expect(fields[gone] ?? null).toBeNull();
    }
    expect(fields).toMatchObject({ license: 'N/A', supported_transports: ['streamable-http'] });
    expect(fields['metadata']).not.toHaveProperty('team');
  });

  it('sees a header that changed only in its value, and never shows it', async () => {
    const world = await startWorld(options);
    await settle(world, [manual('tools', { headers: { 'X-Env': 'value-before' } })]);
    const { plan } = await planWorld(world.registry, [manual('tools', { headers: { 'X-Env': 'value-after' } })]);
    expect(changesOf(plan)).toEqual(['update /tools/ headers']);
    expect(JSON.stringify(plan)).not.toMatch(/value-(before|after)/);
    await settle(world, [manual('tools', { headers: { 'X-Env': 'value-after' } })]);
    expect(server(world, '/tools/').fields['headers']).toEqual([{ 'X-Env': 'value-after' }]);
    expect(JSON.stringify(server(world, '/tools/').fields['metadata'])).not.toContain('value-after');
  });

  it('updates agents', async () => {
    const world = await startWorld(options);
    const before = {
      skills: [{ id: 's', name: 'S', description: 'd' }],
      capabilities: { streaming: true },
      version: '2.0.0',
    };
    await settle(world, [runtime('agent', { registration: before })]);
    const file = options.version === 'older' && options.backend === 'file';
    expect(await settle(world, [runtime('agent', { registration: { ...before, version: '2.1.0' } })])).toEqual([
      `${file ? 'replace' : 'update'} /agent version`,
    ]);
    expect(await settle(world, [runtime('agent')])).toEqual(['replace /agent version skills capabilities']);
    expect(agent(world, '/agent').fields).toMatchObject({
      version: '1.0.0',
      skills: [],
      capabilities: {},
      visibility: 'private',
    });
    expect(agent(world, '/agent').enabled).toBe(options.version !== 'older');
  });

  it('updates the mark of an entry that moved to another file', async () => {
    const world = await startWorld(options);
    await settle(world, [manual('one')]);
    expect(await settle(world, [{ ...manual('one'), path: 'manual/team/one.yaml' }])).toEqual([
      'update /one/ mark.file',
    ]);
  });

  it('creates at the new path, then deletes at the old one', async () => {
    const world = await startWorld(options);
    await settle(world, [gateway('one')]);
    writes(world);
    expect(await settle(world, [gateway('one', { registration: { path: '/uno/' } })])).toEqual([
      'delete /one/',
      'create /uno/',
    ]);
    expect(writes(world)).toEqual([
      'POST /api/servers/register',
      'POST /api/servers/toggle',
      'POST /api/servers/remove',
    ]);
  });

  it('takes a path that differs in the last slash as the same, and keeps its spelling', async () => {
    const world = await startWorld(options);
    await settle(world, [gateway('one', { registration: { path: '/one' }, authorizer: JWT })]);
    expect(await settle(world, [gateway('one', { authorizer: JWT })])).toEqual([]);
    expect(await settle(world, [gateway('one', { authorizer: JWT, description: 'new' })])).toEqual([
      'update /one description',
    ]);
    expect(server(world, '/one')).toMatchObject({ enabled: true, credential: expect.stringContaining('token-for') });
  });

  it('switches off and on', async () => {
    const world = await startWorld(options);
    await settle(world, [gateway('one')]);
    writes(world);
    expect(await settle(world, [gateway('one', { registration: { enabled: false } })])).toEqual([
      'update /one/ enabled',
    ]);
    expect(server(world, '/one/').enabled).toBe(false);
    await settle(world, [gateway('one')]);
    expect(writes(world)).toEqual(['POST /api/servers/toggle', 'POST /api/servers/toggle']);
  });

  it('does not switch on what the security scan switched off', async () => {
    const world = await startWorld({ ...options, scan: 'manual', scanFails: ['/one/'] });
    await applyWorld(world.registry, [gateway('one')]);
    world.double.settle();
    const { plan } = await planWorld(world.registry, [gateway('one')]);
    expect(changesOf(plan)).toEqual([]);
    expect(plan.problems.map(({ rule }) => rule)).toContain('scan-flagged');
    await applyWorld(world.registry, [gateway('one', { description: 'new' })]);
    expect(server(world, '/one/')).toMatchObject({ enabled: false });
    expect(server(world, '/one/').fields['tags']).toContain('security-pending');
    await applyWorld(world.registry, [gateway('one', { description: 'new' })], { enableFlagged: true });
    expect(server(world, '/one/').enabled).toBe(true);
  });
});
