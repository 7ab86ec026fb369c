import type { AgentRuntime, AgentRuntimeEndpoint } from '@aws-sdk/client-bedrock-agentcore-control';
import {
  GetAgentRuntimeCommand,
  ListAgentRuntimeEndpointsCommand,
  ListAgentRuntimesCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { allPages } from '../../aws/pages.ts';
import type { RuntimeSource } from '../../model/generated/entry.ts';
import type { ResourceKey } from '../../model/resource.ts';
import { keyText } from '../../model/resource.ts';
import { mapLimit } from '../../net/concurrency.ts';
import type { CallFailure } from '../scan/caller.ts';
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
import { describeRuntime } from './describe.ts';

/** Most that AWS gives on a page. */
const PAGE = 100;

const listRuntimes = (scan: RegionScan): Promise<ListingAnswer<AgentRuntime>> =>
  listAll<AgentRuntime>(scan, {
    call: 'ListAgentRuntimes',
    what: 'runtimes',
    lost: 'runtimes here stay as they are',
    fields: ({ agentRuntimeId, agentRuntimeName, status }) => ({ id: agentRuntimeId, name: agentRuntimeName, status }),
    page: async (nextToken) => {
      const command = new ListAgentRuntimesCommand({ maxResults: PAGE, nextToken });
      const answer = await scan.caller.call('ListAgentRuntimes', () => scan.client.send(command));
      if (!answer.ok) return answer;
      return { ok: true, value: { items: answer.value.agentRuntimes, nextToken: answer.value.nextToken } };
    },
  });

/** A runtime while it is looked at. */
interface Runtime {
  readonly id: string;
  readonly thing: string;
  readonly status: string;
}

/** `failed`: they could not be listed to the end, which is told. */
const listEndpoints = async (
  scan: RegionScan,
  { id, thing }: Runtime,
): Promise<readonly AgentRuntimeEndpoint[] | 'failed' | 'gone'> => {
  const listed = await allPages<AgentRuntimeEndpoint, CallFailure>(async (nextToken) => {
    const command = new ListAgentRuntimeEndpointsCommand({ agentRuntimeId: id, maxResults: PAGE, nextToken });
    const answer = await scan.caller.call('ListAgentRuntimeEndpoints', () => scan.client.send(command));
    if (!answer.ok) return answer;
    return { ok: true, value: { items: answer.value.runtimeEndpoints, nextToken: answer.value.nextToken } };
  });
  if (listed.failure === undefined) return listed.items;
  if (listed.failure.kind === 'not-found') return 'gone';
  noteFailure(scan, listed.failure, { call: 'ListAgentRuntimeEndpoints', thing, lost: 'its file stays as it is' });
  return 'failed';
};

const readRuntime = async (scan: RegionScan, runtime: Runtime): Promise<RuntimeSource | 'gone' | undefined> => {
  const { id, thing } = runtime;
  const command = new GetAgentRuntimeCommand({ agentRuntimeId: id });
  const [answer, endpoints] = await Promise.all([
    scan.caller.call('GetAgentRuntime', () => scan.client.send(command)),
    scan.endpoints ? listEndpoints(scan, runtime) : undefined,
  ]);
  if (!answer.ok) {
    if (answer.failure.kind === 'not-found') return 'gone';
    noteFailure(scan, answer.failure, { call: 'GetAgentRuntime', thing, lost: 'its file stays as it is' });
    return undefined;
  }
  if (endpoints === 'gone') return 'gone';
  if (endpoints === 'failed' || !isReady(scan, thing, answer.value.status ?? runtime.status)) return undefined;
  const place = { ...scan.place, id, dnsSuffix: scan.partition.dnsSuffix };
  const described = describeRuntime(answer.value, endpoints, place);
  if (!described.ok) {
    noteMalformed(scan, 'GetAgentRuntime', thing, described.faults);
    return undefined;
  }
  noteUnknowns(scan, thing, described.unknown);
  return described.value;
};

const scanRuntime = async (scan: RegionScan, listed: ListedSummary<AgentRuntime>): Promise<void> => {
  const { place, findings } = scan;
  const { id, name, status, summary } = listed;
  const key: ResourceKey = { kind: 'runtime', ...place, id };
  const thing = thingText('runtime', name, id);
  findings.listed.add(keyText(key));
  const arn = summary.agentRuntimeArn ?? '';
  const facts = await withTags(scan, { ...place, kind: 'runtime', id, name }, { arn, thing });
  if (facts === undefined || !accept(scan, key, facts) || !acceptId(scan, 'runtime', name, id)) return;
  const ready = isReady(scan, thing, status);
  const source = ready
    ? await contained(scan, { call: 'GetAgentRuntime', thing }, () => readRuntime(scan, { id, thing, status }))
    : undefined;
  if (source === 'gone') {
    // Deleted between list and get. A known one is asked for once more, as all that a listing doesn't show.
    findings.listed.delete(keyText(key));
    return;
  }
  const { lastUpdatedAt: at } = summary;
  findings.sightings.push({
    key,
    name,
    status,
    ...(at instanceof Date ? { at: at.getTime() } : {}),
    ...(source === undefined ? {} : { source: { kind: 'runtime', value: source } }),
  });
};

/** Lists the runtimes of one account and Region and reads those that are READY and asked for. */
export const scanRuntimes = async (scan: RegionScan): Promise<void> => {
  const { items, complete } = await listRuntimes(scan);
  scan.findings.states.set('runtime', complete ? 'complete' : 'incomplete');
  await mapLimit(items, SIDE_BY_SIDE, (item) => scanRuntime(scan, item));
};
