import type { RepositoryIdentity } from './subjects.ts';

/** Whose accounts are scanned. */
export type InitScope =
  /** The account of whoever runs it, without a role. */
  | { readonly type: 'own' }
  | { readonly type: 'accounts'; readonly accounts: readonly string[] }
  /** Those of AWS Organizations below these units; without units all. */
  | { readonly type: 'organization'; readonly units: readonly string[] };

/** What the workflows and the roles need besides the configuration. */
export interface GithubAnswers {
  /** `owner/repository@digest` of this action. */
  readonly action: string;
  readonly repository: RepositoryIdentity;
  /** The default branch. */
  readonly branch: string;
  /** Address of the server without a last slash: https://github.com, or a GitHub Enterprise Server. */
  readonly server: string;
  /** Why the repository's ids are not known, where GitHub was asked. */
  readonly unread?: string;
}

/** A registry that is files. */
export interface SiteAnswers {
  readonly directory: string;
  /** Reverse DNS name before the slash in servers' names. */
  readonly namespace: string;
}

/** Everything that init must know to write its files. */
export interface InitAnswers {
  /** The mark of what the configuration registers. */
  readonly owner: string;
  readonly scope: InitScope;
  readonly regions: readonly string[];
  readonly hubRole?: string;
  /** Of AWS Organizations, for the hub's roles. */
  readonly organizationId?: string;
  /** Absent: no registry yet. */
  readonly registryUrl?: string;
  /** A static registry: the site that its files are. */
  readonly site?: SiteAnswers;
  /** Gateways are deployed from files. */
  readonly gateways?: true;
  readonly codeOwners: readonly string[];
  /** Absent: the configuration alone, for a command line. */
  readonly github?: GithubAnswers;
}

/** Where github.com is; workflows for other servers do without what those may not know. */
export const GITHUB = 'https://github.com';

/** Whether a text is this action, pinned: `owner/repository@` and the digest of a commit. */
export const isPinnedAction = (text: string): boolean =>
  /^[\w-][\w.-]*\/[\w.-]+@([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** Whether a text is a repository's `owner/name`. */
export const isRepository = (text: string): boolean => /^[\w-][\w.-]*\/[\w.-]+$/.test(text);
