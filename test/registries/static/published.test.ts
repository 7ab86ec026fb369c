import { describe, expect, it } from 'vitest';
import { SyncError } from '../../../src/model/errors.ts';
import { publishedRows } from '../../../src/registries/static/published.ts';
import { answer, type Served } from '../../../src/registries/static/serve/answer.ts';
import { gateway } from '../../engine/support.ts';
import { filesIn, partsOf, stateOf } from './support.ts';

const URL_HERE = 'https://tools.example.com/base';

/** A host that serves a site, and does one thing otherwise. */
const hostOf = async (change: (path: string) => Response | undefined = () => undefined, shared = true) => {
  const files = filesIn(stateOf([gateway('orders')]), await partsOf());
  const served: Served = {
    read: (path) => {
      const text = files.get(path);
      if (text !== undefined) return Buffer.from(text);
      return [...files.keys()].some((one) => one.startsWith(`${path}/`)) ? 'folder' : undefined;
    },
    isHost: () => true,
    shared,
  };
  return async (input: string | URL | Request): Promise<Response> => {
    const url = new URL(String(input));
    const target = `${url.pathname.replace('/base', '')}${url.search}`;
    const other = change(target);
    if (other !== undefined) return other;
    const { status, headers, body } = answer({ method: 'GET', target, host: 'x' }, served);
    return new Response(String(Buffer.from(body)), { status: status === 400 ? 404 : status, headers });
  };
};

const told = async (fetch: Awaited<ReturnType<typeof hostOf>>, audience: 'public' | 'private' = 'public') =>
  (await publishedRows({ audience }, URL_HERE, fetch)).map(({ state, check, met }) => `${state} ${check}: ${met}`);

describe('doctor at a published site', () => {
  it('asks what each client asks', async () => {
    expect(await told(await hostOf())).toEqual([
      'ok VS Code: list: 1 servers',
      'ok VS Code: server: com.example/orders',
      'ok Copilot: other sites may read: Access-Control-Allow-Origin: *',
      'ok AI Catalog: there',
      'ok state: not published',
    ]);
  });

  it('says what would break', async () => {
    const literal = (path: string) => (path.includes('%2F') ? new Response('', { status: 404 }) : undefined);
    expect((await told(await hostOf(literal, false))).filter((line) => !line.startsWith('ok'))).toEqual([
      'failed VS Code: server: 404 for com.example/orders with %2F in its address: it counts as absent',
      'failed Copilot: other sites may read: no Access-Control-Allow-Origin: *',
    ]);
    const page = (path: string) => (path.startsWith('/v0.1/servers?') ? new Response('<html>') : undefined);
    expect(await told(await hostOf(page))).toContain('failed VS Code: list: 200, no list that it takes');
    const leaky = (path: string) => (path === '/.agentcore-sync.json' ? new Response('{}') : undefined);
    expect(await told(await hostOf(leaky))).toContain(
      "failed state: .agentcore-sync.json is published: its marks are nobody's business",
    );
  });

  it('follows a host to the address of a folder', async () => {
    const fetch = await hostOf((path) => {
      if (path.startsWith('/v0.1/servers?')) throw new SyncError('network', 'redirect', 'met a redirect');
      return undefined;
    });
    expect((await told(fetch))[0]).toBe('ok VS Code: list: 1 servers');
  });

  it.each([
    [401, 'ok login of the site: 401 without a login'],
    [403, 'ok login of the site: 403 without a login'],
    [200, 'failed login of the site: 200 without a login: everybody can read a site for a private audience'],
  ])('for a private audience the host wants a login: %i', async (status, expected) => {
    expect(await told(await hostOf(() => new Response('', { status })), 'private')).toEqual([expected]);
  });
});
