import { jwtClaims } from '../model/jwt.ts';

/** The claims of an OIDC token that a trust policy compares. None of them is secret. */
export interface TokenClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

const textClaim = (value: unknown): string => {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return text.slice(0, 300);
};

/** Reads a token's claims without checking its signature: they are shown, never trusted. Undefined: it is no JWT. */
export const readTokenClaims = (token: string): TokenClaims | undefined => {
  const claims = jwtClaims(token);
  if (claims === undefined) return undefined;
  const { iss, sub, aud } = claims;
  return { issuer: textClaim(iss), subject: textClaim(sub), audience: textClaim(aud) };
};

/** The condition that a role's trust policy needs so that it takes this token. */
export const trustCondition = ({ issuer, subject, audience }: TokenClaims): string => {
  const provider = issuer.replace(/^https:\/\//, '');
  return JSON.stringify({ StringEquals: { [`${provider}:aud`]: audience, [`${provider}:sub`]: subject } });
};
