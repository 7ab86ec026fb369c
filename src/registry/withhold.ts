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

/** Fields that say where the registry sends requests, and the token with them. */
const PLACES: ReadonlySet<string> = new Set(['url', 'mcpEndpoint', 'sseEndpoint']);

/** Our mark, written for this very path: a copied one says nothing. */
const isMarked = (listed: Listed, { owner }: Marker): boolean =>
  listed.mark.type === 'mark' && listed.mark.mark.owner === owner && listed.mark.mark.path === barePath(listed.path);

/** Why the token must not reach what stands in the registry. `moved`: what it held before may have gone elsewhere. */
export interface Difference {
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
export const difference = (
  registration: ServerRegistration,
  listed: Listed,
  context: Comparing,
): Difference | undefined => {
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
export const readWhole = async (listed: Listed, { registry, snapshot }: Comparing): Promise<Listed | undefined> => {
  const isWhole = [...PLACES].every((key) => listed.values.has(key));
  if (isWhole || !isHarmless(listed, snapshot)) return listed;
  const one = await registry.read(listed);
  return one && mergeRead(listed, one);
};
