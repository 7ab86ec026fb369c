import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SiteServer, siteEntryOf } from '../../../src/registries/static/entry.ts';
import { shortText } from '../../../src/registries/static/names.ts';
import { PROXY_VERSION } from '../../../src/registries/static/proxy.ts';
import { refusedBecause, serverJson } from '../../../src/registries/static/server-json.ts';
import { gateway, JWT, manual, runtime } from '../../engine/support.ts';
import { answerFaults, serverJsonFaults } from './official.ts';
import { filesIn, NOW, partsOf, registrationsOf, SITE, stateOf } from './support.ts';
import { commandOf, REQUESTS, takeList, takeServer } from './vscode.ts';

const OKTA = { ...JWT, discoveryUrl: 'https://acme.okta.com/oauth2/default/.well-known/openid-configuration' };

const CATALOGUE = [
  gateway('open', { description: 'Everybody may call it' }),
  gateway('orders', { authorizer: OKTA }),
  gateway('signed', { authorizer: { type: 'AWS_IAM' } }),
  runtime('mcpserver', { protocol: 'MCP', authorizer: JWT }),
  runtime('planner'),
  manual('team/tools', { headers: { 'X-Key': { secret: 'api-key' } }, transports: ['sse'] }),
  manual('keyed', { authScheme: 'api_key' }),
];

const filesOf = async (entries = CATALOGUE) => filesIn(stateOf(entries), await partsOf());

const parsed = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

const serverOf = (name: string): SiteServer => {
  const [registration] = registrationsOf(CATALOGUE.filter(({ path }) => path.includes(name)));
  const entry = registration === undefined ? undefined : siteEntryOf(registration);
  if (entry?.type !== 'server') throw new Error(`no server ${name}`);
  return entry;
};

describe('the documents of an MCP registry', () => {
  it('fit the official schemas', async () => {
    const files = await filesOf();
    const list = parsed(files.get('v0.1/servers/index.html'));
    expect(answerFaults('ServerList', list)).toEqual([]);
    const taken = takeList(list);
    expect(taken?.map(({ name }) => name)).toEqual([
      'com.example/keyed',
      'com.example/mcpserver',
      'com.example/open',
      'com.example/orders',
      'com.example/signed',
      'com.example/team.tools',
    ]);
    for (const { name } of taken ?? []) {
      const detail = parsed(files.get(`v0.1/servers/${name}/versions/latest`));
      expect(answerFaults('ServerResponse', detail)).toEqual([]);
      expect(serverJsonFaults((detail as { server: unknown }).server)).toEqual([]);
      expect(takeServer(detail)).toEqual(taken?.find((one) => one.name === name));
    }
  });

  it('have every address that clients ask, in both spellings and both versions of the API', async () => {
    const files = await filesOf();
    for (const api of ['v0.1', 'v0']) {
      for (const name of ['com.example/orders', 'com.example%2Forders']) {
        const at = (path: string) => files.get(`${api}/servers/${name}/versions${path}`);
        expect(at('/latest')).toBeDefined();
        expect(at('/1.0.0')).toBe(at('/latest'));
        expect(answerFaults('ServerList', parsed(at('/index.html')))).toEqual([]);
      }
      expect(files.get(`${api}/servers/index.html`)).toBe(files.get('v0.1/servers/index.html'));
    }
    const path = new URL(REQUESTS.detail('https://site.example', 'com.example/orders')).pathname.slice(1);
    expect(files.has(path)).toBe(true);
  });

  it('say how one connects: a header as a variable, or the proxy that signs', () => {
    const orders = serverJson(serverOf('orders'), '1.0.0', SITE);
    expect(orders.packages).toBeUndefined();
    expect(orders.remotes).toMatchObject([
      {
        type: 'streamable-http',
        url: 'https://orders-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp',
        headers: [
          {
            name: 'Authorization',
            value: 'Bearer {token}',
            isSecret: true,
            variables: {
              token: {
                description: 'Access token for Orders, from its issuer (Okta). It ends.',
                isRequired: true,
                isSecret: true,
              },
            },
          },
        ],
      },
    ]);
    const signed = serverJson(serverOf('signed'), '1.0.0', SITE);
    expect(signed.remotes).toBeUndefined();
    const [proxy] = signed.packages ?? [];
    expect(proxy && commandOf(proxy)).toEqual([
      'uvx',
      `mcp-proxy-for-aws==${PROXY_VERSION}`,
      'https://signed-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp',
      '--service',
      'bedrock-agentcore',
      '--region',
      'us-east-1',
    ]);
    expect(serverJson(serverOf('signed'), '1.0.0', { ...SITE, proxyVersion: '9.9.9' }).packages?.[0]?.version).toBe(
      '9.9.9',
    );
    expect(serverJson(serverOf('keyed'), '1.0.0', SITE).remotes?.[0]?.headers?.[0]?.name).toBe('X-API-Key');
    expect(serverJson(serverOf('tools'), '1.0.0', SITE).remotes).toEqual([
      {
        type: 'sse',
        url: 'https://tools.example.com/team/tools',
        headers: [{ name: 'X-Key', description: 'X-Key of team/tools', isRequired: true, isSecret: true }],
      },
    ]);
  });

  it('lead through a gateway registry where the configuration says so', () => {
    const settings = { ...SITE, through: (path: string) => `https://registry.example.com${path}mcp` };
    for (const name of ['orders', 'signed', 'open']) {
      const { remotes, packages } = serverJson(serverOf(name), '1.0.0', settings);
      expect(packages).toBeUndefined();
      expect(remotes).toMatchObject([
        { url: `https://registry.example.com/${name}/mcp`, headers: [{ name: 'Authorization' }] },
      ]);
    }
  });

  it('show an account, an ARN or an owner only where it is exposed', async () => {
    const files = filesIn(
      stateOf(CATALOGUE.map((entry) => entry)),
      await partsOf({ settings: { ...SITE, expose: new Set(['runtimeUrls']) } }),
    );
    for (const [path, text] of files) {
      if (path.includes('mcpserver') || path.includes('planner')) continue;
      for (const line of text.split(/[\n{}]/))
        if (!line.includes('runtimes/')) expect(line).not.toContain('111111111111');
    }
    const hidden = filesIn(stateOf(CATALOGUE), await partsOf({ settings: { ...SITE, expose: new Set() } }));
    for (const [, text] of hidden) expect(text).not.toMatch(/111111111111|arn:aws|arn%3A/);
  });

  it('tell of what is gone by its name alone, and not in the list', async () => {
    const removed = { path: '/old/', name: 'com.example/old', changes: 3, publishedAt: NOW, removedAt: NOW + 1000 };
    const files = filesIn({ ...stateOf(CATALOGUE), removed: [removed] }, await partsOf());
    const detail = parsed(files.get('v0.1/servers/com.example/old/versions/latest'));
    expect(answerFaults('ServerResponse', detail)).toEqual([]);
    expect(detail).toMatchObject({
      server: { name: 'com.example/old', version: '1.0.3', description: 'No longer in this catalogue.' },
      _meta: {
        'io.modelcontextprotocol.registry/official': { status: 'deleted', updatedAt: '2026-11-03T12:00:01.000Z' },
      },
    });
    expect(takeServer(detail)).toBeDefined();
    expect(files.get('v0.1/servers/index.html')).not.toContain('com.example/old');
  });

  it('whatever people wrote, a document fits the official schema or says why clients refuse it', () => {
    const orders = serverOf('orders');
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ maxLength: 300 }),
      fc.constant(' \n '),
    );
    fc.assert(
      fc.property(texts, texts, fc.array(texts, { maxLength: 3 }), (name, description, tags) => {
        const server: SiteServer = { ...orders, name, description, tags };
        const document = serverJson(server, '1.0.0', SITE);
        expect(refusedBecause(document)).toBeUndefined();
        expect(serverJsonFaults(document)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['a path that gives no name', { path: `/${'x'.repeat(250)}/` }, 'client-name'],
    ['a URL with braces', { mcpEndpoint: 'https://tools.example.com/{x}' }, 'client-url'],
    ['a URL that is none', { mcpEndpoint: 'tools' }, 'client-url'],
    ['no transport', { transports: [] }, 'client-transport'],
  ])('a client refuses %s', (_, change, why) => {
    expect(refusedBecause(serverJson({ ...serverOf('open'), ...change }, '1.0.0', SITE))).toBe(why);
  });

  it('a description is cut at a word, and never within a character', () => {
    expect(shortText('short')).toBe('short');
    expect(shortText(' a\n\tb\u202e c ')).toBe('a b c');
    const words = shortText('word '.repeat(40));
    expect(words.length).toBeLessThanOrEqual(100);
    expect(words).toMatch(/^(word )+word…$/);
    expect(shortText('𝄞'.repeat(80)).isWellFormed()).toBe(true);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const cut = shortText(text);
        expect(cut.length).toBeLessThanOrEqual(100);
        expect(cut.isWellFormed()).toBe(true);
        expect(shortText(cut)).toBe(cut);
      }),
    );
  });

  it('no text of a stranger is a tag to a host that serves everything as HTML', async () => {
    const files = await filesOf([manual('x', { name: '</script><img src=x onerror=alert(1)>', description: '<b>&' })]);
    for (const [path, text] of files) if (path.startsWith('v0')) expect(text).not.toMatch(/[<>&]/);
    expect(takeList(parsed(files.get('v0.1/servers/index.html')))?.[0]?.description).toBe('<b>&');
  });
});
