import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { PrivateKey } from 'oauth4webapi';
import { SyncError } from '../model/errors.ts';
import { isObject, parseJson, textMember } from '../model/json.ts';

/** True for text that holds a private key: it is used for signing, and never sent. */
export const isPrivateKey = (text: string): boolean =>
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text) || (/^\s*\{/.test(text) && /"d"\s*:/.test(text));

const keyObject = (text: string, jwk: unknown): KeyObject =>
  isObject(jwk) ? createPrivateKey({ key: { ...jwk }, format: 'jwk' }) : createPrivateKey(text);

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
    const jwk = parseJson(text);
    const key = keyObject(text, jwk);
    const algorithm = signing(key, textMember(jwk, 'alg'));
    if (algorithm === undefined) throw refuse();
    const kid = textMember(jwk, 'kid');
    return { key: key.toCryptoKey(algorithm, false, ['sign']), ...(kid === undefined ? {} : { kid }) };
  } catch {
    throw refuse();
  }
};
