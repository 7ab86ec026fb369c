import { afterEach, describe, expect, test } from 'vitest';
import type { ClosableFetch, FetchPolicy } from '../../src/net/fetch.ts';
import { createFetch } from '../../src/net/fetch.ts';
import { manualClock } from './manual-clock.ts';
import type { Listening } from './servers.ts';
import { listen, listenProxy } from './servers.ts';

const started: Listening[] = [];
const fetches: ClosableFetch[] = [];
const clock = manualClock();

const policy: FetchPolicy = { environment: {}, clock, timeoutMs: 5000, maxBodyBytes: 1000 };
const open = (changes: Partial<FetchPolicy> = {}): ClosableFetch => {
  const fetch = createFetch({ ...policy, ...changes });
  fetches.push(fetch);
  return fetch;
};
const serve = async (answer: Parameters<typeof listen>[0]): Promise<Listening> => {
  const server = await listen(answer);
  started.push(server);
  return server;
};

afterEach(async () => {
  await Promise.all(fetches.splice(0).map((fetch) => fetch.close()));
  await Promise.all(started.splice(0).map((server) => server.stop()));
});

describe('an exchange', () => {
  test('sends method, headers and body, and gives status, headers, body and URL', async () => {
    const server = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(201, { 'x-met': `${request.method} ${request.headers['x-sent']}` });
        response.end(`got ${Buffer.concat(chunks)} (${request.headers['content-length']})`);
      });
    });
    const answer = await open()(`${server.url}/a?b=c`, { method: 'POST', headers: { 'X-Sent': 'yes' }, body: 'hello' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-met')).toBe('POST yes');
    expect(answer.url).toBe(`${server.url}/a?b=c`);
    expect(await answer.text()).toBe('got hello (5)');
    expect(answer).toBeInstanceOf(Response);
  });

  test('sends forms of the platform with their boundary', async () => {
    const server = await serve((request, response) => {
      request.resume();
      response.end(request.headers['content-type']);
    });
    const form = new FormData();
    form.set('a', 'b');
    expect(await (await open()(server.url, { method: 'POST', body: form })).text()).toMatch(
      /^multipart\/form-data; boundary=/,
    );
    const query = await open()(new Request(server.url, { method: 'POST', body: new URLSearchParams({ a: 'b' }) }));
    expect(await query.text()).toBe('application/x-www-form-urlencoded;charset=UTF-8');
  });

  test('gives answers without a body', async () => {
    const server = await serve((_request, response) => response.writeHead(204).end());
    expect((await open()(server.url)).body).toBeNull();
  });

  test('an invalid header is named without its value', async () => {
    const error = await open()('http://127.0.0.1:1/', { headers: { authorization: 'Bearer se\ncret' } }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ area: 'network', code: 'refused' });
    expect(error).not.toHaveProperty('cause');
    expect(String(error)).not.toContain('cret');
  });
});

describe('limits', () => {
  test('an answer that announces too much is refused before it is read', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100000000' });
      response.write('x');
    });
    await expect(open()(server.url)).rejects.toMatchObject({ area: 'network', code: 'too-large' });
  });

  test('an answer that grows too large fails while it is read', async () => {
    let sent = 0;
    const server = await serve((_request, response) => {
      const more = (): void => {
        while (sent < 100_000_000 && !response.destroyed) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536))) {
            response.once('drain', more);
            return;
          }
        }
      };
      more();
    });
    const answer = await open()(server.url);
    await expect(answer.text()).rejects.toMatchObject({ code: 'too-large', message: /at most 1000 bytes/ });
    expect(sent).toBeLessThan(50_000_000);
  });

  test('an answer as large as the limit passes', async () => {
    const server = await serve((_request, response) => response.end('x'.repeat(1000)));
    expect(await (await open()(server.url)).text()).toHaveLength(1000);
  });

  test('the time limit ends an exchange without an answer', async () => {
    const asked = Promise.withResolvers<void>();
    const server = await serve(() => asked.resolve());
    const answer = open()(server.url);
    await asked.promise;
    clock.advance(5000);
    await expect(answer).rejects.toMatchObject({ code: 'timeout', message: /whole answer within 5 s/ });
  });

  test('the time limit ends a slow drip in the body', async () => {
    const server = await serve((_request, response) => {
      response.write('a');
    });
    const answer = await open()(server.url);
    const body = answer.text();
    clock.advance(5000);
    await expect(body).rejects.toMatchObject({ area: 'network', code: 'timeout' });
  });

  test("the caller's signal keeps its own reason", async () => {
    const asked = Promise.withResolvers<void>();
    const server = await serve(() => asked.resolve());
    const controller = new AbortController();
    const answer = open()(server.url, { signal: controller.signal });
    await asked.promise;
    controller.abort(new Error('mine'));
    await expect(answer).rejects.toThrow('mine');
  });
});

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('%i is an error that names the target origin alone', async (status) => {
    let calls = 0;
    const server = await serve((_request, response) => {
      calls += 1;
      response.writeHead(status, { location: 'https://elsewhere.example/path?code=secret' }).end();
    });
    const error = await open()(server.url, { headers: { authorization: 'Bearer x' } }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ area: 'network', code: 'redirect', status });
    expect(String(error)).toContain('https://elsewhere.example,');
    expect(calls).toBe(1);
  });
});

describe('addresses', () => {
  test.each([
    ['http://example.com/', 'expected https'],
    ['ftp://example.com/', 'expected https'],
    ['https://169.254.169.254/', 'never used'],
    ['https://[fe80::1]/', 'never used'],
    ['https://[::ffff:169.254.169.254]/', 'never used'],
    ['https://0.0.0.0/', 'never used'],
    ['https://2852039166/', 'never used'],
    ['https://10.1.2.3/', 'private address'],
    ['https://[fd00::1]/', 'private address'],
  ])('%s is refused', async (url, text) => {
    await expect(open()(url)).rejects.toMatchObject({ code: 'unsafe-address', message: new RegExp(text) });
  });

  test('what a name resolves to is checked when the connection is made', async () => {
    const lookup: NonNullable<FetchPolicy['lookup']> = (_hostname, _options, callback) =>
      callback(null, [{ address: '169.254.169.254', family: 4 }]);
    await expect(open({ lookup })('https://localhost/')).rejects.toMatchObject({
      area: 'network',
      code: 'unsafe-address',
      message: /169\.254\.169\.254 is a link-local/,
    });
  });

  test('loopback hosts reach loopback without TLS', async () => {
    const server = await serve((_request, response) => response.end('here'));
    const answer = await open()(`http://localhost:${server.port}/`);
    expect(await answer.text()).toBe('here');
  });
});

describe('failures of the connection', () => {
  test('a broken connection is a reset', async () => {
    const server = await serve((request) => request.socket.destroy());
    await expect(open()(server.url)).rejects.toMatchObject({ area: 'network', code: 'reset' });
  });

  test('a body that breaks off is a reset', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('a');
      setImmediate(() => request.socket.destroy());
    });
    const body = (async () => (await open()(server.url)).text())();
    await expect(body).rejects.toMatchObject({ area: 'network', code: 'reset' });
  });

  test('a closed port is refused, and the query is not in the message', async () => {
    const server = await listen(() => undefined);
    await server.stop();
    await expect(open()(`${server.url}/x?token=abc`)).rejects.toMatchObject({
      code: 'refused',
      message: `GET ${server.url}/x: the connection was refused (ECONNREFUSED)`,
    });
  });

  test('close ends what is under way', async () => {
    const asked = Promise.withResolvers<void>();
    const server = await serve(() => asked.resolve());
    const fetch = open();
    const answer = fetch(server.url);
    await asked.promise;
    await fetch.close();
    await expect(answer).rejects.toMatchObject({ area: 'network', code: 'reset' });
  });
});

describe('proxies', () => {
  test('HTTP_PROXY is used, NO_PROXY leaves hosts out, and literal addresses are still checked', async () => {
    const server = await serve((request, response) => response.end(`for ${request.headers.host}`));
    const proxy = await listenProxy(server.port);
    started.push(proxy);
    const environment = { HTTP_PROXY: `http://localhost:${proxy.port}`, NO_PROXY: '127.0.0.1' };
    const fetch = open({ environment, insecureHosts: ['name.example', '169.254.169.254'] });
    expect(await (await fetch('http://name.example/a')).text()).toBe('for name.example');
    expect(await (await fetch(server.url)).text()).toBe(`for 127.0.0.1:${server.port}`);
    expect(proxy.asked).toEqual(['GET http://name.example/a']);
    await expect(fetch('http://169.254.169.254/latest/meta-data')).rejects.toMatchObject({ code: 'unsafe-address' });
  });

  test('what a proxy refuses is told of the proxy, and not of the host behind it', async () => {
    const answers = async (status: number) => {
      const proxy = await serve((_request, response) => response.writeHead(status).end());
      proxy.server.on('connect', (_request, socket) => socket.end(`HTTP/1.1 ${status} No\r\n\r\n`));
      return `127.0.0.1:${proxy.port}`;
    };
    const through = async (place: string, login = '') =>
      open({ environment: { HTTPS_PROXY: `http://${login}${place}` } })('https://name.example/a').catch(
        (error) => error,
      );
    const barred = await answers(403);
    expect(await through(barred, 'ann:canary@')).toMatchObject({
      code: 'refused',
      message: `GET https://name.example/a: the proxy ${barred} (HTTPS_PROXY) answered 403`,
      hint: expect.stringContaining('NO_PROXY'),
    });
    const guarded = await answers(407);
    expect(await through(guarded)).toMatchObject({
      message: `GET https://name.example/a: the proxy ${guarded} (HTTPS_PROXY) wants a login`,
      hint: `Write it into HTTPS_PROXY: http://user:password@${guarded}`,
    });
    expect(await through('127.0.0.1:1')).toMatchObject({
      message: 'GET https://name.example/a: the proxy 127.0.0.1:1 (HTTPS_PROXY): the connection was refused',
      hint: 'Check HTTPS_PROXY. NO_PROXY names hosts that are reached without it.',
    });
  });

  test('HTTPS_PROXY is asked for a tunnel', async () => {
    const server = await serve((_request, response) => response.end());
    const proxy = await listenProxy(server.port);
    started.push(proxy);
    // The tunnel's end speaks no TLS: what counts here is that the name went to the proxy.
    await expect(
      open({ environment: { https_proxy: `http://localhost:${proxy.port}` } })('https://name.example/'),
    ).rejects.toMatchObject({
      area: 'network',
    });
    expect(proxy.asked).toEqual(['CONNECT name.example:443']);
  });
});
