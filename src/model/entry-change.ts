/** What a reviewer must look at first, gravest first. */
export const RISKS = [
  'security',
  'client',
  'url',
  'authorizer',
  'path',
  'visibility',
  'accounts',
  'removed',
  'replaced',
  'new',
  'lock',
  'other',
] as const;

/** Why an entry's change matters. `security`: AWS trusts callers, tokens or networks otherwise than before. `accounts`: whom the catalogue is for. `lock`: the tools that people accepted. `client`: a token or a header's secret would go somewhere from now on that it did not go before. */
export type Risk = (typeof RISKS)[number];

/** One field of an entry that differs; for what is removed, replaced or new, the entry as a whole. */
export interface Difference {
  readonly risk: Risk;
  /** As in the file: `source.url`, `registration.visibility`. */
  readonly field: string;
  /** Absent where there was none, or where it is nobody's to read. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What a request does to one entry, or to what is kept beside entries. */
export interface EntryChange {
  readonly action: 'create' | 'update' | 'replace' | 'delete';
  /** Path below the catalogue's directory; of a file that is gone, the one it had. */
  readonly file: string;
  /** Its path before, of an entry that has a new id. */
  readonly from?: string;
  /** Absent for an entry written by hand. */
  readonly account?: string;
  readonly region?: string;
  /** The entry's, `lock` or `accounts`; absent where the file can't be read. */
  readonly kind?: string;
  /** As AWS or the registration names it; empty where the file can't be read. */
  readonly name: string;
  /** Path in the registry; empty where the file can't be read. */
  readonly path: string;
  readonly url?: string;
  /** Of a resource in AWS. */
  readonly arn?: string;
  /** Type of the authorizer that AWS has in front of it. */
  readonly authorizer?: string;
  /** Gravest first; never empty. */
  readonly differences: readonly Difference[];
}

/** One place that is new, or that differs. */
export interface PlaceChange {
  /** Path below the catalogue's directory. */
  readonly file: string;
  /** Path in the registry. */
  readonly path: string;
  /** As in the file: `source.url`, `registration.mcpEndpoint`. */
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}
