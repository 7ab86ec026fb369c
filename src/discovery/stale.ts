import type { Problem } from '../model/problem.ts';
import type { KeyOf, ScanResult, Sighting } from '../model/resource.ts';

/** A URL without what follows its path: an endpoint of a runtime is the runtime. */
const barePlace = (url: string): string => url.split('?', 1)[0] ?? '';

/** A target whose list of tools is older than the runtime behind it. */
export interface StaleTarget {
  readonly key: KeyOf<'target'>;
  readonly problem: Problem;
}

/**
 * Targets whose list of tools is older than the runtime behind them: the gateway still tells what the runtime had. Times
 * change by themselves, so no file holds them: whoever lists sees it.
 */
export const staleTargets = ({ sightings }: Pick<ScanResult, 'sightings'>): readonly StaleTarget[] => {
  const runtimes = new Map(
    sightings.flatMap((one): [string, Sighting][] =>
      one.source?.kind === 'runtime' ? [[barePlace(one.source.value.url), one]] : [],
    ),
  );
  return sightings.flatMap(({ key, name, at, source }): StaleTarget[] => {
    if (key.kind !== 'target' || source?.kind !== 'target') return [];
    const runtime = runtimes.get(barePlace(source.value.url));
    if (runtime?.at === undefined || at === undefined || at >= runtime.at) return [];
    const { account, region, id, gatewayId } = key;
    const problem: Problem = {
      rule: 'target-stale',
      severity: 'warning',
      subject: source.value.arn,
      about: { account, region, kind: 'target' },
      text: `The target ${name} (${id}) of gateway ${gatewayId} listed its tools at ${new Date(at).toISOString()}, and the runtime ${runtime.name} behind it is of ${new Date(runtime.at).toISOString()}: the gateway tells the tools of before.`,
      hint: 'Synchronize the target: agentcore-sync gateways reload-tools, or SynchronizeGatewayTargets.',
    };
    return [{ key, problem }];
  });
};
