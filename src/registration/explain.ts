import { CALLERS_TEXT } from '../model/callers.ts';
import { isUnset } from '../model/canonical.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Registration } from '../model/registration.ts';
import type { Field, FieldTable } from '../model/registry.ts';
import type { Shown, ShownField } from '../model/show.ts';
import type { RenderSettings } from './registration-fields.ts';
import { renderEntry } from './render.ts';

const shownFields = <R extends Registration>(fields: readonly Field<R>[], registration: R): ShownField[] =>
  fields.flatMap((field): ShownField[] => {
    const value = field.value(registration);
    if (isUnset(value)) return [];
    const from = registration.from[field.key] ?? 'default';
    return field.compare === 'headers'
      ? [{ field: field.key, secret: true, from }]
      : [{ field: field.key, value, from }];
  });

/** The registrations that an entry gives, each field with who decided about it: entry, source, configuration or default. */
export const explainEntry = (entry: Entry, settings: RenderSettings, table: FieldTable): readonly Shown[] =>
  renderEntry(entry, settings).map((registration) => ({
    path: registration.path,
    type: registration.type,
    file: entry.path,
    ...(registration.origin.endpoint === undefined ? {} : { endpoint: registration.origin.endpoint }),
    fields: [
      ...(registration.type === 'server'
        ? shownFields(table.server, registration)
        : shownFields(table.agent, registration)),
      ...(registration.type === 'server' && registration.callers === true
        ? [{ field: 'credential', value: CALLERS_TEXT, from: 'entry' as const }]
        : []),
      { field: 'enabled', value: registration.enabled, from: registration.from['enabled'] ?? 'default' },
    ],
  }));
