import type { Problem } from '../model/problem.ts';
import type { ServerRegistration } from '../model/registration.ts';
import { sameValue } from './canonical.ts';
import { listedScheme } from './credential-step.ts';
import { isHarmless, mergeRead } from './deepen.ts';
import { barePath, fieldDigest, isUnset, type Marker } from './mark.ts';
import type { Field, Listed, Registry, Snapshot } from './registry.ts';

/** What a registration is compared with before a token is sent for it. */
export interface Comparing {
  readonly registry: Registry;
  readonly snapshot: Snapshot;
  readonly marker: Marker;
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
  readonly tokenFor: (registration: ServerRegistration) => Promise<TokenAnswer>;
  readonly concurrency: number;
  /** Aborted: what is under way is finished, nothing new begun. */
  readonly signal: AbortSignal;
  /** The file of a registration, as a user would open it. */
  readonly fileOf: (registration: ServerRegistration) => string;
}

/** Fields that say where the registry sends requests, and the token with them. */
const PLACES: ReadonlySet<string> = new Set(['url', 'mcpEndpoint', 'sseEndpoint']);

/** Our mark, written for this very path: a copied one says nothing. */
const isMarked = (listed: Listed, { owner }: Marker): boolean =>
  listed.mark.type === 'mark' && listed.mark.mark.owner === owner && listed.mark.mark.path === barePath(listed.path);

/** Why the token must not reach what stands in the registry. `moved`: what it held before may have gone elsewhere. */
interface Difference {
  readonly text: string;
  readonly moved: boolean;
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
  const ours = isMarked(listed, context.marker) || context.isOurs?.(registration, listed) === true;
  if (!ours) return { text: 'what stands there does not carry our mark', moved: false };
  if (!listed.values.has('url')) {
    return { text: "the registry's token may not see its URL", moved: false };
  }
  const moved = context.registry.fields.server
    .filter(({ key }) => PLACES.has(key) && listed.values.has(key))
    .filter((field) => !sameValue(field.value(registration), listed.values.get(field.key)));
  if (moved.length > 0) {
    const keys = moved.map(({ key }) => key).join(', ');
    return {
      text: `${keys} in the registry ${moved.length === 1 ? 'is' : 'are'} not what the entry says`,
      moved: listedScheme(listed) !== 'none' && moved.some((field) => changedByHand(field, listed)),
    };
  }
  const scheme = listedScheme(listed);
  if (scheme === registration.authScheme || scheme === 'none') return undefined;
  return { text: `its scheme is ${scheme}, the entry's ${registration.authScheme}`, moved: false };
};

/** The registration with every field that decides where the token goes; undefined where it is gone. */
const readWhole = async (listed: Listed, { registry, snapshot }: Comparing): Promise<Listed | undefined> => {
  const isWhole = [...PLACES].every((key) => listed.values.has(key));
  if (isWhole || !isHarmless(listed, snapshot)) return listed;
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
  if (!why.moved) return [problem];
  return [
    problem,
    {
      rule: 'token-exposed',
      ...about,
      text: 'Its URL was changed in the registry while it held a credential: the token may have reached the other URL.',
      hint: "Revoke the client's tokens and rotate its secret.",
    },
  ];
};

/** Servers of a list by their path without its last slash. */
export const serversByPath = ({ listed }: Snapshot): ReadonlyMap<string, Listed> =>
  new Map(listed.filter(({ type }) => type === 'server').map((one) => [barePath(one.path), one]));

/** What is said where a run ended before its end. */
export const unfinished = (command: string, count: number): Problem => ({
  rule: 'command-failed',
  severity: 'error',
  subject: command,
  text: `The run was ended: ${count} of its registrations were not looked at.`,
});

/** Whether a token may be sent for a registration: to what stands in the registry, or why not. */
export type Judged =
  | { readonly state: 'same'; readonly listed: Listed }
  | {
      readonly state: 'absent' | 'withheld';
      readonly path: string;
      readonly note: string;
      readonly problems: readonly Problem[];
    };

/** Reads what stands at a registration's path and compares the two: every token goes through here. Throws SyncError. */
export const judge = async (
  registration: ServerRegistration,
  met: Listed | undefined,
  context: Sending,
): Promise<Judged> => {
  const listed = met && (await readWhole(met, context));
  if (listed === undefined) {
    return { state: 'absent', path: registration.path, note: 'not registered: run apply first', problems: [] };
  }
  const why = difference(registration, listed, context);
  if (why === undefined) return { state: 'same', listed };
  return {
    state: 'withheld',
    path: listed.path,
    note: why.text,
    problems: withheldProblems(registration, why, context),
  };
};
