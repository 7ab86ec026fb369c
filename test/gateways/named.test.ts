/** Everything else that a definition names of trust: keys, browsers' ways back, other accounts, headers of callers, `extra`. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDefinition } from '../../src/gateways/check.ts';
import { blockToAdd } from '../../src/gateways/unlisted.ts';
import type { GatewaysConfiguration } from '../../src/model/generated/configuration.ts';
import { definitionOf, LAMBDA, PROVIDER, RUNTIME, SECRET, signed, worldOf } from './definitions.ts';

const unlistedIn = (text: string, trust: Partial<GatewaysConfiguration> = {}) => {
  const { problems, unlisted } = checkDefinition(
    definitionOf(text),
    worldOf({ trust: { ...worldOf().trust, ...trust } }),
    'deploy',
  );
  return {
    told: problems.filter(({ rule }) => rule === 'definition-unlisted').map(({ text: said }) => said),
    severities: new Set(problems.filter(({ rule }) => rule === 'definition-unlisted').map(({ severity }) => severity)),
    block: blockToAdd(unlisted).join('\n'),
  };
};

const STRANGER = '666666666666';
const KEY = 'arn:aws:kms:us-east-1:111111111111:key/k';
const BACK = 'https://app.example.com/back';
const strangers = (arn: string): string => arn.replace('111111111111', STRANGER);
const target = (text: string): string => signed('targets:', `  - { name: t, ${text} }`);

const VPC =
  'extra: { PrivateEndpoint: { ManagedVpcResource: { VpcIdentifier: vpc-0a1b2c3d, SubnetIds: [subnet-0a1b], EndpointIpAddressType: IPV4 } } }';

test.each([
  ['a key', signed(`kmsKey: "${KEY}"`), 'kmsKeys', [KEY]],
  [
    'where a browser returns to',
    target(
      `type: mcpServer, endpoint: "https://mcp.example.com/mcp", outbound: { type: oauth, provider: "${PROVIDER}", scopes: [a], grant: authorization-code, returnUrl: "${BACK}" }`,
    ),
    'returnUrls',
    [BACK],
  ],
  [
    'the function of another account',
    target(`type: lambda, lambda: "${strangers(LAMBDA)}", tools: ./tools.json`),
    'targetAccounts',
    [STRANGER],
  ],
  [
    'the bucket of another account',
    target(`type: lambda, lambda: "${LAMBDA}", tools: { s3: "s3://tools/t.json", bucketOwner: "${STRANGER}" }`),
    'targetAccounts',
    [STRANGER],
  ],
  [
    'a runtime of another account, without a credential',
    target(`type: runtime, runtime: "${strangers(RUNTIME)}", outbound: { type: gateway-role }`),
    'targetAccounts',
    [STRANGER],
  ],
  [
    'the same by its address',
    target(
      `type: mcpServer, endpoint: "https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/${encodeURIComponent(strangers(RUNTIME))}/invocations", outbound: { type: gateway-role, service: bedrock-agentcore }`,
    ),
    'targetAccounts',
    [STRANGER],
  ],
  [
    'a network that requests go through',
    target(`type: lambda, lambda: "${LAMBDA}", tools: ./tools.json, ${VPC}`),
    'extra',
    ['subnet-0a1b', 'vpc-0a1b2c3d'],
  ],
  [
    'a function in a property that the schema does not know',
    signed(`extra: { CustomTransformConfiguration: { Lambda: { Arn: "${LAMBDA}" } } }`),
    'extra',
    [LAMBDA],
  ],
] as const)('%s is listed, or it is an error', (_, text, key, values) => {
  const { told, severities, block } = unlistedIn(text);
  expect(told).toHaveLength(values.length);
  for (const value of values)
    expect(told.join('\n')).toContain(`${value} is not listed in the configuration's gateways.${key}.`);
  expect([...severities]).toEqual(['error']);
  expect(block).toBe(`gateways:\n  ${key}:\n${values.map((value) => `    - ${JSON.stringify(value)}`).join('\n')}`);
  expect(unlistedIn(text, { [key]: values }).told).toEqual([]);
});

test('an account that gateways are deployed to needs no second list', () => {
  const text = target(`type: lambda, lambda: "${strangers(LAMBDA)}", tools: ./tools.json`);
  expect(unlistedIn(text, { accounts: ['111111111111', STRANGER] }).told).toEqual([]);
});

test.each(['Authorization', 'authorization', 'COOKIE', 'X-Api-Key', 'X-Amz-Security-Token', 'Proxy-Authorization'])(
  'what callers send in %s goes to listed origins alone',
  (name) => {
    const text = target(
      `type: mcpServer, endpoint: "https://mcp.evil.example/mcp", requestHeaders: [X-Trace, ${name}]`,
    );
    const { told, block } = unlistedIn(text);
    expect(told).toEqual([
      expect.stringContaining(`What callers send in ${name} may not go to https://mcp.evil.example`),
    ]);
    expect(block).toContain('  origins:\n    - "https://mcp.evil.example"');
    expect(unlistedIn(text, { origins: ['https://mcp.evil.example'] }).told).toEqual([]);
    expect(unlistedIn(text.replace(`, ${name}`, '')).told).toEqual([]);
  },
);

test('people are sent for their consent to whom the secret may be sent, and to nobody else', () => {
  const provider = (page: string): string =>
    signed(
      `providers: { crm: { type: oauth, clientId: x, server: { issuer: "https://idp.example.com", authorizationEndpoint: "${page}", tokenEndpoint: "https://idp.example.com/token" }, secret: "${SECRET}", jsonKey: k } }`,
    );
  const issuers = ['https://idp.example.com/token'];
  const trust = { secrets: [{ arn: SECRET, issuers }] };
  expect(unlistedIn(provider('https://idp.example.com/authorize'), trust).told).toEqual([]);
  expect(unlistedIn(provider('https://evil.example/authorize'), trust).told).toEqual([
    expect.stringContaining('https://evil.example/authorize'),
  ]);
});

test('law: whatever extra holds, wherever it stands, a name of trust in it is told', () => {
  const name = fc.constantFrom(
    KEY,
    'https://evil.example/x',
    'evil.example',
    STRANGER,
    'vpc-1234',
    's3://evil/k',
    'ARN:aws:x:::y',
    ' arn:aws:iam::1:role/x',
  );
  const tree = (leaf: string): fc.Arbitrary<unknown> =>
    fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constant(leaf),
        fc.array(tie('node'), { minLength: 1, maxLength: 2 }),
        fc.dictionary(fc.constantFrom('A', 'Mode', 'Interceptors'), tie('node'), { minKeys: 1, maxKeys: 2 }),
        fc.constant({ [leaf]: 'ENABLED' }),
      ),
    })).node;
  fc.assert(
    fc.property(
      name.chain((leaf) => fc.tuple(fc.constant(leaf), tree(leaf))),
      ([leaf, value]) => {
        const { told } = unlistedIn(signed(`extra: ${JSON.stringify({ Something: value })}`));
        expect(told.join('\n')).toContain(leaf);
      },
    ),
    { numRuns: 60 },
  );
  expect(unlistedIn(signed('extra: { Something: { Mode: ENABLED, Count: 3, On: true, Version: v1 } }')).told).toEqual(
    [],
  );
});
