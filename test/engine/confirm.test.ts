import { afterEach, describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/engine/apply.ts';
import { confirmPlan } from '../../src/engine/confirm-plan.ts';
import { planDifferences, savePlans } from '../../src/engine/saved-plan.ts';
import { firstToEnd, refreshCredentials } from '../../src/engine/tokens/refresh.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import type { Confirmation, ConfirmPlaces } from '../../src/model/confirmation.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Registration, ServerRegistration } from '../../src/model/registration.ts';
import {
  applyWorld,
  changesOf,
  endWorlds,
  gateway,
  gatewayArn,
  JWT,
  KINDS,
  MARKER,
  manual,
  planWorld,
  registrationsOf,
  runtime,
  startWorld,
  TOKENS,
  type World,
} from './support.ts';

afterEach(endWorlds);

const ELSEWHERE: Confirmation = { type: 'elsewhere', text: 'AWS has no such gateway' };
const ANSWERS: readonly Confirmation[] = [
  ELSEWHERE,
  { type: 'other-issuer', text: 'another discovery URL' },
  { type: 'outside', text: 'no account of ours' },
  { type: 'unknown', text: 'GetGateway failed (AccessDenied)' },
  { type: 'unasked', text: 'no credentials' },
];
const STAYING = ANSWERS.filter(({ type }) => type !== 'elsewhere');

const jwt = (name: string, path = `/${name}/`) => gateway(name, { authorizer: JWT, registration: { path } });

/** A target that is an MCP server, where the secret of a header may go. */
const orders = (headers: Record<string, { secret: string }> = {}): Entry => {
  const [account, region, id] = ['111111111111', 'us-east-1', '7XK2P0QJ4M'];
  return {
    path: `${account}/${region}/targets/pricing-a1b2c3d4e5/${id}.yaml`,
    text: '',
    value: {
      kind: 'target',
      source: {
        account,
        region,
        arn: gatewayArn('pricing'),
        id,
        name: 'orders',
        gateway: 'pricing',
        url: 'https://tools.example.com/orders',
      },
      registration: { path: '/orders/', headers },
    },
  };
};

/** AWS's answers by path, and who was asked about. */
const aws = (answers: Readonly<Record<string, Confirmation>> = {}) => {
  const asked: string[] = [];
  const confirm: ConfirmPlaces = (registrations) => {
    asked.push(...registrations.map(({ path }) => path));
    return async ({ path }) => answers[path] ?? { type: 'confirmed' };
  };
  return { asked, confirm };
};

type Answering = ReturnType<typeof aws>;

const planned = async (
  { registry }: World,
  entries: readonly Entry[],
  { confirm, forecast = false }: Pick<Answering, 'confirm'> & { readonly forecast?: boolean },
) => {
  const { plan, context } = await planWorld(registry, entries, { hasCredential: () => true });
  return {
    context,
    plan: await confirmPlan(plan, { traits: registry, snapshot: context.snapshot, confirm, forecast }),
  };
};

const applied = async (world: World, entries: readonly Entry[], answering: Answering) => {
  const { plan, context } = await planned(world, entries, answering);
  return applyPlan(plan, {
    registry: world.registry,
    snapshot: context.snapshot,
    marker: MARKER,
    belongs: context.belongs,
    credentialFor: TOKENS,
    headerSecret: context.headerSecret,
    ignoreDrift: new Set(),
    safety: {
      limits: { deletes: { type: 'share', percent: 100 }, updates: { type: 'share', percent: 100 }, allow: [] },
      allowDeletes: true,
      directory: 'servers',
    },
    concurrency: 4,
    signal: new AbortController().signal,
  });
};

const servers = (registrations: readonly Registration[]): ServerRegistration[] =>
  registrations.filter((one) => one.type === 'server');

const sendingOf = async ({ registry }: World, { confirm }: Answering) => ({
  registry,
  snapshot: await registry.snapshot(),
  marker: MARKER,
  belongs: () => true,
  confirm,
  tokenFor: async ({ path }: ServerRegistration) => ({
    type: 'token' as const,
    token: `fresh-for-${path}`,
    issuer: 'https://auth.example.com',
    client: 'client-a',
    obtainedAt: 0,
    problems: [],
  }),
  concurrency: 4,
  signal: new AbortController().signal,
  fileOf: ({ origin }: ServerRegistration) => `servers/${origin.file}`,
});

/** What the registry holds at a path: URL, scheme and credential. */
const there = ({ double }: World, path: string) => {
  const found = double.records().servers.find((one) => one.path === path);
  return (
    found && { url: found.fields['proxy_pass_url'], scheme: found.fields['auth_scheme'], credential: found.credential }
  );
};

const blockedOf = ({ blocked = [] }: Plan): string[] =>
  blocked.map(({ blocked: what, change, why }) => `${what} ${change.action} ${change.registration.path} ${why.type}`);

const placeProblems = ({ problems }: { readonly problems: readonly Problem[] }): readonly Problem[] =>
  problems.filter(({ rule }) => rule.startsWith('place-'));

const writesOf = ({ double }: World): string[] =>
  double.requests
    .splice(0)
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);

describe('who is asked about', () => {
  it('only what would be registered, moved, or sent a credential; never what people wrote by hand', async () => {
    const world = await startWorld();
    const before = [jwt('moved'), jwt('same'), jwt('described'), jwt('off'), gateway('gone')];
    await applyWorld(world.registry, before, { credentialFor: TOKENS });
    const after = [
      { ...jwt('moved-2', '/moved/') },
      jwt('same'),
      gateway('described', { authorizer: JWT, description: 'Other words' }),
      gateway('off', { authorizer: JWT, registration: { enabled: false } }),
      jwt('new'),
      runtime('agent'),
      manual('tools', { authScheme: 'bearer' }),
    ];
    const answering = aws();
    const { plan } = await planned(world, after, answering);
    expect(answering.asked.toSorted()).toEqual(['/agent', '/moved/', '/new/']);
    expect(changesOf(plan).filter((change) => change.includes('/tools/'))).toHaveLength(1);
  });

  it('the named endpoints of a runtime, which are registered only where the runtime is confirmed', async () => {
    const world = await startWorld();
    const stock = runtime('stock', {
      protocol: 'MCP',
      authorizer: JWT,
      endpoints: [{ name: 'prod' }],
      registration: { path: '/stock/', endpoints: { prod: { path: '/stock-prod/' } } },
    });
    const answering = aws({ '/stock/': ELSEWHERE, '/stock-prod/': ELSEWHERE });
    const { plan } = await planned(world, [stock], answering);
    expect(answering.asked.toSorted()).toEqual(['/stock-prod/', '/stock/']);
    expect(blockedOf(plan).toSorted()).toEqual([
      'unconfirmed create /stock-prod/ elsewhere',
      'unconfirmed create /stock/ elsewhere',
    ]);
    expect(changesOf(plan)).toEqual([]);
  });

  it('a header with a secret is sent nowhere without an answer', async () => {
    const world = await startWorld();
    await applyWorld(world.registry, [orders()]);
    const answering = aws({ '/orders/': ELSEWHERE });
    const { plan } = await planned(world, [orders({ 'X-Key': { secret: 'api-key' } })], answering);
    expect(blockedOf(plan)).toEqual(['unconfirmed update /orders/ elsewhere']);
  });

  it('on a registry that sends the credential again with every write, every write needs an answer', async () => {
    const world = await startWorld({ version: 'older', backend: 'file' });
    await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    const answering = aws({ '/one/': ELSEWHERE });
    const { plan } = await planned(world, [gateway('one', { authorizer: JWT, description: 'Other words' })], answering);
    expect(answering.asked).toEqual(['/one/']);
    expect(blockedOf(plan)).toEqual(['unconfirmed update /one/ elsewhere']);
  });
});

describe.each(KINDS)('apply in a registry: $name', ({ options }) => {
  it.each(ANSWERS)('registers nothing that is $type, fails for it alone, and does all the rest', async (answer) => {
    const world = await startWorld(options);
    const result = await applied(world, [jwt('forged'), jwt('true')], aws({ '/forged/': answer }));
    expect(result.outcomes.map(({ path, action, state }) => `${action} ${path} ${state}`)).toEqual([
      'create /forged/ failed',
      'create /true/ done',
    ]);
    expect(there(world, '/forged/')).toBeUndefined();
    expect(there(world, '/true/')).toMatchObject({ credential: 'token-for-/true/' });
    const rule = answer.type === 'elsewhere' ? 'place-elsewhere' : 'place-unconfirmed';
    expect(placeProblems(result).map(({ severity, subject, ...one }) => `${one.rule} ${severity} ${subject}`)).toEqual([
      `${rule} error /forged/`,
    ]);
  });

  it('takes the credential away from what AWS has elsewhere, and moves nothing', async () => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    const before = there(world, '/one/');
    writesOf(world);
    const result = await applied(world, [jwt('forged', '/one/')], aws({ '/one/': ELSEWHERE }));
    expect(result.outcomes).toMatchObject([
      { state: 'failed', note: expect.stringContaining('its credential was withdrawn') },
    ]);
    expect(writesOf(world)).toEqual(['PATCH /api/servers/one//auth-credential']);
    expect(there(world, '/one/')).toMatchObject({ url: before?.url, scheme: 'none' });
    expect(placeProblems(result)[0]?.text).toContain('the credential that the registry held was withdrawn');
  });

  it.each(STAYING)('leaves what stands where the answer is $type', async (answer) => {
    const world = await startWorld(options);
    await applyWorld(world.registry, [jwt('one')], { credentialFor: TOKENS });
    const before = there(world, '/one/');
    writesOf(world);
    const result = await applied(world, [jwt('forged', '/one/')], aws({ '/one/': answer }));
    expect(result.outcomes.map(({ state }) => state)).toEqual(['failed']);
    expect(writesOf(world)).toEqual([]);
    expect(there(world, '/one/')).toEqual(before);
  });

  it('renews nothing for an unconfirmed entry in refresh; what is elsewhere loses its token, the rest is renewed', async () => {
    const world = await startWorld(options);
    const entries = ['gone', 'denied', 'one'].map((name) => jwt(name));
    await applyWorld(world.registry, entries, { credentialFor: TOKENS });
    const answering = aws({ '/gone/': ELSEWHERE, '/denied/': { type: 'unknown', text: 'denied' } });
    const { refreshed, problems } = await refreshCredentials(servers(registrationsOf(entries)), {
      ...(await sendingOf(world, answering)),
      scan: false,
    });
    expect(Object.fromEntries(refreshed.map(({ path, state }) => [path, state]))).toEqual({
      '/gone/': 'withheld',
      '/denied/': 'withheld',
      '/one/': 'renewed',
    });
    expect(there(world, '/gone/')).toMatchObject({ scheme: 'none' });
    expect(there(world, '/denied/')).toMatchObject({ scheme: 'bearer', credential: 'token-for-/denied/' });
    expect(there(world, '/one/')).toMatchObject({ credential: 'fresh-for-/one/' });
    expect(problems.map(({ rule }) => rule).sort()).toEqual(['place-elsewhere', 'place-unconfirmed']);
  });
});

it('asks about those first whose tokens end first', async () => {
  const world = await startWorld();
  const entries = ['late', 'unknown', 'soon'].map((name) => jwt(name));
  await applyWorld(world.registry, entries, { credentialFor: TOKENS });
  const ends = new Map([
    ['/late', 3000],
    ['/soon', 2000],
  ]);
  const answering = aws();
  const wanted = firstToEnd(servers(registrationsOf(entries)), ends);
  await refreshCredentials(wanted, { ...(await sendingOf(world, answering)), scan: false });
  expect(answering.asked).toEqual(['/unknown/', '/soon/', '/late/']);
});

describe('a plan', () => {
  it('holds what is not confirmed apart from its changes, with one problem for each reason', async () => {
    const world = await startWorld();
    const entries = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'true'].map((name) => jwt(name));
    const denied: Confirmation = { type: 'unknown', text: 'GetGateway failed (AccessDenied)' };
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const answers = { ...Object.fromEntries(names.map((name) => [`/${name}/`, denied])), '/g/': ELSEWHERE };
    const { plan } = await planned(world, entries, { ...aws(answers), forecast: true });
    expect(changesOf(plan)).toEqual(['create /true/']);
    expect(blockedOf(plan)).toEqual([
      ...names.map((name) => `unconfirmed create /${name}/ unknown`),
      'unconfirmed create /g/ elsewhere',
    ]);
    expect(placeProblems(plan).map(({ text }) => text)).toEqual([
      '/a/, /b/, /c/, /d/, /e/ and 1 more are not confirmed: GetGateway failed (AccessDenied). What stands in the registry stays, nothing new is sent.',
      '/g/ is not confirmed: AWS has no such gateway. It is not registered there and gets no token.',
    ]);
  });

  it('leaves the question to apply where there are no credentials for AWS; apply itself sends nothing then', async () => {
    const world = await startWorld();
    const unasked: Confirmation = { type: 'unasked', text: 'no credentials' };
    const answering = aws({ '/one/': unasked });
    const { plan } = await planned(world, [jwt('one'), gateway('two')], { ...answering, forecast: true });
    expect(changesOf(plan)).toEqual(['create /one/', 'create /two/']);
    expect(plan).toMatchObject({ toConfirm: 1 });
    expect(plan.blocked).toBeUndefined();
    const result = await applied(world, [jwt('one')], answering);
    expect(result.outcomes.map(({ state }) => state)).toEqual(['failed']);
  });

  const named = (plan: Plan) => [{ name: 'default', plan }];

  it('that was saved is met by one that confirms less, never by one that confirms more', async () => {
    const world = await startWorld();
    const entries = [jwt('one'), jwt('two')];
    const { plan: whole } = await planned(world, entries, aws());
    const { plan: less } = await planned(world, entries, aws({ '/one/': ELSEWHERE }));
    expect(planDifferences(savePlans(named(whole)), named(less))).toEqual([]);
    expect(planDifferences(savePlans(named(less)), named(whole))).toEqual(['/one/: create, which was not expected']);
  });

  it('does not delete the old path of an entry whose new one is not confirmed, and takes its credential', async () => {
    const world = await startWorld();
    await applyWorld(world.registry, [jwt('one', '/old/')], { credentialFor: TOKENS });
    const result = await applied(world, [jwt('one', '/new/')], aws({ '/new/': ELSEWHERE }));
    expect(result.outcomes.map(({ path, action, state }) => `${action} ${path} ${state}`)).toEqual([
      'create /new/ failed',
      'delete /old/ skipped',
    ]);
    expect(there(world, '/old/')).toMatchObject({ scheme: 'none' });
    expect(there(world, '/new/')).toBeUndefined();
  });
});
