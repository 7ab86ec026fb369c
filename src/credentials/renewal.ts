import type { Clock } from '../net/clock.ts';

/** A token and how long it lives, as far as that is known. */
export interface Issued {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly obtainedAt: number;
  /** Milliseconds since the epoch; absent where the issuer does not tell. */
  readonly expiresAt?: number;
}

/** Share of a token's life after which it is renewed. */
const RENEW_AT = 0.75;
/** Share of the life by which jitter moves the renewal forward at most, so that many tokens do not expire together. */
const JITTER = 0.05;
/** Milliseconds for which a token of unknown life is used again. */
const UNKNOWN_LIFE = 300_000;

/**
 * When to renew a token, in milliseconds since the epoch: at 75 % of its life, up to 5 % earlier.
 * `random` is from 0 (included) to 1 (excluded).
 */
export const renewalTime = (issued: Omit<Issued, 'token'>, random: number): number => {
  const life = issued.expiresAt === undefined ? UNKNOWN_LIFE : Math.max(0, issued.expiresAt - issued.obtainedAt);
  return issued.obtainedAt + life * (RENEW_AT - JITTER * random);
};

export interface RenewalDependencies {
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * Keeps one token: asked for when first needed and again when three quarters of its life are over, once for all who
 * wait. A renewal that fails while the old token still lives gives the old token; the error of any other is thrown, and
 * the next call tries again. A token that was refused is renewed whatever its life.
 */
export const renewing = (
  request: () => Promise<Issued>,
  deps: RenewalDependencies,
): ((refused?: string) => Promise<Issued>) => {
  let current: { readonly issued: Issued; readonly renewAt: number } | undefined;
  let pending: Promise<Issued> | undefined;
  const renew = async (): Promise<Issued> => {
    try {
      const issued = await request();
      current = { issued, renewAt: renewalTime(issued, deps.random()) };
      return issued;
    } catch (error) {
      if (current && (current.issued.expiresAt ?? 0) > deps.clock.now()) return current.issued;
      throw error;
    } finally {
      pending = undefined;
    }
  };
  return async (refused) => {
    if (refused !== undefined && current?.issued.token === refused) current = undefined;
    if (current && deps.clock.now() < current.renewAt) return current.issued;
    pending ??= renew();
    return pending;
  };
};
