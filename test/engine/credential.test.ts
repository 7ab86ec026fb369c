import { afterEach, describe, expect, it } from 'vitest';
import { SyncError } from '../../src/model/errors.ts';
import {
  applyWorld,
  changesOf,
  DISCOVERY,
  endWorlds,
  failuresOf,
  gateway,
  JWT,
  KINDS,
  manual,
  planWorld,
  startWorld,
  TOKENS,
  type World,
} from './support.ts';

afterEach(endWorlds);

const server = (world: World, path: string) => {
  const found = world.double.records().servers.find((one) => one.path === path);
  if (!found) throw new Error(`no server ${path}`);
  return found;
};

/** Writes to one path, in order: what was done, and with which scheme or credential. */
const steps = (world: World): string[] =>
  world.double.requests.splice(0).flatMap(({ method, path, form, json }) => {
    if (method === 'GET') return [];
    if (path.endsWith('/auth-credential')) {
      const body = typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
      return [`credential ${body['auth_scheme']} ${body['auth_credential'] ?? '-'}`];
    }
    if (path.endsWith('/toggle')) return [`enabled ${form['new_state']}`];
    if (path.endsWith('/register')) return [`write ${form['auth_scheme']} ${form['auth_credential'] ?? '-'}`];
    return [`${method} ${path}`];
  });

const jwt = (name: string, discoveryUrl = DISCOVERY) => gateway(name, { authorizer: { ...JWT, discoveryUrl } });
const OTHER = 'https://other.example.com/.well-known/openid-configuration';

describe.each(KINDS)('credentials in a registry: $name', ({ options }) => {
  it('registers without a credential that is not at hand, leaves it disabled, and says so; again nothing', async () => {
    const world = await startWorld(options);
    const result = await applyWorld(world.registry, [jwt('one')]);
    expect(failuresOf(result)).toEqual([]);
    expect(result.problems.map(({ rule, subject }) => [rule, subject])).toContainEqual(['credential-missing', '/one/']);
    expect(server(world, '/one/')).toMatchObject({ enabled: false, fields: { auth_scheme: 'none' } });
    const { plan } = await planWorld(world.registry, [jwt('one')]);
    expect(changesOf(plan)).toEqual([]);
    expect(plan.problems.map(({ rule }) => rule)).toContain('credential-missing');
  });

  it('gives the credential once it is at hand, then enables', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')]);
    steps(world);
    expect(failuresOf(await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS }))).toEqual([]);
    expect(steps(world)).toEqual(['credential bearer token-for-/one/', 'enabled true']);
    const { plan } = await planWorld(world.registry, [jwt('one')], { hasCredential: () => true });
    expect(changesOf(plan)).toEqual([]);
  });

  it('enables what something else gave a credential', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')]);
    const credential = { scheme: 'bearer', token: 't' } as const;
    await world.registry.run({ type: 'set', path: '/one/', credential }, await world.registry.snapshot());
    const { plan } = await planWorld(world.registry, [jwt('one')]);
    expect(changesOf(plan)).toEqual(['update /one/ enabled']);
  });

  it('withdraws the old credential before another identity is written, and sends a fresh one', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    steps(world);
    const fresh = async () => ({ token: 'fresh' });
    expect(failuresOf(await applyWorld(world.registry, [jwt('one', OTHER)], { credentialFor: fresh }))).toEqual([]);
    expect(steps(world)).toEqual(['credential none -', 'write bearer fresh']);
    expect(server(world, '/one/')).toMatchObject({ enabled: true, credential: 'fresh' });
    const { plan } = await planWorld(world.registry, [jwt('one', OTHER)], { hasCredential: () => true });
    expect(changesOf(plan)).toEqual([]);
  });

  it('switches off and withdraws where another identity has no token yet', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    steps(world);
    const refused = async () => {
      throw new SyncError('token', 'refused', 'ask for a token: the issuer refused the client');
    };
    const result = await applyWorld(world.registry, [jwt('one', OTHER)], { credentialFor: refused });
    expect(steps(world)).toEqual(['enabled false', 'credential none -', 'write none -']);
    expect(result.problems.find(({ rule }) => rule === 'credential-missing')?.text).toContain('refused the client');
    const { plan } = await planWorld(world.registry, [jwt('one', OTHER)]);
    expect(changesOf(plan)).toEqual([]);
  });

  it('reports a token as exposed when the URL was changed by hand, and renews it', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    world.double.edit('/one/', { proxy_pass_url: 'https://evil.example.com/mcp' });
    const { plan } = await planWorld(world.registry, [jwt('one')], { hasCredential: () => true });
    expect(plan.problems.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['drift', 'token-exposed']));
    steps(world);
    await applyWorld(world.registry, [jwt('one')], { credentialFor: async () => ({ token: 'fresh' }) });
    expect(steps(world)).toEqual(['credential none -', 'write bearer fresh']);
    expect(server(world, '/one/').fields['proxy_pass_url']).toMatch(/^https:\/\/one-/);
  });

  it('removes a credential that is not expected any more', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    steps(world);
    await applyWorld(world.registry, [gateway('one')]);
    expect(steps(world)[0]).toBe('credential none -');
    expect(server(world, '/one/')).toMatchObject({ enabled: true, fields: { auth_scheme: 'none' } });
    const { plan } = await planWorld(world.registry, [gateway('one')]);
    expect(changesOf(plan)).toEqual([]);
  });

  it('keeps an API key with its header, under a manual entry', async () => {
    const world = await startWorld(options);
    const entry = manual('tools', { authScheme: 'api_key', authHeaderName: 'X-Tool-Key' });
    await applyWorld(world.registry, [entry], { credentialFor: TOKENS });
    expect(server(world, '/tools/')).toMatchObject({
      credential: 'token-for-/tools/',
      fields: { auth_scheme: 'api_key', auth_header_name: 'X-Tool-Key' },
    });
    const { plan } = await planWorld(world.registry, [entry], { hasCredential: () => true });
    expect(changesOf(plan)).toEqual([]);
  });

  it('shows no credential when the registry refuses it', async () => {
    const world = await startWorld(options);
    world.double.faults.add({
      path: '/api/servers/register',
      fault: {
        kind: 'answer',
        status: 422,
        body: JSON.stringify({ detail: [{ loc: ['body'], msg: 'bad token-for-/one/', input: 'token-for-/one/' }] }),
      },
    });
    const result = await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    expect(result.outcomes[0]).toMatchObject({ state: 'failed' });
    expect(JSON.stringify(result)).not.toContain('token-for');
  });

  it('keeps the credential when the security scan writes back what was registered', async () => {
    const world = await startWorld({ ...options, scan: 'manual', scanFails: ['/one/'] });
    await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    world.double.settle();
    expect(server(world, '/one/').fields['auth_scheme']).toBe('bearer');
    const { plan } = await planWorld(world.registry, [jwt('one')], { hasCredential: () => true });
    expect(changesOf(plan)).toEqual([]);
  });
});
