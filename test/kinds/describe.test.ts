import type { GetGatewayResponse } from '@aws-sdk/client-bedrock-agentcore-control';
import { describe, expect, test } from 'vitest';
import { describeGateway } from '../../src/kinds/gateway/describe.ts';
import type { RuntimeAnswer } from '../../src/kinds/runtime/describe.ts';
import { describeRuntime } from '../../src/kinds/runtime/describe.ts';
import { runtimeUrl } from '../../src/kinds/runtime/facts.ts';
import { describeTarget } from '../../src/kinds/target/describe.ts';

const PLACE = { account: '111111111111', region: 'us-east-1' };
const RUNTIME_PLACE = { ...PLACE, dnsSuffix: 'amazonaws.com' };
const GATEWAY_ARN = 'arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/orders-a1b2c3d4e5';
const RUNTIME_ARN = 'arn:aws:bedrock-agentcore:us-east-1:111111111111:runtime/agent-A1b2C3d4E5';
const URL = 'https://orders-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp';

const GATEWAY: Partial<GetGatewayResponse> = {
  gatewayArn: GATEWAY_ARN,
  gatewayUrl: URL,
  name: 'orders',
  description: '',
  protocolType: 'MCP',
  authorizerType: 'CUSTOM_JWT',
  authorizerConfiguration: {
    customJWTAuthorizer: {
      discoveryUrl: 'https://issuer.example/.well-known/openid-configuration',
      allowedClients: ['b', 'a', 'b'],
      allowedAudience: [],
    },
  },
};
const RUNTIME: RuntimeAnswer = { agentRuntimeArn: RUNTIME_ARN, agentRuntimeName: 'agent', description: 'Does things' };

describe('describeGateway', () => {
  test('keeps the fields we use, sorted, and leaves out what says nothing', () => {
    const targets = [
      { targetId: 'BBBBBBBBBB', name: 'second', status: 'READY' as const, targetType: 'LAMBDA' as const },
      { targetId: 'AAAAAAAAAA', name: 'first', status: 'FAILED' as const, description: 'One' },
    ].map((target) => ({ ...target, createdAt: new Date(0), updatedAt: new Date() }));
    expect(describeGateway({ ...GATEWAY, createdAt: new Date(), status: 'READY' }, targets, PLACE)).toEqual({
      ok: true,
      unknown: [],
      value: {
        ...PLACE,
        arn: GATEWAY_ARN,
        name: 'orders',
        url: URL,
        protocol: 'MCP',
        authorizer: {
          type: 'CUSTOM_JWT',
          discoveryUrl: 'https://issuer.example/.well-known/openid-configuration',
          allowedClients: ['a', 'b'],
        },
        security: {},
        targets: [
          { id: 'AAAAAAAAAA', name: 'first', description: 'One' },
          { id: 'BBBBBBBBBB', name: 'second', type: 'LAMBDA' },
        ],
      },
    });
  });

  test.each<[string, Partial<GetGatewayResponse>, string]>([
    ['no URL', { gatewayUrl: undefined }, 'gatewayUrl: expected a text, met nothing'],
    ['no ARN', { gatewayArn: undefined }, 'gatewayArn: expected a text, met nothing'],
    ['no authorizer', { authorizerType: undefined }, 'authorizerType: expected a text, met nothing'],
    [
      'another account',
      { gatewayArn: GATEWAY_ARN.replace('111111111111', '222222222222') },
      'ARN: expected one of account 111111111111 in us-east-1',
    ],
    ['another Region', { gatewayArn: GATEWAY_ARN.replace('us-east-1', 'us-west-2') }, 'ARN: expected one of account'],
    ['JWT without configuration', { authorizerConfiguration: undefined }, 'expected customJWTAuthorizer, met nothing'],
    ['an empty name', { name: '' }, 'name: expected a text, met an empty one'],
    ['a description beyond its bound', { description: 'x'.repeat(4097) }, 'description: expected at most 4096'],
  ])('%s can be no entry', (_name, change, fault) => {
    const described = describeGateway({ ...GATEWAY, ...change }, [], PLACE);
    expect(described).toMatchObject({ ok: false, faults: [expect.stringContaining(fault)] });
  });

  test('values of other types than the model has are faults, never a crash', () => {
    const odd: object = { ...GATEWAY, name: 7, description: ['x'], protocolType: { a: 1 } };
    expect(describeGateway(odd, [], PLACE)).toMatchObject({
      ok: false,
      faults: [
        'description: expected a text, met a list',
        'protocolType: expected a text, met a object',
        'name: expected a text, met a number',
      ],
    });
  });
});

describe('describeTarget', () => {
  const target = { gatewayArn: GATEWAY_ARN, targetId: 'AAAAAAAAAA', name: 'remote' };

  test.each([
    ['https://tools.example.com/mcp', ['tools.example.com'], true],
    ['https://tools.example.com/mcp', ['*.example.com'], true],
    ['https://example.com/mcp', ['*.example.com'], false],
    ['https://tools.example.com.evil.example/mcp', ['tools.example.com'], false],
    ['http://tools.example.com/mcp', ['tools.example.com'], false],
    ['https://tools.example.com/mcp', [], false],
  ])('a gateway at %s with the custom domains %j: %s', (gatewayUrl, domains, fits) => {
    const described = describeGateway({ ...GATEWAY, gatewayUrl }, [], {
      ...PLACE,
      host: 'orders-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com',
      domains,
    });
    expect(described.ok).toBe(fits);
    if (!described.ok) expect(described.faults[0]).toContain('or of a host in aws.domains');
  });

  test('gives MCP servers, and nothing for other kinds', () => {
    const mcp = { mcp: { mcpServer: { endpoint: 'https://mcp.example/' } } };
    expect(describeTarget({ ...target, targetConfiguration: mcp }, PLACE, 'orders')).toEqual({
      ok: true,
      unknown: [],
      value: {
        entry: {
          ...PLACE,
          arn: GATEWAY_ARN,
          id: 'AAAAAAAAAA',
          name: 'remote',
          gateway: 'orders',
          url: 'https://mcp.example/',
          security: {},
        },
        fact: { name: 'remote', outbound: [] },
      },
    });
  });

  test.each([
    [{}, {}],
    [{ qualifier: 'DEFAULT' }, {}],
    [{ qualifier: 'prod' }, { qualifier: 'prod' }],
  ])('says which runtime a target leads to: %j', (more, expected) => {
    const http = { http: { agentcoreRuntime: { arn: RUNTIME_ARN, ...more } } };
    expect(describeTarget({ ...target, targetConfiguration: http }, PLACE, 'orders')).toEqual({
      ok: true,
      unknown: [],
      value: { entry: undefined, fact: { name: 'remote', runtime: RUNTIME_ARN, ...expected, outbound: [] } },
    });
  });

  test('a runtime target without an ARN is malformed', () => {
    const http = { http: { agentcoreRuntime: { arn: 7 as never } } };
    expect(describeTarget({ ...target, targetConfiguration: http }, PLACE, 'orders')).toMatchObject({
      faults: ['targetConfiguration.http.agentcoreRuntime.arn: expected a text, met a number'],
    });
  });

  test.each([
    ['MCP', { protocol: 'MCP', url: 'https://mcp.example/' }],
    ['A2A', { protocol: 'A2A', url: 'https://mcp.example/' }],
    ['CUSTOM', undefined],
    ['INFERENCE', undefined],
  ] as const)('of what passes %s through, servers and agents alone', (protocolType, expected) => {
    const http = { http: { passthrough: { endpoint: 'https://mcp.example/', protocolType } } };
    const described = describeTarget({ ...target, targetConfiguration: http }, PLACE, 'orders');
    expect(described).toMatchObject({ ok: true, unknown: [] });
    if (expected === undefined) expect(described).toHaveProperty('value.entry', undefined);
    else expect(described).toMatchObject({ value: { entry: expected } });
  });

  test('tells a protocol that is passed through and that nobody knows', () => {
    const http = { http: { passthrough: { endpoint: 'https://mcp.example/', protocolType: 'QUIC' as never } } };
    expect(describeTarget({ ...target, targetConfiguration: http }, PLACE, 'orders')).toMatchObject({
      value: { entry: undefined },
      unknown: [{ field: 'passthrough.protocolType', value: 'QUIC' }],
    });
  });

  test('tells unknown members of either union', () => {
    const outer = { $unknown: ['quantum', {}] as [string, object] };
    expect(describeTarget({ ...target, targetConfiguration: outer }, PLACE, 'orders')).toMatchObject({
      unknown: [{ field: 'targetConfiguration', value: 'quantum' }],
    });
    const inner = { mcp: { $unknown: ['teleport', {}] as [string, object] } };
    expect(describeTarget({ ...target, targetConfiguration: inner }, PLACE, 'orders')).toMatchObject({
      value: { entry: undefined },
      unknown: [{ field: 'targetConfiguration', value: 'teleport' }],
    });
  });

  test('a target without configuration is malformed', () => {
    expect(describeTarget(target, PLACE, 'orders')).toMatchObject({ ok: false });
  });
});

describe('describeRuntime', () => {
  test('is HTTP and IAM where nothing else is said', () => {
    expect(describeRuntime(RUNTIME, undefined, RUNTIME_PLACE)).toEqual({
      ok: true,
      unknown: [],
      value: {
        ...PLACE,
        arn: RUNTIME_ARN,
        name: 'agent',
        description: 'Does things',
        url: 'https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111111111111%3Aruntime%2Fagent-A1b2C3d4E5/invocations',
        protocol: 'HTTP',
        authorizer: { type: 'AWS_IAM' },
        security: {},
      },
    });
  });

  test('lists named endpoints, sorted, without DEFAULT, and never environment variables', () => {
    const endpoint = (name: string, description?: string) => ({
      name,
      ...(description === undefined ? {} : { description }),
      agentRuntimeEndpointArn: `${RUNTIME_ARN}/${name}`,
      agentRuntimeArn: RUNTIME_ARN,
      status: 'READY' as const,
      id: name,
      createdAt: new Date(),
      lastUpdatedAt: new Date(),
    });
    const answer: object = { ...RUNTIME, environmentVariables: { KEY: 'canary-secret' } };
    const described = describeRuntime(
      answer,
      [endpoint('prod'), endpoint('DEFAULT'), endpoint('beta', 'Try')],
      RUNTIME_PLACE,
    );
    expect(described).toMatchObject({
      value: { endpoints: [{ name: 'beta', description: 'Try' }, { name: 'prod' }] },
    });
    expect(JSON.stringify(described)).not.toContain('canary-secret');
  });

  test('takes the suffix of its partition', () => {
    const arn = 'arn:aws-cn:bedrock-agentcore:cn-north-1:111111111111:runtime/a-A1b2C3d4E5';
    expect(runtimeUrl(arn, 'cn-north-1', 'amazonaws.com.cn')).toMatch(
      /^https:\/\/bedrock-agentcore\.cn-north-1\.amazonaws\.com\.cn\/runtimes\/arn%3Aaws-cn%3A/,
    );
  });

  test('keeps an unknown protocol and an unknown authorizer, and tells both', () => {
    const odd: object = {
      ...RUNTIME,
      protocolConfiguration: { serverProtocol: 'QUANTUM' },
      authorizerConfiguration: { $unknown: ['entanglement', {}] },
    };
    expect(describeRuntime(odd, undefined, RUNTIME_PLACE)).toMatchObject({
      value: { protocol: 'QUANTUM', authorizer: { type: 'entanglement' } },
      unknown: [
        { field: 'serverProtocol', value: 'QUANTUM' },
        { field: 'authorizerConfiguration', value: 'entanglement' },
      ],
    });
  });
});
