import { MARK_KEY, type Registration } from '../model/registration.ts';
import { canonicalJson, digestOf, isObject } from './canonical.ts';
import type { Field, FieldTable, Mark, MarkReading, Repository } from './registry.ts';

/** Who marks: the configuration's owner, and the repository where it is known. */
export interface Marker {
  readonly owner: string;
  readonly repository?: Repository;
}

const FORM = 1;

/** 48 bits: the digest tells a change from none, it proves nothing. */
const SHORT = 12;

/** A path without its last slash: both spellings are one name for the registry. */
export const barePath = (path: string): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);

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

/** True where a value takes no place in the registry: absent, or an empty list or object. */
export const isUnset = (value: unknown): boolean => ['', 'null', '[]', '{}', '""'].includes(canonicalJson(value));

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

/** The mark that a registration is written with. `path` is spelled as the registry does where it is there already. */
export const markFor = (registration: Registration, marker: Marker, table: FieldTable): Mark => ({
  owner: marker.owner,
  ...(marker.repository ? { repository: marker.repository } : {}),
  path: barePath(registration.path),
  file: registration.origin.file,
  ...(registration.origin.endpoint === undefined ? {} : { endpoint: registration.origin.endpoint }),
  protect: registration.protect,
  enabled: registration.enabled,
  identity: identityDigest(registration),
  fields: fieldDigests(registration, table),
});

/** The mark as it stands in the metadata. */
export const markToMetadata = (mark: Mark): Record<string, unknown> => ({
  form: FORM,
  owner: mark.owner,
  ...(mark.repository ? { repository: mark.repository.name, repository_id: mark.repository.id } : {}),
  path: mark.path,
  file: mark.file,
  ...(mark.endpoint === undefined ? {} : { endpoint: mark.endpoint }),
  ...(mark.protect ? { protect: true } : {}),
  enabled: mark.enabled,
  identity: mark.identity,
  digest: digestOf(mark.fields),
  fields: { ...mark.fields },
});

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const readFields = (value: unknown): Record<string, string> | undefined => {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).filter(([, digest]) => digest !== null);
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return texts.length === entries.length ? Object.fromEntries(texts) : undefined;
};

/**
 * Reads the mark out of a registration's metadata. `broken`: the key is there, but what it holds is not what this tool
 * writes, or its digest does not fit: nobody may be deleted for it.
 */
export const readMark = (metadata: unknown): MarkReading => {
  if (!isObject(metadata) || !isObject(metadata[MARK_KEY])) return { type: 'none' };
  const raw = metadata[MARK_KEY];
  const owner = text(raw['owner']);
  const path = text(raw['path']);
  const file = text(raw['file']);
  const identity = text(raw['identity']);
  const fields = readFields(raw['fields']);
  const whole = raw['form'] === FORM && raw['digest'] === digestOf(fields);
  if (!owner || !path || !file || !identity || !fields || !whole) {
    return { type: 'broken', ...(owner ? { owner } : {}) };
  }
  const [name, id] = [text(raw['repository']), text(raw['repository_id'])];
  const endpoint = text(raw['endpoint']);
  return {
    type: 'mark',
    mark: {
      owner,
      ...(name && id ? { repository: { name, id } } : {}),
      path,
      file,
      ...(endpoint === undefined ? {} : { endpoint }),
      protect: raw['protect'] === true,
      enabled: raw['enabled'] === true,
      identity,
      fields,
    },
  };
};
