/** 500 MCP servers at 50 ms an answer, in a process of their own: they take nothing of what is measured. */
import { createServer } from 'node:http';

const TOOLS = 20;
const [latency = '50'] = process.argv.slice(2);

interface Message {
  readonly id?: number | string;
  readonly method: string;
}

/** What a server of the older era says: small enough that none of the time is its own. */
const answerTo = ({ method }: Message): unknown => {
  switch (method) {
    case 'initialize':
      return {
        protocolVersion: '2025-11-25',
        capabilities: { tools: {} },
        serverInfo: { name: 'bench', version: '1.0.0' },
      };
    case 'tools/list':
      return {
        tools: Array.from({ length: TOOLS }, (_, at) => ({
          name: `tool_${at}`,
          description: `Does the thing number ${at}, and says what came of it.`,
          inputSchema: { type: 'object', properties: { id: { type: 'string' } } },
        })),
      };
    case 'ping':
      return {};
    default:
      return undefined;
  }
};

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  setTimeout(() => {
    if (request.method !== 'POST') return response.writeHead(405).end();
    const message: Message = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (message.id === undefined) return response.writeHead(202).end();
    const result = answerTo(message);
    const error = { code: -32601, message: 'Method not found' };
    const body = { jsonrpc: '2.0', id: message.id, ...(result === undefined ? { error } : { result }) };
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }, Number(latency));
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ origin: typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '' });
});
process.on('disconnect', () => process.exit());
