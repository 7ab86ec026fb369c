/** A folder with entries behind CUSTOM_JWT, the issuers of their tokens, and a configuration that names both. */
import { onTestFinished } from 'vitest';
import type { IssuerClient } from '../../sandbox/issuer/clients.ts';
import { type IssuerOptions, type SandboxIssuer, startIssuer } from '../../sandbox/issuer/server.ts';
import { seedEntry } from '../../sandbox/seed.ts';
import { type Bench, LOGISTICS, RETAIL, type Run, startBench } from './cli.ts';
import { seed } from './in-process.ts';

/** A secret that the tests may find nowhere. */
export const secretOf = (client: string): string => `canary-secret-of-${client}/+%`;
export const variableOf = (client: string): string =>
  `OAUTH_CLIENT_SECRET_${client.toUpperCase().replaceAll('-', '_')}`;

export const issuerFor = async (
  clients: readonly (string | IssuerClient)[],
  options: Partial<IssuerOptions> = {},
): Promise<SandboxIssuer> => {
  const issuer = await startIssuer({
    clients: clients.map((one) => (typeof one === 'string' ? { id: one, secret: secretOf(one) } : one)),
    ...options,
  });
  onTestFinished(() => issuer.close());
  return issuer;
};

export const gatewayUrl = (name: string): string =>
  `https://${name}-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`;

export const gatewayPath = (name: string, account = RETAIL): string =>
  `servers/${account}/us-east-1/gateways/${name}-a1b2c3d4e5.yaml`;

/** The file of a gateway behind CUSTOM_JWT. */
export const gatewayText = (name: string, discoveryUrl: string, account = RETAIL, client = 'retail'): string => `\
kind: gateway
source:
  account: "${account}"
  region: us-east-1
  arn: arn:aws:bedrock-agentcore:us-east-1:${account}:gateway/${name}-a1b2c3d4e5
  name: ${name}
  url: ${gatewayUrl(name)}
  protocol: MCP
  authorizer:
    type: CUSTOM_JWT
    discoveryUrl: ${discoveryUrl}
    allowedClients:
      - ${client}
registration:
  path: /${name}/
`;

export interface TokenBench extends Bench {
  readonly issuer: SandboxIssuer;
  readonly configure: (issuers: string, registry?: string) => void;
}

/** Issuers as the configuration has them: one, with a client for each account. */
export const issuerLines = (issuer: SandboxIssuer, clients: Readonly<Record<string, string>>): string =>
  [
    `  - issuer: ${issuer.issuer}`,
    '    clients:',
    ...Object.entries(clients).map(([id, glob]) => `      - { id: ${id}, for: ["${glob}"] }`),
  ].join('\n');

/** A bench whose AWS holds what its entries say: for tests about something else than what AWS confirms. */
export const seeded = (bench: Bench): Bench => ({
  ...bench,
  write: (file, text) => {
    if (/^servers\/\d{12}\//.test(file)) seedEntry(bench.aws.world, text);
    bench.write(file, text);
  },
});

/** Two gateways of one account, one of another; each account has its client. */
export const startTokenBench = async (options: Parameters<typeof startBench>[0] = {}): Promise<TokenBench> => {
  const bench = seeded(await startBench(options));
  const issuer = await issuerFor(['retail', 'logistics']);
  const configure: TokenBench['configure'] = (issuers, registry = `{ url: ${bench.registry.url} }`) =>
    bench.write(
      'agentcore-sync.yaml',
      [
        'owner: test-catalogue',
        `aws: { accounts: ["${RETAIL}", "${LOGISTICS}"] }`,
        `registry: ${registry}`,
        `issuers:\n${issuers}\n`,
      ].join('\n'),
    );
  configure(issuerLines(issuer, { retail: `${RETAIL}/*`, logistics: `${LOGISTICS}/*` }));
  bench.write(gatewayPath('pricing'), gatewayText('pricing', issuer.discoveryUrl));
  bench.write(gatewayPath('orders'), gatewayText('orders', issuer.discoveryUrl));
  bench.write(gatewayPath('routing', LOGISTICS), gatewayText('routing', issuer.discoveryUrl, LOGISTICS, 'logistics'));
  const environment = {
    ...bench.environment,
    [variableOf('retail')]: secretOf('retail'),
    [variableOf('logistics')]: secretOf('logistics'),
  };
  return {
    ...bench,
    environment,
    issuer,
    configure,
    seed: (command, given) => seed({ folder: bench.folder, environment }, command, given),
    run: (words, { environment: more, ...rest } = {}) =>
      bench.run(words, { environment: { ...environment, ...more }, ...rest }),
    step: (words, { environment: more } = {}) => bench.step(words, { environment: { ...environment, ...more } }),
  };
};

/** Credentials that the registry holds now, by path. */
export const heldBy = ({ registry }: Pick<Bench, 'registry'>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(registry.records().servers.map(({ path, credential }) => [path, credential]));

/** Tokens and secrets that a run must not show. */
export const shownSecrets = (bench: TokenBench, ...runs: readonly Run[]): readonly string[] => {
  const all = [
    secretOf('retail'),
    secretOf('logistics'),
    ...Object.values(heldBy(bench)).filter((one) => one !== undefined),
  ];
  return all.filter((secret) => runs.some(({ stdout, stderr }) => `${stdout}${stderr}`.includes(secret)));
};
