import { digestOf, isUnset } from '../model/canonical.ts';
import { isObject } from '../model/json.ts';
import type { Registration } from '../model/registration.ts';
import { barePath, type Field, type FieldTable, type Mark, type Repository } from '../model/registry.ts';

/** Who marks: the configuration's owner, and the repository where it is known. */
export interface Marker {
  readonly owner: string;
  readonly repository?: Repository;
}

/** 48 bits: the digest tells a change from none, it proves nothing. */
const SHORT = 12;

/** Digest of one field's value; header values are replaced by whether they are a text or which secret they name. */
export const fieldDigest = (field: Field<never>, value: unknown): string => {
  const covered =
    field.compare === 'headers' && isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, header]) => [
            name.toLowerCase(),
            isObject(header) && typeof header['secret'] === 'string' ? { secret: header['secret'] } : 'text',
          ]),
        )
      : value;
  const sorted = field.compare === 'set' && Array.isArray(covered) ? [...new Set(covered)].sort() : covered;
  return digestOf(sorted).slice(0, SHORT);
};

/** Digest of an authentication scheme, as it stands in the mark. */
export const schemeDigest = (scheme: string): string => digestOf(scheme).slice(0, SHORT);

/** Digests of every field that is set, in the order of the table. */
const fieldDigests = (registration: Registration, table: FieldTable): Record<string, string> => {
  const digests: Record<string, string> = {};
  const add = <R extends Registration>(fields: readonly Field<R>[], of: R): void => {
    for (const field of fields) {
      const value = field.value(of);
      if (field.compare !== 'never' && !isUnset(value)) digests[field.key] = fieldDigest(field, value);
    }
  };
  if (registration.type === 'server') add(table.server, registration);
  else add(table.agent, registration);
  return digests;
};

/** Digest of what a credential of this registration is bound to. */
export const identityDigest = (registration: Registration): string => digestOf(registration.identity).slice(0, SHORT);

/** Whether a registration is left off until its lock is there. What is enabled already waits for nothing. */
export const waitsForLock = ({ awaitsLock, enabled }: Registration): boolean => awaitsLock === true && !enabled;

/** The mark that a registration is written with. `path` is spelled as the registry does where it is there already. */
export const markFor = (registration: Registration, marker: Marker, table: FieldTable): Mark => ({
  owner: marker.owner,
  ...(marker.repository ? { repository: marker.repository } : {}),
  path: barePath(registration.path),
  file: registration.origin.file,
  ...(registration.origin.endpoint === undefined ? {} : { endpoint: registration.origin.endpoint }),
  protect: registration.protect,
  enabled: registration.enabled,
  ...(waitsForLock(registration) ? { awaitsLock: true } : {}),
  ...(registration.disabling === undefined ? {} : { disabling: registration.disabling }),
  identity: identityDigest(registration),
  fields: fieldDigests(registration, table),
});
