/** The claims of an OIDC token that a trust policy compares. None of them is secret. */
export interface TokenClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

const textClaim = (claims: unknown, key: string): string => {
  const value = typeof claims === 'object' && claims !== null ? Reflect.get(claims, key) : undefined;
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return text.slice(0, 300);
};

/** Reads a token's claims without checking its signature: they are shown, never trusted. Undefined: it is no JWT. */
export const readTokenClaims = (token: string): TokenClaims | undefined => {
  const [, payload = ''] = token.split('.');
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return { issuer: textClaim(claims, 'iss'), subject: textClaim(claims, 'sub'), audience: textClaim(claims, 'aud') };
  } catch {
    return undefined;
  }
};

/** The condition that a role's trust policy needs so that it takes this token. */
export const trustCondition = ({ issuer, subject, audience }: TokenClaims): string => {
  const provider = issuer.replace(/^https:\/\//, '');
  return JSON.stringify({ StringEquals: { [`${provider}:aud`]: audience, [`${provider}:sub`]: subject } });
};
