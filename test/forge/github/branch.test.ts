import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver, type PeopleEdits, sameTree, shortfall, type ThreeTrees } from '../../../src/forge/github/branch.ts';
import type { Tree } from '../../../src/model/catalogue.ts';
import { entry, rules } from './support.ts';

const tree = (files: Readonly<Record<string, string>>): Tree => new Map(Object.entries(files));
const nobody: PeopleEdits = { touched: new Set(), removed: new Map() };
const carry = (
  ancestor: Readonly<Record<string, string>>,
  base: Readonly<Record<string, string>>,
  head: Readonly<Record<string, string>>,
  people: PeopleEdits = nobody,
): Record<string, string> =>
  Object.fromEntries(carryOver({ ancestor: tree(ancestor), base: tree(base), head: tree(head) }, people, rules));

const paths = fc.constantFrom('a.yaml', 'b.yaml', 'c.yaml', 'manual/d.yaml');
const texts = fc
  .tuple(fc.constantFrom('1', '2'), fc.constantFrom('x', 'y'))
  .map(([source, text]) => entry(source, text));
const trees: fc.Arbitrary<Tree> = fc.array(fc.tuple(paths, texts), { maxLength: 5 }).map((files) => new Map(files));
const plain = { ...rules, renames: () => new Map<string, string>() };

describe('carryOver', () => {
  it('is the base where the branch did nothing, and the branch where the base did nothing', () => {
    fc.assert(
      fc.property(trees, trees, (one, two) => {
        expect(sameTree(carryOver({ ancestor: one, base: two, head: one }, nobody, plain), two)).toBe(true);
        expect(sameTree(carryOver({ ancestor: one, base: one, head: two }, nobody, plain), two)).toBe(true);
        expect(sameTree(carryOver({ ancestor: one, base: two, head: two }, nobody, plain), two)).toBe(true);
      }),
    );
  });

  it("loses nothing that a person's commit holds and the base does not contradict", () => {
    fc.assert(
      fc.property(trees, trees, trees, (ancestor, base, head) => {
        const touched = new Set([...head.keys()].filter((path) => head.get(path) !== ancestor.get(path)));
        const carried = carryOver({ ancestor, base, head }, { touched, removed: new Map() }, plain);
        for (const path of touched) expect(carried.has(path)).toBe(true);
      }),
    );
  });

  it('is sorted by path', () => {
    expect(Object.keys(carry({}, { z: '1', a: '1' }, { m: '2' }))).toEqual(['a', 'm', 'z']);
  });

  it('merges an entry that both changed', () => {
    const merged = carry({ a: entry('1', 'x') }, { a: entry('1', 'base') }, { a: entry('2', 'x') });
    expect(merged).toEqual({ a: entry('2', 'base') });
  });

  it("keeps the base's edit where the branch removed, and its removal where only we changed", () => {
    expect(carry({ a: entry('1') }, { a: entry('1', 'base') }, {})).toEqual({ a: entry('1', 'base') });
    expect(carry({ a: entry('1') }, {}, { a: entry('2') })).toEqual({});
    const people = { touched: new Set(['a']), removed: new Map() };
    expect(carry({ a: entry('1') }, {}, { a: entry('2', 'mine') }, people)).toEqual({ a: entry('2', 'mine') });
  });

  it('declines what a person removed, with the newest text, and lets go what is theirs', () => {
    const removed = new Map([
      ['a', entry('1')],
      ['new', entry('9')],
      ['manual/d.yaml', entry('5')],
      ['both', entry('7')],
    ]);
    const people = { touched: new Set<string>(), removed };
    const ancestor = { a: entry('1'), 'manual/d.yaml': entry('5'), both: entry('7') };
    const base = { a: entry('2'), 'manual/d.yaml': entry('5') };
    expect(carry(ancestor, base, {}, people)).toEqual({
      a: entry('2', 'register false'),
      new: entry('9', 'register false'),
    });
  });

  it('carries an edit of the base over to the new name of an entry', () => {
    const carried = carry({ old: entry('g@1', 'x') }, { old: entry('g@1', 'base') }, { new: entry('g@2', 'x') });
    expect(carried).toEqual({ new: entry('g@2', 'base') });
    expect(carry({ old: entry('g@1') }, { old: entry('g@1') }, { new: entry('g@2') })).toEqual({ new: entry('g@2') });
  });
});

describe('shortfall', () => {
  const of = (ancestor: object, base: object, head: object, wanted: object) =>
    shortfall(
      { ancestor: tree({ ...ancestor }), base: tree({ ...base }), head: tree({ ...head }) } satisfies ThreeTrees,
      tree({ ...wanted }),
    );

  it('is nothing where a merge already gives the wanted files', () => {
    expect(of({ a: '1' }, { a: '1', b: '1' }, { a: '2' }, { a: '2', b: '1' })).toEqual({ paths: [], conflict: false });
    expect(of({ a: '1' }, { a: '2' }, { a: '2' }, { a: '2' })).toEqual({ paths: [], conflict: false });
  });

  it('names what is missing, and whether a merge is needed', () => {
    expect(of({ a: '1' }, { a: '1' }, { a: '1' }, { a: '2', b: '1' })).toEqual({ paths: ['a', 'b'], conflict: false });
    expect(of({ a: '1' }, { a: '2' }, { a: '3' }, { a: '3' })).toEqual({ paths: ['a'], conflict: true });
    expect(of({ a: '1' }, { a: '2' }, { a: '1' }, { a: '3' })).toEqual({ paths: ['a'], conflict: true });
    expect(of({ a: '1' }, { a: '1' }, { a: '2' }, {})).toEqual({ paths: ['a'], conflict: false });
  });
});
