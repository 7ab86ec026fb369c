import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readDefinitions, sourceOf } from '../../src/gateways/definition.ts';
import { FOLDER, ISSUER, LAMBDA, lines, PROVIDER, ROLE, readOne, SECRET, signed, told } from './definitions.ts';

/** A definition with a text in every place that takes one. */
const FULL = {
  kind: 'gateway-definition',
  form: 1,
  description: 'Prices',
  role: { type: 'given', arn: ROLE },
  protocol: { versions: ['2026-07-28'], search: 'semantic', instructions: 'Ask for prices.' },
  authorizer: {
    type: 'CUSTOM_JWT',
    discoveryUrl: ISSUER,
    audience: ['prices'],
    clients: ['abc'],
    scopes: ['prices/read'],
    claims: [{ name: 'team', type: 'STRING', operator: 'EQUALS', values: ['pricing'] }],
  },
  policies: { files: ['prices.cedar'] },
  interceptors: [{ lambda: LAMBDA, points: ['REQUEST'] }],
  webAcl: { arn: 'arn:aws:wafv2:us-east-1:111111111111:regional/webacl/edge/1' },
  kmsKey: 'arn:aws:kms:us-east-1:111111111111:key/1',
  providers: { key: { type: 'api-key', secret: SECRET, jsonKey: 'apiKey' } },
  targets: [
    { name: 'orders', type: 'lambda', description: 'Orders', lambda: LAMBDA, tools: './tools.json' },
    {
      name: 'crm',
      type: 'mcpServer',
      endpoint: 'https://mcp.example.com/mcp',
      outbound: { type: 'oauth', provider: PROVIDER, scopes: ['crm'], parameters: { audience: 'crm' } },
      extra: { PrivateEndpoint: { SelfManagedLatticeResource: { ResourceConfigurationIdentifier: 'rcfg-1' } } },
    },
    {
      name: 'api',
      type: 'apiGateway',
      restApi: 'abc123',
      stage: 'prod',
      filters: [{ path: '/prices', methods: ['GET'] }],
      overrides: [{ path: '/prices', method: 'GET', name: 'prices', description: 'All prices' }],
      outbound: { type: 'api-key', provider: 'key', in: 'header', name: 'X-Key', prefix: 'Key' },
    },
  ],
  tags: { team: 'pricing' },
  extra: { SomethingNew: { Deep: ['value'] } },
};

type Path = readonly (string | number)[];

const textPlaces = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    textPlaces(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
};

const withText = (path: Path, text: string): string => {
  const copy = structuredClone(FULL);
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<unknown>((inner, part) => Reflect.get(Object(inner), part), copy);
  Reflect.set(Object(holder), last, text);
  return stringify(copy);
};

test('a definition with every key is read', () => {
  const { definition, problems } = readOne(stringify(FULL));
  expect(problems.map(told)).toEqual([]);
  expect(definition?.value).toEqual(parse(stringify(FULL)));
  expect(definition?.place).toEqual({ account: '111111111111', region: 'us-east-1', name: 'pricing' });
});

test.each(textPlaces(FULL).map((path) => [path.join('.'), path] as const))(
  'a dynamic reference is refused in %s',
  (_, path) => {
    for (const text of ['{{resolve:secretsmanager:key}}', 'x{{ Resolve : ssm:/a }}']) {
      const { definition, problems } = readOne(withText(path, text));
      expect(definition).toBeUndefined();
      expect(problems.map(({ rule }) => rule)).toContain('definition-dynamic');
    }
  },
);

test.each(['Ref', 'Fn::Sub', 'fn::transform', 'Fn::GetAtt', '{{resolve:ssm:/a}}'])(
  'a key %s is refused wherever the schema passes values through',
  (key) => {
    for (const path of [
      ['extra'],
      ['extra', 'SomethingNew'],
      ['targets', 1, 'extra'],
      ['targets', 1, 'outbound', 'parameters'],
      ['tags'],
      ['providers'],
    ]) {
      const copy = structuredClone(FULL);
      const holder = path.reduce<unknown>((inner, part) => Reflect.get(Object(inner), part), copy);
      Reflect.set(Object(holder), key, 'x');
      const { definition, problems } = readOne(stringify(copy));
      expect(definition).toBeUndefined();
      expect(problems.map(({ rule }) => rule)).toContain('definition-dynamic');
    }
  },
);

test('no text that is read holds what CloudFormation would replace', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...textPlaces(FULL)),
      fc.string({ unit: fc.constantFrom('{', '}', 'resolve', ':', ' ', 'a') }),
      (path, text) => {
        const { definition } = readOne(withText(path, text));
        expect(JSON.stringify(definition?.value ?? '')).not.toMatch(/\{\{\s*resolve\s*:/i);
      },
    ),
  );
});

test('a file that lies elsewhere, or has another ending, is told', () => {
  const { definitions, problems } = readDefinitions(
    new Map([
      [`${FOLDER}/pricing.json`, '{ "kind": "gateway-definition" }'],
      [`${FOLDER}/tools.json`, '[]'],
      [`${FOLDER}/-x.yaml`, signed()],
      [`${FOLDER}/specs/api.yaml`, 'no: definition'],
      ['policies/a.cedar', 'permit(principal, action, resource);'],
      ['README.yaml', ''],
    ]),
    'gateways',
  );
  expect(definitions).toEqual([]);
  expect(problems.map(({ rule, place }) => [rule, place?.file])).toEqual([
    ['file-place', `gateways/${FOLDER}/-x.yaml`],
    ['file-place', `gateways/${FOLDER}/pricing.json`],
  ]);
});

test('what the schema refuses carries line and column, and the keys that are known', () => {
  const { problems } = readOne(signed('targets:', '  - name: a', '    type: lambda', `    lamda: "${LAMBDA}"`));
  expect(problems.map(told)).toEqual([
    expect.stringMatching(/^gateways\/111111111111\/us-east-1\/pricing\.yaml:6:5 error schema .*lambda/),
    expect.stringMatching(/:8:5 error schema .*lamda/),
  ]);
});

test('a definition in a folder that is no place is an error, not a file that nobody reads', () => {
  const misplaced = [
    '11111111111/us-east-1/pricing.yaml',
    '111111111111/us-east-1/old/pricing.yaml',
    'pricing.yaml',
    '111111111111/us-east-1/pricing.json',
  ];
  for (const path of misplaced) {
    const text = path.endsWith('.json') ? '{ "kind": "gateway-definition", "form": 1 }' : signed();
    const { definitions, problems } = readDefinitions(new Map([[path, text]]), 'gateways');
    expect([path, definitions.length, problems.map(({ rule }) => rule)]).toEqual([path, 0, ['file-place']]);
  }
  const document = 'openapi: 3.0.3\ninfo: { title: kind gateway-definition, version: "1" }\n';
  expect(readDefinitions(new Map([['shared/specs/api.yaml', document]]), 'gateways').problems).toEqual([]);
});

test('a definition is called the same wherever its folder lies', () => {
  for (const directory of ['gateways', '/home/me/repository/gateways', '../gateways']) {
    const { definitions } = readDefinitions(new Map([[`${FOLDER}/pricing.yaml`, signed()]]), directory);
    expect(definitions.map(sourceOf)).toEqual([`gateways/${FOLDER}/pricing.yaml`]);
  }
});

test.each([
  ['https://idp.example.com/.well-known/oauth-authorization-server', true],
  ['https://idp.example.com/.well-known/oauth-authorization-server/tenant', true],
  ['https://idp.example.com/.well-known/openid-configuration', true],
  ['http://idp.example.com/.well-known/openid-configuration', false],
  ['https://idp.example.com/?x=/.well-known/openid-configuration', false],
])('discovery URLs as AWS takes them, over TLS: %s', (discoveryUrl, taken) => {
  const { problems } = readOne(lines(`authorizer: { type: CUSTOM_JWT, discoveryUrl: "${discoveryUrl}" }`));
  expect(problems.map(({ text }) => text)).toEqual(
    taken ? [] : [expect.stringContaining('expected a discovery URL: https://…')],
  );
});
