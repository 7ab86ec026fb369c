/**
 * The registry's proxy: calls of clients to servers behind it. Two checks of two tokens: the registry's own in
 * X-Authorization here, the server's in Authorization by the server itself.
 */
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http';
import { listen, stop } from '../issuer/listen.ts';
import type { Records, StoredServer } from './records.ts';
import { textOf } from './state.ts';

export interface ProxyOptions {
  /** What the registry holds now. */
  readonly records: () => Records;
  /** Whether a token lets a client in. */
  readonly admits: (token: string) => boolean;
  /** Where a server's URL leads on this machine: an origin. Absent: to the URL itself. */
  readonly reach?: (url: string) => string;
}

export interface RegistryProxy {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Never passed on: of this connection, or the registry's own. */
const OWN = new Set(['host', 'connection', 'transfer-encoding', 'keep-alive', 'x-authorization', 'content-length']);

const bearer = (header: string | string[] | undefined): string | undefined =>
  /^Bearer (\S+)$/.exec(typeof header === 'string' ? header : '')?.[1];

const segments = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

/** The longest path that the request's begins with: a location is a prefix. */
const behind = ({ servers }: Records, path: string): StoredServer | undefined =>
  servers
    .filter((server) => server.enabled && segments(path).startsWith(segments(server.path)))
    .toSorted((left, right) => right.path.length - left.path.length)[0];

/** Whose token the server gets: the one that the registry holds, or else the caller's. */
const headersFor = (from: IncomingMessage, { credential, fields }: StoredServer, body: Buffer): OutgoingHttpHeaders => {
  const passed = Object.fromEntries(Object.entries(from.headers).filter(([name]) => !OWN.has(name)));
  const scheme = textOf(fields['auth_scheme']);
  const own =
    credential === undefined || scheme === '' || scheme === 'none'
      ? {}
      : scheme === 'bearer'
        ? { authorization: `Bearer ${credential}` }
        : { [textOf(fields['auth_header_name'], 'X-API-Key').toLowerCase()]: credential };
  return { ...passed, ...own, 'content-length': body.length };
};

const targetOf = (server: StoredServer, path: string, reach: (url: string) => string): URL => {
  const url = new URL(textOf(server.fields['mcp_endpoint']) || textOf(server.fields['proxy_pass_url']));
  const rest = segments(path).slice(segments(server.path).length).replace(/\/$/, '');
  // Clients add the endpoint's name to the path; the URL has it already.
  const endpoint =
    rest === '' || url.pathname.replace(/\/$/, '').endsWith(`/${rest}`) ? url.pathname : `${url.pathname}/${rest}`;
  return new URL(`${endpoint}${url.search}`, reach(url.href));
};

const answer = (response: ServerResponse, status: number, error: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error }));
};

/** Starts the proxy on a free port of loopback. */
export const startRegistryProxy = async (options: ProxyOptions): Promise<RegistryProxy> => {
  const reach = options.reach ?? ((url: string) => new URL(url).origin);
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const token = bearer(incoming.headers['x-authorization']);
    if (token === undefined || !options.admits(token)) return answer(response, 401, 'the registry needs its own token');
    const path = new URL(incoming.url ?? '/', 'http://proxy').pathname;
    const server = behind(options.records(), path);
    if (server === undefined) return answer(response, 404, 'no server is enabled there');
    const body = Buffer.concat(chunks);
    const outgoing = request(
      targetOf(server, path, reach),
      { method: incoming.method, headers: headersFor(incoming, server, body) },
      (met) => {
        response.writeHead(met.statusCode ?? 502, met.headers);
        met.pipe(response);
      },
    );
    outgoing.once('error', () => answer(response, 502, 'the server did not answer'));
    outgoing.end(body);
  };
  const listener = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });
  return { url: await listen(listener), close: () => stop(listener) };
};
