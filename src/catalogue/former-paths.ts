import { pathKey } from '../model/registry.ts';
import { keyText, type ResourceKey } from '../model/resource.ts';
import { pathsAbove, type Shadows } from './shadows.ts';

/** What had a path: the resource, and what stays the same when it gets a new id. Neither: an entry written by hand. */
export interface PathHolder {
  readonly key?: ResourceKey;
  /** What stays of a resource with a new id: account, Region, kind and name. */
  readonly identity?: string | undefined;
}

/** A registry path that an entry of the history had. */
export interface FormerPath {
  /** As the entry spelled it. */
  readonly path: string;
  readonly holder: PathHolder;
}

const isSame = (one: PathHolder, other: PathHolder): boolean =>
  (one.key !== undefined && other.key !== undefined && keyText(one.key) === keyText(other.key)) ||
  (one.identity !== undefined && one.identity === other.identity);

const spelled = (path: string): string => path.toLowerCase();

/**
 * Tells of a path whether something else had it before: its clients still call there, with their tokens. `former`: newest
 * first, so that of several holders the last one counts. With `shadows` a server's path below or above a former one is
 * held as well.
 */
export const formerHolders = (
  former: readonly FormerPath[],
  shadows: Shadows,
): ((path: string, asking: PathHolder) => boolean) => {
  const last = new Map<string, FormerPath>();
  for (const one of former) {
    if (!last.has(pathKey(one.path))) last.set(pathKey(one.path), one);
  }
  const servers = [...last.values()].filter(({ path }) => path.endsWith('/'));
  const exact = new Map(servers.map((one) => [spelled(one.path), one]));
  const below = Map.groupBy(
    servers.flatMap((one) => pathsAbove(spelled(one.path)).map((above) => ({ above, one }))),
    ({ above }) => above,
  );
  return (path, asking) => {
    const others = (found: FormerPath | undefined): boolean => found !== undefined && !isSame(found.holder, asking);
    if (others(last.get(pathKey(path)))) return true;
    if (!path.endsWith('/')) return false;
    const outer = pathsAbove(spelled(path)).flatMap((above) => exact.get(above) ?? []);
    const inner = below.get(spelled(path)) ?? [];
    return (
      outer.some((one) => others(one) && shadows(one.path, path)) ||
      inner.some(({ one }) => others(one) && shadows(path, one.path))
    );
  };
};
