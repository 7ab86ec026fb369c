import type { Change, Plan } from '../model/plan.ts';
import { number } from './wording.ts';

/** Ranks of changes: what moves requests, credentials or the audience first, what only adds last. */
const RANKS = ['trust', 'conflict', 'delete', 'replace', 'update', 'create'] as const;

export type Rank = (typeof RANKS)[number];

/** Changes of one rank that are all shown; of more, half as many. Of those that change trust it is more, for none should be overlooked. */
const MOST: Readonly<Record<Rank, number>> = {
  trust: 100,
  conflict: 20,
  delete: 50,
  replace: 50,
  update: 20,
  create: 20,
};

/** Of one account, once there are too many. */
const OF_ACCOUNT = 2;
/** Accounts whose rest is counted on a line of its own. */
const ACCOUNTS = 5;

/** True where a change moves requests, credentials or the audience of what is registered already. */
const changesTrust = (change: Change): boolean =>
  'fields' in change && change.fields.some(({ dangerous }) => dangerous === true);

/** Undefined: it changes nothing. */
const rankOf = (change: Change): Rank | undefined => {
  if (changesTrust(change)) return 'trust';
  return change.action === 'unchanged' ? undefined : change.action;
};

/** The account in whose folder a change's entry lies; entries of people have none. */
const accountOf = (change: Change): string => {
  const file = change.action === 'delete' ? change.registered.file : change.registration.origin.file;
  const [folder = ''] = (file ?? '').split('/');
  return /^\d{12}$/.test(folder) ? folder : '';
};

/** The changes of one rank, as far as they are shown, and how many were left out where. */
export interface Ranked {
  readonly rank: Rank;
  readonly shown: readonly Change[];
  readonly left: readonly string[];
}

const WORDS: Readonly<Record<Rank, string>> = {
  trust: 'that change trust',
  conflict: 'in conflict',
  delete: 'to delete',
  replace: 'to replace',
  update: 'to update',
  create: 'to create',
};

const leftLines = (rank: Rank, cut: readonly Change[]): string[] => {
  const accounts = [...Map.groupBy(cut, accountOf)];
  const line = (count: number, where: string): string => `and ${number(count)} more ${WORDS[rank]}${where}`;
  const named = accounts.slice(0, accounts.length <= ACCOUNTS + 1 ? accounts.length : ACCOUNTS);
  const rest = accounts.slice(named.length).reduce((sum, [, members]) => sum + members.length, 0);
  return [
    ...named.map(([account, members]) => line(members.length, account === '' ? '' : ` in ${account}`)),
    ...(rest === 0 ? [] : [line(rest, ` in ${number(accounts.length - named.length)} other accounts`)]),
  ];
};

/** The first of each account, and no more than so many. */
const firstOfEach = (changes: readonly Change[], most: number): ReadonlySet<Change> => {
  const accounts = [...Map.groupBy(changes, accountOf).values()];
  return new Set(accounts.flatMap((members) => members.slice(0, OF_ACCOUNT)).slice(0, most));
};

/**
 * The changes of a plan, those that change trust first, in each rank by path. Where a rank has many, the first of each
 * account are shown and the rest is counted by account; `full` shows all.
 */
export const rankedChanges = (
  { changes }: Pick<Plan, 'changes'>,
  { full = false }: { readonly full?: boolean | undefined },
): readonly Ranked[] => {
  const byRank = Map.groupBy(changes, rankOf);
  return RANKS.flatMap((rank): Ranked[] => {
    const members = byRank.get(rank) ?? [];
    if (members.length === 0) return [];
    if (full || members.length <= MOST[rank]) return [{ rank, shown: members, left: [] }];
    const kept = firstOfEach(members, MOST[rank] / 2);
    return [
      {
        rank,
        shown: members.filter((change) => kept.has(change)),
        left: leftLines(
          rank,
          members.filter((change) => !kept.has(change)),
        ),
      },
    ];
  });
};
