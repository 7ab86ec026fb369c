import { expect, test } from 'vitest';
import { manifestGateway, readManifest, writeManifest } from '../../src/credentials/manifest.ts';
import { createMatcher } from '../../src/credentials/match.ts';
import { gateway, POOL, server } from './entries.ts';

/** As the old tool writes it. */
const OLD = `[
  {
    "server_path": "/pricing-tools",
    "gateway_arn": "arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/pricing-tools-a1b2c3d4e5",
    "discovery_url": "${POOL}/.well-known/openid-configuration",
    "allowed_clients": ["abc", "def"],
    "idp_vendor": "cognito",
    "last_refreshed": "2026-04-12T08:00:00+00:00"
  }
]`;

test('reads what the old tool wrote', () => {
  expect(readManifest(OLD, 'token_refresh_manifest.json')).toEqual({
    problems: [],
    entries: [
      {
        serverPath: '/pricing-tools',
        gatewayArn: 'arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/pricing-tools-a1b2c3d4e5',
        discoveryUrl: `${POOL}/.well-known/openid-configuration`,
        allowedClients: ['abc', 'def'],
        allowedAudience: [],
      },
    ],
  });
});

test('its entries are matched by the same rules: the first allowed client is nobody’s choice', () => {
  const [entry] = readManifest(OLD, 'm.json').entries;
  const found = entry && manifestGateway(entry);
  expect(found).toMatchObject({ source: { url: expect.stringContaining('.us-east-1.amazonaws.com/mcp') } });
  const issuers = [{ issuer: POOL, clients: [{ id: 'def', for: ['111111111111/*'] }] }];
  expect(found && createMatcher(issuers)(found)).toMatchObject({ type: 'client', choice: { client: { id: 'def' } } });
});

test.each([
  'arn:aws:bedrock-agentcore:us-east-1:111111111111:runtime/x-a1b2c3d4e5',
  'arn:aws:bedrock-agentcore:us-east-1:1:gateway/x-a1b2c3d4e5',
  'arn:aws-cn:bedrock-agentcore:us-east-1:111111111111:gateway/x-a1b2c3d4e5',
  'arn:aws:bedrock-agentcore:us-east-1.evil.example/:111111111111:gateway/x',
  'arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/x.evil.example/',
  '',
])('an ARN that is none of a gateway gives no entry: %s', (gatewayArn) => {
  const entry = { serverPath: '/x', gatewayArn, discoveryUrl: 'https://a', allowedClients: [], allowedAudience: [] };
  expect(manifestGateway(entry)).toBeUndefined();
});

test('China’s gateways have China’s host', () => {
  const gatewayArn = 'arn:aws-cn:bedrock-agentcore:cn-north-1:111111111111:gateway/x-a1b2c3d4e5';
  const entry = { serverPath: '/x', gatewayArn, discoveryUrl: 'https://a', allowedClients: [], allowedAudience: [] };
  expect(manifestGateway(entry)?.source.url).toBe(
    'https://x-a1b2c3d4e5.gateway.bedrock-agentcore.cn-north-1.amazonaws.com.cn/mcp',
  );
});

test('tells each entry that it can’t read, and takes the rest', () => {
  const text = JSON.stringify([
    1,
    { server_path: '/a' },
    { server_path: 'x\n', discovery_url: 'https://a' },
    ...JSON.parse(OLD),
  ]);
  const reading = readManifest(text, 'm.json');
  expect(reading.entries).toHaveLength(1);
  expect(reading.problems.map((problem) => problem.text)).toEqual([
    'Entry 1: expected an object, met something else.',
    'Entry 2: /a has no discovery_url.',
    'Entry 3: expected a path in server_path.',
  ]);
  expect(readManifest('{}', 'm.json').problems).toMatchObject([{ text: 'Expected a JSON list, met something else.' }]);
  expect(readManifest('[', 'm.json').problems).toHaveLength(1);
});

test('writes what the old refresher reads, and reads it back', () => {
  const entries = [
    gateway({ path: '/z/', authorizer: { allowedClients: ['abc'], allowedAudience: ['api'] } }),
    gateway({
      path: '/a/',
      authorizer: { discoveryUrl: 'https://k.example/realms/r/.well-known/openid-configuration' },
    }),
    gateway({ path: '/none/', authorizer: { type: 'NONE' } }),
    server(),
  ];
  const text = writeManifest(entries, []);
  expect(JSON.parse(text)).toEqual([
    expect.objectContaining({ server_path: '/a/', idp_vendor: 'keycloak', allowed_clients: [] }),
    {
      server_path: '/z/',
      gateway_arn: gateway().source.arn,
      discovery_url: `${POOL}/.well-known/openid-configuration`,
      allowed_clients: ['abc'],
      idp_vendor: 'cognito',
      allowed_audience: ['api'],
    },
  ]);
  expect(text).toContain('[\n  {\n    "server_path"');
  expect(readManifest(text, 'm.json')).toMatchObject({
    problems: [],
    entries: [{ serverPath: '/a/' }, { serverPath: '/z/' }],
  });
});
