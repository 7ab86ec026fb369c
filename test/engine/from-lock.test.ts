import { afterEach, describe, expect, it } from 'vitest';
import { isObject } from '../../src/model/json.ts';
import type { ToolsLock } from '../../src/model/tools-lock.ts';
import {
  applyWorld,
  changesOf,
  defaultsOf,
  endWorlds,
  failuresOf,
  manual,
  planWorld,
  registrationsOf,
  SETTINGS,
  startWorld,
} from './support.ts';

afterEach(endWorlds);

const DIGEST = `sha256:${'0'.repeat(64)}`;

const lock: ToolsLock = {
  server: { name: 'prices' },
  tools: [{ name: 'price', description: 'Finds a price.', inputSchema: '{\n  "type": "object"\n}', digest: DIGEST }],
  prompts: [],
  resourceTemplates: [],
  skills: [{ name: 'plan', title: 'Plan', description: 'Plans a route.', digest: DIGEST }],
};

const locked = { ...SETTINGS, lockOf: () => lock };
const unlocked = { ...SETTINGS, lockOf: () => undefined };

describe('tools and skills that a lock gives', () => {
  it('are those of the lock, and none where there is no lock', () => {
    const entry = manual('prices', { tools: 'from-lock' });
    expect(registrationsOf([entry], locked)).toMatchObject([
      { tools: [{ name: 'price', description: 'Finds a price.', schema: { type: 'object' } }], givenOnce: ['tools'] },
    ]);
    expect(registrationsOf([entry], unlocked)[0]).not.toHaveProperty('tools');
    expect(registrationsOf([manual('prices', {})], locked)[0]).not.toHaveProperty('tools');
  });

  it('are sent when it is created, and are no drift when the registry writes others', async () => {
    const world = await startWorld();
    const entry = manual('prices', { tools: 'from-lock' });
    expect(failuresOf(await applyWorld(world.registry, [entry], { settings: locked }))).toEqual([]);
    const stored = () => world.double.records().servers.find(({ path }) => path === '/prices/');
    expect(JSON.stringify(stored()?.fields['tool_list'])).toContain('Finds a price.');
    world.double.edit('/prices/', { tool_list: [{ name: 'other' }] });
    expect(changesOf((await planWorld(world.registry, [entry], { settings: locked })).plan)).toEqual([]);
  });
});

describe('what is off because its tools changed', () => {
  const list = `sha256:${'1'.repeat(64)}`;

  it('stays off where another resource takes its place under its path, and where its file moves to another path', async () => {
    const world = await startWorld();
    const had = { had: () => true };
    const enabled = (path: string) => world.double.records().servers.find((one) => one.path === path)?.enabled;
    const before = manual('prices');
    await applyWorld(world.registry, [before]);
    const stored = world.double.records().servers.find(({ path }) => path === '/prices/')?.fields['metadata'];
    const metadata = isObject(stored) ? stored : {};
    const mark = isObject(metadata['agentcore_sync']) ? metadata['agentcore_sync'] : {};
    const off = { disabled_at: 1_763_000_000, disabled_by: 'tools', disabled_reason: 'x', disabled_list: list };
    world.double.edit('/prices/', {
      is_enabled: false,
      metadata: { ...metadata, agentcore_sync: { ...mark, ...off } },
    });

    const replaced = manual('tariffs', { path: '/prices/' });
    expect(failuresOf(await applyWorld(world.registry, [replaced], had))).toEqual([]);
    expect(enabled('/prices/')).toBe(false);
    const moved = manual('tariffs', { path: '/costs/' });
    expect(failuresOf(await applyWorld(world.registry, [moved], had))).toEqual([]);
    expect(enabled('/costs/')).toBe(false);
    await applyWorld(world.registry, [moved], { ...had, lockedList: () => `sha256:${'2'.repeat(64)}` });
    expect(enabled('/costs/')).toBe(false);
    await applyWorld(world.registry, [moved], { ...had, lockedList: () => list });
    expect(enabled('/costs/')).toBe(true);
  });
});

describe('a lock that is required', () => {
  const required = { defaultsOf: defaultsOf({ requireLock: true }) };
  const wanted = { ...unlocked, ...required };

  const enabled = (world: Awaited<ReturnType<typeof startWorld>>) =>
    world.double.records().servers.find(({ path }) => path === '/prices/')?.enabled;

  it('keeps what is new disabled until it is there, and leaves alone what is enabled already', async () => {
    const world = await startWorld();
    const entry = manual('prices', {});
    const { plan } = await planWorld(world.registry, [entry], { settings: wanted });
    expect(plan.problems).toContainEqual(
      expect.objectContaining({ rule: 'tools-unlocked', severity: 'notice', subject: '/prices/' }),
    );
    await applyWorld(world.registry, [entry], { settings: wanted });
    expect(enabled(world)).toBe(false);
    expect(changesOf((await planWorld(world.registry, [entry], { settings: wanted })).plan)).toEqual([]);
    // Somebody enables it there: that is no review.
    world.double.edit('/prices/', { is_enabled: true });
    await applyWorld(world.registry, [entry], { settings: wanted });
    expect(enabled(world)).toBe(false);
    await applyWorld(world.registry, [entry], { settings: { ...locked, ...required } });
    expect(enabled(world)).toBe(true);
    expect(changesOf((await planWorld(world.registry, [entry], { settings: wanted })).plan)).toEqual([]);
  });
});
