import { isUnset, sameValue } from '../../model/canonical.ts';
import type { ConfirmPlaces } from '../../model/confirmation.ts';
import { SyncError } from '../../model/errors.ts';
import { movedPlaces, placesText, showsPlaces } from '../../model/places.ts';
import type { Problem } from '../../model/problem.ts';
import type { ServerRegistration } from '../../model/registration.ts';
import type { Field, Listed, Mark, Registry, Snapshot, Step } from '../../model/registry.ts';
import { listedScheme } from '../../model/registry.ts';
import type { OnWork } from '../../model/work.ts';
import { fieldDigest } from '../mark.ts';
import { holderOf, type Owning } from '../ownership.ts';
import { mergeRead } from '../read-whole.ts';

/** What a registration is compared with before a token is sent for it. */
export interface Comparing extends Pick<Owning, 'marker' | 'belongs'> {
  readonly registry: Registry;
  readonly snapshot: Snapshot;
  /** Whether what stands at the path is what the entry means, besides what carries our mark. */
  readonly isOurs?: (registration: ServerRegistration, listed: Listed) => boolean;
}

/** A token for a registration, or why there is none. Never holds more than the caller may show, but for `token`. */
export type TokenAnswer =
  | {
      readonly type: 'token';
      readonly token: string;
      readonly issuer: string;
      readonly client: string;
      readonly obtainedAt: number;
      readonly expiresAt?: number;
      readonly problems: readonly Problem[];
    }
  | {
      readonly type: 'uncovered' | 'failed';
      readonly issuer?: string;
      readonly client?: string;
      readonly problems: readonly Problem[];
    };

/** What sending tokens needs. */
export interface Sending extends Comparing {
  /** Asks AWS whether the places are so: no token is sent without its word. */
  readonly confirm: ConfirmPlaces;
  readonly tokenFor: (registration: ServerRegistration) => Promise<TokenAnswer>;
  readonly concurrency: number;
  /** Is told of each server. */
  readonly onWork?: OnWork;
  /** Aborted: what is under way is finished, nothing new begun. */
  readonly signal: AbortSignal;
  /** The file of a registration, as a user would open it. */
  readonly fileOf: (registration: ServerRegistration) => string;
}

/** Why the token must not reach what stands in the registry. `exposed`: what it holds now may go elsewhere. */
interface Difference {
  readonly text: string;
  readonly exposed: boolean;
}

/** True where the registry shows another value than the one that was last applied: nobody changed it through git. */
const changedByHand = (field: Field<never>, listed: Listed): boolean =>
  listed.mark.type === 'mark' &&
  listed.mark.mark.fields[field.key] !== fieldDigest(field, listed.values.get(field.key)) &&
  !(listed.mark.mark.fields[field.key] === undefined && isUnset(listed.values.get(field.key)));

/**
 * What keeps a token from a registration: the registry holds something of another owner there, would send it to another
 * URL, or in another way. Undefined: nothing.
 */
const difference = (registration: ServerRegistration, listed: Listed, context: Comparing): Difference | undefined => {
  const ours = holderOf(listed, context).type === 'ours' || context.isOurs?.(registration, listed) === true;
  if (!ours) return { text: 'what stands there does not carry our mark', exposed: false };
  if (!listed.values.has('url')) {
    return { text: "the registry's token may not see its URL", exposed: false };
  }
  const moved = movedPlaces(registration, listed, context.registry.fields);
  if (moved.length > 0) {
    const exposed = listedScheme(listed) !== 'none' && moved.some((field) => changedByHand(field, listed));
    return { text: placesText(moved), exposed };
  }
  const scheme = listedScheme(listed);
  if (scheme === registration.authScheme || scheme === 'none') return undefined;
  return { text: `its scheme is ${scheme}, the entry's ${registration.authScheme}`, exposed: false };
};

/** The registration with every field that decides where the token goes; undefined where it is gone. */
const readWhole = async (listed: Listed, { registry }: Comparing): Promise<Listed | undefined> => {
  if (showsPlaces(listed) || listed.fragile) return listed;
  const one = await registry.read(listed);
  return one && mergeRead(listed, one);
};

/** What there is to say about a token that was not sent. */
const withheldProblems = (
  registration: ServerRegistration,
  why: Difference,
  { fileOf }: Pick<Sending, 'fileOf'>,
): readonly Problem[] => {
  const about = { severity: 'error', place: { file: fileOf(registration) }, subject: registration.path } as const;
  const problem: Problem = {
    rule: 'token-withheld',
    ...about,
    text: `No token was sent: ${why.text}.`,
    hint: 'Run plan to see the difference, then apply.',
  };
  if (!why.exposed) return [problem];
  return [
    problem,
    {
      rule: 'token-exposed',
      ...about,
      text: 'Where its requests go was changed in the registry while it held a credential: the token may have gone elsewhere.',
      hint: "Revoke the client's tokens and rotate its secret.",
    },
  ];
};

/** Why no token may be sent. `exposed`: the credential that it holds now must be withdrawn. */
export interface NotSent {
  readonly state: 'absent' | 'withheld';
  readonly path: string;
  readonly note: string;
  readonly exposed: boolean;
  readonly problems: readonly Problem[];
}

/** Whether a token may be sent for a registration: to what stands in the registry, or why not. */
export type Compared = { readonly state: 'same'; readonly listed: Listed } | NotSent;

const compared = (registration: ServerRegistration, listed: Listed | undefined, context: Sending): Compared => {
  if (listed === undefined) {
    const note = 'not registered: run apply first';
    return { state: 'absent', path: registration.path, note, exposed: false, problems: [] };
  }
  const why = difference(registration, listed, context);
  if (why === undefined) return { state: 'same', listed };
  return {
    state: 'withheld',
    path: listed.path,
    note: why.text,
    exposed: why.exposed,
    problems: withheldProblems(registration, why, context),
  };
};

/**
 * Reads what stands at a registration's path and compares mark, places and scheme. Where reading would cost the registry
 * the credential that it holds, only what lists show is compared: `compareUnread` does the rest. Throws SyncError.
 */
export const compareListed = async (
  registration: ServerRegistration,
  met: Listed | undefined,
  context: Sending,
): Promise<Compared> => compared(registration, met && (await readWhole(met, context)), context);

/**
 * The places that `compareListed` could not see, read when a fresh token is at hand: what reading costs is about to be set anew.
 * Throws SyncError.
 */
export const compareUnread = async (
  registration: ServerRegistration,
  listed: Listed,
  context: Sending,
): Promise<Compared> => {
  if (showsPlaces(listed)) return { state: 'same', listed };
  const one = context.snapshot.rights.admin ? await context.registry.read(listed) : listed;
  const found = compared(registration, one && mergeRead(listed, one), context);
  if (found.state !== 'same' || showsPlaces(found.listed)) return found;
  const why = { text: "the registry's token may not read all places that its requests go to", exposed: false };
  const problems = withheldProblems(registration, why, context);
  return { state: 'withheld', path: listed.path, note: why.text, exposed: false, problems };
};

/** What an update is about to do, besides setting a credential. */
interface Updating {
  readonly registry: Registry;
  /** The step that writes every field, and the places with them; undefined: nothing is written. */
  readonly put: Extract<Step, { type: 'put' }> | undefined;
  /** The mark that is written. */
  readonly mark: Mark;
  /** The old credential was withdrawn: it must be gone. */
  readonly withdrawn: boolean;
}

/**
 * Reads a registration whole before an update sets its credential: it must be what was listed, and no place may be left
 * that the entry does not name. Throws SyncError registry/conflict where that is not so.
 */
export const requirePlaces = async (
  registration: ServerRegistration,
  listed: Listed,
  { registry, put, mark, withdrawn }: Updating,
): Promise<void> => {
  const leaves = put?.leaves;
  if (leaves === 'nothing') return;
  const refuse = (met: string): SyncError =>
    new SyncError('registry', 'conflict', `set the credential of ${listed.path}: ${met}`, {
      hint: 'Run again: the plan is made anew.',
    });
  const now = await registry.read(listed);
  const known =
    now && (sameValue(now.mark, listed.mark) || (now.mark.type === 'mark' && sameValue(now.mark.mark, mark)));
  if (!now || !known) throw refuse('it changed since the plan was made');
  if (withdrawn && listedScheme(now) !== 'none') throw refuse('the old one is still there');
  const stays = (field: Field<ServerRegistration>): boolean =>
    leaves === undefined || (isUnset(field.value(registration)) && leaves.includes(field.key));
  const left = movedPlaces(registration, now, registry.fields).filter(stays);
  if (left.length > 0) throw refuse(placesText(left));
  if (leaves === undefined && !showsPlaces(now)) throw refuse('its URL is hidden from a token without admin rights');
};
