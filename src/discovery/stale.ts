import type { Problem } from '../model/problem.ts';
import type { ScanResult, Sighting } from '../model/resource.ts';

/** A URL without what follows its path: an endpoint of a runtime is the runtime. */
const barePlace = (url: string): string => url.replace(/\?.*$/, '');

/**
 * Targets whose list of tools is older than the runtime behind them: the gateway still tells what the runtime had. Times
 * change by themselves, so no file holds them: whoever lists sees it.
 */
export const staleProblems = ({ sightings }: Pick<ScanResult, 'sightings'>): readonly Problem[] => {
  const runtimes = new Map(
    sightings.flatMap((one): [string, Sighting][] =>
      one.source?.kind === 'runtime' ? [[barePlace(one.source.value.url), one]] : [],
    ),
  );
  return sightings.flatMap((target): Problem[] => {
    if (target.source?.kind !== 'target') return [];
    const runtime = runtimes.get(barePlace(target.source.value.url));
    if (runtime?.at === undefined || target.at === undefined || target.at >= runtime.at) return [];
    const { account, region, id } = target.key;
    return [
      {
        rule: 'target-stale',
        severity: 'warning',
        subject: target.source.value.arn,
        about: { account, region, kind: 'target' },
        text: `The target ${target.name} (${id}) listed its tools at ${new Date(target.at).toISOString()}, and the runtime ${runtime.name} behind it is of ${new Date(runtime.at).toISOString()}: the gateway tells the tools of before.`,
        hint: 'Synchronize the target (SynchronizeGatewayTargets).',
      },
    ];
  });
};
