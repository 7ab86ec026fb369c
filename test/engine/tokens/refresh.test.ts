import { afterEach, describe, expect, it } from 'vitest';
import type { RegistryOptions } from '../../../sandbox/registry/registry.ts';
import { type RefreshContext, refreshCredentials } from '../../../src/engine/tokens/refresh.ts';
import type { Entry } from '../../../src/model/catalogue.ts';
import type { Refreshed } from '../../../src/model/refresh.ts';
import type { Listed } from '../../../src/model/registry.ts';
import {
  applyWorld,
  CONFIRMED,
  endWorlds,
  gateway,
  JWT,
  KINDS,
  MARKER,
  manual,
  registrationsOf,
  startWorld,
  TOKENS,
  type World,
} from '../support.ts';

afterEach(endWorlds);

const jwt = (name: string) => gateway(name, { authorizer: JWT });
const tokenFor: RefreshContext['tokenFor'] = async ({ path }) => ({
  type: 'token',
  token: `fresh-for-${path}`,
  issuer: 'https://auth.example.com',
  client: 'client-a',
  obtainedAt: 0,
  expiresAt: 3_600_000,
  problems: [],
});

const refreshWorld = async (
  { registry }: Pick<World, 'registry'>,
  entries: readonly Entry[],
  overrides: Partial<RefreshContext> = {},
) =>
  refreshCredentials(
    registrationsOf(entries).filter((one) => one.type === 'server'),
    {
      registry,
      snapshot: await registry.snapshot(),
      marker: MARKER,
      belongs: () => true,
      tokenFor,
      confirm: CONFIRMED,
      scan: true,
      concurrency: 4,
      signal: new AbortController().signal,
      fileOf: ({ origin }) => `servers/${origin.file}`,
      ...overrides,
    },
  );

const server = ({ double }: World, path: string) => {
  const found = double.records().servers.find((one) => one.path === path);
  if (!found) throw new Error(`no server ${path}`);
  return found;
};

const statesOf = (refreshed: readonly Refreshed[]): Record<string, string> =>
  Object.fromEntries(refreshed.map(({ path, state }) => [path, state]));

/** Writes since the last call, as method and path. */
const writes = ({ double }: World): string[] =>
  double.requests
    .splice(0)
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);

/** A world with registrations that hold their first token. */
const applied = async (options: RegistryOptions, ...names: string[]): Promise<World> => {
  const world = await startWorld(options);
  await applyWorld(world.registry, names.map(jwt), { credentialFor: TOKENS });
  writes(world);
  return world;
};

describe.each(KINDS)('refresh in a registry: $name', ({ options }) => {
  it('sends one credential to each, has it scanned, and writes nothing else', async () => {
    const world = await applied(options, 'one', 'two');
    const { refreshed, problems } = await refreshWorld(world, [jwt('one'), jwt('two'), gateway('open')]);
    expect(problems).toEqual([]);
    expect(refreshed).toMatchObject([
      { path: '/one/', state: 'renewed', client: 'client-a', obtainedAt: 0, expiresAt: 3_600_000 },
      { path: '/two/', state: 'renewed' },
    ]);
    expect(writes(world).sort()).toEqual([
      'PATCH /api/servers/one//auth-credential',
      'PATCH /api/servers/two//auth-credential',
      'POST /api/servers/one//rescan',
      'POST /api/servers/two//rescan',
    ]);
    expect(server(world, '/one/').credential).toBe('fresh-for-/one/');
    expect(JSON.stringify(refreshed)).not.toContain('fresh-for');
  });

  it('withholds the token where the URL was changed by hand, and says that the old one may be exposed', async () => {
    const world = await applied(options, 'one', 'two');
    world.double.edit('/one/', { proxy_pass_url: 'https://evil.example.com/mcp' });
    const { refreshed, problems } = await refreshWorld(world, [jwt('one'), jwt('two')], { scan: false });
    expect(statesOf(refreshed)).toEqual({ '/one/': 'withheld', '/two/': 'renewed' });
    expect(problems.map(({ rule }) => rule)).toEqual(['token-withheld', 'token-exposed']);
    expect(problems[1]?.hint).toMatch(/Revoke .* rotate/);
    expect(problems[0]?.place?.file).toMatch(/^servers\/.*\/one-/);
    expect(server(world, '/one/').credential).not.toBe('fresh-for-/one/');
    expect(server(world, '/one/').fields['auth_scheme']).toBe('none');
    expect(refreshed[0]?.note).toContain('its credential was withdrawn');
  });

  it('withholds the token where apply has not written the new URL yet, and nothing is exposed', async () => {
    const world = await startWorld(options);
    const at = (url: string) => manual('tools', { authScheme: 'bearer', url });
    await applyWorld(world.registry, [at('https://tools.example.com/old')], { credentialFor: TOKENS });
    const { refreshed, problems } = await refreshWorld(world, [at('https://tools.example.com/new')]);
    expect(refreshed).toMatchObject([{ state: 'withheld', note: expect.stringContaining('url in the registry') }]);
    expect(problems.map(({ rule }) => rule)).toEqual(['token-withheld']);
  });

  it.each([
    ['a foreign mark', { metadata: { agentcore_sync: { owner: 'platform' } } }],
    ['no mark', { metadata: {} }],
    ['another scheme', { auth_scheme: 'api_key' }],
    ['an endpoint of its own', { mcp_endpoint: 'https://evil.example.com/mcp' }],
  ])('withholds the token where it finds %s', async (_, change) => {
    const world = await applied(options, 'one');
    world.double.edit('/one/', change);
    const { refreshed } = await refreshWorld(world, [jwt('one')]);
    expect(statesOf(refreshed)).toEqual({ '/one/': 'withheld' });
    const withdrawn = 'mcp_endpoint' in change ? ['PATCH /api/servers/one//auth-credential'] : [];
    expect(writes(world)).toEqual(withdrawn);
  });

  it('withholds the token where the mark was copied from another path', async () => {
    const world = await applied(options, 'one', 'two');
    world.double.edit('/two/', { metadata: server(world, '/one/').fields['metadata'] ?? null });
    expect(statesOf((await refreshWorld(world, [jwt('two')])).refreshed)).toEqual({ '/two/': 'withheld' });
  });

  it('enables what waited for its credential, but nothing that the scan or a person put aside', async () => {
    const world = await startWorld(options);
    const entries = ['waiting', 'flagged', 'off'].map(jwt);
    await applyWorld(world.registry, entries);
    world.double.edit('/flagged/', { tags: ['security-pending'] });
    await applyWorld(world.registry, [jwt('off')], {
      credentialFor: TOKENS,
      withheld: new Set(entries.map((e) => e.path)),
    });
    world.double.edit('/off/', { is_enabled: false });
    writes(world);
    const { refreshed } = await refreshWorld(world, entries, { scan: false });
    expect(new Set(refreshed.map(({ state }) => state))).toEqual(new Set(['renewed']));
    expect(refreshed.filter(({ enabled }) => enabled).map(({ path }) => path)).toEqual(['/waiting/']);
    expect(['waiting', 'flagged', 'off'].map((name) => server(world, `/${name}/`).enabled)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('goes on when one fails, and tells what the registry said without the token', async () => {
    const world = await applied(options, 'one', 'two');
    world.double.faults.add({
      path: '/api/servers/one//auth-credential',
      fault: {
        kind: 'answer',
        status: 422,
        body: JSON.stringify({ detail: [{ msg: 'bad', input: 'fresh-for-/one/' }] }),
      },
    });
    const { refreshed, problems } = await refreshWorld(world, [jwt('one'), jwt('two')]);
    expect(statesOf(refreshed)).toEqual({ '/one/': 'failed', '/two/': 'renewed' });
    expect(problems).toMatchObject([{ rule: 'registry-refused', subject: '/one/', severity: 'error' }]);
    expect(JSON.stringify({ refreshed, problems })).not.toContain('fresh-for');
  });

  it('passes over what is not registered', async () => {
    const world = await applied(options, 'one');
    const { refreshed, problems } = await refreshWorld(world, [jwt('one'), jwt('missing')]);
    expect(refreshed.find(({ path }) => path === '/missing/')).toMatchObject({
      state: 'absent',
      note: expect.stringContaining('apply'),
    });
    expect(problems).toEqual([]);
  });

  it('notes that it may not scan, and warns about a scan that failed', async () => {
    const world = await applied({ ...options, tokens: { admin: { admin: true } } }, 'one', 'two');
    world.double.scanFails.add('/one/');
    const first = await refreshWorld(world, [jwt('one'), jwt('two')]);
    expect(statesOf(first.refreshed)).toEqual({ '/one/': 'renewed', '/two/': 'renewed' });
    expect(first.refreshed[0]?.note).toContain('the scan failed');
    expect(first.problems).toMatchObject([{ rule: 'registry-scan', severity: 'warning', subject: '/one/' }]);
    world.double.faults.add({
      path: /rescan$/,
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'answer', status: 403, body: '{"detail":"Only administrators can trigger security scans"}' },
    });
    const second = await refreshWorld(world, [jwt('one'), jwt('two')]);
    expect(second.problems).toEqual([]);
    expect(second.refreshed.map(({ note }) => note)).toEqual(
      Array(2).fill('not scanned: the token may not ask for it'),
    );
  });

  it('sees that a credential was lost after it was set', async () => {
    const world = await applied(options, 'one', 'two');
    const lossy: World['registry'] = {
      ...world.registry,
      run: async (task, snapshot) => {
        const result = await world.registry.run(task, snapshot);
        if (task.type === 'set' && task.path === '/one/') world.double.edit(task.path, { auth_scheme: 'none' });
        return result;
      },
    };
    const { refreshed, problems } = await refreshWorld({ registry: lossy }, [jwt('one'), jwt('two')]);
    expect(statesOf(refreshed)).toEqual({ '/one/': 'failed', '/two/': 'renewed' });
    expect(problems).toMatchObject([{ rule: 'token-lost', subject: '/one/', hint: expect.stringContaining('again') }]);
  });

  it('keeps what was done when the registry can not be read afterwards', async () => {
    const world = await applied(options, 'one');
    const snapshot = await world.registry.snapshot();
    world.double.faults.add({
      path: '/api/servers',
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'answer', status: 400, body: '{"detail":"no"}' },
    });
    const { refreshed, problems } = await refreshWorld(
      { registry: { ...world.registry, snapshot: async () => snapshot } },
      [jwt('one')],
      { registry: world.registry },
    );
    expect(statesOf(refreshed)).toEqual({ '/one/': 'renewed' });
    expect(problems).toMatchObject([{ rule: 'registry-failed', severity: 'error' }]);
  });

  it('sets every credential before the first scan, and keeps them when a scan can not be had', async () => {
    const world = await applied(options, 'one', 'two');
    world.double.faults.add({
      path: '/api/servers/one//rescan',
      fault: { kind: 'answer', status: 400, body: '{"detail":"no URL"}' },
    });
    const { refreshed, problems } = await refreshWorld(world, [jwt('one'), jwt('two')], { concurrency: 1 });
    expect(statesOf(refreshed)).toEqual({ '/one/': 'renewed', '/two/': 'renewed' });
    expect(problems).toMatchObject([{ rule: 'registry-scan', severity: 'warning', subject: '/one/' }]);
    expect(writes(world).map((write) => write.split('/').at(-1))).toEqual([
      'auth-credential',
      'auth-credential',
      'rescan',
      'rescan',
    ]);
  });

  it('tells what was not looked at, and not scanned, when the run is ended', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const world = await applied(options, ...names);
    const stop = new AbortController();
    const { refreshed, problems } = await refreshWorld(world, names.map(jwt), {
      concurrency: 1,
      signal: stop.signal,
      tokenFor: async (registration) => {
        stop.abort();
        return tokenFor(registration);
      },
    });
    expect(new Set(refreshed.map(({ state, note }) => `${state}, ${note}`))).toEqual(
      new Set(['renewed, not scanned: the run was ended']),
    );
    const left = names.length - refreshed.length;
    expect(left).toBeGreaterThan(0);
    expect(problems).toMatchObject([{ rule: 'command-failed', text: expect.stringContaining(`${left} of its`) }]);
    expect(writes(world).filter((write) => write.endsWith('rescan'))).toEqual([]);
  });
});

it.each(['mongo', 'newer'] as const)('withholds the token where an SSE endpoint was set by hand (%s)', async (kind) => {
  const world = await applied(kind === 'mongo' ? { backend: 'mongo' } : { version: 'newer' }, 'one');
  world.double.edit('/one/', { sse_endpoint: 'https://evil.example.com/sse' });
  const { refreshed, problems } = await refreshWorld(world, [jwt('one')]);
  expect(refreshed).toMatchObject([{ state: 'withheld', note: expect.stringContaining('sseEndpoint') }]);
  expect(problems.map(({ rule }) => rule)).toContain('token-exposed');
});

it('withholds the token where the URL is not shown', async () => {
  const world = await applied({}, 'one');
  const blind = (listed: Listed): Listed => ({
    ...listed,
    values: new Map([...listed.values].filter(([key]) => key !== 'url')),
  });
  const registry: World['registry'] = {
    ...world.registry,
    snapshot: async () => {
      const snapshot = await world.registry.snapshot();
      return { ...snapshot, listed: snapshot.listed.map(blind) };
    },
    read: async (address) => {
      const one = await world.registry.read(address);
      return one && blind(one);
    },
  };
  const { refreshed } = await refreshWorld({ registry }, [jwt('one')]);
  expect(refreshed).toMatchObject([{ state: 'withheld', note: "the registry's token may not see its URL" }]);
});

it('takes what the old tool registered for its ARN, and nothing else', async () => {
  const world = await applied({}, 'one', 'two');
  world.double.edit('/one/', { metadata: { gateway_arn: 'theirs' } });
  world.double.edit('/two/', { metadata: { gateway_arn: 'other' } });
  const { refreshed } = await refreshWorld(world, [jwt('one'), jwt('two')], {
    isOurs: (_, { values }) => JSON.stringify(values.get('metadata')).includes('theirs'),
  });
  expect(statesOf(refreshed)).toEqual({ '/one/': 'renewed', '/two/': 'withheld' });
});
