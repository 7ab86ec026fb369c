import type { RepositoryIdentity } from './subjects.ts';

/** Everything that init must know to write its files. */
export interface InitAnswers {
  /** The mark of what the configuration registers. */
  readonly owner: string;
  /** `owner/repository@digest` of this action. */
  readonly action: string;
  readonly repository: RepositoryIdentity;
  /** The default branch. */
  readonly branch: string;
  /** Address of the server without a last slash: https://github.com, or a GitHub Enterprise Server. */
  readonly server: string;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly hubRole?: string;
  readonly registryUrl?: string;
  readonly codeOwners: readonly string[];
  /** Why the repository's ids are not known, where GitHub was asked. */
  readonly unread?: string;
}

/** Where github.com is; workflows for other servers do without what those may not know. */
export const GITHUB = 'https://github.com';
