import { afterEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../sandbox/registry/registry.ts';
import {
  applyWorld,
  changesOf,
  endWorlds,
  failuresOf,
  gateway,
  KINDS,
  MARKER,
  manual,
  planWorld,
  startWorld,
  type World,
} from './support.ts';

afterEach(endWorlds);

const metadataOf = (world: World, path: string): Fields => {
  const metadata = world.double.records().servers.find((one) => one.path === path)?.fields['metadata'];
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) throw new Error('no metadata');
  return metadata;
};

const FOREIGN: Fields = { server_name: 'Theirs', description: 'd', proxy_pass_url: 'https://x.example', tags: [] };

describe.each(KINDS)('ownership in a registry: $name', ({ options }) => {
  it('never touches what it did not register, and adopts it only when asked to', async () => {
    const world = await startWorld(options);
    world.double.seed({
      servers: [
        { path: '/one/', fields: FOREIGN },
        { path: '/two', fields: FOREIGN },
      ],
    });
    const result = await applyWorld(world.registry, [gateway('one')]);
    expect(result.outcomes).toMatchObject([{ action: 'conflict', state: 'skipped', path: '/one/' }]);
    expect(world.double.requests.every(({ method }) => method === 'GET')).toBe(true);
    const { plan } = await planWorld(world.registry, [gateway('one')], { overwrite: true });
    expect(plan.changes[0]).toMatchObject({ action: 'update', adopts: true });
    expect(failuresOf(await applyWorld(world.registry, [gateway('one')], { overwrite: true }))).toEqual([]);
    const after = await planWorld(world.registry, [gateway('one')]);
    expect(changesOf(after.plan)).toEqual([]);
  });

  it('shows of a conflict its path alone', async () => {
    const world = await startWorld(options);
    world.double.seed({ servers: [{ path: '/one/', fields: { ...FOREIGN, server_name: 'secret project' } }] });
    const { plan } = await planWorld(world.registry, [gateway('one')]);
    expect(JSON.stringify(plan)).not.toContain('secret project');
  });

  it('lets two owners live side by side', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [gateway('one')]);
    const marker = { ...MARKER, owner: 'another-team' };
    await applyWorld(world.registry, [gateway('two')], { marker });
    const first = await planWorld(world.registry, [gateway('one')]);
    expect(changesOf(first.plan)).toEqual([]);
    expect(first.plan.ours).toBe(1);
    const taken = await planWorld(world.registry, [gateway('one'), gateway('two')]);
    expect(changesOf(taken.plan)).toEqual(['conflict /two/']);
    const over = await planWorld(world.registry, [gateway('two')], { takeOverFrom: 'another-team' });
    expect(changesOf(over.plan)).toEqual(['delete /one/', 'update /two/ mark.owner']);
    const partly = await planWorld(world.registry, [gateway('one')], { takeOverFrom: 'another-team' });
    expect(changesOf(partly.plan)).toEqual([]);
  });

  it('stops when another repository uses the same owner', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [gateway('one')]);
    const marker = { ...MARKER, repository: { name: 'acme/copy', id: '1' } };
    const result = await applyWorld(world.registry, [gateway('two')], { marker });
    expect(result.problems.map(({ rule }) => rule)).toContain('owner-shared');
    expect(world.double.records().servers.map(({ path }) => path)).toEqual(['/one/']);
    const taken = await planWorld(world.registry, [gateway('one')], { marker, takeOverFrom: MARKER.owner });
    expect(changesOf(taken.plan)).toEqual(['update /one/ mark.repository']);
  });

  it('takes a renamed repository, and a run without one, as the same', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [gateway('one')]);
    for (const repository of [{ name: 'acme/renamed', id: '4711' }, undefined]) {
      const marker = { owner: MARKER.owner, ...(repository ? { repository } : {}) };
      const { plan } = await planWorld(world.registry, [gateway('one')], { marker });
      expect(changesOf(plan)).toEqual([]);
    }
  });

  it('leaves alone what carries a copied or broken mark', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [gateway('one')]);
    const metadata = metadataOf(world, '/one/');
    const broken = { ...metadata, agentcore_sync: { owner: 'platform', path: '/three' } };
    world.double.seed({
      servers: [
        { path: '/copy/', fields: { ...FOREIGN, metadata } },
        { path: '/three/', fields: { ...FOREIGN, metadata: broken } },
      ],
    });
    const { plan } = await planWorld(world.registry, [gateway('one')]);
    expect(changesOf(plan)).toEqual([]);
    const wanted = await planWorld(world.registry, [gateway('one'), gateway('copy'), gateway('three')]);
    expect(changesOf(wanted.plan)).toEqual(['conflict /copy/', 'conflict /three/']);
  });

  it('never touches what a peer registry sent, whatever mark it carries', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [gateway('one'), gateway('two')]);
    world.double.edit('/one/', { sync_metadata: { is_federated: true, source_peer_id: 'peer' } });
    world.double.edit('/two/', { sync_metadata: { is_federated: true, source_peer_id: 'peer' } });
    const { plan } = await planWorld(world.registry, [gateway('one', { description: 'new' })], { overwrite: true });
    expect(changesOf(plan)).toEqual(['conflict /one/']);
  });

  it('lets the entry that has a path keep it from a newer one', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [gateway('one')]);
    const intruder = manual('intruder', { path: '/ONE/' });
    const { plan } = await planWorld(world.registry, [intruder, gateway('one'), gateway('two')]);
    expect(changesOf(plan)).toEqual(['conflict /ONE/', 'create /two/']);
    expect(plan.problems.map(({ rule }) => rule)).toContain('path-taken');
    const nobody = await planWorld(world.registry, [manual('a', { path: '/x/' }), manual('b', { path: '/x/' })]);
    expect(changesOf(nobody.plan)).toEqual(['delete /one/', 'conflict /x/', 'conflict /x/']);
  });

  it('does not delete what a file registered that cannot be read now', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [gateway('one'), gateway('two')]);
    const withheld = new Set([gateway('one').path]);
    const { plan } = await planWorld(world.registry, [gateway('two')], { withheld });
    expect(changesOf(plan)).toEqual([]);
  });
});

describe('rights of the token', () => {
  it.each(KINDS)(
    'without admin rights calls nothing missing, and creates without taking over: $name',
    async ({ options }) => {
      const tokens = {
        root: { admin: true },
        narrow: {
          username: 'narrow',
          permissions: {
            register_service: ['all'],
            modify_service: ['all'],
            toggle_service: ['all'],
            publish_agent: ['all'],
          },
          services: ['none'],
        },
      };
      const world = await startWorld({ ...options, tokens }, 'narrow');
      world.double.seed({ servers: [{ path: '/one/', fields: FOREIGN }] });
      const { plan } = await planWorld(world.registry, [gateway('one'), gateway('two')]);
      expect(plan.problems.map(({ rule }) => rule)).toContain('registry-rights');
      const result = await applyWorld(world.registry, [gateway('one'), gateway('two')]);
      expect(result.outcomes.find(({ path }) => path === '/one/')).toMatchObject({ state: 'failed' });
      const [one] = world.double.records().servers;
      expect(one?.fields['server_name']).toBe('Theirs');
    },
  );
});
