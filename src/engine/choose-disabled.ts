import type { Limit } from '../config/settings.ts';
import type { Problem } from '../model/problem.ts';
import type { Disabling, Registration } from '../model/registration.ts';
import type { Listed } from '../model/registry.ts';
import { disabledBy, isLifted, type KeepContext, saidOf, standingFor } from './disabling.ts';
import { countOurs } from './ownership.ts';
import { permitted } from './safety.ts';

/** A registration that is to be switched off, and why. */
export interface Asked {
  readonly registration: Registration;
  readonly disabling: Disabling;
  /**
   * Only the mark is brought up to date where it is off for its tools already, so that the list that was seen last is the one
   * that lifts it: nothing is switched off for this.
   */
  readonly onlyStanding?: true;
}

/** How many of ours may be switched off in one run, and which files that does not count. */
export interface DisableLimit {
  readonly limit: Limit;
  readonly isAllowed: (file: string) => boolean;
}

/** What was asked for and is beyond the limit: nothing of it is done. */
export interface Beyond {
  /** As the registry spells them. */
  readonly paths: readonly string[];
  readonly most: number;
  readonly ours: number;
}

export interface Chosen {
  readonly asked: readonly Asked[];
  /** What of ours stands there for them. */
  readonly standing: readonly Listed[];
  readonly beyond?: Beyond;
}

/** One of them may always be disabled where the limit is a share: of few registrations five percent are none. */
const mostOf = (limit: Limit, ours: number): number | undefined => {
  const most = permitted(limit, ours);
  return most === undefined || limit.type === 'count' || limit.percent === 0 ? most : Math.max(1, most);
};

const disablingOf = ({ mark }: Listed): Disabling | undefined =>
  mark.type === 'mark' ? mark.mark.disabling : undefined;

const standsOff = (listed: Listed): boolean => disablingOf(listed)?.by === 'tools';

/**
 * Whether another list than the one in the mark is to be reviewed now. Not where git has lifted it, which is apply's to do; nor
 * where it is back at what was reviewed when it was switched off: nobody has looked since.
 */
const isOutdated = (listed: Listed, { registration, disabling }: Asked, context: KeepContext): boolean => {
  const stood = disablingOf(listed);
  if (stood?.by !== 'tools' || disabling.by !== 'tools' || isLifted(stood, registration, context)) return false;
  return stood.reviewed !== undefined && stood.reviewed !== disabling.list;
};

/**
 * Which of what was asked for is switched off at a registry. What is off for its tools already is no news for the limit;
 * beyond the limit nothing is switched off.
 */
export const chooseDisabled = (
  asked: readonly Asked[],
  {
    listed,
    context,
    most,
  }: { readonly listed: readonly Listed[]; readonly context: KeepContext; readonly most?: DisableLimit },
): Chosen => {
  const of = (some: readonly Asked[], among = listed): readonly Listed[] =>
    standingFor(
      some.map(({ registration }) => registration),
      among,
      context,
    );
  const standOff = of(asked).filter(standsOff);
  const isOff = (one: Asked): boolean => of([one], standOff).length > 0;
  const possible = asked.filter(
    (one) => one.onlyStanding !== true || of([one], standOff).some((listed) => isOutdated(listed, one, context)),
  );
  const standing = of(possible);
  if (most === undefined) return { asked: possible, standing };
  const ours = countOurs(listed, context);
  const permits = mostOf(most.limit, ours);
  const taken = standing.filter(
    (one) => one.enabled && disablingOf(one) === undefined && !most.isAllowed(one.file ?? ''),
  );
  if (permits === undefined || taken.length <= permits) return { asked: possible, standing };
  const off = possible.filter(isOff);
  return {
    asked: off,
    standing: of(off),
    beyond: { paths: taken.map(({ path }) => path).toSorted(), most: permits, ours },
  };
};

/** What is said of tools that changed in more registrations than one run may disable. */
export const beyondProblem = ({ paths, most, ours }: Beyond): Problem => ({
  rule: 'limit-disables',
  severity: 'error',
  subject: 'disable',
  text: `The tools of ${paths.length} registrations changed; the limit is ${most} of ${ours}. None of them is disabled.`,
  hint: 'Review the pull requests "Tools changed", or raise limits.disables on the default branch, in a pull request without any entry.',
});

/** Registrations as they are to be: those that were chosen are switched off. */
export const withChosen = (
  registrations: readonly Registration[],
  asked: readonly Asked[],
): readonly Registration[] => {
  const chosen = new Map(asked.map(({ registration, disabling }) => [registration, disabling]));
  return registrations.map((one) => {
    const disabling = chosen.get(one);
    if (disabling === undefined) return one;
    const said = saidOf(one);
    return disabledBy(one, { ...disabling, ...(said === undefined ? {} : { said }) });
  });
};
