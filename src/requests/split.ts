import { locationOf } from '../catalogue/layout.ts';
import type { Tree } from '../model/catalogue.ts';

/** One request: everything that no other one has, or one account's entries. */
export interface RequestScope {
  readonly branch: string;
  readonly account?: string;
}

/** A first scan that brings more files than this goes out one request for each account. */
const MOST_FILES = 1000;

/** The account whose entry, or an entry's tool lock, lies at a path; undefined for what people wrote. */
export const accountOf = (path: string): string | undefined => {
  const location = locationOf(path);
  if (location.type === 'lock') return location.account;
  return location.type === 'scanned' ? location.key.account : undefined;
};

/** Accounts with an entry. */
const accountsIn = (tree: Tree): ReadonlySet<string> =>
  new Set([...tree.keys()].flatMap((path) => accountOf(path) ?? []));

/** Paths that differ between two catalogues. */
const differing = (one: Tree, other: Tree): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));

export const branchOf = (branch: string, account: string): string => `${branch}-${account}`;

export const scopeOf = (branch: string, account: string): RequestScope => ({
  branch: branchOf(branch, account),
  account,
});

const isIn = (path: string, scope: RequestScope, own: ReadonlySet<string>): boolean => {
  const account = accountOf(path);
  return scope.account === undefined ? account === undefined || !own.has(account) : account === scope.account;
};

/** A catalogue in which the paths of a scope are those of another one. */
const overlay = (under: Tree, over: Tree, isOver: (path: string) => boolean): Tree =>
  new Map(
    [...[...under].filter(([path]) => !isOver(path)), ...[...over].filter(([path]) => isOver(path))].toSorted(
      ([one], [other]) => (one < other ? -1 : 1),
    ),
  );

/** Puts a scope's part of `over` upon `under`. `own`: accounts with a request of their own. */
export const overlayScope = (
  trees: { readonly under: Tree; readonly over: Tree },
  scope: RequestScope,
  own: ReadonlySet<string>,
): Tree => overlay(trees.under, trees.over, (path) => isIn(path, scope, own));

/**
 * What a request's branch shall hold: the base, with its own scope as wanted and, for the one that has everything else,
 * what people wrote in it.
 */
export const wantedOf = (
  trees: { readonly base: Tree; readonly carried: Tree; readonly wanted: Tree },
  scope: RequestScope,
  own: ReadonlySet<string>,
): Tree => {
  const kept = overlay(trees.base, trees.carried, (path) => accountOf(path) === undefined);
  return overlayScope({ under: kept, over: trees.wanted }, scope, own);
};

export interface SplitQuestion {
  readonly base: Tree;
  readonly wanted: Tree;
  readonly by: 'catalogue' | 'account';
  /** Accounts whose own request is open. */
  readonly open: ReadonlySet<string>;
}

/** Accounts that change, and that the base has never seen: a request of their own may have been made for them before. */
export const newAccounts = ({ base, wanted }: Pick<SplitQuestion, 'base' | 'wanted'>): ReadonlySet<string> => {
  const merged = accountsIn(base);
  return new Set(
    differing(base, wanted)
      .flatMap((path) => accountOf(path) ?? [])
      .filter((it) => !merged.has(it)),
  );
};

/**
 * Accounts that get a request of their own: all that change where that is asked for; those that have one; and those of a
 * first scan that is too large to be reviewed at once.
 */
export const ownRequests = (question: SplitQuestion, earlier: ReadonlySet<string>): ReadonlySet<string> => {
  const { base, wanted, by, open } = question;
  const changed = differing(base, wanted);
  if (by === 'account') return new Set([...open, ...changed.flatMap((path) => accountOf(path) ?? [])]);
  const fresh = newAccounts(question);
  const files = changed.filter((path) => fresh.has(accountOf(path) ?? '')).length;
  const split = files > MOST_FILES ? fresh : new Set([...fresh].filter((account) => earlier.has(account)));
  return new Set([...open, ...split]);
};
