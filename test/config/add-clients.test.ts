import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addClients, type ClientToAdd } from '../../src/config/add-clients.ts';
import { parseConfiguration } from '../../src/config/load.ts';

const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Pool1';

const client = (more: Partial<ClientToAdd> = {}): ClientToAdd => ({
  issuer: ISSUER,
  account: '111111111111',
  id: 'abc',
  serves: '111111111111/orders/',
  ...more,
});

const add = (text: string, ...clients: readonly ClientToAdd[]): string => {
  const done = addClients('agentcore-sync.yaml', text, clients);
  if ('refused' in done) throw new Error(done.refused);
  return done.text;
};

const BLOCK = [
  'issuers:',
  `  - issuer: "${ISSUER}"`,
  '    account: "111111111111"',
  '    clients:',
  '      - { id: "abc", secret: cognito, for: ["111111111111/orders/"] }',
  '',
].join('\n');

test('a configuration without issuers gets the block at its end; the comments and bytes before it stay', () => {
  const before = '# ours\nowner:   "acme"   # quoted\n\n# the end';
  expect(add(before, client())).toBe(`${before}\n${BLOCK}`);
  expect(add(`${before}\n`, client())).toBe(`${before}\n${BLOCK}`);
  expect(add('', client())).toBe(BLOCK);
  expect(add('# nothing yet\n', client())).toBe(`# nothing yet\n${BLOCK}`);
});

test('issuers in the middle: behind the last one, at the indentation of the list, with its line ends', () => {
  const before = [
    'issuers: # who',
    '- issuer: https://idp.example.com',
    '  clients:',
    '  - id: other # theirs',
    '    for: ["1*"]   # tail',
    '  # below',
    'owner: acme',
    '',
  ].join('\r\n');
  const after = [
    'issuers: # who',
    '- issuer: https://idp.example.com',
    '  clients:',
    '  - id: other # theirs',
    '    for: ["1*"]   # tail',
    `- issuer: "${ISSUER}"`,
    '  account: "111111111111"',
    '  clients:',
    '    - { id: "abc", secret: cognito, for: ["111111111111/orders/"] }',
    '  # below',
    'owner: acme',
    '',
  ].join('\r\n');
  expect(add(before, client())).toBe(after);
});

test.each([
  ['a list of lines', `    clients:\n      - id: old\n        for: [x] # c\n`, '      - { id: "abc", '],
  ['a list in brackets', `    clients: [{ id: old, for: [x] }] # c\n`, '[{ id: old, for: [x] }, {"id":"abc",'],
])('an issuer that stands there gets the client: %s', (_, clients, expected) => {
  const before = `issuers:\n  - issuer: ${ISSUER}\n${clients}owner: acme\n`;
  const after = add(before, client());
  expect(after).toContain(expected);
  expect(after).toContain('# c\n');
  expect(parseConfiguration('x.yaml', after).configuration.issuers?.[0]?.clients).toEqual([
    { id: 'old', for: ['x'] },
    { id: 'abc', secret: 'cognito', for: ['111111111111/orders/'] },
  ]);
});

test('a client that stands there stays as people wrote it, whatever it serves', () => {
  const before = `issuers:\n  - issuer: ${ISSUER}\n    clients: [{ id: abc, for: ["*"], secret: { env: OAUTH_A } }]\n`;
  expect(add(before, client())).toBe(before);
});

test.each([
  ['a map in braces', '{ "owner": "acme" }\n'],
  ['an empty map', '{}\n'],
  ['an empty list', 'owner: acme\nissuers: [] # none\nrules: {}\n'],
  ['issuers in brackets', `issuers: [{ issuer: "https://a.example", clients: [{ id: a, for: [b] }] }]\n`],
])('other forms: %s', (_, before) => {
  const after = add(before, client());
  const { configuration, problems } = parseConfiguration('x.yaml', after);
  expect(problems).toEqual([]);
  expect(configuration.issuers?.at(-1)).toMatchObject({ issuer: ISSUER, clients: [{ id: 'abc' }] });
  expect(add(after, client())).toBe(after);
});

test.each([
  ['a key without a value', 'owner: acme\nissuers:\n'],
  ['a text', 'issuers: none\n'],
  ['what cannot be read', 'owner: [\n'],
])('what has no place for them is left alone: %s', (_, before) => {
  expect(addClients('agentcore-sync.yaml', before, [client()])).toHaveProperty('refused');
});

test('law: texts of strangers come out as they went in, twice is once, and every line that was there stays in its order', () => {
  const text = fc.string({ minLength: 1, maxLength: 30 }).filter((one) => one.trim() !== '' && !/[\p{C}]/u.test(one));
  const plain = fc.constantFrom(
    '',
    '# a comment\n',
    'owner: acme # who\n',
    `issuers:\n  # first\n  - issuer: https://a.example\n    clients:\n      - { id: a, for: [b] } # c\n\n# between\nowner: acme\n`,
    `owner: acme\nissuers:\n- issuer: https://a.example\n  clients:\n  - id: a\n    for:\n    - b\n`,
  );
  fc.assert(
    fc.property(plain, fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (before, pairs) => {
      const wanted = pairs.map(([issuer, id]) => client({ issuer, id }));
      const done = addClients('x.yaml', before, wanted);
      fc.pre('text' in done);
      const after = 'text' in done ? done.text : '';
      expect(addClients('x.yaml', after, wanted)).toEqual({ text: after });
      const { configuration } = parseConfiguration('x.yaml', after);
      for (const { issuer, id } of wanted) {
        const own = configuration.issuers?.filter((one) => one.issuer === issuer) ?? [];
        expect(own.flatMap(({ clients }) => clients.filter((one) => one.id === id))).toHaveLength(1);
      }
      const lines = after.split('\n');
      let at = -1;
      for (const line of before.trimEnd().split('\n')) {
        at = lines.indexOf(line, at + 1);
        expect(at).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 100 },
  );
});
