import { describe, expect, test } from 'vitest';
import { guardEntry } from '../../src/catalogue/guard.ts';
import { locationOf, pathOf } from '../../src/catalogue/layout.ts';
import { ARN_TYPES, arnResource, KINDS, keyAt, parentOf, placeOf } from '../../src/kinds/table.ts';
import { RESOURCE_KINDS } from '../../src/model/generated/resource-kinds.ts';
import type { ResourceKey } from '../../src/model/resource.ts';

const PLACE = { account: '111111111111', region: 'us-east-1' } as const;
const KEYS: Readonly<Record<ResourceKey['kind'], ResourceKey>> = {
  gateway: { kind: 'gateway', ...PLACE, id: 'orders-a1b2c3d4e5' },
  harness: { kind: 'harness', ...PLACE, id: 'planner-A1b2C3d4E5' },
  target: { kind: 'target', ...PLACE, gatewayId: 'orders-a1b2c3d4e5', id: '7XK2P0QJ4M' },
  runtime: { kind: 'runtime', ...PLACE, id: 'planner-a1b2c3d4e5' },
};

describe.each(RESOURCE_KINDS)('%s', (kind) => {
  const key = KEYS[kind];

  test('has a folder of its own, and a place that leads back to its key', () => {
    expect(RESOURCE_KINDS.filter((other) => KINDS[other].folder === KINDS[kind].folder)).toEqual([kind]);
    const [folder = '', ...ids] = placeOf(key);
    expect(keyAt(PLACE, folder, ids)).toEqual(key);
    expect(keyAt(PLACE, folder, [...ids, 'more'])).toBeUndefined();
    expect(keyAt(PLACE, folder, ids.slice(1))).toBeUndefined();
    expect(locationOf(pathOf(key))).toEqual({ type: 'scanned', key });
  });

  test('is listed by its own scan, or by that of the kind above it', async () => {
    const { scan } = await KINDS[kind].load();
    const above = KINDS[kind].below?.kind;
    expect(scan === undefined).toBe(above !== undefined);
    expect(parentOf(key)?.kind).toBe(above);
    if (above !== undefined) expect((await KINDS[above].load()).scan).toBeDefined();
  });

  test('names every call that it is asked by', async () => {
    const { get, probes } = await KINDS[kind].load();
    const { scan, confirm } = KINDS[kind].calls;
    expect(scan).toContain(get.call);
    if (probes.scan) expect(scan).toContain(probes.scan.call);
    if (probes.confirm) expect(confirm).toContain(probes.confirm.call);
  });

  test('has an ARN of a type that the guard knows', () => {
    expect(ARN_TYPES).toContain(arnResource(key).split('/')[0]);
  });
});

test('the guard refuses an entry of another kind than its folder', () => {
  const arn = 'arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/orders-a1b2c3d4e5';
  const entry = {
    path: pathOf(KEYS.target),
    value: {
      kind: 'gateway' as const,
      source: { ...PLACE, arn, name: 'orders', url: 'https://elsewhere.example/mcp', authorizer: { type: 'NONE' } },
      registration: { path: '/orders/' },
    },
  };
  const findings = guardEntry(entry, { dnsSuffix: () => 'amazonaws.com', hosts: () => undefined });
  expect(findings).toEqual([
    expect.objectContaining({
      rule: 'entry-ids',
      pointer: ['kind'],
      text: 'kind is gateway, while the file lies under target.',
    }),
  ]);
});
