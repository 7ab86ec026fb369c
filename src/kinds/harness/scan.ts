import type { HarnessEndpoint, HarnessSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import {
  GetHarnessCommand,
  ListHarnessEndpointsCommand,
  ListHarnessesCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { allPages } from '../../aws/pages.ts';
import type { HarnessSource } from '../../model/generated/entry.ts';
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

/** A harness while it is looked at. */
interface Looked {
  readonly id: string;
  readonly thing: string;
  readonly status: string;
}

/** `failed`: they could not be listed to the end, which is told. */
const listEndpoints = async (
  scan: RegionScan,
  { id, thing }: Looked,
): Promise<readonly HarnessEndpoint[] | 'failed' | 'gone'> => {
  const listed = await allPages<HarnessEndpoint, CallFailure>(async (nextToken) => {
    const command = new ListHarnessEndpointsCommand({ harnessId: id, maxResults: PAGE, nextToken });
    const answer = await scan.caller.call('ListHarnessEndpoints', () => scan.client.send(command));
    if (!answer.ok) return answer;
    return { ok: true, value: { items: answer.value.endpoints, nextToken: answer.value.nextToken } };
  });
  if (listed.failure === undefined) return listed.items;
  if (listed.failure.kind === 'not-found') return 'gone';
  noteFailure(scan, listed.failure, { call: 'ListHarnessEndpoints', thing, lost: 'its file stays as it is' });
  return 'failed';
};

const readHarness = async (scan: RegionScan, looked: Looked): Promise<HarnessSource | 'gone' | undefined> => {
  const { id, thing } = looked;
  const command = new GetHarnessCommand({ harnessId: id });
  const [answer, endpoints] = await Promise.all([
    scan.caller.call('GetHarness', () => scan.client.send(command)),
    scan.endpoints ? listEndpoints(scan, looked) : undefined,
  ]);
  if (!answer.ok) {
    if (answer.failure.kind === 'not-found') return 'gone';
    noteFailure(scan, answer.failure, { call: 'GetHarness', thing, lost: 'its file stays as it is' });
    return undefined;
  }
  if (endpoints === 'gone') return 'gone';
  const { harness } = answer.value;
  if (endpoints === 'failed' || !isReady(scan, thing, harness?.status ?? looked.status)) return undefined;
  const place = { ...scan.place, id, dnsSuffix: scan.partition.dnsSuffix };
  const described = describeHarness(harness ?? {}, endpoints, place);
  if (!described.ok) {
    noteMalformed(scan, 'GetHarness', thing, described.faults);
    return undefined;
  }
  noteUnknowns(scan, thing, described.unknown);
  return described.value;
};

const scanHarness = async (scan: RegionScan, listed: ListedSummary<HarnessSummary>): Promise<void> => {
  const { place, findings } = scan;
  const { id, name, status, summary } = listed;
  const key: ResourceKey = { kind: 'harness', ...place, id };
  const thing = thingText('harness', name, id);
  findings.listed.add(keyText(key));
  const arn = summary.arn ?? '';
  const facts = await withTags(scan, { ...place, kind: 'harness', id, name }, { arn, thing });
  if (facts === undefined || !accept(scan, key, facts) || !acceptId(scan, 'harness', name, id)) return;
  const source = isReady(scan, thing, status)
    ? await contained(scan, { call: 'GetHarness', thing }, () => readHarness(scan, { id, thing, status }))
    : undefined;
  if (source === 'gone') {
    // Deleted between list and get. A known one is asked for once more, as all that a listing doesn't show.
    findings.listed.delete(keyText(key));
    return;
  }
  findings.sightings.push({
    key,
    name,
    status,
    ...(source === undefined ? {} : { source: { kind: 'harness', value: source } }),
  });
};

/** Lists the harnesses of one account and Region and reads those that are READY and asked for. */
export const scanHarnesses = async (scan: RegionScan): Promise<void> => {
  const { items, complete } = await listHarnesses(scan);
  scan.findings.states.set('harness', complete ? 'complete' : 'incomplete');
  await mapLimit(items, SIDE_BY_SIDE, (item) => scanHarness(scan, item));
};
