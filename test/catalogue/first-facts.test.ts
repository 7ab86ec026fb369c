/** What a scan looks at for the first time, apart from what changed: neither hides the other. */
import { describe, expect, test } from 'vitest';
import { classifyChanges, treeChanges } from '../../src/catalogue/change-risk.ts';
import { splitFirstFacts } from '../../src/catalogue/first-facts.ts';
import type { Tree } from '../../src/model/catalogue.ts';
import type { GatewayOutbound, GatewaySecurity, TargetSummary } from '../../src/model/generated/entry.ts';
import type { ScanResult, Sighting } from '../../src/model/resource.ts';
import { gateway, REGISTRIES, scanInto, scanOf } from './world.ts';

const ARN = 'arn:aws:bedrock-agentcore:us-east-1:111111111111';
const ORDERS: TargetSummary = { id: '7XK2P0QJ4M', name: 'orders', type: 'LAMBDA' };
const PLANNER: TargetSummary = { id: '1XK2P0QJ4M', name: 'planner', type: 'AGENTCORE_RUNTIME' };
const LEADING: TargetSummary = { ...PLANNER, runtime: `${ARN}:runtime/planner-A1b2C3d4E5`, qualifier: 'prod' };
const role = (target: string): GatewayOutbound => ({ target, type: 'GATEWAY_IAM_ROLE' });
const none = (target: string): GatewayOutbound => ({ target, type: 'NONE' });

interface Facts {
  readonly security?: GatewaySecurity;
  readonly targets?: readonly TargetSummary[];
  readonly description?: string;
}
const front = ({ targets = [ORDERS, PLANNER], ...more }: Facts): Sighting =>
  gateway('front', {}, { ...more, targets: [...targets] });
const filesOf = (sighting: Sighting, into: Tree = new Map()): Tree => scanInto(into, scanOf([sighting])).tree;
const split = (stood: Facts, found: Facts) => splitFirstFacts(scanOf([front(found)]), filesOf(front(stood)));
const sourceOf = (scan: ScanResult | undefined) => scan?.sightings[0]?.source?.value;
const toldBetween = (before: Tree, after: Tree) =>
  classifyChanges(treeChanges(before, after), {
    clientOf: () => undefined,
    registries: REGISTRIES,
    before,
    after,
  }).flatMap(({ differences }) =>
    differences.map(({ risk, field, before: old, after: now }) => [risk, field, old, now] as const),
  );
/** What a review is told of a file that becomes as a scan found it. */
const told = (stood: Facts, found: Facts) => {
  const before = filesOf(front(stood));
  return toldBetween(before, filesOf(front(found), before));
};

describe('what was read of targets', () => {
  const READ = { security: { outbound: [role('orders'), none('planner')] }, targets: [LEADING, ORDERS] };

  test('is a baseline where the target was listed and never read', () => {
    const { rest, first } = split({ security: {} }, { ...READ, description: 'other' });
    expect(sourceOf(rest)).toMatchObject({ security: {}, targets: [PLANNER, ORDERS], description: 'other' });
    expect(sourceOf(first)).toMatchObject({ ...READ, description: 'Price lookups' });
    expect(told({ security: {} }, READ).map(([risk]) => risk)).toEqual(['other', 'other']);
  });

  test('is a change where the target is new, or was read before', () => {
    const stood = { security: { outbound: [role('orders')] }, targets: [ORDERS] };
    expect(split(stood, READ).first).toBeUndefined();
    expect(told(stood, READ)).toContainEqual([
      'security',
      'source.security.outbound',
      [role('orders')],
      [role('orders'), none('planner')],
    ]);
    expect(told(READ, { ...READ, security: { outbound: [none('orders'), none('planner')] } })).toEqual([
      ['security', 'source.security.outbound', [role('orders'), none('planner')], [none('orders'), none('planner')]],
    ]);
  });

  test('does not hide a change of another one in the same scan', () => {
    const stood = { security: { outbound: [role('orders')] }, targets: [ORDERS, PLANNER] };
    const found = { security: { outbound: [none('orders'), none('planner')] }, targets: [ORDERS, LEADING] };
    const { rest, first } = split(stood, found);
    expect(sourceOf(rest)).toMatchObject({ security: { outbound: [none('orders')] }, targets: [ORDERS, PLANNER] });
    expect(sourceOf(first)).toMatchObject({ security: { outbound: [role('orders'), none('planner')] } });
    expect(told(stood, found)[0]).toEqual(['security', 'source.security.outbound', [role('orders')], [none('orders')]]);
  });

  test('stays in the file of a gateway whose targets a scan did not read, and goes with them', () => {
    const files = filesOf(front(READ));
    expect(filesOf(front({ security: {} }), files)).toEqual(files);
    const [text = ''] = filesOf(front({ security: {}, targets: [ORDERS] }), files).values();
    expect(text).toContain('target: orders');
    expect(text).not.toContain('planner');
  });
});

describe('security', () => {
  const POLICY = (mode: string): GatewaySecurity => ({ policyEngine: { arn: `${ARN}:policy-engine/p-1`, mode } });

  test('of an entry of an earlier form is a baseline beside a real change, which is told', () => {
    const changed = { authorizer: { type: 'NONE' } };
    const before = filesOf(front({}));
    const after = filesOf(
      gateway('front', {}, { ...changed, security: POLICY('LOG_ONLY'), targets: [ORDERS, PLANNER] }),
      before,
    );
    const risks = toldBetween(before, after).map(([risk, field]) => `${risk} ${field}`);
    expect(risks).toContain('authorizer source.authorizer.type');
    expect(risks.filter((one) => one.startsWith('security'))).toEqual([]);
    expect(risks).toContain('other source.security.policyEngine.mode');
  });

  test.each<[string, GatewaySecurity, GatewaySecurity, readonly string[]]>([
    ['a firewall that is removed', { waf: { arn: 'a' } }, {}, ['waf.arn']],
    ['a firewall that fails open', { waf: { arn: 'a' } }, { waf: { arn: 'a', failOpen: true } }, ['waf.failOpen']],
    ['a policy engine that is removed', POLICY('ENFORCE'), {}, ['policyEngine.arn', 'policyEngine.mode']],
    ['a policy engine that only logs', POLICY('ENFORCE'), POLICY('LOG_ONLY'), ['policyEngine.mode']],
    ['an interceptor', {}, { interceptors: [{ arn: 'l', headers: true }] }, ['interceptors']],
    ['error details', {}, { exceptionLevel: 'DEBUG' }, ['exceptionLevel']],
    ['a key that is removed', { kmsKey: 'k' }, {}, ['kmsKey']],
    ['versions', { mcpVersions: ['2025-06-18'] }, { mcpVersions: ['2026-07-28'] }, ['mcpVersions']],
    ['search', { search: 'SEMANTIC' }, {}, ['search']],
  ])('tells %s', (_, before, after, fields) => {
    expect(
      told({ security: before }, { security: after })
        .map(([risk, field]) => `${risk} ${field}`)
        .toSorted(),
    ).toEqual(fields.map((field) => `security source.security.${field}`));
  });

  test('tells all of it at once', () => {
    const all: GatewaySecurity = {
      ...POLICY('LOG_ONLY'),
      mcpVersions: ['2026-07-28'],
      search: 'SEMANTIC',
      interceptors: [{ arn: 'l', headers: true }],
      exceptionLevel: 'DEBUG',
      waf: { arn: 'a', failOpen: true },
      kmsKey: 'k',
    };
    const changes = told({ security: {} }, { security: all });
    expect(changes.every(([risk]) => risk === 'security')).toBe(true);
    expect(changes).toHaveLength(9);
  });

  test('says nothing where AWS only answers in another order', () => {
    const lists = (turn: <Item>(list: Item[]) => Item[]): Facts => ({
      security: {
        mcpVersions: turn(['2025-06-18', '2025-11-25']),
        interceptors: turn([
          { arn: 'a', points: turn(['REQUEST', 'RESPONSE']) },
          { arn: 'b', headers: true },
        ]),
        outbound: turn([role('orders'), { target: 'planner', type: 'OAUTH', scopes: turn(['a', 'b']) }]),
      },
      targets: turn([ORDERS, LEADING]),
    });
    const files = filesOf(front(lists((list) => list)));
    expect(filesOf(front(lists((list) => list.toReversed())), files)).toEqual(files);
  });
});
