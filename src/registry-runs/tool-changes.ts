import { lockPath, readLockOf } from '../catalogue/tool-locks.ts';
import type { Asked } from '../engine/choose-disabled.ts';
import type { AtRegistry } from '../model/at-registry.ts';
import type { Disabling, Registration } from '../model/registration.ts';
import { barePath } from '../model/registry.ts';
import type { DisabledState } from '../model/tools-disabled.ts';
import { listDigest } from '../model/tools-lock.ts';
import type { Rendered } from '../registration/render.ts';
import type { Catalogue } from '../running/catalogue.ts';
import type { CommandContext } from '../running/context.ts';
import { entriesByFile, renderSettings } from '../running/rendering.ts';
import { type Found, readFound, readSeen } from '../verify/found-results.ts';
import { agreeOn, breaksLock } from '../verify/second-look.ts';
import type { Disabled } from './disable-catalogue.ts';

/**
 * What a registration is to be disabled for, as far as it was reviewed and was listed to the end. `onlyStanding`: nothing that
 * disables it; the list that was seen last must be the one that is reviewed all the same.
 */
const disablingFor = (
  { origin }: Registration,
  {
    found,
    catalogue,
    directory,
    at,
  }: { readonly found: Found; readonly catalogue: Catalogue; readonly directory: string; readonly at: number },
): Pick<Asked, 'disabling' | 'onlyStanding'> | undefined => {
  const path = lockPath(origin);
  const reviewed = readLockOf(catalogue.tree, origin, directory);
  const there = readFound(found, path);
  if (there === undefined || reviewed === undefined || !('lock' in reviewed)) return undefined;
  const list = listDigest(there.lock);
  const disabling: Disabling = { by: 'tools', at, list, reviewed: listDigest(reviewed.lock) };
  const isSure = breaksLock(reviewed.lock, there.lock) && agreeOn(list, readSeen(found, path));
  return isSure ? { disabling } : { disabling, onlyStanding: true };
};

/**
 * What is to be disabled: names, settings and what was reviewed come from the catalogue at hand, and of the folder nothing but the
 * lists of tools of these very entries is looked at.
 */
export const askedOf = (
  { registrations }: Pick<Rendered, 'registrations'>,
  {
    context,
    catalogue,
    found,
  }: { readonly context: CommandContext; readonly catalogue: Catalogue; readonly found: Found },
): readonly Asked[] => {
  const { settings, clock } = context;
  const { directory } = settings;
  const { defaultsOf } = renderSettings(settings, catalogue.accounts);
  const entryOf = entriesByFile(catalogue.entries);
  const at = Math.floor(clock.now() / 1000);
  return registrations.flatMap((registration): Asked[] => {
    if (defaultsOf(entryOf(registration).value).onToolChange.value !== 'disable') return [];
    const asked = disablingFor(registration, { found, catalogue, directory, at });
    return asked === undefined ? [] : [{ registration, ...asked }];
  });
};

/** Since when each registration is off for its tools, and the registries of which that is not known. */
export const statesOf = (registries: readonly AtRegistry<Disabled>[]): readonly DisabledState[] => {
  const off = registries.flatMap(({ name, result }) => (result?.forTools ?? []).map((one) => ({ ...one, name })));
  const isOn = (path: string, { result }: AtRegistry<Disabled>): boolean =>
    result === undefined || result.enabled.some((one) => barePath(one) === path);
  return [...Map.groupBy(off, ({ path }) => barePath(path))]
    .map(([path, there]) => ({
      path,
      since: Math.min(...there.map(({ since }) => since)),
      notIn: registries.filter((one) => isOn(path, one)).map(({ name }) => name),
    }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
};
