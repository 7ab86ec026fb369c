import type { Filter } from '../model/generated/configuration.ts';
import { RESOURCE_KINDS } from '../model/generated/resource-kinds.ts';
import { parseTerm } from './only.ts';

const KEYS = ['name', 'id', 'account', 'region', 'tag'] as const;

const parseFilter = (item: string): Filter | undefined => {
  const term = parseTerm(item);
  if (term === undefined) return undefined;
  const kind = term.key === 'kind' ? RESOURCE_KINDS.find((known) => known === term.glob) : undefined;
  if (kind !== undefined) return { kind };
  const key = KEYS.find((known) => known === term.key);
  return key === undefined ? undefined : { [key]: term.glob };
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
