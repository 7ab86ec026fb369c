/**
 * The recorded exchanges, in the order and the circumstances in which they were made: which storage, who called, what the
 * server behind an entry was, and when the background work ran.
 */

import type { Registry, RegistryOptions, Token } from '../../../sandbox/registry/registry.ts';
import { exchangeNames } from './exchanges.ts';

/** An exchange with the administrator's token, one with another (or none), or something that happened in between. */
export type Step =
  | string
  | { readonly exchange: string; readonly token: string | undefined }
  | ((registry: Registry) => void | Promise<void>);

export interface Story {
  readonly name: string;
  readonly options: RegistryOptions;
  readonly steps: readonly Step[];
}

const argument = (title: string, names: readonly string[]) => ({
  properties: Object.fromEntries(
    names.map((name) => [
      name,
      { title: name[0]?.toUpperCase() + name.slice(1), type: title === 'add' ? 'integer' : 'string' },
    ]),
  ),
  required: [...names],
  title: `${title}Arguments`,
  type: 'object',
});

const tool = (name: string, description: string, names: readonly string[]) => ({
  name,
  description,
  parsed_description: { main: 'No description available.', args: null, returns: null, raises: null },
  schema: argument(name, names),
});

const TINY = { tools: [tool('add', 'Add two numbers', ['a', 'b']), tool('hello', 'Say hello', ['name'])] };
const DEAD = ['/un', '/lr', '/keep', '/team/nest', '/health'];
const upstream: NonNullable<RegistryOptions['upstream']> = (path) => (DEAD.includes(path) ? 'unreachable' : TINY);

const admin = (username: string): Record<string, Token> => ({ 'admin-token': { admin: true, username } });
const settle = (registry: Registry): void => {
  registry.settle();
};
const seedCred = (registry: Registry): void => {
  registry.seed({
    servers: [
      { path: '/cred', fields: { server_name: 'Cred', description: 'd', proxy_pass_url: 'http://127.0.0.1:9911' } },
    ],
  });
};

/** The scan that the next exchange reads; its own recording was replaced by that of another entry. */
const rescanCred = async (registry: Registry): Promise<void> => {
  const headers = { authorization: `Bearer ${registry.token}` };
  await fetch(`${registry.url}/api/servers/cred/rescan`, { method: 'POST', headers });
};

const LOB1: Token = {
  username: 'lob1-user',
  scopes: ['registry-users-lob1'],
  groups: ['mcp-registry-user'],
  permissions: {
    list_agents: ['/test-automation', '/code-reviewer'],
    get_agent: ['/test-automation', '/code-reviewer'],
    publish_agent: ['/test-automation', '/code-reviewer'],
    modify_agent: ['/test-automation', '/code-reviewer'],
    delete_agent: ['/test-automation', '/code-reviewer'],
    list_service: ['mcpgw', 'currenttime'],
    health_check_service: ['mcpgw', 'currenttime'],
  },
  servers: ['api', 'mcpgw', 'currenttime'],
  services: ['mcpgw', 'currenttime'],
  agents: ['/test-automation', '/code-reviewer'],
};

const withToken = (token: string | undefined, exchanges: readonly string[]): Step[] =>
  exchanges.map((exchange) => ({ exchange, token }));

/** Every exchange of a folder from one name to another, in the order of their names, which is the order of recording. */
const recorded = (folder: string, first: string, last: string): string[] =>
  exchangeNames()
    .filter((name) => name >= `${folder}/${first}` && name <= `${folder}/${last}.txt`)
    .sort();

const NEWEST_TOKENS: Record<string, Token> = {
  'admin-token': { admin: true, username: 'network-user' },
  'user-token': {
    username: 'user',
    scopes: ['team-users'],
    groups: ['team-users'],
    permissions: { list_service: ['all'], list_agents: ['all'], get_agent: ['all'] },
    servers: ['*'],
    services: ['all'],
    agents: ['all'],
  },
  'narrow-token': { username: 'narrow', permissions: { register_service: ['all'] }, services: ['all'] },
};

/** Registered by hand between two recordings: it stands in the lists after. */
const seedBm = (registry: Registry): void => {
  registry.seed({
    servers: [
      {
        path: '/bm',
        fields: {
          server_name: 'x',
          description: 'd',
          proxy_pass_url: 'https://x.example.com/a',
          registered_by: 'network-user',
        },
      },
    ],
  });
};

/** Only the paths that register takes first, then what reading them gives. */
const newestPaths = (): string[] => {
  const names = recorded('newest', 's35a-get', 's35w-path');
  return names.toSorted((one, other) => Number(one.includes('-get')) - Number(other.includes('-get')));
};

export const STORIES: readonly Story[] = [
  {
    name: 'servers on mongo',
    options: { upstream, mode: 'registry-only', scanFails: ['/cred'], tokens: admin('registry-admin') },
    steps: [
      ...recorded('mongo', 's01-list-empty', 's49-slashpath-again-over'),
      seedCred,
      ...recorded('mongo', 's60-toggle-on', 's99-version'),
    ],
  },
  {
    name: 'servers on file',
    options: {
      upstream,
      mode: 'registry-only',
      backend: 'file',
      scanFails: ['/cred'],
      tokens: admin('registry-admin'),
    },
    steps: [
      ...recorded('file', 's01-list-empty', 's49-slashpath-again-over'),
      seedCred,
      ...recorded('file', 's60-toggle-on', 's83-patch-extra'),
      'file/s85-rescan-missing.txt',
      rescanCred,
      'file/s86-secscan.txt',
      'file/s87-health.txt',
      'file/s88-tools.txt',
      ...recorded('file', 's90-remove', 's99-version'),
    ],
  },
  {
    name: 'scans and health checks on mongo',
    options: { upstream, mode: 'registry-only', scanFails: ['/un'] },
    steps: [
      'mongo/m01-reg-unreachable.txt',
      'mongo/m02-toggle.txt',
      settle,
      'mongo/m03-list.txt',
      'mongo/m04-reg-ok.txt',
      'mongo/m04b-get-at-once.txt',
      settle,
      ...recorded('mongo', 'm05-get', 'm08-get'),
      settle,
      ...recorded('mongo', 'm09-get-later', 'm30'),
      settle,
      'mongo/m31.txt',
      'mongo/m32.txt',
      'mongo/m33.txt',
      (registry) => {
        registry.scanFails.add('/rs');
      },
      'mongo/m34-rescan-dead.txt',
      'mongo/m35.txt',
    ],
  },
  {
    name: 'agents on mongo',
    options: {
      mode: 'registry-only',
      tokens: admin('registry-admin'),
      upstream: () => 'unreachable',
      scanFails: ['/full-agent'],
    },
    steps: [...recorded('mongo', 'a01-list-empty', 'a54-peer-get')],
  },
  {
    name: 'agents on mongo, more',
    options: { mode: 'registry-only', upstream: () => 'unreachable' },
    steps: [...recorded('mongo', 'a60-bad-trust', 'a72-reg-provider-partial')],
  },
  {
    name: 'agents on file',
    options: {
      mode: 'registry-only',
      backend: 'file',
      tokens: admin('registry-admin'),
      upstream: () => 'unreachable',
      scanFails: ['/full-agent'],
    },
    steps: [...recorded('file', 'a01-list-empty', 'a54-peer-get')],
  },
  {
    name: 'scans and unreadable paths on file',
    options: { upstream, mode: 'registry-only', backend: 'file' },
    steps: [
      (registry) => {
        registry.seed({
          servers: [
            {
              path: '/scan',
              fields: {
                server_name: 'Scan',
                description: 'd',
                proxy_pass_url: 'http://127.0.0.1:9911',
                tool_list: TINY.tools,
                num_tools: 2,
                mcp_server_version: '1.25.0',
                mcp_server_name: 'tiny',
              },
            },
          ],
        });
      },
      'file/s84-rescan.txt',
      'file/s84b-scan-get.txt',
      ...recorded('file', 's89a-reg', 's89h-scan-get'),
    ],
  },
  {
    name: 'credential on file',
    options: { upstream, mode: 'registry-only', backend: 'file' },
    steps: ['file/f30.txt', settle, 'file/f31.txt', 'file/f32.txt'],
  },
  {
    name: 'a user without rights on file',
    options: { backend: 'file', auth: 'jwt', tokens: { lob1: LOB1 } },
    steps: [...withToken('lob1', ['file/u01-list.txt', 'file/u02-me.txt'])],
  },
  {
    name: 'behind a gateway, on file',
    options: { backend: 'file', upstream, tokens: { ...admin('network-user'), lob1: LOB1 } },
    steps: [
      'gw/g1.txt',
      'gw/g2.txt',
      'gw/g3.txt',
      { exchange: 'gw/g4.txt', token: 'lob1' },
      'gw/g5.txt',
      'gw/g6.txt',
      'gw/g7.txt',
    ],
  },
  {
    name: 'repeated form fields, wrong methods, tokens',
    options: { upstream, mode: 'registry-only' },
    steps: [
      'mongo/z1.txt',
      ...recorded('mongo', 'z2', 'z7'),
      ...withToken(undefined, ['mongo/z8-notoken.txt', 'mongo/z10-none-shim.txt']),
      { exchange: 'mongo/z9-wrong-shim.txt', token: 'wrong' },
    ],
  },
  {
    name: 'through the proxy, static token',
    options: { upstream, mode: 'registry-only', backend: 'file' },
    steps: [...withToken(undefined, recorded('nginx', 'n01-good', 'n14-toggle-agent'))],
  },
  {
    name: 'through the proxy, JWT',
    options: {
      mode: 'registry-only',
      backend: 'file',
      auth: 'jwt',
      upstream: () => 'unreachable',
      tokens: {
        admin: { admin: true, username: 'u1' },
        limited: { ...LOB1, username: 'u1', groups: [], method: 'self_signed' },
        noscope: { username: 'u1' },
        expired: { admin: true, expired: true },
      },
    },
    steps: [
      ...withToken(undefined, ['nginx/j01-notoken.txt', 'nginx/j02-garbage.txt']),
      ...withToken('expired', ['nginx/j03-expired.txt']),
      ...withToken('limited', recorded('nginx', 'j04-limited-list', 'j11-limited-agent-register')),
      ...withToken('admin', ['nginx/j12-admin-agent.txt']),
      ...withToken('limited', [
        'nginx/j13-limited-agent-get.txt',
        'nginx/j14-limited-agent-delete.txt',
        'nginx/j15-limited-agent-put.txt',
      ]),
      ...withToken('noscope', [
        'nginx/j16-noscope-list.txt',
        'nginx/j17-noscope-register.txt',
        'nginx/j18-noscope-agent-register.txt',
      ]),
      ...withToken('limited', ['nginx/j19-me.txt']),
    ],
  },
  {
    name: 'servers, edits, agents and others of the newest version',
    options: {
      version: 'newest',
      mode: 'registry-only',
      tokens: NEWEST_TOKENS,
      upstream: () => 'unresolvable',
      scanFails: ['/full-agent'],
    },
    steps: [
      ...recorded('newest', 's01-list-empty', 's32-bad-url'),
      ...recorded('newest', 's32b-private-url', 's32c-url-with-metacharacter'),
      seedBm,
      ...recorded('newest', 's32d-imds', 's32e-percent-url'),
      ...recorded('newest', 's34-odd-path', 's34-odd-path'),
      ...recorded('newest', 's36-bad-scheme', 's39f-user-of-another-group-get'),
      ...recorded('newest', 'e01-put', 'e25-patch-nope'),
      ...recorded('newest', 's43-get-missing', 's88-tools'),
      ...recorded('newest', 's90-remove-user', 's98-overwrite-anothers'),
      ...recorded('newest', 'n01-no-token', 'n09-config'),
      ...recorded('newest', 'a01-list-empty', 'a52-server-at-agents-path'),
      'newest/s32f-url-unresolvable-name.txt',
      ...newestPaths(),
      ...recorded('newest', 'e30-register', 'e34-list'),
    ],
  },
];

/** Recorded, but not replayed. */
export const UNTOLD: Readonly<Record<string, string>> = {
  'newest/s89-check-duplicates.txt': 'a search by likeness, which no synchroniser asks for',
  'mongo/p1.txt': "the outcome of another program's run, without its requests",
  'mongo/p2.txt': "the outcome of another program's run, without its requests",
  'mongo/p3.txt': "the outcome of another program's run, without its requests",
  'nginx/d01-direct-notoken.txt': 'the application without its proxy, which no client meets',
  'nginx/d02-direct-wrong.txt': 'the application without its proxy, which no client meets',
};
