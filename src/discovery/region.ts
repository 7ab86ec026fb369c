import { createAgentCoreClient } from '../aws/agentcore.ts';
import type { CredentialSource } from '../aws/cached.ts';
import type { AwsConnection } from '../aws/connection.ts';
import type { Partition } from '../aws/partitions.ts';
import type { TargetsRead } from '../config/settings.ts';
import type { CallFailure, Quotas } from '../kinds/scan/caller.ts';
import { createCaller } from '../kinds/scan/caller.ts';
import type { Scope } from '../kinds/scan/facts.ts';
import type { Place } from '../kinds/scan/problems.ts';
import { callProblems } from '../kinds/scan/problems.ts';
import type { RegionScan } from '../kinds/scan/region-scan.ts';
import { createFindings } from '../kinds/scan/region-scan.ts';
import { KINDS } from '../kinds/table.ts';
import { RESOURCE_KINDS } from '../model/generated/resource-kinds.ts';
import { about, type Problem } from '../model/problem.ts';
import type { ProgressEvent } from '../model/progress.ts';
import type { Listing, ResourceKey, ResourceKind, ScanFigures, Sighting } from '../model/resource.ts';
import type { Gate } from '../net/gate.ts';
import { judgeKnown } from './confirm.ts';

/** What all Regions of a run share. */
export interface RegionContext {
  readonly connection: AwsConnection;
  readonly partition: Partition;
  readonly scope: Scope;
  readonly targets: TargetsRead;
  readonly harnesses: boolean;
  readonly endpoints: boolean;
  readonly domains: readonly string[];
  readonly emulator: boolean;
  /** Regions were not named: one where AgentCore is not offered or not enabled is no failure. */
  readonly anyRegion: boolean;
  readonly signal: AbortSignal;
  readonly random: () => number;
  readonly quotas: Quotas;
  /** Bounds the requests under way. */
  readonly calls: Gate;
  readonly onProgress: (event: ProgressEvent) => void;
}

/** What is known about one account and Region after its scan. */
export interface RegionResult {
  /** False: under `all`, AgentCore is not there, which is no failure. */
  readonly offered: boolean;
  readonly sightings: readonly Sighting[];
  readonly listings: readonly Listing[];
  readonly gone: readonly ResourceKey[];
  readonly outOfScope: readonly ResourceKey[];
  readonly figures: ScanFigures;
  readonly problems: readonly Problem[];
}

/** The kinds whose listings a run tells of. */
export const kindsOf = (settings: Pick<RegionContext, 'targets' | 'harnesses'>): readonly ResourceKind[] =>
  RESOURCE_KINDS.filter((kind) => {
    const { setting } = KINDS[kind];
    return setting === undefined || settings[setting];
  });

const wanted = (scope: Scope, place: Place, kind: ResourceKind): boolean =>
  scope.configured({ ...place, kind }) !== 'no' && scope.asked({ ...place, kind }) !== 'no';

/** Scans a kind where it, or a kind below it, is asked for. */
const scanKind = async (scan: RegionScan, kind: ResourceKind): Promise<void> => {
  const below = kindsOf(scan).filter((other) => KINDS[other].below?.kind === kind);
  if (![kind, ...below].some((one) => wanted(scan.scope, scan.place, one))) return;
  const calls = await KINDS[kind].load();
  await calls.scan?.(scan);
};

/** A Region without AgentCore has no such host: behind a proxy, that is a tunnel which the proxy can't make. */
const isAbsent = ({ kind, code }: CallFailure): boolean => kind === 'region' || code === 'ERR_PROXY_TUNNEL';

/** Whether nothing is there and nothing was expected: a Region of a run over all Regions. */
const notOffered = (scan: RegionScan, known: readonly ResourceKey[]): boolean =>
  known.length === 0 &&
  scan.findings.failedCalls.length > 0 &&
  scan.findings.failedCalls.every(({ failure }) => isAbsent(failure));

/** Scans one account and Region. Never throws for what AWS answers: failures are problems, and all the rest is done. */
export const scanRegion = async (
  context: RegionContext,
  session: Place & { readonly credentials: CredentialSource },
  known: readonly ResourceKey[],
): Promise<RegionResult> => {
  const { connection, scope, onProgress } = context;
  const { clock } = connection;
  const place: Place = { account: session.account, region: session.region };
  const started = clock.now();
  onProgress({ type: 'started', ...place });
  const caller = createCaller({
    clock,
    callSeconds: connection.callSeconds,
    limits: connection.limits,
    signal: context.signal,
    random: context.random,
    quotas: context.quotas,
    gate: context.calls,
    onCall: (throttled) => onProgress({ type: 'call', ...place, throttled }),
  });
  const client = createAgentCoreClient(session.region, session.credentials, connection);
  const findings = createFindings();
  const { partition, targets, harnesses, endpoints, domains, emulator } = context;
  const onFound = (count: number): void => onProgress({ type: 'found', ...place, count });
  const scan: RegionScan = {
    place,
    partition,
    client,
    caller,
    scope,
    targets,
    harnesses,
    endpoints,
    domains,
    emulator,
    findings,
    onFound,
  };
  await Promise.all(kindsOf(scan).map((kind) => scanKind(scan, kind)));
  const quiet = context.anyRegion && notOffered(scan, known);
  const judged = await judgeKnown(scan, known);
  const figures: ScanFigures = {
    ...place,
    found: findings.sightings.length,
    filtered: findings.filtered,
    failed: quiet ? 0 : findings.failed,
    calls: caller.figures.calls,
    throttled: caller.figures.throttled,
    seconds: (clock.now() - started) / 1000,
  };
  onProgress({ type: 'finished', figures });
  return {
    offered: !quiet,
    sightings: findings.sightings,
    listings: quiet
      ? []
      : kindsOf(scan).map((kind) => ({ ...place, kind, state: findings.states.get(kind) ?? 'not-asked' })),
    ...judged,
    figures,
    problems: quiet
      ? []
      : about({ account: place.account, region: place.region }, [
          ...callProblems(place, findings.failedCalls),
          ...findings.problems,
        ]),
  };
};
