import type { Change } from './plan.ts';

/** Who owns a file of the catalogue or, where its entry is gone, what stood in the registry: logins and teams. */
export interface Ownership {
  /** Every owner that the configuration names. */
  readonly all: readonly string[];
  readonly ofChange: (change: Change) => readonly string[];
  /** `file`: as a user would open it. */
  readonly ofFile: (file: string) => readonly string[];
  readonly ofAccount: (account: string, region?: string) => readonly string[];
}

/** One thing of an owner's entries that somebody must look at. */
export interface OwnedFailure {
  /** A file, a path of the registry, or an account. */
  readonly what: string;
  readonly text: string;
  readonly hint?: string;
}

/** Commands whose runs tell owners what fails of theirs: each has a part of its own in their issue, in this order. */
export const TELLING = ['apply', 'refresh', 'plan', 'verify', 'scan', 'sync'] as const;

export type Telling = (typeof TELLING)[number];

/** What a run of one of them means for owners. */
export interface Told {
  readonly command: Telling;
  /** Whether the run looked at everything: what it does not name then fails no more. */
  readonly complete: boolean;
  /** By owner, as the configuration spells them. */
  readonly failures: ReadonlyMap<string, readonly OwnedFailure[]>;
}
