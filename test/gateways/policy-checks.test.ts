import { expect, test } from 'vitest';
import { openCedar } from '../../src/gateways/cedar.ts';
import { policyProblems } from '../../src/gateways/policy-checks.ts';
import { definitionOf, signed, told, worldOf } from './definitions.ts';

const CEDAR = openCedar();

const PERMIT = `permit(
  principal is AgentCore::OAuthUser,
  action == AgentCore::Action::"orders___get_order",
  resource == AgentCore::Gateway::"{{gateway}}"
)
when { principal.hasTag("scope") && principal.getTag("scope") like "*orders*" && context.input.amount < 500 };
`;

const DEFINITION = definitionOf(
  signed(
    'policies: { files: [orders.cedar] }',
    'targets: [{ name: orders, type: mcpServer, endpoint: "https://mcp.example.com/mcp" }]',
  ),
);

const found = (files: Readonly<Record<string, string>>): readonly string[] =>
  policyProblems([DEFINITION], worldOf({ files: new Map(Object.entries(files)) }), {
    cedar: CEDAR,
    directory: 'gateways',
    names: ['pricing', 'elsewhere'],
  }).map(told);

const cases = (...rows: readonly string[]): string =>
  ['kind: policy-tests', 'form: 1', 'cases:', ...rows.map((row) => `  - { gateway: pricing, ${row} }`)].join('\n');

const ORDER = 'tool: orders___get_order';

test('cases decide as the policies do: clients, people, roles, claims and arguments', () => {
  expect(
    found({
      'policies/orders.cedar': PERMIT,
      'policies/tests.yaml': cases(
        `client: billing, claims: { scope: orders/read }, ${ORDER}, input: { amount: 10 }, may: true`,
        `client: billing, claims: { scope: orders/read }, ${ORDER}, input: { amount: 500 }, may: false`,
        `client: billing, claims: { scope: prices }, ${ORDER}, input: { amount: 10 }, may: false`,
        `user: clare, claims: { scope: orders }, ${ORDER}, input: { amount: 10 }, may: true`,
        `role: "arn:aws:iam::111111111111:role/Caller", ${ORDER}, input: { amount: 10 }, may: false`,
        'client: billing, claims: { scope: orders }, tool: orders___delete_order, input: { amount: 1 }, may: false',
      ),
    }),
  ).toEqual([]);
});

test('a case that is decided otherwise is an error at its line', () => {
  expect(
    found({
      'policies/orders.cedar': PERMIT,
      'policies/tests.yaml': cases(
        `client: billing, claims: { scope: orders }, ${ORDER}, input: { amount: 10 }, may: false`,
        `client: billing, ${ORDER}, input: { amount: 10 }, may: true`,
        `client: billing, user: clare, ${ORDER}, may: true`,
      ),
    }),
  ).toEqual([
    'gateways/policies/tests.yaml:4:5 error definition-policy billing may call orders___get_order of pricing, and the case says that it may not.',
    'gateways/policies/tests.yaml:5:5 error definition-policy billing may not call orders___get_order of pricing, and the case says that it may.',
    'gateways/policies/tests.yaml:6:5 error definition-policy A case names one of client, user and role.',
  ]);
});

test('what is wrong with a policy stands at its line and column in the Cedar file, whatever letters come before it', () => {
  const policy = (...rows: readonly string[]): Readonly<Record<string, string>> => ({
    'policies/orders.cedar': ['// für alle', 'permit(', '  principal,', ...rows, ');'].join('\n'),
  });
  const faulty = policy(
    '  action == AgentCore::Action::"orders___get_order"',
    '  resource == AgentCore::Gateway::"{{gateway}}"',
  );
  expect(found(faulty)).toEqual([
    'gateways/policies/orders.cedar:5:3 error definition-policy This is no Cedar: unexpected token `resource`.',
  ]);
  const open = policy('  action,', '  resource == AgentCore::Gateway::"{{gateway}}');
  expect(found(open).join()).toMatch(/orders\.cedar:5:35 error .*strings are closed properly/);
  const unknown = policy('  action == AgentCore::Action::"prices___get"', '  , resource');
  expect(found(unknown)).toEqual([
    expect.stringMatching(/^gateways\/policies\/orders\.cedar:4:13 warning .*no target prices/),
  ]);
  const hidden = policy('  action, // \u202E', '  resource');
  expect(found(hidden).join()).toMatch(/orders\.cedar:4:14 error definition-policy U\+202E/);
});

test('a case for a gateway that brings no policies is an error, and none for one that is judged in another run', () => {
  const files = {
    'policies/orders.cedar': PERMIT,
    'policies/tests.yaml': [
      cases(`client: billing, ${ORDER}, input: { amount: 10 }, may: false`),
      `  - { gateway: elsewhere, client: a, ${ORDER}, may: true }`,
      `  - { gateway: renamed, client: a, ${ORDER}, may: true }`,
    ].join('\n'),
  };
  expect(found(files)).toEqual([
    expect.stringMatching(/tests\.yaml:6:\d+ error definition-policy There is no gateway renamed with policies/),
  ]);
});

test.each([
  ['is missing', {}, 'There is no policy gateways/policies/orders.cedar'],
  ['is no Cedar', { 'policies/orders.cedar': 'allow everything, please, for everybody who asks' }, 'This is no Cedar'],
  ['holds two policies', { 'policies/orders.cedar': `${PERMIT}${PERMIT}` }, 'Expected one policy, met 2'],
  ['says too little', { 'policies/orders.cedar': 'permit(principal,action,resource);' }, 'expected 35 to 10000'],
  [
    'names a target that is not there',
    { 'policies/orders.cedar': PERMIT.replaceAll('orders___', 'prices___') },
    'the gateway has no target prices',
  ],
])('a policy that %s is told', (_, files, text) => {
  expect(found(files).join('\n')).toContain(text);
});

test('cases that do not fit their schema are told, with line and column', () => {
  expect(
    found({ 'policies/orders.cedar': PERMIT, 'policies/tests.yaml': cases(`client: a, ${ORDER}, mai: true`) }),
  ).toEqual([
    expect.stringMatching(/tests\.yaml:4:5 error schema .*may/),
    expect.stringMatching(/tests\.yaml:4:\d+ error schema .*mai/),
  ]);
});
