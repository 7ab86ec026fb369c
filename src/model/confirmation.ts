import type { Registration } from './registration.ts';
import type { ResourceKey } from './resource.ts';
import type { Lead } from './through.ts';

/** What an entry says of the place of an AWS resource, as far as AWS is asked about it. */
export interface Claim {
  /** Path of the entry below the catalogue's directory. */
  readonly file: string;
  readonly key: ResourceKey;
  readonly arn: string;
  /** Of a target: its endpoint. */
  readonly url: string;
  /** Whose tokens it takes; undefined where it takes none. Of gateways alone. */
  readonly discoveryUrl?: string;
  /** Of a gateway that a runtime is reached through: its targets, and where they lead. */
  readonly leads?: readonly Lead[];
}

/** Why a place is not confirmed, one clause for people, and what to do about it. */
interface Reason {
  readonly text: string;
  readonly hint?: string;
}

/** When AWS last changed a resource, and which version it has since, as far as the answer that confirms it says so. */
export interface ChangedAtAws {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly version?: string;
}

/**
 * What AWS says in this run about the place that an entry names.
 * - `confirmed`: it is so. Also for what nobody asks about: entries written by hand, and all of them with `confirmBy: review`.
 * - `elsewhere`: AWS, asked in that very account, has no such resource, or has it at another place.
 * - `other-issuer`: the place is so, and its authorizer has another discovery URL.
 * - `outside`: the account is none of the configuration's: nobody was asked.
 * - `unknown`: denied, throttled past the bound, unreachable: AWS gave no answer that counts.
 * - `unasked`: this run has no credentials for AWS at all.
 */
export type Confirmation =
  | { readonly type: 'confirmed'; readonly changed?: ChangedAtAws }
  | (Reason & { readonly type: 'elsewhere' | 'other-issuer' | 'outside' | 'unknown' | 'unasked' });

/** Every answer but the one that lets something be sent. */
export type Unconfirmed = Exclude<Confirmation, { type: 'confirmed' }>;

/**
 * Asks AWS about the places of registrations, in this order, and gives what hands out the answers: each is there as soon as
 * AWS said it, so what comes first need not wait for the rest. The answers never reject.
 */
export type ConfirmPlaces = (
  registrations: readonly Registration[],
) => (registration: Registration) => Promise<Confirmation>;
