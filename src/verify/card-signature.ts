import canonicalize from 'canonicalize';
import { createLocalJWKSet, decodeProtectedHeader, flattenedVerify, type JSONWebKeySet } from 'jose';
import { isObject, textMember } from '../model/json.ts';
import type { Fetch } from '../net/fetch.ts';
import { cleaned } from '../net/masks.ts';
import type { AgentCard } from './agent-card.ts';
import type { Item } from './lists.ts';
import { StepError } from './world.ts';

/** Characters of an address that are shown. */
const LONGEST = 200;

/** Signatures whose key only the signer has. */
const ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'EdDSA',
  'Ed25519',
];

const isKeySet = (value: unknown): value is JSONWebKeySet =>
  isObject(value) && Array.isArray(value['keys']) && value['keys'].every(isObject);

/** Where keys are asked for: whose answers count, and what no error tells. */
interface Keys {
  readonly fetch: Fetch;
  readonly origins: ReadonlySet<string>;
  /** Every form of what the card was asked for with. */
  readonly secrets: readonly string[];
}

const keysAt = async (url: URL, { fetch, secrets }: Keys): Promise<JSONWebKeySet> => {
  const response = await fetch(url.href, { headers: { accept: 'application/json' } });
  const value: unknown = response.status === 200 ? await response.json().catch(() => undefined) : undefined;
  if (isKeySet(value)) return value;
  const at = cleaned(`${url.origin}${url.pathname}`, LONGEST, secrets);
  throw new StepError('card', `the card's keys at ${at} could not be read`);
};

const headerOf = (signature: Item): Readonly<Record<string, unknown>> => {
  const text = textMember(signature, 'protected');
  try {
    return text === undefined ? {} : { ...decodeProtectedHeader({ protected: text }) };
  } catch {
    return {};
  }
};

/** Where the signer's keys are: only the agent's own origin is believed, anybody can sign with keys of his own. */
const keyPlace = (signature: Item, { origins, secrets }: Keys): URL => {
  const jku = headerOf(signature)['jku'];
  const url = typeof jku === 'string' ? URL.parse(jku) : null;
  if (url === null) throw new StepError('card', 'the card is signed and does not say where the keys are (jku)');
  if (!origins.has(url.origin)) {
    const met = cleaned(url.origin, LONGEST, secrets);
    throw new StepError('card', `the card is signed with keys of another origin, ${met}`);
  }
  return url;
};

/**
 * Checks that the card was signed with a key of the agent's own origin: JWS over the canonical card without its signatures
 * (A2A 1.0, RFC 7515, RFC 8785). One good signature is enough. Throws StepError card where there is none.
 */
export const checkSignatures = async ({ value, signatures }: AgentCard, keys: Keys): Promise<void> => {
  const { signatures: _, ...unsigned } = value;
  const payload = Buffer.from(canonicalize(unsigned) ?? '', 'utf8').toString('base64url');
  let failure: unknown;
  for (const signature of signatures.slice(0, 5)) {
    try {
      const own = createLocalJWKSet(await keysAt(keyPlace(signature, keys), keys));
      const jws = {
        payload,
        protected: textMember(signature, 'protected') ?? '',
        signature: textMember(signature, 'signature') ?? '',
      };
      await flattenedVerify(jws, own, { algorithms: ALGORITHMS });
      return;
    } catch (error) {
      failure = error;
    }
  }
  if (failure instanceof StepError) throw failure;
  throw new StepError('card', "the card's signature is not of the card and the agent's own key");
};
