import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { HttpRequest } from '@smithy/core/protocols';
import { afterEach, describe, expect, test } from 'vitest';
import { createAwsConnections } from '../../src/net/agents.ts';
import { type Listening, listen } from './servers.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const start = async (answer: RequestListener) => {
  const server = await listen(answer);
  const connections = createAwsConnections({}, 20_000);
  stops.push(() => connections.close(), server.stop);
  return { server, connections };
};

const requestTo = ({ port }: Listening, more: Partial<ConstructorParameters<typeof HttpRequest>[0]> = {}) =>
  new HttpRequest({ protocol: 'http:', hostname: '127.0.0.1', port, path: '/', ...more });

const codeOf = (error: unknown): unknown => (error instanceof Error ? Reflect.get(error, 'code') : error);

describe('an exchange', () => {
  test('sends method, path, query, headers and body as the SDK gives them', async () => {
    const { server, connections } = await start(async (request, response) => {
      const body = (await request.toArray()).join('');
      const { method, url, headers } = request;
      response.end(JSON.stringify({ method, url, mark: headers['x-mark'], body }));
    });
    const { response } = await connections.handler.handle(
      requestTo(server, {
        method: 'POST',
        path: '/gateways/a%2Fb',
        query: { nextToken: 'a b&c=d', list: ['1', '2'] },
        headers: { 'x-mark': 'yes' },
        body: '{"maxResults":1}',
      }),
    );
    expect(JSON.parse(String(response.body))).toEqual({
      method: 'POST',
      url: '/gateways/a%2Fb?list=1&list=2&nextToken=a%20b%26c%3Dd',
      mark: 'yes',
      body: '{"maxResults":1}',
    });
  });

  test('gives status, headers and a body of many parts', async () => {
    const { server, connections } = await start((_request, response) => {
      response.writeHead(429, { 'Retry-After': '3', 'X-Twice': ['a', 'b'] });
      response.write('one ');
      setImmediate(() => response.end('two'));
    });
    const { response } = await connections.handler.handle(requestTo(server));
    expect(response.statusCode).toBe(429);
    expect(response.headers).toMatchObject({ 'retry-after': '3', 'x-twice': 'a,b' });
    expect(String(response.body)).toBe('one two');
  });

  test('keeps its connection for the next one', async () => {
    const { server, connections } = await start((_request, response) => response.end());
    let opened = 0;
    server.server.on('connection', () => {
      opened += 1;
    });
    for (let count = 0; count < 3; count += 1) await connections.handler.handle(requestTo(server));
    expect(opened).toBe(1);
  });
});

describe('an exchange that fails', () => {
  test.each([
    ['before the answer', false],
    ['in the middle of the answer', true],
  ])('a connection that breaks %s is a reset', async (_when, begun) => {
    const { server, connections } = await start((request, response) => {
      if (begun) response.writeHead(200, { 'content-length': '100' }).write('part');
      setImmediate(() => request.socket.destroy());
    });
    await expect(connections.handler.handle(requestTo(server)).catch(codeOf)).resolves.toBe('ECONNRESET');
  });

  test('a port where nobody listens says so', async () => {
    const { server, connections } = await start(() => undefined);
    await server.stop();
    await expect(connections.handler.handle(requestTo(server)).catch(codeOf)).resolves.toBe('ECONNREFUSED');
  });

  test("the caller's signal ends it, on the wire too", async () => {
    const { server, connections } = await start(() => undefined);
    const controller = new AbortController();
    const asked = once(server.server, 'request');
    const answer = connections.handler.handle(requestTo(server), { abortSignal: controller.signal }).catch(codeOf);
    const [request] = await asked;
    const ended = once(request, 'error');
    controller.abort();
    await expect(answer).resolves.toBe('ABORT_ERR');
    await ended;
  });

  test('a signal that has ended lets nothing be sent', async () => {
    let asked = 0;
    const { server, connections } = await start((_request, response) => {
      asked += 1;
      response.end();
    });
    const answer = connections.handler.handle(requestTo(server), { abortSignal: AbortSignal.abort() });
    await expect(answer.catch(codeOf)).resolves.toBe('ABORT_ERR');
    expect(asked).toBe(0);
  });

  test('an answer that does not end is cut', async () => {
    const { server, connections } = await start((_request, response) => {
      const part = Buffer.alloc(1024 * 1024);
      const more = (): void => {
        if (!response.destroyed) response.write(part, () => setImmediate(more));
      };
      more();
    });
    await expect(connections.handler.handle(requestTo(server)).catch(codeOf)).resolves.toBe('ERR_TOO_LARGE');
  });

  test('closing ends what is under way', async () => {
    const { server, connections } = await start(() => undefined);
    const asked = once(server.server, 'request');
    const answer = connections.handler.handle(requestTo(server)).catch(codeOf);
    await asked;
    connections.close();
    await expect(answer).resolves.toBe('ECONNRESET');
  });
});

describe('an answer that repeats what it was sent', () => {
  const SESSION = 'FwoGZXIvYXdzEJr//////////wEaDKsession/token+of+the+role==';
  const encodings: Readonly<Record<string, (text: string) => string>> = {
    raw: (text) => text,
    base64: (text) => Buffer.from(text).toString('base64'),
    base64url: (text) => Buffer.from(`>${text}`).toString('base64url'),
    hex: (text) => Buffer.from(text).toString('hex'),
    'URL-encoded': encodeURIComponent,
    'JSON-escaped': (text) => text.replaceAll('/', '\\/'),
    split: (text) => text.replaceAll(/(.{7})/g, '$1\n'),
    halved: (text) => `${text.slice(0, 30)} … ${text.slice(30)}`,
  };

  test.each(Object.entries(encodings))('tells nothing of a session’s token, %s', async (_name, encode) => {
    const { server, connections } = await start((request, response) => {
      const token = encode(String(request.headers['x-amz-security-token']));
      response.writeHead(403, { 'x-amzn-errortype': token.replaceAll(/[^!-~]/g, '') });
      response.end(JSON.stringify({ Message: `not allowed: ${token}, in us-east-1` }));
    });
    const { response } = await connections.handler.handle(
      requestTo(server, { headers: { 'x-amz-security-token': SESSION } }),
    );
    const told = `${JSON.stringify(response.headers)}${String(response.body)}`;
    const spelled = encode(SESSION);
    expect([spelled, spelled.slice(0, 20), spelled.slice(-20)].filter((part) => told.includes(part))).toEqual([]);
    expect(told).toContain('not allow');
    expect(told).toContain('in us-east-1');
  });

  test('tells nothing of a job’s token, nor of a page that no service writes', async () => {
    const token = `${'eyJhbGciOiJSUzI1NiJ9'}.${'a1B2'.repeat(20)}.${'c3D4'.repeat(20)}`;
    const { server, connections } = await start(async (request, response) => {
      const body = (await request.toArray()).join('');
      response.writeHead(400);
      response.end(request.url === '/long' ? body.repeat(2000) : `<Message>${body}</Message>`);
    });
    const asked = { method: 'POST', body: `Action=AssumeRoleWithWebIdentity&WebIdentityToken=${token}&Version=1` };
    const { response } = await connections.handler.handle(requestTo(server, asked));
    expect(String(response.body)).toBe(
      '<Message>Action=AssumeRoleWithWebIdentity&WebIdentityToken=***&Version=1</Message>',
    );
    const long = await connections.handler.handle(requestTo(server, { ...asked, path: '/long' }));
    expect(String(long.response.body)).toBe('');
  });

  test('is taken as it is where it went well', async () => {
    const { server, connections } = await start((request, response) => {
      response.end(String(request.headers['x-amz-security-token']));
    });
    const { response } = await connections.handler.handle(
      requestTo(server, { headers: { 'x-amz-security-token': SESSION } }),
    );
    expect(String(response.body)).toBe(SESSION);
  });
});
