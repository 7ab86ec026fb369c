import type { AccountSession } from '../aws/sessions.ts';
import type { Scope } from '../kinds/scan/facts.ts';
import { SyncError } from '../model/errors.ts';
import { about, type Problem } from '../model/problem.ts';
import type { Listing } from '../model/resource.ts';
import type { RefusedAccount } from './account.ts';
import { isFatal, refusedAccount, regionsOfAccount } from './account.ts';
import { leftOutProblems } from './left-out.ts';
import type { RegionResult } from './region.ts';
import { kindsOf, scanRegion } from './region.ts';
import type { Run } from './run.ts';

/** What one account came to. */
export interface AccountResult {
  readonly regions: readonly RegionResult[];
  readonly listings: readonly Listing[];
  readonly problems: readonly Problem[];
}

/** `<account>/<region>` */
export const placeKey = (account: string, region: string): string => `${account}/${region}`;

const wantedPlace = (scope: Scope, account: string, region: string): boolean =>
  scope.configured({ account, region }) !== 'no' && scope.asked({ account, region }) !== 'no';

/** Listings of Regions that were not scanned: they could not be, or this run does not ask for them. */
const unscanned = (run: Run, account: string, regions: readonly string[]): Listing[] =>
  regions.flatMap((region) => {
    const state = wantedPlace(run.context.scope, account, region) ? 'incomplete' : 'not-asked';
    return kindsOf(run.context).map((kind) => ({ account, region, kind, state }));
  });

/** Regions that can be named without asking AWS: those of the configuration, and those where something is known. */
const nameableRegions = (run: Run, account: string): string[] => {
  const known = [...run.knownByPlace.keys()].flatMap((place) =>
    place.startsWith(`${account}/`) ? [place.slice(account.length + 1)] : [],
  );
  const { regions } = run.access;
  return [...new Set([...(regions ?? []), ...known.filter((region) => regions?.includes(region) ?? true)])].sort();
};

const refusal = (run: Run, account: string, error: unknown): RefusedAccount => {
  if (run.context.signal.aborted) {
    const { reason } = run.context.signal;
    if (!(reason instanceof SyncError)) throw reason;
    return refusedAccount(account, reason, { hasFiles: true, strict: false, runOver: true });
  }
  if (!(error instanceof SyncError) || isFatal(error)) throw error;
  const { known, onboarded, scan } = run.request;
  const hasFiles = onboarded?.has(account) ?? known.some((key) => key.account === account);
  return refusedAccount(account, error, { hasFiles, strict: scan.strictAccounts, runOver: false });
};

/** The result of an account that this run was narrowed away from. */
export const skippedAccount = (run: Run, account: string): AccountResult => ({
  regions: [],
  listings: unscanned(run, account, nameableRegions(run, account)),
  problems: [],
});

/** Whether the configuration and this run ask for anything in an account. */
export const wantedAccount = (scope: Scope, account: string): boolean =>
  scope.configured({ account }) !== 'no' && scope.asked({ account }) !== 'no';

/** Under `all` a Region without AgentCore is no failure, yet none with it is: something else is wrong then. */
const nowhereOffered = (account: string, results: readonly RegionResult[]): Problem[] => {
  if (results.length === 0 || results.some(({ offered }) => offered)) return [];
  return [
    {
      rule: 'region-unavailable',
      severity: 'error',
      subject: account,
      text: `AgentCore answered in none of the account's ${results.length} Regions: nothing of it is known.`,
      hint: 'Check the proxy and service control policies, or list aws.regions.',
    },
  ];
};

/**
 * Scans the Regions of one account side by side. A refused account is a problem; throws only what every account would
 * meet (the configuration, a job without token, a stopped run).
 */
export const scanAccount = async (run: Run, account: string): Promise<AccountResult> => {
  const { access, context, accounts } = run;
  let session: AccountSession;
  try {
    session = accounts.own ?? (await access.sessions.account(account));
  } catch (error) {
    const { problem, notOnboarded } = refusal(run, account, error);
    const regions = notOnboarded ? [] : nameableRegions(run, account);
    return { regions: [], listings: unscanned(run, account, regions), problems: about({ account }, [problem]) };
  }
  const found =
    access.regions === undefined
      ? await regionsOfAccount(session, access.homeRegion, context.connection)
      : { regions: access.regions };
  const regions = found.regions.filter((region) => wantedPlace(context.scope, account, region));
  run.plan(regions.length);
  const results = await Promise.all(
    regions.map((region) =>
      run.gate(() =>
        scanRegion(
          context,
          { account, region, credentials: session.credentials },
          run.knownByPlace.get(placeKey(account, region)) ?? [],
        ),
      ),
    ),
  );
  const others = nameableRegions(run, account).filter((region) => !regions.includes(region));
  return {
    regions: results,
    listings: unscanned(run, account, others),
    problems: about({ account }, [
      ...(found.problem ? [found.problem] : []),
      ...nowhereOffered(account, results),
      ...leftOutProblems(
        account,
        results.flatMap(({ sightings }) => sightings),
      ),
    ]),
  };
};
