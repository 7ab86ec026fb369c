import { vi } from 'vitest';
import type { Aws, AwsOptions } from '../../sandbox/aws/server.ts';
import { startAws } from '../../sandbox/aws/server.ts';
import { gateway, jwt, roleFor, runtime, target } from '../../sandbox/resources.ts';
import type { World } from '../../sandbox/world.ts';
import { world } from '../../sandbox/world.ts';
import type { AwsSettings, ScanSettings } from '../../src/config/settings.ts';
import type { DiscoveryDependencies } from '../../src/discovery/discover.ts';
import { discover } from '../../src/discovery/discover.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ResourceKey, ScanResult } from '../../src/model/resource.ts';
import { keyText } from '../../src/model/resource.ts';
import type { Clock } from '../../src/net/clock.ts';

export const ONE = '111111111111';
export const TWO = '222222222222';
export const ROLE = 'AgentCoreSync';
const DISCOVERY_URL = 'https://issuer.example/.well-known/openid-configuration';

/** Time limits of these tests, in seconds: sleeps as long as that are limits, not waits. */
const LIMIT_SECONDS = 10_000;

/** A clock whose waits end at once and move the time on; those as long as `limitMs` are time limits, which never pass. */
export const hastyClock = (limitMs = LIMIT_SECONDS * 1000): Clock => {
  let now = Date.now();
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        if (ms >= limitMs) return;
        now += ms;
        setImmediate(resolve);
      }),
  };
};

/** Two accounts, each in two Regions; the first may assume the role in both. */
export const twoAccounts = (): World =>
  world({
    accounts: {
      [ONE]: {
        roles: { [ROLE]: roleFor(ONE) },
        regions: {
          'us-east-1': {
            gateways: [
              gateway({
                name: 'orders',
                description: 'Orders',
                authorizer: jwt(DISCOVERY_URL, { allowedClients: ['b', 'a'], allowedScopes: ['read'] }),
                targets: [
                  target({ name: 'table' }),
                  target({ name: 'remote', endpoint: 'https://mcp.example/remote' }),
                ],
                tags: { team: 'shop', stage: 'prod' },
              }),
              gateway({ name: 'pricing', tags: { team: 'money' } }),
            ],
            runtimes: [
              runtime({ name: 'planner', serverProtocol: 'A2A', environmentVariables: { KEY: 'canary-secret' } }),
              runtime({ name: 'tools', tags: { team: 'shop' } }),
            ],
          },
          'eu-west-1': { runtimes: [runtime({ name: 'writer', serverProtocol: 'HTTP' })] },
        },
      },
      [TWO]: {
        roles: { [ROLE]: roleFor(ONE) },
        regions: { 'us-east-1': { gateways: [gateway({ name: 'billing' })] }, 'eu-west-1': {} },
      },
    },
  });

const AWS: AwsSettings = {
  accounts: { type: 'list', accounts: [ONE, TWO] },
  regions: { type: 'list', regions: ['us-east-1', 'eu-west-1'] },
  role: ROLE,
  confirm: { role: 'AgentCoreConfirm' },
  credentials: 'default-chain',
  domains: [],
  audience: 'sts.amazonaws.com',
  callSeconds: LIMIT_SECONDS,
};

const SCAN: ScanSettings = {
  include: [],
  exclude: [],
  narrow: { include: [], exclude: [], gateways: true, runtimes: true },
  targets: false,
  harnesses: false,
  endpoints: false,
  strictAccounts: false,
  prune: false,
};

export interface ScanOptions {
  readonly aws?: Partial<AwsSettings>;
  readonly scan?: Partial<Omit<ScanSettings, 'narrow'>> & { readonly narrow?: Partial<ScanSettings['narrow']> };
  readonly known?: readonly ResourceKey[];
  readonly onboarded?: ReadonlySet<string>;
  readonly deps?: Partial<DiscoveryDependencies>;
}

const started: Aws[] = [];

/** Starts AWS and lets this process's SDK reach it. */
export const start = async (of: World, options: AwsOptions = {}): Promise<Aws> => {
  const aws = await startAws(of, options);
  started.push(aws);
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  return aws;
};

/** To be called after each test. */
export const stopAll = async (): Promise<void> => {
  vi.unstubAllEnvs();
  await Promise.all(started.splice(0).map((aws) => aws.close()));
};

/** Scans the AWS that was started last. */
export const scan = ({ aws, scan: scanned, known = [], onboarded, deps }: ScanOptions = {}): Promise<ScanResult> =>
  discover(
    {
      aws: { ...AWS, ...aws },
      scan: { ...SCAN, ...scanned, narrow: { ...SCAN.narrow, ...scanned?.narrow } },
      known,
      ...(onboarded === undefined ? {} : { onboarded }),
    },
    { clock: hastyClock(), environment: {}, random: () => 0, ...deps },
  );

/** `<account>/<region>/<kind>s/<name>`, with `-` in front where there is no source. */
export const names = (result: ScanResult): string[] =>
  result.sightings
    .map(({ key, name, source }) => `${source ? '' : '-'}${key.account.slice(0, 3)}/${key.region}/${key.kind}s/${name}`)
    .sort();

/** Everything in `twoAccounts` without targets. */
export const ALL_NAMES: readonly string[] = [
  '111/eu-west-1/runtimes/writer',
  '111/us-east-1/gateways/orders',
  '111/us-east-1/gateways/pricing',
  '111/us-east-1/runtimes/planner',
  '111/us-east-1/runtimes/tools',
  '222/us-east-1/gateways/billing',
];

/** `rule severity subject`, sorted, each once. */
export const rules = (problems: readonly Problem[]): string[] =>
  [...new Set(problems.map(({ rule, severity, subject }) => `${rule} ${severity} ${subject}`))].sort();

export const problemOf = (result: ScanResult, rule: Problem['rule']): Problem => {
  const found = result.problems.find((problem) => problem.rule === rule);
  if (!found) throw new Error(`no problem ${rule}, but ${rules(result.problems).join(', ')}`);
  return found;
};

/** `<state> <account> <region> <kind>` of the listings that are not complete. */
export const unlisted = (result: ScanResult): string[] =>
  result.listings
    .filter(({ state }) => state !== 'complete')
    .map(({ state, account, region, kind }) => `${state} ${account} ${region} ${kind}`);

export const texts = (keys: readonly ResourceKey[]): string[] => keys.map(keyText);

/** Keys of all that a scan sighted. */
export const keysOf = (result: ScanResult): ResourceKey[] => result.sightings.map(({ key }) => key);
