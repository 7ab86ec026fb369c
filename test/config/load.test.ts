import { expect, test } from 'vitest';
import { loadConfiguration, parseConfiguration } from '../../src/config/load.ts';

const problems = (text: string) =>
  parseConfiguration('agentcore-sync.yaml', text).problems.map(({ rule, place, text: said, hint }) => ({
    rule,
    at: `${place?.line}:${place?.column}`,
    said,
    hint,
  }));

test('a whole configuration is read', () => {
  const { configuration, problems: none } = parseConfiguration(
    'agentcore-sync.yaml',
    'owner: platform-catalogue\naws:\n  accounts: ["111111111111"]\n  regions: all\nlimits: { deletes: 10%, updates: 3 }\n',
  );
  expect(none).toEqual([]);
  expect(configuration).toEqual({
    owner: 'platform-catalogue',
    aws: { accounts: ['111111111111'], regions: 'all' },
    limits: { deletes: '10%', updates: 3 },
  });
});

test('an empty file, or one of comments, is an empty configuration', () => {
  for (const text of ['', '\n', '# nothing yet\n'])
    expect(parseConfiguration('c.yaml', text)).toEqual({ configuration: {}, problems: [] });
});

test('unknown keys, junk values and unquoted accounts are told all at once, each with its place', () => {
  expect(problems('ownr: x\naws:\n  accounts: [111111111111]\n  role: "a b"\n  regons: []\n')).toEqual([
    {
      rule: 'configuration-schema',
      at: '1:1',
      said: 'The key "ownr" is not known in the file.',
      hint: 'Did you mean owner?',
    },
    {
      rule: 'configuration-schema',
      at: '5:3',
      said: 'The key "regons" is not known in aws.',
      hint: 'Did you mean regions?',
    },
    {
      rule: 'configuration-schema',
      at: '3:14',
      said: 'aws.accounts[0]: expected a text, met 111111111111.',
      hint: 'Put it in quotes.',
    },
    {
      rule: 'configuration-schema',
      at: '4:3',
      said: 'aws.role: expected a role\'s name, not its ARN, met "a b".',
      hint: undefined,
    },
  ]);
});

test('a choice between forms is one problem', () => {
  expect(problems('registry: { url: "https://r.example", token: { vault: x } }\n').map(({ said }) => said)).toEqual([
    'registry.token: expected one of the forms in docs/configuration.md, met keys and values.',
  ]);
});

test('secrets come only from variables that may hold one', () => {
  expect(problems('registry: { token: { env: AWS_SECRET_ACCESS_KEY } }\n').length).toBe(1);
  expect(problems('registry: { token: { env: REGISTRY_TOKEN } }\n')).toEqual([]);
});

test('anchors, duplicate keys and second documents are refused', () => {
  expect(problems('aws: &a { role: R }\nscan: *a\n').map(({ rule }) => rule)).toContain('file-syntax');
  expect(problems('owner: abc\nowner: abd\n').map(({ rule }) => rule)).toEqual(['file-syntax']);
});

test('only a file that was named must be there', async () => {
  expect(await loadConfiguration('no/such/file.yaml', false)).toEqual({ configuration: {}, problems: [] });
  const named = await loadConfiguration('no/such/file.yaml', true);
  expect(named.problems.map((problem) => problem.text)).toEqual([
    'Reading the configuration no/such/file.yaml: expected a file, met none.',
  ]);
});
