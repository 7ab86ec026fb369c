import type { Problem } from './problem.ts';

/**
 * What became of the token of one registration. `withheld`: the registry differs from the entry, so no token was sent;
 * `uncovered`: no client may ask for one; `absent`: it is not registered.
 */
export interface Refreshed {
  /** As the registry spells it, where it is there. */
  readonly path: string;
  readonly file: string;
  readonly state: 'renewed' | 'withheld' | 'uncovered' | 'absent' | 'failed';
  readonly issuer?: string;
  readonly client?: string;
  /** Milliseconds since the epoch. */
  readonly obtainedAt?: number;
  readonly expiresAt?: number;
  /** It was waiting for its credential, and is enabled now. */
  readonly enabled?: true;
  readonly note?: string;
}

export interface RefreshResult {
  readonly refreshed: readonly Refreshed[];
  readonly problems: readonly Problem[];
}

/** What a problem with a client's tokens is about. */
export const clientSubject = ({
  issuer,
  client,
}: {
  readonly issuer?: string | undefined;
  readonly client?: string | undefined;
}): string => `client ${client} of ${issuer}`;
