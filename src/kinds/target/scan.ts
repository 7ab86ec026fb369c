import type { TargetSummary as SdkTargetSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { GetGatewayTargetCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { TargetSource } from '../../model/generated/entry.ts';
import type { ResourceKey } from '../../model/resource.ts';
import { keyText } from '../../model/resource.ts';
import { mapLimit } from '../../net/concurrency.ts';
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
import { describeTarget, mayHaveEntry } from './describe.ts';

/** The gateway of the targets. */
interface Parent {
  readonly id: string;
  readonly name: string;
  readonly facts: Facts;
}

/** `other`: it is neither an MCP server nor an agent. */
const readTarget = async (
  scan: RegionScan,
  parent: Parent,
  target: { readonly id: string; readonly thing: string; readonly status: string },
): Promise<TargetSource | 'gone' | 'other' | undefined> => {
  const command = new GetGatewayTargetCommand({ gatewayIdentifier: parent.id, targetId: target.id });
  const answer = await scan.caller.call('GetGatewayTarget', () => scan.client.send(command));
  if (!answer.ok) {
    if (answer.failure.kind === 'not-found') return 'gone';
    noteFailure(scan, answer.failure, {
      call: 'GetGatewayTarget',
      thing: target.thing,
      lost: 'its file stays as it is',
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
  if (described.value === undefined) return 'other';
  return isReady(scan, target.thing, answer.value.status ?? target.status) ? described.value : undefined;
};

const scanTarget = async (scan: RegionScan, parent: Parent, listed: ListedSummary<SdkTargetSummary>): Promise<void> => {
  const { place, findings } = scan;
  const { id, name, status, summary } = listed;
  const key: ResourceKey = { kind: 'target', ...place, gatewayId: parent.id, id };
  const thing = `${thingText('target', name, id)} of gateway ${parent.id}`;
  findings.listed.add(keyText(key));
  if (!mayHaveEntry(summary.targetType)) return;
  const { facts } = parent;
  const own: Facts = {
    ...place,
    kind: 'target',
    id,
    name,
    gateway: facts,
    ...(facts.tags ? { tags: facts.tags } : {}),
  };
  if (!accept(scan, key, own) || !acceptId(scan, 'target', name, id)) return;
  const ready = isReady(scan, thing, status);
  const source = ready
    ? await contained(scan, { call: 'GetGatewayTarget', thing }, () => readTarget(scan, parent, { id, thing, status }))
    : undefined;
  if (source === 'other') return;
  if (source === 'gone') {
    findings.listed.delete(keyText(key));
    return;
  }
  const { lastSynchronizedAt: at } = summary;
  findings.sightings.push({
    key,
    name,
    status,
    ...(at instanceof Date ? { at: at.getTime() } : {}),
    ...(source === undefined ? {} : { source: { kind: 'target', value: source } }),
  });
};

/** Reads those of a gateway's targets that are, or may be, MCP servers or agents; the others have no entries of their own. */
export const scanTargets = async (
  scan: RegionScan,
  parent: Parent,
  targets: readonly ListedSummary<SdkTargetSummary>[],
): Promise<void> => {
  await mapLimit(targets, SIDE_BY_SIDE, (target) => scanTarget(scan, parent, target));
};
