/** Issuers that misbehave, one for each path of one loopback server: what a taken-over or broken one could answer. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen, stop } from './listen.ts';

const HUGE_BYTES = 100 * 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, ' ');
const SECRET_FIELDS = ['client_secret', 'client_assertion'] as const;

/** What a case answers at its document or its token endpoint. */
type Reply =
  | { readonly kind: 'json'; readonly body: unknown; readonly status?: number; readonly type?: string }
  | { readonly kind: 'text'; readonly body: string; readonly status?: number; readonly type: string }
  | { readonly kind: 'redirect'; readonly to: string; readonly status: number }
  /** 100 MB, sent as fast as they are taken. */
  | { readonly kind: 'huge' }
  /** Headers, then one byte and no more. */
  | { readonly kind: 'drip' }
  /** Repeats what the client proved itself with. */
  | { readonly kind: 'echo' };

interface Case {
  readonly document?: (base: string, origin: string) => Reply;
  readonly token?: (base: string, origin: string) => Reply;
}

const TOKEN = { access_token: 'canary-access-token', token_type: 'Bearer', expires_in: 3600 } as const;
const json = (body: unknown, status = 200): Reply => ({ kind: 'json', body, status });
const tokenCase = (changes: Readonly<Record<string, unknown>>): Case => ({
  token: () => json({ ...TOKEN, ...changes }),
});
const endpointCase = (endpoint: unknown): Case => ({
  document: (base) => json({ issuer: base, token_endpoint: endpoint }),
});

const CASES = {
  good: {},
  'other-issuer': { document: (base) => json({ issuer: 'https://issuer.example', token_endpoint: `${base}/token` }) },
  'no-issuer': { document: (base) => json({ token_endpoint: `${base}/token` }) },
  'issuer-no-text': { document: (base) => json({ issuer: [base], token_endpoint: `${base}/token` }) },
  'http-downgrade': endpointCase('http://tokens.example/token'),
  'no-endpoint': endpointCase(undefined),
  'endpoint-no-url': endpointCase('/token'),
  'endpoint-user': endpointCase('https://user:password@tokens.example/token'),
  'endpoint-file': endpointCase('file:///etc/passwd'),
  'metadata-address': endpointCase('https://169.254.169.254/token'),
  /** A name: what it resolves to is up to whoever asks. */
  'name-elsewhere': endpointCase('https://localhost/token'),
  'document-redirect': { document: (_base, origin) => ({ kind: 'redirect', to: `${origin}/good`, status: 302 }) },
  'document-huge': { document: () => ({ kind: 'huge' }) },
  'document-drip': { document: () => ({ kind: 'drip' }) },
  'document-html': { document: () => ({ kind: 'text', body: '<html>Sign in</html>', type: 'text/html' }) },
  'document-broken': { document: () => ({ kind: 'text', body: '{"issuer":', type: 'application/json' }) },
  'document-list': { document: () => json([]) },
  'document-type': {
    document: (base) => ({ kind: 'json', body: { issuer: base, token_endpoint: `${base}/token` }, type: 'text/plain' }),
  },
  'document-missing': { document: () => json({ message: 'not found' }, 404) },
  'token-redirect': { token: (_base, origin) => ({ kind: 'redirect', to: `${origin}/good/token`, status: 307 }) },
  'token-huge': { token: () => ({ kind: 'huge' }) },
  'token-drip': { token: () => ({ kind: 'drip' }) },
  'token-html': { token: () => ({ kind: 'text', body: '<html>canary-access-token</html>', type: 'text/html' }) },
  'token-html-500': { token: () => ({ kind: 'text', body: '<html>oops</html>', type: 'text/html', status: 500 }) },
  'token-type': { token: () => ({ kind: 'json', body: TOKEN, type: 'text/html' }) },
  'token-broken': {
    token: () => ({ kind: 'text', body: '{"access_token":"canary-access-token', type: 'application/json' }),
  },
  'token-list': { token: () => json([TOKEN]) },
  'expires-negative': tokenCase({ expires_in: -1 }),
  'expires-zero': tokenCase({ expires_in: 0 }),
  'expires-text': tokenCase({ expires_in: 'soon' }),
  'expires-digits': tokenCase({ expires_in: '1800' }),
  'expires-absent': tokenCase({ expires_in: undefined }),
  'expires-null': tokenCase({ expires_in: null }),
  'expires-endless': tokenCase({ expires_in: 1e30 }),
  'type-odd': tokenCase({ token_type: 'mac' }),
  'type-dpop': tokenCase({ token_type: 'DPoP' }),
  'type-absent': tokenCase({ token_type: undefined }),
  'type-number': tokenCase({ token_type: 7 }),
  'access-absent': tokenCase({ access_token: undefined }),
  'access-empty': tokenCase({ access_token: '' }),
  'access-number': tokenCase({ access_token: 12345 }),
  'access-line': tokenCase({ access_token: 'canary-access-token\r\nX-Injected: 1' }),
  'access-long': tokenCase({ access_token: `canary-access-token${'x'.repeat(500_000)}` }),
  'id-token': tokenCase({ id_token: 'canary-access-token' }),
  'refusal-echo': { token: () => ({ kind: 'echo' }) },
  'refusal-controls': {
    token: () =>
      json(
        {
          error: 'invalid_client\n::set-output name=x::y',
          error_description: `\u001b[31m\u202Etxt.exe\u0000 | <b>@everyone</b> ${'long '.repeat(200)}`,
        },
        400,
      ),
  },
  'refusal-prototype': { token: () => json({ error: 'constructor', error_description: '__proto__' }, 400) },
  'refusal-odd': { token: () => json({ error: { nested: true }, error_description: 5 }, 400) },
} as const satisfies Readonly<Record<string, Case>>;

export type HostileCase = keyof typeof CASES;

/** Every case, as in a table of tests. */
export const HOSTILE_CASES = Object.keys(CASES).filter((name): name is HostileCase => name in CASES);

export interface HostileIssuers {
  readonly origin: string;
  /** Issuer identifier of a case. */
  issuer(name: HostileCase): string;
  /** How often a case's token endpoint was asked, and whether a secret reached it. */
  met(name: HostileCase): { readonly documents: number; readonly tokens: number; readonly secrets: readonly string[] };
  close(): Promise<void>;
}

interface Counters {
  documents: number;
  tokens: number;
  secrets: string[];
}

const proofsIn = (request: IncomingMessage, body: string): readonly string[] => {
  const pair = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const basic = pair === undefined ? [] : [Buffer.from(pair, 'base64').toString('utf8')];
  const form = new URLSearchParams(body);
  return [...basic, ...SECRET_FIELDS.flatMap((name) => form.getAll(name))];
};

const sendHuge = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' });
  let sent = 0;
  const more = (): void => {
    while (sent < HUGE_BYTES && !response.destroyed) {
      sent += CHUNK.length;
      if (!response.write(CHUNK)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
};

const send = (response: ServerResponse, reply: Reply, proofs: readonly string[]): void => {
  switch (reply.kind) {
    case 'json':
      response.writeHead(reply.status ?? 200, { 'content-type': reply.type ?? 'application/json' });
      response.end(JSON.stringify(reply.body));
      return;
    case 'text':
      response.writeHead(reply.status ?? 200, { 'content-type': reply.type });
      response.end(reply.body);
      return;
    case 'redirect':
      response.writeHead(reply.status, { location: reply.to });
      response.end();
      return;
    case 'huge':
      sendHuge(response);
      return;
    case 'drip':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
      return;
    case 'echo': {
      const said = proofs.map(
        (proof) => `${proof} ${encodeURIComponent(proof)} ${Buffer.from(proof).toString('base64')}`,
      );
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: 'invalid_client', error_description: `not ${said.join(' ')}` }));
      return;
    }
  }
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

/** Starts the hostile issuers on a free port of 127.0.0.1. Ends with `close`, which also cuts what is under way. */
export const startHostileIssuers = async (): Promise<HostileIssuers> => {
  const counters = new Map<string, Counters>();
  const counted = (name: string): Counters => {
    const found = counters.get(name) ?? { documents: 0, tokens: 0, secrets: [] };
    counters.set(name, found);
    return found;
  };
  const cases: Readonly<Record<string, Case>> = CASES;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request);
    const [, name = '', ...rest] = new URL(request.url ?? '/', origin).pathname.split('/');
    const place = rest.join('/');
    const base = `${origin}/${name}`;
    const found = cases[name];
    const count = counted(name);
    if (place === 'token') {
      const proofs = proofsIn(request, body);
      count.tokens += 1;
      count.secrets.push(...proofs);
      return send(response, found?.token?.(base, origin) ?? json(TOKEN), proofs);
    }
    if (place !== '.well-known/openid-configuration') return send(response, json({}, 404), []);
    count.documents += 1;
    send(response, found?.document?.(base, origin) ?? json({ issuer: base, token_endpoint: `${base}/token` }), []);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  const origin = await listen(server);
  return {
    origin,
    issuer: (name) => `${origin}/${name}`,
    met: (name) => counted(name),
    close: () => stop(server),
  };
};
