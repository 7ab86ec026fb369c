import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { siteEntryOf } from '../../../src/registries/static/entry.ts';
import { leftOut, leftOutNotes } from '../../../src/registries/static/visible.ts';
import { gateway, JWT, manual, runtime } from '../../engine/support.ts';
import { filesIn, partsOf, registrationsOf, SITE, stateOf } from './support.ts';

const SIGNED = gateway('signed', { authorizer: { type: 'AWS_IAM' } });
const ORDERS = gateway('orders', { authorizer: JWT });
const CATALOGUE = [
  ORDERS,
  SIGNED,
  manual('events', { transports: ['sse'], sseEndpoint: 'https://tools.example.com/sse' }),
];

const gatewayUrl = (name: string) => `https://${name}-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp`;

const COMMAND = [
  'uvx',
  'mcp-proxy-for-aws==1.7.0',
  gatewayUrl('signed'),
  '--service',
  'bedrock-agentcore',
  '--region',
  'us-east-1',
];

const listsOf = async (allow = SITE.allow, entries = CATALOGUE) => {
  const files = filesIn(stateOf(entries), await partsOf({ settings: { ...SITE, allow } }));
  const at = (path: string) => JSON.parse(files.get(`allow/${path}`) ?? 'null');
  return {
    copilot: at('copilot/managed-settings.json'),
    claude: at('claude-code/managed-settings.json'),
    servers: at('claude-code/managed-mcp.json'),
  };
};

describe('allow lists', () => {
  it('name what is on the site by URL, and a proxy by its whole command line', async () => {
    const { copilot, claude, servers } = await listsOf();
    const entries = [
      { serverCommand: COMMAND },
      { serverUrl: gatewayUrl('orders') },
      { serverUrl: 'https://tools.example.com/sse' },
    ];
    expect(copilot).toEqual({ allowedMcpServers: entries });
    expect(claude).toEqual({ allowedMcpServers: entries });
    expect(servers).toEqual({
      mcpServers: {
        orders: {
          type: 'http',
          url: gatewayUrl('orders'),
          headers: { Authorization: `Bearer ${'$'}{ORDERS_TOKEN}` },
        },
        signed: { command: 'uvx', args: COMMAND.slice(1) },
        events: { type: 'sse', url: 'https://tools.example.com/sse' },
      },
    });
  });

  it('keep what is not ours; names and managed-only come only when they are asked for', async () => {
    const also = [
      { serverUrl: 'https://api.githubcopilot.com/*' },
      { serverCommand: ['npx', '@playwright/mcp@1.0.0'] },
    ];
    const { copilot, claude } = await listsOf({ also, names: true, managedOnly: true }, [ORDERS]);
    expect(copilot.allowedMcpServers).toEqual([
      also[1],
      { serverName: 'orders' },
      also[0],
      { serverUrl: gatewayUrl('orders') },
    ]);
    expect(copilot).not.toHaveProperty('allowManagedMcpServersOnly');
    expect(claude).toEqual({ ...copilot, allowManagedMcpServersOnly: true });
  });
});

describe('what may be seen', () => {
  const reasonFor = (entry: Parameters<typeof registrationsOf>[0][number], change: Partial<typeof SITE>) => {
    const [registration] = registrationsOf([entry]);
    if (registration === undefined) throw new Error('nothing');
    return leftOut(siteEntryOf(registration), { ...SITE, ...change });
  };
  const PUBLIC = { audience: 'public', expose: new Set<never>() } as const;

  it.each([
    ['a public server', gateway('a', { registration: { visibility: 'public' } }), PUBLIC, undefined],
    ['an internal one on a public site', gateway('a'), PUBLIC, 'internal'],
    ['an internal one on a private site', gateway('a'), { ...PUBLIC, audience: 'private' as const }, undefined],
    [
      'one for groups on a private site',
      gateway('a', { registration: { visibility: 'group-restricted', groups: ['x'] } }),
      { audience: 'private' as const },
      'group-restricted',
    ],
    ['a runtime', runtime('a', { registration: { visibility: 'public' } }), PUBLIC, 'runtime-url'],
    ['a runtime where its URL is exposed', runtime('a'), {}, undefined],
  ])('%s', (_, entry, change, expected) => {
    expect(reasonFor(entry, change)).toBe(expected);
  });

  it('a runtime behind a gateway registry has another URL', () => {
    const entry = runtime('a', { protocol: 'MCP', registration: { visibility: 'public' } });
    expect(reasonFor(entry, { ...PUBLIC, through: () => 'https://registry.example.com/a/mcp' })).toBeUndefined();
  });

  it('is counted with its reasons', () => {
    expect(leftOutNotes(['internal', 'runtime-url', 'internal']).map(({ text }) => text)).toEqual([
      '2 left out: internal, and the audience of this site is public.',
      '1 left out: its URL holds its account, and runtimeUrls is not exposed.',
    ]);
  });

  it('a file of something that may no longer be seen is not made, whatever the state says', async () => {
    const files = filesIn(stateOf([gateway('secret')]), await partsOf({ settings: { ...SITE, ...PUBLIC } }));
    expect([...files.values()].join()).not.toContain('secret');
  });
});

describe('the AI Catalog', () => {
  const AGENT = runtime('planner', {
    registration: { description: 'Plans journeys', skills: [{ id: 's', name: 'S', description: 'd' }] },
  });

  it('lists servers and A2A agents with their digests, and points at cards where the site has an address', async () => {
    const files = filesIn(
      stateOf([ORDERS, AGENT]),
      await partsOf({ settings: { ...SITE, url: 'https://catalogue.example.com' } }),
    );
    const catalog = JSON.parse(files.get('.well-known/ai-catalog.json') ?? 'null');
    expect(catalog).toMatchObject({
      specVersion: '1.0',
      host: { displayName: 'Example catalogue', identifier: 'example.com' },
      entries: [
        {
          identifier: 'urn:air:example.com:mcp:orders',
          type: 'application/mcp-server-card+json',
          data: { name: 'com.example/orders' },
        },
        {
          identifier: 'urn:air:example.com:a2a:planner',
          type: 'application/a2a-agent-card+json',
          url: 'https://catalogue.example.com/agents/planner/agent-card.json',
        },
      ],
    });
    const card = files.get('agents/planner/agent-card.json') ?? '';
    expect(catalog.entries[1].digest).toBe(`sha256:${createHash('sha256').update(card).digest('hex')}`);
    expect(JSON.parse(card)).toMatchObject({
      protocolVersion: '0.3.0',
      name: 'Planner',
      supportedInterfaces: [{ protocolBinding: 'JSONRPC', protocolVersion: '0.3.0' }],
      skills: [{ id: 's', tags: [] }],
      security: [{ sigv4: [] }],
    });
  });

  it('holds the documents themselves where nobody said the address', async () => {
    const files = filesIn(stateOf([AGENT]), await partsOf());
    const { entries } = JSON.parse(files.get('.well-known/ai-catalog.json') ?? 'null');
    expect(entries[0].data.name).toBe('Planner');
    expect(entries[0].digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(entries.every((one: object) => 'url' in one !== 'data' in one)).toBe(true);
  });
});
