import type { Problem } from './problem.ts';
import type { Registration } from './registration.ts';

/** One field that differs. Secret fields say only that they differ. */
export type FieldChange =
  | { readonly field: string; readonly cause: 'git' | 'drift'; readonly before: unknown; readonly after: unknown }
  | { readonly field: string; readonly cause: 'git' | 'drift'; readonly secret: true };

/** A registration as the registry shows it: enough to name it and to touch it again. */
export interface Registered {
  readonly type: 'server' | 'agent';
  /** Exactly as the registry spells it. */
  readonly path: string;
  readonly name: string;
  readonly url: string;
  readonly enabled: boolean;
  /** File and endpoint of our mark, where there is one. */
  readonly file?: string;
  readonly endpoint?: string;
}

/** One change, by what happens to the registration. */
export type Change =
  | { readonly action: 'create'; readonly registration: Registration }
  | {
      readonly action: 'update';
      readonly registration: Registration;
      readonly registered: Registered;
      readonly fields: readonly FieldChange[];
    }
  | {
      readonly action: 'replace';
      readonly registration: Registration;
      readonly registered: Registered;
      readonly fields: readonly FieldChange[];
      /** Why an update in place can't do it. */
      readonly reason: string;
    }
  | { readonly action: 'delete'; readonly registered: Registered; readonly reason: string }
  | { readonly action: 'unchanged'; readonly registration: Registration; readonly registered: Registered }
  | { readonly action: 'conflict'; readonly registration: Registration; readonly reason: string };

/** Every change, sorted once: by path, then kind. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

/** What became of one change. */
export interface Outcome {
  readonly path: string;
  readonly type: 'server' | 'agent';
  readonly action: Change['action'];
  readonly state: 'done' | 'failed' | 'skipped';
  /** What a person should know: the refusal, or what is left to do. */
  readonly note?: string;
}

export interface ApplyResult {
  readonly outcomes: readonly Outcome[];
  readonly problems: readonly Problem[];
}

/** Path of a change's registration, as the registry spells it where it is there already. */
export const changePath = (change: Change): string =>
  change.action === 'delete' ? change.registered.path : change.registration.path;
