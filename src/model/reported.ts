import type { EntryFile } from './generated/entry.ts';
import type { Problem } from './problem.ts';

/** Where the token of a registration comes from. `missing`: it needs one, and no client gets it. */
export type ReportedCredential =
  | { readonly from: 'caller' }
  | { readonly from: 'client'; readonly issuer: string; readonly client: string }
  | { readonly from: 'none' }
  | { readonly from: 'missing'; readonly why: string };

/** The tool lock of a registration. `required`: it is missing, and the configuration asks for one. */
export type ReportedLock = 'there' | 'unreadable' | 'missing' | 'required';

/** One registration that an entry asks for, or an entry that stays out of the registry. */
export interface ReportedEntry {
  /** As a user would open it. */
  readonly file: string;
  readonly path: string;
  readonly endpoint?: string;
  readonly kind: EntryFile['kind'];
  readonly account?: string;
  readonly region?: string;
  /** Sorted, each once. */
  readonly owners: readonly string[];
  readonly registered: boolean;
  /** Type of the authorizer; of what was written by hand, how the registry proves itself to it. */
  readonly authorization?: string;
  readonly credential: ReportedCredential;
  readonly lock: ReportedLock;
  /** What validate has against it, and nobody accepted. */
  readonly findings: readonly Problem[];
}

/** Entries of one owner in one account; undefined: of nobody, in none. An entry of two owners is in two groups. */
export interface ReportedGroup {
  readonly owner: string | undefined;
  readonly account: string | undefined;
  readonly entries: readonly ReportedEntry[];
}
