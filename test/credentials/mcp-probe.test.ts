import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type McpOptions, type SandboxMcp, startMcp } from '../../sandbox/mcp/server.ts';
import { probeMcp } from '../../src/credentials/mcp-probe.ts';
import { systemClock } from '../../src/net/clock.ts';
import { createFetch } from '../../src/net/fetch.ts';

const TOKEN = 'canary-token-of-the-probe';
const ended: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(ended.splice(0).map((end) => end())));

const start = async (options: Partial<McpOptions> = {}): Promise<SandboxMcp> => {
  const server = await startMcp({ accepts: (token) => token === TOKEN, ...options });
  ended.push(server.close);
  return server;
};

const probe = (url: string, token = TOKEN) => {
  const fetch = createFetch({ environment: {}, clock: systemClock, timeoutMs: 5000, maxBodyBytes: 100_000 });
  ended.push(() => fetch.close());
  return probeMcp(url, token, { fetch });
};

test('a server that takes the token is asked for its tools, at its URL alone', async () => {
  const server = await start({ tools: ['price', 'stock'] });
  expect(await probe(`${server.origin}/mcp?x=1`)).toEqual({ state: 'ok', tools: 2, note: 'sandbox 1.0.0' });
  expect(new Set(server.requests.map(({ path }) => path))).toEqual(new Set(['/mcp?x=1']));
  expect(new Set(server.requests.map(({ token }) => token))).toEqual(new Set([TOKEN]));
});

test('a refusal is told in the words of its challenge', async () => {
  const server = await start();
  const answer = await probe(`${server.origin}/mcp`, 'another');
  expect(answer.state).toBe('refused');
  expect(answer.note).toBe("the server answered 401: invalid_token: Claim 'client_id' value mismatch");
});

const page =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  };

test.each([
  [
    '403 that repeats the token',
    page(403, TOKEN, { 'www-authenticate': `Bearer error="${TOKEN}"` }),
    'refused',
    '403: ***',
  ],
  ['a page', page(200, '<html>hello</html>'), 'unreachable', 'no MCP server'],
  ['404', page(404, TOKEN), 'unreachable', 'answered 404'],
  ['500', page(500, TOKEN), 'unreachable', 'answered 500'],
  ['a redirect', page(302, '', { location: 'https://evil.example.com/mcp' }), 'unreachable', 'never followed'],
  ['an endless answer', page(200, 'x'.repeat(200_000), { 'content-type': 'application/json' }), 'unreachable', ''],
  ['broken JSON', page(200, `{"${TOKEN}`, { 'content-type': 'application/json' }), 'unreachable', 'no MCP server'],
] as const)('%s', async (_, answer, state, note) => {
  const server = await start({ answer });
  const met = await probe(`${server.origin}/mcp`);
  expect(met).toMatchObject({ state, note: expect.stringContaining(note) });
  expect(JSON.stringify(met)).not.toContain(TOKEN);
});

test('nobody there', async () => {
  const server = await start();
  await server.close();
  expect(await probe(`${server.origin}/mcp`)).toMatchObject({ state: 'unreachable' });
});
