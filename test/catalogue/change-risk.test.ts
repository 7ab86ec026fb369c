import { expect, test } from 'vitest';
import { classifyChanges, treeChanges } from '../../src/catalogue/change-risk.ts';
import { newEntryText } from '../../src/catalogue/new-entry.ts';
import { placeChanges } from '../../src/catalogue/places.ts';
import type { Tree } from '../../src/model/catalogue.ts';
import { authorizerOf } from '../../src/model/entry-parts.ts';
import type { EntryFile, GatewaySource } from '../../src/model/generated/entry.ts';
import { REGISTRIES } from './world.ts';

const ACCOUNT = '111111111111';
const nameOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));
const pathOf = (id: string): string => `${ACCOUNT}/us-east-1/gateways/${id}.yaml`;

const sourceOf = (id: string, more: Partial<GatewaySource> = {}): GatewaySource => ({
  account: ACCOUNT,
  region: 'us-east-1',
  arn: `arn:aws:bedrock-agentcore:us-east-1:${ACCOUNT}:gateway/${id}`,
  name: nameOf(id),
  url: `https://${id}.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`,
  authorizer: { type: 'NONE' },
  ...more,
});

const entry = (id: string, more: Partial<GatewaySource> = {}, added = ''): readonly [string, string] => [
  pathOf(id),
  newEntryText({ kind: 'gateway', value: sourceOf(id, more) }, { path: `/${nameOf(id)}/` }) + added,
];

const ID = 'pricing-aaaaaaaaaa';
const NO_CLIENT = { clientOf: () => undefined, registries: REGISTRIES };

type Asked = Pick<Parameters<typeof classifyChanges>[1], 'clientOf' | 'registries'>;
const between = (before: Tree, after: Tree, context: Asked = NO_CLIENT) =>
  classifyChanges(treeChanges(before, after), { ...context, before, after });

const risks = (before: Tree, after: Tree, context: Asked = NO_CLIENT) =>
  between(before, after, context).flatMap(({ differences }) =>
    differences.map(({ risk, field }) => `${risk} ${field}`),
  );

const plain = new Map([entry(ID)]);
const changed = (more: Partial<GatewaySource>, added = ''): Tree => new Map([entry(ID, more, added)]);

test('a runtime that moves to its gateway’s address is told with the token that goes there', () => {
  const arn = `arn:aws:bedrock-agentcore:us-east-1:${ACCOUNT}:runtime/planner-A1b2C3d4E5`;
  const file = `${ACCOUNT}/us-east-1/runtimes/planner-A1b2C3d4E5.yaml`;
  const url = `https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/${encodeURIComponent(arn)}/invocations`;
  const text = newEntryText(
    {
      kind: 'runtime',
      value: {
        ...{ account: ACCOUNT, region: 'us-east-1', arn, name: 'planner', url, protocol: 'MCP' },
        authorizer: { type: 'AWS_IAM' },
      },
    },
    { path: '/planner/' },
  );
  const front = entry(ID, {
    authorizer: { type: 'CUSTOM_JWT', discoveryUrl: 'https://a.example.com/.well-known/openid-configuration' },
    targets: [{ id: '7XK2P0QJ4M', name: 'plans', runtime: arn }],
  });
  const clientOf = (value: EntryFile) => (authorizerOf(value)?.type === 'CUSTOM_JWT' ? 'abc of a' : undefined);
  const [change] = between(new Map([front, [file, text]]), new Map([front, [file, `${text}  address: gateway\n`]]), {
    ...NO_CLIENT,
    clientOf,
  });
  expect(change?.differences).toEqual([
    {
      risk: 'client',
      field: 'token for /planner/',
      after: `abc of a for https://${ID}.gateway.bedrock-agentcore.us-east-1.amazonaws.com/plans/invocations, ${arn}`,
    },
    { risk: 'url', field: 'registration.address', after: 'gateway' },
  ]);
});

test.each([
  ['another description', changed({ description: 'x' }), ['other source.description']],
  ['another URL', changed({ url: 'https://other.example.com/mcp' }), ['url source.url']],
  [
    'another authorizer',
    changed({
      authorizer: { type: 'CUSTOM_JWT', discoveryUrl: 'https://a.example.com/.well-known/openid-configuration' },
    }),
    ['authorizer source.authorizer.discoveryUrl', 'authorizer source.authorizer.type'],
  ],
  [
    'visibility and groups',
    changed({}, '  visibility: group-restricted\n  groups: [a]\n'),
    ['visibility registration.groups', 'visibility registration.visibility'],
  ],
  ['declined', changed({}, '  register: false\n'), ['removed registration.register']],
  ['headers', changed({}, '  headers:\n    X-Key: something\n'), ['authorizer registration.headers']],
  ['credential', changed({}, 'credential:\n  client: abc\n'), ['client credential.client']],
  ['a comment', changed({}, '# a comment\n'), ['other (only the text changes)']],
  ['gone', new Map(), ['removed ']],
  ['broken', new Map([[pathOf(ID), 'kind: [']]), ['other (the file cannot be read as an entry)']],
])('%s', (_name, after: Tree, expected) => {
  expect(risks(plain, after).toSorted()).toEqual(expected);
});

test('the path of a registration, and of its endpoints', () => {
  const after = new Map([[pathOf(ID), (plain.get(pathOf(ID)) ?? '').replace('/pricing/', '/prices/')]]);
  expect(between(plain, after)).toMatchObject([
    {
      action: 'update',
      account: ACCOUNT,
      region: 'us-east-1',
      kind: 'gateway',
      name: 'pricing',
      path: '/prices/',
      differences: [{ risk: 'path', field: 'registration.path', before: '/pricing/', after: '/prices/' }],
    },
  ]);
});

test("a header's value is never repeated", () => {
  expect(JSON.stringify(between(plain, changed({}, '  headers:\n    X-Key: canary-value\n')))).not.toContain('canary');
});

test('an entry with a new id is replaced, and everything else about it is told too', () => {
  const after = new Map([entry('pricing-bbbbbbbbbb', { description: 'x' })]);
  expect(between(plain, after)).toMatchObject([
    { action: 'replace', from: pathOf(ID), file: pathOf('pricing-bbbbbbbbbb') },
  ]);
  expect(risks(plain, after)).toEqual(['url source.url', 'replaced ', 'other source.description']);
});

test('a client that newly covers an entry comes first, whether the entry is new or changed', () => {
  const context = {
    clientOf: (_value: unknown, path: string) => (path === '/pricing/' ? 'abc of https://issuer' : undefined),
    registries: REGISTRIES,
  };
  expect(risks(new Map(), plain, context)).toEqual(['client token for /pricing/', 'new ']);
  expect(risks(plain, changed({ description: 'x' }), context)).toEqual(['other source.description']);
  const moved = new Map([[pathOf(ID), (plain.get(pathOf(ID)) ?? '').replace('/pricing/', '/prices/')]]);
  expect(risks(moved, plain, context)).toEqual(['client token for /pricing/', 'path registration.path']);
  expect(risks(plain, changed({}, '  register: false\n'), context)).toEqual(['removed registration.register']);
});

test('what people wrote has no account, and what is no entry is left out', () => {
  const manual = [
    'manual/a.yaml',
    'kind: server\nregistration:\n  path: /a/\n  name: A\n  url: https://a.example.com/mcp\n',
  ] as const;
  const found = between(new Map(), new Map([manual, ['README.md', 'x']]));
  expect(found).toMatchObject([{ file: 'manual/a.yaml', name: 'A', path: '/a/', url: 'https://a.example.com/mcp' }]);
  expect(found[0]).not.toHaveProperty('account');
});

test('the same client with another place is told, with both', () => {
  const context = { clientOf: () => 'abc of https://issuer', registries: REGISTRIES };
  const after = new Map([entry('pricing-bbbbbbbbbb')]);
  const [first] = between(plain, after, context)[0]?.differences ?? [];
  const pair = (id: string): string => `abc of https://issuer for ${sourceOf(id).url}, ${sourceOf(id).arn}`;
  expect(first).toEqual({
    risk: 'client',
    field: 'token for /pricing/',
    before: pair(ID),
    after: pair('pricing-bbbbbbbbbb'),
  });
});

const MANUAL = 'manual/a.yaml';
const manual = (lines: string): Tree =>
  new Map([
    [MANUAL, `kind: server\nregistration:\n  path: /a/\n  name: A\n  url: https://a.example.com/mcp\n${lines}`],
  ]);
const SECRET = '  headers:\n    X-Key: { secret: apikey }\n    X-Team: canary-value\n';

test('a header secret is told with each origin that it would newly go to', () => {
  const clientsOf = (before: Tree, after: Tree) =>
    between(before, after).flatMap(({ differences }) => differences.filter(({ risk }) => risk === 'client'));
  const pair = { risk: 'client', field: 'secret apikey in X-Key' } as const;
  expect(clientsOf(new Map(), manual(SECRET))).toEqual([{ ...pair, after: 'https://a.example.com' }]);
  expect(clientsOf(manual(''), manual(SECRET))).toEqual([{ ...pair, after: 'https://a.example.com' }]);
  expect(clientsOf(manual(SECRET), manual(`${SECRET}  sseEndpoint: https://b.example.com/sse\n`))).toEqual([
    { ...pair, before: 'https://a.example.com', after: 'https://a.example.com, https://b.example.com' },
  ]);
  expect(clientsOf(manual(SECRET), manual(`${SECRET}  tags: [a]\n`))).toEqual([]);
  expect(clientsOf(manual(SECRET), manual(`${SECRET}  register: false\n`))).toEqual([]);
});

test('a new entry tells everything that says where requests and credentials go', () => {
  const text = `${SECRET}  mcpEndpoint: https://b.example.com/mcp\n  authScheme: api_key\n  authHeaderName: X-Weather\n`;
  const [change] = between(new Map(), manual(text));
  expect(change?.differences.filter(({ risk }) => risk === 'url' || risk === 'authorizer')).toEqual([
    { risk: 'url', field: 'registration.mcpEndpoint', after: 'https://b.example.com/mcp' },
    { risk: 'authorizer', field: 'registration.authScheme', after: 'api_key' },
    { risk: 'authorizer', field: 'registration.authHeaderName', after: 'X-Weather' },
    { risk: 'authorizer', field: 'registration.headers', after: ['X-Key (secret apikey)', 'X-Team'] },
  ]);
  expect(JSON.stringify(change)).not.toContain('canary');
});

test('places: all of a new entry, of another one what differs', () => {
  const url = 'https://a.example.com/mcp';
  const endpoint = '  mcpEndpoint: https://b.example.com/mcp\n';
  const own = { file: MANUAL, path: '/a/' };
  const endpointField = { ...own, field: 'registration.mcpEndpoint', after: 'https://b.example.com/mcp' };
  expect(placeChanges(between(new Map(), manual(endpoint)))).toEqual([
    { ...own, field: 'url', after: url },
    endpointField,
  ]);
  expect(placeChanges(between(manual(''), manual(endpoint)))).toEqual([endpointField]);
  expect(placeChanges(between(manual(''), new Map()))).toEqual([]);
  const { url: gateway, arn } = sourceOf(ID);
  const scanned = { file: pathOf(ID), path: '/pricing/' };
  expect(placeChanges(between(new Map(), plain))).toEqual([
    { ...scanned, field: 'url', after: gateway },
    { ...scanned, field: 'arn', after: arn },
  ]);
});
