import {
  GetAgentRuntimeCommand,
  GetGatewayCommand,
  GetGatewayTargetCommand,
  ListAgentRuntimeEndpointsCommand,
  ListGatewaysCommand,
  ListTagsForResourceCommand,
  paginateListAgentRuntimes,
  paginateListGateways,
  paginateListGatewayTargets,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { afterEach, describe, expect, test } from 'vitest';
import { agentCoreArn, gatewayUrl } from '../../../sandbox/aws/names.ts';
import { type Aws, type AwsOptions, startAws } from '../../../sandbox/aws/server.ts';
import { endpoint, gateway, jwt, runtime, target } from '../../../sandbox/resources.ts';
import { contentsOf, type RegionContents, world } from '../../../sandbox/world.ts';
import { agentCoreClient } from './clients.ts';

const ACCOUNT = '111111111111';
const PLACE = { account: ACCOUNT, region: 'us-east-1' };
const started: Aws[] = [];

const start = async (contents: Partial<RegionContents>, options: AwsOptions = {}): Promise<Aws> => {
  const aws = await startAws(world({ accounts: { [ACCOUNT]: { regions: { 'us-east-1': contents } } } }), options);
  started.push(aws);
  return aws;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((aws) => aws.close()));
});

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `thing${index}`);

describe('listings', () => {
  test('give every gateway over all pages, whatever the page size', async () => {
    const names = numbered(23);
    const aws = await start({ gateways: names.map((name) => gateway({ name })) });
    for (const pageSize of [1, 5, 23, 1000]) {
      const met: string[] = [];
      for await (const page of paginateListGateways({ client: agentCoreClient(aws), pageSize }, {})) {
        for (const item of page.items ?? []) met.push(item.name ?? '');
      }
      expect(met).toEqual(names);
    }
    expect(aws.figures.byCall).toEqual({ 'bedrock-agentcore:ListGateways': 23 + 5 + 1 + 1 });
  });

  test('of runtimes are posted, and no page is longer than the server allows', async () => {
    const names = numbered(7);
    const aws = await start({ runtimes: names.map((name) => runtime({ name })) }, { pageLimit: 3 });
    const pages: string[][] = [];
    for await (const page of paginateListAgentRuntimes({ client: agentCoreClient(aws), pageSize: 100 }, {})) {
      pages.push((page.agentRuntimes ?? []).map((item) => item.agentRuntimeName ?? ''));
    }
    expect(pages).toEqual([names.slice(0, 3), names.slice(3, 6), names.slice(6)]);
  });

  test('go on behind the last item shown when the world changes in between', async () => {
    const gateways = numbered(4).map((name) => gateway({ name }));
    const aws = await start({ gateways });
    const met: string[] = [];
    for await (const page of paginateListGateways({ client: agentCoreClient(aws), pageSize: 2 }, {})) {
      for (const item of page.items ?? []) met.push(item.name ?? '');
      if (met.length === 2) contentsOf(aws.world, PLACE).gateways.shift();
    }
    expect(met).toEqual(['thing0', 'thing1', 'thing2', 'thing3']);
  });

  test.each([0, 1001])('refuse a page of %i gateways', async (maxResults) => {
    const aws = await start({});
    await expect(agentCoreClient(aws).send(new ListGatewaysCommand({ maxResults }))).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test("refuse another listing's token", async () => {
    const gateways = numbered(2).map((name) =>
      gateway({ name, targets: numbered(2).map((it) => target({ name: it })) }),
    );
    const aws = await start({ gateways });
    const client = agentCoreClient(aws);
    const first = await client.send(new ListGatewaysCommand({ maxResults: 1 }));
    const targets = paginateListGatewayTargets(
      { client, startingToken: first.nextToken },
      { gatewayIdentifier: gateways[0]?.id },
    );
    await expect(targets.next()).rejects.toMatchObject({ name: 'ValidationException', message: 'Invalid nextToken' });
  });
});

describe('gateways', () => {
  test('show ARN, URL, authorizer and time only in full', async () => {
    const authorizer = jwt('https://issuer.example.com/.well-known/openid-configuration', {
      allowedClients: ['abc'],
      customClaims: [
        {
          inboundTokenClaimName: 'team',
          inboundTokenClaimValueType: 'STRING',
          authorizingClaimMatchValue: {
            claimMatchOperator: 'EQUALS',
            claimMatchValue: { matchValueString: 'pricing' },
          },
        },
      ],
    });
    const made = gateway({ name: 'Pricing-Tools', description: 'Price lookups', authorizer });
    const aws = await start({ gateways: [made] });
    const found = await agentCoreClient(aws).send(new GetGatewayCommand({ gatewayIdentifier: made.id }));
    expect(made.id).toMatch(/^pricing-tools-[0-9a-z]{10}$/);
    expect(found).toMatchObject({
      gatewayArn: agentCoreArn('aws', PLACE, `gateway/${made.id}`),
      gatewayUrl: gatewayUrl('aws', 'us-east-1', made.id),
      authorizerType: 'CUSTOM_JWT',
      authorizerConfiguration: {
        customJWTAuthorizer: { allowedClients: ['abc'], customClaims: authorizer.customClaims },
      },
      updatedAt: new Date('2026-01-15T10:00:00.123Z'),
    });
    const { items } = await agentCoreClient(aws).send(new ListGatewaysCommand({}));
    expect(items?.[0]).not.toHaveProperty('gatewayArn');
    expect(items?.[0]).toMatchObject({ gatewayId: made.id, description: 'Price lookups' });
  });

  test('have targets of each kind, of which a summary may hide the type', async () => {
    const server = target({ name: 'search', endpoint: 'https://search.example.com/mcp', typeInSummary: false });
    const strange = target({ name: 'odd', configuration: { quantum: { entangled: true } } });
    const made = gateway({ name: 'tools', targets: [target({ name: 'orders' }), server, strange] });
    const aws = await start({ gateways: [made] });
    const client = agentCoreClient(aws);
    const pages = paginateListGatewayTargets({ client }, { gatewayIdentifier: made.id });
    const { value } = await pages.next();
    expect(value?.items?.map((item) => item.targetType)).toEqual(['LAMBDA', undefined, 'LAMBDA']);
    const get = (targetId: string) =>
      client.send(new GetGatewayTargetCommand({ gatewayIdentifier: made.id, targetId }));
    expect((await get(server.id)).targetConfiguration).toEqual({
      mcp: { mcpServer: { endpoint: 'https://search.example.com/mcp' } },
    });
    expect((await get(strange.id)).targetConfiguration).toEqual({ $unknown: ['quantum', { entangled: true }] });
  });

  test('are not found once they are gone', async () => {
    const made = gateway({ name: 'tools' });
    const aws = await start({ gateways: [made] });
    contentsOf(aws.world, PLACE).gateways.pop();
    await expect(
      agentCoreClient(aws).send(new GetGatewayCommand({ gatewayIdentifier: made.id })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

describe('runtimes', () => {
  test('show protocol, environment and endpoints', async () => {
    const made = runtime({
      name: 'agent_1',
      serverProtocol: 'A2A',
      environmentVariables: { KEY: 'hush' },
      endpoints: [endpoint({ name: 'DEFAULT' }), endpoint({ name: 'prod', liveVersion: '3' })],
    });
    const aws = await start({ runtimes: [made] });
    const client = agentCoreClient(aws);
    const found = await client.send(new GetAgentRuntimeCommand({ agentRuntimeId: made.id }));
    expect(found).toMatchObject({
      agentRuntimeArn: agentCoreArn('aws', PLACE, `runtime/${made.id}`),
      protocolConfiguration: { serverProtocol: 'A2A' },
      environmentVariables: { KEY: 'hush' },
    });
    expect(found.authorizerConfiguration).toBeUndefined();
    const endpoints = await client.send(new ListAgentRuntimeEndpointsCommand({ agentRuntimeId: made.id }));
    expect(endpoints.runtimeEndpoints?.map(({ name, liveVersion }) => [name, liveVersion])).toEqual([
      ['DEFAULT', '1'],
      ['prod', '3'],
    ]);
  });
});

test('tags are found by ARN, of this account and Region only', async () => {
  const made = gateway({ name: 'tools', tags: { team: 'a/b' } });
  const aws = await start({ gateways: [made] });
  const ask = (region: string) =>
    agentCoreClient(aws).send(
      new ListTagsForResourceCommand({ resourceArn: agentCoreArn('aws', { ...PLACE, region }, `gateway/${made.id}`) }),
    );
  expect((await ask('us-east-1')).tags).toEqual({ team: 'a/b' });
  await expect(ask('eu-west-1')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

describe('Regions', () => {
  test('without AgentCore know no such call', async () => {
    const aws = await start({});
    await expect(agentCoreClient(aws, 'eu-west-3').send(new ListGatewaysCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    });
  });

  test('that the account did not enable know no such client', async () => {
    const aws = await start({});
    aws.world.agentCoreRegions.push('ap-east-1');
    const list = () => agentCoreClient(aws, 'ap-east-1').send(new ListGatewaysCommand({}));
    await expect(list()).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    aws.world.accounts[ACCOUNT]?.optedIn.push('ap-east-1');
    await expect(list()).resolves.toMatchObject({ items: [] });
  });
});
