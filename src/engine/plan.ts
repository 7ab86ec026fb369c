import type { Shadows } from '../catalogue/shadows.ts';
import { compareTexts } from '../model/compare-texts.ts';
import type { Change, Plan } from '../model/plan.ts';
import { changePath, changeType } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { Conduct, Listed } from '../model/registry.ts';
import { barePath, pathKey } from '../model/registry.ts';
import { type Adopting, adoptionOf, lossProblems, unreadReason } from './adopting.ts';
import { expectsCredential } from './credential-step.ts';
import { holderOf, notedArn, type Owning } from './ownership.ts';
import type { Planned, UpdateContext } from './plan-update.ts';
import { credentialProblems, planUpdate, registeredOf } from './plan-update.ts';
import { besideStrangers, standsBelow } from './strangers.ts';

export interface PlanContext extends UpdateContext, Owning {
  /** Which servers take another one's traffic, as this kind of registry has it. */
  readonly shadows: Shadows;
  /** What stands at a wanted path without anybody's mark, and becomes ours. */
  readonly adopt: Adopting;
  /** Register group-restricted servers where everybody would see them. */
  readonly allowUnenforcedVisibility: boolean;
  /** Files whose registrations are unknown in this run: what they registered stays as it is. */
  readonly withheld: ReadonlySet<string>;
}

const key = (type: 'server' | 'agent', path: string): string => `${type} ${barePath(path)}`;

const conflict = (registration: Registration, reason: string, rule: Problem['rule'] = 'path-conflict'): Planned => ({
  change: { action: 'conflict', registration, reason },
  problems: [
    {
      rule,
      severity: 'error',
      subject: registration.path,
      text: `${registration.path} (${registration.origin.file}) is left out: ${reason}.`,
    },
  ],
});

const planCreate = (registration: Registration, context: PlanContext): Planned => {
  const ready = !expectsCredential(registration) || context.hasCredential(registration);
  const byHand = registration.enabled && !context.snapshot.conduct.enables(registration.type);
  return {
    change: { action: 'create', registration },
    problems: credentialProblems(registration, ready),
    ...(byHand ? { byHand: true as const } : {}),
  };
};

/** What would be shown to everybody although the entry restricts it. */
const unenforced = (registration: Registration, context: PlanContext): string | undefined => {
  if (registration.visibility !== 'group-restricted') return undefined;
  if (context.snapshot.conduct.restricts(registration.type) === 'enforced') return undefined;
  if (registration.type === 'agent') return 'this registry cannot hold group-restricted agents';
  if (context.allowUnenforcedVisibility) return undefined;
  return 'this registry would show the group-restricted server to everybody (--allow-unenforced-visibility)';
};

const STAYS = '; what is registered there stays, for everybody to see';

/** What is nobody's at a wanted path: it becomes ours where a person said so, and is known whole. */
const planAdoption = (
  registration: Registration,
  listed: Listed,
  context: PlanContext & { readonly holds: string },
): Planned => {
  const choice = adoptionOf(context.adopt, listed.path);
  if (choice === 'no') {
    return conflict(registration, `its path is held by ${context.holds}; --adopt ${listed.path} adopts it`);
  }
  // What another tool made for this very resource holds nothing that the scan does not know.
  const same = registration.identity.arn !== undefined && notedArn(listed) === registration.identity.arn;
  const unread = choice === 'named' || same ? undefined : unreadReason(listed);
  if (unread !== undefined) return conflict(registration, `its path is held by ${context.holds}; ${unread}`);
  const planned = planUpdate(registration, listed, { ...context, adopts: true });
  const lost = lossProblems(registration, listed, context.snapshot.conduct);
  return { ...planned, problems: [...lost, ...planned.problems] };
};

const planOne = (registration: Registration, listed: Listed | undefined, context: PlanContext): Planned => {
  const refused = unenforced(registration, context);
  if (refused !== undefined) {
    const stays = listed && holderOf(listed, context).type === 'ours' ? STAYS : '';
    return conflict(registration, `${refused}${stays}`, 'visibility-unenforced');
  }
  if (!listed) return planCreate(registration, context);
  const holder = holderOf(listed, context);
  switch (holder.type) {
    case 'ours':
      return planUpdate(registration, listed, { ...context, adopts: false });
    case 'adoptable':
    case 'orphaned':
      return planAdoption(registration, listed, { ...context, holds: holder.reason });
    case 'foreign':
      return conflict(registration, `its path is held by ${holder.reason}`);
    case 'other-repository':
      return conflict(registration, 'its path is held by the same owner from another repository');
  }
};

/** Registrations that want one path, ignoring case and the last slash: only the one that has it already keeps it. */
const withoutDuplicates = (
  registrations: readonly Registration[],
  listed: ReadonlyMap<string, Listed>,
): { readonly single: readonly Registration[]; readonly duplicates: readonly Registration[] } => {
  const groups = Map.groupBy(registrations, (registration) => pathKey(registration.path));
  const holds = (registration: Registration): boolean => {
    const there = listed.get(key(registration.type, registration.path));
    return there?.file === registration.origin.file && there.endpoint === registration.origin.endpoint;
  };
  const kept = [...groups.values()].map((group) => (group.length === 1 ? group : group.filter(holds)));
  const single = kept.flatMap((group) => (group.length === 1 ? group : []));
  const chosen = new Set(single);
  return { single, duplicates: registrations.filter((registration) => !chosen.has(registration)) };
};

const origin = (of: { readonly file?: string; readonly endpoint?: string }): string =>
  `${of.file}\n${of.endpoint ?? ''}`;

/** Ours, but no entry registers it any more. */
const planDeletes = (registrations: readonly Registration[], context: PlanContext): Change[] => {
  const wanted = new Set(registrations.map((registration) => key(registration.type, registration.path)));
  const paths = new Map(registrations.map((registration) => [origin(registration.origin), registration.path]));
  return context.snapshot.listed.flatMap((listed): Change[] => {
    if (listed.mark.type !== 'mark' || holderOf(listed, context).type !== 'ours') return [];
    const { mark } = listed.mark;
    // Taking over from another owner adopts what we have entries for; the rest stays theirs.
    if (mark.owner !== context.marker.owner || !context.belongs(mark)) return [];
    if (wanted.has(key(listed.type, listed.path)) || context.withheld.has(mark.file)) return [];
    const moved = paths.get(origin(mark));
    const reason = moved === undefined ? `${mark.file} no longer registers it` : `${mark.file} now registers ${moved}`;
    return [
      {
        action: 'delete',
        registered: registeredOf(listed),
        reason,
        ...(mark.protect ? { protected: true as const } : {}),
      },
    ];
  });
};

/** Our owner and repository, but no entry, and git never had such a file with this path: told, and left. */
const orphanedProblems = (registrations: readonly Registration[], context: PlanContext): Problem[] => {
  const wanted = new Set(registrations.map((registration) => key(registration.type, registration.path)));
  return context.snapshot.listed.flatMap((listed): Problem[] => {
    const holder = holderOf(listed, context);
    if (holder.type !== 'orphaned' || wanted.has(key(listed.type, listed.path))) return [];
    if (context.withheld.has(holder.mark.file)) return [];
    return [
      {
        rule: 'mark-orphaned',
        severity: 'warning',
        subject: listed.path,
        text: `${listed.path} is left in the registry: it is ${holder.reason}.`,
        hint: 'Somebody copied the mark, or the history was rewritten. Where it is yours, remove it with apply on a command line.',
      },
    ];
  });
};

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** That visibility hides nothing here, in one line for all servers that are not public. */
const visibilityProblems = (servers: number, conduct: Conduct): Problem[] => {
  const restricts = conduct.restricts('server');
  if (servers === 0 || restricts === 'enforced') return [];
  const stored = restricts === 'stored';
  const why = stored
    ? 'This registry stores the visibility of servers, and does not enforce it'
    : "This registry's version has no visibility of servers";
  const who = `${counted(servers, 'server')} that should not be public ${servers === 1 ? 'is' : 'are'} seen by everybody who may list`;
  return [
    {
      rule: stored ? 'visibility-unenforced' : 'field-lost',
      severity: 'warning',
      subject: 'registry',
      text: `${why}: ${who}.`,
    },
  ];
};

/** What holds for the whole registry, in one line each. */
const generalProblems = (planned: readonly Planned[], context: PlanContext): Problem[] => {
  const { conduct, rights } = context.snapshot;
  const problems: Problem[] = [];
  const add = (rule: Problem['rule'], severity: Problem['severity'], text: string, hint?: string): void => {
    problems.push({ rule, severity, subject: 'registry', text, ...(hint === undefined ? {} : { hint }) });
  };
  if (!rights.admin) {
    const text = `The registry's token (${rights.user}) has no admin rights: what its list does not show may still exist.`;
    add('registry-rights', 'warning', text, 'Use a token of an administrator to see everything.');
  }
  const hidden = planned.filter(({ change }) => 'registration' in change && losesVisibility(change.registration));
  problems.unshift(...visibilityProblems(hidden.length, conduct));
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

const losesVisibility = (registration: Registration): boolean =>
  registration.type === 'server' && registration.visibility !== 'public';

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
  const reason = `its path lies below ${upper}, which this configuration did not register: it would take its requests`;
  return conflict(change.registration, reason, 'path-shadowed');
};

/**
 * What apply would do so that the registry holds exactly these registrations, among those that carry our mark. Pure: the
 * snapshot is all that it knows of the registry.
 */
export const planRegistry = (registrations: readonly Registration[], context: PlanContext): Plan => {
  const listed = new Map(context.snapshot.listed.map((one) => [key(one.type, one.path), one]));
  const { single, duplicates } = withoutDuplicates(registrations, listed);
  const { below, problems: shadowing } = besideStrangers(registrations, context);
  const planned = [
    ...single.map((registration) => {
      const there = listed.get(key(registration.type, registration.path));
      return besideOthers(planOne(registration, there, context), below.get(registration));
    }),
    ...duplicates.map((registration) => conflict(registration, 'another entry wants the same path', 'path-taken')),
  ];
  const deletes = planDeletes(registrations, context);
  return {
    changes: [...planned.map((one) => one.change), ...deletes].sort(byPath),
    ours: context.snapshot.listed.filter((one) => holderOf(one, context).type === 'ours').length,
    problems: [
      ...shadowing,
      ...generalProblems(planned, context),
      ...orphanedProblems(registrations, context),
      ...planned.flatMap((one) => one.problems),
    ],
  };
};
