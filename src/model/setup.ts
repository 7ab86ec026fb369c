/** What became of one file that init or upgrade wanted to write. init changes nothing that exists. */
export interface SetupFile {
  readonly path: string;
  /**
   * `same`: it is there already with this very text; `kept`: it is there with another one; `replaced`: upgrade gave it the new
   * text, or the new pin; `removed`: people removed it, and it stays away.
   */
  readonly action: 'written' | 'same' | 'kept' | 'replaced' | 'removed';
  /** Lines that a kept file lacks, for a person to add. */
  readonly missing?: readonly string[];
  /** What the new text would change in a kept file: lines of a unified diff. */
  readonly diff?: readonly string[];
}

/** Something that only a person can do. */
export interface SetupStep {
  readonly title: string;
  readonly details: readonly string[];
}

/** Everything that init or upgrade has to tell. */
export interface SetupResult {
  readonly files: readonly SetupFile[];
  readonly steps: readonly SetupStep[];
}

interface CheckFacts {
  /** What was looked at. */
  readonly check: string;
  /** What was found, or why it was not looked at. */
  readonly met: string;
  /** What to do about it. */
  readonly todo?: string;
}

/**
 * One line of doctor's table. `command`: for a POSIX shell, on one line: it mends what failed or, where only a person can
 * tell what is right, shows what is there now.
 */
export type CheckRow =
  | (CheckFacts & { readonly state: 'ok' | 'skipped'; readonly command?: string })
  | (CheckFacts & { readonly state: 'failed'; readonly command: string });

/** A repository as GitHub describes it. */
export interface RepositoryFacts {
  /** `owner/name`, in the letters that GitHub's tokens use. */
  readonly name: string;
  readonly ids: { readonly owner: string; readonly repository: string };
  readonly defaultBranch: string;
  /** public, private or internal. */
  readonly visibility: string;
}

/** Something that GitHub may not show to the token at hand. */
export type Readable<Value> = { readonly value: Value } | { readonly unreadable: string };

/** An environment, as far as it keeps others out. */
export interface EnvironmentFacts {
  readonly name: string;
  /** Patterns of the branches that may use it; `protected`: those with protection rules; `all`: any branch. */
  readonly branches: readonly string[] | 'protected' | 'all';
  /** A person must approve each job. */
  readonly reviewed: boolean;
}

/** What the rules of a branch ask for. */
export interface BranchRules {
  readonly pullRequest: boolean;
  readonly codeOwners: boolean;
  readonly dismissesStale: boolean;
  /** Names of required checks. */
  readonly checks: readonly string[];
}

/** Settings of a repository that this tool leans on. */
export interface GithubSettings {
  readonly repository: RepositoryFacts;
  readonly environments: Readable<readonly EnvironmentFacts[]>;
  readonly rules: Readable<BranchRules>;
  readonly actionsOpenRequests: Readable<boolean>;
}
