import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { PrivateKey } from 'oauth4webapi';
import { SyncError } from '../model/errors.ts';

/** True for text that holds a private key: it is used for signing, and never sent. */
export const isPrivateKey = (text: string): boolean =>
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text) || (/^\s*\{/.test(text) && /"d"\s*:/.test(text));

interface Jwk {
  readonly kid?: string;
  readonly alg?: string;
}

const textMember = (value: object, name: 'kid' | 'alg'): string | undefined => {
  const member: unknown = Reflect.get(value, name);
  return typeof member === 'string' ? member : undefined;
};

const parse = (text: string): { readonly key: KeyObject; readonly jwk: Jwk } => {
  if (!text.trimStart().startsWith('{')) return { key: createPrivateKey(text), jwk: {} };
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
  const kid = textMember(value, 'kid');
  const alg = textMember(value, 'alg');
  const key = createPrivateKey({ key: { ...value }, format: 'jwk' });
  return { key, jwk: { ...(kid === undefined ? {} : { kid }), ...(alg === undefined ? {} : { alg }) } };
};

const CURVES: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

/** How the key signs: RS256 or what a JWK's `alg` says for RSA, the curve's own algorithm otherwise. */
const signing = (key: KeyObject, alg: string | undefined): Parameters<KeyObject['toCryptoKey']>[0] | undefined => {
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return {
        name: alg?.startsWith('PS') ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5',
        hash: `SHA-${/^[PR]S(384|512)$/.exec(alg ?? '')?.[1] ?? '256'}`,
      };
    case 'ec': {
      const namedCurve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ''];
      return namedCurve === undefined ? undefined : { name: 'ECDSA', namedCurve };
    }
    case 'ed25519':
      return { name: 'Ed25519' };
    default:
      return undefined;
  }
};

/**
 * Reads a client's key for private_key_jwt: PEM (PKCS #8, PKCS #1, SEC 1) or JWK, RSA, EC or Ed25519. A JWK's `kid` goes
 * into the assertion's header. Throws SyncError token/no-secret; what the key holds is in no message and no cause.
 */
export const readClientKey = (text: string, clientId: string): PrivateKey => {
  const refuse = (): SyncError<'token'> =>
    new SyncError(
      'token',
      'no-secret',
      `read the key of client ${clientId}: expected a private key, met something else`,
      {
        hint: 'Give an RSA, EC (P-256, P-384, P-521) or Ed25519 key as PEM or JWK.',
      },
    );
  try {
    const { key, jwk } = parse(text);
    const algorithm = signing(key, jwk.alg);
    if (algorithm === undefined) throw refuse();
    const cryptoKey = key.toCryptoKey(algorithm, false, ['sign']);
    return { key: cryptoKey, ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) };
  } catch {
    throw refuse();
  }
};
