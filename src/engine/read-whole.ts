import { movedPlaces } from '../model/places.ts';
import type { Registration } from '../model/registration.ts';
import type { FieldTable, Listed, Registry, Snapshot } from '../model/registry.ts';
import { addressKey, barePath, listedScheme } from '../model/registry.ts';
import { mapLimit } from '../net/concurrency.ts';
import { expectsCredential } from './credential-step.ts';
import { identityDigest } from './mark.ts';

export interface DeepenOptions {
  /** Whether an update would set a registration's credential: then all places must be known. */
  readonly getsCredential?: (registration: Registration) => boolean;
  /** What becomes ours in this run, by its path: it is read whole, for lists hide what would be lost. */
  readonly adopts?: (path: string) => boolean;
  /** Read everything of ours, not only what the list and the mark can't tell. */
  readonly deep: boolean;
  readonly concurrency: number;
  readonly signal?: AbortSignal;
}

/** Header values are in no digest: whether they changed shows only in the registration itself. */
const hasHeaders = (listed: Listed, registration: Registration | undefined): boolean =>
  (registration?.type === 'server' && Object.keys(registration.headers).length > 0) ||
  (listed.mark.type === 'mark' && Object.hasOwn(listed.mark.mark.fields, 'headers'));

/** Where a plan will have a credential set: none stands there, or it belongs to another place, scheme or identity. */
const setsCredential = (registration: Registration, listed: Listed, table: FieldTable): boolean =>
  expectsCredential(registration) &&
  (listedScheme(listed) !== registration.authScheme ||
    (listed.mark.type === 'mark' && listed.mark.mark.identity !== identityDigest(registration)) ||
    movedPlaces(registration, listed, table).length > 0);

/** A registration as the list shows it, with the fields that only reading it shows. */
export const mergeRead = (listed: Listed, one: Listed | undefined): Listed =>
  one
    ? {
        ...listed,
        values: new Map([...listed.values, ...one.values]),
        ...(one.unheld ? { unheld: one.unheld } : {}),
      }
    : listed;

/**
 * A snapshot with the fields that lists don't show, for what carries our mark: all of it, or only entries with headers and
 * those whose credential is about to be set.
 */
export const readWholeSnapshot = async (
  registry: Registry,
  known: { readonly snapshot: Snapshot; readonly registrations: readonly Registration[] },
  options: DeepenOptions,
): Promise<Snapshot> => {
  const { snapshot, registrations } = known;
  const wanted = new Map(registrations.map((one) => [addressKey(one), one]));
  const wants = (listed: Listed): boolean => {
    if (listed.fragile) return false;
    const registration = wanted.get(addressKey(listed));
    if (registration === undefined) return false;
    if (listed.mark.type !== 'mark' || listed.mark.mark.path !== barePath(listed.path)) {
      return options.adopts?.(listed.path) === true;
    }
    const sets =
      setsCredential(registration, listed, registry.fields) && options.getsCredential?.(registration) === true;
    return options.deep || sets || hasHeaders(listed, registration);
  };
  const listed = await mapLimit(snapshot.listed, options.concurrency, async (one) =>
    wants(one) ? mergeRead(one, await registry.read(one, options.signal)) : one,
  );
  return { ...snapshot, listed };
};
