import type { Problem } from '../model/problem.ts';
import type { Disabling, Origin, Registration } from '../model/registration.ts';
import { barePath, type Listed, listedScheme, type Registry, type Snapshot } from '../model/registry.ts';
import { holderOf, type Owning } from './ownership.ts';

/** A registration that is switched off: not served, and without a credential. */
export const disabledBy = (registration: Registration, disabling: Disabling): Registration =>
  registration.type === 'server'
    ? { ...registration, enabled: false, authScheme: 'none', disabling }
    : { ...registration, enabled: false, disabling };

const originKey = ({ file, endpoint }: Origin): string => JSON.stringify([file, endpoint ?? '']);

/**
 * What the registry must go on doing without: registrations that a person switched off there stay off, at whatever path
 * their file registers them now, until the file says something else than it said then of being enabled.
 */
export const keepDisabled = (
  registrations: readonly Registration[],
  listed: readonly Listed[],
  owning: Owning,
): readonly Registration[] => {
  const off = new Map(
    listed.flatMap((one): [string, Disabling][] => {
      const mark = one.mark.type === 'mark' ? one.mark.mark : undefined;
      if (mark?.disabling === undefined || holderOf(one, owning).type !== 'ours') return [];
      return [[originKey(mark), mark.disabling]];
    }),
  );
  if (off.size === 0) return registrations;
  return registrations.map((registration) => {
    const disabling = off.get(originKey(registration.origin));
    const says = registration.from['enabled'] === 'entry' ? registration.enabled : undefined;
    const lifted = disabling === undefined || (says !== undefined && says !== disabling.said);
    return lifted ? registration : disabledBy(registration, disabling);
  });
};

/** Nothing is switched off in silence: what is off without a word of its file is told until there is one. */
export const disabledProblems = (registrations: readonly Registration[]): readonly Problem[] =>
  registrations.flatMap(({ path, disabling, origin }): Problem[] =>
    disabling === undefined
      ? []
      : [
          {
            rule: 'disabled-at-once',
            severity: 'warning',
            subject: path,
            text: `${path} is switched off since ${new Date(disabling.at * 1000).toISOString()}: ${disabling.reason}.`,
            hint: `Write registration.enabled in ${origin.file}: false keeps it off, true lifts it.`,
          },
        ],
  );

/** What of ours a registry holds for some registrations: at their paths, or by the files that they come from. */
export const standingFor = (
  chosen: readonly Registration[],
  listed: readonly Listed[],
  owning: Owning,
): readonly Listed[] => {
  const origins = new Set(chosen.map(({ origin }) => originKey(origin)));
  const paths = new Set(chosen.map(({ path }) => barePath(path)));
  return listed.filter((one) => {
    if (one.mark.type !== 'mark' || holderOf(one, owning).type !== 'ours') return false;
    return origins.has(originKey(one.mark.mark)) || paths.has(barePath(one.path));
  });
};

/**
 * Takes the credential of what stands there away, and switches it off: nothing else is read or waited for. Gives what is
 * left to a person, where the registry lets only a person switch it off. Rejects with SyncError registry/*, network/*.
 */
export const switchOff = async (
  listed: Listed,
  registry: Registry,
  snapshot: Snapshot,
): Promise<string | undefined> => {
  if (listed.type === 'server' && listedScheme(listed) !== 'none') {
    await registry.run({ type: 'withdraw', path: listed.path }, snapshot);
  }
  if (!listed.enabled) return undefined;
  const result = await registry.run({ type: 'disable', address: listed }, snapshot);
  return result === 'done' ? undefined : 'only a person can disable it in this registry; its credential is withdrawn';
};
