import type { GatewaySummary, TargetSummary as SdkTargetSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import {
  GetGatewayCommand,
  ListGatewaysCommand,
  ListGatewayTargetsCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { GatewaySource } from '../../model/generated/entry.ts';
import type { KeyOf } from '../../model/resource.ts';
import { keyText } from '../../model/resource.ts';
import { mapLimit } from '../../net/concurrency.ts';
import { idForm } from '../ids.ts';
import type { Facts } from '../scan/facts.ts';
import type { ListedSummary, ListingAnswer } from '../scan/listing.ts';
import { listAll } from '../scan/listing.ts';
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
import { withTags } from '../scan/tags.ts';
import { scanTargets } from '../target/scan.ts';
import { describeGateway } from './describe.ts';
import { gatewayHost } from './facts.ts';
import { withTargetFacts } from './target-facts.ts';

/** Most that AWS gives on a page. */
const PAGE = 1000;

const listGateways = (scan: RegionScan): Promise<ListingAnswer<GatewaySummary>> =>
  listAll<GatewaySummary>(scan, {
    call: 'ListGateways',
    what: 'gateways',
    lost: 'gateways and their targets here stay as they are',
    fields: ({ gatewayId, name, status }) => ({ id: gatewayId, name, status }),
    page: async (nextToken) => {
      const command = new ListGatewaysCommand({ maxResults: PAGE, nextToken });
      const answer = await scan.caller.call('ListGateways', () => scan.client.send(command));
      if (!answer.ok) return answer;
      return { ok: true, value: { items: answer.value.items, nextToken: answer.value.nextToken } };
    },
  });

const listTargets = (scan: RegionScan, gatewayIdentifier: string, thing: string) =>
  listAll<SdkTargetSummary>(scan, {
    call: 'ListGatewayTargets',
    below: true,
    what: `targets of ${thing}`,
    lost: `${thing} and its targets stay as they are`,
    fields: ({ targetId, name, status }) => ({ id: targetId, name, status }),
    page: async (nextToken) => {
      const command = new ListGatewayTargetsCommand({ gatewayIdentifier, maxResults: PAGE, nextToken });
      const answer = await scan.caller.call('ListGatewayTargets', () => scan.client.send(command));
      if (!answer.ok) return answer;
      return { ok: true, value: { items: answer.value.items, nextToken: answer.value.nextToken } };
    },
  });

/** A gateway while it is looked at. */
interface Gateway {
  readonly key: KeyOf<'gateway'>;
  readonly name: string;
  readonly status: string;
  readonly thing: string;
}

const readGateway = async (
  scan: RegionScan,
  gateway: Gateway,
  targets: Promise<ListingAnswer<SdkTargetSummary>>,
): Promise<GatewaySource | 'gone' | undefined> => {
  const command = new GetGatewayCommand({ gatewayIdentifier: gateway.key.id });
  const [answer, listed] = await Promise.all([
    scan.caller.call('GetGateway', () => scan.client.send(command)),
    targets,
  ]);
  if (listed.gone) return 'gone';
  if (!answer.ok) {
    if (answer.failure.kind === 'not-found') return 'gone';
    noteFailure(scan, answer.failure, { call: 'GetGateway', thing: gateway.thing, lost: 'its file stays as it is' });
    return undefined;
  }
  if (!listed.complete || !isReady(scan, gateway.thing, answer.value.status ?? gateway.status)) return undefined;
  const summaries = listed.items.map(({ summary }) => summary);
  const { id } = gateway.key;
  const host = gatewayHost(gateway.key, scan.partition.dnsSuffix);
  const place = { ...scan.place, id, ...(scan.emulator ? {} : { host, domains: scan.domains }) };
  const described = describeGateway(answer.value, summaries, place);
  if (!described.ok) {
    noteMalformed(scan, 'GetGateway', gateway.thing, described.faults);
    return undefined;
  }
  noteUnknowns(scan, gateway.thing, described.unknown);
  return described.value;
};

const sight = (scan: RegionScan, gateway: Gateway, source: GatewaySource | undefined): void => {
  const { key, name, status } = gateway;
  scan.findings.sightings.push({
    key,
    name,
    status,
    ...(source === undefined ? {} : { source: { kind: 'gateway', value: source } }),
  });
};

const warnOpen = (scan: RegionScan, thing: string, source: GatewaySource): void => {
  if (source.authorizer.type !== 'NONE') return;
  scan.findings.problems.push({
    rule: 'gateway-open',
    severity: 'warning',
    subject: source.arn,
    text: `${thing} has no inbound authorization: it is open to the internet.`,
    hint: 'Give it an authorizer (CUSTOM_JWT or AWS_IAM), or make sure that everybody may call it.',
  });
};

const scanGateway = async (scan: RegionScan, listed: ListedSummary<GatewaySummary>): Promise<void> => {
  const { place, findings, scope } = scan;
  const { id, name, status } = listed;
  const gateway: Gateway = {
    key: { kind: 'gateway', ...place, id },
    name,
    status,
    thing: thingText('gateway', name, id),
  };
  findings.listed.add(keyText(gateway.key));
  const arn = `arn:${scan.partition.name}:bedrock-agentcore:${place.region}:${place.account}:gateway/${id}`;
  const facts = await withTags(
    scan,
    { ...place, kind: 'gateway', id, name },
    {
      arn,
      thing: gateway.thing,
      ...(scan.targets ? { below: 'target' } : {}),
    },
  );
  if (facts === undefined) {
    if (scan.targets) findings.states.set('target', 'incomplete');
    return;
  }
  const wanted = accept(scan, gateway.key, facts) && acceptId(scan, 'gateway', name, id);
  const ready = wanted && isReady(scan, gateway.thing, status);
  const below: Facts = { ...place, kind: 'target', gateway: facts, ...(facts.tags ? { tags: facts.tags } : {}) };
  const targetsWanted =
    scope.configured(below) !== 'no' && scope.asked(below) !== 'no' && idForm('gateway', id) !== 'unsafe';
  if (wanted && !ready) sight(scan, gateway, undefined);
  if (!ready && !targetsWanted) return;
  const targets = listTargets(scan, id, gateway.thing);
  const source = ready
    ? await contained(scan, { call: 'GetGateway', thing: gateway.thing }, () => readGateway(scan, gateway, targets))
    : undefined;
  const { items, complete, gone } = await targets;
  if (source === 'gone' || gone) {
    // Deleted between list and get. A known one is asked for once more, as all that a listing doesn't show.
    findings.listed.delete(keyText(gateway.key));
    return;
  }
  if (source !== undefined) warnOpen(scan, gateway.thing, source);
  if (targetsWanted && complete) findings.listedBelow.add(keyText(gateway.key));
  if (targetsWanted && !complete) findings.states.set('target', 'incomplete');
  const looked = { entries: targetsWanted, gateway: source !== undefined && scan.targets !== false };
  const read = looked.entries || looked.gateway ? await scanTargets(scan, { id, name, facts, ...looked }, items) : [];
  if (ready) sight(scan, gateway, source && withTargetFacts(source, read));
};

/**
 * Lists the gateways of one account and Region and reads those that are READY and asked for, with the summaries of their
 * targets; targets of kind mcpServer too where they are asked for.
 */
export const scanGateways = async (scan: RegionScan): Promise<void> => {
  const { states } = scan.findings;
  const { items, complete } = await listGateways(scan);
  states.set('gateway', complete ? 'complete' : 'incomplete');
  states.set('target', complete ? 'complete' : 'incomplete');
  await mapLimit(items, SIDE_BY_SIDE, (item) => scanGateway(scan, item));
};
