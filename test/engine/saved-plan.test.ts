import { describe, expect, it } from 'vitest';
import { approvalOf, planDifferences, savePlans, unapproved } from '../../src/engine/saved-plan.ts';
import type { Plan } from '../../src/model/plan.ts';
import { startInMemory } from '../registries/in-memory-world.ts';
import { applyWorld, gateway, manual, planWorld } from './support.ts';

const named = (plan: Plan, name = 'default') => [{ name, plan }];

describe('a saved plan', () => {
  it('agrees with the same plan made again', async () => {
    const { registry } = await startInMemory();
    await applyWorld(registry, [gateway('one'), gateway('gone')]);
    const entries = [gateway('one', { description: 'new' }), gateway('two')];
    const saved = savePlans(named((await planWorld(registry, entries)).plan));
    expect(planDifferences(saved, named((await planWorld(registry, entries)).plan))).toEqual([]);
  });

  it('says what moved since', async () => {
    const { registry, edit } = await startInMemory();
    await applyWorld(registry, [gateway('one'), gateway('three')]);
    const entries = [gateway('one', { description: 'new' }), gateway('two'), gateway('three')];
    const saved = savePlans(named((await planWorld(registry, entries)).plan));
    edit('/one/', { name: 'Theirs' });
    edit('/three/', { description: 'x' });
    const { plan } = await planWorld(registry, entries.slice(0, 1).concat(entries.slice(2)));
    expect(planDifferences(saved, named(plan))).toEqual([
      '/one/: update with other values than expected',
      '/three/: update, which was not expected',
      '/two/: expected create, now nothing is to be done',
    ]);
  });

  it('is approved change by change: less may be done later, nothing more and nothing else', async () => {
    const { registry, edit } = await startInMemory();
    await applyWorld(registry, [gateway('one'), gateway('gone')]);
    const entries = [gateway('one', { description: 'new' }), gateway('two')];
    const approval = approvalOf(named((await planWorld(registry, entries)).plan));
    expect(approval).toMatch(/^approved:([A-Za-z0-9_-]{22}\.){2}[A-Za-z0-9_-]{22}$/);
    expect(unapproved(approval, named((await planWorld(registry, entries)).plan))).toEqual([]);
    // A run that ended half-way is run again.
    await applyWorld(registry, [gateway('one', { description: 'new' }), gateway('gone')]);
    expect(unapproved(approval, named((await planWorld(registry, entries)).plan))).toEqual([]);
    edit('/one/', { name: 'Theirs' });
    const { plan } = await planWorld(registry, [...entries, gateway('three')]);
    expect(unapproved(approval, named(plan))).toEqual([
      '/one/: update, which was not approved',
      '/three/: create, which was not approved',
    ]);
    expect(unapproved('approved:', named(plan))).toHaveLength(plan.changes.length);
  });

  it('of very many changes is approved as a whole, in a text that an environment can hold', async () => {
    const { registry } = await startInMemory();
    const { plan } = await planWorld(registry, [gateway('one')]);
    const [change] = plan.changes;
    if (change?.action !== 'create') throw new Error('expected a create');
    const many = (count: number) => ({
      ...plan,
      changes: Array.from({ length: count }, (_, index) => ({
        ...change,
        registration: { ...change.registration, path: `/g${index}/` },
      })),
    });
    for (const count of [5000, 5001]) {
      const approval = approvalOf(named(many(count)));
      expect(Buffer.byteLength(`INPUT_EXPECT=${approval}`)).toBeLessThan(128 * 1024);
      expect(unapproved(approval, named(many(count)))).toEqual([]);
      expect(unapproved(approval, named(many(count + 1))).length).toBeGreaterThan(0);
    }
  });

  it('is one for each registry: what is expected at one is none at another', async () => {
    const { registry } = await startInMemory();
    const { plan: one } = await planWorld(registry, [gateway('one')]);
    const { plan: both } = await planWorld(registry, [gateway('one'), gateway('two')]);
    const plans = [...named(one, 'production'), ...named(both, 'staging')];
    const swapped = [...named(both, 'production'), ...named(one, 'staging')];
    for (const made of [plans, named(one, 'production'), named(both, 'staging')]) {
      expect(planDifferences(savePlans(plans), made)).toEqual([]);
      expect(unapproved(approvalOf(plans), made)).toEqual([]);
    }
    expect(planDifferences(savePlans(plans), swapped)).toEqual([
      'production: /two/: create, which was not expected',
      'staging: /two/: expected create, now nothing is to be done',
    ]);
    expect(unapproved(approvalOf(plans), swapped)).toEqual(['production: /two/: create, which was not approved']);
    expect(planDifferences(savePlans(named(one, 'staging')), named(one, 'production'))).toEqual([
      '/one/: create, which was not expected',
    ]);
  });

  it('holds no header value', async () => {
    const { registry } = await startInMemory();
    const { plan } = await planWorld(registry, [manual('tools', { headers: { A: 'header-value' } })]);
    expect(savePlans(named(plan))).not.toContain('header-value');
  });

  it.each([
    '',
    'null',
    '{}',
    '{"form":1,"changes":[]}',
    '{"form":2,"changes":[]}',
    '{"form":2,"registries":[{"name":"a","changes":[{}]}]}',
  ])('is not %j', async (text) => {
    const { registry } = await startInMemory();
    const { plan } = await planWorld(registry, []);
    expect(() => planDifferences(text, named(plan))).toThrow(
      expect.objectContaining({ area: 'usage', code: 'bad-option' }),
    );
  });
});
