import { compareTexts } from '../model/compare-texts.ts';
import type { UnseenPlace } from '../model/plan.ts';
import type { ResourceKey } from '../model/resource.ts';
import { isOverdue } from './coverage.ts';

/** What tells of an entry whether a scan sees it. */
export interface Seeing {
  /** The configuration leaves it out, so no scan looks there. */
  readonly isOutside: (key: ResourceKey) => boolean;
  /** When everything in scope was last scanned whole, RFC 3339; null: never. Absent: nobody was asked. */
  readonly last?: string | null;
  /** Milliseconds. */
  readonly now: number;
}

/** Entries that no scan sees, counted by account and, where only a Region is left out, by Region. Pure. */
export const unseenPlaces = (
  keys: readonly ResourceKey[],
  { isOutside, last, now }: Seeing,
): readonly UnseenPlace[] => {
  const late = last !== undefined && isOverdue(last, now) ? { since: last } : undefined;
  const places = new Map<string, UnseenPlace>();
  for (const key of keys) {
    const outside = isOutside(key);
    const since = outside ? {} : late;
    if (since === undefined) continue;
    const place = outside ? `${key.account} ${key.region}` : key.account;
    places.set(place, { place, entries: (places.get(place)?.entries ?? 0) + 1, ...since });
  }
  return [...places.values()].toSorted((one, other) => compareTexts(one.place, other.place));
};
