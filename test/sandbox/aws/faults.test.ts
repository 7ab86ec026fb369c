import {
  GetAgentRuntimeCommand,
  GetGatewayCommand,
  GetGatewayTargetCommand,
  ListGatewaysCommand,
  paginateListAgentRuntimes,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, test } from 'vitest';
import type { Effect, Fault } from '../../../sandbox/aws/faults.ts';
import { type Aws, type AwsOptions, startAws } from '../../../sandbox/aws/server.ts';
import { gateway, jwt, roleFor, runtime, target } from '../../../sandbox/resources.ts';
import { type World, world } from '../../../sandbox/world.ts';
import { agentCoreClient, stsClient } from './clients.ts';

const ACCOUNT = '111111111111';
const TOOL = target({ name: 'search', endpoint: 'https://search.example.com/mcp' });
const TOOLS = gateway({
  name: 'tools',
  authorizer: jwt('https://issuer.example.com/.well-known/openid-configuration'),
  targets: [TOOL],
});
const AGENTS = ['one', 'two', 'three'].map((name) => runtime({ name }));
const started: Aws[] = [];

const filled = (): World =>
  world({
    accounts: {
      [ACCOUNT]: {
        roles: { Scan: roleFor(ACCOUNT) },
        regions: { 'us-east-1': { gateways: [TOOLS], runtimes: AGENTS }, 'eu-west-1': { gateways: [TOOLS] } },
      },
    },
  });

const start = async (faults: Fault[], options: AwsOptions = {}): Promise<Aws> => {
  const aws = await startAws(filled(), { faults, ...options });
  started.push(aws);
  return aws;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((aws) => aws.close()));
});

const list = (aws: Aws, region = 'us-east-1') => agentCoreClient(aws, region).send(new ListGatewaysCommand({}));
const get = (aws: Aws) => agentCoreClient(aws).send(new GetGatewayCommand({ gatewayIdentifier: TOOLS.id }));

describe('refusals', () => {
  test.each<[Effect, string, number]>([
    ['deny', 'AccessDeniedException', 403],
    ['throttle', 'ThrottlingException', 429],
    ['error', 'InternalServerException', 500],
    ['not-found', 'ResourceNotFoundException', 404],
    ['region-not-enabled', 'UnrecognizedClientException', 403],
    ['unrecognized-client', 'UnrecognizedClientException', 403],
    [{ refuse: { status: 409, code: 'ConflictException', message: 'busy' } }, 'ConflictException', 409],
  ])('%j is a %s', async (effect, name, httpStatusCode) => {
    const aws = await start([{ call: 'GetGateway', effect }]);
    await expect(get(aws)).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
    await expect(list(aws)).resolves.toMatchObject({ items: [{ name: 'tools' }] });
    expect(aws.requests.map(({ call, refused }) => [call, refused])).toEqual([
      ['GetGateway', name],
      ['ListGateways', undefined],
    ]);
  });

  test.each<[Effect, string]>([
    ['deny', 'AccessDenied'],
    ['throttle', 'Throttling'],
    ['region-not-enabled', 'RegionDisabledException'],
    ['unrecognized-client', 'InvalidClientTokenId'],
  ])('of STS: %s is a %s', async (effect, name) => {
    const aws = await start([{ service: 'sts', effect }]);
    const command = new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${ACCOUNT}:role/Scan`, RoleSessionName: 'session' });
    await expect(stsClient(aws).send(command)).rejects.toMatchObject({ name });
  });
});

describe('a fault', () => {
  test('hits what it names, and ends where it says', async () => {
    const aws = await start([
      { region: 'eu-west-1', effect: 'deny' },
      { call: 'ListGateways', times: 2, effect: 'throttle' },
      { call: 'ListGateways', nth: 4, effect: 'error' },
    ]);
    await expect(list(aws, 'eu-west-1')).rejects.toThrow(/not authorized to perform: bedrock-agentcore:ListGateways/);
    const outcomes: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      outcomes.push(
        await list(aws).then(
          () => 'done',
          (error: unknown) => (error instanceof Error ? error.name : ''),
        ),
      );
    }
    const [throttled, failed] = ['ThrottlingException', 'InternalServerException'];
    expect(outcomes).toEqual([throttled, throttled, 'done', 'done', 'done', failed, 'done']);
  });

  test('can concern one resource, one role, and be taken away', async () => {
    const role = `arn:aws:iam::${ACCOUNT}:role/Scan`;
    const aws = await start([
      { id: AGENTS[1]?.id ?? '', effect: 'deny' },
      { id: role, effect: 'deny' },
    ]);
    const client = agentCoreClient(aws);
    const runtimes = () =>
      Promise.allSettled(AGENTS.map(({ id }) => client.send(new GetAgentRuntimeCommand({ agentRuntimeId: id }))));
    expect((await runtimes()).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const assume = () => stsClient(aws).send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'session' }));
    await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' });
    aws.setFaults([]);
    expect((await runtimes()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    await expect(assume()).resolves.toHaveProperty('Credentials');
  });
});

describe('broken answers', () => {
  test('reset cuts the connection', async () => {
    await expect(list(await start([{ effect: 'reset' }]))).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('malformed JSON and a page of HTML are no data', async () => {
    await expect(list(await start([{ effect: 'malformed' }]))).rejects.toThrow(SyntaxError);
    await expect(list(await start([{ effect: 'html' }]))).rejects.toThrow(SyntaxError);
  });

  test('hang gives no answer until the caller or the server ends it', async () => {
    const aws = await start([{ effect: 'hang' }]);
    const controller = new AbortController();
    const listing = agentCoreClient(aws).send(new ListGatewaysCommand({}), { abortSignal: controller.signal });
    const other = list(aws);
    const met = expect(other).rejects.toMatchObject({ code: 'ECONNRESET' });
    while (aws.requests.length < 2) await new Promise(setImmediate);
    controller.abort();
    await expect(listing).rejects.toMatchObject({ name: 'AbortError' });
    await aws.close();
    await met;
  });

  test('slow gives the true answer', async () => {
    await expect(list(await start([{ effect: { slow: 5 } }], { latencyMs: 1 }))).resolves.toHaveProperty('items');
  });

  test('unknown values of enums and unions', async () => {
    const enums = await start([{ effect: 'unknown-enum' }]);
    expect((await list(enums)).items).toMatchObject([{ status: 'QUANTUM', authorizerType: 'QUANTUM', name: 'tools' }]);
    const unions = await start([{ effect: 'unknown-union' }]);
    const $unknown = ['quantum', { entangled: true }];
    expect((await get(unions)).authorizerConfiguration).toEqual({ $unknown });
    const command = new GetGatewayTargetCommand({ gatewayIdentifier: TOOLS.id, targetId: TOOL.id });
    expect((await agentCoreClient(unions).send(command)).targetConfiguration).toEqual({ $unknown });
  });
});

describe('page tokens', () => {
  const names = async (aws: Aws, most: number): Promise<(string | undefined)[]> => {
    const met: (string | undefined)[] = [];
    for await (const page of paginateListAgentRuntimes({ client: agentCoreClient(aws), pageSize: 2 }, {})) {
      met.push(...(page.agentRuntimes ?? []).map(({ agentRuntimeName }) => agentRuntimeName));
      if (met.length >= most) break;
    }
    return met;
  };

  test('expire between pages, never on the first', async () => {
    const aws = await start([{ call: 'ListAgentRuntimes', effect: 'expired-page-token' }]);
    await expect(names(aws, 9)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(aws.requests).toHaveLength(2);
  });

  test('loop back to the first page for ever', async () => {
    const aws = await start([{ call: 'ListAgentRuntimes', effect: 'page-token-loop' }]);
    expect(await names(aws, 6)).toEqual(['one', 'two', 'one', 'two', 'one', 'two']);
  });
});

describe('quotas', () => {
  test('let a second of calls through at once, then the rate, apart for each call and Region', async () => {
    let now = 0;
    const aws = await start([], { quotas: true, now: () => now });
    const burst = async (call: () => Promise<unknown>, count: number) => {
      const settled = await Promise.allSettled(Array.from({ length: count }, call));
      return settled.filter(({ status }) => status === 'fulfilled').length;
    };
    expect(await burst(() => list(aws), 8)).toBe(5);
    expect(await burst(() => get(aws), 12)).toBe(10);
    expect(await burst(() => list(aws, 'eu-west-1'), 8)).toBe(5);
    now += 400;
    expect(await burst(() => list(aws), 4)).toBe(2);
    now += 60_000;
    expect(await burst(() => list(aws), 8)).toBe(5);
    expect(aws.figures).toMatchObject({ calls: 40, throttled: 3 + 2 + 3 + 2 + 3 });
    await expect(get(aws)).resolves.toHaveProperty('gatewayArn');
  });

  test('can be set for one call', async () => {
    const aws = await start([], { quotas: { calls: { ListGateways: 1 } }, now: () => 0 });
    await expect(list(aws)).resolves.toHaveProperty('items');
    await expect(list(aws)).rejects.toMatchObject({ name: 'ThrottlingException', $metadata: { httpStatusCode: 429 } });
  });
});

test('the log keeps the newest requests only, the figures all of them', async () => {
  const aws = await start([], { logged: 4 });
  for (let index = 0; index < 9; index += 1) await (index < 8 ? list(aws) : get(aws));
  expect(aws.requests.length).toBeLessThanOrEqual(5);
  expect(aws.requests.at(-1)).toMatchObject({ call: 'GetGateway', account: ACCOUNT, ids: [TOOLS.id] });
  expect(aws.figures.calls).toBe(9);
});
