/** An MCP server on loopback, over Streamable HTTP, that looks at the bearer token as AgentCore's authorizer does. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { listen, stop } from '../issuer/listen.ts';

export interface McpOptions {
  /** Whether a token opens the server. */
  accepts: (token: string) => boolean;
  /** Names of its tools (default: one). */
  tools?: readonly string[];
  /** Speak https. PEM both. */
  tls?: { readonly certificate: string; readonly key: string };
  /** What is said instead of anything else. */
  answer?: (response: ServerResponse) => void;
}

interface McpRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly token?: string;
}

export interface SandboxMcp {
  readonly origin: string;
  readonly port: number;
  /** Newest last. */
  readonly requests: readonly McpRequest[];
  close(): Promise<void>;
}

const refuse = (response: ServerResponse): void => {
  response.writeHead(401, {
    'content-type': 'application/json',
    'www-authenticate': 'Bearer error="invalid_token", error_description="Claim \'client_id\' value mismatch"',
  });
  response.end('{"message":"Invalid Bearer token"}');
};

/** A server and a transport for one request: nothing is kept between two. */
const serve = async (request: IncomingMessage, response: ServerResponse, tools: readonly string[]): Promise<void> => {
  const server = new McpServer({ name: 'sandbox', version: '1.0.0' });
  for (const tool of tools) {
    server.registerTool(tool, { description: tool }, () => ({ content: [{ type: 'text', text: tool }] }));
  }
  const transport = new StreamableHTTPServerTransport();
  response.once('close', () => {
    void server.close();
  });
  await server.connect(transport);
  await transport.handleRequest(request, response);
};

/** Starts the server on a free port of 127.0.0.1. Ends with `close`. */
export const startMcp = async ({ accepts, tools = ['lookup'], tls, answer }: McpOptions): Promise<SandboxMcp> => {
  const requests: McpRequest[] = [];
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const { method = '', url = '/', headers } = request;
    requests.push({ method, host: headers.host ?? '', path: url, ...(token === undefined ? {} : { token }) });
    if (answer !== undefined) answer(response);
    else if (token === undefined || !accepts(token)) refuse(response);
    else serve(request, response, tools).catch(() => response.destroy());
  };
  const server =
    tls === undefined ? createServer(handle) : createTlsServer({ cert: tls.certificate, key: tls.key }, handle);
  const origin = await listen(server);
  return { origin, port: Number(new URL(origin).port), requests, close: () => stop(server) };
};
