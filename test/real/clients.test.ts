/** A site's registry and cards, read by clients that nobody here wrote. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteFiles } from '../../src/registries/static/files.ts';
import { PROXY_PACKAGE, PROXY_VERSION } from '../../src/registries/static/proxy.ts';
import { serveSite } from '../../src/registries/static/serve/server.ts';
import { writeSite } from '../../src/registries/static/write-site.ts';
import { gateway, JWT, manual, runtime } from '../engine/support.ts';
import { partsOf, SITE, stateOf } from '../registries/static/support.ts';

const PYTHON = resolve('.cache/real/venv/bin/python');
const A2A = resolve('.cache/real/npm/node_modules/@a2a-js/sdk/dist/client/index.js');
const PUBLISHED = 'https://tools.example.com';
const CARD = 'agents/planner/agent-card.json';

const ENTRIES = [
  gateway('orders', { authorizer: JWT, registration: { name: 'Order desk', description: 'Looks up orders' } }),
  gateway('stock', { authorizer: { type: 'AWS_IAM' }, registration: { description: 'Counts <stock> & "parts"' } }),
  manual('weather', { description: 'Forecasts' }),
  runtime('planner', {
    registration: {
      name: 'Planner',
      description: 'Plans journeys',
      skills: [{ id: 'plan', name: 'Plan', description: 'Finds a way' }],
    },
  }),
];

const folder = mkdtempSync(join(tmpdir(), 'site-clients-'));
const stop = new AbortController();
const listening = Promise.withResolvers<string>();
let served: Promise<void> = Promise.resolve();

beforeAll(async () => {
  const parts = await partsOf({ settings: { ...SITE, url: PUBLISHED } });
  await writeSite(folder, { files: () => siteFiles(stateOf(ENTRIES), parts), keepsLeft: false });
  served = serveSite({
    directory: folder,
    host: '127.0.0.1',
    port: 0,
    names: [],
    shared: true,
    signal: stop.signal,
    onListening: listening.resolve,
  });
});

afterAll(async () => {
  stop.abort();
  await served;
  rmSync(folder, { recursive: true, force: true });
});

const base = async (): Promise<string> => (await listening.promise).replace(/\/$/, '');

test('a client of PyPI pages through the registry, searches it and reads versions; the A2A SDK reads a card', async () => {
  const words = [resolve('test/real/site_readers.py'), await base(), 'com.example/orders', CARD];
  const { stdout } = await promisify(execFile)(PYTHON, words, { env: { PATH: process.env['PATH'] } });
  const read = JSON.parse(stdout);
  const orders = {
    name: 'com.example/orders',
    description: 'Looks up orders',
    status: 'active',
    version: '1.0.0',
    remotes: [{ type: 'streamable-http', headers: [{ name: 'Authorization', value: 'Bearer {token}' }] }],
  };
  expect(read.servers).toMatchObject([
    orders,
    {
      name: 'com.example/stock',
      description: 'Counts <stock> & "parts"',
      remotes: null,
      packages: [{ package: PROXY_PACKAGE, version: PROXY_VERSION, runtimeHint: 'uvx' }],
    },
    { name: 'com.example/weather', remotes: [{ url: 'https://tools.example.com/weather' }] },
  ]);
  expect(read.found).toEqual(['com.example/stock']);
  expect(read.versions).toMatchObject([orders]);
  expect(read.card).toEqual({
    name: 'Planner',
    description: 'Plans journeys',
    version: '1.0.0',
    supportedInterfaces: [
      { url: expect.stringContaining('/invocations'), protocolBinding: 'JSONRPC', protocolVersion: '0.3.0' },
    ],
    capabilities: {},
    defaultInputModes: ['text/plain'],
    defaultOutputModes: ['text/plain'],
    skills: [{ id: 'plan', name: 'Plan', description: 'Finds a way' }],
    securitySchemes: { sigv4: { httpAuthSecurityScheme: { scheme: 'AWS4-HMAC-SHA256' } } },
    securityRequirements: [{ schemes: { sigv4: {} } }],
  });
}, 60_000);

test("the A2A SDK of npm takes the catalogue's card, from the address that the AI Catalog gives", async () => {
  const { DefaultAgentCardResolver } = await import(pathToFileURL(A2A).href);
  const catalog = (await (await fetch(`${await base()}/.well-known/ai-catalog.json`)).json()) as {
    entries: { type: string }[];
  };
  const agents = catalog.entries.filter(({ type }) => type === 'application/a2a-agent-card+json');
  expect(agents).toMatchObject([{ url: `${PUBLISHED}/${CARD}` }]);
  const card = await new DefaultAgentCardResolver().resolve(`${await base()}/`, CARD);
  expect(card).toMatchObject({ name: 'Planner', skills: [{ id: 'plan' }] });
});
