/** Servers of MCP that open a session as they should, and never come to an end with the list of their tools. */
import type { IncomingMessage, ServerResponse } from 'node:http';

interface Message {
  readonly id?: number | string;
  readonly method: string;
}

type Answer = (response: ServerResponse, message: Message) => void;

const JSON_TYPE = { 'content-type': 'application/json' } as const;
const EVENTS = { 'content-type': 'text/event-stream' } as const;
const BYTE_MS = 1000;

const event = (value: object): string => `data: ${JSON.stringify({ jsonrpc: '2.0', ...value })}\n\n`;

/** Says the text again and again, as fast as it is read. */
const flood = (response: ServerResponse, text: string): void => {
  const go = (): void => {
    while (!response.destroyed && response.write(text));
  };
  response.on('drain', go);
  go();
};

/** What each of them does when it is asked for its tools. */
export const ENDLESS = {
  silent: () => undefined,
  dripping: (response) => {
    response.writeHead(200, JSON_TYPE).write(' ');
    const drip = setInterval(() => response.write(' '), BYTE_MS);
    response.on('close', () => clearInterval(drip));
  },
  'open stream': (response) => {
    response
      .writeHead(200, EVENTS)
      .write(event({ method: 'notifications/message', params: { level: 'info', data: '' } }));
  },
  'flood of events': (response) => {
    response.writeHead(200, EVENTS);
    flood(response, event({ method: 'notifications/message', params: { level: 'info', data: 'x'.repeat(60_000) } }));
  },
  'flood of small events': (response) => {
    response.writeHead(200, EVENTS);
    flood(response, event({ method: 'notifications/tools/list_changed' }).repeat(1000));
  },
  'flood of lines': (response) => {
    response.writeHead(200, { 'content-type': 'TEXT/EVENT-STREAM' });
    flood(response, ': \r'.repeat(1000));
  },
  'list after blanks': (response) => {
    response.writeHead(200, JSON_TYPE).write(' \n');
    setImmediate(() => flood(response, '\ufeff[{"jsonrpc":"2.0","method":"notifications/message"},'));
  },
  'asks back': (response) => {
    response.writeHead(200, EVENTS);
    for (let id = 0; id < 2000; id += 1) response.write(event({ id: `ping-${id}`, method: 'ping' }));
  },
  'list of messages': (response, { id }) => {
    const many = Array.from({ length: 100_000 }, () => ({ jsonrpc: '2.0', method: 'notifications/message' }));
    response.writeHead(200, JSON_TYPE).end(JSON.stringify([...many, { jsonrpc: '2.0', id, result: { tools: [] } }]));
  },
} as const satisfies Readonly<Record<string, Answer>>;

const say = (response: ServerResponse, { id, method }: Message): void => {
  if (id === undefined || method === undefined) return void response.writeHead(202).end();
  const opened = {
    protocolVersion: '2025-11-25',
    capabilities: { tools: {} },
    serverInfo: { name: 'endless', version: '1.0.0' },
  };
  const known: Readonly<Record<string, object>> = { initialize: opened, ping: {} };
  const result = known[method];
  const said = result === undefined ? { error: { code: -32601, message: 'Method not found' } } : { result };
  response.writeHead(200, JSON_TYPE).end(JSON.stringify({ jsonrpc: '2.0', id, ...said }));
};

/** Answers for a server of this kind; `asked` is called with the response that never ends as it should. */
export const endless =
  (kind: keyof typeof ENDLESS, asked: (response: ServerResponse) => void) =>
  (response: ServerResponse, request: IncomingMessage): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const message: Message = JSON.parse(Buffer.concat(chunks).toString() || '{}');
      if (message.method !== 'tools/list') return say(response, message);
      const answer: Answer = ENDLESS[kind];
      answer(response, message);
      return asked(response);
    });
  };
