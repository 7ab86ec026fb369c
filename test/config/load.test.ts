import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadConfiguration, loadConfigurationAt, parseConfiguration } from '../../src/config/load.ts';
import { plainPath, repositoryPath } from '../../src/config/repository.ts';

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
    expect(parseConfiguration('c.yaml', text)).toMatchObject({ configuration: {}, problems: [] });
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
    'registry.token: expected { env }, or { file }, or { github-oidc }, or { issuer, client }, met keys and values.',
  ]);
});

test.each([
  [
    'aws: { regions: us-east-1 }',
    'all, or list: a Region such as us-east-1; for example ["us-east-1","eu-west-1"], met "us-east-1"',
  ],
  ['limits: { deletes: 150% }', 'number, 0 or more, or a share of at most 100% such as 20%; for example 5, met "150%"'],
  ['limits: { deletes: -1 }', 'number, 0 or more, or a share of at most 100% such as 20%; for example 5, met -1'],
])('%s shows the forms that the place takes', (text, said) => {
  expect(problems(`${text}\n`).map((problem) => problem.said)).toEqual([expect.stringContaining(`expected ${said}.`)]);
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
  expect(await loadConfiguration('no/such/file.yaml', false)).toMatchObject({ configuration: {}, problems: [] });
  const named = await loadConfiguration('no/such/file.yaml', true);
  expect(named.problems.map((problem) => problem.text)).toEqual([
    'Reading the configuration no/such/file.yaml: expected a file, met none.',
  ]);
});

/** A repository with files, committed, that is the working directory until the test ends. */
const inRepository = (files: Readonly<Record<string, string>>, below = '.'): string => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'configuration-')));
  const before = process.cwd();
  onTestFinished(() => {
    process.chdir(before);
    rmSync(root, { recursive: true });
  });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  commit(root);
  process.chdir(join(root, below));
  return root;
};

const commit = (root: string): void => {
  const git = (...words: string[]) => execFileSync('git', ['-C', root, ...words], { stdio: 'ignore' });
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'a');
};

const told = ({ problems: met }: Awaited<ReturnType<typeof loadConfigurationAt>>) =>
  met.map(({ rule, text }) => `${rule} ${text}`);

const BROKEN = 'bogus: 1\n';

describe('a configuration at a commit', () => {
  test('is the same file however its path is spelled', async () => {
    const root = inRepository({ 'cat/agentcore-sync.yaml': BROKEN }, 'cat');
    for (const path of [
      'agentcore-sync.yaml',
      './agentcore-sync.yaml',
      join(root, 'cat/agentcore-sync.yaml'),
      '../cat/agentcore-sync.yaml',
    ])
      for (const named of [true, false])
        expect(told(await loadConfigurationAt('HEAD', path, named)), path).toEqual([
          'configuration-schema The key "bogus" is not known in the file.',
        ]);
    process.chdir(root);
    expect(told(await loadConfigurationAt('HEAD', 'cat/agentcore-sync.yaml'))).toHaveLength(1);
  });

  test('must be there where it was named', async () => {
    const root = inRepository({ 'agentcore-sync.yaml': BROKEN });
    expect(await loadConfigurationAt('HEAD', 'other.yaml')).toMatchObject({ configuration: {}, problems: [] });
    for (const path of ['other.yaml', join(root, 'other.yaml'), '/nowhere/other.yaml'])
      expect(told(await loadConfigurationAt('HEAD', path, true)), path).toEqual([
        expect.stringMatching(
          /^configuration-unreadable .*other\.yaml at HEAD: expected a file, met (none|a path outside)/,
        ),
      ]);
    expect(told(await loadConfigurationAt('nothing', 'agentcore-sync.yaml'))).toEqual([
      expect.stringContaining('expected a commit of this repository'),
    ]);
  });

  test('is no symbolic link, neither there nor in the working directory', async () => {
    const root = inRepository({ 'x.yaml': 'owner: other-owner\n', 'real/agentcore-sync.yaml': 'owner: other-owner\n' });
    symlinkSync('x.yaml', join(root, 'agentcore-sync.yaml'));
    symlinkSync('real', join(root, 'linked'));
    commit(root);
    for (const path of ['agentcore-sync.yaml', join(root, 'agentcore-sync.yaml')]) {
      expect(told(await loadConfigurationAt('HEAD', path)), path).toEqual([expect.stringContaining('a symbolic link')]);
      expect(told(await loadConfiguration(path, false)), path).toEqual([expect.stringContaining('a symbolic link')]);
    }
    expect(told(await loadConfiguration('linked/agentcore-sync.yaml', true))).toEqual([
      expect.stringContaining('a symbolic link'),
    ]);
    expect(told(await loadConfigurationAt('HEAD', 'linked/agentcore-sync.yaml', true))).toHaveLength(1);
    expect((await loadConfiguration('real/agentcore-sync.yaml', true)).configuration.owner).toBe('other-owner');
  });
});

test.runIf(process.platform !== 'win32')('a device and a folder hold no configuration, nor the run', async () => {
  inRepository({ 'servers/manual/a.yaml': '' });
  for (const path of ['/dev/zero', 'servers']) {
    expect(told(await loadConfiguration(path, true)), path).toEqual([
      expect.stringContaining('expected a file, met something else'),
    ]);
  }
});

test('a path from the repository’s root, from wherever the run is', async () => {
  const root = inRepository({ 'cat/servers/manual/a.yaml': '', 'b.yaml': '' }, 'cat');
  for (const path of ['servers', './servers/', 'servers//', '../cat/servers', join(root, 'cat/servers')])
    expect(await repositoryPath(path), path).toBe('cat/servers');
  expect(await repositoryPath('../b.yaml')).toBe('b.yaml');
  expect(await repositoryPath('..')).toBe('');
  expect(await repositoryPath('../../outside')).toBeUndefined();
  const link = `${root}-link`;
  symlinkSync(root, link);
  onTestFinished(() => rmSync(link));
  expect(await repositoryPath(join(link, 'cat/servers'))).toBe('cat/servers');
});

test('one spelling of a path', () => {
  const spelled = ['servers', './servers', 'servers/', 'servers//', './/servers/./', 'a/../servers'].map(plainPath);
  expect(new Set(spelled)).toEqual(new Set(['servers']));
  expect(['.', './', '/', '/a/b/', 'a//b'].map(plainPath)).toEqual(['.', '.', '/', '/a/b', 'a/b']);
});
