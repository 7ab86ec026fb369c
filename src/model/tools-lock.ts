import { digestOf } from './canonical.ts';
import type { LockedAgent, LockedItem, LockedServer } from './generated/tools-lock.ts';
import type { ResourceKey } from './resource.ts';

export type { LockedItem } from './generated/tools-lock.ts';

/** The lists of a lock, in the order in which they are written. */
export const LOCK_LISTS = ['tools', 'prompts', 'resourceTemplates', 'skills'] as const;

export type LockList = (typeof LOCK_LISTS)[number];

/** What was reviewed of one server or agent. Lists are sorted; what it has none of is an empty list. */
export type ToolsLock = { readonly [list in LockList]: readonly LockedItem[] } & (
  | { readonly server: LockedServer; readonly agent?: undefined }
  | { readonly agent: LockedAgent; readonly server?: undefined }
);

/** Digest of everything that a lock holds, whatever its file looks like. */
export const listDigest = (lock: ToolsLock): string => `sha256:${digestOf(lock)}`;

/** When a lock last changed, and the pull request in which people saw it, where that is known. */
export interface LockReview {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly request?: { readonly number: number; readonly url: string };
}

/** How many items of each list were reviewed. */
export type LockCounts = { readonly [list in LockList]: number };

/** Counts the items of a lock. */
export const lockCounts = ({ tools, prompts, resourceTemplates, skills }: ToolsLock): LockCounts => ({
  tools: tools.length,
  prompts: prompts.length,
  resourceTemplates: resourceTemplates.length,
  skills: skills.length,
});

/** What was reviewed of a resource, or of a named endpoint of it; undefined where it has no lock. */
export type Locked = (key: ResourceKey, endpoint?: string) => LockCounts | undefined;

/** The texts of an item that hold JSON. */
export const LOCK_JSON = ['annotations', 'inputSchema', 'outputSchema', 'arguments'] as const;

/** What an item's JSON text holds; undefined where it has none. */
export const lockedJson = (item: LockedItem, name: (typeof LOCK_JSON)[number]): unknown => {
  const text = item[name];
  return text === undefined ? undefined : JSON.parse(text);
};
