import type { Problem } from '../model/problem.ts';
import type { Disabling, Origin, Registration } from '../model/registration.ts';
import { barePath, type Listed, listedScheme, type Mark, type Registry, type Snapshot } from '../model/registry.ts';
import { sinceText } from '../model/since.ts';
import { holderOf, type Owning } from './ownership.ts';

/** A registration that is switched off: not served, and without a credential. */
export const disabledBy = (registration: Registration, disabling: Disabling): Registration =>
  registration.type === 'server'
    ? { ...registration, enabled: false, authScheme: 'none', disabling }
    : { ...registration, enabled: false, disabling };

const originKey = ({ file, endpoint }: Origin): string => JSON.stringify([file, endpoint ?? '']);

/** Which list of tools git holds the lock of, for what an entry or a named endpoint of it registers: its digest. */
export type LockedList = (origin: Origin) => string | undefined;

/** What keeping something switched off takes, besides the registry's list. */
export interface KeepContext extends Owning {
  /** Absent: nobody looked, and no lock lifts anything. */
  readonly lockedList?: LockedList;
}

/** What the file says of being enabled; undefined: nothing. */
export const saidOf = ({ from, enabled }: Registration): boolean | undefined =>
  from['enabled'] === 'entry' ? enabled : undefined;

/** Whether git has spoken since: the file says something else of being enabled, or the lock of what was seen is there. */
export const isLifted = (disabling: Disabling, registration: Registration, { lockedList }: KeepContext): boolean => {
  const says = registration.disabling === undefined ? saidOf(registration) : registration.disabling.said;
  if (says !== undefined && says !== disabling.said) return true;
  return disabling.by === 'tools' && lockedList?.(registration.origin) === disabling.list;
};

/**
 * One disabling of two. What a person switched off waits for a person; where tools changed again, the list that was seen
 * last is the one that must be reviewed.
 */
const joined = (stood: Disabling, fresh: Disabling | undefined): Disabling => {
  if (fresh === undefined || stood.by === 'person') return stood;
  return fresh.by === 'person' ? fresh : { ...stood, list: fresh.list };
};

/**
 * What the registry must go on doing without: registrations that were switched off at once stay off, at whatever path
 * their file registers them now, and whatever file now registers the path of one that is gone, until git says otherwise.
 */
export const keepDisabled = (
  registrations: readonly Registration[],
  listed: readonly Listed[],
  context: KeepContext,
): readonly Registration[] => {
  const off = listed.flatMap((one): [Mark, Disabling][] => {
    const mark = one.mark.type === 'mark' ? one.mark.mark : undefined;
    if (mark?.disabling === undefined || holderOf(one, context).type !== 'ours') return [];
    return [[mark, mark.disabling]];
  });
  if (off.length === 0) return registrations;
  const byOrigin = new Map(off.map(([mark, disabling]) => [originKey(mark), disabling]));
  const here = new Set(registrations.map(({ origin }) => originKey(origin)));
  const left = off.filter(([mark]) => !here.has(originKey(mark)));
  const byPath = new Map(left.map(([mark, disabling]) => [barePath(mark.path), disabling]));
  return registrations.map((registration) => {
    const stood = byOrigin.get(originKey(registration.origin)) ?? byPath.get(barePath(registration.path));
    if (stood === undefined || isLifted(stood, registration, context)) return registration;
    return disabledBy(registration, joined(stood, registration.disabling));
  });
};

/** Nothing is switched off in silence: what is off without a word of its file is told until there is one. */
export const disabledProblems = (registrations: readonly Registration[]): readonly Problem[] =>
  registrations.flatMap(({ path, disabling, origin }): Problem[] =>
    disabling === undefined
      ? []
      : [{ ...disabledProblem(path, disabling, origin), severity: 'warning', subject: path }],
  );

const disabledProblem = (
  path: string,
  disabling: Disabling,
  { file }: Origin,
): Pick<Problem, 'rule' | 'text' | 'hint'> =>
  disabling.by === 'person'
    ? {
        rule: 'disabled-at-once',
        text: `${path} is switched off since ${new Date(disabling.at * 1000).toISOString()}: ${disabling.reason}.`,
        hint: `Write registration.enabled in ${file}: false keeps it off, true lifts it.`,
      }
    : {
        rule: 'tools-disabled',
        text: `${path} is disabled since ${sinceText(disabling.at)} because its tools changed; merge the lock to enable it.`,
        hint: `verify opens a pull request "Tools changed" with that lock. Where its tools are the reviewed ones again: write registration.enabled in ${file}.`,
      };

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
