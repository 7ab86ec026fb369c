import { sameValue } from '../model/canonical.ts';
import { isPlace } from '../model/places.ts';
import type { CredentialStep, FieldChange } from '../model/plan.ts';
import type { Registration, ServerRegistration } from '../model/registration.ts';
import { type FieldTable, type Listed, listedScheme } from '../model/registry.ts';
import { identityDigest, schemeDigest } from './mark.ts';

/** What is to be done about the credential that the registry holds, and how that shows in a plan. */
export interface CredentialPlan {
  readonly step: CredentialStep;
  readonly changes: readonly FieldChange[];
  /** After the update, the registry can authenticate to the server, or need not. */
  readonly ready: boolean;
}

const NOTHING: CredentialPlan = { step: 'keep', changes: [], ready: true };

/** Whether a registration is one that the registry authenticates to. */
export const expectsCredential = (registration: Registration): registration is ServerRegistration =>
  registration.type === 'server' && registration.authScheme !== 'none';

/** True where git asks for another scheme than when the mark was written; a scheme that waits for its credential is none. */
const schemeChanged = (registration: ServerRegistration, listed: Listed): boolean =>
  listed.mark.type !== 'mark' || listed.mark.mark.fields['authScheme'] !== schemeDigest(registration.authScheme);

const schemeChange = (
  registration: ServerRegistration,
  listed: Listed,
  after: ServerRegistration['authScheme'],
): FieldChange => ({
  field: 'authScheme',
  cause: 'git',
  ...(schemeChanged(registration, listed) ? { dangerous: true as const } : {}),
  before: listedScheme(listed),
  after,
});

const renewal = (
  registration: ServerRegistration,
  listed: Listed,
  context: { readonly hasCredential: boolean; readonly cause: FieldChange['cause'] },
): CredentialPlan => {
  const after = context.hasCredential ? registration.authScheme : 'none';
  return {
    step: 'renew',
    changes: [
      ...(listedScheme(listed) === after ? [] : [schemeChange(registration, listed, after)]),
      { field: 'credential', cause: context.cause, dangerous: true, secret: true },
    ],
    ready: context.hasCredential,
  };
};

/**
 * The credential belongs to (path, ARN, URL, issuer, client). Where one of these changed, in git or by hand, the old one
 * must not reach the new place. `changes` are the other fields that differ.
 */
export const planCredential = (
  registration: Registration,
  listed: Listed,
  context: {
    readonly changes: readonly FieldChange[];
    readonly hasCredential: boolean;
    readonly table: FieldTable;
  },
): CredentialPlan => {
  if (registration.type === 'agent') return NOTHING;
  const before = listedScheme(listed);
  if (registration.authScheme === 'none') {
    return before === 'none'
      ? NOTHING
      : { step: 'withdraw', changes: [schemeChange(registration, listed, 'none')], ready: true };
  }
  if (before === 'none') {
    if (!context.hasCredential) return { step: 'keep', changes: [], ready: false };
    return { step: 'set', changes: [schemeChange(registration, listed, registration.authScheme)], ready: true };
  }
  // Without a mark, what the list does not show is no sign of a move: the credential could not be had back.
  const known = (change: FieldChange): boolean => listed.mark.type === 'mark' || !('unseen' in change && change.unseen);
  const moves = context.changes.filter((change) => isPlace(change.field) && known(change));
  const otherIdentity = listed.mark.type === 'mark' && listed.mark.mark.identity !== identityDigest(registration);
  const otherHeader =
    listed.values.has('authHeaderName') &&
    !sameValue(listed.values.get('authHeaderName'), shownHeader(registration, context.table));
  if (before !== registration.authScheme || moves.length > 0 || otherIdentity || otherHeader) {
    const byHand =
      !otherIdentity && before === registration.authScheme && moves.every((move) => move.cause === 'drift');
    return renewal(registration, listed, {
      hasCredential: context.hasCredential,
      cause: byHand ? 'drift' : 'git',
    });
  }
  return NOTHING;
};

/** The registry's own default shows as nothing set. */
const shownHeader = ({ authHeaderName }: ServerRegistration, table: FieldTable): unknown => {
  const field = table.server.find(({ key }) => key === 'authHeaderName');
  return field === undefined ? authHeaderName : field.shown(authHeaderName);
};
