import type { Listing } from './resource.ts';

/** How much of an account and Region a run saw. */
export interface CoverageRow {
  readonly account: string;
  /** Absent where the account's Regions are not known. */
  readonly region?: string;
  readonly state: Listing['state'];
  readonly resources: number;
  /** When it was last scanned whole, RFC 3339; null: never. Absent: it was now, or nobody could be asked. */
  readonly last?: string | null;
  /** Why it was not listed whole. */
  readonly why?: string;
  readonly rule?: string;
}
