import { describe, expect, it } from 'vitest';
import { blockReasons, type SafetyContext, safetyProblems } from '../../src/engine/safety.ts';
import type { Plan } from '../../src/model/plan.ts';
import { type MemoryWorld, startInMemory } from '../registries/in-memory-world.ts';
import { applyWorld, failuresOf, gateway, planWorld } from './support.ts';

const names = (count: number, prefix = 'g'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

const context = (overrides: Partial<SafetyContext> = {}): SafetyContext => ({
  limits: { deletes: { type: 'share', percent: 20 }, updates: { type: 'share', percent: 20 }, allow: [] },
  allowDeletes: true,
  directory: 'servers',
  ...overrides,
});

const rulesOf = (plan: Plan, overrides: Partial<SafetyContext> = {}): string[] =>
  safetyProblems(plan, context(overrides)).map(({ rule }) => rule);

const worldWith = async (count: number): Promise<MemoryWorld> => {
  const world = await startInMemory();
  await applyWorld(
    world.registry,
    names(count).map((name) => gateway(name)),
  );
  return world;
};

describe('limits', () => {
  it('judge the share of deletes from ten registrations on', async () => {
    const world = await worldWith(10);
    const keep = async (count: number) =>
      (
        await planWorld(
          world.registry,
          names(count).map((name) => gateway(name)),
        )
      ).plan;
    expect(rulesOf(await keep(8))).toEqual([]);
    expect(rulesOf(await keep(7))).toEqual(['limit-deletes']);
    const [problem] = safetyProblems(await keep(7), context());
    expect(problem?.text).toBe('The plan has 3 deletes; the limit is 20 % of 10, which is 2. Nothing is written.');
    expect(problem?.hint).toContain('limits.allow');
    const few = await worldWith(9);
    const { plan } = await planWorld(few.registry, [gateway('g0')]);
    expect(rulesOf(plan)).toEqual([]);
  });

  it('are lifted for files that the configuration names, with or without the directory', async () => {
    const world = await worldWith(10);
    const { plan } = await planWorld(
      world.registry,
      names(7).map((name) => gateway(name)),
    );
    const file = gateway('g9').path;
    for (const allow of [[file], [`servers/${file}`]]) {
      expect(rulesOf(plan, { limits: { ...context().limits, allow } })).toEqual([]);
    }
  });

  it('take a number too, whatever there is', async () => {
    const world = await worldWith(3);
    const { plan } = await planWorld(world.registry, [gateway('g0')]);
    const limits = { ...context().limits, deletes: { type: 'count', count: 1 } as const };
    expect(rulesOf(plan, { limits })).toEqual(['limit-deletes']);
  });

  it('count updates of visibility that entries ask for, not those that follow from a default, the mark or drift', async () => {
    const world = await worldWith(10);
    const asked = names(10).map((name) => gateway(name, { registration: { visibility: 'public' } }));
    expect(rulesOf((await planWorld(world.registry, asked)).plan)).toEqual(['limit-updates']);
    for (const name of names(10)) world.edit(`/${name}/`, { visibility: 'public', description: 'x' });
    const drifted = await planWorld(
      world.registry,
      names(10).map((name) => gateway(name)),
    );
    expect(drifted.plan.changes.every(({ action }) => action === 'update')).toBe(true);
    expect(rulesOf(drifted.plan)).toEqual([]);
    const protectedNow = names(10).map((name) => gateway(name, { registration: { protect: true } }));
    expect(rulesOf((await planWorld(world.registry, protectedNow)).plan)).toEqual([]);
  });

  it('stop an empty catalogue, however few there are', async () => {
    const world = await worldWith(1);
    const result = await applyWorld(world.registry, []);
    expect(result.problems.map(({ rule }) => rule)).toContain('catalogue-empty');
    expect(result.outcomes).toMatchObject([{ action: 'delete', state: 'skipped' }]);
    expect(world.servers()).toHaveLength(1);
  });

  it('let apply write nothing at all', async () => {
    const world = await worldWith(10);
    const before = world.writes();
    const result = await applyWorld(world.registry, [gateway('g0'), gateway('new')], { apply: { safety: context() } });
    expect(blockReasons(result.problems)).toEqual(['limit-deletes']);
    expect(world.writes()).toBe(before);
    expect(result.outcomes.filter(({ state }) => state === 'done').map(({ action }) => action)).toEqual(['unchanged']);
  });

  it('never delete what is protected', async () => {
    const world = await startInMemory();
    const kept = gateway('kept', { registration: { protect: true } });
    await applyWorld(world.registry, [kept, gateway('other'), gateway('third')]);
    const { plan } = await planWorld(world.registry, [gateway('third')]);
    expect(safetyProblems(plan, context()).map(({ rule, subject }) => [rule, subject])).toEqual([
      ['protected', '/kept/'],
    ]);
    const result = await applyWorld(world.registry, [gateway('third')]);
    expect(result.outcomes.every(({ action, state }) => action === 'unchanged' || state === 'skipped')).toBe(true);
    await applyWorld(world.registry, [gateway('kept'), gateway('other'), gateway('third')]);
    expect(failuresOf(await applyWorld(world.registry, [gateway('third')]))).toEqual([]);
  });

  it('without --allow-deletes leave deletes undone and do the rest', async () => {
    const world = await worldWith(2);
    const safety = context({ allowDeletes: false });
    const result = await applyWorld(world.registry, [gateway('g0'), gateway('new')], { apply: { safety } });
    expect(result.problems.map(({ rule }) => rule)).toContain('delete-not-allowed');
    expect(world.servers().map(({ path }) => path)).toEqual(['/g0/', '/g1/', '/new/']);
  });
});
