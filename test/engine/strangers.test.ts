import { afterEach, describe, expect, it } from 'vitest';
import { problemsText } from '../../src/report/problems-text.ts';
import { applyWorld, changesOf, endWorlds, gateway, KINDS, planWorld, startWorld } from './support.ts';

afterEach(endWorlds);

const stranger = (path: string) => ({
  path,
  fields: { server_name: 'theirs', description: 'x', proxy_pass_url: 'https://theirs.example.com/mcp' },
});
const ours = (path: string) => gateway('pricing', { registration: { path } });

describe.each(KINDS)('servers of others: $name', ({ options }) => {
  it('a new entry below one of them is left out, alone', async () => {
    const world = await startWorld(options);
    world.double.seed({ servers: [stranger('/theirs/')] });
    const entries = [ours('/theirs/pricing/'), gateway('stock', { registration: { path: '/stock/' } })];
    const { plan } = await planWorld(world.registry, entries);
    expect(changesOf(plan)).toEqual(['create /stock/', 'conflict /theirs/pricing/']);
    expect(plan.problems.filter(({ rule }) => rule === 'path-shadowed')).toMatchObject([
      { severity: 'error', subject: '/theirs/pricing/' },
    ]);
  });

  it('one of them below ours is the first thing that is told, and nothing of it is touched', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [ours('/pricing/')]);
    world.double.seed({ servers: [stranger('/pricing/mcp/')] });
    const { plan } = await planWorld(world.registry, [ours('/pricing/')]);
    expect(changesOf(plan)).toEqual([]);
    expect(plan.problems[0]).toMatchObject({ rule: 'path-shadowed', severity: 'error', subject: '/pricing/mcp/' });
    const other = { rule: 'drift', severity: 'error', subject: '/a/', text: 'x' } as const;
    const text = problemsText([other, ...plan.problems], { width: 100, colour: false });
    expect(text.indexOf('/pricing/mcp/')).toBeLessThan(text.indexOf('/a/'));
  });

  it('what stands below one of them already stays, and is told', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [ours('/theirs/pricing/')]);
    world.double.seed({ servers: [stranger('/theirs')] });
    const { plan } = await planWorld(world.registry, [ours('/theirs/pricing/')]);
    expect(changesOf(plan)).toEqual([]);
    expect(plan.problems.filter(({ rule }) => rule === 'path-shadowed')).toMatchObject([{ severity: 'warning' }]);
  });

  it('what an overwrite adopts is no stranger', async () => {
    const world = await startWorld(options);
    world.double.seed({ servers: [stranger('/pricing/')] });
    const entries = [ours('/pricing/')];
    const { plan } = await planWorld(world.registry, entries, { adopt: 'all' });
    expect(plan.problems.filter(({ rule }) => rule === 'path-shadowed')).toEqual([]);
  });
});
