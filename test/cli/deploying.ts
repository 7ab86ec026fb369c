/** What tests of deploys start from: accounts with a deploy role, a definition, and a clock that waits for no stack. */
import { roleFor } from '../../sandbox/resources.ts';
import { contentsOf } from '../../sandbox/world.ts';
import type { Invocation } from '../../src/commands/run.ts';
import { type Clock, systemClock } from '../../src/net/clock.ts';
import type { CommandResult } from '../../src/running/context.ts';
import { FOLDER, TOOLS } from '../gateways/definitions.ts';
import { type Bench, CALLER, LOGISTICS, RETAIL, startBench, twoAccounts } from './cli.ts';
import { commandIn } from './in-process.ts';

/** Looks of a stack come at once; what watches calls waits as it does. */
const LOOKING: Clock = {
  now: systemClock.now,
  sleep: (ms, signal) => (ms === 5000 ? Promise.resolve() : systemClock.sleep(ms, signal)),
};

export const FILE = `gateways/${FOLDER}/orders.yaml`;

export const DEFINITION = (...more: readonly string[]): string =>
  [
    'kind: gateway-definition',
    'form: 1',
    'description: Orders',
    'role: { type: made }',
    'protocol: { search: semantic }',
    'authorizer: { type: ez-auth, with: cognito }',
    'targets:',
    '  - { name: orders, type: lambda, lambda: "arn:aws:lambda:us-east-1:111111111111:function:orders", tools: ./tools.json }',
    ...more,
  ].join('\n');

export const SECOND = '  - { name: prices, type: mcpServer, endpoint: "https://prices.example.com/mcp" }';

/** Accounts that a deploy role may be assumed in, and a definition of a gateway that is not there yet. */
export const startDeploy = async (): Promise<Bench> => {
  const world = twoAccounts();
  for (const account of [RETAIL, LOGISTICS]) {
    const found = world.accounts[account];
    if (found !== undefined) found.roles['AgentCoreDeploy'] = roleFor(CALLER);
  }
  const bench = await startBench({ world });
  bench.write(
    'agentcore-sync.yaml',
    `${bench.read('agentcore-sync.yaml')}gateways:\n  accounts: ["111111111111"]\n  permissionsBoundary: Boundary\n`,
  );
  bench.write(FILE, DEFINITION());
  bench.write(`gateways/${FOLDER}/tools.json`, TOOLS);
  return bench;
};

/** A gateways command in this process. */
export const gateways = (
  { folder, environment }: Bench,
  operands: readonly string[],
  { given = {}, ...more }: Partial<Invocation> = {},
): Promise<CommandResult> =>
  commandIn({ folder, environment }, { command: 'gateways', operands, given, clock: LOOKING, ...more });

/** What its problems say. */
export const told = ({ problems }: CommandResult): string => problems.map(({ text }) => text).join('\n');

/** Names of the live gateways. */
export const namesIn = ({ aws }: Bench): readonly string[] =>
  contentsOf(aws.world, { account: RETAIL, region: 'us-east-1' }).gateways.map(({ name }) => name);
