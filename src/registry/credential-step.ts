import type { CredentialStep, FieldChange } from '../model/plan.ts';
import type { Registration, ServerRegistration } from '../model/registration.ts';
import { sameValue } from './canonical.ts';
import { identityDigest } from './mark.ts';
import type { Listed } from './registry.ts';

/** What is to be done about the credential that the registry holds, and how that shows in a plan. */
export interface CredentialPlan {
  readonly step: CredentialStep;
  readonly changes: readonly FieldChange[];
  /** After the update, the registry can authenticate to the server, or need not. */
  readonly ready: boolean;
}

type Scheme = ServerRegistration['authScheme'];

/** Fields that say where requests, and the credential with them, go. */
const PLACES: ReadonlySet<string> = new Set(['url', 'mcpEndpoint', 'sseEndpoint']);

const NOTHING: CredentialPlan = { step: 'keep', changes: [], ready: true };

/** The scheme that the registry shows; what it does not show is none. */
export const listedScheme = (listed: Listed): Scheme => {
  const scheme = listed.values.get('authScheme');
  return scheme === 'bearer' || scheme === 'api_key' ? scheme : 'none';
};

/** Whether a registration is one that the registry authenticates to. */
export const expectsCredential = (registration: Registration): registration is ServerRegistration =>
  registration.type === 'server' && registration.authScheme !== 'none';

/**
 * True while a registration waits for its credential: it stands in the registry with scheme `none`, although it is to have
 * one. That is no drift: the scheme is set together with the credential.
 */
export const awaitsCredential = (registration: Registration, listed: Listed): boolean =>
  expectsCredential(registration) && listedScheme(listed) === 'none';

const schemeChange = (before: Scheme, after: Scheme): FieldChange => ({
  field: 'authScheme',
  cause: 'git',
  dangerous: true,
  before,
  after,
});

const renewal = (registration: ServerRegistration, listed: Listed, hasCredential: boolean): CredentialPlan => {
  const before = listedScheme(listed);
  const after = hasCredential ? registration.authScheme : 'none';
  return {
    step: 'renew',
    changes: [
      ...(before === after ? [] : [schemeChange(before, after)]),
      { field: 'credential', cause: 'git', dangerous: true, secret: true },
    ],
    ready: hasCredential,
  };
};

/**
 * The credential belongs to (path, ARN, URL, issuer, client). Where one of these changed, in git or by hand, the old one
 * must not reach the new place. `changes` are the other fields that differ.
 */
export const planCredential = (
  registration: Registration,
  listed: Listed,
  context: { readonly changes: readonly FieldChange[]; readonly hasCredential: boolean },
): CredentialPlan => {
  if (registration.type === 'agent') return NOTHING;
  const before = listedScheme(listed);
  if (registration.authScheme === 'none') {
    return before === 'none' ? NOTHING : { step: 'withdraw', changes: [schemeChange(before, 'none')], ready: true };
  }
  if (before === 'none') {
    if (!context.hasCredential) return { step: 'keep', changes: [], ready: false };
    return { step: 'set', changes: [schemeChange('none', registration.authScheme)], ready: true };
  }
  const moved = context.changes.some((change) => PLACES.has(change.field));
  const otherIdentity = listed.mark.type === 'mark' && listed.mark.mark.identity !== identityDigest(registration);
  const otherHeader =
    listed.values.has('authHeaderName') &&
    !sameValue(listed.values.get('authHeaderName'), shownHeader(registration.authHeaderName));
  if (before !== registration.authScheme || moved || otherIdentity || otherHeader) {
    return renewal(registration, listed, context.hasCredential);
  }
  return NOTHING;
};

/** The registry's own default shows as nothing set. */
const shownHeader = (name: string | undefined): string | undefined => (name === 'X-API-Key' ? undefined : name);
