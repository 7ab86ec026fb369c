import type { TargetSummary as SdkTargetSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { GetGatewayTargetCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { ResourceKey } from '../../model/resource.ts';
import { keyText } from '../../model/resource.ts';
import { mapLimit } from '../../net/concurrency.ts';
import type { TargetFact } from '../gateway/target-facts.ts';
import type { Facts } from '../scan/facts.ts';
import type { ListedSummary } from '../scan/listing.ts';
import type { RegionScan } from '../scan/region-scan.ts';
import {
  accept,
  acceptId,
  contained,
  isReady,
  noteFailure,
  noteMalformed,
  noteUnknowns,
  SIDE_BY_SIDE,
  thingText,
} from '../scan/region-scan.ts';
import { type DescribedTarget, describeTarget, mayHaveEntry, mayLeadToRuntime } from './describe.ts';

type Listed = ListedSummary<SdkTargetSummary>;

/** The gateway of the targets, and what its targets are read for. */
interface Parent {
  readonly id: string;
  readonly name: string;
  readonly facts: Facts;
  /** For entries of their own. */
  readonly entries: boolean;
  /** For the gateway's own entry. */
  readonly gateway: boolean;
}

interface Target {
  readonly id: string;
  readonly thing: string;
  readonly status: string;
}

/** What a target's answer says, and in which state it is. */
interface ReadTarget extends DescribedTarget {
  readonly status: unknown;
}

const readTarget = async (
  scan: RegionScan,
  parent: Parent,
  target: Target,
): Promise<ReadTarget | 'gone' | undefined> => {
  const command = new GetGatewayTargetCommand({ gatewayIdentifier: parent.id, targetId: target.id });
  const answer = await scan.caller.call('GetGatewayTarget', () => scan.client.send(command));
  if (!answer.ok) {
    if (answer.failure.kind === 'not-found') return 'gone';
    noteFailure(scan, answer.failure, {
      call: 'GetGatewayTarget',
      thing: target.thing,
      lost: 'what the files say of it stays as it is',
    });
    return undefined;
  }
  const place = { ...scan.place, id: target.id, gatewayId: parent.id };
  const described = describeTarget(answer.value, place, parent.name);
  if (!described.ok) {
    noteMalformed(scan, 'GetGatewayTarget', target.thing, described.faults);
    return undefined;
  }
  noteUnknowns(scan, target.thing, described.unknown);
  return { ...described.value, status: answer.value.status ?? target.status };
};

/** Whether a target may have an entry of its own, which the configuration and this run ask for. Notes what was listed. */
const wantsEntry = (scan: RegionScan, parent: Parent, { id, name, summary }: Listed): boolean => {
  if (!parent.entries) return false;
  const key: ResourceKey = { kind: 'target', ...scan.place, gatewayId: parent.id, id };
  scan.findings.listed.add(keyText(key));
  if (!mayHaveEntry(summary.targetType)) return false;
  const { facts } = parent;
  const own: Facts = {
    ...scan.place,
    kind: 'target',
    id,
    name,
    gateway: facts,
    ...(facts.tags ? { tags: facts.tags } : {}),
  };
  return accept(scan, key, own) && acceptId(scan, 'target', name, id);
};

/** Whether its gateway's entry says something that only the target's own answer tells. What is not READY stays as it was. */
const wantsFact = ({ targets }: RegionScan, { gateway }: Parent, { summary, status }: Listed): boolean =>
  gateway && status === 'READY' && (targets === 'all' || mayLeadToRuntime(summary.targetType));

const scanTarget = async (scan: RegionScan, parent: Parent, listed: Listed): Promise<readonly TargetFact[]> => {
  const { findings } = scan;
  const { id, name, status, summary } = listed;
  const key: ResourceKey = { kind: 'target', ...scan.place, gatewayId: parent.id, id };
  const thing = `${thingText('target', name, id)} of gateway ${parent.id}`;
  const forEntry = wantsEntry(scan, parent, listed);
  const ready = forEntry && isReady(scan, thing, status);
  const found =
    ready || wantsFact(scan, parent, listed)
      ? await contained(scan, { call: 'GetGatewayTarget', thing }, () =>
          readTarget(scan, parent, { id, thing, status }),
        )
      : undefined;
  if (found === 'gone') {
    findings.listed.delete(keyText(key));
    return [];
  }
  // It is neither an MCP server nor an agent, whatever its summary did not say.
  const other = found !== undefined && found.entry === undefined;
  if (forEntry && !other) {
    const source = found !== undefined && isReady(scan, thing, found.status) ? found.entry : undefined;
    const { lastSynchronizedAt: at } = summary;
    findings.sightings.push({
      key,
      name,
      status,
      ...(at instanceof Date ? { at: at.getTime() } : {}),
      ...(source === undefined ? {} : { source: { kind: 'target', value: source } }),
    });
  }
  return found === undefined || found.status !== 'READY' ? [] : [found.fact];
};

/**
 * Reads those of a gateway's targets that are, or may be, MCP servers or agents, which get entries of their own, and those of
 * which the gateway's entry says more; what it says is the answer.
 */
export const scanTargets = async (
  scan: RegionScan,
  parent: Parent,
  targets: readonly Listed[],
): Promise<readonly TargetFact[]> => {
  const facts = await mapLimit(targets, SIDE_BY_SIDE, (target) => scanTarget(scan, parent, target));
  return facts.flat();
};
