import type { AwsConnection } from '../aws/connection.ts';
import { openAwsConnection } from '../aws/connection.ts';
import { isEmulator } from '../aws/endpoint.ts';
import type { IdToken } from '../aws/sessions.ts';
import { DEFAULT_QUOTAS } from '../kinds/scan/caller.ts';
import type { ProgressEvent } from '../model/progress.ts';
import type { ResourceKey, ScanResult } from '../model/resource.ts';
import type { RunFacts } from '../model/run-facts.ts';
import type { Clock } from '../net/clock.ts';
import { mapLimit } from '../net/concurrency.ts';
import { createGate } from '../net/gate.ts';
import { keepHeapSmall } from '../net/memory.ts';
import type { OnRequest } from '../net/request-log.ts';
import { placeKey, scanAccount, skippedAccount, wantedAccount } from './account-scan.ts';
import { findAccounts, openAccess } from './accounts.ts';
import type { RegionContext } from './region.ts';
import { assembleResult } from './result.ts';
import type { DiscoveryRequest, Run } from './run.ts';
import { runSignal } from './run-signal.ts';
import { createScope } from './scope.ts';

export interface DiscoveryDependencies {
  readonly clock: Clock;
  /** Proxies. The SDK reads its own settings from the process's environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What names and tags sessions. */
  readonly run?: RunFacts | undefined;
  /** Requests a fresh OIDC token of the job; absent outside GitHub Actions. */
  readonly idToken?: IdToken;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Is told of each request. */
  readonly onRequest?: OnRequest;
  /** Stops the scan; its reason is thrown. */
  readonly signal?: AbortSignal;
  /** From 0 (included) to 1 (excluded); jitter of repeated calls. */
  readonly random?: () => number;
}

/** Sessions are made for as many accounts at once; of their Regions as many are scanned at once, each with a client. */
const AT_ONCE = { accounts: 32, regions: 48, calls: 128 } as const;

/** From as many accounts on, garbage is worth collecting early. */
const MANY_ACCOUNTS = 10;

const prepare = async (
  request: DiscoveryRequest,
  deps: DiscoveryDependencies,
  connection: AwsConnection & { readonly signal: AbortSignal },
): Promise<Run> => {
  const { aws, scan, known, kept } = request;
  const { run, environment, idToken, random = Math.random, onProgress = () => undefined } = deps;
  const access = await openAccess({
    settings: aws,
    connection,
    run,
    ...(idToken === undefined ? {} : { idToken }),
  });
  const accounts = await findAccounts(aws, access, connection);
  if (accounts.ids.length >= MANY_ACCOUNTS) keepHeapSmall();
  const context: RegionContext = {
    connection,
    partition: access.partition,
    scope: createScope(scan, kept),
    targets: scan.targets,
    harnesses: scan.harnesses,
    domains: aws.domains,
    endpoints: scan.endpoints,
    emulator: isEmulator(environment),
    anyRegion: aws.regions.type === 'all',
    signal: connection.signal,
    random,
    quotas: { ...DEFAULT_QUOTAS, ...aws.quotas },
    calls: createGate(AT_ONCE.calls),
    onProgress,
  };
  let total = 0;
  const plan = (pairs: number): void => {
    total += pairs;
    onProgress({ type: 'planned', total });
  };
  const knownByPlace = Map.groupBy(known, (key: ResourceKey) => placeKey(key.account, key.region));
  return { request, access, accounts, context, gate: createGate(AT_ONCE.regions), plan, knownByPlace };
};

/**
 * Reads what runs on AgentCore in all accounts and Regions that the settings ask for, side by side. What fails is a
 * problem of the result, with account, Region, call and what was lost; all the rest is read. What the result does not say
 * is gone, is not.
 *
 * Throws only where nothing can be done at all: SyncError cloud/no-credentials, id-token, assume-role (of the hub), denied
 * (Organizations), timeout, throttled, unavailable; configuration/contradiction; the reason of `signal`.
 */
export const discover = async (request: DiscoveryRequest, deps: DiscoveryDependencies): Promise<ScanResult> => {
  const { signal, end } = runSignal('scan', request.aws.runSeconds, deps);
  const { clock, environment } = deps;
  const { onRequest } = deps;
  const connection = openAwsConnection({
    environment,
    clock,
    callSeconds: request.aws.callSeconds,
    signal,
    ...(onRequest === undefined ? {} : { onRequest }),
  });
  try {
    const run = await prepare(request, deps, { ...connection, signal });
    const results = await mapLimit(run.accounts.ids, AT_ONCE.accounts, (account) =>
      wantedAccount(run.context.scope, account)
        ? scanAccount(run, account)
        : Promise.resolve(skippedAccount(run, account)),
    );
    deps.signal?.throwIfAborted();
    return assembleResult(run, results);
  } finally {
    end();
    connection.close();
    deps.onProgress?.({ type: 'ended' });
  }
};
