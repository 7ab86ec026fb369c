import { expect, test } from 'vitest';
import { definitionText } from '../../src/gateways/draft.ts';
import { definitionOfLive, type LiveAnswer } from '../../src/gateways/pull.ts';
import { renderTemplate } from '../../src/gateways/render.ts';
import type { Template, TemplateValue } from '../../src/gateways/template.ts';
import {
  ACCOUNT,
  definitionOf,
  FOLDER,
  ISSUER,
  LAMBDA,
  PROVIDER,
  REGION,
  ROLE,
  RUNTIME,
  worldOf,
} from './definitions.ts';

const small = (key: string): string => `${key.charAt(0).toLowerCase()}${key.slice(1)}`;

/** Keys whose members are names that people chose. */
const MAPS = new Set(['Properties', 'CustomParameters', 'Tags']);

/** Properties of CloudFormation as AWS's API answers them. */
const asAnswer = (value: TemplateValue, free = false): unknown => {
  if (Array.isArray(value)) return value.map((one) => asAnswer(one));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [free ? key : small(key), asAnswer(member, MAPS.has(key))]),
  );
};

/** What AWS would answer of a stack, with what it adds itself. */
const liveOf = (template: Template): LiveAnswer => {
  const of = (type: string): Record<string, unknown>[] =>
    Object.values(template.Resources)
      .filter(({ Type }) => Type.endsWith(type))
      .map(({ Properties }) => asAnswer(Properties) as Record<string, unknown>);
  const [gateway = {}] = of('::Gateway');
  const made = { status: 'READY', createdAt: new Date(0), updatedAt: new Date(0), $metadata: {} };
  return {
    gateway: {
      ...gateway,
      ...made,
      gatewayId: 'pricing-abcdefghij',
      gatewayArn: `arn:aws:bedrock-agentcore:${REGION}:${ACCOUNT}:gateway/pricing-abcdefghij`,
      gatewayUrl: 'https://pricing-abcdefghij.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp',
      workloadIdentityDetails: { workloadIdentityArn: 'arn:aws:x' },
    },
    targets: of('::GatewayTarget').map(({ gatewayIdentifier: _, ...target }, at) => ({
      ...target,
      ...made,
      targetId: `TARGET000${at}`,
      lastSynchronizedAt: new Date(0),
    })),
  };
};

const TARGETS = [
  `{ name: a, type: lambda, description: Orders, lambda: "${LAMBDA}", tools: ./tools.json, requestHeaders: [X-Tenant] }`,
  `{ name: b, type: openApi, schema: ./api.yaml, outbound: { type: api-key, provider: "${PROVIDER}", in: header, name: X-Key, prefix: Key } }`,
  '{ name: c, type: openApi, schema: { s3: "s3://bucket/api.yaml", bucketOwner: "222222222222" }, outbound: { type: api-key, provider: "arn:aws:x:y:111111111111:z", in: query } }',
  '{ name: d, type: smithy, schema: "s3://bucket/model.json", outbound: { type: gateway-role } }',
  '{ name: e, type: apiGateway, restApi: abc123, stage: prod, filters: [{ path: /prices, methods: [GET, POST] }], overrides: [{ path: /prices, method: GET, name: prices, description: All }], outbound: { type: gateway-role } }',
  `{ name: f, type: mcpServer, endpoint: "https://mcp.example.com/mcp", listing: DYNAMIC, priority: 3, outbound: { type: oauth, provider: "${PROVIDER}", scopes: [a, b], grant: authorization-code, returnUrl: "https://app.example.com/back", parameters: { audience: crm } } }`,
  '{ name: g, type: mcpServer, endpoint: "https://x.execute-api.us-east-1.amazonaws.com/mcp", outbound: { type: gateway-role, service: execute-api, region: us-east-1 } }',
  `{ name: h, type: runtime, runtime: "${RUNTIME}", qualifier: prod, outbound: { type: gateway-role } }`,
  '{ name: i, type: passthrough, endpoint: "https://mcp.example.com/a2a", protocol: A2A, stickiness: { identifier: "$context.id", seconds: 60 }, outbound: { type: jwt-passthrough } }',
  '{ name: j, type: connector, connector: slack, enabled: [post], outbound: { type: caller-iam } }',
  '{ name: k, type: connector, connector: llm, over: inference }',
  '{ name: l, type: mcpServer, endpoint: "https://mcp.example.com/mcp", extra: { PrivateEndpoint: { ManagedVpcResource: { VpcIdentifier: vpc-12345678, SubnetIds: [subnet-12345678], EndpointIpAddressType: IPV4, Tags: { team: crm } } } } }',
];

const GATEWAY = [
  'kind: gateway-definition',
  'form: 1',
  'description: "Prices: all of them"',
  `role: { type: given, arn: "${ROLE}" }`,
  'protocol: { versions: ["2025-11-25"], search: semantic, instructions: Ask., sessionSeconds: 900, streaming: true }',
  `authorizer: { type: CUSTOM_JWT, discoveryUrl: "${ISSUER}", audience: [a], clients: [b], scopes: [c], claims: [{ name: team, type: STRING_ARRAY, operator: CONTAINS_ANY, values: [x, "y"] }, { name: t, type: STRING, operator: EQUALS, values: [z] }] }`,
  'policies: { engine: "arn:aws:bedrock-agentcore:us-east-1:111111111111:policy-engine/e-abcdefghij", mode: LOG_ONLY }',
  `interceptors: [{ lambda: "${LAMBDA}", points: [REQUEST, RESPONSE], passRequestHeaders: true }]`,
  'kmsKey: "arn:aws:kms:us-east-1:111111111111:key/1"',
  'debugErrors: true',
];

const withTargets = (targets: readonly string[]): string =>
  [...GATEWAY, 'targets:', ...targets.map((target) => `  - ${target}`)].join('\n');

/** Reads what a pull wrote, and renders it as the next run would. */
const renderedAgain = (live: LiveAnswer): Template => {
  const { definition, documents } = definitionOfLive(live);
  const files = new Map([...documents].map(([path, text]) => [`${FOLDER}/${path}`, text]));
  return renderTemplate(definitionOf(definitionText(definition)), { ...worldOf(), files });
};

test.each(TARGETS.map((target) => [/type: \w+/.exec(target)?.[0] ?? '', target]))(
  'pull, then render, gives the live resource back: %s',
  (_, target) => {
    const live = liveOf(renderTemplate(definitionOf(withTargets([target])), worldOf()));
    expect(definitionOfLive(live).unheld).toEqual([]);
    expect(liveOf(renderedAgain(live))).toEqual(live);
  },
);

test('pulling twice gives the same bytes, in whatever order AWS lists targets', () => {
  const live = liveOf(renderTemplate(definitionOf(withTargets(TARGETS)), worldOf()));
  const turned = { ...live, targets: live.targets.toReversed() };
  const [first, second] = [definitionOfLive(live), definitionOfLive(turned)];
  expect(definitionText(second.definition)).toBe(definitionText(first.definition));
  expect([...second.documents]).toEqual([...first.documents]);
});

test('a gateway without protocol or targets stays one', () => {
  const live = {
    gateway: { name: 'http', roleArn: ROLE, authorizerType: 'AWS_IAM', status: 'READY' },
    targets: [],
  };
  expect(definitionText(definitionOfLive(live).definition)).toBe(
    `kind: gateway-definition\nform: 1\nrole:\n  type: given\n  arn: ${ROLE}\nauthorizer:\n  type: AWS_IAM\n`,
  );
});

test('what no key holds is told, whatever AWS adds', () => {
  const { unheld } = definitionOfLive({
    gateway: {
      name: 'p',
      roleArn: ROLE,
      authorizerType: 'CUSTOM_JWT',
      authorizerConfiguration: { customJWTAuthorizer: { discoveryUrl: ISSUER, privateEndpoint: {} } },
      protocolType: 'MCP',
      protocolConfiguration: { mcp: { disableMcpListToolsPagination: true } },
      customTransformConfiguration: { lambda: {} },
    },
    targets: [
      { name: 't', targetConfiguration: { mcp: { newKind: {} } } },
      {
        name: 'u',
        targetConfiguration: { mcp: { mcpServer: { endpoint: 'https://a.example', newer: 1 } } },
        credentialProviderConfigurations: [{ credentialProviderType: 'NEW' }],
      },
    ],
  });
  expect(unheld).toEqual([
    'authorizerConfiguration.customJWTAuthorizer.privateEndpoint',
    'protocolConfiguration.mcp.disableMcpListToolsPagination',
    'customTransformConfiguration',
    'target t: mcp.newKind',
    'target u: mcp.mcpServer.newer',
    'target u: credentialProviderType NEW',
  ]);
});
