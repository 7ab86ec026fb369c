import type { Filter } from '../model/generated/configuration.ts';
import { RESOURCE_KINDS } from '../model/generated/resource-kinds.ts';

const KEYS = ['name', 'id', 'account', 'region', 'tag'] as const;

const parseFilter = (item: string): Filter | undefined => {
  const split = item.indexOf('=');
  const value = item.slice(split + 1);
  if (split < 1 || value === '') return undefined;
  const name = item.slice(0, split);
  const kind = name === 'kind' ? RESOURCE_KINDS.find((known) => known === value) : undefined;
  if (kind !== undefined) return { kind };
  const key = KEYS.find((known) => known === name);
  return key === undefined ? undefined : { [key]: value };
};

/** Reads filters given as flags or inputs (`name=pricing-*`, `tag=team=payments`); what is none comes back as it was met. */
export const parseFilters = (
  items: readonly string[],
): { readonly filters: readonly Filter[]; readonly unknown: readonly string[] } => {
  const read = items.map((item) => ({ item, filter: parseFilter(item) }));
  return {
    filters: read.flatMap(({ filter }) => (filter === undefined ? [] : [filter])),
    unknown: read.flatMap(({ item, filter }) => (filter === undefined ? [item] : [])),
  };
};
