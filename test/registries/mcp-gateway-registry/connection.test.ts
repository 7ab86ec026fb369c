import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/net/clock.ts';
import { createFetch } from '../../../src/net/fetch.ts';
import {
  applyWorld,
  changesOf,
  connect,
  endWorlds,
  failuresOf,
  gateway,
  impatient,
  KINDS,
  planWorld,
  runtime,
  startWired,
} from '../../engine/support.ts';

afterEach(endWorlds);

const many = (count: number) => Array.from({ length: count }, (_, index) => gateway(`g${index}`));

describe.each(KINDS)('the registry’s token: $name', ({ options }) => {
  it.each(['static', 'jwt'] as const)('is told to be wrong, with %s tokens', async (auth) => {
    const world = await startWired({ ...options, auth }, 'wrong');
    await expect(world.registry.snapshot()).rejects.toMatchObject({
      area: 'registry',
      code: 'unauthorized',
      message: expect.stringMatching(
        /^read the rights of the registry's token: the registry's token is expired or wrong: GET http:\S+\/api\/auth\/me answered \d+$/,
      ),
    });
  });

  it('ends a run when it expires in the middle; what was done is reported', async () => {
    const world = await startWired({ ...options, auth: 'jwt' });
    const result = await applyWorld(world.registry, many(10), {
      apply: {
        concurrency: 1,
        onOutcome: ({ path }) => {
          if (path === '/g3/') world.double.setToken(world.double.token, { admin: true, expired: true });
        },
      },
    });
    const states = result.outcomes.map(({ path, state }) => `${path} ${state}`);
    expect(states.filter((state) => state.endsWith('done'))).toHaveLength(4);
    expect(states).toContain('/g4/ failed');
    expect(states).toContain('/g9/ skipped');
    world.double.setToken(world.double.token, { admin: true });
    expect(failuresOf(await applyWorld(world.registry, many(10)))).toEqual([]);
  });

  it('is asked for anew when it was refused', async () => {
    const world = await startWired({ ...options, auth: 'jwt' });
    const asked: (string | undefined)[] = [];
    const registry = connect(world.double, {
      token: async (refused) => {
        asked.push(refused);
        return refused === undefined ? 'old' : world.double.token;
      },
    });
    expect((await registry.snapshot()).rights.admin).toBe(true);
    expect(asked.slice(0, 2)).toEqual([undefined, 'old']);
  });
});

describe('calls', () => {
  it('end at their time limit and are tried again', async () => {
    const world = await startWired();
    world.double.faults.add({ path: '/api/auth/me', fault: { kind: 'hang', when: 'before' } });
    const limits: (() => void)[] = [];
    const clock: Clock = {
      now: () => 0,
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          if (ms < 30_000) return resolve();
          limits.push(resolve);
          return signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    };
    const fetch = createFetch({ environment: {}, clock: impatient, timeoutMs: 600_000, maxBodyBytes: 1_000_000 });
    const snapshot = connect(world.double, { clock, fetch }).snapshot();
    await expect.poll(() => world.double.requests.length).toBe(1);
    limits[0]?.();
    expect((await snapshot).rights.user).toBe('network-user');
  });

  it('wait as long as Retry-After says, and no longer than the run lives', async () => {
    const world = await startWired();
    const waits: number[] = [];
    const ending = new AbortController();
    const clock: Clock = {
      now: () => 0,
      sleep: async (ms, signal) => {
        if (ms >= 30_000) return new Promise(() => {});
        waits.push(ms);
        signal?.throwIfAborted();
        if (waits.length === 2) ending.abort(new Error('terminated'));
      },
    };
    world.double.faults.add({
      path: '/api/auth/me',
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'answer', status: 429, body: '{}', headers: { 'retry-after': '7' } },
    });
    await expect(connect(world.double, { clock, signal: ending.signal }).snapshot()).rejects.toThrow('terminated');
    expect(waits.slice(0, 2)).toEqual([7000, 7000]);
  });

  it('go on when the registry restarts', async () => {
    const world = await startWired({ version: 'newer' });
    world.double.faults.add({ method: 'POST', nth: 3, fault: { kind: 'restart', downMs: 20 } });
    const patient: Clock = {
      ...impatient,
      sleep: async (ms, signal) => (ms < 30_000 ? delay(30) : impatient.sleep(ms, signal)),
    };
    const registry = connect(world.double, { clock: patient });
    expect(failuresOf(await applyWorld(registry, many(5)))).toEqual([]);
  });

  it.each(['/api/auth/me', '/api/servers', '/api/agents'])('read %s once more after a plain 500', async (path) => {
    const world = await startWired();
    world.double.faults.add({
      path,
      fault: { kind: 'answer', status: 500, type: 'text', body: 'Internal Server Error' },
    });
    await expect(world.registry.snapshot()).resolves.toMatchObject({ rights: { admin: true } });
  });

  it('do not write again after a plain 500: the next run sees what it came to', async () => {
    const world = await startWired();
    const fault = { kind: 'answer', status: 500, type: 'text', body: 'Internal Server Error' } as const;
    world.double.faults.add({ path: '/api/servers/register', fault });
    const result = await applyWorld(world.registry, many(1));
    expect(result.outcomes).toMatchObject([{ state: 'failed', note: expect.stringContaining('answered 500') }]);
    expect(world.double.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it.each([
    ['a page instead of a list', { status: 200, type: 'html', body: '<html><title>Sign in</title></html>' }],
    ['something that is no JSON', { status: 200, body: 'hello' }],
    ['a list without its list', { status: 200, body: '{"servers":{}}' }],
    ['an item without a path', { status: 200, body: '{"servers":[{"path":7}]}' }],
  ] as const)('refuse to plan on %s', async (_, fault) => {
    const world = await startWired();
    world.double.faults.add({ path: '/api/servers', fault: { kind: 'answer', ...fault } });
    await expect(world.registry.snapshot()).rejects.toMatchObject({ area: 'registry' });
  });
});

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('lists', () => {
  it('are read to the last page, and nothing on a later page is called missing', async () => {
    const world = await startWired({ version: 'newer' });
    const servers = Array.from({ length: 4100 }, (_, index) => ({ path: `/s${index}/` }));
    world.double.seed({ servers });
    const snapshot = await world.registry.snapshot();
    expect(snapshot.listed).toHaveLength(4100);
    expect(world.double.requests.filter(({ path }) => path === '/api/servers')).toHaveLength(3);
  });

  it('take no more calls than pages when nothing changed', async () => {
    const world = await startWired({ version: 'newer' });
    const entries = [...many(5), runtime('agent')];
    await applyWorld(world.registry, entries);
    world.double.requests.splice(0);
    expect(failuresOf(await applyWorld(world.registry, entries))).toEqual([]);
    expect(world.double.requests.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /api/agents',
      'GET /api/auth/me',
      'GET /api/servers',
    ]);
  });

  it('that change while they are read are read again', async () => {
    const world = await startWired({ version: 'newer' });
    world.double.seed({ servers: Array.from({ length: 2001 }, (_, index) => ({ path: `/s${index}/` })) });
    world.double.faults.add({
      path: '/api/servers',
      nth: 2,
      fault: { kind: 'answer', status: 200, body: '{"servers":[],"total_count":2001,"has_next":false}' },
    });
    expect((await world.registry.snapshot()).listed).toHaveLength(2001);
  });
});

describe('the end of a run', () => {
  it('finishes the change in hand and begins no other', async () => {
    const world = await startWired();
    const ending = new AbortController();
    const result = await applyWorld(world.registry, many(6), {
      apply: { concurrency: 1, signal: ending.signal, onOutcome: ({ path }) => path === '/g1/' && ending.abort() },
    });
    expect(result.outcomes.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
    ]);
    const { servers } = world.double.records();
    expect(servers.map(({ path, enabled }) => [path, enabled])).toEqual([
      ['/g0/', true],
      ['/g1/', true],
    ]);
    expect(changesOf((await planWorld(world.registry, many(6))).plan)).toHaveLength(4);
  });
});

describe('agents', () => {
  it.each(KINDS)('are enabled where the API can, and else named to a person: $name', async ({ options }) => {
    const world = await startWired(options);
    const result = await applyWorld(world.registry, [runtime('agent')]);
    const [agent] = world.double.records().agents;
    expect(agent).toMatchObject({
      enabled: options.version !== 'older',
      fields: { status: 'active', visibility: 'private' },
    });
    const rules = result.problems.map(({ rule }) => rule);
    expect(rules.includes('enable-by-hand')).toBe(options.version === 'older');
    const { plan } = await planWorld(world.registry, [runtime('agent')]);
    expect(changesOf(plan)).toEqual([]);
  });
});

describe('visibility', () => {
  const restricted = [
    gateway('one', { registration: { visibility: 'group-restricted', groups: ['team-a'] } }),
    runtime('agent', { registration: { visibility: 'group-restricted', groups: ['team-a'] } }),
  ];

  const allowed = { allowUnenforcedVisibility: true };

  it.each(['newer', 'newest'] as const)('for groups is held by the %s version', async (version) => {
    const world = await startWired({ version });
    expect(failuresOf(await applyWorld(world.registry, restricted, allowed))).toEqual([]);
    const { servers, agents } = world.double.records();
    for (const one of [...servers, ...agents]) {
      expect(one.fields).toMatchObject({ visibility: 'group-restricted', allowed_groups: ['team-a'] });
    }
    for (const deep of [false, true]) {
      expect(changesOf((await planWorld(world.registry, restricted, { ...allowed, deep })).plan)).toEqual([]);
    }
    const open = [gateway('one'), runtime('agent')];
    expect(failuresOf(await applyWorld(world.registry, open))).toEqual([]);
    expect(changesOf((await planWorld(world.registry, open, { deep: true })).plan)).toEqual([]);
  });

  it.each(['newer', 'newest'] as const)('of servers is stored and not enforced: the %s version', async (version) => {
    const other = { username: 'other', services: ['all'], agents: ['all'], groups: ['team-b'] };
    const world = await startWired({ version, tokens: { admin: { admin: true }, other } });
    const refused = await applyWorld(world.registry, restricted);
    expect(refused.outcomes.map(({ path, state }) => `${path} ${state}`)).toEqual(['/agent done', '/one/ skipped']);
    expect(refused.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        rule: 'visibility-unenforced',
        subject: '/one/',
        text: expect.stringContaining('--allow-unenforced-visibility'),
      },
    ]);
    const done = await applyWorld(world.registry, [...restricted, gateway('two')], allowed);
    expect(done.problems[0]).toMatchObject({
      rule: 'visibility-unenforced',
      severity: 'warning',
      subject: 'registry',
      text: expect.stringContaining('2 servers that should not be public'),
    });
    const seen = await connect(world.double, { token: async () => 'other' }).snapshot();
    expect(seen.listed.map(({ path }) => path).sort()).toEqual(['/one/', '/two/']);
  });

  it('that becomes one for groups leaves what stands there, and says so', async () => {
    const world = await startWired({ version: 'newest' });
    await applyWorld(world.registry, [gateway('one')]);
    const { plan } = await planWorld(world.registry, restricted);
    expect(
      plan.problems.find(({ rule, subject }) => rule === 'visibility-unenforced' && subject === '/one/')?.text,
    ).toBe(
      '/one/ is left out: this registry would show the group-restricted server to everybody (--allow-unenforced-visibility); what is registered there stays, for everybody to see.',
    );
  });

  it('says nothing where all is public', async () => {
    const world = await startWired({ version: 'newest' });
    const result = await applyWorld(world.registry, [gateway('one', { registration: { visibility: 'public' } })]);
    expect(result.problems).toEqual([]);
  });

  it('for groups is refused by a version that would show it to everybody', async () => {
    const world = await startWired({ version: 'older' });
    const result = await applyWorld(world.registry, restricted);
    const refused = result.problems.filter(({ severity }) => severity === 'error');
    expect(refused.map(({ rule }) => rule)).toEqual(['visibility-unenforced', 'visibility-unenforced']);
    expect(world.double.records()).toEqual({ servers: [], agents: [] });
    const done = await applyWorld(world.registry, restricted, allowed);
    expect(world.double.records().servers).toHaveLength(1);
    expect(done.problems.map(({ rule }) => rule)).toContain('visibility-unenforced');
  });
});
