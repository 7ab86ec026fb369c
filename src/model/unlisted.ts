import type { AtRegistry } from './at-registry.ts';
import type { CoverageRow } from './coverage.ts';
import type { ResourceKey } from './resource.ts';

/** A resource of AWS that no file is for. */
export interface Unfiled {
  readonly key: ResourceKey;
  readonly name: string;
  /** As AWS says it. */
  readonly status: string;
}

/** What AWS and the files have that the other side does not. Files are named as a user would open them. */
export interface UnlistedAws {
  readonly unfiled: readonly Unfiled[];
  /** Files whose resource AWS no longer has, where it was looked for to the end. */
  readonly gone: readonly string[];
  /** Files of which nobody can say that: what they describe was not seen, and where it was looked for is not known whole. */
  readonly unseen: readonly string[];
  /** Files of what the configuration leaves out of every scan. */
  readonly outOfScope: readonly string[];
  /** Accounts and Regions that were not listed whole. */
  readonly places: readonly Pick<CoverageRow, 'account' | 'region' | 'state' | 'why'>[];
}

/** A server or agent that one side has. */
export interface UnlistedOne {
  readonly path: string;
  readonly type: 'server' | 'agent';
  readonly name: string;
  readonly file?: string;
  /** Half a sentence: why it is so; absent where nothing more is to say. */
  readonly why?: string;
}

/** What the files and one registry have that the other side does not. */
export interface UnlistedRegistry {
  /** A file registers it there, and it is not there as ours. */
  readonly missing: readonly UnlistedOne[];
  /** It is ours, and no file registers it there. */
  readonly ours: readonly UnlistedOne[];
  /** It is not ours. */
  readonly others: readonly UnlistedOne[];
}

/** What AWS, the files and each registry have that the others don't. */
export interface UnlistedThings {
  /** Absent: AWS could not be read. */
  readonly aws?: UnlistedAws;
  readonly registries: readonly AtRegistry<UnlistedRegistry>[];
  /** Files whose registrations are not known, because something is wrong with them. */
  readonly unjudged: readonly string[];
}
