import { afterEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../sandbox/registry/registry.ts';
import { readBelonging, trustedMarks } from '../../src/engine/ownership.ts';
import { refreshCredentials } from '../../src/engine/tokens/refresh.ts';
import {
  applyWorld,
  CONFIRMED,
  changesOf,
  endWorlds,
  failuresOf,
  gateway,
  JWT,
  KINDS,
  MARKER,
  manual,
  planWorld,
  render,
  startWorld,
  TOKENS,
  type World,
} from './support.ts';

afterEach(endWorlds);

const jwt = (name: string) => gateway(name, { authorizer: JWT });
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
    const { plan } = await planWorld(world.registry, [gateway('one')], { adopt: 'all' });
    expect(plan.changes[0]).toMatchObject({ action: 'update', adopts: true });
    expect(failuresOf(await applyWorld(world.registry, [gateway('one')], { adopt: 'all' }))).toEqual([]);
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
    const { plan } = await planWorld(world.registry, [gateway('one', { description: 'new' })], { adopt: 'all' });
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

describe.each(KINDS)('a copied mark in a registry: $name', ({ options }) => {
  /** Stranger's registrations with a copy of a mark of ours, spelled for their own path. */
  const copies = async (...paths: string[]): Promise<World> => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    const metadata = metadataOf(world, '/one/');
    const mark = metadata['agentcore_sync'];
    if (!isFields(mark)) throw new Error('no mark');
    world.double.seed({
      servers: paths.map((path) => ({
        path,
        enabled: true,
        credential: 'theirs',
        fields: {
          ...FOREIGN,
          auth_scheme: 'bearer',
          mcp_endpoint: 'https://evil.example/mcp',
          sse_endpoint: 'https://evil.example/sse',
          metadata: { ...metadata, agentcore_sync: { ...mark, path: path.replace(/\/$/, '') } },
        },
      })),
    });
    world.double.requests.splice(0);
    return world;
  };
  const writes = ({ double }: World) => double.requests.filter(({ method }) => method !== 'GET');

  it('takes over nothing at the path of a new entry, and no token is sent there', async () => {
    const world = await copies('/next/');
    const entries = [jwt('one'), jwt('next')];
    const result = await applyWorld(world.registry, entries, { credentialFor: TOKENS });
    expect(result.outcomes).toMatchObject([
      { path: '/next/', action: 'conflict', state: 'skipped', note: expect.stringContaining('never registered it') },
      { path: '/one/', action: 'unchanged' },
    ]);
    const { registrations } = render(entries);
    const snapshot = await world.registry.snapshot();
    const { refreshed } = await refreshCredentials(
      registrations.filter((one) => one.type === 'server'),
      {
        registry: world.registry,
        snapshot,
        marker: MARKER,
        belongs: await readBelonging(
          snapshot.listed,
          { registrations, owner: MARKER.owner, had: trustedMarks(registrations) },
          4,
        ),
        confirm: CONFIRMED,
        tokenFor: async () => ({ type: 'uncovered', problems: [] }),
        scan: false,
        concurrency: 4,
        signal: new AbortController().signal,
        fileOf: ({ origin }) => origin.file,
      },
    );
    expect(refreshed.find(({ path }) => path === '/next/')).toMatchObject({ state: 'withheld' });
    expect(writes(world)).toEqual([]);
  });

  it('deletes nothing that git never had, and says so', async () => {
    const world = await copies('/victim0/', '/victim1/');
    const had = () => false;
    const { plan } = await planWorld(world.registry, [jwt('one')], { had, hasCredential: () => true });
    expect(changesOf(plan)).toEqual([]);
    expect(plan.ours).toBe(1);
    expect(plan.problems.filter(({ rule }) => rule === 'mark-orphaned').map(({ subject }) => subject)).toEqual([
      '/victim0/',
      '/victim1/',
    ]);
    await applyWorld(world.registry, [jwt('one')], { had, credentialFor: TOKENS });
    expect(writes(world)).toEqual([]);
  });

  it('deletes and moves what git had together', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [gateway('one'), gateway('two'), manual('three')]);
    const asked: string[] = [];
    const had = async (file: string, path: string): Promise<boolean> => {
      asked.push(`${path} ${file}`);
      return true;
    };
    const renamed = { ...manual('three'), path: 'manual/moved.yaml' };
    const { plan } = await planWorld(world.registry, [gateway('one'), renamed], { had });
    expect(changesOf(plan)).toEqual(['update /three/ mark.file', 'delete /two/']);
    expect(asked.sort()).toEqual(['/three manual/three.yaml', `/two ${gateway('two').path}`]);
  });

  it('is not ours for a copied repository, whatever asks', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    world.double.requests.splice(0);
    const { registrations } = render([jwt('one')]);
    const { refreshed } = await refreshCredentials(
      registrations.filter((one) => one.type === 'server'),
      {
        registry: world.registry,
        snapshot: await world.registry.snapshot(),
        marker: { ...MARKER, repository: { name: 'acme/copy', id: '1' } },
        belongs: () => true,
        confirm: CONFIRMED,
        tokenFor: async () => ({ type: 'uncovered', problems: [] }),
        scan: false,
        concurrency: 4,
        signal: new AbortController().signal,
        fileOf: ({ origin }) => origin.file,
      },
    );
    expect(refreshed).toMatchObject([{ state: 'withheld', note: 'what stands there does not carry our mark' }]);
    expect(writes(world)).toEqual([]);
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
