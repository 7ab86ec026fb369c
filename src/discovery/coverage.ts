import { compareTexts } from '../model/compare-texts.ts';
import type { CoverageRow } from '../model/coverage.ts';
import type { Problem } from '../model/problem.ts';
import type { Listing, ScanResult } from '../model/resource.ts';

/** When the catalogue was last scanned whole, and which accounts it held then. */
export interface LastScan {
  /** RFC 3339; null: never. Absent: nobody could be asked. */
  readonly at?: string | null;
  /** Accounts with files. */
  readonly accounts: ReadonlySet<string>;
}

const STATES = ['incomplete', 'narrowed', 'not-asked', 'complete'] as const;

/** Of several kinds the one that is known worst. */
const worst = (listings: readonly Listing[]): Listing['state'] =>
  STATES.find((state) => listings.some((listing) => listing.state === state)) ?? 'incomplete';

const reasonOf = (problems: readonly Problem[], account: string, region: string | undefined): Problem | undefined => {
  const own = problems.filter(({ about, subject }) => (about?.account ?? subject) === account);
  return own.find(({ about }) => about?.region === region) ?? own.find(({ about }) => about?.region === undefined);
};

/**
 * Every account in scope and its Regions: whether this run listed all of it, and why not. A whole scan ends without an
 * error only where every account that has files answered, so the last successful one was complete for each of them. One that
 * failed later may have been complete for some: its run does not tell for which.
 */
export const coverageOf = (scan: ScanResult, last: LastScan): readonly CoverageRow[] => {
  const places = new Map<string, Listing[]>();
  for (const listing of scan.listings) {
    const key = `${listing.account} ${listing.region}`;
    places.set(key, [...(places.get(key) ?? []), listing]);
  }
  const seen = new Set(scan.listings.map(({ account }) => account));
  const since = (account: string): Pick<CoverageRow, 'last'> => {
    if (last.at === undefined) return {};
    return { last: last.at !== null && last.accounts.has(account) ? last.at : null };
  };
  const rows = [...places].map(([key, listings]): CoverageRow => {
    const [account = '', region = ''] = key.split(' ');
    const state = worst(listings);
    const resources = scan.sightings.filter((one) => one.key.account === account && one.key.region === region).length;
    const why = state === 'incomplete' ? reasonOf(scan.problems, account, region) : undefined;
    return {
      account,
      region,
      state,
      resources,
      ...(state === 'complete' ? {} : since(account)),
      ...(why === undefined ? {} : { why: why.text, rule: why.rule }),
    };
  });
  const unseen = scan.accounts
    .filter((account) => !seen.has(account))
    .map((account): CoverageRow => {
      const why = reasonOf(scan.problems, account, undefined);
      return {
        account,
        state: why === undefined ? 'not-asked' : 'incomplete',
        resources: 0,
        ...since(account),
        ...(why === undefined ? {} : { why: why.text, rule: why.rule }),
      };
    });
  return [...rows, ...unseen].toSorted(
    (left, right) => compareTexts(left.account, right.account) || compareTexts(left.region ?? '', right.region ?? ''),
  );
};

const DAY_MS = 24 * 3_600_000;

/** True where the last whole scan (RFC 3339; null: there was none) is more than a day ago. */
export const isOverdue = (last: string | null, now: number): boolean =>
  last === null || now - Date.parse(last) > DAY_MS;

/** Accounts that were not scanned whole for more than a day, each once. */
export const overdueProblems = (rows: readonly CoverageRow[], now: number): readonly Problem[] => {
  const late = rows.filter(({ state, last }) => state === 'incomplete' && last !== undefined && isOverdue(last, now));
  const byAccount = new Map(late.map((row) => [row.account, row]));
  return [...byAccount.values()].map(
    ({ account, last }): Problem => ({
      rule: 'scan-overdue',
      severity: 'warning',
      subject: account,
      about: { account },
      text: `The account ${account} was ${last === null ? 'never known to be scanned whole' : `last known to be scanned whole at ${last}`}: what is gone there is not noticed.`,
      hint: 'See why in list --coverage, or take the account out of the configuration.',
    }),
  );
};
