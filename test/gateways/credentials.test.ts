/** Where secrets, and tokens that are got with them, may go: nowhere that the configuration doesn't list. */
import { expect, test } from 'vitest';
import { checkDefinition } from '../../src/gateways/check.ts';
import { blockToAdd } from '../../src/gateways/unlisted.ts';
import { definitionOf, ISSUER, lines, RUNTIME, SECRET, signed, worldOf } from './definitions.ts';

const judged = (text: string, trust = {}) => {
  const { problems, unlisted } = checkDefinition(
    definitionOf(text),
    worldOf({ trust: { ...worldOf().trust, ...trust } }),
    'deploy',
  );
  return { told: problems.map((problem) => problem.text), block: blockToAdd(unlisted).join('\n') };
};

const EVIL = 'https://evil.example/.well-known/openid-configuration';
const client = (issuer: string): string =>
  signed(
    `providers: { crm: { type: oauth, clientId: x, ${issuer}, secret: "${SECRET}", jsonKey: k } }`,
    'targets:',
    '  - { name: m, type: mcpServer, endpoint: "https://mcp.example.com/mcp", outbound: { type: oauth, provider: crm } }',
  );

test('the secret of a client is sent to the issuers that are listed for it', () => {
  expect(judged(client(`discoveryUrl: "${ISSUER}"`)).told).toEqual([]);
});

test.each([
  ['another issuer', `discoveryUrl: "${EVIL}"`, EVIL],
  [
    'a token endpoint behind a listed issuer’s name',
    'server: { issuer: "https://idp.example.com", authorizationEndpoint: "https://idp.example.com/a", tokenEndpoint: "https://evil.example/t" }',
    'https://evil.example/t',
    // Nor are people sent to a page that is not listed, and not of whom the secret is sent to.
    ',"https://idp.example.com/a"',
  ],
])('the secret of a client is not sent to %s', (_, issuer, url, more = '') => {
  const { told, block } = judged(client(issuer));
  expect(told).toEqual([expect.stringContaining(`The secret ${SECRET} may not be sent to ${url}`)]);
  expect(block).toBe(`gateways:\n  secrets:\n    - arn: "${SECRET}"\n      issuers: ["${url}"${more}]`);
});

test('an unlisted secret is told with its issuer, used or not', () => {
  expect(judged(client(`discoveryUrl: "${EVIL}"`), { secrets: [] }).block).toContain(`issuers: ["${EVIL}"]`);
  const idle = signed(
    `providers: { crm: { type: oauth, clientId: x, discoveryUrl: "${EVIL}", secret: "${SECRET}", jsonKey: k } }`,
  );
  expect(judged(idle, { secrets: [] }).block).toContain(`issuers: ["${EVIL}"]`);
  expect(judged(idle).told).toEqual([expect.stringContaining('may not be sent to')]);
});

const ENDPOINT = 'https://bedrock-agentcore.us-east-1.amazonaws.com';
const at = (arn: string): string => `${ENDPOINT}/runtimes/${encodeURIComponent(arn)}/invocations`;
const STRANGERS = RUNTIME.replace('111111111111', '666666666666');
const provided = (target: string, provider = 'm2m: { type: cognito }'): string =>
  signed(
    `providers: { ${provider} }`,
    'targets:',
    `  - { name: m, type: mcpServer, ${target}, outbound: { type: oauth, provider: m2m } }`,
  );

test.each([
  ['a runtime of a listed account', `endpoint: "${at(RUNTIME)}"`, []],
  ['a runtime by its ARN', `runtime: "${RUNTIME}"`, []],
  ['a runtime of a stranger', `endpoint: "${at(STRANGERS)}"`, [STRANGERS]],
  ['a runtime of a stranger by its ARN', `runtime: "${STRANGERS}"`, [STRANGERS]],
  [
    'a runtime without its ARN',
    `endpoint: "${ENDPOINT}/runtimes/calc/invocations?accountId=666666666666"`,
    ["doesn't name by its ARN"],
  ],
  [
    'an ARN that is written in another way',
    `endpoint: "${at(STRANGERS).replace('666', '%36%36%36')}"`,
    ["doesn't name by its ARN"],
  ],
  ['a server', 'endpoint: "https://evil.example/mcp"', ['https://evil.example']],
  ['AgentCore by another name', `endpoint: "${at(STRANGERS).replace('amazonaws.com', 'api.aws')}"`, [STRANGERS]],
])('the token of a pool that is made here, to %s', (_, target, refused) => {
  const { told } = judged(provided(target));
  expect(told.length > 0).toBe(refused.length > 0);
  for (const one of refused) expect(told.join('\n')).toContain(one);
});

test('listing the endpoint of all runtimes opens no stranger’s to a secret', () => {
  const trust = { secrets: [{ arn: SECRET, origins: [ENDPOINT], issuers: [ISSUER] }] };
  const provider = `m2m: { type: oauth, clientId: x, discoveryUrl: "${ISSUER}", secret: "${SECRET}", jsonKey: k }`;
  expect(judged(provided(`endpoint: "${at(RUNTIME)}"`, provider), trust).told).toEqual([]);
  expect(judged(provided(`endpoint: "${at(STRANGERS)}"`, provider), trust).told).toEqual([
    expect.stringContaining(`may not go to ${STRANGERS}`),
  ]);
});

test('a caller’s own token goes to listed origins', () => {
  const target = signed(
    'targets:',
    '  - { name: m, type: mcpServer, endpoint: "https://tools.example.com/mcp", outbound: { type: jwt-passthrough } }',
  );
  const { told, block } = judged(target);
  expect(told).toContainEqual(expect.stringContaining("A caller's own token may not go to https://tools.example.com"));
  expect(block).toBe('gateways:\n  origins:\n    - "https://tools.example.com"');
  expect(judged(target, { origins: ['https://*.example.com'] }).block).toBe('');
});

test.each([
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter',
  'sts:AssumeRole',
  'bedrock-agentcore:GetResourceApiKey',
])('a made role is not given %s by its definition', (action) => {
  const role = `role: { type: made, permissions: [{ actions: ["${action}"], resources: ["${SECRET}"] }] }`;
  const text = lines('authorizer: { type: AWS_IAM }').replace(/role: .*/, role);
  expect(judged(text).told).toEqual([expect.stringContaining(`${action} could hand a secret or another identity`)]);
});
