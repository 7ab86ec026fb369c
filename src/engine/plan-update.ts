import type { Drift } from '../model/drift.ts';
import { isPlace } from '../model/places.ts';
import type { Change, FieldChange, Registered } from '../model/plan.ts';
import { acceptedAsDisabled, type Problem } from '../model/problem.ts';
import type { Disabling, Registration } from '../model/registration.ts';
import type { Listed, Mark, RegistryTraits, Snapshot, Wanted } from '../model/registry.ts';
import { listedScheme } from '../model/registry.ts';
import { sinceText } from '../model/since.ts';
import type { CompareContext } from './compare.ts';
import { compareFields } from './compare.ts';
import type { CredentialPlan } from './credential-step.ts';
import { expectsCredential, planCredential } from './credential-step.ts';
import type { Marker } from './mark.ts';
import { identityDigest, waitsForLock } from './mark.ts';

export interface UpdateContext extends CompareContext {
  /** What the kind of registry knows. */
  readonly traits: RegistryTraits;
  readonly snapshot: Snapshot;
  readonly marker: Marker;
  /** Switch on again what the registry's scan switched off. */
  readonly enableFlagged: boolean;
  /** Whether a credential can be had for a registration. */
  readonly hasCredential: (registration: Registration) => boolean;
}

/** A change with what there is to say about it. */
export interface Planned {
  readonly change: Change;
  readonly problems: readonly Problem[];
  /** An agent that only a person can enable. */
  readonly byHand?: true;
  readonly drift?: Drift;
}

const markOf = (listed: Listed): Mark | undefined => (listed.mark.type === 'mark' ? listed.mark.mark : undefined);

/** What a plan tells of a registration that is there: its answer, which may hold header values, stays behind. */
export const registeredOf = ({ type, path, name, url, enabled, file, endpoint }: Listed): Registered => ({
  type,
  path,
  name,
  url,
  enabled,
  ...(file === undefined ? {} : { file }),
  ...(endpoint === undefined ? {} : { endpoint }),
});

const markChange = (key: string, before: unknown, after: unknown): FieldChange[] =>
  before === after ? [] : [{ field: `mark.${key}`, cause: 'git', before, after }];

/** Since when and why a registration is switched off, as a plan shows it. */
const disablingText = (disabling: Disabling | undefined): string | undefined => {
  if (disabling === undefined) return undefined;
  const why = disabling.by === 'person' ? disabling.reason : `its tools changed (${disabling.list})`;
  return `since ${sinceText(disabling.at)}: ${why}`;
};

/** What differs in the mark itself. The repository's name may change without a word: its id tells. */
const markChanges = (registration: Registration, mark: Mark | undefined, marker: Marker): FieldChange[] => [
  ...markChange('owner', mark?.owner, marker.owner),
  ...(mark === undefined
    ? []
    : [
        ...(mark.repository && marker.repository
          ? markChange('repository', mark.repository.id, marker.repository.id)
          : []),
        ...markChange('file', mark.file, registration.origin.file),
        ...markChange('endpoint', mark.endpoint, registration.origin.endpoint),
        ...markChange('protect', mark.protect, registration.protect),
        ...markChange('awaitsLock', mark.awaitsLock === true, waitsForLock(registration)),
        ...markChange('disabled', disablingText(mark.disabling), disablingText(registration.disabling)),
        ...markChange('identity', mark.identity, identityDigest(registration)),
      ]),
];

interface EnabledPlan {
  readonly changes: readonly FieldChange[];
  readonly problems: readonly Problem[];
  readonly byHand?: true;
}

const flaggedProblem = (registration: Registration): Problem => ({
  rule: 'scan-flagged',
  severity: 'warning',
  subject: registration.path,
  text: `${registration.path} stays disabled: the registry's security scan put it aside.`,
  hint: 'Look at the scan in the registry; --enable-flagged enables it nevertheless.',
});

/** Whether the registry is to serve it: never before its credential is there, never against the registry's own scan. */
const planEnabled = (
  { registration, enabledBy }: Wanted,
  listed: Listed,
  context: UpdateContext & { readonly ready: boolean },
): EnabledPlan => {
  const wish = registration.enabled && context.ready;
  if (wish === listed.enabled || enabledBy === 'nobody') return { changes: [], problems: [] };
  if (enabledBy === 'person') return { changes: [], problems: [], byHand: true };
  if (wish && listed.flagged && !context.enableFlagged)
    return { changes: [], problems: [flaggedProblem(registration)] };
  const mark = markOf(listed);
  // What waited for its credential was never enabled: nobody switched it off.
  const waited = expectsCredential(registration) && listedScheme(listed) === 'none';
  const drift = mark !== undefined && mark.enabled === registration.enabled && context.ready && !waited;
  if (drift && context.ignoreDrift.has('enabled')) return { changes: [], problems: [] };
  return {
    changes: [{ field: 'enabled', cause: drift ? 'drift' : 'git', before: listed.enabled, after: wish }],
    problems: [],
  };
};

const missingCredential = (registration: Registration): Problem => ({
  rule: 'credential-missing',
  severity: 'warning',
  subject: registration.path,
  text: `${registration.path} has no credential yet: it is registered without, and not enabled.`,
  hint: 'Run refresh: it sets the credential and enables it, once a client below issuers covers it.',
});

/** What a registration that is not enabled for want of a credential says; nothing when one is there or at hand. */
export const credentialProblems = (registration: Registration, ready: boolean): Problem[] =>
  expectsCredential(registration) && !ready
    ? [missingCredential(registration)].map((problem) => (registration.enabled ? problem : acceptedAsDisabled(problem)))
    : [];

/** What somebody changed in the registry; undefined: nothing. */
const driftOf = (listed: Listed, changes: readonly FieldChange[]): Drift | undefined => {
  const fields = changes.filter(({ cause }) => cause === 'drift').map(({ field }) => field);
  if (fields.length === 0) return undefined;
  const exposed = listedScheme(listed) !== 'none' && fields.some(isPlace);
  return { path: listed.path, state: 'changed', fields: fields.toSorted(), ...(exposed ? { exposed } : {}) };
};

const driftProblems = ({ path }: Registration, { fields, exposed }: Drift): Problem[] => [
  {
    rule: 'drift',
    severity: 'warning',
    subject: path,
    text: `${path} was changed in the registry: ${fields.join(', ')}. apply puts it back.`,
    hint: 'Name a field under ignore-drift when people may own it in the registry.',
  },
  ...(exposed
    ? [
        {
          rule: 'token-exposed' as const,
          severity: 'error' as const,
          subject: path,
          text: `Where the requests of ${path} go was changed in the registry while it held a credential: the token may have gone elsewhere.`,
          hint: "Revoke the client's tokens and rotate its secret.",
        },
      ]
    : []),
];

/** A replaced registration starts without its credential, and disabled. */
const replaceEnabled = (
  { registration, enabledBy }: Wanted,
  context: UpdateContext,
): { problems: Problem[]; byHand?: true } => ({
  problems: credentialProblems(registration, !expectsCredential(registration) || context.hasCredential(registration)),
  ...(registration.enabled && enabledBy === 'person' ? { byHand: true as const } : {}),
});

interface Differences {
  readonly credential: CredentialPlan;
  readonly enabled: EnabledPlan;
  /** Fields and mark. */
  readonly written: readonly FieldChange[];
}

const differences = (wanted: Wanted, listed: Listed, context: UpdateContext): Differences => {
  const { registration } = wanted;
  const { changes } = compareFields(wanted, listed, context);
  const hasCredential = context.hasCredential(registration);
  const credential = planCredential(registration, listed, { changes, hasCredential, table: context.traits.fields });
  return {
    credential,
    enabled: planEnabled(wanted, listed, { ...context, ready: credential.ready }),
    written: [...changes, ...markChanges(registration, markOf(listed), context.marker)],
  };
};

/** The change that makes what the registry shows what a registration wants. `adopts`: it did not carry our mark. */
export const planUpdate = (
  wanted: Wanted,
  listed: Listed,
  context: UpdateContext & { readonly adopts: boolean },
): Planned => {
  const { registration } = wanted;
  const { credential, enabled, written } = differences(wanted, listed, context);
  const changes = [...written, ...credential.changes, ...enabled.changes];
  const common = {
    registration,
    registered: registeredOf(listed),
    fields: changes,
    ...(context.adopts ? { adopts: true as const } : {}),
  };
  const drifted = driftOf(listed, changes);
  const drift = drifted === undefined ? [] : driftProblems(registration, drifted);
  const found = drifted === undefined ? {} : { drift: drifted };
  const updates = context.traits.canUpdate({ registration, listed, changes }, context.snapshot);
  if (updates !== true) {
    const { problems, ...rest } = replaceEnabled(wanted, context);
    return {
      change: { action: 'replace', why: updates.replace, ...common },
      problems: [...drift, ...problems],
      ...rest,
      ...found,
    };
  }
  const problems = [...drift, ...credentialProblems(registration, credential.ready), ...enabled.problems];
  const rest = enabled.byHand ? { byHand: true as const } : {};
  if (changes.length === 0) {
    return { change: { action: 'unchanged', registration, registered: registeredOf(listed) }, problems, ...rest };
  }
  return { change: { action: 'update', credential: credential.step, ...common }, problems, ...rest, ...found };
};
