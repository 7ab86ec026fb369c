import { compareTexts } from '../../model/compare-texts.ts';
import type { GatewayOutbound, GatewaySource, Outbound, TargetSummary } from '../../model/generated/entry.ts';
import { NO_OUTBOUND } from '../../model/target-outbound.ts';

/** What the answer about a target says for the source of its gateway. */
export interface TargetFact {
  readonly name: string;
  /** ARN of the runtime that it leads to. */
  readonly runtime?: string;
  /** That runtime's named endpoint; absent: DEFAULT. */
  readonly qualifier?: string;
  readonly outbound: readonly Outbound[];
}

const byTarget = (left: GatewayOutbound, right: GatewayOutbound): number =>
  compareTexts(left.target, right.target) || compareTexts(JSON.stringify(left), JSON.stringify(right));

const outboundOf = ({ name, outbound }: TargetFact): readonly GatewayOutbound[] =>
  outbound.length === 0
    ? [{ target: name, type: NO_OUTBOUND }]
    : outbound.map((one): GatewayOutbound => ({ target: name, ...one }));

/** A gateway's source with what was read of its targets. Who was read has an outbound authorization, if only NONE. */
export const withTargetFacts = (source: GatewaySource, facts: readonly TargetFact[]): GatewaySource => {
  if (facts.length === 0) return source;
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  const targets = (source.targets ?? []).map((target): TargetSummary => {
    const { runtime, qualifier } = byName.get(target.name) ?? {};
    return {
      ...target,
      ...(runtime === undefined ? {} : { runtime }),
      ...(qualifier === undefined ? {} : { qualifier }),
    };
  });
  const outbound = facts.flatMap(outboundOf).toSorted(byTarget);
  return {
    ...source,
    ...(source.targets === undefined ? {} : { targets }),
    security: { ...source.security, outbound },
  };
};

/** Names of the targets that a source lists. */
const knownTargets = ({ targets = [] }: GatewaySource): ReadonlySet<string> => new Set(targets.map(({ name }) => name));

/** Names of those that were read, by this scan or an earlier one. */
const readTargets = ({ security }: GatewaySource): ReadonlySet<string> =>
  new Set((security?.outbound ?? []).map(({ target }) => target));

const withLead = (
  { runtime: _, qualifier: __, ...target }: TargetSummary,
  from: TargetSummary | undefined,
): TargetSummary => ({
  ...target,
  ...(from?.runtime === undefined ? {} : { runtime: from.runtime }),
  ...(from?.qualifier === undefined ? {} : { qualifier: from.qualifier }),
});

/** `into` with what `from` says of some targets in place of its own. */
const takeTargets = (into: GatewaySource, from: GatewaySource, names: ReadonlySet<string>): GatewaySource => {
  const leads = new Map((from.targets ?? []).map((target) => [target.name, target]));
  const targets = into.targets?.map((target) =>
    names.has(target.name) ? withLead(target, leads.get(target.name)) : target,
  );
  const { outbound: own = [], ...security } = into.security ?? {};
  const outbound = [
    ...own.filter(({ target }) => !names.has(target)),
    ...(from.security?.outbound ?? []).filter(({ target }) => names.has(target)),
  ].toSorted(byTarget);
  return {
    ...into,
    ...(targets === undefined ? {} : { targets }),
    ...(into.security === undefined
      ? {}
      : { security: { ...security, ...(outbound.length === 0 ? {} : { outbound }) } }),
  };
};

/** A source that says no more of some targets than a listing does. */
const dropTargets = (source: GatewaySource, names: ReadonlySet<string>): GatewaySource => {
  const { targets: _, security: __, ...nothing } = source;
  return takeTargets(source, nothing, names);
};

/** A gateway's targets are read one by one, and not by every scan. */
export const TARGET_PARTS = { known: knownTargets, read: readTargets, take: takeTargets, drop: dropTargets } as const;
