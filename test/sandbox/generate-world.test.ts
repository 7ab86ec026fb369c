import { expect, test } from 'vitest';
import { generateWorld, type Size } from '../../sandbox/generate-world.ts';

const SIZE: Size = { accounts: 2, regions: ['us-east-1', 'eu-west-1'], gateways: 20, targets: 12, runtimes: 20 };

test('a world has the size asked for, with ids that AWS could have given, none of them twice', () => {
  const made = generateWorld(SIZE);
  const places = Object.values(made.accounts).flatMap(({ regions }) => Object.values(regions));
  const gateways = places.flatMap((place) => place.gateways);
  const runtimes = places.flatMap((place) => place.runtimes);
  expect([places.length, gateways.length, runtimes.length]).toEqual([4, 80, 80]);
  for (const { id, targets } of gateways) {
    expect(id).toMatch(/^([0-9a-z][-]?){1,100}-[0-9a-z]{10}$/);
    expect(targets).toHaveLength(12);
    for (const target of targets) expect(target.id).toMatch(/^[0-9a-zA-Z]{10}$/);
  }
  for (const { id } of runtimes) expect(id).toMatch(/^[a-zA-Z][a-zA-Z0-9_]{0,99}-[a-zA-Z0-9]{10}$/);
  expect(new Set([...gateways, ...runtimes].map(({ id }) => id)).size).toBe(160);
  expect(new Set(runtimes.map(({ serverProtocol }) => serverProtocol))).toEqual(
    new Set(['MCP', 'HTTP', 'A2A', 'AGUI']),
  );
  const types = gateways.flatMap(({ targets }) => targets.map(({ targetType }) => targetType));
  expect(new Set(types)).toEqual(new Set(['LAMBDA', 'MCP_SERVER', undefined]));
});

test('equal sizes and seeds give equal worlds, another seed another one', () => {
  expect(generateWorld(SIZE)).toEqual(generateWorld(SIZE));
  expect(generateWorld({ ...SIZE, seed: 2 })).not.toEqual(generateWorld(SIZE));
});
