/** One value of a source that differs. */
export interface SourceField {
  /** As in the file: `source.url`, `source.authorizer.discoveryUrl`. */
  readonly field: string;
  /** Absent where there was none. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A scanned entry whose `source` is not that of the base. */
export interface SourceChange {
  /** `replaced`: it stands where another entry stood, by its name in AWS or by its path in the registry. */
  readonly action: 'new' | 'changed' | 'replaced';
  /** Path below the catalogue's directory. */
  readonly file: string;
  /** The entry in whose place it stands. */
  readonly from?: string;
  /** Never empty. */
  readonly fields: readonly SourceField[];
}
