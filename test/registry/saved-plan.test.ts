import { afterEach, describe, expect, it } from 'vitest';
import { planDifferences, savePlan } from '../../src/registry/saved-plan.ts';
import { applyWorld, endWorlds, gateway, manual, planWorld, startWorld } from './support.ts';

afterEach(endWorlds);

describe('a saved plan', () => {
  it('agrees with the same plan made again', async () => {
    const { registry } = await startWorld({ version: 'newer' });
    await applyWorld(registry, [gateway('one'), gateway('gone')]);
    const entries = [gateway('one', { description: 'new' }), gateway('two')];
    const saved = savePlan((await planWorld(registry, entries)).plan);
    expect(planDifferences(saved, (await planWorld(registry, entries)).plan)).toEqual([]);
  });

  it('says what moved since', async () => {
    const { registry, double } = await startWorld({ version: 'newer' });
    await applyWorld(registry, [gateway('one'), gateway('three')]);
    const entries = [gateway('one', { description: 'new' }), gateway('two'), gateway('three')];
    const saved = savePlan((await planWorld(registry, entries)).plan);
    double.edit('/one/', { server_name: 'Theirs' });
    double.edit('/three/', { description: 'x' });
    const { plan } = await planWorld(registry, entries.slice(0, 1).concat(entries.slice(2)));
    expect(planDifferences(saved, plan)).toEqual([
      '/one/: update with other values than expected',
      '/three/: update, which was not expected',
      '/two/: expected create, now nothing is to be done',
    ]);
  });

  it('holds no header value', async () => {
    const { registry } = await startWorld();
    const { plan } = await planWorld(registry, [manual('tools', { headers: { A: 'header-value' } })]);
    expect(savePlan(plan)).not.toContain('header-value');
  });

  it.each(['', 'null', '{}', '{"form":1,"changes":[{}]}', '{"form":2,"changes":[]}'])('is not %j', async (text) => {
    const { registry } = await startWorld();
    const { plan } = await planWorld(registry, []);
    expect(() => planDifferences(text, plan)).toThrow(expect.objectContaining({ area: 'usage', code: 'bad-option' }));
  });
});
