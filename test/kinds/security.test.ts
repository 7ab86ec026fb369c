import type {
  GetAgentRuntimeResponse,
  GetGatewayResponse,
  GetGatewayTargetResponse,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { describe, expect, test } from 'vitest';
import { yamlLines } from '../../src/catalogue/yaml-text.ts';
import { describeGateway } from '../../src/kinds/gateway/describe.ts';
import { describeRuntime } from '../../src/kinds/runtime/describe.ts';
import { sourceData } from '../../src/kinds/table.ts';
import { describeTarget } from '../../src/kinds/target/describe.ts';
import { validate } from '../../src/model/generated/validate-entry.js';

const PLACE = { account: '111111111111', region: 'us-east-1' };
const ARN = 'arn:aws:bedrock-agentcore:us-east-1:111111111111';
const LAMBDA = 'arn:aws:lambda:us-east-1:111111111111:function';

const gatewayOf = (more: Partial<GetGatewayResponse>) =>
  describeGateway(
    {
      gatewayArn: `${ARN}:gateway/orders-a1b2c3d4e5`,
      gatewayUrl: 'https://orders-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp',
      name: 'orders',
      authorizerType: 'AWS_IAM',
      ...more,
    },
    [],
    PLACE,
  );
const securityOf = (more: Partial<GetGatewayResponse>) => {
  const described = gatewayOf(more);
  return described.ok ? described.value.security : described.faults;
};

const FULL: Partial<GetGatewayResponse> = {
  protocolConfiguration: { mcp: { supportedVersions: ['2025-11-25', '2025-03-26'], searchType: 'SEMANTIC' } },
  interceptorConfigurations: [
    { interceptor: { lambda: { arn: `${LAMBDA}:z` } }, interceptionPoints: ['RESPONSE', 'REQUEST'] },
    {
      interceptor: { lambda: { arn: `${LAMBDA}:a` } },
      interceptionPoints: ['REQUEST'],
      inputConfiguration: { passRequestHeaders: true },
    },
  ],
  policyEngineConfiguration: { arn: `${ARN}:policy-engine/p-1`, mode: 'LOG_ONLY' },
  exceptionLevel: 'DEBUG',
  webAclArn: 'arn:aws:wafv2:us-east-1:111111111111:regional/webacl/w/1',
  wafConfiguration: { failureMode: 'FAIL_OPEN' },
  kmsKeyArn: 'arn:aws:kms:us-east-1:111111111111:key/k',
};

describe('a gateway', () => {
  test('shows what decides about trust, sorted, and as the same bytes however AWS orders it', () => {
    const lines = (more: Partial<GetGatewayResponse>): readonly string[] => {
      const described = gatewayOf(more);
      if (!described.ok) throw new Error(described.faults.join());
      const { security = {} } = sourceData({ kind: 'gateway', value: described.value });
      return typeof security === 'object' && !Array.isArray(security) ? yamlLines({ security } as never) : [];
    };
    expect(lines(FULL)).toEqual([
      'security:',
      '  mcpVersions:',
      '    - "2025-03-26"',
      '    - "2025-11-25"',
      '  search: SEMANTIC',
      '  policyEngine:',
      `    arn: ${ARN}:policy-engine/p-1`,
      '    mode: LOG_ONLY',
      '  interceptors:',
      `    - arn: ${LAMBDA}:a`,
      '      points:',
      '        - REQUEST',
      '      headers: true',
      `    - arn: ${LAMBDA}:z`,
      '      points:',
      '        - REQUEST',
      '        - RESPONSE',
      '  exceptionLevel: DEBUG',
      '  waf:',
      '    arn: arn:aws:wafv2:us-east-1:111111111111:regional/webacl/w/1',
      '    failOpen: true',
      '  kmsKey: arn:aws:kms:us-east-1:111111111111:key/k',
    ]);
    const { interceptorConfigurations = [] } = FULL;
    expect(lines({ ...FULL, interceptorConfigurations: interceptorConfigurations.toReversed() })).toEqual(lines(FULL));
    expect(lines({})).toEqual(['security: {}']);
  });

  test('fits the schema of entries, whatever service an ARN is of', () => {
    const described = gatewayOf(FULL);
    if (!described.ok) throw new Error(described.faults.join());
    const source = sourceData({ kind: 'gateway', value: described.value });
    expect(validate({ kind: 'gateway', source, registration: { path: '/orders/' } }) ? [] : validate.errors).toEqual(
      [],
    );
  });

  test('leaves out what is as by default', () => {
    expect(
      securityOf({
        wafConfiguration: { failureMode: 'FAIL_CLOSE' },
        webAclArn: 'arn:aws:wafv2:us-east-1:111111111111:regional/webacl/w/1',
        interceptorConfigurations: [],
      }),
    ).toEqual({ waf: { arn: 'arn:aws:wafv2:us-east-1:111111111111:regional/webacl/w/1' } });
  });

  test('is left as it is where the answer has another form, and tells what it does not know', () => {
    expect(securityOf({ policyEngineConfiguration: { arn: 1, mode: 'ENFORCE' } as never })).toEqual([
      "policy engine's ARN: expected a text, met a number",
    ]);
    expect(securityOf({ interceptorConfigurations: 'x' as never })).toEqual([
      'interceptorConfigurations: expected a list',
    ]);
    expect(
      gatewayOf({
        policyEngineConfiguration: { arn: 'a', mode: 'SHADOW' as never },
        interceptorConfigurations: [{ interceptor: { $unknown: ['wasm', {}] }, interceptionPoints: [] }],
      }),
    ).toMatchObject({
      unknown: [
        { field: 'policyEngineConfiguration.mode', value: 'SHADOW' },
        { field: 'interceptor', value: 'wasm' },
      ],
    });
  });
});

test('a runtime shows which headers reach its code and where it runs, and never an environment variable', () => {
  const answer: Partial<GetAgentRuntimeResponse> = {
    agentRuntimeArn: `${ARN}:runtime/a-A1b2C3d4E5`,
    agentRuntimeName: 'a',
    requestHeaderConfiguration: { requestHeaderAllowlist: ['X-B', 'Authorization'] },
    networkConfiguration: { networkMode: 'VPC', networkModeConfig: { subnets: ['subnet-1'], securityGroups: [] } },
    environmentVariables: { SECRET: 'canary' },
  };
  const described = describeRuntime(answer, undefined, { ...PLACE, dnsSuffix: 'amazonaws.com' });
  expect(described).toMatchObject({
    value: { security: { headersAllowed: ['Authorization', 'X-B'], network: 'VPC' } },
  });
  expect(JSON.stringify(described)).not.toContain('canary');
  expect(
    describeRuntime(
      { ...answer, requestHeaderConfiguration: undefined, networkConfiguration: { networkMode: 'PUBLIC' } },
      undefined,
      {
        ...PLACE,
        dnsSuffix: 'amazonaws.com',
      },
    ),
  ).toMatchObject({ value: { security: {} } });
});

test('a target shows how the gateway proves itself to it, by names of providers alone', () => {
  const target: Partial<GetGatewayTargetResponse> = {
    gatewayArn: `${ARN}:gateway/orders-a1b2c3d4e5`,
    targetId: 'AAAAAAAAAA',
    name: 'remote',
    targetConfiguration: { mcp: { mcpServer: { endpoint: 'https://mcp.example/', listingMode: 'DYNAMIC' } } },
    credentialProviderConfigurations: [
      {
        credentialProviderType: 'OAUTH',
        credentialProvider: {
          oauthCredentialProvider: {
            providerArn: `${ARN}:token-vault/default/oauth2credentialprovider/idp`,
            scopes: ['write', 'read'],
            grantType: 'TOKEN_EXCHANGE',
            customParameters: { secret: 'canary' },
          },
        },
      },
      {
        credentialProviderType: 'API_KEY',
        credentialProvider: {
          apiKeyCredentialProvider: {
            providerArn: `${ARN}:token-vault/default/apikeycredentialprovider/k`,
            credentialLocation: 'QUERY_PARAMETER',
            credentialParameterName: 'canary',
          },
        },
      },
    ],
  };
  const described = describeTarget(target, PLACE, 'orders');
  expect(described).toMatchObject({
    value: {
      entry: {
        security: {
          outbound: [
            {
              type: 'API_KEY',
              provider: `${ARN}:token-vault/default/apikeycredentialprovider/k`,
              location: 'QUERY_PARAMETER',
            },
            {
              type: 'OAUTH',
              provider: `${ARN}:token-vault/default/oauth2credentialprovider/idp`,
              grant: 'TOKEN_EXCHANGE',
              scopes: ['read', 'write'],
            },
          ],
          listing: 'DYNAMIC',
        },
      },
    },
  });
  expect(JSON.stringify(described)).not.toContain('canary');
});
