import {
  GetAgentRuntimeCommand,
  GetGatewayCommand,
  GetGatewayTargetCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { AgentCoreCall, CallResult } from '../kinds/scan/caller.ts';
import type { RegionScan } from '../kinds/scan/region-scan.ts';
import { noteFailure, SIDE_BY_SIDE } from '../kinds/scan/region-scan.ts';
import type { ResourceKey, ResourceKind } from '../model/resource.ts';
import { keyText } from '../model/resource.ts';
import { mapLimit } from '../net/concurrency.ts';

/** Known keys of one account and Region, as far as this run could tell. */
export interface Judged {
  readonly gone: readonly ResourceKey[];
  readonly outOfScope: readonly ResourceKey[];
}

const CALLS = {
  gateway: 'GetGateway',
  target: 'GetGatewayTarget',
  runtime: 'GetAgentRuntime',
} as const satisfies Record<ResourceKind, AgentCoreCall>;

const get = ({ caller, client }: RegionScan, key: ResourceKey): Promise<CallResult<unknown>> => {
  switch (key.kind) {
    case 'gateway': {
      const command = new GetGatewayCommand({ gatewayIdentifier: key.id });
      return caller.call('GetGateway', () => client.send(command));
    }
    case 'target': {
      const command = new GetGatewayTargetCommand({ gatewayIdentifier: key.gatewayId, targetId: key.id });
      return caller.call('GetGatewayTarget', () => client.send(command));
    }
    case 'runtime': {
      const command = new GetAgentRuntimeCommand({ agentRuntimeId: key.id });
      return caller.call('GetAgentRuntime', () => client.send(command));
    }
  }
};

/** Whether a listing that would have shown the resource went to its end without it. */
const missing = ({ findings }: RegionScan, key: ResourceKey): boolean => {
  const ended = (kind: ResourceKind): boolean =>
    findings.states.get(kind) === 'complete' || findings.states.get(kind) === 'narrowed';
  if (findings.listed.has(keyText(key))) return false;
  if (key.kind !== 'target') return ended(key.kind);
  if (findings.targetsListed.has(key.gatewayId)) return true;
  const gateway = keyText({ kind: 'gateway', account: key.account, region: key.region, id: key.gatewayId });
  return ended('gateway') && !findings.listed.has(gateway);
};

/**
 * Judges known entries that were not sighted. Gone: this run asked for it for certain, its listing went to its end without
 * it, and its Get answers not found (pages shift while things change, and not every listing shows everything). Out of
 * scope: the configuration leaves it out, as its key or what was listed tells. All others stay unknown.
 */
export const judgeKnown = async (scan: RegionScan, known: readonly ResourceKey[]): Promise<Judged> => {
  const { findings, scope } = scan;
  const outside = new Set(findings.outOfScope.map(keyText));
  const isOutside = (key: ResourceKey): boolean => outside.has(keyText(key)) || scope.configured(key) === 'no';
  const candidates = known.filter((key) => !isOutside(key) && scope.asked(key) === 'yes' && missing(scan, key));
  const gone: ResourceKey[] = [];
  await mapLimit(candidates, SIDE_BY_SIDE, async (key) => {
    const answer = await get(scan, key);
    if (answer.ok) return;
    if (answer.failure.kind === 'not-found') gone.push(key);
    else {
      const lost = 'whether it is gone is not known, its file stays as it is';
      noteFailure(scan, answer.failure, { call: CALLS[key.kind], thing: `${key.kind} ${key.id}`, lost });
    }
  });
  return { gone, outOfScope: known.filter(isOutside) };
};
