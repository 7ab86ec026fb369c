/** Lists in pages: what stands at their seams, and registries that never end them. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Fetch } from '../../../src/net/fetch.ts';
import { connect, endWorlds, startWired, type World } from '../../engine/support.ts';

afterEach(endWorlds);

const paths = (count: number): string[] => Array.from({ length: count }, (_, index) => `/s${10_000 + index}/`);

const full = async (count: number, version: 'newer' | 'newest' = 'newest'): Promise<World> => {
  const world = await startWired({ version });
  world.double.seed({ servers: paths(count).map((path) => ({ path })) });
  return world;
};

const isList = (input: Parameters<Fetch>[0]): boolean => String(input).includes('/api/servers?');

/** A client whose nth list call of servers is preceded by something that happens in the registry. */
const meanwhile = (world: World, nth: number, act: () => void | Promise<void>) => {
  let calls = 0;
  const fetch: Fetch = async (input, init) => {
    if (isList(input)) {
      calls += 1;
      if (calls === nth) await act();
    }
    return globalThis.fetch(input, init);
  };
  return { registry: connect(world.double, { fetch }), calls: () => calls };
};

const remove = (world: World, path: string) =>
  fetch(`${world.double.url}/api/servers/remove`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.double.token}` },
    body: new URLSearchParams({ path }),
  });

/** A registry whose list is made by hand; agents and rights are the double's. */
const answering = (world: World, list: (offset: number, limit: number) => object) => {
  let calls = 0;
  const fetch: Fetch = async (input, init) => {
    if (!isList(input)) return globalThis.fetch(input, init);
    calls += 1;
    if (calls > 1000) throw new Error('asked for ever');
    const { searchParams } = new URL(String(input));
    return Response.json(list(Number(searchParams.get('offset')), Number(searchParams.get('limit'))));
  };
  return { registry: connect(world.double, { fetch }), calls: () => calls };
};

describe('pages of the newest version', () => {
  it('overlap, so that an entry that shifts between two of them is met', async () => {
    const world = await full(4100);
    const { registry } = meanwhile(world, 2, async () => {
      await remove(world, '/s10000/');
    });
    const { listed } = await registry.snapshot();
    expect(listed.map(({ path }) => path).sort()).toEqual(paths(4100).slice(1));
  });

  it('hold for an entry that comes in between', async () => {
    const world = await full(4100);
    const { registry } = meanwhile(world, 2, () => world.double.seed({ servers: [{ path: '/a/' }] }));
    const { listed } = await registry.snapshot();
    expect(new Set(listed.map(({ path }) => path))).toEqual(new Set([...paths(4100), '/a/']));
  });

  it('count the versions of a server, which are not listed: that is no change', async () => {
    const world = await full(1);
    const body = { name: 'n', description: 'd', path: '/s10000/', proxy_pass_url: 'https://w.example.com/mcp' };
    await fetch(`${world.double.url}/api/servers/register`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.double.token}` },
      body: new URLSearchParams({ ...body, version: 'v2.0.0', overwrite: 'false' }),
    });
    const { registry, calls } = meanwhile(world, 0, () => undefined);
    expect((await registry.snapshot()).listed).toHaveLength(1);
    expect(calls()).toBe(1);
  });

  it('count them in longer lists too, where a second reading settles it', async () => {
    const world = await full(2100);
    for (const path of ['/s10003/', '/s11999/']) {
      await fetch(`${world.double.url}/api/servers/register`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.double.token}` },
        body: new URLSearchParams({
          ...{ name: 'n', description: 'd', path, proxy_pass_url: 'https://w.example.com/mcp' },
          ...{ version: 'v2.0.0', overwrite: 'false' },
        }),
      });
    }
    expect((await world.registry.snapshot()).listed).toHaveLength(2100);
  });
});

const record = (path: string) => ({ path, display_name: path, proxy_pass_url: 'https://a.example.com', metadata: {} });

describe('a registry that never ends its list is malformed', () => {
  it.each([
    ['the same page again and again', () => ({ servers: [record('/a/')], total_count: 1, has_next: true })],
    [
      'the same page again and again, without a count',
      () => ({ servers: [record('/a/'), record('/b/')], has_next: true }),
    ],
    ['an empty page', () => ({ servers: [], total_count: 3, has_next: true })],
    [
      'more than it counts',
      (offset: number) => ({ servers: [record(`/a${offset}/`)], total_count: 2, has_next: true }),
    ],
    [
      'something new for ever, a row each time',
      (offset: number) => ({ servers: [record(`/a${offset}/`)], total_count: offset + 100, has_next: true }),
    ],
  ])('%s', async (_, list) => {
    const world = await startWired({ version: 'newest' });
    const { registry, calls } = answering(world, list);
    await expect(registry.snapshot()).rejects.toMatchObject({
      area: 'registry',
      code: 'malformed',
      message: expect.stringContaining('list the servers'),
      hint: expect.any(String),
    });
    expect(calls()).toBeLessThan(1000);
  });

  it('but one that gives fewer than asked for is read to its end', async () => {
    const world = await startWired({ version: 'newest' });
    const all = paths(250).map(record);
    const { registry } = answering(world, (offset) => ({
      servers: all.slice(offset, offset + 100),
      total_count: all.length,
      has_next: offset + 100 < all.length,
    }));
    expect((await registry.snapshot()).listed).toHaveLength(250);
  });
});
