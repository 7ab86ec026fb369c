import type { ConfirmPlaces } from '../model/confirmation.ts';
import { isPlace } from '../model/places.ts';
import type { Blocked, Change, PlacingChange, Plan } from '../model/plan.ts';
import { changePath } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Snapshot } from '../model/registry.ts';
import { barePath } from '../model/registry.ts';
import { listedScheme } from './credential-step.ts';
import { unconfirmedProblems } from './unconfirmed.ts';

/**
 * Fields whose change puts the registration at another place, or sends a secret to the one that it has. The mark's file and
 * identity stand for the resource: another one is another place, whatever the URL says.
 */
const PLACING: ReadonlySet<string> = new Set(['headers', 'mark.file', 'mark.identity']);

/** Where a write erases the credential, it sends it again. */
const sendsAgain = (
  change: Extract<Change, { action: 'update' }>,
  { conduct, listed }: Pick<Snapshot, 'conduct' | 'listed'>,
): boolean =>
  conduct.erases &&
  change.fields.some(({ field }) => field !== 'enabled' && field !== 'authScheme') &&
  listed.some(
    (one) =>
      one.type === 'server' && barePath(one.path) === barePath(change.registered.path) && listedScheme(one) !== 'none',
  );

/**
 * Whether a change registers something, moves it, or sends a credential. What moves nothing, switches off or deletes needs
 * no answer of AWS.
 */
const isPlacing = (change: Change, snapshot: Snapshot | undefined): change is PlacingChange => {
  switch (change.action) {
    case 'create':
    case 'replace':
      return true;
    case 'update':
      return (
        change.adopts === true ||
        change.credential === 'set' ||
        change.credential === 'renew' ||
        change.fields.some(({ field }) => isPlace(field) || PLACING.has(field)) ||
        (snapshot !== undefined && sendsAgain(change, snapshot))
      );
    case 'delete':
    case 'unchanged':
    case 'conflict':
      return false;
  }
};

/** Whether a registration is one of an AWS resource: what people wrote by hand is confirmed by nobody but them. */
const isScanned = ({ registration }: PlacingChange): boolean => registration.identity.arn !== undefined;

/** A plan that no registry and nobody else was asked for: it says how many of its changes apply will ask AWS about. */
export const leaveToApply = (plan: Plan): Plan => {
  const toConfirm = plan.changes.filter((change) => isPlacing(change, undefined) && isScanned(change)).length;
  return toConfirm === 0 ? plan : { ...plan, toConfirm };
};

export interface ConfirmContext {
  readonly snapshot: Snapshot;
  readonly confirm: ConfirmPlaces;
  /** A plan only: where nobody could ask for want of credentials, apply is to. */
  readonly forecast: boolean;
}

const problemsOf = (blocked: readonly Blocked[]): readonly Problem[] =>
  unconfirmedProblems(blocked.map(({ change, why }) => ({ path: changePath(change), why })));

/** What a plan says of a registration that gets no credential is not so of one that is not made. */
const stillTrue = (blocked: readonly Blocked[]): ((problem: Problem) => boolean) => {
  const paths = new Set(blocked.map(({ change }) => changePath(change)));
  return ({ rule, subject }) => rule !== 'credential-missing' || !paths.has(subject);
};

/**
 * Asks AWS about the places of a plan's changes, before any of them is made. What is not confirmed leaves the changes and
 * is blocked; the rest of the plan stays as it is.
 */
export const confirmPlan = async (plan: Plan, { snapshot, confirm, forecast }: ConfirmContext): Promise<Plan> => {
  const placing = plan.changes.filter((change) => isPlacing(change, snapshot)).filter(isScanned);
  if (placing.length === 0) return plan;
  const answerOf = confirm(placing.map(({ registration }) => registration));
  const answers = new Map(
    await Promise.all(placing.map(async (change) => [change, await answerOf(change.registration)] as const)),
  );
  const open = placing.filter((change) => forecast && answers.get(change)?.type === 'unasked');
  const blocked = placing.flatMap((change): Blocked[] => {
    const why = answers.get(change);
    if (why === undefined || why.type === 'confirmed' || open.includes(change)) return [];
    return [{ blocked: 'unconfirmed', change, why }];
  });
  const stopped = new Set<Change>(blocked.map(({ change }) => change));
  return {
    ...plan,
    changes: plan.changes.filter((change) => !stopped.has(change)),
    ...(blocked.length === 0 ? {} : { blocked }),
    ...(open.length === 0 ? {} : { toConfirm: open.length }),
    problems: [...plan.problems.filter(stillTrue(blocked)), ...(forecast ? problemsOf(blocked) : [])],
  };
};
