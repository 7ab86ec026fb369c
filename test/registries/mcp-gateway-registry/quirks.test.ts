/** Quirks of the registry that no other test meets, one each. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Fetch } from '../../../src/net/fetch.ts';
import {
  applyWorld,
  changesOf,
  connect,
  endWorlds,
  failuresOf,
  gateway,
  JWT,
  KINDS,
  manual,
  planWorld,
  runtime,
  startWired,
  TOKENS,
} from '../../engine/support.ts';

afterEach(endWorlds);

const slashless = (description: string) => manual('one', { path: '/one', description });

describe('single-field updates of the newer version', () => {
  it('carry the ETag, change only what differs, and keep the id', async () => {
    const world = await startWired({ version: 'newer' });
    await applyWorld(world.registry, [slashless('before')]);
    const id = world.double.records().servers[0]?.fields['id'];
    world.double.requests.splice(0);
    expect(failuresOf(await applyWorld(world.registry, [slashless('after')]))).toEqual([]);
    const patch = world.double.requests.find(({ method }) => method === 'PATCH');
    expect(patch?.headers['if-match']).toMatch(/^W\/"\d+"$/);
    expect(Object.keys(Object(patch?.json)).sort()).toEqual(['description', 'metadata']);
    expect(world.double.records().servers[0]?.fields).toMatchObject({ id, description: 'after' });
  });

  it('are a conflict when something changed in between', async () => {
    const world = await startWired({ version: 'newer' });
    await applyWorld(world.registry, [slashless('before')]);
    const fetch: Fetch = async (input, init) => {
      if (init?.method === 'PATCH') world.double.edit('/one', { license: 'theirs' });
      return globalThis.fetch(input, init);
    };
    const result = await applyWorld(connect(world.double, { fetch }), [slashless('after')]);
    expect(result.outcomes).toMatchObject([
      { state: 'failed', note: expect.stringContaining('If-Match does not match') },
    ]);
    expect(world.double.records().servers[0]?.fields['description']).toBe('before');
  });

  it('go through when the ETag is only spelled otherwise', async () => {
    const world = await startWired({ version: 'newer' });
    await applyWorld(world.registry, [slashless('before')]);
    const fault = { kind: 'answer', status: 412, body: '{"detail":"If-Match does not match"}' } as const;
    world.double.faults.add({ method: 'PATCH', fault });
    expect(failuresOf(await applyWorld(world.registry, [slashless('after')]))).toEqual([]);
  });

  it('set the credential anew where the scan wrote back the old record', async () => {
    const world = await startWired({ version: 'newer' });
    const entry = (url: string) =>
      manual('one', { path: '/one', authScheme: 'bearer', url: `https://tools.example.com/${url}` });
    await applyWorld(world.registry, [entry('a')], { credentialFor: TOKENS });
    let credentials = 0;
    const registry = {
      ...world.registry,
      run: async (...args: Parameters<typeof world.registry.run>) => {
        const result = await world.registry.run(...args);
        if (args[0].type !== 'set' && args[0].type !== 'withdraw') return result;
        credentials += 1;
        if (credentials === 2) world.double.edit('/one', { auth_scheme: 'none' });
        return result;
      },
    };
    expect(failuresOf(await applyWorld(registry, [entry('b')], { credentialFor: TOKENS }))).toEqual([]);
    expect(credentials).toBe(3);
    expect(world.double.records().servers[0]).toMatchObject({ enabled: true, fields: { auth_scheme: 'bearer' } });
  });
});

describe.each(KINDS)('a registry: $name', ({ options }) => {
  it('shows drift in what its list does not show only to a deep plan', async () => {
    const world = await startWired(options);
    await applyWorld(world.registry, [gateway('one')]);
    world.double.edit('/one/', { supported_transports: ['sse'] });
    expect(changesOf((await planWorld(world.registry, [gateway('one')])).plan)).toEqual([]);
    const { plan } = await planWorld(world.registry, [gateway('one')], { deep: true });
    expect(plan.changes[0]).toMatchObject({
      fields: [{ field: 'transports', cause: 'drift', before: ['sse'], after: ['streamable-http'] }],
    });
  });

  it('is not read one by one where that would cost a credential', async () => {
    const world = await startWired(options);
    await applyWorld(world.registry, [gateway('one', { authorizer: JWT })], { credentialFor: TOKENS });
    world.double.requests.splice(0);
    await planWorld(world.registry, [gateway('one', { authorizer: JWT })], { deep: true });
    const reads = world.double.requests.filter(({ path }) => path.startsWith('/api/servers/'));
    expect(reads).toHaveLength(options.version === 'older' && options.backend === 'file' ? 0 : 1);
  });

  it('gets no delete for what was made anew in between', async () => {
    const world = await startWired(options);
    await applyWorld(world.registry, [gateway('one'), gateway('two')]);
    const { snapshot } = world.registry;
    const registry = {
      ...world.registry,
      snapshot: async () => {
        const before = await snapshot();
        world.double.edit('/one/', { metadata: {} });
        return before;
      },
    };
    const result = await applyWorld(registry, [gateway('two')]);
    expect(result.outcomes).toMatchObject([{ path: '/one/', state: 'failed' }, { path: '/two/' }]);
    expect(world.double.records().servers).toHaveLength(2);
  });

  it('keeps an old registration whose new path could not be registered', async () => {
    const world = await startWired(options);
    await applyWorld(world.registry, [gateway('one')]);
    world.double.faults.add({
      path: '/api/servers/register',
      fault: { kind: 'answer', status: 400, body: '{"error":"Invalid","reason":"no"}' },
    });
    const result = await applyWorld(world.registry, [gateway('one', { registration: { path: '/uno/' } })]);
    expect(result.outcomes.map(({ path, state }) => `${path} ${state}`)).toEqual(['/one/ skipped', '/uno/ failed']);
    expect(world.double.records().servers.map(({ path }) => path)).toEqual(['/one/']);
  });

  it('takes an agent’s PUT as impossible when it answers 500 in plain text', async () => {
    const world = await startWired({ ...options, version: 'older' });
    await applyWorld(world.registry, [runtime('agent')]);
    world.double.faults.add({
      method: 'PUT',
      fault: { kind: 'answer', status: 500, type: 'text', body: 'Internal Server Error' },
    });
    const changed = runtime('agent', { registration: { version: '2.0.0' } });
    expect(failuresOf(await applyWorld(world.registry, [changed]))).toEqual([]);
    expect(changesOf((await planWorld(world.registry, [changed])).plan)).toEqual([]);
  });
});

describe.each(['newer', 'newest'] as const)('agents of the %s version', (version) => {
  const agent = (release: string) => runtime('agent', { registration: { version: release } });

  it.each(['active', 'beta', 'deprecated'])('stay %s when they are changed', async (status) => {
    const world = await startWired({ version });
    await applyWorld(world.registry, [agent('1.0.0')]);
    world.double.edit('/agent', { status });
    expect(failuresOf(await applyWorld(world.registry, [agent('2.0.0')]))).toEqual([]);
    expect(world.double.records().agents[0]?.fields).toMatchObject({ version: '2.0.0', status });
  });

  it('keep the tags that came from elsewhere, which a whole update loses', async () => {
    const world = await startWired({ version });
    await applyWorld(world.registry, [agent('1.0.0')]);
    world.double.edit('/agent', { external_tags: ['from-elsewhere'] });
    expect(failuresOf(await applyWorld(world.registry, [agent('2.0.0')]))).toEqual([]);
    expect(world.double.records().agents[0]?.fields['external_tags']).toEqual(['from-elsewhere']);
  });
});

describe.each(['newer', 'newest'] as const)('policies of the %s version', (version) => {
  it.each(['draft', 'beta'])('may force the status %s on agents', async (status) => {
    const world = await startWired({ version, enforcedStatus: status });
    expect(failuresOf(await applyWorld(world.registry, [runtime('agent'), gateway('one')]))).toEqual([]);
    expect(world.double.records().agents[0]?.fields['status']).toBe(status);
    expect(changesOf((await planWorld(world.registry, [runtime('agent'), gateway('one')])).plan)).toEqual([]);
  });

  it('may refuse an agent for another reason, which is told', async () => {
    const world = await startWired({ version });
    const fault = { kind: 'answer', status: 400, body: '{"detail":"URL rejected by security policy"}' } as const;
    world.double.faults.add({ path: '/api/agents/register', fault });
    const result = await applyWorld(world.registry, [runtime('agent')]);
    expect(result.outcomes[0]?.note).toContain('security policy');
    expect(world.double.records().agents).toEqual([]);
  });

  it('may deny a registration, and say why', async () => {
    const world = await startWired({
      version,
      gate: (path) => (path === '/one/' ? 'not on my watch' : undefined),
    });
    const result = await applyWorld(world.registry, [gateway('one'), gateway('two')]);
    expect(result.outcomes[0]?.note).toContain('not on my watch');
    expect(result.outcomes[1]).toMatchObject({ state: 'done' });
  });
});

describe('what the newest version refuses without a reason', () => {
  it.each([
    ['a path of its own', { path: '/metrics/' }, '/metrics'],
    ['a private address', { url: 'https://127.0.0.1/mcp' }, 'private'],
  ])('gets a hint: %s', async (_, registration, word) => {
    const world = await startWired({ version: 'newest' });
    const result = await applyWorld(world.registry, [manual('one', registration)]);
    const [problem] = result.problems.filter(({ rule }) => rule === 'registry-failed');
    expect(problem?.text).toContain('/api/servers/register answered 500: Service registration failed');
    expect(problem?.hint).toContain(word);
  });

  it('gives an agent with a private address a 400, which is told', async () => {
    const world = await startWired({ version: 'newest' });
    const result = await applyWorld(world.registry, [manual('one', { url: 'https://127.0.0.1/a2a' }, 'agent')]);
    expect(result.outcomes[0]?.note).toContain('URL rejected by security policy: targets blocked/private IP 127.0.0.1');
  });
});

describe('two connections', () => {
  it('that create the same thing at once are both content', async () => {
    const world = await startWired();
    const results = await Promise.all(
      [world.registry, connect(world.double)].map((registry) => applyWorld(registry, [gateway('one')])),
    );
    expect(results.flatMap(failuresOf)).toEqual([]);
  });
});
