import { SyncError } from '../model/errors.ts';
import type { Change } from '../model/plan.ts';
import type { Registration } from '../model/registration.ts';
import { type Listed, listedScheme, type RegistryTraits, type Snapshot, type Step } from '../model/registry.ts';
import { expectsCredential } from './credential-step.ts';

/** A change that writes something. */
type Writing = Extract<Change, { action: 'create' | 'update' | 'replace' | 'delete' }>;

/** What there is to know before the steps of a change can be told. */
export interface Known {
  /** What stands there; absent for what is made anew. */
  readonly listed?: Listed;
  /** A token for it is at hand. */
  readonly token: boolean;
}

/** Fields that have steps of their own. */
const SEPARATE: ReadonlySet<string> = new Set(['enabled', 'authScheme', 'credential']);

const only = (type: 'disable' | 'withdraw' | 'set' | 'enable', when: boolean): Step[] => (when ? [{ type }] : []);

/** Never enabled before the credential is there. */
const creation = (registration: Registration, token: boolean): Step[] => {
  const expects = expectsCredential(registration);
  return [
    { type: 'create', credential: false },
    ...only('set', expects && token),
    ...only('enable', registration.enabled && (!expects || token)),
  ];
};

/** The scheme that the registration has once its credential is as it is to be. */
export const schemeAfter = (
  { registration, credential }: Extract<Change, { action: 'update' }>,
  listed: Listed,
  token: boolean,
): 'none' | 'bearer' | 'api_key' => {
  if (!expectsCredential(registration)) return 'none';
  if (credential === 'keep') return listedScheme(listed);
  return token ? registration.authScheme : 'none';
};

/** Off before the credential goes, on after it came; another identity is written while there is none. */
const updating = (change: Extract<Change, { action: 'update' }>, listed: Listed, token: boolean): Step[] => {
  const { registration, credential, fields } = change;
  const after = schemeAfter(change, listed, token);
  const ready = !expectsCredential(registration) || after !== 'none';
  const enables = fields.some((field) => field.field === 'enabled' && !('secret' in field) && field.after === true);
  return [
    ...only('disable', listed.enabled && (!registration.enabled || !ready)),
    ...only('withdraw', credential === 'withdraw' || credential === 'renew'),
    ...(fields.some(({ field }) => !SEPARATE.has(field))
      ? [{ type: 'put', credential: false, leaves: [] } satisfies Step]
      : []),
    ...only('set', token && credential !== 'keep' && after !== 'none'),
    ...only('enable', enables && ready),
  ];
};

const plannedSteps = (change: Writing, { listed, token }: Known): Step[] => {
  switch (change.action) {
    case 'create':
      return creation(change.registration, token);
    case 'replace':
      return [{ type: 'remove' }, ...creation(change.registration, token)];
    case 'delete':
      return [{ type: 'remove' }];
    case 'update':
      if (listed !== undefined) return updating(change, listed, token);
      throw new SyncError('registry', 'malformed', `${change.registration.path} is to be updated, and is not there`);
  }
};

/** Whether the token at hand goes along with a step. */
export const carriesToken = (step: Step): boolean => step.type === 'set' || ('credential' in step && step.credential);

/** The order that never lets a credential reach another place than its own. */
const RANK: Readonly<Record<Step['type'], number>> = {
  disable: 0,
  withdraw: 1,
  remove: 2,
  create: 3,
  put: 3,
  set: 4,
  enable: 5,
};

/** What is wrong with the steps that a kind made of the planned ones; undefined: nothing. */
const orderFault = (planned: readonly Step[], steps: readonly Step[], token: boolean): string | undefined => {
  const has = (all: readonly Step[], type: Step['type']): boolean => all.some((step) => step.type === type);
  const carried = steps.filter(carriesToken).length;
  if (steps.some(({ type }, at) => at > 0 && RANK[type] < RANK[steps[at - 1]?.type ?? type])) return 'are out of order';
  for (const type of ['disable', 'withdraw', 'remove', 'create', 'put'] as const) {
    if (has(planned, type) && !has(steps, type)) return `leave out ${type}`;
  }
  for (const type of ['withdraw', 'remove', 'create', 'set', 'enable'] as const) {
    if (!has(planned, type) && has(steps, type)) return `add ${type}`;
  }
  if (has(planned, 'set') && carried === 0) return 'lose the credential';
  if (carried > 0 && !has(planned, 'set') && !(token && has(planned, 'put'))) return 'add a credential';
  return carried > 1 ? 'send the credential twice' : undefined;
};

/**
 * The steps of a change, for every kind of registry: the engine plans them one by one, the kind joins them. Where another
 * identity is written, the old credential is withdrawn before and the new one set after it; deleting comes before making
 * anew and nowhere else. Throws SyncError registry/malformed where what the kind made of them breaks that order.
 */
export const stepsOf = (
  change: Writing,
  known: Known,
  { traits, snapshot }: { readonly traits: RegistryTraits; readonly snapshot: Snapshot },
): readonly Step[] => {
  const planned = plannedSteps(change, known);
  if (change.action === 'delete') return planned;
  const { registration } = change;
  const about = { registration, token: known.token };
  const steps = traits.steps(
    known.listed === undefined || change.action === 'replace' ? about : { ...about, listed: known.listed },
    planned,
    snapshot,
  );
  const fault = orderFault(planned, steps, known.token);
  if (fault === undefined) return steps;
  throw new SyncError(
    'registry',
    'malformed',
    `${change.action} ${registration.path}: the steps of its kind ${fault}`,
    {
      hint: 'This is a defect of this tool: please report it.',
    },
  );
};
