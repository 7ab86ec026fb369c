/** An A2A agent on loopback that shows its card, signed or not. */
import { createServer } from 'node:http';
import canonicalize from 'canonicalize';
import { exportJWK, FlattenedSign, generateKeyPair } from 'jose';
import { listen, stop } from '../issuer/listen.ts';

export type Card = Record<string, unknown>;

export interface AgentOptions {
  /** The card, given the agent's own origin. */
  readonly card: (origin: string) => Card;
  /** Sign the card: with the keys that the agent shows, or with others. */
  readonly signed?: 'own' | 'forged';
  /** Where the signature says that the keys are (default: the agent's own origin). */
  readonly keysAt?: string;
  /** Path of the card. */
  readonly path?: string;
  readonly accepts?: (token: string) => boolean;
}

export interface SandboxAgent {
  readonly origin: string;
  readonly requests: readonly { readonly path: string; readonly token?: string }[];
  /** What is shown from now on; its signature stays the one of the first card. */
  show(card: Card): void;
  close(): Promise<void>;
}

const KEYS = '/.well-known/jwks.json';

const signatureOf = async (card: Card, jku: string, key: Parameters<FlattenedSign['sign']>[0]) => {
  const payload = new TextEncoder().encode(canonicalize(card) ?? '');
  const jws = await new FlattenedSign(payload).setProtectedHeader({ alg: 'ES256', kid: 'agent', jku }).sign(key);
  return { protected: jws.protected, signature: jws.signature };
};

/** Starts the agent on a free port of 127.0.0.1. Ends with `close`. */
export const startAgent = async (options: AgentOptions): Promise<SandboxAgent> => {
  const { signed, accepts, path = '/.well-known/agent-card.json' } = options;
  const requests: { readonly path: string; readonly token?: string }[] = [];
  const own = await generateKeyPair('ES256');
  const other = await generateKeyPair('ES256');
  const jwk = await exportJWK(own.publicKey);
  let shown: Card = {};
  const server = createServer((request, response) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const asked = request.url ?? '/';
    requests.push({ path: asked, ...(token === undefined ? {} : { token }) });
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (asked === KEYS) answer(200, { keys: [{ ...jwk, kid: 'agent', alg: 'ES256' }] });
    else if (accepts !== undefined && (token === undefined || !accepts(token))) answer(401, {});
    else if (asked === path) answer(200, shown);
    else answer(404, {});
  });
  const origin = await listen(server);
  const card = options.card(origin);
  const key = signed === 'forged' ? other.privateKey : own.privateKey;
  const signatures =
    signed === undefined ? {} : { signatures: [await signatureOf(card, options.keysAt ?? `${origin}${KEYS}`, key)] };
  shown = { ...card, ...signatures };
  return {
    origin,
    requests,
    show: (next) => {
      shown = { ...next, ...signatures };
    },
    close: () => stop(server),
  };
};
