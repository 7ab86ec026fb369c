import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tree } from '../../src/model/catalogue.ts';
import { overlayScope, ownRequests, type RequestScope, scopeOf, wantedOf } from '../../src/requests/split.ts';

const A = '111111111111';
const B = '222222222222';
const C = '333333333333';
const path = (account: string, id: string | number): string => `${account}/us-east-1/gateways/g-${id}.yaml`;
const tree = (...entries: readonly (readonly [string, string])[]): Tree => new Map(entries);
const many = (account: string, count: number): (readonly [string, string])[] =>
  Array.from({ length: count }, (_, at) => [path(account, at), 'new'] as const);

const NONE: ReadonlySet<string> = new Set();
const question = { base: tree(), wanted: tree(), by: 'catalogue', open: NONE } as const;

describe('ownRequests', () => {
  it('one request for everything, up to 1,000 files of a first scan', () => {
    expect([...ownRequests({ ...question, wanted: tree(...many(A, 500), ...many(B, 500)) }, NONE)]).toEqual([]);
    expect([...ownRequests({ ...question, wanted: tree(...many(A, 500), ...many(B, 501)) }, NONE)]).toEqual([A, B]);
  });

  it('a large account that the base knows is no first scan', () => {
    const base = tree([path(A, 'old'), 'old']);
    const wanted = tree(...base, ...many(A, 2000), ...many(B, 10));
    expect([...ownRequests({ ...question, base, wanted }, NONE)]).toEqual([]);
  });

  it('an account keeps its own request until it is merged, also where the rest is small by then', () => {
    const base = tree(...many(A, 600));
    const wanted = tree(...base, ...many(B, 300), ...many(C, 5));
    expect([...ownRequests({ ...question, base, wanted, open: new Set([B]) }, NONE)]).toEqual([B]);
    expect([...ownRequests({ ...question, base, wanted }, new Set([B]))]).toEqual([B]);
    expect([...ownRequests({ ...question, base: wanted, wanted }, NONE)]).toEqual([]);
  });

  it('one for each account that changes, where that is asked for', () => {
    const base = tree([path(A, 1), 'a'], [path(B, 1), 'b'], [path(C, 1), 'c'], ['manual/m.yaml', 'm']);
    const wanted = tree([path(A, 1), 'changed'], [path(C, 1), 'c'], ['manual/m.yaml', 'mine']);
    expect([...ownRequests({ ...question, base, wanted, by: 'account' }, NONE)].sort()).toEqual([A, B]);
  });
});

describe('wantedOf', () => {
  const trees = fc.dictionary(
    fc.oneof(
      fc.tuple(fc.constantFrom(A, B, C), fc.constantFrom('x', 'y')).map(([account, id]) => path(account, id)),
      fc.constantFrom('manual/m.yaml', 'README.md'),
    ),
    fc.constantFrom('one', 'two', 'three'),
    { maxKeys: 8 },
  );
  const toTree = (entries: Readonly<Record<string, string>>): Tree => new Map(Object.entries(entries));

  it('the requests together bring every account’s entries to what is wanted, and each touches only its own', () => {
    fc.assert(
      fc.property(trees, trees, fc.subarray([A, B, C]), (baseEntries, wantedEntries, split) => {
        const [base, wanted, own] = [toTree(baseEntries), toTree(wantedEntries), new Set(split)];
        const scopes: RequestScope[] = [{ branch: 'scan' }, ...split.map((account) => scopeOf('scan', account))];
        const merged = scopes.reduce(
          (all, scope) =>
            overlayScope({ under: all, over: wantedOf({ base, carried: base, wanted }, scope, own) }, scope, own),
          base,
        );
        const scanned = (of: Tree) => [...of].filter(([name]) => /^\d/.test(name)).sort();
        expect(scanned(merged)).toEqual(scanned(wanted));
        for (const account of split) {
          const mine = wantedOf({ base, carried: base, wanted }, scopeOf('scan', account), own);
          for (const [name, text] of base) if (!name.startsWith(account)) expect(mine.get(name)).toBe(text);
        }
      }),
    );
  });
});
