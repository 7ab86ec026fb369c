import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkDefinition } from '../../src/gateways/check.ts';
import type { Definition } from '../../src/gateways/definition.ts';
import { importPlan } from '../../src/gateways/import-file.ts';
import { renderTemplate, stackName, templatePath } from '../../src/gateways/render.ts';
import { type Template, templateText } from '../../src/gateways/template.ts';
import { type OutboundType, outboundVerdict, type TargetType } from '../../src/model/target-outbound.ts';
import {
  ACCOUNT,
  definitionOf,
  ISSUER,
  LAMBDA,
  lines,
  PROVIDER,
  REGION,
  RUNTIME,
  SECRET,
  signed,
  worldOf,
} from './definitions.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');

const TARGETS: Readonly<Record<TargetType, string>> = {
  lambda: `type: lambda, lambda: "${LAMBDA}", tools: ./tools.json`,
  openApi: 'type: openApi, schema: ./api.yaml',
  smithy: 'type: smithy, service: dynamodb',
  apiGateway: 'type: apiGateway, restApi: abc123, stage: prod, filters: [{ path: "/prices/{id}", methods: [GET] }]',
  mcpServer: 'type: mcpServer, endpoint: "https://mcp.example.com/mcp"',
  runtime: `type: runtime, runtime: "${RUNTIME}", qualifier: prod`,
  passthrough: 'type: passthrough, endpoint: "https://mcp.example.com/a2a", protocol: A2A',
  connector: 'type: connector, connector: slack',
};

const OUTBOUND: Readonly<Record<OutboundType, string>> = {
  none: 'type: none',
  'gateway-role': 'type: gateway-role, service: bedrock-agentcore',
  'client-credentials': `type: oauth, provider: "${PROVIDER}", scopes: [crm], grant: client-credentials`,
  'authorization-code': `type: oauth, provider: "${PROVIDER}", scopes: [crm], grant: authorization-code, returnUrl: "https://app.example.com/back"`,
  'token-exchange': `type: oauth, provider: "${PROVIDER}", scopes: [crm], grant: token-exchange`,
  'api-key': 'type: api-key, provider: key, in: header, name: X-Key, prefix: Key',
  'caller-iam': 'type: caller-iam',
  'jwt-passthrough': 'type: jwt-passthrough',
};

const PAIRS = (Object.keys(TARGETS) as TargetType[]).flatMap((target) =>
  (Object.keys(OUTBOUND) as OutboundType[]).map((outbound) => [target, outbound] as const),
);

const ALLOWED = PAIRS.filter(([target, outbound]) => outboundVerdict(target, outbound).verdict !== 'refused');

/** A target that the authorization can be of: SigV4 wants a host that checks it. */
const targetFor = (target: TargetType, outbound: OutboundType): string =>
  outbound === 'gateway-role'
    ? TARGETS[target].replace(
        'https://mcp.example.com/mcp',
        'https://orders-abcdefghij.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp',
      )
    : TARGETS[target];

const pairDefinition = (target: TargetType, outbound: OutboundType): Definition =>
  definitionOf(
    lines(
      'authorizer: { type: AWS_IAM }',
      'protocol: { search: semantic }',
      ...(outbound === 'api-key'
        ? [`providers: { key: { type: api-key, secret: "${SECRET}", jsonKey: apiKey } }`]
        : []),
      `targets: [{ name: one, ${targetFor(target, outbound)}, outbound: { ${OUTBOUND[outbound]} } }]`,
    ).replace(/role: \{.*\}/, 'role: { type: made }'),
  );

/** What AWS would put in a function's place, as far as its form goes. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  GatewayIdentifier: 'pricing-abcdefghij',
  PolicyEngineId: 'pricing-abcdefghij',
  PolicyEngineArn: `arn:aws:bedrock-agentcore:${REGION}:${ACCOUNT}:policy-engine/pricing-abcdefghij`,
  Arn: `arn:aws:iam::${ACCOUNT}:role/made`,
};

const resolved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  const [[key, inner] = ['', undefined], ...others] = Object.entries(value);
  if (others.length === 0 && key === 'Ref') return `made-${String(inner)}`;
  if (others.length === 0 && key === 'Fn::GetAtt' && Array.isArray(inner)) {
    return ATTRIBUTES[String(inner[1])] ?? `arn:aws:made:${REGION}:${ACCOUNT}:${inner.join('/')}`;
  }
  if (others.length === 0 && key === 'Fn::Join' && Array.isArray(inner)) {
    return (resolved(inner[1]) as readonly string[]).join('');
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolved(member)]));
};

const SCHEMAS = new Map(
  ['Gateway', 'GatewayTarget', 'OAuth2CredentialProvider', 'ApiKeyCredentialProvider', 'Policy', 'PolicyEngine'].map(
    (name) => {
      const { properties, definitions, required } = JSON.parse(
        readFileSync(join(FIXTURES, 'cloudformation', `${name}.json`), 'utf8'),
      );
      const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, logger: false });
      return [
        `AWS::BedrockAgentCore::${name}`,
        ajv.compile({ type: 'object', additionalProperties: false, properties, definitions, required }),
      ];
    },
  ),
);

/** What the resource types' own schemas have against a template. */
const refusals = (template: Template): readonly string[] =>
  Object.entries(template.Resources).flatMap(([name, { Type, Properties }]) => {
    const validate = SCHEMAS.get(Type);
    if (validate === undefined || validate(resolved(Properties))) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message}`);
  });

test.each(ALLOWED)(
  '%s with %s: the template is as it was reviewed, and as CloudFormation takes it',
  async (target, outbound) => {
    const definition = pairDefinition(target, outbound);
    const template = renderTemplate(definition, worldOf());
    const text = templateText(template, definition.file);
    await expect(text).toMatchFileSnapshot(join(FIXTURES, `gateways/${target}-${outbound}.template.yaml`));
    expect(refusals(template)).toEqual([]);
    expect(parse(text, { version: '1.1' })).toEqual(template);
  },
);

test.each(PAIRS)('%s with %s is judged as the table says', (target, outbound) => {
  const { verdict } = outboundVerdict(target, outbound);
  const found = checkDefinition(pairDefinition(target, outbound), worldOf(), 'draft').problems.filter(
    ({ rule }) => rule === 'definition-outbound',
  );
  expect(found.map(({ severity }) => severity)).toEqual(
    verdict === 'allowed' ? [] : [verdict === 'refused' ? 'error' : 'warning'],
  );
});

const FULL = [
  'kind: gateway-definition',
  'form: 1',
  'role: { type: made }',
  'protocol: { versions: ["2026-07-28"], search: semantic, instructions: "on", sessionSeconds: 900, streaming: true }',
  'authorizer: { type: ez-auth, with: cognito, users: true, scopes: [read, write] }',
  'policies: { files: [prices.cedar], mode: LOG_ONLY }',
  'webAcl: { arn: "arn:aws:wafv2:us-east-1:111111111111:regional/webacl/edge/1", failOpen: false }',
  'debugErrors: true',
  'tags: { team: pricing }',
  'providers:',
  `  key: { type: api-key, secret: "${SECRET}", jsonKey: apiKey }`,
  `  crm: { type: oauth, discoveryUrl: "${ISSUER}", clientId: abc, secret: "${SECRET}", jsonKey: s }`,
  '  m2m: { type: cognito }',
];

const POLICY = 'permit(principal, action, resource == AgentCore::Gateway::"{{gateway}}");\n';

const fullWorld = () => {
  const world = worldOf();
  return { ...world, files: new Map([...world.files, ['policies/prices.cedar', POLICY]]) };
};

test('everything that a definition may hold is a template that CloudFormation takes', () => {
  const template = renderTemplate(definitionOf(FULL.join('\n')), fullWorld());
  expect(refusals(template)).toEqual([]);
  expect(Object.keys(template.Outputs)).toEqual([
    'DiscoveryUrlM2m',
    'ClientIdM2m',
    'SecretArnM2m',
    'Endpoint',
    'GatewayArn',
    'DiscoveryUrl',
    'ClientId',
    'Scopes',
    'TokenEndpoint',
    'UserPoolArn',
    'UserClientId',
    'RoleArn',
  ]);
  expect(template.Resources['PolicyPrices']?.Properties['Definition']).toEqual({
    Cedar: {
      Statement: {
        'Fn::Join': [
          '',
          [
            'permit(principal, action, resource == AgentCore::Gateway::"',
            { 'Fn::GetAtt': ['Gateway', 'GatewayArn'] },
            '");\n',
          ],
        ],
      },
    },
  });
});

test('texts that YAML 1.1 would read as something else stay texts', () => {
  const text = templateText(renderTemplate(definitionOf(FULL.join('\n')), fullWorld()), 'x.yaml');
  expect(text).toContain('Instructions: "on"');
  expect(text).toContain('Version: "2012-10-17"');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (description) => {
      const definition = definitionOf(signed());
      const told = { ...definition, value: { ...definition.value, description } };
      const rendered = templateText(renderTemplate(told, worldOf()), 'x.yaml');
      expect(parse(rendered, { version: '1.1' }).Resources.Gateway.Properties.Description).toBe(description);
    }),
  );
});

test('the order of keys in a definition changes nothing, and rendering twice neither', () => {
  const [kind = '', form = '', ...rest] = FULL;
  const shuffled = [kind, form, ...rest.slice(7), ...rest.slice(0, 7)].join('\n');
  const text = (definition: Definition): string => templateText(renderTemplate(definition, fullWorld()), 'x.yaml');
  expect(text(definitionOf(shuffled))).toBe(text(definitionOf(FULL.join('\n'))));
});

test('no wildcard is in a made role but for the path parameters of an API', () => {
  for (const [target, outbound] of ALLOWED) {
    const policy = renderTemplate(pairDefinition(target, outbound), worldOf()).Resources['GatewayRolePolicy'];
    const text = JSON.stringify(policy?.Properties ?? {});
    if (target !== 'apiGateway') expect(text, `${target} ${outbound}`).not.toContain('*');
  }
});

test('names that differ by other characters than letters and digits make different resources', () => {
  const definition = definitionOf(
    signed(
      'targets:',
      ...['a-b', 'ab', 'aB', 'a-B'].map((name) => `  - { name: ${name}, ${TARGETS.mcpServer} }`),
    ).replace('aB', 'aC'),
  );
  const targets = Object.values(renderTemplate(definition, worldOf()).Resources).filter(({ Type }) =>
    Type.endsWith('GatewayTarget'),
  );
  expect(targets.map(({ Properties }) => Properties['Name'])).toEqual(['a-b', 'ab', 'aC', 'a-B']);
});

test('an import keeps what it takes over, and refuses what would be new', () => {
  const definition = definitionOf(signed('targets:', `  - { name: crm, ${TARGETS.mcpServer} }`));
  const template = renderTemplate(definition, worldOf());
  const live = { id: 'pricing-abcdefghij', arn: 'arn:x', targets: [{ id: '7XK2P0QJ4M', name: 'crm' }] };
  const plan = importPlan(definition, template, live);
  expect(plan).toMatchObject({
    type: 'import',
    resources: [
      {
        ResourceType: 'AWS::BedrockAgentCore::Gateway',
        LogicalResourceId: 'Gateway',
        ResourceIdentifier: { GatewayIdentifier: 'pricing-abcdefghij' },
      },
      {
        ResourceType: 'AWS::BedrockAgentCore::GatewayTarget',
        LogicalResourceId: 'TargetCrm',
        ResourceIdentifier: { GatewayIdentifier: 'pricing-abcdefghij', TargetId: '7XK2P0QJ4M' },
      },
    ],
  });
  if (plan.type === 'import') {
    expect(Object.values(plan.template.Resources).map(({ DeletionPolicy }) => DeletionPolicy)).toEqual([
      'Retain',
      'Retain',
    ]);
  }
  expect(importPlan(definition, template, undefined)).toMatchObject({ type: 'refused' });
  expect(importPlan(definition, template, { ...live, targets: [] })).toMatchObject({
    type: 'refused',
    findings: [{ text: expect.stringContaining('TargetCrm would be new') }],
  });
});

test('the stack and the template have the gateway’s name and place', () => {
  const definition = definitionOf(signed());
  expect(stackName(definition)).toBe('agentcore-sync-pricing');
  expect(templatePath(definition)).toBe(`${ACCOUNT}/${REGION}/pricing.template.yaml`);
});
