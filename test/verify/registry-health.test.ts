import { expect, test } from 'vitest';
import type { Verified, VerifyState } from '../../src/model/verify.ts';
import { besideHealth } from '../../src/verify/registry-health.ts';

const verified = (path: string, state: VerifyState): Verified => ({
  path,
  file: `servers/manual${path}.yaml`,
  type: 'server',
  state,
  credential: 'none',
  steps: [],
});

test.each([
  ['ok', 'healthy', false],
  ['changed', 'healthy', false],
  ['ok', 'unhealthy: session initialization failed', true],
  ['changed', 'unhealthy', true],
  ['refused', 'healthy', true],
  ['unreachable', 'Healthy', true],
  ['unreachable', 'unhealthy', false],
  ['ok', 'error: timeout', false],
  ['skipped', 'unhealthy', false],
  ['withheld', 'healthy', false],
] as const)('%s here and %s there: differs %s', (state, status, differs) => {
  const [one] = besideHealth(
    [verified('/a/', state)],
    [
      {
        name: 'production',
        type: 'mcp-gateway-registry',
        problems: [],
        // A registry may leave out the last slash, and holds what this run did not ask.
        result: [
          { type: 'server', path: '/a', status },
          { type: 'agent', path: '/a/', status: 'unhealthy' },
          { type: 'server', path: '/b/', status: 'unhealthy' },
        ],
      },
    ],
  );
  expect(one?.result).toEqual([{ type: 'server', path: '/a/', status, differs }]);
  expect(one?.problems).toHaveLength(differs ? 1 : 0);
});

test('a registry that could not be asked is told as that', () => {
  const failed = { name: 'x', type: 'y', problems: [] };
  expect(besideHealth([], [failed])).toEqual([failed]);
});
