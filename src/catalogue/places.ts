import type { EntryChange, PlaceChange } from '../model/entry-change.ts';
import { reachedAt } from '../model/entry-parts.ts';
import type { EntryFile } from '../model/generated/entry.ts';

/** Everything that says where the requests and the credentials of an entry's registration go: URLs, and for a resource its ARN. */
export const placesOf = (value: EntryFile, endpoint?: string): readonly string[] => {
  if ('source' in value) {
    return [reachedAt(value, endpoint), value.source.arn];
  }
  const { url, mcpEndpoint, sseEndpoint } = value.registration;
  return [url, mcpEndpoint, sseEndpoint].filter((one) => one !== undefined);
};

/** Origins that a header of an entry is sent to. */
export const originsOf = (value: EntryFile): readonly string[] => [
  ...new Set(placesOf(value).flatMap((place) => (place.startsWith('arn:') ? [] : [URL.parse(place)?.origin ?? place]))),
];

/** Header names as they may be shown, each with the secret that it names: `X-Key`, `X-Key (secret apikey)`. Sorted. */
export const headerNames = (value: EntryFile): readonly string[] =>
  Object.entries(value.registration.headers ?? {})
    .map(([name, header]) => (typeof header === 'string' ? name : `${name} (secret ${header.secret})`))
    .toSorted();

/**
 * Every new or changed place of a request's entries, new entries with all of theirs: what a reviewer alone answers for where
 * nothing else confirms it. By file.
 */
export const placeChanges = (changes: readonly EntryChange[]): readonly PlaceChange[] =>
  changes.flatMap(({ action, file, path, url, arn, differences }): PlaceChange[] => {
    if (action === 'delete') return [];
    const own: PlaceChange[] =
      action === 'update'
        ? []
        : [
            ...(url === undefined ? [] : [{ file, path, field: 'url', after: url }]),
            ...(arn === undefined ? [] : [{ file, path, field: 'arn', after: arn }]),
          ];
    const other = differences.filter(
      ({ risk, field }) => risk === 'url' && (own.length === 0 || !/\.(url|arn)$/.test(field)),
    );
    return [...own, ...other.map(({ field, before, after }) => ({ file, path, field, before, after }))];
  });
