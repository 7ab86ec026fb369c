import { type Finding, toProblem } from '../document/finding.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem } from '../model/problem.ts';
import { pathKey } from '../model/registry.ts';
import { type AskedPath, askedPaths, registeredAs } from './asked-paths.ts';

/**
 * True where a server at `lower` takes traffic of one at `upper`: the registry's own knowledge. It holds only where `lower`
 * begins with `upper`, ignoring case and the last slash.
 */
export type Shadows = (upper: string, lower: string) => boolean;

/** The paths above one, nearest last: of `/a/b/c/` `/a/` and `/a/b/`. */
export const pathsAbove = (path: string): readonly string[] => {
  const parts = path.split('/').filter(Boolean);
  return parts.slice(1).map((_, at) => `/${parts.slice(0, at + 1).join('/')}/`);
};

interface Pathed {
  readonly path: string;
}

/** Every pair of which one lies below the other. In time that grows with the paths, not with their square. */
export const shadowPairs = <Item extends Pathed>(
  items: readonly Item[],
  shadows: Shadows,
): readonly { readonly upper: Item; readonly lower: Item }[] => {
  // Sorted, whatever begins with a path stands behind it, in one piece.
  const sorted = items
    .map((item) => ({ item, key: pathKey(item.path) }))
    .toSorted((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  const above: typeof sorted = [];
  return sorted.flatMap((one) => {
    while (above.length > 0 && !one.key.startsWith(above.at(-1)?.key ?? '')) above.pop();
    const pairs = above
      .filter(({ item }) => shadows(item.path, one.item.path))
      .map(({ item }) => ({ upper: item, lower: one.item }));
    above.push(one);
    return pairs;
  });
};

/** One path that an entry asks for as a server. */
interface Asked extends AskedPath {
  readonly file: string;
}

const serversOf = (entries: readonly Entry[]): readonly Asked[] =>
  entries.flatMap(({ path: file, value }) =>
    registeredAs(value) === 'server' ? askedPaths(value).map((asked) => ({ ...asked, file })) : [],
  );

const nameOf = ({ file, endpoint = '', path }: Asked): string => `${file}\n${endpoint}\n${path}`;

/** What a catalogue is compared with: entries that stood before, under the names that their files have now. */
export interface Standing {
  readonly entries: readonly Entry[];
  /** Files that were renamed: old path to new path. */
  readonly renames: ReadonlyMap<string, string>;
}

interface Pair {
  readonly upper: Asked;
  readonly lower: Asked;
}

const pairsOf = (entries: readonly Entry[], shadows: Shadows): readonly Pair[] =>
  shadowPairs(serversOf(entries), shadows).filter(({ upper, lower }) => upper.file !== lower.file);

const finding = (at: Asked, other: Asked, given: { readonly stood: boolean; readonly file: string }): Finding => {
  const pointer =
    at.endpoint === undefined ? ['registration', 'path'] : ['registration', 'endpoints', at.endpoint, 'path'];
  const below = at.path.length > other.path.length;
  const says = below ? `lies below ${other.path}` : `lies above ${other.path}`;
  const why = "the registry's proxy sends what begins with the longer path there, its callers' tokens with it";
  return {
    rule: 'path-shadowed',
    ...(given.stood ? { severity: 'warning' as const } : {}),
    pointer,
    text: `${pointer.join('.')}: ${at.path} ${says} of ${given.file}: ${why}.`,
    hint: 'Give one of the two a path that does not begin with the other.',
  };
};

/**
 * Servers of one entry below those of another: an error, told of the one that is new where the other one stood before; a
 * warning where both stood so. Without `standing` nothing is known to have stood.
 */
export const shadowedPaths = (
  entries: readonly Entry[],
  context: {
    readonly directory: string;
    readonly registries: { readonly shadows: Shadows };
    readonly standing?: Standing;
  },
): readonly Problem[] => {
  const { directory, registries, standing } = context;
  const pairs = pairsOf(entries, registries.shadows);
  if (pairs.length === 0) return [];
  const before = (standing?.entries ?? []).map((entry) => ({
    ...entry,
    path: standing?.renames.get(entry.path) ?? entry.path,
  }));
  const stood = new Set(serversOf(before).map(nameOf));
  const fileOf = ({ file }: Asked): string => `${directory}/${file}`;
  return pairs.map(({ upper, lower }) => {
    const [upperStood, lowerStood] = [stood.has(nameOf(upper)), stood.has(nameOf(lower))];
    const [at, other] = lowerStood && !upperStood ? [upper, lower] : [lower, upper];
    const found = finding(at, other, { stood: upperStood && lowerStood, file: fileOf(other) });
    return { ...toProblem(found, fileOf(at), at.path), about: { files: [fileOf(other)] } };
  });
};
