import { registeredAs } from '../catalogue/asked-paths.ts';
import type { Decided, EntryDefaults } from '../config/defaults.ts';
import { CALLERS_TEXT } from '../model/callers.ts';
import { isUnset } from '../model/canonical.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Place } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { Field, FieldTable } from '../model/registry.ts';
import type { FieldOrigin, Shown, ShownField } from '../model/show.ts';
import type { RenderSettings } from './registration-fields.ts';
import { renderEntry } from './render.ts';

const placeText = ({ file, line }: Place): string => (line === undefined ? file : `${file}:${line}`);

/** Where the rows of the configuration stand that decided about a field, or added to it. */
const rowsOf = (key: string, defaults: EntryDefaults): { readonly rows?: readonly string[] } => {
  const { unitUnknown: _, ...decided } = defaults;
  const rows = new Map<string, Decided<unknown> | undefined>(Object.entries(decided)).get(key)?.by ?? [];
  return rows.length === 0 ? {} : { rows: rows.map(placeText) };
};

const isByRow = (key: string, from: FieldOrigin): boolean => from === 'configuration' || key === 'tags';

const shownFields = <R extends Registration>(
  fields: readonly Field<R>[],
  registration: R,
  defaults: EntryDefaults,
): ShownField[] =>
  fields.flatMap((field): ShownField[] => {
    const value = field.value(registration);
    if (isUnset(value)) return [];
    const from = registration.from[field.key] ?? 'default';
    const rows = isByRow(field.key, from) ? rowsOf(field.key, defaults) : {};
    return field.compare === 'headers'
      ? [{ field: field.key, secret: true, from }]
      : [{ field: field.key, value, from, ...rows }];
  });

/** A field that is no registration's but says what becomes of the entry as a whole. */
const wholeField = (
  entry: Entry,
  field: 'register' | 'credential',
  { value, defaults }: { readonly value: unknown; readonly defaults: EntryDefaults },
): ShownField =>
  entry.byDefault?.includes(field) === true
    ? { field, value, from: defaults[field]?.own === true ? 'default' : 'configuration', ...rowsOf(field, defaults) }
    : { field, value, from: 'entry' };

/** What an entry that registers nothing shows: who says so. */
const leftOut = (entry: Entry, defaults: EntryDefaults): Shown => ({
  path: entry.value.registration.path,
  type: registeredAs(entry.value),
  file: entry.path,
  fields: [wholeField(entry, 'register', { value: false, defaults })],
});

/** The registrations that an entry gives, each field with who decided about it: entry, source, configuration or default. */
export const explainEntry = (entry: Entry, settings: RenderSettings, table: FieldTable): readonly Shown[] => {
  const defaults = settings.defaultsOf(entry.value);
  if (entry.value.registration.register === false) return [leftOut(entry, defaults)];
  return renderEntry(entry, settings).map((registration) => ({
    path: registration.path,
    type: registration.type,
    file: entry.path,
    ...(registration.origin.endpoint === undefined ? {} : { endpoint: registration.origin.endpoint }),
    fields: [
      ...(registration.type === 'server'
        ? shownFields(table.server, registration, defaults)
        : shownFields(table.agent, registration, defaults)),
      ...(registration.type === 'server' && registration.callers === true
        ? [wholeField(entry, 'credential', { value: CALLERS_TEXT, defaults })]
        : []),
      {
        field: 'enabled',
        value: registration.enabled,
        from: registration.from['enabled'] ?? 'default',
        ...(registration.from['enabled'] === 'configuration' ? rowsOf('enabled', defaults) : {}),
      },
    ],
  }));
};
