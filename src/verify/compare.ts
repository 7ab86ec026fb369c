import type { ChangedPart, ToolChange } from '../model/tool-change.ts';
import { LOCK_LISTS, type LockedItem, type LockList, type ToolsLock } from '../model/tools-lock.ts';

/** A change, with the item as it was and as it is. */
export interface ComparedItem extends ToolChange {
  readonly before?: LockedItem;
  readonly after?: LockedItem;
}

const PARTS: readonly (readonly [ChangedPart, readonly (keyof LockedItem)[]])[] = [
  ['title', ['title']],
  ['description', ['description']],
  ['schema', ['inputSchema', 'outputSchema', 'arguments']],
  ['annotations', ['annotations']],
];

/** What differs; texts are compared themselves, for the digest of a lock is only what somebody wrote there. */
const changedParts = (before: LockedItem, after: LockedItem): readonly ChangedPart[] => {
  const parts = PARTS.filter(([, keys]) => keys.some((key) => before[key] !== after[key])).map(([part]) => part);
  return parts.length > 0 ? parts : before.digest === after.digest ? [] : ['other'];
};

/** Items by what tells them apart; of those that share it, each has its number. */
const byKey = (items: readonly LockedItem[]): ReadonlyMap<string, LockedItem> => {
  const counts = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const key = JSON.stringify([item.name, item.uriTemplate]);
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      return [`${key}${count}`, item] as const;
    }),
  );
};

const compareItems = (
  list: LockList,
  before: readonly LockedItem[],
  after: readonly LockedItem[],
): readonly ComparedItem[] => {
  const [was, is] = [byKey(before), byKey(after)];
  const changed = [...was].flatMap(([key, item]): ComparedItem[] => {
    const now = is.get(key);
    const { name } = item;
    if (now === undefined) return [{ list, name, change: 'removed', parts: [], before: item }];
    const parts = changedParts(item, now);
    return parts.length === 0 ? [] : [{ list, name, change: 'changed', parts, before: item, after: now }];
  });
  const added = [...is].flatMap(([key, item]): ComparedItem[] =>
    was.has(key) ? [] : [{ list, name: item.name, change: 'added', parts: [], after: item }],
  );
  return [...changed, ...added];
};

/** What the server or agent says of itself, as an item. */
const headOf = ({ server, agent }: ToolsLock): LockedItem => {
  const { name, title, description } = server
    ? { ...server, description: server.instructions }
    : { ...agent, title: undefined };
  return {
    name,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    digest: '',
  };
};

const compareHeads = (before: LockedItem, after: LockedItem): readonly ComparedItem[] => {
  const parts: ChangedPart[] = [
    ...(before.name === after.name && before.title === after.title ? [] : (['title'] as const)),
    ...(before.description === after.description ? [] : (['description'] as const)),
  ];
  return parts.length === 0 ? [] : [{ list: 'head', name: after.name, change: 'changed', parts, before, after }];
};

/** What differs between what was reviewed and what is there, in the order of the lists. */
export const compareLocks = (before: ToolsLock, after: ToolsLock): readonly ComparedItem[] => [
  ...compareHeads(headOf(before), headOf(after)),
  ...LOCK_LISTS.flatMap((list) => compareItems(list, before[list], after[list])),
];
