import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOf } from '../../src/catalogue/layout.ts';
import { validateCatalogue } from '../../src/catalogue/validate.ts';
import type { Tree } from '../../src/model/catalogue.ts';
import { keyText, type Listing, type ScanResult, type Sighting } from '../../src/model/resource.ts';
import { anyPublicHost, gateway, pending, REGISTRIES, runtime, scanInto, scanOf, target } from './world.ts';

const where = fc.record({
  account: fc.constantFrom('111111111111', '222222222222', '012345678901'),
  region: fc.constantFrom('us-east-1', 'eu-west-1'),
  suffix: fc.constantFrom('aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'),
});
const names = fc.constantFrom('pricing', 'Pricing', 'price-tools', 'tools', 'health', 'x', `${'long-'.repeat(9)}name`);
const description = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('Price lookups'))
  .filter((text) => text.isWellFormed());

const sighting: fc.Arbitrary<Sighting> = fc.oneof(
  fc.tuple(names, where, description).map(([name, place, text]) => gateway(name, place, { description: text })),
  // A runtime that turns from agent to server needs another path, which only a person may write: one protocol a name.
  fc
    .tuple(fc.constantFrom(['planner', 'A2A'], ['Planner', 'MCP'], ['pricing', 'HTTP']), where, description)
    .map(([[name = '', protocol = ''], place, text]) => runtime(name, place, { protocol, description: text })),
  fc
    .tuple(names, where, fc.constantFrom('orders', 'Live Orders'))
    .map(([name, place, own]) => target(own, gateway(name, place))),
  fc.tuple(names, where).map(([name, place]) => pending(gateway(name, place))),
);

const world = fc.uniqueArray(sighting, { selector: ({ key }) => keyText(key), maxLength: 14 });

const NOTHING: Tree = new Map();

/** A scan that lists everything: what earlier worlds had and this one has not is gone. */
const fullScan = (now: readonly Sighting[], earlier: readonly Sighting[] = []): ScanResult => {
  const there = new Set(now.map(({ key }) => keyText(key)));
  return scanOf(
    now,
    earlier.map(({ key }) => key).filter((key) => !there.has(keyText(key))),
  );
};

const asRecord = (tree: Tree) => Object.fromEntries([...tree].sort(([left], [right]) => (left < right ? -1 : 1)));

const pathProblems = (tree: Tree) =>
  validateCatalogue(tree, {
    directory: 'servers',
    dnsSuffix: () => 'amazonaws.com',
    hosts: anyPublicHost,
    registries: REGISTRIES,
  }).problems.filter(({ severity }) => severity === 'error');

describe('laws of a scan', () => {
  it('changes no byte when the world is as it was', () => {
    fc.assert(
      fc.property(world, (now) => {
        const { tree } = scanInto(NOTHING, fullScan(now));
        expect(scanInto(tree, fullScan(now)).changes).toEqual([]);
      }),
    );
  });

  it('gives the same files for any order of answers', () => {
    fc.assert(
      fc.property(world, world, fc.infiniteStream(fc.nat(1000)), (first, second, dice) => {
        const shuffled = <Item>(items: readonly Item[]): Item[] =>
          items
            .map((item) => ({ item, rank: dice.next().value ?? 0 }))
            .sort((left, right) => left.rank - right.rank)
            .map(({ item }) => item);
        const tree = scanInto(NOTHING, fullScan(first)).tree;
        const scan = fullScan(second, first);
        const other: ScanResult = {
          ...scan,
          sightings: shuffled(scan.sightings),
          gone: shuffled(scan.gone),
          listings: shuffled(scan.listings),
        };
        const turned = new Map(shuffled([...tree]));
        expect(asRecord(scanInto(turned, other).tree)).toEqual(asRecord(scanInto(tree, scan).tree));
      }),
    );
  });

  it('never gives two registrations one path, nor one that the registry or the schema refuses', () => {
    fc.assert(
      fc.property(world, world, (first, second) => {
        const before = scanInto(NOTHING, fullScan(first)).tree;
        const { tree } = scanInto(before, fullScan(second, first));
        expect(pathProblems(before)).toEqual([]);
        expect(pathProblems(tree)).toEqual([]);
      }),
    );
  });

  it('changes nothing outside the scope of a narrowed run', () => {
    fc.assert(
      fc.property(world, world, fc.constantFrom('111111111111', '222222222222'), (first, second, account) => {
        const { tree } = scanInto(NOTHING, fullScan(first));
        const full = fullScan(second, first);
        const inside = <Item extends { readonly key: { readonly account: string } }>({ key }: Item) =>
          key.account === account;
        const narrowed: ScanResult = {
          ...full,
          sightings: full.sightings.filter(inside),
          gone: full.gone.filter((key) => key.account === account),
          listings: full.listings.map(
            (listing): Listing => (listing.account === account ? listing : { ...listing, state: 'not-asked' }),
          ),
        };
        const { changes } = scanInto(tree, narrowed, { prune: true });
        expect(changes.filter(({ path }) => !path.startsWith(`${account}/`))).toEqual([]);
      }),
    );
  });

  it('deletes and renames only what was seen to be gone', () => {
    fc.assert(
      fc.property(world, world, fc.boolean(), (first, second, cut) => {
        const { tree } = scanInto(NOTHING, fullScan(first));
        const scan = cut ? { ...scanOf(second), gone: [] } : fullScan(second, first);
        const { changes, tree: after } = scanInto(tree, scan);
        const allowed = new Set(scan.gone.map(pathOf));
        const missing = [...tree.keys()].filter((path) => !after.has(path));
        expect(missing.filter((path) => !allowed.has(path))).toEqual([]);
        expect(changes.filter(({ action }) => action === 'delete' || action === 'replace').length).toBe(missing.length);
      }),
    );
  });

  it('keeps the path that an entry once got', () => {
    fc.assert(
      fc.property(world, world, (first, second) => {
        const { tree } = scanInto(NOTHING, fullScan(first));
        const { tree: after } = scanInto(
          tree,
          fullScan([...first, ...second.filter(({ key }) => !first.some((one) => keyText(one.key) === keyText(key)))]),
        );
        for (const [path, text] of tree)
          expect(after.get(path)?.split('\nregistration:')[1]).toBe(text.split('\nregistration:')[1]);
      }),
    );
  });
});
