import { isObject, parseJson } from './json.ts';

/**
 * The claims of a text that looks like a JWT, without checking its signature: good for showing and for planning, never for
 * trust. Undefined for a text of another form.
 */
export const jwtClaims = (token: string): Readonly<Record<string, unknown>> | undefined => {
  const [, payload = '', ...rest] = token.split('.');
  const claims = rest.length === 1 ? parseJson(Buffer.from(payload, 'base64url').toString('utf8')) : undefined;
  return isObject(claims) ? claims : undefined;
};
