import { isUnset, sameValue } from '../../model/canonical.ts';
import { isObject } from '../../model/json.ts';
import { isPlace } from '../../model/places.ts';
import type { Registration } from '../../model/registration.ts';
import { MARK_KEY } from '../../model/registration.ts';
import type { Listed, Task, Write } from '../../model/registry.ts';
import { markToMetadata } from '../mark-metadata.ts';
import type { Abilities } from './abilities.ts';
import { AGENT_FIELDS, SERVER_FIELDS } from './fields.ts';
import type { Row } from './wire.ts';
import { isText, OWN_TAGS, texts } from './wire.ts';

type Put = Extract<Task, { type: 'put' }>;
type RawRecord = Readonly<Record<string, unknown>>;

/** What a registry can hold of a registration. */
type Holds = Pick<Abilities, 'serverVisibility' | 'agentGroups'>;

interface Value {
  readonly row: Row<never>;
  readonly value: unknown;
}

/** Metadata as written: the entry's, the keys that people may own, and the mark. */
const writtenMetadata = (write: Write, kept: Listed | undefined): Record<string, unknown> => {
  const stands = kept?.values.get('metadata');
  const owned = Object.entries(isObject(stands) ? stands : {}).filter(
    ([key]) => write.keep.has('metadata') || write.keep.has(`metadata.${key}`),
  );
  return { ...write.registration.metadata, ...Object.fromEntries(owned), [MARK_KEY]: markToMetadata(write.mark) };
};

/** What is written for one row: headers with their values, tags with those that the registry added, people's own values. */
const writtenValue = (field: Value, write: Write, kept: Listed | undefined): unknown => {
  const { row } = field;
  if (row.key === 'headers') return write.headers;
  if (row.key === 'metadata') return writtenMetadata(write, kept);
  const value = kept && write.keep.has(row.key) && kept.values.has(row.key) ? kept.values.get(row.key) : field.value;
  if (row.key !== 'tags') return value;
  return [...new Set([...texts(value), ...texts(kept?.raw['tags']).filter((tag) => OWN_TAGS.has(tag))])];
};

const valuesOf = <R extends Registration>(rows: readonly Row<R>[], registration: R): Value[] =>
  rows.map((row) => ({ row, value: row.value(registration) }));

/** Every row that the registry at hand can hold, with what is written. `kept` is what stands there. */
const writtenValues = (write: Write, abilities: Holds, kept?: Listed): Value[] => {
  const { registration } = write;
  const values =
    registration.type === 'server' ? valuesOf(SERVER_FIELDS, registration) : valuesOf(AGENT_FIELDS, registration);
  return values
    .filter(({ row }) => row.needs === undefined || abilities[row.needs])
    .map((field) => ({ row: field.row, value: writtenValue(field, write, kept) }));
};

/** Fields that we do not manage, but that an overwrite would lose: read, and sent again. */
const unmanaged = (kept: RawRecord, keepTools: boolean): Record<string, string> => {
  const form: Record<string, string> = {};
  const version = kept['version'];
  if (isText(version) && version !== 'v1.0.0') form['version'] = version;
  const status = kept['status'];
  if (isText(status) && status !== 'active') form['status'] = status;
  for (const name of ['source_created_at', 'source_updated_at']) {
    const time = kept[name];
    if (isText(time)) form[name] = time;
  }
  const externalTags = texts(kept['external_tags']);
  if (externalTags.length > 0) form['external_tags'] = externalTags.join(',');
  const tools = kept['tool_list'];
  if (keepTools && Array.isArray(tools) && tools.length > 0) {
    form['tool_list_json'] = JSON.stringify(tools);
    form['num_tools'] = String(tools.length);
  }
  return form;
};

const authForm = (write: Write, scheme: Put['authScheme']): Record<string, string> => {
  if (scheme === 'none' || write.registration.type !== 'server') return { auth_scheme: 'none' };
  const headerName = write.registration.authHeaderName;
  return {
    auth_scheme: scheme,
    ...(headerName === undefined ? {} : { auth_header_name: headerName }),
    ...(write.credential === undefined ? {} : { auth_credential: write.credential }),
  };
};

/** The form that registers a server that is not there yet. */
export const createForm = (write: Write, abilities: Holds): Record<string, string> => {
  const scheme = write.registration.type === 'server' ? write.registration.authScheme : 'none';
  return {
    path: write.registration.path,
    ...rowsForm(write, abilities),
    ...authForm(write, write.credential === undefined ? 'none' : scheme),
    overwrite: 'false',
  };
};

const rowsForm = (write: Write, abilities: Holds, kept?: Listed): Record<string, string> => {
  const form: Record<string, string> = {};
  for (const { row, value } of writtenValues(write, abilities, kept)) {
    if (row.compare !== 'auth' && !isUnset(value)) Object.assign(form, row.form(value));
  }
  return form;
};

/** A place that the entry does not have is sent empty: where an empty field counts as not sent, that costs nothing. */
const emptyPlaces = ({ registration }: Write): Record<string, string> =>
  registration.type === 'agent'
    ? {}
    : Object.fromEntries(
        SERVER_FIELDS.filter((row) => isPlace(row.key) && isUnset(row.value(registration))).map((row) => [
          row.sent,
          '',
        ]),
      );

/** The form that writes every field of a server that carries our mark. `kept` is the record as it stands. */
export const overwriteForm = (
  write: Write,
  abilities: Holds,
  update: Pick<Put, 'fields' | 'authScheme'> & { readonly path: string; readonly kept: Listed },
): Record<string, string> => ({
  path: update.path,
  ...emptyPlaces(write),
  ...rowsForm(write, abilities, update.kept),
  ...unmanaged(update.kept.raw, !update.fields.has('tools')),
  ...authForm(write, update.authScheme),
  overwrite: 'true',
});

/** The JSON body of an agent, whole: PUT puts what is left out back to its default. */
export const agentBody = (write: Write, abilities: Holds, kept?: Listed): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const { row, value } of writtenValues(write, abilities, kept)) {
    if (!isUnset(value)) Object.assign(body, row.json(value));
  }
  return body;
};

/**
 * A value for a merge patch (RFC 7396): whole, for registries that replace members as they are, with null for the keys
 * that go, for those that merge deeper.
 */
const patchValue = (before: unknown, after: unknown): unknown => {
  if (!isObject(before) || !isObject(after)) return after;
  const gone = Object.keys(before).filter((key) => before[key] !== null && !Object.hasOwn(after, key));
  const stays = Object.entries(after).map(([key, value]) => [key, patchValue(before[key], value)]);
  return { ...Object.fromEntries(stays), ...Object.fromEntries(gone.map((key) => [key, null])) };
};

/** The merge patch that makes a record what a registration wants, credential apart; empty when it is so already. */
export const recordPatch = (
  write: Write,
  abilities: Holds,
  update: { readonly listed: Listed; readonly fields: ReadonlySet<string> },
): Record<string, unknown> => {
  const { raw } = update.listed;
  const patch: Record<string, unknown> = {};
  for (const { row, value } of writtenValues(write, abilities, update.listed)) {
    if (row.compare === 'auth' || row.compare === 'never') continue;
    if (row.compare === 'digest' && !update.fields.has(row.key)) continue;
    const unset = isUnset(value);
    const seen = row.key === 'metadata' || row.key === 'tags' ? raw[row.key] : row.one.read(raw);
    if (unset && isUnset(seen)) continue;
    if (!unset && sameAs(row, seen, value)) continue;
    for (const [name, member] of Object.entries(row.json(value))) {
      patch[name] = unset ? emptied(raw[name]) : patchValue(raw[name], member);
    }
  }
  return patch;
};

const sameAs = (row: Row<never>, seen: unknown, value: unknown): boolean =>
  row.compare === 'set'
    ? sameValue([...new Set(texts(seen))].sort(), [...new Set(texts(value))].sort())
    : sameValue(seen, value);

/** A list is emptied by an empty one; everything else is removed. */
const emptied = (value: unknown): unknown => (Array.isArray(value) ? [] : null);
