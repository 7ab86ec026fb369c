import type { Unconfirmed } from './confirmation.ts';
import type { Drift } from './drift.ts';
import type { Problem } from './problem.ts';
import {
  type ConflictReason,
  conflictText,
  type DeleteReason,
  deleteText,
  type ReplaceReason,
  replaceText,
} from './reasons.ts';
import type { Registration } from './registration.ts';

/**
 * One field that differs. `drift`: it was changed in the registry since it was last applied. `dangerous`: it decides where
 * requests and tokens go, or who sees the registration. Secret fields say only that they differ.
 */
export type FieldChange = {
  readonly field: string;
  readonly cause: 'git' | 'drift';
  readonly dangerous?: true;
} & (
  | {
      /** undefined: not set. */
      readonly before: unknown;
      readonly after: unknown;
      /** The list does not show this field: that it changed is known from the mark, what it was only with --deep. */
      readonly unseen?: true;
    }
  | { readonly secret: true }
);

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

/**
 * What happens to the credential that the registry holds. `keep`: nothing. `set`: one is missing and at hand. `withdraw`:
 * the registration expects none any more. `renew`: it belonged to another identity (ARN, URL, issuer, client): it is
 * withdrawn before the new URL is written, and a fresh token follows where one is at hand.
 */
export type CredentialStep = 'keep' | 'set' | 'withdraw' | 'renew';

/** One change, by what happens to the registration. */
export type Change =
  | { readonly action: 'create'; readonly registration: Registration }
  | {
      readonly action: 'update';
      readonly registration: Registration;
      readonly registered: Registered;
      readonly fields: readonly FieldChange[];
      readonly credential: CredentialStep;
      /** It carried no mark of ours and becomes ours: what stood there is lost. */
      readonly adopts?: true;
    }
  | {
      readonly action: 'replace';
      readonly registration: Registration;
      readonly registered: Registered;
      readonly fields: readonly FieldChange[];
      /** Why an update in place can't do it. */
      readonly why: ReplaceReason;
      readonly adopts?: true;
    }
  | {
      readonly action: 'delete';
      readonly registered: Registered;
      readonly why: DeleteReason;
      readonly protected?: true;
    }
  | { readonly action: 'unchanged'; readonly registration: Registration; readonly registered: Registered }
  | { readonly action: 'conflict'; readonly registration: Registration; readonly why: ConflictReason };

/** A change that would send something to a place that AWS did not confirm in this run: it is not made. */
export interface Blocked {
  readonly blocked: 'unconfirmed';
  readonly change: PlacingChange;
  readonly why: Unconfirmed;
}

/** The changes that can put a registration at a place, or send a credential there. */
export type PlacingChange = Extract<Change, { action: 'create' | 'update' | 'replace' }>;

/** Lines of allow lists that a plan takes away: what they allowed stops working where the lists are deployed. */
export interface TakenAway {
  /** For people, each with the entry that it came from. */
  readonly lines: readonly { readonly line: string; readonly file?: string }[];
  /** How many there are now, and will be. */
  readonly before: number;
  readonly after: number;
}

/** Entries of an account, or of one of its Regions, that no scan sees. */
export interface UnseenPlace {
  /** The account, with its Region where the configuration leaves out that Region. */
  readonly place: string;
  readonly entries: number;
  /** When the account was last scanned whole, RFC 3339; null: never. Absent: the configuration leaves the place out. */
  readonly since?: string | null;
}

/** What a plan knows of entries that no scan sees. */
export interface Unseen {
  readonly places: readonly UnseenPlace[];
  /** Whether the runs of the scan were read; without them nobody knows when an account was last seen. */
  readonly runsRead: boolean;
}

/** Every change, sorted once: by path, then kind. */
export interface Plan {
  readonly changes: readonly Change[];
  /** Changes that are not made because AWS did not confirm their place, sorted likewise. Absent: none. */
  readonly blocked?: readonly Blocked[];
  /** How many of the changes apply is still to ask AWS about: nobody asked here. */
  readonly toConfirm?: number;
  /** What somebody changed in the registry since it was last applied. Absent: nothing. */
  readonly drift?: readonly Drift[];
  /** Absent: this kind of registry makes no lists. */
  readonly takesAway?: TakenAway;
  /** Absent: nobody looked. */
  readonly unseen?: Unseen;
  /** Registrations that carried our mark before: what shares in the limits refer to. */
  readonly ours: number;
  readonly problems: readonly Problem[];
  /** The whole plan, of which this one keeps a part: what limits judge. Absent: this is the whole. */
  readonly judged?: Pick<Plan, 'changes' | 'blocked' | 'ours'>;
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

/** File of the entry that a change comes from, below the catalogue's directory; of a delete, the one in the mark. */
export const originFile = (change: Change): string | undefined =>
  change.action === 'delete' ? change.registered.file : change.registration.origin.file;

/** Path of a change's registration, as the registry spells it where it is there already. */
export const changePath = (change: Change): string =>
  'registered' in change ? change.registered.path : change.registration.path;

/** Whether a change is about a server or an agent. */
export const changeType = (change: Change): 'server' | 'agent' =>
  'registered' in change ? change.registered.type : change.registration.type;

/** Why a change is the one that it is, in half a sentence; undefined where the action says it all. */
export const reasonText = (change: Change): string | undefined => {
  switch (change.action) {
    case 'replace':
      return replaceText(change.why);
    case 'delete':
      return deleteText(change.why);
    case 'conflict':
      return conflictText(change.why);
    case 'create':
    case 'update':
    case 'unchanged':
      return undefined;
  }
};
