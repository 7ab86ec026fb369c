import type { HarnessSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import {
  GetHarnessCommand,
  ListHarnessEndpointsCommand,
  ListHarnessesCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { Sighting } from '../../model/resource.ts';
import { mapLimit } from '../../net/concurrency.ts';
import type { ListedSummary, ListingAnswer } from '../scan/listing.ts';
import { listAll } from '../scan/listing.ts';
import type { RegionScan } from '../scan/region-scan.ts';
import { SIDE_BY_SIDE } from '../scan/region-scan.ts';
import { type Looked, readWithEndpoints, scanListed } from '../scan/with-endpoints.ts';
import { describeHarness } from './describe.ts';

/** Most that AWS gives on a page. */
const PAGE = 100;

const listHarnesses = (scan: RegionScan): Promise<ListingAnswer<HarnessSummary>> =>
  listAll<HarnessSummary>(scan, {
    call: 'ListHarnesses',
    what: 'harnesses',
    lost: 'harnesses here stay as they are',
    fields: ({ harnessId, harnessName, status }) => ({ id: harnessId, name: harnessName, status }),
    page: async (nextToken) => {
      const command = new ListHarnessesCommand({ maxResults: PAGE, nextToken });
      const answer = await scan.caller.call('ListHarnesses', () => scan.client.send(command));
      if (!answer.ok) return answer;
      return { ok: true, value: { items: answer.value.harnesses, nextToken: answer.value.nextToken } };
    },
  });

const readHarness = async (scan: RegionScan, looked: Looked): Promise<Sighting['source'] | 'gone'> => {
  const { id } = looked;
  const place = { ...scan.place, id, dnsSuffix: scan.partition.dnsSuffix };
  const command = new GetHarnessCommand({ harnessId: id });
  const value = await readWithEndpoints(scan, looked, {
    get: { call: 'GetHarness', ask: () => scan.caller.call('GetHarness', () => scan.client.send(command)) },
    endpoints: {
      call: 'ListHarnessEndpoints',
      page: async (nextToken) => {
        const list = new ListHarnessEndpointsCommand({ harnessId: id, maxResults: PAGE, nextToken });
        const answer = await scan.caller.call('ListHarnessEndpoints', () => scan.client.send(list));
        if (!answer.ok) return answer;
        return { ok: true, value: { items: answer.value.endpoints, nextToken: answer.value.nextToken } };
      },
    },
    statusOf: ({ harness }) => harness?.status,
    describe: ({ harness }, endpoints) => describeHarness(harness ?? {}, endpoints, place),
  });
  return value === undefined || value === 'gone' ? value : { kind: 'harness', value };
};

const scanHarness = (scan: RegionScan, listed: ListedSummary<HarnessSummary>): Promise<void> =>
  scanListed(scan, listed, {
    kind: 'harness',
    arn: listed.summary.arn ?? '',
    call: 'GetHarness',
    read: (looked) => readHarness(scan, looked),
  });

/** Lists the harnesses of one account and Region and reads those that are READY and asked for. */
export const scanHarnesses = async (scan: RegionScan): Promise<void> => {
  const { items, complete } = await listHarnesses(scan);
  scan.findings.states.set('harness', complete ? 'complete' : 'incomplete');
  await mapLimit(items, SIDE_BY_SIDE, (item) => scanHarness(scan, item));
};
