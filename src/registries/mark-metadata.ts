import { digestOf } from '../model/canonical.ts';
import { isObject } from '../model/json.ts';
import { type Disabling, MARK_KEY } from '../model/registration.ts';
import type { Mark, MarkReading } from '../model/registry.ts';

const FORM = 1;

/** Releases that know no other disabling than a person's read a reason, and keep it off. */
const TOOLS_REASON = 'its tools changed';

const disablingToMetadata = (disabling: Disabling): Record<string, unknown> => ({
  disabled_at: disabling.at,
  ...(disabling.by === 'person'
    ? { disabled_reason: disabling.reason }
    : {
        disabled_by: disabling.by,
        disabled_reason: TOOLS_REASON,
        disabled_list: disabling.list,
        ...(disabling.reviewed === undefined ? {} : { disabled_lock: disabling.reviewed }),
      }),
  ...(disabling.said === undefined ? {} : { disabled_said: disabling.said }),
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
  ...(mark.awaitsLock ? { awaits_lock: true } : {}),
  ...(mark.disabling ? disablingToMetadata(mark.disabling) : {}),
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

/** The last second that a date can have. */
const LAST_SECOND = 8.64e12;

const readDisabling = ({
  disabled_at: at,
  disabled_by: by,
  disabled_reason: reason,
  disabled_list: list,
  disabled_lock: reviewed,
  disabled_said: said,
}: Readonly<Record<string, unknown>>): { readonly disabling?: Disabling } => {
  if (typeof at !== 'number' || !(at >= 0 && at <= LAST_SECOND) || typeof reason !== 'string') return {};
  const common = { at, ...(typeof said === 'boolean' ? { said } : {}) };
  return by === 'tools' && typeof list === 'string'
    ? { disabling: { ...common, by, list, ...(typeof reviewed === 'string' ? { reviewed } : {}) } }
    : { disabling: { ...common, by: 'person', reason } };
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
      ...(raw['awaits_lock'] === true ? { awaitsLock: true } : {}),
      ...readDisabling(raw),
      identity,
      fields,
    },
  };
};
