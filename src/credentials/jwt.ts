import { jwtClaims } from '../model/jwt.ts';

/** Times of a JWT's claims, in seconds since the epoch. */
export interface TokenTimes {
  readonly issuedAt?: number;
  readonly expiresAt?: number;
}

const seconds = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;

/**
 * `iat` and `exp` of a token that looks like a JWT, unverified: they tell when to renew it, never whether to trust it.
 * A token of another form gives nothing.
 */
export const tokenTimes = (token: string): TokenTimes => {
  const claims = jwtClaims(token);
  const issuedAt = seconds(claims?.['iat']);
  const expiresAt = seconds(claims?.['exp']);
  return {
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
};

/** Characters that an Authorization header can carry after `Bearer `, and a length that servers still accept. */
const SENDABLE = /^[\x21-\x7e]{1,16384}$/;

/** True for a text that can be sent as a bearer token: visible ASCII without blanks, at most 16 KiB. */
export const isSendable = (token: string): boolean => SENDABLE.test(token);
