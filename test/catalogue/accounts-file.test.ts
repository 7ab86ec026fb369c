import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAccounts, renderAccounts } from '../../src/catalogue/accounts-file.ts';
import { classifyChanges, treeChanges } from '../../src/catalogue/change-risk.ts';
import { pathOf } from '../../src/catalogue/layout.ts';
import type { TreeRead } from '../../src/catalogue/tree.ts';
import { buildSettings } from '../../src/config/build-settings.ts';
import type { Tree } from '../../src/model/catalogue.ts';
import type { OrganizationAccount } from '../../src/model/resource.ts';
import { systemClock } from '../../src/net/clock.ts';
import { requestBody } from '../../src/report/request-body.ts';
import { judgeCatalogue } from '../../src/running/catalogue.ts';
import type { CommandContext } from '../../src/running/context.ts';
import { gateway, REGISTRIES, runtime, scanInto, scanOf } from './world.ts';

const [RETAIL, LOGISTICS, STRANGER] = ['111111111111', '222222222222', '999999999999'];
const named = (id: string, name: string): OrganizationAccount => ({ id, name, path: 'o-exampleorgid/r-exam' });
const organization = [named(LOGISTICS, 'logistics'), named(RETAIL, 'retail')];

const account = fc.record(
  {
    id: fc.stringMatching(/^[0-9]{12}$/),
    name: fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }).filter((text) => text.isWellFormed()),
    path: fc.stringMatching(/^[a-z0-9/-]{1,40}$/),
  },
  { requiredKeys: ['id'] },
);

describe('accounts.yaml', () => {
  it('gives back what was written, sorted, the same bytes for any order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(account, { selector: ({ id }) => id, maxLength: 6 }), (accounts) => {
        const text = renderAccounts(accounts);
        expect(renderAccounts(accounts.toReversed())).toBe(text);
        const sorted = accounts.toSorted((left, right) => (left.id < right.id ? -1 : 1));
        expect(readAccounts('accounts.yaml', text)).toEqual({ accounts: sorted });
      }),
    );
    expect(renderAccounts(organization)).toBe(
      [
        '# The accounts of the organization that the configuration asks for. Written by scan.',
        'accounts:',
        '  - id: "111111111111"',
        '    name: retail',
        '    path: o-exampleorgid/r-exam',
        '  - id: "222222222222"',
        '    name: logistics',
        '    path: o-exampleorgid/r-exam',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['accounts:\n  - id: 111111111111\n', 'twelve digits'],
    ['accounts:\n  - { id: "111111111111", role: x }\n', '"role" is not known'],
    ['accounts:\n  - { id: "111111111111", name: 1 }\n', 'name and path as texts'],
    ['accounts: all\n', 'a list'],
    ['accounts: []\nmore: 1\n', 'nothing else'],
    ['accounts: [\n', ''],
  ])('refuses %j', (text, expected) => {
    const read = readAccounts('servers/accounts.yaml', text);
    expect('problems' in read ? read.problems.map((problem) => problem.text).join() : 'taken').toContain(expected);
    expect('problems' in read).toBe(true);
  });
});

describe('a scan of an organization', () => {
  const scan = scanOf([gateway('pricing')], [], { organization });

  it('writes the accounts, and nothing where they are as they were or were not asked for', () => {
    const first = scanInto(new Map(), scan);
    expect(first.tree.get('accounts.yaml')).toBe(renderAccounts(organization));
    expect(scanInto(first.tree, scan).changes).toEqual([]);
    expect(scanInto(first.tree, scanOf([gateway('pricing')])).changes).toEqual([]);
    const more = { ...scan, organization: [...organization, named(STRANGER, 'new')] };
    expect(scanInto(first.tree, more).changes).toMatchObject([{ action: 'update', path: 'accounts.yaml' }]);
    expect(scanInto(new Map(), scan, { refused: new Set(['accounts.yaml']) }).tree.has('accounts.yaml')).toBe(false);
  });

  it('lets the resources of an account wait until the account is merged', () => {
    const joined = scanOf([gateway('pricing'), gateway('routing', { account: LOGISTICS })], [], { organization });
    const { tree, problems } = scanInto(new Map(), joined, { accounts: new Set([RETAIL]) });
    expect([...tree.keys()].toSorted()).toEqual([pathOf(gateway('pricing').key), 'accounts.yaml'].toSorted());
    expect(problems).toMatchObject([{ rule: 'account-new', severity: 'notice', subject: LOGISTICS }]);
  });

  it('is shown account by account', () => {
    const before: Tree = new Map([['accounts.yaml', renderAccounts(organization)]]);
    const after: Tree = new Map([
      ['accounts.yaml', renderAccounts([named(RETAIL, 'retail'), named(STRANGER, 'evil | x')])],
    ]);
    const changes = classifyChanges(treeChanges(before, after), {
      clientOf: () => undefined,
      registries: REGISTRIES,
      before,
      after,
    });
    expect(changes).toMatchObject([{ kind: 'accounts', differences: [{ field: LOGISTICS }, { field: STRANGER }] }]);
    expect(changes[0]?.differences.every(({ risk }) => risk === 'accounts')).toBe(true);
    const body = requestBody({ changes, outside: [], unseen: [], places: [], problems: [] } as never, 60_000);
    expect(body).toContain('Accounts of the organization');
    expect(body).toContain(STRANGER);
  });
});

describe('the guard under aws.organization', () => {
  const context = (include: string[] = []): CommandContext => {
    const aws = { organization: { include } };
    const { settings } = buildSettings({ command: 'validate', values: {}, origins: {}, configuration: { aws } });
    return { settings, environment: {}, clock: systemClock } as CommandContext;
  };
  const read = (tree: Tree): TreeRead => ({ tree, refused: new Set(), problems: [] });
  const catalogue = scanInto(new Map(), scanOf([gateway('pricing'), runtime('planner')], [], { organization })).tree;
  const forged = scanInto(catalogue, scanOf([gateway('evil', { account: STRANGER })])).tree;
  const told = (tree: Tree, base?: Tree, include: string[] = []) =>
    judgeCatalogue(read(tree), context(include), base === undefined ? undefined : read(base)).problems.map(
      ({ rule, severity }) => `${severity} ${rule}`,
    );

  it('refuses an entry of a stranger’s account', () => {
    expect(told(catalogue)).toEqual([]);
    expect(told(forged)).toEqual(['error entry-ids']);
    expect(told(forged, undefined, [STRANGER])).toEqual([]);
  });

  it('takes the accounts of the base: nobody brings the list by which he is judged', () => {
    const widened = new Map([...forged, ['accounts.yaml', renderAccounts([...organization, named(STRANGER, 'x')])]]);
    expect(told(widened)).toEqual([]);
    expect(told(widened, catalogue)).toEqual(['error entry-ids']);
  });

  it('warns where no list is known, and tells what is wrong with one', () => {
    const without = new Map([...forged].filter(([path]) => path !== 'accounts.yaml'));
    expect(told(without)).toEqual(['warning accounts-unknown']);
    expect(told(forged, without)).toEqual(['warning accounts-unknown']);
    expect(told(new Map([...forged, ['accounts.yaml', 'accounts: all\n']]))).toEqual([
      'error schema',
      'warning accounts-unknown',
    ]);
  });
});
