import { describe, expect, it } from 'vitest';
import { renderAccounts } from '../../src/catalogue/accounts-file.ts';
import type { OtherChange } from '../../src/model/other-change.ts';
import type { Review } from '../../src/model/review.ts';
import { accountsProblems, coveredProblems, settingsProblems, sourceProblems } from '../../src/review/problems.ts';

type Source = Review['sources'][number];

const source = (action: Source['action'], vouched: Source['vouched']): Source => ({
  action,
  vouched,
  file: `a/${action}-${vouched}.yaml`,
  ...(action === 'replaced' ? { from: 'a/was.yaml' } : {}),
  fields: [{ field: 'source.url', before: 'https://a.example.com/', after: 'https://b.example.com/' }],
});

const ACTIONS = ['new', 'changed', 'replaced'] as const;

describe('sources that changed', () => {
  it('are an error where they change or replace one and nobody answers for them', () => {
    const severities = (vouched: Source['vouched']) =>
      ACTIONS.map((action) => sourceProblems([source(action, vouched)], 'servers')[0]?.severity);
    expect(severities('nobody')).toEqual(['warning', 'error', 'error']);
    expect(severities('branch')).toEqual(['notice', 'warning', 'warning']);
    expect(severities('scan')).toEqual([undefined, undefined, undefined]);
  });

  it('say where, and what was there before', () => {
    expect(sourceProblems([source('replaced', 'nobody')], 'servers')).toMatchObject([
      {
        rule: 'source-edited',
        place: { file: 'servers/a/replaced-nobody.yaml', pointer: ['source', 'url'] },
        text: 'It stands in the place of a/was.yaml, with another source: source.url https://a.example.com/ → https://b.example.com/.',
      },
    ]);
  });

  it('new ones on the branch of scan are told once', () => {
    const found = sourceProblems([source('new', 'branch'), { ...source('new', 'branch'), file: 'b' }], 'servers');
    expect(found).toMatchObject([{ severity: 'notice', text: expect.stringContaining('2 new entries') }]);
  });
});

describe('what is no entry', () => {
  const changed = (path: string): OtherChange => ({ path, before: 'file', after: 'file' });

  it('is a problem where it decides about trust, wherever it lies', () => {
    const told = ['agentcore-sync.yaml', '.github/workflows/a.yml', 'iam/hub.yaml', 'CODEOWNERS', 'docs/CODEOWNERS'];
    const more = ['.gitattributes', 'servers/.gitattributes', '.gitmodules'];
    const quiet = ['README.md', 'docs/a.md', 'servers/README.md', 'other/iam/a.yaml'];
    const found = settingsProblems([...told, ...more, ...quiet].map(changed), 'agentcore-sync.yaml');
    expect(found.map(({ subject }) => subject)).toEqual([...told, ...more]);
    expect(new Set(found.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
      new Set(['settings-changed warning']),
    );
  });

  it('is found beside a configuration in a folder, too', () => {
    const paths = ['cat/agentcore-sync.yaml', 'cat/iam/hub.yaml', 'iam/other.yaml', '.github/workflows/a.yml'];
    const found = settingsProblems(paths.map(changed), 'cat/agentcore-sync.yaml');
    expect(found.map(({ subject }) => subject)).toEqual(paths.filter((path) => path !== 'iam/other.yaml'));
  });

  it('links and submodules are told, and a configuration that becomes one is an error', () => {
    const found = settingsProblems(
      [
        { path: 'README.md', before: 'file', after: 'link' },
        { path: 'agentcore-sync.yaml', before: 'file', after: 'link' },
        { path: 'vendor', after: 'submodule' },
        { path: 'docs/a', before: 'link' },
      ],
      'agentcore-sync.yaml',
    );
    expect(found.map(({ subject, severity }) => `${subject} ${severity}`)).toEqual([
      'README.md warning',
      'agentcore-sync.yaml error',
      'vendor warning',
      'docs/a warning',
    ]);
  });
});

it('a token that goes somewhere else than so far is a warning, a new one a notice', () => {
  const change = { action: 'update', file: 'a.yaml', name: 'a', path: '/a/' } as const;
  const field = 'token for /a/';
  const found = coveredProblems(
    [
      {
        ...change,
        differences: [
          { risk: 'client', field, before: 'x for https://a', after: 'x for https://b' },
          { risk: 'client', field: 'secret key in X-Key', after: 'https://b' },
          { risk: 'client', field: 'credential.client', after: 'x' },
        ],
      },
    ],
    'servers',
  );
  expect(found.map(({ severity, text }) => `${severity} ${text}`)).toEqual([
    'warning The token for /a/ would come from x for https://b; so far: x for https://a.',
    'notice The secret key in X-Key would go to https://b.',
  ]);
});

describe('the list of accounts', () => {
  const listOf = (path: string, ...ids: readonly string[]) =>
    new Map([['accounts.yaml', renderAccounts(ids.map((id) => ({ id, path })))]]);
  const stood = listOf('o-1/r-1/ou-a', '111111111111', '222222222222');
  const given = { vouched: 'nobody', directory: 'servers' } as const;

  it('is an error where an account moves, comes or goes and nobody answers for it', () => {
    const moved = listOf('o-1/r-1/ou-b', '111111111111', '333333333333');
    expect(accountsProblems(stood, moved, given)).toMatchObject([
      {
        rule: 'source-edited',
        severity: 'error',
        place: { file: 'servers/accounts.yaml' },
        text: expect.stringContaining('it differs in 111111111111, 222222222222, 333333333333.'),
      },
    ]);
    expect(accountsProblems(stood, new Map(), given)).toMatchObject([{ severity: 'error' }]);
    const many = listOf('x', ...Array.from({ length: 9 }, (_, at) => String(100_000_000_000 + at)));
    expect(accountsProblems(many, listOf('x'), given)[0]?.text).toContain('and 4 more');
  });

  it('is a warning where there was none, and nothing where a scan wrote it, or it stays', () => {
    expect(accountsProblems(new Map(), stood, given)).toMatchObject([{ severity: 'warning' }]);
    expect(accountsProblems(stood, stood, given)).toEqual([]);
    for (const vouched of ['scan', 'branch'] as const) {
      expect(accountsProblems(stood, new Map(), { ...given, vouched })).toEqual([]);
    }
  });
});
