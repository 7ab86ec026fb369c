import type { Page } from '../../aws/pages.ts';
import { allPages } from '../../aws/pages.ts';
import type { ResourceKey, ResourceKind, Sighting } from '../../model/resource.ts';
import { keyText } from '../../model/resource.ts';
import type { AgentCoreCall, CallFailure, CallResult } from './caller.ts';
import type { Described } from './describe.ts';
import type { ListedSummary } from './listing.ts';
import type { RegionScan } from './region-scan.ts';
import {
  accept,
  acceptId,
  contained,
  isReady,
  noteFailure,
  noteMalformed,
  noteUnknowns,
  thingText,
} from './region-scan.ts';
import { withTags } from './tags.ts';

/** A resource while it is looked at. */
export interface Looked {
  readonly id: string;
  readonly thing: string;
  readonly status: string;
}

/** How AWS is asked about a resource that may have endpoints: itself, and these. */
export interface EndpointsKind<Answer, Endpoint, Source> {
  readonly get: { readonly call: AgentCoreCall; readonly ask: () => Promise<CallResult<Answer>> };
  readonly endpoints: {
    readonly call: AgentCoreCall;
    readonly page: (token: string | undefined) => Promise<CallResult<Page<Endpoint>>>;
  };
  readonly statusOf: (answer: Answer) => string | undefined;
  /** `endpoints`: undefined where they are not asked for. */
  readonly describe: (answer: Answer, endpoints: readonly Endpoint[] | undefined) => Described<Source>;
}

const LOST = 'its file stays as it is';

/** `failed`: they could not be listed to the end, which is told. */
const listEndpoints = async <Endpoint>(
  scan: RegionScan,
  thing: string,
  { call, page }: EndpointsKind<never, Endpoint, never>['endpoints'],
): Promise<readonly Endpoint[] | 'failed' | 'gone'> => {
  const listed = await allPages<Endpoint, CallFailure>(page);
  if (listed.failure === undefined) return listed.items;
  if (listed.failure.kind === 'not-found') return 'gone';
  noteFailure(scan, listed.failure, { call, thing, lost: LOST });
  return 'failed';
};

/** Reads a resource with its endpoints. undefined: what failed is told, or it is not ready. */
export const readWithEndpoints = async <Answer, Endpoint, Source>(
  scan: RegionScan,
  { thing, status }: Looked,
  kind: EndpointsKind<Answer, Endpoint, Source>,
): Promise<Source | 'gone' | undefined> => {
  const { call } = kind.get;
  const [answer, endpoints] = await Promise.all([
    kind.get.ask(),
    scan.endpoints ? listEndpoints(scan, thing, kind.endpoints) : undefined,
  ]);
  if (!answer.ok) {
    if (answer.failure.kind === 'not-found') return 'gone';
    noteFailure(scan, answer.failure, { call, thing, lost: LOST });
    return undefined;
  }
  if (endpoints === 'gone') return 'gone';
  if (endpoints === 'failed' || !isReady(scan, thing, kind.statusOf(answer.value) ?? status)) return undefined;
  const described = kind.describe(answer.value, endpoints);
  if (!described.ok) {
    noteMalformed(scan, call, thing, described.faults);
    return undefined;
  }
  noteUnknowns(scan, thing, described.unknown);
  return described.value;
};

/** One of a listing, and how it is read. */
interface ListedOne {
  readonly kind: Exclude<ResourceKind, 'target'>;
  readonly arn: string;
  readonly call: AgentCoreCall;
  /** When AWS last changed it, in milliseconds. */
  readonly at?: number;
  readonly read: (looked: Looked) => Promise<Sighting['source'] | 'gone'>;
}

/** Looks at one resource of a listing, and reads it where it is READY and asked for. */
export const scanListed = async (
  scan: RegionScan,
  { id, name, status }: ListedSummary<unknown>,
  { kind, arn, call, at, read }: ListedOne,
): Promise<void> => {
  const { place, findings } = scan;
  const key: ResourceKey = { kind, ...place, id };
  const thing = thingText(kind, name, id);
  findings.listed.add(keyText(key));
  const facts = await withTags(scan, { ...place, kind, id, name }, { arn, thing });
  if (facts === undefined || !accept(scan, key, facts) || !acceptId(scan, kind, name, id)) return;
  const ready = isReady(scan, thing, status);
  const source = ready ? await contained(scan, { call, thing }, () => read({ id, thing, status })) : undefined;
  if (source === 'gone') {
    // Deleted between list and get. A known one is asked for once more, as all that a listing doesn't show.
    findings.listed.delete(keyText(key));
    return;
  }
  findings.sightings.push({
    key,
    name,
    status,
    ...(at === undefined ? {} : { at }),
    ...(source === undefined ? {} : { source }),
  });
};
