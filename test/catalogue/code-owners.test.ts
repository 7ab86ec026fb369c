import { describe, expect, it } from 'vitest';
import { codeOwnersOf, codeOwnersProblems, ownedFolders, ownerLines } from '../../src/catalogue/code-owners.ts';
import type { DefaultRow } from '../../src/config/defaults.ts';

const RETAIL = '111111111111';
const PAYMENTS = '222222222222';
const FACTS = {
  aliases: {},
  organization: new Map([[PAYMENTS, { id: PAYMENTS, path: 'o-a/r-b/ou-b-payments1' }]]),
};
const PATHS = [
  `${RETAIL}/us-east-1/gateways/pricing-a1b2c3d4e5.yaml`,
  `${RETAIL}/us-east-1/runtimes/planner-A1B2C3D4E5.yaml`,
  'manual/tools.yaml',
];

const folders = (rows: readonly DefaultRow[], owners: Readonly<Record<string, readonly string[]>> = {}) =>
  ownedFolders({ defaults: { rows }, owners }, { accounts: [PAYMENTS], paths: PATHS, facts: FACTS });

describe('the folders that somebody owns', () => {
  it('are those of accounts, and of a Region and kind where its owners are others', () => {
    const rows: DefaultRow[] = [
      { values: { owners: ['@acme/platform'] } },
      { match: { ou: 'ou-b-*' }, values: { owners: ['acme/payments'] } },
      { match: { kind: 'runtime', account: RETAIL }, values: { owners: ['alice'] } },
    ];
    expect(ownerLines(folders(rows), 'servers')).toEqual([
      `/servers/${RETAIL}/ @acme/platform`,
      `/servers/${RETAIL}/us-east-1/runtimes/ @acme/platform @alice`,
      `/servers/${PAYMENTS}/ @acme/platform @acme/payments`,
    ]);
  });

  it('come from owners by account; names own no folder, and what nobody owns has no line', () => {
    expect(folders([], { '1111*': ['bob'], pricing: ['mallory'] })).toEqual([
      { folder: `${RETAIL}/`, owners: ['@bob'] },
    ]);
    expect(folders([])).toEqual([]);
  });
});

describe('CODEOWNERS as GitHub reads it', () => {
  it.each([
    ['* @all', 'servers/1/x.yaml', ['@all']],
    ['/servers/ @s', 'servers/1/r/x.yaml', ['@s']],
    ['servers/ @s', 'other/servers/x.yaml', ['@s']],
    ['/servers/ @s', 'other/servers/x.yaml', []],
    ['/servers/* @s', 'servers/1/x.yaml', []],
    ['/servers/* @s', 'servers/x.yaml', ['@s']],
    ['*.yaml @y', 'servers/1/x.yaml', ['@y']],
    ['/servers/**/gateways/ @g', 'servers/1/r/gateways/x.yaml', ['@g']],
    ['# * @all\n\n/servers @s # whose', 'servers/1/x.yaml', ['@s']],
    ['* @all\n/servers/1/ @one\r\n/servers/2/ @two', 'servers/1/x.yaml', ['@one']],
    ['/servers/1/ @one\n* @all', 'servers/1/x.yaml', ['@all']],
    ['/servers/1/ @one\n/servers/1/', 'servers/1/x.yaml', []],
  ])('%j for %s: %j', (text, path, expected) => {
    expect(codeOwnersOf(text)(path)).toEqual(expected);
  });
});

describe('what CODEOWNERS lacks', () => {
  const owned = folders([{ match: { account: '*' }, values: { owners: ['@acme/platform', 'alice'] } }]);
  const judged = (text: string) =>
    codeOwnersProblems(owned, { path: '.github/CODEOWNERS', text, directory: 'cat/servers' });

  it('is told with the lines to add', () => {
    expect(judged(`/cat/servers/${RETAIL}/ @Alice @acme/platform @more\n`)).toMatchObject([
      {
        rule: 'code-owners',
        severity: 'warning',
        place: { file: '.github/CODEOWNERS' },
        text: `One folder has owners in the configuration whom .github/CODEOWNERS does not ask for review: cat/servers/${PAYMENTS}/.`,
        lines: [`/cat/servers/${PAYMENTS}/ @acme/platform @alice`],
      },
    ]);
    expect(judged('')).toMatchObject([{ lines: ownerLines(owned, 'cat/servers') }]);
  });

  it('is nothing once they are added, and again something where a later line takes them away', () => {
    const added = `* @acme/platform\n${ownerLines(owned, 'cat/servers').join('\n')}\n`;
    expect(judged(added)).toEqual([]);
    expect(judged(`${added}/cat/ @acme/platform\n`)).toMatchObject([
      { text: expect.stringContaining('2 folders have') },
    ]);
  });
});
