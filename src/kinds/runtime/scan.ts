import type { AgentRuntime } from '@aws-sdk/client-bedrock-agentcore-control';
import {
  GetAgentRuntimeCommand,
  ListAgentRuntimeEndpointsCommand,
  ListAgentRuntimesCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { Sighting } from '../../model/resource.ts';
import { mapLimit } from '../../net/concurrency.ts';
import type { ListedSummary, ListingAnswer } from '../scan/listing.ts';
import { listAll } from '../scan/listing.ts';
import type { RegionScan } from '../scan/region-scan.ts';
import { SIDE_BY_SIDE } from '../scan/region-scan.ts';
import { type Looked, readWithEndpoints, scanListed } from '../scan/with-endpoints.ts';
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

const readRuntime = async (scan: RegionScan, looked: Looked): Promise<Sighting['source'] | 'gone'> => {
  const { id } = looked;
  const place = { ...scan.place, id, dnsSuffix: scan.partition.dnsSuffix };
  const command = new GetAgentRuntimeCommand({ agentRuntimeId: id });
  const value = await readWithEndpoints(scan, looked, {
    get: { call: 'GetAgentRuntime', ask: () => scan.caller.call('GetAgentRuntime', () => scan.client.send(command)) },
    endpoints: {
      call: 'ListAgentRuntimeEndpoints',
      page: async (nextToken) => {
        const list = new ListAgentRuntimeEndpointsCommand({ agentRuntimeId: id, maxResults: PAGE, nextToken });
        const answer = await scan.caller.call('ListAgentRuntimeEndpoints', () => scan.client.send(list));
        if (!answer.ok) return answer;
        return { ok: true, value: { items: answer.value.runtimeEndpoints, nextToken: answer.value.nextToken } };
      },
    },
    statusOf: ({ status }) => status,
    describe: (answer, endpoints) => describeRuntime(answer, endpoints, place),
  });
  return value === undefined || value === 'gone' ? value : { kind: 'runtime', value };
};

const scanRuntime = (scan: RegionScan, listed: ListedSummary<AgentRuntime>): Promise<void> => {
  const { agentRuntimeArn: arn = '', lastUpdatedAt: at } = listed.summary;
  return scanListed(scan, listed, {
    kind: 'runtime',
    arn,
    call: 'GetAgentRuntime',
    ...(at instanceof Date ? { at: at.getTime() } : {}),
    read: (looked) => readRuntime(scan, looked),
  });
};

/** Lists the runtimes of one account and Region and reads those that are READY and asked for. */
export const scanRuntimes = async (scan: RegionScan): Promise<void> => {
  const { items, complete } = await listRuntimes(scan);
  scan.findings.states.set('runtime', complete ? 'complete' : 'incomplete');
  await mapLimit(items, SIDE_BY_SIDE, (item) => scanRuntime(scan, item));
};
