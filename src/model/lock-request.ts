import type { ToolChange } from './tool-change.ts';
import type { WhyChanged } from './why-changed.ts';

/** One item of a server or agent that is not as it was reviewed. Texts show what is invisible: they are fit for a reviewer. */
export interface LockedItemChange extends ToolChange {
  /** Descriptions, where they are there. */
  readonly before?: string;
  readonly after?: string;
  /** What else changed, one line each: `+ email, required`. */
  readonly notes: readonly string[];
}

/** Whether clients reach a registration whose tools are not those that were reviewed. */
export type ReachedState =
  | { readonly type: 'enabled' | 'not-enabled' | 'unknown' }
  /** `notIn`: registries where it is enabled, or of which nothing is known. */
  | { readonly type: 'disabled'; readonly since: number; readonly notIn: readonly string[] };

/** What a pull request changes in one lock. */
export interface LockChange {
  /** In the registry. */
  readonly path: string;
  /** The lock, as a user would open it. */
  readonly file: string;
  /** Whether clients reach it: as its entry wishes, or off because its tools changed; or nobody could tell. */
  readonly state: ReachedState;
  /** Nobody has reviewed it before. */
  readonly isFirst: boolean;
  readonly items: readonly LockedItemChange[];
  /** What may be the reason. */
  readonly why?: WhyChanged;
}
