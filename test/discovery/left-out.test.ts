import { expect, test } from 'vitest';
import { leftOutProblems } from '../../src/discovery/left-out.ts';
import type { Sighting } from '../../src/model/resource.ts';
import { gateway, target } from '../catalogue/world.ts';

const withTargets = (name: string, protocol: string | undefined, types: readonly (string | undefined)[]): Sighting =>
  gateway(name, {}, {
    ...(protocol === undefined ? { protocol: undefined } : { protocol }),
    targets: types.map((type, at) => ({
      id: `T00000000${at + 1}`,
      name: 'x',
      ...(type === undefined ? {} : { type }),
    })),
  } as never);

test('one notice counts by kind what no registration stands for', () => {
  const passing = withTargets('passing', 'MCP', ['PASSTHROUGH', 'LAMBDA']);
  const sightings = [
    withTargets('tools', 'MCP', ['LAMBDA', 'MCP_SERVER', undefined]),
    withTargets('models', undefined, ['PROVIDER', 'PROVIDER', 'HTTP_CONNECTOR']),
    passing,
    withTargets('empty', undefined, []),
  ];
  expect(leftOutProblems('111111111111', sightings)).toMatchObject([
    {
      rule: 'left-out',
      severity: 'notice',
      subject: '111111111111',
      text: 'Not registered, for a registry of MCP servers and agents has no place for them: 2 gateways without MCP, 1 target of type HTTP_CONNECTOR, 1 target of type PASSTHROUGH, 2 targets of type PROVIDER.',
    },
  ]);
  const own = target('x', passing);
  expect(
    leftOutProblems('111111111111', [passing, { ...own, key: { ...own.key, id: 'T000000001' } as never }]),
  ).toEqual([]);
  expect(leftOutProblems('111111111111', [])).toEqual([]);
});
