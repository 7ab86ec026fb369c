import type { LockList } from './tools-lock.ts';

/** What of an item may change. `other`: what a lock shows by its digest alone. */
export type ChangedPart = 'title' | 'description' | 'schema' | 'annotations' | 'other';

/** A difference between what was reviewed and what is there. `head`: what the server or agent says of itself. */
export interface ToolChange {
  readonly list: LockList | 'head';
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Empty where it came or went. */
  readonly parts: readonly ChangedPart[];
}
