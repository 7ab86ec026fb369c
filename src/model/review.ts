import type { EntryChange, PlaceChange } from './entry-change.ts';
import type { OtherChange } from './other-change.ts';
import type { SourceChange } from './source-change.ts';

/**
 * Who answers for a source that changed. `scan`: the run that checks its own request saw it in AWS. `branch`: it stands so on the
 * branch of scan's request, where whoever may push to that branch may have put it. `nobody`: anything else.
 */
export type Vouched = 'scan' | 'branch' | 'nobody';

/** What a request changes besides what its plan shows: compared between two trees, whoever committed it. */
export interface Review {
  /** Every new or changed place, where nothing but the review confirms them; else empty. */
  readonly places: readonly PlaceChange[];
  /** What is no entry. */
  readonly outside: readonly OtherChange[];
  readonly sources: readonly (SourceChange & { readonly vouched: Vouched })[];
  /** Entries of which a token or a header's secret would go somewhere new; their other differences are left out. */
  readonly covered: readonly EntryChange[];
}
