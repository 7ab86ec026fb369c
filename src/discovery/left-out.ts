import { isMcpGateway, mayBeMcp } from '../kinds/mcp-targets.ts';
import type { Problem } from '../model/problem.ts';
import type { Sighting } from '../model/resource.ts';

interface Count {
  readonly thing: string;
  readonly which: string;
  readonly count: number;
}

const countsOf = (sightings: readonly Sighting[]): ReadonlyMap<string, Count> => {
  const counts = new Map<string, Count>();
  const add = (thing: string, which: string): void => {
    const key = `${thing} ${which}`;
    counts.set(key, { thing, which, count: (counts.get(key)?.count ?? 0) + 1 });
  };
  const seen = new Set(
    sightings.flatMap(({ key }) => (key.kind === 'target' ? [`${key.region}/${key.gatewayId}/${key.id}`] : [])),
  );
  for (const { key, source } of sightings) {
    if (source?.kind !== 'gateway') continue;
    if (!isMcpGateway(source.value)) add('gateway', 'without MCP');
    for (const target of source.value.targets ?? []) {
      if (mayBeMcp(target) || seen.has(`${key.region}/${key.id}/${target.id}`)) continue;
      add('target', `of type ${target.type}`);
    }
  }
  return counts;
};

/** What of an account people call and no registration stands for, by kind: one notice. */
export const leftOutProblems = (account: string, sightings: readonly Sighting[]): readonly Problem[] => {
  const counts = [...countsOf(sightings)].toSorted(([left], [right]) => (left < right ? -1 : 1));
  if (counts.length === 0) return [];
  return [
    {
      rule: 'left-out',
      severity: 'notice',
      subject: account,
      text: `Not registered, for a registry of MCP servers and agents has no place for them: ${counts
        .map(([, { thing, which, count }]) => `${count} ${thing}${count === 1 ? '' : 's'} ${which}`)
        .join(', ')}.`,
      hint: 'Targets of type PASSTHROUGH that speak MCP or A2A get entries with scan.targets: mcp, and a runtime behind one of type AGENTCORE_RUNTIME may be registered there (registration.address: gateway). An entry with register: true is registered all the same.',
    },
  ];
};
