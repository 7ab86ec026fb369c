/** The older transport: what a server says comes over one stream of events, what it is told goes to another path. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from '@modelcontextprotocol/server';

type Transport = Parameters<Server['connect']>[0];

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

const transportOver = (response: ServerResponse): Transport => ({
  start: async () => undefined,
  send: async (message) => {
    response.write(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
  },
  close: async () => {
    response.end();
  },
});

/** Serves SSE: GET opens a stream, which names the path to post to. `open` makes the server of one stream. */
export const serveSse = (open: (token: string) => Server) => {
  const streams = new Map<string, Transport>();
  return async (request: IncomingMessage, response: ServerResponse, token: string): Promise<void> => {
    const session = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('session');
    if (request.method === 'GET') {
      const id = `${streams.size + 1}`;
      const transport = transportOver(response);
      streams.set(id, transport);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      await open(token).connect(transport);
      response.write(`event: endpoint\ndata: /messages?session=${id}\n\n`);
      return;
    }
    const transport = streams.get(session ?? '');
    if (transport === undefined) {
      response.writeHead(404).end();
      return;
    }
    const message = await readJson(request);
    response.writeHead(202).end();
    transport.onmessage?.(JSON.parse(JSON.stringify(message)));
  };
};
