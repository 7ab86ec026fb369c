import type { Page } from '../../aws/pages.ts';
import { allPages } from '../../aws/pages.ts';
import type { AgentCoreCall, CallResult } from './caller.ts';
import { BOUNDS } from './describe.ts';
import { createFieldReader } from './fields.ts';
import type { RegionScan } from './region-scan.ts';
import { noteFailure, noteMalformed } from './region-scan.ts';

/** What a listing must tell of a resource; the rest of the summary is kept beside it. */
export interface ListedSummary<Summary> {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly summary: Summary;
}

interface ListingQuestion<Summary> {
  readonly call: AgentCoreCall;
  /** They lie below another resource: where that one is not found, they are gone with it. */
  readonly below?: true;
  readonly page: (token: string | undefined) => Promise<CallResult<Page<Summary>>>;
  readonly fields: (summary: Summary) => { readonly id: unknown; readonly name: unknown; readonly status: unknown };
  /** Names the whole listing in a problem: `gateways`, `targets of gateway …`. */
  readonly what: string;
  /** What is not known when it fails, one clause. */
  readonly lost: string;
}

export interface ListingAnswer<Summary> {
  /** Each id once; what came before a failure is kept. */
  readonly items: readonly ListedSummary<Summary>[];
  readonly complete: boolean;
  /** What is listed is not there any more: the gateway of the targets. */
  readonly gone: boolean;
}

const NOTHING = { id: undefined, name: undefined, status: undefined };

/**
 * Lists to the end. Pages shift when resources come and go meanwhile, so an id may come twice; one without id, name or
 * status is told, and the listing is then not complete, since nobody knows which one it was.
 */
export const listAll = async <Summary extends object>(
  scan: RegionScan,
  question: ListingQuestion<Summary>,
): Promise<ListingAnswer<Summary>> => {
  const listed = await allPages(question.page);
  const items = new Map<string, ListedSummary<Summary>>();
  let complete = listed.failure === undefined;
  for (const summary of listed.items) {
    const reader = createFieldReader();
    const item = reader.structure('item', summary);
    const fields = item === undefined ? NOTHING : question.fields(item);
    const id = reader.required('id', fields.id, BOUNDS.id * 10);
    const name = reader.required('name', fields.name, BOUNDS.name);
    const status = reader.required('status', fields.status, BOUNDS.type);
    if (reader.faults.length === 0) items.set(id, { id, name, status, summary });
    else {
      complete = false;
      noteMalformed(scan, question.call, question.what, reader.faults);
    }
  }
  if (listed.failure?.kind === 'not-found' && question.below) {
    return { items: [], complete: true, gone: true };
  }
  if (listed.failure) noteFailure(scan, listed.failure, { call: question.call, lost: question.lost });
  if (!question.below) scan.onFound(items.size);
  return { items: [...items.values()], complete, gone: false };
};
