import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, type Served } from '../../../src/registries/static/serve/answer.ts';
import { serveSite } from '../../../src/registries/static/serve/server.ts';
import { writeSite } from '../../../src/registries/static/write-site.ts';
import { count } from '../../engine/story.ts';
import { manual, runtime } from '../../engine/support.ts';
import { answerFaults } from './official.ts';
import { filesIn, NOW, partsOf, stateOf } from './support.ts';
import { REQUESTS, takeList } from './vscode.ts';

const ENTRIES = [
  ...count(0, 25).map((at) =>
    manual(`s${String(at).padStart(2, '0')}`, { description: at === 7 ? 'Finds Orders' : 'Another' }),
  ),
  runtime('planner'),
];
const REMOVED = { path: '/old/', name: 'com.example/old', changes: 2, publishedAt: NOW, removedAt: NOW + 1000 };

const siteFiles = async () => filesIn({ ...stateOf(ENTRIES), removed: [REMOVED] }, await partsOf());

const servedOf = (files: ReadonlyMap<string, string>, change: Partial<Served> = {}): Served => ({
  read: (path) => {
    const text = files.get(path);
    if (text !== undefined) return Buffer.from(text);
    return [...files.keys()].some((one) => one.startsWith(`${path}/`)) ? 'folder' : undefined;
  },
  isHost: (host) => host.startsWith('127.0.0.1'),
  shared: true,
  ...change,
});

const files = new Map<string, string>();
beforeAll(async () => {
  for (const [path, text] of await siteFiles()) files.set(path, text);
});

const get = (target: string, change: Partial<Served> = {}, method = 'GET') =>
  answer({ method, target, host: '127.0.0.1:8080' }, servedOf(files, change));

const body = (target: string) => JSON.parse(String(Buffer.from(get(target).body)));

const namesIn = (target: string): readonly string[] =>
  body(target).servers.map((one: { server: { name: string } }) => one.server.name.slice(12));

describe('the API', () => {
  it('gives pages, each with the cursor of the next, which together are the list', () => {
    const names: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const page = body(`/v0.1/servers?limit=10${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(answerFaults('ServerList', page)).toEqual([]);
      expect(page.metadata.count).toBe(page.servers.length);
      names.push(...page.servers.map((one: { server: { name: string } }) => one.server.name));
      cursor = page.metadata.nextCursor;
    }
    expect(names).toEqual(count(0, 25).map((at) => `com.example/s${String(at).padStart(2, '0')}`));
    expect(body('/v0/servers/')).toEqual(body('/v0.1/servers'));
  });

  it('answers what VS Code asks', () => {
    const base = 'http://127.0.0.1:8080';
    const path = (url: string) => url.slice(base.length);
    for (const probe of REQUESTS.probes(base)) expect(get(path(probe)).status).toBe(200);
    expect(takeList(body(path(REQUESTS.list(base))))).toHaveLength(25);
    expect(takeList(body(path(REQUESTS.list(base, 'orders'))))?.map(({ name }) => name)).toEqual(['com.example/s07']);
    expect(body(path(REQUESTS.detail(base, 'com.example/s03')))).toMatchObject({ server: { name: 'com.example/s03' } });
    expect(get(path(REQUESTS.detail(base, 'com.example/nobody')))).toMatchObject({
      status: 404,
      body: '{"error":"Server not found"}',
    });
  });

  it('filters by search, version and time, and tells of what is gone to whoever asks', () => {
    expect(namesIn('/v0.1/servers?search=S0&limit=3')).toEqual(['s00', 's01', 's02']);
    expect(namesIn('/v0.1/servers?version=9.9.9')).toEqual([]);
    expect(namesIn('/v0.1/servers?version=1.0.0&limit=2')).toEqual(['s00', 's01']);
    expect(namesIn('/v0.1/servers?include_deleted=true&limit=1')).toEqual(['old']);
    expect(namesIn('/v0.1/servers?updated_since=2026-11-03T12:00:00.500Z')).toEqual(['old']);
    expect(body('/v0.1/servers/com.example%2Fold/versions/latest')).toMatchObject({ server: { version: '1.0.2' } });
  });

  it.each([
    ['limit=0', 'limit: expected a whole number from 1'],
    ['limit=ten', 'limit: expected a whole number from 1'],
    ['cursor=%F0', 'cursor: expected one of an answer'],
    ['updated_since=yesterday', 'updated_since: expected a time such as 2026-11-03T12:00:00Z'],
  ])('%s is refused with its reason', (query, error) => {
    expect(get(`/v0.1/servers?${query}`)).toMatchObject({ status: 400, body: JSON.stringify({ error }) });
  });

  it('both spellings of a name, and every version of it', () => {
    for (const name of ['com.example/s03', 'com.example%2Fs03']) {
      for (const api of ['v0.1', 'v0']) {
        expect(body(`/${api}/servers/${name}/versions`).servers).toHaveLength(1);
        for (const version of ['latest', '1.0.0'])
          expect(body(`/${api}/servers/${name}/versions/${version}`).server.name).toBe('com.example/s03');
      }
    }
  });
});

describe('what is served', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/servers/s03/', 'text/html; charset=utf-8'],
    ['/assets/page.js', 'text/javascript; charset=utf-8'],
    ['/assets/style.css', 'text/css; charset=utf-8'],
    ['/v0.1/servers/com.example/s03/versions/latest', 'application/json'],
    ['/.well-known/ai-catalog.json', 'application/ai-catalog+json'],
    ['/agents/planner/agent-card.json', 'application/a2a-agent-card+json'],
  ])('%s as %s', (target, type) => {
    expect(get(target)).toMatchObject({
      status: 200,
      headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' },
    });
  });

  it('pages come with their policy, and with the slash that their links need', () => {
    expect(get('/').headers['Content-Security-Policy']).toContain("default-src 'none'");
    expect(get('/').headers['Content-Security-Policy']).toContain("frame-ancestors 'none'");
    expect(get('/servers/s03?x=1')).toMatchObject({ status: 308, headers: { Location: './s03/?x=1' } });
  });

  it('other sites may read the API where everybody may, and never the pages', () => {
    const origin = (target: string, change: Partial<Served> = {}) =>
      get(target, change).headers['Access-Control-Allow-Origin'];
    expect(origin('/v0.1/servers')).toBe('*');
    expect(origin('/.well-known/ai-catalog.json')).toBe('*');
    expect(origin('/')).toBeUndefined();
    expect(origin('/v0.1/servers', { shared: false })).toBeUndefined();
    expect(get('/v0.1/servers', {}, 'OPTIONS')).toMatchObject({
      status: 204,
      headers: {
        'Access-Control-Allow-Methods': 'GET, OPTIONS',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type',
      },
    });
    expect(get('/v0.1/servers', {}, 'POST')).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD, OPTIONS' } });
  });

  it.each([
    '/..%2f..%2fetc/passwd',

    '/.agentcore-sync.json',
    '/.git/config',
    '/a%00b',
    '/%ff',
    '//evil.example/',
    '/a%5c..%5cb',
  ])('%s is refused', (target) => {
    expect(get(target).status).toBe(400);
  });

  it('a page whose name resolves to here gets nothing', () => {
    const met = answer({ method: 'GET', target: '/v0.1/servers', host: 'evil.example:8080' }, servedOf(files));
    expect(met.status).toBe(421);
    expect(String(met.body)).not.toContain('com.example');
  });
});

describe('the server', () => {
  const root = mkdtempSync(join(tmpdir(), 'serve-'));
  const directory = join(root, 'site');
  const stop = new AbortController();
  const started = Promise.withResolvers<string>();
  let ended: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    await writeSite(directory, { files: () => files, keepsLeft: false });
    writeFileSync(join(root, 'secret'), 'secret');
    symlinkSync(join(root, 'secret'), join(directory, 'leak.txt'));
    mkdirSync(join(directory, 'empty'));
    ended = serveSite({
      directory,
      host: '127.0.0.1',
      port: 0,
      names: ['catalogue.example.com'],
      shared: true,
      signal: stop.signal,
      onListening: started.resolve,
    });
  });
  afterAll(async () => {
    stop.abort();
    await ended;
    rmSync(root, { recursive: true, force: true });
  });

  const ask = async (path: string, host?: string): Promise<{ status: number | undefined; text: string }> => {
    const url = new URL(path, await started.promise);
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; text: string }>();
    const asked = request(url, { headers: host === undefined ? {} : { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('end', () => resolve({ status: response.statusCode, text }));
    });
    asked.once('error', reject).end();
    return promise;
  };

  it('reads its folder anew for each request, and never through a link', async () => {
    expect((await ask('/v0.1/servers?limit=1')).status).toBe(200);
    writeFileSync(join(directory, 'index.html'), 'another page');
    expect((await ask('/')).text).toBe('another page');
    expect((await ask('/leak.txt')).status).toBe(404);
    expect((await ask('/empty/')).status).toBe(404);
  });

  it.each([
    ['localhost:8080', 200],
    ['127.0.0.1', 200],
    ['[::1]:8080', 200],
    ['catalogue.example.com', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
  ])('the name %s: %i', async (host, status) => {
    expect((await ask('/v0.1/servers', host)).status).toBe(status);
  });

  it('a connection on which nobody asks anything does not keep it from ending', async () => {
    const end = new AbortController();
    const listening = Promise.withResolvers<string>();
    const done = serveSite({
      directory,
      host: '127.0.0.1',
      port: 0,
      names: [],
      shared: true,
      signal: end.signal,
      onListening: listening.resolve,
    });
    const socket = connect(Number(new URL(await listening.promise).port), '127.0.0.1');
    await once(socket, 'connect');
    end.abort();
    await done;
    socket.destroy();
  });

  it('a port that is taken is told', async () => {
    const { port } = new URL(await started.promise);
    const again = serveSite({
      directory,
      host: '127.0.0.1',
      port: Number(port),
      names: [],
      shared: true,
      signal: stop.signal,
      onListening: () => {},
    });
    await expect(again).rejects.toThrow(`listen on 127.0.0.1:${port}: EADDRINUSE`);
  });
});
