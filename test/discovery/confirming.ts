/** What confirms places, in process, against a double of AWS. */
import { vi } from 'vitest';
import { type Aws, type AwsOptions, startAws } from '../../sandbox/aws/server.ts';
import { confirmRoleFor, gateway, jwt, roleFor, runtime, target } from '../../sandbox/resources.ts';
import { contentsOf, type World, world } from '../../sandbox/world.ts';
import type { AwsSettings } from '../../src/config/settings.ts';
import { type ConfirmDependencies, openConfirming } from '../../src/discovery/confirm-places.ts';
import type { Claim, Confirmation } from '../../src/model/confirmation.ts';
import { hastyClock, ONE, TWO } from './scanning.ts';

const REGION = 'us-east-1';
/** An account that nobody configured, whose role would be willing. */
export const STRANGER = '333333333333';
export const ISSUER = 'https://issuer.example/.well-known/openid-configuration';
export const ROLE = 'AgentCoreConfirm';

export const orders = gateway({
  name: 'orders',
  authorizer: jwt(ISSUER, { allowedClients: ['a'] }),
  targets: [target({ name: 'remote', endpoint: 'https://mcp.example/remote' }), target({ name: 'table' })],
});
const planner = runtime({ name: 'planner', serverProtocol: 'MCP' });

/** Two configured accounts and a stranger's; the first may assume the roles of all of them. */
export const threeAccounts = (): World =>
  world({
    accounts: {
      [ONE]: {
        roles: { [ROLE]: confirmRoleFor(ONE), AgentCoreSync: roleFor(ONE) },
        regions: { [REGION]: { gateways: [structuredClone(orders)], runtimes: [structuredClone(planner)] } },
      },
      [TWO]: {
        roles: { [ROLE]: confirmRoleFor(ONE), AgentCoreSync: roleFor(ONE) },
        regions: { [REGION]: { gateways: [gateway({ name: 'billing' })] } },
      },
      [STRANGER]: {
        roles: { [ROLE]: roleFor(ONE), AgentCoreSync: roleFor(ONE) },
        regions: { [REGION]: { gateways: [gateway({ name: 'evil' })] } },
      },
    },
    organization: { managementAccount: ONE },
  });

const arnOf = (account: string, resource: string): string =>
  `arn:aws:bedrock-agentcore:${REGION}:${account}:${resource}`;

/** What an entry of a gateway in the world would claim. */
export const gatewayClaim = (
  id: string,
  options: { readonly account?: string; readonly url?: string; readonly discoveryUrl?: string } = {},
): Claim => {
  const {
    account = ONE,
    url = `https://${id}.gateway.bedrock-agentcore.${REGION}.amazonaws.com/mcp`,
    ...rest
  } = options;
  return {
    file: `${account}/${REGION}/gateways/${id}.yaml`,
    key: { kind: 'gateway', account, region: REGION, id },
    arn: arnOf(account, `gateway/${id}`),
    url,
    ...rest,
  };
};

export const ordersClaim = (changes: Partial<Claim> = {}): Claim => ({
  ...gatewayClaim(orders.id, { discoveryUrl: ISSUER }),
  ...changes,
});

export const targetClaim = (name: string, changes: Partial<Claim> = {}): Claim => {
  const id = orders.targets.find((one) => one.name === name)?.id ?? 'ABSENT1234';
  return {
    file: `${ONE}/${REGION}/targets/${orders.id}/${id}.yaml`,
    key: { kind: 'target', account: ONE, region: REGION, gatewayId: orders.id, id },
    arn: arnOf(ONE, `gateway/${orders.id}`),
    url: 'https://mcp.example/remote',
    ...changes,
  };
};

export const runtimeClaim = (id = planner.id, changes: Partial<Claim> = {}): Claim => {
  const arn = arnOf(ONE, `runtime/${id}`);
  return {
    file: `${ONE}/${REGION}/runtimes/${id}.yaml`,
    key: { kind: 'runtime', account: ONE, region: REGION, id },
    arn,
    url: `https://bedrock-agentcore.${REGION}.amazonaws.com/runtimes/${encodeURIComponent(arn)}/invocations`,
    ...changes,
  };
};

const SETTINGS: AwsSettings = {
  accounts: { type: 'list', accounts: [ONE, TWO] },
  regions: { type: 'list', regions: [REGION] },
  role: 'AgentCoreSync',
  confirm: { role: ROLE },
  credentials: 'default-chain',
  domains: [],
  audience: 'sts.amazonaws.com',
  callSeconds: 10_000,
  runSeconds: 10_000,
};

const started: Aws[] = [];

/** Starts AWS and lets this process's SDK reach it. */
export const startWorld = async (of: World = threeAccounts(), options: AwsOptions = {}): Promise<Aws> => {
  const aws = await startAws(of, options);
  started.push(aws);
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  return aws;
};

/** To be called after each test. */
export const stopWorlds = async (): Promise<void> => {
  vi.unstubAllEnvs();
  await Promise.all(started.splice(0).map((aws) => aws.close()));
};

export interface ConfirmOptions {
  readonly aws?: Partial<AwsSettings>;
  readonly deps?: Partial<ConfirmDependencies>;
}

/** Asks the AWS that was started last about all claims at once. */
export const confirmAll = async (
  claims: readonly Claim[],
  { aws, deps }: ConfirmOptions = {},
): Promise<Confirmation[]> => {
  const confirming = openConfirming(
    { ...SETTINGS, ...aws },
    { clock: hastyClock(), environment: {}, person: false, emulator: true, random: () => 0, ...deps },
  );
  try {
    const answerOf = confirming.ask(claims);
    return await Promise.all(claims.map(({ file }) => answerOf(file)));
  } finally {
    confirming.close();
  }
};

/** The one answer about one claim. */
export const confirmOne = async (claim: Claim, options?: ConfirmOptions): Promise<Confirmation> => {
  const [answer] = await confirmAll([claim], options);
  if (answer === undefined) throw new Error('no answer');
  return answer;
};

/** `type: text` */
export const said = (answer: Confirmation): string =>
  answer.type === 'confirmed' ? answer.type : `${answer.type}: ${answer.text}`;

/** AgentCore's and STS's calls so far: `<account> <call>`, each as often as it was made. */
export const callsOf = (aws: Aws): string[] =>
  aws.requests.filter(({ call }) => call !== 'GetCallerIdentity').map(({ account, call }) => `${account} ${call}`);

/** What an account holds in the Region. */
export const held = (aws: Aws, account: string = ONE) => contentsOf(aws.world, { account, region: REGION });
