/** What a registry that can't be spoken to is told with: the request, the setting with its line, and what to do. */
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { listen, stop } from '../../sandbox/issuer/listen.ts';
import { EXIT } from '../../src/model/errors.ts';
import { systemClock } from '../../src/net/clock.ts';
import { networkError } from '../../src/net/failure.ts';
import { createMcpGatewayRegistry } from '../../src/registries/mcp-gateway-registry/registry.ts';
import { type Bench, configuration, startBench } from './cli.ts';
import { commandIn } from './in-process.ts';

/** Time that goes a hundred times as fast: waits between attempts and time limits keep their order. */
const fastClock = () => {
  const start = systemClock.now();
  return {
    now: () => start + (performance.now() - began) * 100,
    sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms / 100, signal),
  };
};
const began = performance.now();

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  const url = await listen(server);
  onTestFinished(() => stop(server));
  return url;
};

/** A port whose connections are handled by `met`, in place of HTTP. */
const listenRaw = async (met: (socket: Socket) => void): Promise<string> => {
  const server = createTcpServer(met);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve(undefined))));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const answering = (status: number, body: string, type = 'application/json'): Promise<string> =>
  serve((_request, response) => response.writeHead(status, { 'content-type': type }).end(body));

/** What plan says with this URL in line 6 of the configuration. */
const told = async (bench: Bench, url: string, more = '') => {
  bench.write('agentcore-sync.yaml', configuration(url, more));
  bench.write('.token', JSON.stringify({ token: 'canary-token', registry: url }));
  const environment = { ...bench.environment, HOME: bench.folder };
  const { exitCode, problems } = await commandIn(
    { folder: bench.folder, environment },
    { command: 'plan', environment, clock: fastClock() },
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(JSON.stringify(problems)).not.toContain('canary-token');
  expect(errors).toHaveLength(1);
  const [error] = errors;
  return { exitCode, problems, text: error?.text ?? '', hint: error?.hint ?? '', place: error?.place };
};

const SETTING = 'registry.url (agentcore-sync.yaml:6)';
const WHAT = "read the rights of the registry's token";

test('a base URL that is none: 404 on every path', async () => {
  const url = `${await answering(404, '{"detail":"Not Found"}')}/wrong`;
  const { exitCode, text, hint } = await told(await startBench(), url);
  expect(exitCode).toBe(EXIT.failed);
  expect(text).toBe(`${WHAT}: GET ${url}/api/auth/me answered 404: Not Found`);
  expect(hint).toBe(`Is ${SETTING} the registry's base URL?`);
});

test.each([
  [
    'a login page',
    200,
    '<html><title>Sign in</title></html>',
    'text/html',
    'answered 200: Sign in',
    `Something else answers there, such as a login page: check ${SETTING}, and whether a proxy in between wants a login.`,
  ],
  [
    'a refusal',
    403,
    '{"detail":"Forbidden"}',
    'application/json',
    'answered 403: Forbidden',
    "Give the token's user the right to it at the registry; doctor shows what it may do.",
  ],
  [
    'a failure of its own',
    500,
    '{"detail":"Internal Server Error"}',
    'application/json',
    'answered 500: Internal Server Error',
    'The registry failed by itself: its log tells why. Then run the same command again.',
  ],
  [
    'a page with 500',
    500,
    '<html><title>500</title></html>',
    'text/html',
    'answered 500',
    'Get a new token (on a laptop: agentcore-sync login), or check which one the run was given. A registry that is down answers so too: its log tells.',
  ],
  [
    'more requests than it takes',
    429,
    '{"detail":"Too many requests"}',
    'application/json',
    'answered 429: Too many requests',
    'It takes fewer requests than were sent: wait, then run the same command again, with a lower --concurrency.',
  ],
  [
    'an answer that was cut off',
    200,
    '{"username":',
    'application/json',
    'answered 200: expected a JSON object, met 12 characters that are none',
    `Something else may answer there, or a proxy may cut its answers off: check ${SETTING}.`,
  ],
  [
    'a token that it does not know',
    401,
    '{"detail":"Unauthorized"}',
    'application/json',
    'expired or wrong: GET',
    'Get a new token (on a laptop: agentcore-sync login), or check which one the run was given.',
  ],
])('%s (%i)', async (_, status, body, type, said, remedy) => {
  const url = await answering(status, body, type);
  const { text, hint } = await told(await startBench(), url);
  expect(text).toContain(`${WHAT}: `);
  expect(text).toContain(`GET ${url}/api/auth/me answered ${status}`);
  expect(text).toContain(said);
  expect(hint).toBe(remedy);
});

test('plain http to a port that speaks TLS', async () => {
  const url = await listenRaw((socket) => socket.destroy());
  const { text, hint } = await told(await startBench(), url);
  expect(text).toMatch(/: the connection broke \(\w+\); tried 5 times in \d+ s$/);
  expect(hint).toBe(
    `Check ${SETTING} and what lies in between (a proxy, a VPN). Where the registry speaks TLS, write https:// there.`,
  );
});

test('an answer that is no list of servers', async () => {
  const url = await answering(200, '{}');
  const { exitCode, text, hint } = await told(await startBench(), url);
  expect(exitCode).toBe(EXIT.failed);
  expect(text).toMatch(
    /^list the (server|agent)s: GET http:\/\/127\.0\.0\.1:\d+\/api\/(server|agent)s answered no list of (server|agent)s$/,
  );
  expect(hint).toBe(
    `Is ${SETTING} the base URL of an MCP Gateway Registry? Something else answers there, or a proxy changes its answers.`,
  );
});

test('a port on which nothing listens, after tries that are told', async () => {
  const listening = createServer();
  const closed = await listen(listening);
  await stop(listening);
  const { text, hint } = await told(await startBench(), closed);
  expect(text).toMatch(
    new RegExp(`: GET ${closed}/api/auth/me: the connection was refused \\(ECONNREFUSED\\); tried 5 times in \\d+ s$`),
  );
  expect(hint).toBe(`Nothing listens there: check host and port in ${SETTING}, and that the registry runs.`);
});

test('a connection that fails for a reason without a name still says where to look', async () => {
  const fetch: typeof globalThis.fetch = async (input) => {
    throw networkError(new TypeError('fetch failed', { cause: new Error('bad port') }), `GET ${String(input)}`);
  };
  const registry = createMcpGatewayRegistry({
    url: 'https://registry.example.com',
    fetch,
    clock: systemClock,
    token: async () => 'canary-token',
    urlSetting: SETTING,
  });
  await expect(registry.snapshot()).rejects.toMatchObject({
    message: `${WHAT}: GET https://registry.example.com/api/auth/me: no connection`,
    hint: `Check ${SETTING} and what lies in between (a proxy, a VPN).`,
  });
});

test('a host that nobody knows', async () => {
  const unknown = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  const fetch: typeof globalThis.fetch = async (input) => {
    throw networkError(unknown, `GET ${String(input)}`);
  };
  const registry = createMcpGatewayRegistry({
    url: 'https://registry.example.com',
    fetch,
    clock: systemClock,
    token: async () => 'canary-token',
    urlSetting: SETTING,
  });
  await expect(registry.snapshot()).rejects.toMatchObject({
    message: `${WHAT}: GET https://registry.example.com/api/auth/me: the host name is not known (ENOTFOUND)`,
    hint: `Check the host in ${SETTING}.`,
  });
});

test('https to what speaks plain http', async () => {
  const url = (await answering(200, '{}')).replace('http:', 'https:');
  const { text, hint } = await told(await startBench(), url);
  expect(text).toContain(`GET ${url}/api/auth/me: no connection (`);
  expect(hint).toBe(
    `What answers there speaks no TLS: where the registry has plain http, write http:// in ${SETTING}, with insecure: true beside it.`,
  );
});

test('a registry that accepts and never answers: tried three times, told with the seconds', async () => {
  let requests = 0;
  const url = await serve(() => {
    requests += 1;
  });
  const { text, hint } = await told(await startBench(), url);
  expect(text).toMatch(
    new RegExp(`${WHAT}: GET ${url}/api/auth/me: expected an answer within 30 s, met none; tried 3 times in \\d+ s$`),
  );
  expect(hint).toContain('--timeout');
  expect(requests).toBe(3);
});

test('a redirect to another place is not followed, and told', async () => {
  const url = await serve((_request, response) =>
    response.writeHead(301, { location: 'https://new.example.com/' }).end(),
  );
  const { text, hint } = await told(await startBench(), url);
  expect(text).toContain(`GET ${url}/api/auth/me: met a redirect (301) to https://new.example.com`);
  expect(hint).toBe(`Write the address that it moved to in ${SETTING}.`);
});

test.each([
  ['http://registry.internal:8080', 'is "http://registry.internal:8080": expected https', 'insecure: true beside url'],
  ['registry.example.com', 'is "registry.example.com": expected a whole URL', 'Write https://…'],
  [
    'https://admin:canary-token@registry.example.com',
    'is "https://***@registry.example.com/": expected a URL without user and password',
    'registry.token',
  ],
  [
    'https://registry.example.com/?token=canary-token',
    'is "https://registry.example.com/?***": expected a base URL',
    'Write only',
  ],
])('the URL %s is one error with its value, its line and a remedy', async (url, said, remedy) => {
  const { exitCode, text, hint, place } = await told(await startBench(), JSON.stringify(url));
  expect(exitCode).toBe(EXIT.usage);
  expect(text).toContain(`${SETTING} ${said}`);
  expect(hint).toContain(remedy);
  expect(place).toMatchObject({ file: 'agentcore-sync.yaml', line: 6 });
});

test('a registry that can not be spoken to is all that plan tells: what entries are warned of, validate says', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const url = await answering(404, '{"detail":"Not Found"}');
  const { problems } = await told(bench, url);
  expect(problems.filter(({ standing }) => standing !== true).map(({ rule }) => rule)).toEqual(['command-failed']);
  expect(problems.filter(({ standing }) => standing === true).map(({ rule }) => rule)).toContain('auth-iam');
});
