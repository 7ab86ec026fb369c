/** Worlds of any size for benchmarks and property tests; equal parameters and seed give equal worlds. */

import { confirmRoleFor, gateway, jwt, roleFor, runtime, target } from './resources.ts';
import { type Organization, type RegionContents, type Target, type World, world } from './world.ts';

export interface Size {
  readonly accounts: number;
  /** Names of Regions, the same in every account. */
  readonly regions: readonly string[];
  /** Per account and Region. */
  readonly gateways: number;
  /** Per gateway. */
  readonly targets: number;
  /** Per account and Region. */
  readonly runtimes: number;
  readonly seed?: number;
  /** Role in every account that the first account may assume (default AgentCoreSync). */
  readonly role?: string;
}

/** Numbers from 0 up to, not including, 1 (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const pick = <T>(random: () => number, first: T, ...rest: readonly T[]): T =>
  [first, ...rest][Math.floor(random() * (rest.length + 1))] ?? first;

const numbered = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** One target in six is an MCP server, and one summary in twelve hides its type. */
const targetsOf = (count: number, salt: string): Target[] =>
  numbered(count, (index) =>
    target({
      name: `tool-${index}`,
      salt,
      typeInSummary: index % 12 !== 5,
      ...(index % 6 === 5 && { endpoint: `https://tools-${index}.example.com/mcp` }),
    }),
  );

const contents = (size: Size, salt: string, random: () => number): Partial<RegionContents> => ({
  gateways: numbered(size.gateways, (index) =>
    gateway({
      name: `${pick(random, 'pricing', 'orders', 'search', 'billing', 'support')}-tools-${index}`,
      description: 'Tools for everyday work, described at usual length.',
      salt,
      authorizer:
        random() < 0.7
          ? jwt('https://issuer.example.com/.well-known/openid-configuration', { allowedClients: [`client-${index}`] })
          : { type: 'AWS_IAM' },
      targets: targetsOf(size.targets, `${salt}/${index}`),
    }),
  ),
  runtimes: numbered(size.runtimes, (index) =>
    runtime({
      name: `${pick(random, 'planner', 'writer', 'reviewer')}_${index}`,
      description: 'An agent, described at usual length.',
      salt,
      serverProtocol: pick(random, 'MCP', 'HTTP', 'A2A', 'AGUI'),
      environmentVariables: { API_KEY: `secret-${salt}-${index}` },
    }),
  ),
});

/** A world of that size: the first account manages the organization, and may assume `role` in each account, its own too. */
export const generateWorld = (size: Size): World => {
  const random = randomFrom(size.seed ?? 1);
  const ids = numbered(size.accounts, (index) => String(100_000_000_001 + index));
  const [first = '100000000001'] = ids;
  const organization: Partial<Organization> & { managementAccount: string } = { managementAccount: first };
  return world({
    organization,
    accounts: Object.fromEntries(
      ids.map((id) => [
        id,
        {
          roles: { [size.role ?? 'AgentCoreSync']: roleFor(first), AgentCoreConfirm: confirmRoleFor(first) },
          regions: Object.fromEntries(
            size.regions.map((region) => [region, contents(size, `${id}/${region}`, random)]),
          ),
        },
      ]),
    ),
  });
};
