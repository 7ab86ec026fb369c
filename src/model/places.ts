import { sameValue } from './canonical.ts';
import type { ServerRegistration } from './registration.ts';
import type { Field, FieldTable, Listed } from './registry.ts';

/** Fields that say where the registry sends requests, and the credential with them. */
const PLACES: ReadonlySet<string> = new Set(['url', 'mcpEndpoint', 'sseEndpoint']);

/** Whether a field (by its name in the field table) says where requests and credentials go. */
export const isPlace = (field: string): boolean => PLACES.has(field);

/** True where the registry showed every field that says where requests go: lists leave some of them out. */
export const showsPlaces = (listed: Listed): boolean => [...PLACES].every((key) => listed.values.has(key));

/** The places that the registry shows with another value than the entry's, as rows of the field table. */
export const movedPlaces = (
  registration: ServerRegistration,
  listed: Listed,
  table: FieldTable,
): readonly Field<ServerRegistration>[] =>
  table.server
    .filter(({ key }) => PLACES.has(key) && listed.values.has(key))
    .filter((field) => !sameValue(field.value(registration), listed.values.get(field.key)));

/** Places by name, for a sentence: `url, sseEndpoint in the registry are not what the entry says`. */
export const placesText = (moved: readonly Pick<Field, 'key'>[]): string => {
  const keys = moved.map(({ key }) => key).join(', ');
  return `${keys} in the registry ${moved.length === 1 ? 'is' : 'are'} not what the entry says`;
};
