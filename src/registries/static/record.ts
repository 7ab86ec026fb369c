import { sameValue } from '../../model/canonical.ts';
import type { Mark } from '../../model/registry.ts';
import type { SiteEntry, SiteServer } from './entry.ts';

/** One registration as a site keeps it. */
export interface SiteRecord {
  readonly entry: SiteEntry;
  /** Whether it is on the site: what is off is kept, and shown to nobody. */
  readonly shown: boolean;
  readonly mark?: Mark;
  /** How often what clients see of it changed: the last number of its version. */
  readonly changes: number;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly updatedAt: number;
}

/** A server's registration. */
export type ServerRecord = SiteRecord & { readonly entry: SiteServer };

/** A server that was on the site and is gone: whoever has it installed is told so. */
export interface Removed {
  readonly path: string;
  /** The name that clients know. */
  readonly name: string;
  readonly changes: number;
  readonly publishedAt: number;
  readonly removedAt: number;
}

/** Everything that a site is made of. */
export interface SiteState {
  /** The names' part before the slash; absent in states of releases that kept none. */
  readonly namespace?: string;
  /** Sorted by path, then type. */
  readonly records: readonly SiteRecord[];
  /** Sorted by path, then name. */
  readonly removed: readonly Removed[];
}

export const EMPTY: SiteState = { records: [], removed: [] };

/** Counts changes: `1.0.<changes>`. */
export const versionOf = (changes: number): string => `1.0.${changes}`;

/** A record with what is wanted now; its version counts only what changed. */
export const changedRecord = (
  before: SiteRecord | undefined,
  wanted: Pick<SiteRecord, 'entry' | 'shown'> & { readonly mark: Mark },
  { now, former }: { readonly now: number; readonly former: Removed | undefined },
): SiteRecord => {
  if (before === undefined) {
    const changes = former === undefined ? 0 : former.changes + 1;
    return { ...wanted, changes, publishedAt: former?.publishedAt ?? now, updatedAt: now };
  }
  const same = before.shown === wanted.shown && sameValue(before.entry, wanted.entry);
  const { changes, publishedAt, updatedAt } = before;
  return {
    ...wanted,
    publishedAt,
    changes: same ? changes : changes + 1,
    updatedAt: same ? updatedAt : now,
  };
};
