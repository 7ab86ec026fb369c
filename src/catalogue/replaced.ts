import { KINDS, namesOf } from '../kinds/table.ts';
import type { Tree } from '../model/catalogue.ts';
import type { Listing, ResourceKey, Sighting, Source } from '../model/resource.ts';
import { type KnownFile, readKnownFiles, readNames } from './known-files.ts';
import { lockRenames } from './locks.ts';

/** A resource that was found and has a source. */
export type FoundSource = Sighting & { readonly source: Source };

export const isFound = (sighting: Sighting): sighting is FoundSource => sighting.source !== undefined;

export interface Replacements {
  readonly pairs: readonly { readonly file: KnownFile; readonly found: FoundSource }[];
  /** Files whose resource is gone for good. */
  readonly removed: readonly KnownFile[];
  /** Files that wait: something of the same name is there, but not READY yet, or the listing did not show everything. */
  readonly held: readonly KnownFile[];
  /** What was found under the name of a file that waits: it gets no file of its own meanwhile. */
  readonly waiting: readonly FoundSource[];
}

const listingKey = ({ account, region, kind }: Pick<ResourceKey, 'account' | 'region' | 'kind'>): string =>
  `${account}/${region}/${kind}`;

/** Account, Region, kind and name; of a kind below another, such as a target, the name counts within that of the resource above. */
const identity = (key: ResourceKey, name: string | undefined, above: string | undefined): string | undefined =>
  name === undefined || (KINDS[key.kind].below !== undefined && above === undefined)
    ? undefined
    : JSON.stringify([listingKey(key), above ?? '', name]);

/** What stays of a file's resource when it gets a new id, as far as the file can be read: account, Region, kind and name. */
export const identityOfFile = (file: KnownFile): string | undefined => {
  const { name, above } = readNames(file);
  return identity(file.key, name, above);
};

/** The same of a resource that was found. */
export const identityOfSource = (key: ResourceKey, source: Source): string | undefined =>
  identity(key, source.value.name, namesOf(source).at(-2));

const ofFound = ({ key, name, source }: FoundSource): string | undefined => identity(key, name, namesOf(source).at(-2));

const looseIdentity = (key: ResourceKey, name: string | undefined): string => JSON.stringify([listingKey(key), name]);

/**
 * Entries with a new id: where one complete listing loses exactly one entry and finds exactly one of the same account,
 * Region, kind and name, it is that entry (infrastructure tools replace a gateway to change it). While one of that name is
 * there but not READY, or was found by a run that did not look at everything, the file waits for a scan that can tell.
 */
export const matchReplacements = (
  lost: readonly KnownFile[],
  strangers: readonly Sighting[],
  listings: readonly Listing[],
): Replacements => {
  const complete = new Set(listings.filter(({ state }) => state === 'complete').map(listingKey));
  const found = Map.groupBy(strangers.filter(isFound), ofFound);
  const pending = new Set(strangers.filter((one) => !isFound(one)).map(({ key, name }) => looseIdentity(key, name)));
  const lostByName = Map.groupBy(lost, identityOfFile);
  const pairs: { file: KnownFile; found: FoundSource }[] = [];
  const removed: KnownFile[] = [];
  const held: KnownFile[] = [];
  const waiting: FoundSource[] = [];
  for (const file of lost) {
    const name = identityOfFile(file);
    const same = name === undefined ? [] : (found.get(name) ?? []);
    const [only, ...more] = same;
    const whole = complete.has(listingKey(file.key));
    if (only !== undefined && whole && more.length === 0 && lostByName.get(name)?.length === 1) {
      pairs.push({ file, found: only });
    } else if (pending.has(looseIdentity(file.key, readNames(file).name)) || (only !== undefined && !whole)) {
      held.push(file);
      waiting.push(...same);
    } else removed.push(file);
  }
  return { pairs, removed, held, waiting };
};

const knownByName = (tree: Tree): ReadonlyMap<string, readonly KnownFile[]> => {
  const files = [...readKnownFiles(tree, '')].flatMap(({ known }) => known ?? []);
  const named = files.flatMap((file) => {
    const name = identityOfFile(file);
    return name === undefined ? [] : [{ name, file }];
  });
  return new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, all]) => [name, all.map(({ file }) => file)]));
};

/**
 * Which files that are gone live on under another name: exactly one gone and one new of the same account, Region, kind
 * and name, as `matchReplacements` renames them; and among `beside` the locks that move with them. Old path to new path.
 */
export const renamedEntries = (
  removed: Tree,
  added: Tree,
  beside: Iterable<string> = removed.keys(),
): ReadonlyMap<string, string> => {
  const now = knownByName(added);
  const entries = new Map(
    [...knownByName(removed)].flatMap(([name, files]): [string, string][] => {
      const [file, found] = [files[0], now.get(name)?.[0]];
      if (!file || !found || files.length !== 1 || now.get(name)?.length !== 1) return [];
      return [[file.path, found.path]];
    }),
  );
  return new Map([...entries, ...lockRenames(entries, beside)]);
};
