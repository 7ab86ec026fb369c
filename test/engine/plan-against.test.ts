import { describe, expect, it } from 'vitest';
import { planAgainst } from '../../src/engine/plan-against.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import { mcpGatewayRegistry } from '../../src/registries/mcp-gateway-registry/kind.ts';
import { changesOf, gateway, JWT, manual, render, runtime } from './support.ts';

const against = (head: readonly Entry[], base: readonly Entry[]) =>
  planAgainst(render(head), render(base), {
    traits: mcpGatewayRegistry,
    offline: mcpGatewayRegistry.offline(undefined),
  });

describe('plan against another catalogue', () => {
  it('is empty for the same', () => {
    const entries = [gateway('one', { authorizer: JWT }), runtime('agent'), manual('tools', { headers: { A: 'b' } })];
    const plan = against(entries, entries);
    expect(changesOf(plan)).toEqual([]);
    expect(plan).toMatchObject({ ours: 3, problems: [] });
  });

  it('shows what is new, changed, moved and gone, with values before and after', () => {
    const base = [gateway('one', { description: 'before' }), gateway('gone'), manual('moved')];
    const head = [
      gateway('one', { description: 'after' }),
      gateway('new'),
      { ...manual('moved'), path: 'manual/x/y.yaml' },
    ];
    const plan = against(head, base);
    expect(changesOf(plan)).toEqual([
      'delete /gone/',
      'update /moved/ mark.file',
      'create /new/',
      'update /one/ description',
    ]);
    expect(plan.changes[3]).toMatchObject({ fields: [{ before: 'before', after: 'after', cause: 'git' }] });
  });

  it('shows a change of URL with what it does to the credential', () => {
    const registration = { authScheme: 'bearer' as const };
    const head = [manual('tools', { ...registration, url: 'https://tools.example.com/other' })];
    const plan = against(head, [manual('tools', registration)]);
    expect(plan.changes[0]).toMatchObject({
      action: 'update',
      credential: 'renew',
      fields: expect.arrayContaining([
        expect.objectContaining({ field: 'url', dangerous: true }),
        expect.objectContaining({ field: 'credential', secret: true }),
      ]),
    });
  });

  it('tells that a header changed, without secrets and without showing it', () => {
    const before = manual('tools', { headers: { A: 'value-one', B: { secret: 'api-key' } } });
    const after = manual('tools', { headers: { A: 'value-two', B: { secret: 'api-key' } } });
    const plan = against([after], [before]);
    expect(changesOf(plan)).toEqual(['update /tools/ headers']);
    expect(JSON.stringify(plan)).not.toContain('value-');
  });
});
