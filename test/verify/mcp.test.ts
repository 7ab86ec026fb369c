import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { McpOptions } from '../../sandbox/mcp/server.ts';
import { networkError } from '../../src/net/failure.ts';
import { nothingMet } from '../../src/verify/exchange.ts';
import { failureOf } from '../../src/verify/failures.ts';
import { probeMcp } from '../../src/verify/mcp.ts';
import { PROBE_LIMITS } from '../../src/verify/world.ts';
import { guarded, placeOf, start, TOKEN, worldOf } from './support.ts';

const probe = (url: string) => probeMcp(placeOf(url), worldOf());

const CONTENT = {
  instructions: 'Ask for a price first.',
  tools: [
    { name: 'price', description: 'Finds a price.', inputSchema: { type: 'object' }, extra: { kept: [1, null] } },
    { name: 'stock', inputSchema: { type: 'object' } },
    { name: 'order', inputSchema: { type: 'object' } },
  ],
  prompts: [{ name: 'greet' }],
  resources: [{ name: 'list', uri: 'file:///list' }],
  resourceTemplates: [{ name: 'item', uriTemplate: 'file:///{item}' }],
} as const;

describe('a server of each era', () => {
  test.each([
    ['modern', 'modern', '2026-07-28'],
    ['legacy', 'legacy', '2025-11-25'],
    ['both', 'modern', '2026-07-28'],
  ] as const)('%s: everything that it lists is read, at its URL alone', async (era, met, protocol) => {
    const server = await guarded({ era, content: { ...CONTENT, page: 2 } });
    const found = await probe(`${server.origin}/mcp?x=1`);
    expect(found.steps.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(found.server).toEqual({
      name: 'sandbox',
      version: '1.0.0',
      instructions: 'Ask for a price first.',
      era: met,
      protocol,
    });
    const { tools, prompts, resources, resourceTemplates } = found;
    expect({ tools, prompts, resources, resourceTemplates }).toEqual({
      tools: CONTENT.tools,
      prompts: CONTENT.prompts,
      resources: CONTENT.resources,
      resourceTemplates: CONTENT.resourceTemplates,
    });
    expect(found.steps.map(({ step, state, count }) => [step, state, count])).toEqual([
      ['initialize', 'ok', undefined],
      ['tools', 'ok', 3],
      ['prompts', 'ok', 1],
      ['resources', 'ok', 1],
      ['resource-templates', 'ok', 1],
      ['ping', met === 'modern' ? 'skipped' : 'ok', undefined],
    ]);
    expect(new Set(server.requests.map(({ path }) => path))).toEqual(new Set(['/mcp?x=1']));
    expect(new Set(server.requests.map(({ token }) => token))).toEqual(new Set([TOKEN]));
  });

  test('over SSE, where the entry says so', async () => {
    const server = await guarded({ transport: 'sse', content: CONTENT });
    const found = await probeMcp({ ...placeOf(`${server.origin}/sse`), transport: 'sse' }, worldOf());
    expect(found.server).toMatchObject({ era: 'legacy' });
    expect(found.tools).toEqual(CONTENT.tools);
    expect(new Set(server.requests.map(({ token }) => token))).toEqual(new Set([TOKEN]));
  });

  test('what a server does not offer is not asked for', async () => {
    const server = await start({ tools: ['one'] });
    const found = await probeMcp(placeOf(`${server.origin}/mcp`, null), worldOf());
    expect(found).toMatchObject({ prompts: [], resources: [], resourceTemplates: [] });
    expect(found.steps.filter(({ state }) => state === 'skipped').map(({ step }) => step)).toEqual([
      'prompts',
      'resources',
      'resource-templates',
      'ping',
    ]);
    expect(new Set(server.requests.map(({ token }) => token))).toEqual(new Set([undefined]));
  });
});

const page =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  };

const json = { 'content-type': 'application/json' };
const unsupported = {
  jsonrpc: '2.0',
  id: 0,
  error: { code: -32022, message: 'Unsupported', data: { supported: ['2031-01-01'], requested: '2026-07-28' } },
};

describe('a failure is told in the words of its layer', () => {
  test.each([
    [
      '401',
      page(401, '', { 'www-authenticate': 'Bearer error="invalid_token"' }),
      'unauthorized',
      'invalid_token. No OAuth',
    ],
    [
      '401 with the place of a document',
      page(401, '', { 'www-authenticate': 'Bearer resource_metadata="https://a.example.com/x"' }),
      'unauthorized',
      '401. OAuth discovery is offered',
    ],
    [
      '403 that repeats the token',
      page(403, TOKEN, { 'www-authenticate': `Bearer error="${TOKEN}"` }),
      'forbidden',
      '403: ***',
    ],
    ['a page', page(200, '<html>hello</html>'), 'content-type', 'met content type text/html'],
    ['404', page(404, TOKEN), 'path', 'nothing is served at this path'],
    ['500', page(500, TOKEN), 'http', 'answered 500'],
    ['a redirect', page(302, '', { location: 'https://evil.example.com/mcp' }), 'redirect', 'never followed'],
    ['an endless answer', page(200, 'x'.repeat(2_000_000), json), 'size', 'at most 1000000 bytes'],
    ['broken JSON', page(200, `{"${TOKEN}`, json), 'json-rpc', 'no MCP server'],
    ['another version', page(400, JSON.stringify(unsupported), json), 'version', 'the server speaks only 2031-01-01'],
  ] as const)('%s', async (_, answer, layer, text) => {
    const server = await guarded({ answer });
    const { steps, ...rest } = await probe(`${server.origin}/mcp`);
    expect(steps).toEqual([
      { step: 'initialize', state: 'failed', ms: expect.any(Number), layer, text: expect.stringContaining(text) },
    ]);
    expect(rest).toEqual({});
    expect(JSON.stringify(steps)).not.toContain(TOKEN);
  });

  test('nobody there', async () => {
    const server = await start();
    await server.close();
    expect((await probe(`${server.origin}/mcp`)).steps).toMatchObject([{ layer: 'connection' }]);
  });

  test('no such name', async () => {
    const unknown = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    const error = networkError(unknown, 'POST https://nobody.invalid/mcp');
    const { fetch } = worldOf();
    expect(await failureOf(error, placeOf('https://nobody.invalid/mcp'), { met: nothingMet(), fetch })).toEqual({
      layer: 'dns',
      text: 'POST https://nobody.invalid/mcp: the host name is not known (ENOTFOUND)',
    });
  });

  test('an address that must not be asked', async () => {
    expect((await probe('https://169.254.169.254/mcp')).steps).toMatchObject([{ layer: 'address' }]);
  });

  test('a certificate that nobody trusts', async () => {
    const { selfSigned } = await import('../net/certificate.ts');
    const server = await start({ tls: selfSigned('127.0.0.1') });
    const { steps } = await probe(`https://127.0.0.1:${server.port}/mcp`);
    expect(steps).toMatchObject([{ layer: 'tls', text: expect.stringContaining('certificate') }]);
  });

  test("the registry's own check is told from the server's", async () => {
    const answer = page(401, '');
    const server = await start({ answer });
    for (const [accepts, layer] of [
      [false, 'ingress'],
      [true, 'unauthorized'],
    ] as const) {
      const place = { ...placeOf(`${server.origin}/mcp`), ingress: { accepts: async () => accepts } };
      expect((await probeMcp(place, worldOf())).steps).toMatchObject([{ layer }]);
    }
  });
});

describe('a list that lies', () => {
  const lists = (lie: NonNullable<McpOptions['lie']>) => guarded({ content: CONTENT, lie });

  test.each([
    ['leads to itself', () => ({ tools: [], nextCursor: 'again' }), 'pages', 'read before'],
    [
      'has too many items',
      () => ({ tools: Array.from({ length: 20_001 }, () => ({ name: 'x', inputSchema: { type: 'object' } })) }),
      'pages',
      '',
    ],
    ['is no list', () => ({ tools: 'none' }), 'json-rpc', ''],
    ['has things without names', () => ({ tools: [{ inputSchema: { type: 'object' } }] }), 'json-rpc', ''],
  ] as const)('%s', async (_, said, layer, text) => {
    const server = await lists(({ method }) => (method === 'tools/list' ? said() : undefined));
    const found = await probe(`${server.origin}/mcp`);
    expect(found.tools).toBeUndefined();
    expect(found.prompts).toEqual(CONTENT.prompts);
    const failed = found.steps.filter(({ state }) => state === 'failed');
    expect(failed).toMatchObject([{ step: 'tools', layer, text: expect.stringContaining(text) }]);
  });

  test('has pages without end', async () => {
    let pages = 0;
    const server = await lists(({ method }) => {
      if (method !== 'tools/list') return undefined;
      pages += 1;
      return { tools: [], nextCursor: `${pages}` };
    });
    const found = await probe(`${server.origin}/mcp`);
    expect(found.tools).toBeUndefined();
    expect(pages).toBe(PROBE_LIMITS.pages);
    expect(found.steps).toContainEqual(
      expect.objectContaining({
        step: 'tools',
        layer: 'pages',
        text: 'tools/list: expected at most 200 pages, met more',
      }),
    );
  });
});
