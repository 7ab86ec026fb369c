import type { Problem } from './problem.ts';

/**
 * What a server said to a fresh token. `refused`: it answered and does not take the token; `unreachable`: no MCP server
 * answered; the others are those of a refresh: nothing was sent to it.
 */
export interface Verified {
  /** As the registry spells it, where it is there. */
  readonly path: string;
  readonly file: string;
  readonly state: 'ok' | 'refused' | 'unreachable' | 'withheld' | 'uncovered' | 'absent' | 'failed';
  readonly issuer?: string;
  readonly client?: string;
  /** Tools that it lists. */
  readonly tools?: number;
  readonly note?: string;
}

export interface VerifyResult {
  readonly verified: readonly Verified[];
  readonly problems: readonly Problem[];
}
