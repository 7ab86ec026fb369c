/** An OpenID issuer on loopback: oidc-provider behind a door that counts, delays and fails on request. */
import { createServer, IncomingMessage, type ServerResponse } from 'node:http';
import { type IssuerClient, innerSecret } from './clients.ts';
import { listen, stop } from './listen.ts';
import { answerDevice, createProvider } from './provider.ts';

export interface IssuerOptions {
  clients: IssuerClient[];
  /** Seconds that a token lives (default 3600). */
  lifeSeconds?: number;
  /** Milliseconds before every answer (default 0). */
  latencyMs?: number;
  /** What the document announces (default: basic, post and private_key_jwt). */
  methods?: readonly string[];
  /** Audience of tokens for which no resource was asked (default `urn:sandbox`). */
  audience?: string;
}

/** An answer that is given instead of the provider's own. */
interface Fault {
  readonly at: 'document' | 'token' | 'device';
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How often (default 1). */
  readonly times?: number;
}

/** One request, without what a client proves itself with. */
interface IssuerRequest {
  readonly at: 'document' | 'token' | 'device' | 'other';
  readonly client?: string;
  readonly scope?: string;
  readonly audience?: string;
  readonly resource?: string;
  /** How the client proved itself. */
  readonly proof?: 'basic' | 'post' | 'assertion' | 'none';
  readonly status: number;
}

export interface SandboxIssuer {
  readonly issuer: string;
  readonly discoveryUrl: string;
  readonly tokenEndpoint: string;
  /** Push, change or remove between two requests. */
  readonly clients: IssuerClient[];
  /** Newest last. */
  readonly requests: readonly IssuerRequest[];
  count(at: IssuerRequest['at']): number;
  setLife(seconds: number): void;
  failNext(...faults: readonly Fault[]): void;
  /** A person types the code in a browser, and agrees or not. */
  answerDevice(code: string, agreed?: boolean): Promise<void>;
  close(): Promise<void>;
}

const LARGEST_BODY = 65_536;
const PLACES: Readonly<Record<string, 'token' | 'device'>> = { '/token': 'token', '/device/auth': 'device' };
const DOCUMENTS = /^\/\.well-known\/(openid-configuration|oauth-authorization-server)$/;

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new Error('the request is too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

/** The same request with another body, as the provider reads its bodies itself. */
const withBody = (request: IncomingMessage, body: Buffer): IncomingMessage => {
  const replay = new IncomingMessage(request.socket);
  const headers = { ...request.headers, 'content-length': String(body.length) };
  Object.assign(replay, { method: request.method, url: request.url, httpVersion: '1.1', headers, complete: true });
  replay.push(body);
  replay.push(null);
  return replay;
};

const basicClient = (request: IncomingMessage): string | undefined => {
  const pair = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const id = pair === undefined ? undefined : Buffer.from(pair, 'base64').toString('utf8').split(':')[0];
  return id === undefined ? undefined : decodeURIComponent(id.replaceAll('+', ' '));
};

const asked = (request: IncomingMessage, form: URLSearchParams): Omit<IssuerRequest, 'at' | 'status'> => {
  const basic = basicClient(request);
  const client = basic ?? form.get('client_id') ?? undefined;
  const text = (name: 'scope' | 'audience' | 'resource'): Partial<IssuerRequest> => {
    const value = form.get(name);
    return value === null ? {} : { [name]: value };
  };
  const posted = form.has('client_assertion') ? 'assertion' : form.has('client_secret') ? 'post' : 'none';
  return {
    ...(client === undefined ? {} : { client }),
    ...text('scope'),
    ...text('audience'),
    ...text('resource'),
    proof: basic === undefined ? posted : 'basic',
  };
};

/** For a federated client whose assertion holds, the form in which the provider knows the client; undefined: refused. */
const federated = async (
  form: URLSearchParams,
  clients: readonly IssuerClient[],
): Promise<URLSearchParams | undefined> => {
  const client = clients.find(({ id }) => id === form.get('client_id'));
  if (!client?.federated) return form;
  const { issuer, subject, audience, verify } = client.federated;
  const claims = await verify(form.get('client_assertion') ?? '').catch(() => undefined);
  const expired = typeof claims?.['exp'] !== 'number' || claims['exp'] * 1000 < Date.now();
  if (expired || claims['iss'] !== issuer || claims['sub'] !== subject || claims['aud'] !== audience) return undefined;
  const inner = new URLSearchParams(form);
  inner.delete('client_assertion');
  inner.delete('client_assertion_type');
  inner.set('client_secret', innerSecret(client));
  return inner;
};

const answer = (response: ServerResponse, status: number, body: string, headers: Fault['headers'] = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
};

/** Starts an issuer on a free port of 127.0.0.1. Ends with `close`. */
export const startIssuer = async (options: IssuerOptions): Promise<SandboxIssuer> => {
  const { clients } = options;
  const requests: IssuerRequest[] = [];
  const faults: Fault[] = [];
  let lifeSeconds = options.lifeSeconds ?? 3600;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', issuer);
    const at = PLACES[pathname] ?? (DOCUMENTS.test(pathname) ? 'document' : 'other');
    const body = await readBody(request);
    const form = new URLSearchParams(body.toString('utf8'));
    response.once('finish', () =>
      requests.push({ at, ...(at === 'token' ? asked(request, form) : {}), status: response.statusCode }),
    );
    const fault = faults.findIndex((candidate) => candidate.at === at);
    const [met] = fault < 0 ? [] : faults.splice(fault, 1);
    if (met) return answer(response, met.status, met.body ?? '', met.headers);
    const inner = at === 'token' ? await federated(form, clients) : form;
    if (inner === undefined) {
      return answer(response, 401, '{"error":"invalid_client","error_description":"the assertion does not fit"}');
    }
    await provider(withBody(request, inner === form ? body : Buffer.from(inner.toString())), response);
  };
  const server = createServer((request, response) => {
    const start = (): void => {
      serve(request, response).catch(() => response.destroy());
    };
    if (options.latencyMs) setTimeout(start, options.latencyMs).unref();
    else start();
  });
  const issuer = await listen(server);
  const audience = options.audience ?? 'urn:sandbox';
  const openid = createProvider({
    issuer,
    clients,
    lifeSeconds: () => lifeSeconds,
    methods: options.methods ?? ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    audience,
  });
  const provider = openid.callback();
  return {
    issuer,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    tokenEndpoint: `${issuer}/token`,
    clients,
    requests,
    count: (at) => requests.filter((request) => request.at === at).length,
    setLife: (seconds) => {
      lifeSeconds = seconds;
    },
    failNext: (...next) => faults.push(...next.flatMap((fault) => new Array<Fault>(fault.times ?? 1).fill(fault))),
    answerDevice: (code, agreed = true) => answerDevice(openid, { code, audience, agreed }),
    close: () => stop(server),
  };
};
