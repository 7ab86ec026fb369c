import type { ToolChange } from './tool-change.ts';

/** One item of a server or agent that is not as it was reviewed. Texts show what is invisible: they are fit for a reviewer. */
export interface LockedItemChange extends ToolChange {
  /** Descriptions, where they are there. */
  readonly before?: string;
  readonly after?: string;
  /** What else changed, one line each: `+ email, required`. */
  readonly notes: readonly string[];
}

/** What a pull request changes in one lock. */
export interface LockChange {
  /** In the registry. */
  readonly path: string;
  /** The lock, as a user would open it. */
  readonly file: string;
  /** What the entry wishes: the server is called, or is not. */
  readonly enabled: boolean;
  /** Nobody has reviewed it before. */
  readonly isFirst: boolean;
  readonly items: readonly LockedItemChange[];
}
