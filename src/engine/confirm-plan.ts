import type { ConfirmPlaces } from '../model/confirmation.ts';
import { isPlace } from '../model/places.ts';
import type { Blocked, Change, PlacingChange, Plan } from '../model/plan.ts';
import { changePath } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { listedAt, type RegistryTraits, type Snapshot } from '../model/registry.ts';
import { carriesToken, stepsOf } from './steps.ts';
import { unconfirmedProblems } from './unconfirmed.ts';

/**
 * Fields whose change puts the registration at another place, or sends a secret to the one that it has. The mark's file and
 * identity stand for the resource: another one is another place, whatever the URL says.
 */
const PLACING: ReadonlySet<string> = new Set(['headers', 'mark.file', 'mark.identity']);

/** What tells whether the steps of a change send a credential. */
interface Registries {
  readonly traits: RegistryTraits;
  readonly snapshot: Snapshot;
}

/** Whether one of its steps sends a credential: where a write erases it, it is sent again. */
const sendsAgain = (
  change: Extract<Change, { action: 'update' }>,
  registry: Registries & { readonly at: ReturnType<typeof listedAt> },
): boolean => {
  const listed = registry.at(change.registered);
  return listed !== undefined && stepsOf(change, { listed, token: true }, registry).some(carriesToken);
};

/**
 * Whether a change registers something, moves it, or sends a credential. What moves nothing, switches off or deletes needs
 * no answer of AWS.
 */
const isPlacing = (
  change: Change,
  registry: (Registries & { readonly at: ReturnType<typeof listedAt> }) | undefined,
): change is PlacingChange => {
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
        (registry !== undefined && sendsAgain(change, registry))
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

export interface ConfirmContext extends Registries {
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
export const confirmPlan = async (plan: Plan, { confirm, forecast, ...registries }: ConfirmContext): Promise<Plan> => {
  const at = listedAt(registries.snapshot.listed);
  const placing = plan.changes.filter((change) => isPlacing(change, { ...registries, at })).filter(isScanned);
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
