/**
 * An MCP server on loopback that looks at the bearer token as AgentCore's authorizer does. It speaks the protocol from
 * 2026-07-28 on, or that before, or both; over Streamable HTTP, or over SSE.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createMcpHandler, legacyStatelessFallback, Server } from '@modelcontextprotocol/server';
import { listen, stop } from '../issuer/listen.ts';
import { serveSse } from './sse.ts';

/** A tool, prompt, resource or template, as the protocol has them. */
export type McpItem = Readonly<Record<string, unknown>> & { readonly name: string };

/** What a server says of itself. Read anew for each request: a test may change it. */
export interface McpContent {
  tools: readonly McpItem[];
  prompts?: readonly McpItem[];
  resources?: readonly McpItem[];
  resourceTemplates?: readonly McpItem[];
  instructions?: string;
  /** Items of one page; all when absent. */
  page?: number;
}

export interface McpOptions {
  /** Whether a token opens the server; absent: it asks for none. */
  accepts?: (token: string) => boolean;
  /** `<region>/<service>` that AWS's signatures must be for; absent: it asks for none. */
  signedFor?: string;
  /** Names of its tools (default: one). */
  tools?: readonly string[];
  /** In place of `tools`. */
  content?: McpContent;
  /** Which protocol it speaks (default: both). */
  era?: 'modern' | 'legacy' | 'both';
  transport?: 'streamable-http' | 'sse';
  /** Speak https. PEM both. */
  tls?: { readonly certificate: string; readonly key: string };
  /** What is said instead of anything else. */
  answer?: (response: ServerResponse, request: IncomingMessage) => void;
  /** What a list says instead of what it holds: a lie. */
  lie?: (asked: McpAsked) => Readonly<Record<string, unknown>> | undefined;
}

/** One request of the protocol, with the token that came with it. */
export interface McpAsked {
  readonly method: string;
  readonly cursor: string | undefined;
  readonly token: string;
}

interface McpRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly token?: string;
  readonly headers: IncomingMessage['headers'];
}

export interface SandboxMcp {
  readonly origin: string;
  readonly port: number;
  /** Newest last. */
  readonly requests: readonly McpRequest[];
  readonly content: McpContent;
  close(): Promise<void>;
}

const refuse = (response: ServerResponse): void => {
  response.writeHead(401, {
    'content-type': 'application/json',
    'www-authenticate': 'Bearer error="invalid_token", error_description="Claim \'client_id\' value mismatch"',
  });
  response.end('{"message":"Invalid Bearer token"}');
};

/** What a signature of AWS (Signature Version 4) is made for: headers of the session and of the day, in the scope of one service. */
const isSignedFor = ({ authorization = '', ...headers }: IncomingMessage['headers'], scope: string): boolean => {
  const [, day, met, signed = ''] =
    /^AWS4-HMAC-SHA256 Credential=ASIA[A-Z0-9]{16}\/(\d{8})\/([a-z0-9/-]+)\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=[0-9a-f]{64}$/.exec(
      authorization,
    ) ?? [];
  const must = ['host', 'x-amz-date', 'x-amz-security-token'];
  return (
    met === scope &&
    `${headers['x-amz-date']}`.startsWith(`${day}T`) &&
    must.every((name) => headers[name] !== undefined && signed.split(';').includes(name))
  );
};

const forbid = (response: ServerResponse): void => {
  response.writeHead(403, { 'content-type': 'application/json' });
  response.end('{"message":"The security token included in the request is invalid."}');
};

const LISTS = [
  ['tools/list', 'tools'],
  ['prompts/list', 'prompts'],
  ['resources/list', 'resources'],
  ['resources/templates/list', 'resourceTemplates'],
] as const;

const pageOf = (items: readonly McpItem[], size: number | undefined, cursor: string | undefined) => {
  if (size === undefined) return { items };
  const start = cursor === undefined ? 0 : Number(cursor);
  const next = start + size;
  return { items: items.slice(start, next), ...(next < items.length ? { nextCursor: `${next}` } : {}) };
};

/** A server of the protocol for one request, or one connection: nothing is kept between two. */
const protocolServer = (content: McpContent, token: string, lie: McpOptions['lie']): Server => {
  const { instructions } = content;
  const server = new Server(
    { name: 'sandbox', version: '1.0.0' },
    {
      capabilities: {
        tools: {},
        ...(content.prompts === undefined ? {} : { prompts: {} }),
        ...(content.resources === undefined && content.resourceTemplates === undefined ? {} : { resources: {} }),
      },
      ...(instructions === undefined ? {} : { instructions }),
    },
  );
  for (const [method, key] of LISTS) {
    if (key !== 'tools' && content.prompts === undefined && method.startsWith('prompts')) continue;
    if (method.startsWith('resources') && content.resources === undefined && content.resourceTemplates === undefined) {
      continue;
    }
    server.setRequestHandler(method, async ({ params }) => {
      const cursor = params?.cursor;
      const { items, ...page } = pageOf(content[key] ?? [], content.page, cursor);
      const said = lie?.({ method, cursor, token }) ?? { [key]: items, ...page };
      return JSON.parse(JSON.stringify(said));
    });
  }
  server.setRequestHandler('tools/call', async ({ params }) => ({
    content: [{ type: 'text', text: `${params.name}(${JSON.stringify(params.arguments ?? {})})` }],
    isError: !content.tools.some(({ name }) => name === params.name),
  }));
  return server;
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

type Handle = (request: Request) => Promise<Response>;

const handlerOf = (factory: () => Server, era: McpOptions['era']): Handle => {
  if (era === 'legacy') return legacyStatelessFallback(factory);
  const { fetch } = createMcpHandler(factory, { legacy: era === 'modern' ? 'reject' : 'stateless' });
  return (request) => fetch(request);
};

const answerWith = async (incoming: IncomingMessage, response: ServerResponse, handle: Handle): Promise<void> => {
  const body = await readBody(incoming);
  const { method = 'GET', url = '/' } = incoming;
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, `${value}`]);
  const request = new Request(new URL(url, 'http://sandbox'), {
    method,
    headers,
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
  const answer = await handle(request);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
};

const named = (names: readonly string[]): McpContent => ({
  tools: names.map((name) => ({ name, description: name, inputSchema: { type: 'object' } })),
});

/** Starts the server on a free port of 127.0.0.1. Ends with `close`. */
export const startMcp = async (options: McpOptions): Promise<SandboxMcp> => {
  const { accepts, tools = ['lookup'], tls, answer, era = 'both', lie, content = named(tools) } = options;
  const requests: McpRequest[] = [];
  const sse = serveSse((token) => protocolServer(content, token, lie));
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const { method = '', url = '/', headers } = request;
    const host = headers.host ?? '';
    requests.push({ method, host, path: url, headers, ...(token === undefined ? {} : { token }) });
    if (answer !== undefined) answer(response, request);
    else if (accepts !== undefined && (token === undefined || !accepts(token))) refuse(response);
    else if (options.signedFor !== undefined && !isSignedFor(headers, options.signedFor)) forbid(response);
    else if (options.transport === 'sse') sse(request, response, token ?? '').catch(() => response.destroy());
    else {
      const factory = () => protocolServer(content, token ?? '', lie);
      answerWith(request, response, handlerOf(factory, era)).catch(() => response.destroy());
    }
  };
  const server =
    tls === undefined ? createServer(handle) : createTlsServer({ cert: tls.certificate, key: tls.key }, handle);
  const origin = await listen(server);
  return { origin, port: Number(new URL(origin).port), requests, content, close: () => stop(server) };
};
