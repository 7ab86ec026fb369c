import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../sandbox/registry/registry.ts';
import { type RefreshContext, refreshCredentials } from '../../src/engine/tokens/refresh.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import { SyncError } from '../../src/model/errors.ts';
import {
  applyWorld,
  CONFIRMED,
  changesOf,
  endWorlds,
  failuresOf,
  gateway,
  JWT,
  KINDS,
  MARKER,
  manual,
  planWorld,
  registrationsOf,
  startWorld,
  TOKENS,
  type World,
} from './support.ts';

afterEach(endWorlds);

const EVIL = 'https://evil.example.com/sse';
const jwt = (name: string, file?: string) => gateway(name, { authorizer: JWT, ...(file ? { file } : {}) });

/** The gateway was made anew: another id, ARN and URL, in a renamed file with the same path. */
const madeAnew = (name: string): Entry => {
  const one = jwt(name);
  if (one.value.kind !== 'gateway') throw new Error('no gateway');
  const anew = (text: string): string => text.replaceAll('a1b2c3d4e5', 'z9y8x7w6v5');
  const { source } = one.value;
  return {
    ...one,
    path: anew(one.path),
    value: { ...one.value, source: { ...source, arn: anew(source.arn), url: anew(source.url) } },
  };
};

const tokenFor: RefreshContext['tokenFor'] = async ({ path }) => ({
  type: 'token',
  token: `fresh-for-${path}`,
  issuer: 'https://auth.example.com',
  client: 'client-a',
  obtainedAt: 0,
  problems: [],
});

const sending = async ({ registry }: World): Promise<RefreshContext> => ({
  registry,
  snapshot: await registry.snapshot(),
  marker: MARKER,
  belongs: () => true,
  tokenFor,
  confirm: CONFIRMED,
  scan: false,
  concurrency: 4,
  signal: new AbortController().signal,
  fileOf: ({ origin }) => `servers/${origin.file}`,
});

const servers = (entries: readonly Entry[]) => registrationsOf(entries).filter((one) => one.type === 'server');
const refresh = async (world: World, entries: readonly Entry[]) =>
  refreshCredentials(servers(entries), await sending(world));

const stored = ({ double }: World, path: string) => {
  const found = double.records().servers.find((one) => one.path === path);
  if (!found) throw new Error(`no server ${path}`);
  return found;
};

/** Where a registration holds a credential: the texts that say where requests go. */
const placesOf = (world: World, path: string) => {
  const { fields } = stored(world, path);
  return [fields['proxy_pass_url'], fields['mcp_endpoint'], fields['sse_endpoint']].filter(Boolean);
};

const held = (world: World, path: string): string | undefined => {
  const { fields, credential } = stored(world, path);
  return fields['auth_scheme'] === 'none' ? undefined : credential;
};

const writes = ({ double }: World): string[] =>
  double.requests
    .splice(0)
    .filter(({ method }) => method !== 'GET')
    .map(
      ({ method, path, json }) =>
        `${method} ${path}${(json as Fields | undefined)?.['auth_scheme'] === 'none' ? ' none' : ''}`,
    );

const covered = { credentialFor: TOKENS };

describe.each(KINDS)('every place is read before a credential is set: $name', ({ options }) => {
  it('refresh withdraws what a strange SSE endpoint exposes, plan then sees it, and apply mends it', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], covered);
    world.double.edit('/one/', { sse_endpoint: EVIL });
    writes(world);
    const first = await refresh(world, [jwt('one')]);
    expect(first.refreshed).toMatchObject([{ state: 'withheld', note: expect.stringContaining('sseEndpoint') }]);
    expect(first.problems.map(({ rule }) => rule)).toEqual(['token-withheld', 'token-exposed']);
    expect(held(world, '/one/')).toBeUndefined();
    expect(writes(world)).toEqual(['PATCH /api/servers/one//auth-credential none']);

    const { plan } = await planWorld(world.registry, [jwt('one')], { hasCredential: () => true });
    expect(changesOf(plan).join()).toContain('sseEndpoint');
    expect(failuresOf(await applyWorld(world.registry, [jwt('one')], covered))).toEqual([]);
    expect(JSON.stringify(placesOf(world, '/one/'))).not.toContain('evil');
    expect(held(world, '/one/')).toBe('token-for-/one/');
    expect((await refresh(world, [jwt('one')])).refreshed).toMatchObject([{ state: 'renewed' }]);
  });

  it('withdraws where the URL was changed by hand, and does not again', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], covered);
    world.double.edit('/one/', { proxy_pass_url: 'https://evil.example.com/mcp' });
    writes(world);
    expect((await refresh(world, [jwt('one')])).refreshed).toMatchObject([{ state: 'withheld' }]);
    expect(held(world, '/one/')).toBeUndefined();
    writes(world);
    const again = await refresh(world, [jwt('one')]);
    expect(again.problems.map(({ rule }) => rule)).toEqual(['token-withheld']);
    expect(writes(world)).toEqual([]);
  });

  it('keeps the credential of a place that git moves and apply has not written yet', async () => {
    const world = await startWorld(options);
    const at = (url: string) => manual('tools', { authScheme: 'bearer', url });
    await applyWorld(world.registry, [at('https://tools.example.com/old')], covered);
    writes(world);
    await refresh(world, [at('https://tools.example.com/new')]);
    expect(writes(world)).toEqual([]);
  });

  it('sends a gateway that was made anew no token to the place that somebody added', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], covered);
    world.double.edit('/one/', { sse_endpoint: EVIL });
    const result = await applyWorld(world.registry, [madeAnew('one')], covered);
    expect(failuresOf(result)).toEqual([]);
    expect(JSON.stringify(placesOf(world, '/one/'))).not.toContain('evil');
    expect(held(world, '/one/')).toBe('token-for-/one/');
  });

  it('never sends a token where a place changed after the plan was made', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')]);
    const entries = [jwt('one')];
    const result = await applyWorld(world.registry, entries, {
      credentialFor: async (registration) => {
        world.double.edit('/one/', { sse_endpoint: EVIL });
        return TOKENS(registration);
      },
    });
    expect(result.outcomes).toMatchObject([{ state: 'failed', note: expect.stringContaining('sseEndpoint') }]);
    expect(held(world, '/one/')).toBeUndefined();
    expect(failuresOf(await applyWorld(world.registry, entries, covered))).toEqual([]);
    expect(placesOf(world, '/one/')).toHaveLength(2);
  });
});

/** Where a header can only be removed with its registration. */
const DATABASES = KINDS.filter(({ name }) => name !== 'older, file');

describe.each(DATABASES)('a replacement: $name', ({ options }) => {
  const before = manual('tools', {
    authScheme: 'bearer',
    headers: { 'X-Team': 'a' },
    sseEndpoint: 'https://tools.example.com/sse',
  });
  const after = manual('tools', { authScheme: 'bearer' });
  const refused = async () => {
    throw new SyncError('token', 'unavailable', 'ask for a token: the issuer does not answer', { hint: 'Wait.' });
  };

  it('leaves the old registration as it is while its issuer is away', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [before], covered);
    const result = await applyWorld(world.registry, [after], { credentialFor: refused, deep: true });
    expect(result.outcomes).toMatchObject([
      { action: 'replace', state: 'failed', note: expect.stringContaining('the issuer does not answer') },
    ]);
    expect(result.problems.some(({ severity, subject }) => severity === 'error' && subject === '/tools/')).toBe(true);
    expect(stored(world, '/tools/').enabled).toBe(true);
    expect(held(world, '/tools/')).toBe('token-for-/tools/');
  });

  it('has its token before the old one is gone', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [before], covered);
    const seen: boolean[] = [];
    await applyWorld(world.registry, [after], {
      deep: true,
      credentialFor: async (registration) => {
        seen.push(world.double.records().servers.some(({ path }) => path === registration.path));
        return TOKENS(registration);
      },
    });
    expect(seen).toEqual([true]);
    expect(held(world, '/tools/')).toBe('token-for-/tools/');
  });
});

it('carries no header value in a plan, however deep it is looked at', async () => {
  const world = await startWorld({ backend: 'mongo' });
  const tools = (headers: Record<string, string>) => manual('tools', { headers });
  await applyWorld(world.registry, [tools({ 'X-Team': 'value-of-before' })]);
  for (const entries of [
    [tools({ 'X-Team': 'value-of-after' })],
    [tools({})],
    [tools({ 'X-Team': 'value-of-before' })],
    [],
  ]) {
    const { plan } = await planWorld(world.registry, entries, { deep: true });
    expect(plan.changes).toHaveLength(1);
    expect(inspect(plan, { depth: 9 })).not.toContain('value-of');
  }
});
