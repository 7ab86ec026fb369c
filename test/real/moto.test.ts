/** The scan against moto, an emulator that nobody here wrote: two accounts behind AssumeRole, made with the SDK. */
import {
  BedrockAgentCoreControlClient,
  CreateAgentRuntimeCommand,
  CreateGatewayCommand,
  CreateGatewayTargetCommand,
  DeleteAgentRuntimeCommand,
  DeleteGatewayCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CANARY,
  configuration,
  envelopeOf,
  expectCode,
  LOGISTICS,
  RETAIL,
  type RunOptions,
  startBench,
} from '../cli/cli.ts';
import { type Moto, START_MS, startMoto } from './moto-server.ts';

const REGION = 'us-east-1';
const CREDENTIALS = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'sandbox' };
const ROLE = 'arn:aws:iam::111111111111:role/Service';
const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_retail';

let moto: Moto;
let endpoint = '';

beforeAll(async () => {
  moto = await startMoto();
  endpoint = moto.endpoint;
}, START_MS);

afterAll(() => moto.stop());

const environment = () => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
});

const clientOf = async (account: string): Promise<BedrockAgentCoreControlClient> => {
  const sts = new STSClient({ region: REGION, endpoint, credentials: CREDENTIALS });
  const { Credentials: made } = await sts.send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/Setup`, RoleSessionName: 'setup' }),
  );
  return new BedrockAgentCoreControlClient({
    region: REGION,
    endpoint,
    credentials: {
      accessKeyId: made?.AccessKeyId ?? '',
      secretAccessKey: made?.SecretAccessKey ?? '',
      sessionToken: made?.SessionToken ?? '',
    },
  });
};

const retail = async (): Promise<{ readonly gateway: string; readonly runtime: string }> => {
  const client = await clientOf(RETAIL);
  const gateway = await client.send(
    new CreateGatewayCommand({
      name: 'pricing',
      description: 'Price lookups',
      roleArn: ROLE,
      protocolType: 'MCP',
      authorizerType: 'CUSTOM_JWT',
      authorizerConfiguration: {
        customJWTAuthorizer: {
          discoveryUrl: `${ISSUER}/.well-known/openid-configuration`,
          allowedClients: ['registry'],
        },
      },
    }),
  );
  await client.send(
    new CreateGatewayTargetCommand({
      gatewayIdentifier: gateway.gatewayId,
      name: 'catalog',
      targetConfiguration: { mcp: { mcpServer: { endpoint: 'https://catalog.example.com/mcp' } } },
    }),
  );
  const runtime = await client.send(
    new CreateAgentRuntimeCommand({
      agentRuntimeName: 'stock',
      agentRuntimeArtifact: {
        containerConfiguration: { containerUri: '111111111111.dkr.ecr.us-east-1.amazonaws.com/a:1' },
      },
      roleArn: ROLE,
      networkConfiguration: { networkMode: 'PUBLIC' },
      protocolConfiguration: { serverProtocol: 'MCP' },
      environmentVariables: { DB_PASSWORD: CANARY },
    }),
  );
  return { gateway: gateway.gatewayId ?? '', runtime: runtime.agentRuntimeId ?? '' };
};

const logistics = async (): Promise<string> => {
  const client = await clientOf(LOGISTICS);
  const { gatewayId } = await client.send(
    new CreateGatewayCommand({ name: 'routing', roleArn: ROLE, protocolType: 'MCP', authorizerType: 'NONE' }),
  );
  return gatewayId ?? '';
};

test('list, scan, an unchanged second scan, and files that leave with what was deleted', {
  timeout: 3 * START_MS,
}, async () => {
  const made = { ...(await retail()), routing: await logistics() };
  const bench = await startBench();
  bench.write('agentcore-sync.yaml', configuration(bench.registry.url).replace(', eu-west-1', ''));
  const run = (words: string, options: RunOptions = {}) =>
    bench.run(words, { ...options, environment: { ...environment(), ...options.environment } });
  const files = () => Object.keys(bench.files()).filter((file) => file.startsWith('servers/'));
  const fileOf = (account: string, kind: string, id: string): string =>
    `servers/${account}/${REGION}/${kind}/${id}.yaml`;

  const listed = envelopeOf(expectCode(await run('list --output json'), 0));
  expect(listed.result?.['resources']).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ account: RETAIL, kind: 'gateway', id: made.gateway, name: 'pricing', status: 'READY' }),
      expect.objectContaining({ account: RETAIL, kind: 'runtime', id: made.runtime, name: 'stock', status: 'READY' }),
      expect.objectContaining({ account: LOGISTICS, kind: 'gateway', id: made.routing, name: 'routing' }),
    ]),
  );

  const scan = expectCode(await run('scan --include-mcp-targets --include-endpoints'), 0);
  const all = [
    fileOf(RETAIL, 'gateways', made.gateway),
    fileOf(RETAIL, 'runtimes', made.runtime),
    fileOf(LOGISTICS, 'gateways', made.routing),
  ];
  expect(files()).toEqual(expect.arrayContaining(all));
  expect(files().filter((file) => file.includes(`/targets/${made.gateway}/`))).toHaveLength(1);
  expect(files()).toHaveLength(4);
  expect(bench.read(fileOf(RETAIL, 'gateways', made.gateway))).toMatch(
    /type: CUSTOM_JWT[\s\S]*allowedClients:\s+- registry/,
  );
  expect(JSON.stringify([scan, bench.files()])).not.toContain(CANARY);

  const before = bench.files();
  expectCode(await run('scan --include-mcp-targets --include-endpoints'), 0);
  expect(bench.files()).toEqual(before);
  expectCode(await run('validate'), 0);
  expectCode(await run('apply'), 0);
  expect(
    bench.registry
      .records()
      .servers.map(({ path }) => path)
      .sort(),
  ).toEqual(['/pricing-catalog/', '/pricing/', '/routing/', '/stock/']);

  await (await clientOf(RETAIL)).send(new DeleteAgentRuntimeCommand({ agentRuntimeId: made.runtime }));
  await (await clientOf(LOGISTICS)).send(new DeleteGatewayCommand({ gatewayIdentifier: made.routing }));
  const { result } = envelopeOf(expectCode(await run('scan --include-mcp-targets --output json'), 0));
  expect(result).toMatchObject({ counts: { removed: 2, created: 0, updated: 0 } });
  expect(files()).toEqual(files().filter((file) => file.includes(made.gateway)));
  expect(files()).toHaveLength(2);
});
