/** What a commit says of itself: anybody's text. */
export interface LoggedCommit {
  readonly commit: string;
  readonly author: { readonly name: string; readonly email: string };
  /** When it was committed, ISO 8601. */
  readonly date: string;
  readonly subject: string;
}

/** The pull request that brought a change. */
export interface LoggedRequest {
  readonly number: number;
  readonly url?: string;
  /** `subject`: what the commit's subject claims; `github`: what GitHub answered. */
  readonly from: 'subject' | 'github';
}

/** One commit of the branch itself that changed an entry. */
export interface LoggedChange extends LoggedCommit {
  readonly action: 'added' | 'changed' | 'moved' | 'removed';
  /** Path below the catalogue's directory after the change, or before it where it was removed. */
  readonly file: string;
  /** Where a moved entry lay before. */
  readonly movedFrom?: string;
  /** Where an entry went whose file was removed. */
  readonly movedTo?: string;
  /** Names of what differs, as in the file: `source.url`, `registration.tags`. Never values. */
  readonly fields: readonly string[];
  /** One side could not be read as an entry: fields are not known. */
  readonly unread?: true;
  readonly request?: LoggedRequest;
  /** The commits that a merge brought and that touch the file, newest first. */
  readonly brought: readonly LoggedCommit[];
}

/** The history of one entry, newest first. */
export interface EntryLog {
  /** Path below the catalogue's directory, as it is now. */
  readonly file: string;
  readonly changes: readonly LoggedChange[];
  /** There are older changes than those shown. */
  readonly more: boolean;
  /** The clone lacks older commits. */
  readonly shallow: boolean;
  /** The working directory has something else than the last commit. */
  readonly uncommitted: boolean;
}
