import type { Shadows } from '../catalogue/shadows.ts';
import { compareTexts } from '../model/compare-texts.ts';
import type { Change, Plan } from '../model/plan.ts';
import { changePath, changeType } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { type ConflictReason, conflictText, type DeleteReason, type HeldBy, heldText } from '../model/reasons.ts';
import type { Registration } from '../model/registration.ts';
import {
  type Address,
  addressKey,
  type Listed,
  listedAt,
  type Mark,
  pathKey,
  type Refused,
  type Wanted,
} from '../model/registry.ts';
import { type Adopting, adoptionOf, isUnread, lossProblems } from './adopting.ts';
import { expectsCredential } from './credential-step.ts';
import { disabledProblems, type KeepContext, keepDisabled } from './disabling.ts';
import { countOurs, holderOf, notedArn } from './ownership.ts';
import type { Planned, UpdateContext } from './plan-update.ts';
import { credentialProblems, planUpdate, registeredOf } from './plan-update.ts';
import { besideStrangers, standsBelow } from './strangers.ts';

export interface PlanContext extends UpdateContext, KeepContext {
  /** Which servers take another one's traffic, as this kind of registry has it. */
  readonly shadows: Shadows;
  /** What stands at a wanted path without anybody's mark, and becomes ours. */
  readonly adopt: Adopting;
  /** Register group-restricted servers where everybody would see them. */
  readonly allowUnenforcedVisibility: boolean;
  /** Files whose registrations are unknown in this run: what they registered stays as it is. */
  readonly withheld: ReadonlySet<string>;
}

const conflict = (
  registration: Registration,
  why: ConflictReason,
  rule: Problem['rule'] = 'path-conflict',
): Planned => ({
  change: { action: 'conflict', registration, why },
  problems: [
    {
      rule,
      severity: 'error',
      subject: registration.path,
      text: `${registration.path} is left out: ${conflictText(why)}.`,
    },
  ],
});

const planCreate = ({ registration, enabledBy }: Wanted, context: PlanContext): Planned => {
  const ready = !expectsCredential(registration) || context.hasCredential(registration);
  const byHand = registration.enabled && enabledBy === 'person';
  return {
    change: { action: 'create', registration },
    problems: [...lockProblems(registration), ...credentialProblems(registration, ready)],
    ...(byHand ? { byHand: true as const } : {}),
  };
};

/** What is new and waits for the review of its tools. */
const lockProblems = ({ awaitsLock, path }: Registration): Problem[] =>
  awaitsLock === true
    ? [
        {
          rule: 'tools-unlocked',
          severity: 'notice',
          subject: path,
          text: `${path} is registered and not enabled: a tool lock is required, and it has none.`,
          hint: 'Write one with lock; it is enabled once that is merged.',
        },
      ]
    : [];

/** What is nobody's at a wanted path: it becomes ours where a person said so, and is known whole. */
const planAdoption = (wanted: Wanted, listed: Listed, context: PlanContext & { readonly by: HeldBy }): Planned => {
  const { registration } = wanted;
  const choice = adoptionOf(context.adopt, listed.path);
  const held = { type: 'held', by: context.by, path: listed.path } as const;
  if (choice === 'no') return conflict(registration, { ...held, adopting: 'allowed' });
  // What another tool made for this very resource holds nothing that the scan does not know.
  const same = registration.identity.arn !== undefined && notedArn(listed) === registration.identity.arn;
  if (choice !== 'named' && !same && isUnread(listed)) return conflict(registration, { ...held, adopting: 'unread' });
  const planned = planUpdate(wanted, listed, { ...context, adopts: true });
  const lost = lossProblems(registration, context.traits.losses(listed, context.snapshot));
  return { ...planned, problems: [...lost, ...planned.problems] };
};

/** Whether it is enabled there, and not by somebody who put his hand to what we registered as not enabled. */
const standsEnabled = (listed: Listed | undefined): boolean =>
  listed?.enabled === true && (listed.mark.type !== 'mark' || listed.mark.mark.awaitsLock !== true);

/** What waits for the review of its tools is not enabled by us; what is enabled stays so. */
const awaitingLock = <Asked extends Wanted | Refused>(asked: Asked, listed: Listed | undefined): Asked => {
  const { registration } = asked;
  const waits = registration.awaitsLock === true && registration.enabled && !standsEnabled(listed);
  return waits ? { ...asked, registration: { ...registration, enabled: false } } : asked;
};

const planOne = (given: Wanted | Refused, listed: Listed | undefined, context: PlanContext): Planned => {
  const asked = awaitingLock(given, listed);
  const { registration } = asked;
  if ('rule' in asked) {
    const stays = listed !== undefined && holderOf(listed, context).type === 'ours';
    return conflict(registration, { type: 'refused', by: asked.why, stays }, asked.rule);
  }
  if (!listed) return planCreate(asked, context);
  const holder = holderOf(listed, context);
  switch (holder.type) {
    case 'ours':
      return planUpdate(asked, listed, { ...context, adopts: false });
    case 'adoptable':
    case 'orphaned':
      return planAdoption(asked, listed, { ...context, by: holder.by });
    case 'foreign':
      return conflict(registration, { type: 'held', by: holder.by, path: listed.path, adopting: 'no' });
    case 'other-repository':
      return conflict(registration, { type: 'held', by: { type: holder.type }, path: listed.path, adopting: 'no' });
  }
};

/** Registrations that want one path, ignoring case and the last slash: only the one that has it already keeps it. */
const withoutDuplicates = <Item extends { readonly registration: Registration }>(
  asked: readonly Item[],
  at: (address: Address) => Listed | undefined,
): { readonly single: readonly Item[]; readonly duplicates: readonly Item[] } => {
  const groups = Map.groupBy(asked, ({ registration }) => pathKey(registration.path));
  const holds = ({ registration: { type, path, origin } }: Item): boolean => {
    const there = at({ type, path });
    return there?.file === origin.file && there.endpoint === origin.endpoint;
  };
  const kept = [...groups.values()].map((group) => (group.length === 1 ? group : group.filter(holds)));
  const single = kept.flatMap((group) => (group.length === 1 ? group : []));
  const chosen = new Set(single);
  return { single, duplicates: asked.filter((one) => !chosen.has(one)) };
};

const origin = (of: { readonly file?: string; readonly endpoint?: string }): string =>
  `${of.file}\n${of.endpoint ?? ''}`;

/** Ours, but no entry registers it any more, or none for this registry. */
const planDeletes = (
  {
    registrations,
    leftOut,
  }: { readonly registrations: readonly Registration[]; readonly leftOut: readonly Registration[] },
  context: PlanContext,
): Change[] => {
  const wanted = new Set(registrations.map(addressKey));
  const paths = new Map(registrations.map((registration) => [origin(registration.origin), registration.path]));
  const out = new Set(leftOut.map((registration) => origin(registration.origin)));
  const reasonOf = (mark: Mark): DeleteReason => {
    const { file } = mark;
    const to = paths.get(origin(mark));
    if (to !== undefined) return { type: 'moved', file, to };
    return { type: out.has(origin(mark)) ? 'left-out' : 'unregistered', file };
  };
  return context.snapshot.listed.flatMap((listed): Change[] => {
    if (listed.mark.type !== 'mark' || holderOf(listed, context).type !== 'ours') return [];
    const { mark } = listed.mark;
    // Taking over from another owner adopts what we have entries for; the rest stays theirs.
    if (mark.owner !== context.marker.owner || !context.belongs(mark)) return [];
    if (wanted.has(addressKey(listed)) || context.withheld.has(mark.file)) return [];
    return [
      {
        action: 'delete',
        registered: registeredOf(listed),
        why: reasonOf(mark),
        ...(mark.protect ? { protected: true as const } : {}),
      },
    ];
  });
};

/** Our owner and repository, but no entry, and git never had such a file with this path: told, and left. */
const orphanedProblems = (registrations: readonly Registration[], context: PlanContext): Problem[] => {
  const wanted = new Set(registrations.map(addressKey));
  return context.snapshot.listed.flatMap((listed): Problem[] => {
    const holder = holderOf(listed, context);
    if (holder.type !== 'orphaned' || wanted.has(addressKey(listed))) return [];
    if (context.withheld.has(holder.mark.file)) return [];
    return [
      {
        rule: 'mark-orphaned',
        severity: 'warning',
        subject: listed.path,
        text: `${listed.path} is left in the registry: it is ${heldText(holder.by)}.`,
        hint: 'Somebody copied the mark, or the history was rewritten. Where it is yours, remove it with apply on a command line.',
      },
    ];
  });
};

const counted = (count: number, thing: string): string =>
  `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;

/** What holds for the whole registry, in one line each. */
const generalProblems = (planned: readonly Planned[], context: PlanContext): Problem[] => {
  const { rights } = context.snapshot;
  const problems: Problem[] = [];
  const add = (rule: Problem['rule'], severity: Problem['severity'], text: string, hint?: string): void => {
    problems.push({ rule, severity, subject: 'registry', text, ...(hint === undefined ? {} : { hint }) });
  };
  if (!rights.admin) {
    const text = `The registry's token (${rights.user}) has no admin rights: what its list does not show may still exist.`;
    add('registry-rights', 'warning', text, 'Use a token of an administrator to see everything.');
  }
  const byHand = planned.filter((one) => one.byHand).length;
  if (byHand > 0) {
    const text = `${counted(byHand, 'agent')} must be enabled or disabled by a person in the registry's own pages: this version does not let an API client do it.`;
    add('enable-by-hand', 'warning', text);
  }
  const copies = context.snapshot.listed.filter((listed) => holderOf(listed, context).type === 'other-repository');
  if (copies.length > 0) {
    const text = `The owner "${context.marker.owner}" is also used by another repository, which registered ${counted(copies.length, 'entry').replace('entrys', 'entries')}: nothing is written.`;
    add(
      'owner-shared',
      'error',
      text,
      `Give this configuration an owner of its own, or pass --take-over-from ${context.marker.owner} when the repository was replaced.`,
    );
  }
  return problems;
};

const byPath = (left: Change, right: Change): number =>
  compareTexts(changePath(left), changePath(right)) || compareTexts(changeType(left), changeType(right));

/**
 * A change of something that lies below a stranger's path: what is new there is left out, or it would take the stranger's
 * traffic; what stands there already is told.
 */
const besideOthers = (planned: Planned, upper: string | undefined): Planned => {
  const { change } = planned;
  if (upper === undefined || change.action === 'conflict' || change.action === 'delete') return planned;
  if (change.action !== 'create') {
    const path = change.action === 'unchanged' ? change.registered.path : change.registration.path;
    return { ...planned, problems: [standsBelow(path, upper), ...planned.problems] };
  }
  return conflict(change.registration, { type: 'below', upper }, 'path-shadowed');
};

/**
 * What apply would do so that the registry holds exactly these registrations, among those that carry our mark. Pure: the
 * snapshot is all that it knows of the registry.
 */
export const planRegistry = (asked: readonly Registration[], context: PlanContext): Plan => {
  const { allowUnenforcedVisibility: unenforcedVisibility } = context;
  const registrations = keepDisabled(asked, context.snapshot.listed, context);
  const { wanted, refused, leftOut, problems } = context.traits.shape(registrations, context.snapshot, {
    unenforcedVisibility,
  });
  const shaped = [...wanted, ...refused];
  const kept = shaped.map(({ registration }) => registration);
  const at = listedAt(context.snapshot.listed);
  const { single, duplicates } = withoutDuplicates<Wanted | Refused>(shaped, at);
  const { below, problems: shadowing } = besideStrangers(kept, context);
  const planned = [
    ...single.map((one) => {
      const { registration } = one;
      const there = at(registration);
      return besideOthers(planOne(one, there, context), below.get(registration));
    }),
    ...duplicates.map(({ registration }) => conflict(registration, { type: 'same-path' }, 'path-taken')),
  ];
  const deletes = planDeletes({ registrations: kept, leftOut }, context);
  const changes = [...planned.map((one) => one.change), ...deletes].sort(byPath);
  const takesAway = context.traits.takesAway?.(changes, context.snapshot);
  const drift = planned.flatMap((one) => one.drift ?? []);
  return {
    changes,
    ...(takesAway === undefined ? {} : { takesAway }),
    ...(drift.length === 0 ? {} : { drift }),
    ours: countOurs(context.snapshot.listed, context),
    problems: [
      ...shadowing,
      ...problems,
      ...generalProblems(planned, context),
      ...orphanedProblems(kept, context),
      ...disabledProblems(registrations),
      ...planned.flatMap((one) => one.problems),
    ],
  };
};

/** The plan whose conflicts say in which file they are: `directory` is the catalogue's. */
export const withConflictPlaces = (plan: Plan, directory: string): Plan => {
  const files = new Map(
    plan.changes.flatMap((change) =>
      change.action === 'conflict' ? [[change.registration.path, change.registration.origin.file] as const] : [],
    ),
  );
  const placed = (problem: Problem): Problem => {
    const file = problem.place === undefined && problem.severity === 'error' ? files.get(problem.subject) : undefined;
    return file === undefined ? problem : { ...problem, place: { file: `${directory}/${file}` } };
  };
  return { ...plan, problems: plan.problems.map(placed) };
};
