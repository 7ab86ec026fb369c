import { afterEach, describe, expect, test } from 'vitest';
import type { Effect } from '../../sandbox/aws/faults.ts';
import { gateway, runtime, target } from '../../sandbox/resources.ts';
import type { Claim } from '../../src/model/confirmation.ts';
import type { Lead } from '../../src/model/through.ts';
import {
  callsOf,
  confirmAll,
  confirmOne,
  gatewayClaim,
  held,
  ISSUER,
  orders,
  ordersClaim,
  ROLE,
  runtimeClaim,
  STRANGER,
  said,
  startWorld,
  stopWorlds,
  targetClaim,
  threeAccounts,
} from './confirming.ts';
import { hastyClock, ONE, TWO } from './scanning.ts';

afterEach(stopWorlds);

describe('what AWS has as the entry says', () => {
  test('a gateway, a target and a runtime are confirmed with one call each, and none of them shows environment variables', async () => {
    const aws = await startWorld();
    const answers = await confirmAll([ordersClaim(), targetClaim('remote'), runtimeClaim()]);
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(answers).toEqual([
      { type: 'confirmed', changed: { at } },
      { type: 'confirmed' },
      { type: 'confirmed', changed: { at, version: expect.stringMatching(/^\d+$/) } },
    ]);
    expect(callsOf(aws).sort()).toEqual([
      `${ONE} AssumeRole`,
      `${ONE} GetGateway`,
      `${ONE} GetGatewayTarget`,
      `${ONE} ListAgentRuntimes`,
    ]);
  });

  test('status, clients and audiences do not count: nothing is taken away for them', async () => {
    const aws = await startWorld();
    const [one] = held(aws).gateways;
    if (one?.authorizer.type !== 'CUSTOM_JWT') throw new Error('no gateway behind CUSTOM_JWT');
    one.status = 'UPDATING';
    one.authorizer.allowedClients = ['another'];
    one.authorizer.allowedAudience = ['another'];
    expect(await confirmOne(ordersClaim())).toMatchObject({ type: 'confirmed' });
  });

  test('a custom domain is compared as AWS gives it', async () => {
    const aws = await startWorld();
    const [one] = held(aws).gateways;
    if (one) one.url = 'https://tools.example.com/mcp';
    expect(await confirmOne(ordersClaim({ url: 'https://tools.example.com/mcp' }))).toMatchObject({
      type: 'confirmed',
    });
    expect(said(await confirmOne(ordersClaim({ url: 'https://tools.example.org/mcp' })))).toMatch(
      /^elsewhere: .* is at https:\/\/tools\.example\.com\/mcp, not https:\/\/tools\.example\.org\/mcp$/,
    );
    expect(said(await confirmOne(ordersClaim()))).toMatch(/^elsewhere: /);
  });

  test('many runtimes of a place are one listing, whatever the number of pages', async () => {
    const world = threeAccounts();
    const aws = await startWorld(world, { pageLimit: 10 });
    const more = Array.from({ length: 35 }, (_, at) => runtime({ name: `agent_${at}` }));
    held(aws).runtimes.push(...more);
    const answers = await confirmAll(more.map(({ id }) => runtimeClaim(id)));
    expect(new Set(answers.map(({ type }) => type))).toEqual(new Set(['confirmed']));
    expect(callsOf(aws).filter((call) => call.endsWith('ListAgentRuntimes'))).toHaveLength(4);
  });
});

describe('a runtime that is reached through a gateway', () => {
  const RUNTIME = `arn:aws:bedrock-agentcore:us-east-1:${ONE}:runtime/planner-A1b2C3d4E5`;
  const plans = target({
    name: 'plans',
    type: 'AGENTCORE_RUNTIME',
    configuration: { http: { agentcoreRuntime: { arn: RUNTIME, qualifier: 'DEFAULT' } } },
  });
  const lead: Lead = { id: plans.id, name: 'plans', runtime: RUNTIME };
  const asking = async (changes: Partial<Lead> = {}, more: Partial<Claim> = {}) => {
    const aws = await startWorld();
    held(aws).gateways[0]?.targets.push(plans);
    const answer = await confirmOne(ordersClaim({ leads: [{ ...lead, ...changes }], ...more }));
    return { said: said(answer), calls: callsOf(aws) };
  };

  test('is confirmed by the gateway and by where its target leads', async () => {
    const { said: answer, calls } = await asking();
    expect(answer).toMatch(/^confirmed/);
    expect(calls).toEqual([`${ONE} AssumeRole`, `${ONE} GetGateway`, `${ONE} GetGatewayTarget`]);
  });

  test.each<[string, Partial<Lead>, Partial<Claim>, RegExp]>([
    ['another runtime', { runtime: `${RUNTIME}x` }, {}, /^elsewhere: .*leads to .*E5 \(DEFAULT\), not plans to .*E5x/],
    ['another name', { name: 'other' }, {}, /^elsewhere: .*called plans/],
    ['another endpoint', { qualifier: 'prod' }, {}, /^elsewhere: .*\(DEFAULT\), not .*\(prod\)/],
    ['no such target', { id: 'ABSENT1234' }, {}, /^elsewhere: AWS has no target ABSENT1234/],
    ['a target that leads to no runtime', { id: orders.targets[0]?.id ?? '' }, {}, /^elsewhere: .*leads to no runtime/],
    ['another issuer', {}, { discoveryUrl: 'https://b.example/.well-known/openid-configuration' }, /^other-issuer/],
  ])('is not where AWS has %s', async (_, changes, more, expected) => {
    expect((await asking(changes, more)).said).toMatch(expected);
  });
});

describe('what is not so', () => {
  test.each([
    [
      'a gateway that is not there',
      gatewayClaim('stray-0123456789'),
      /AWS has no gateway stray-0123456789 in account 111111111111/,
    ],
    [
      "another account's gateway under our account's folder",
      gatewayClaim(gateway({ name: 'billing' }).id),
      /AWS has no gateway billing-/,
    ],
    [
      'another URL',
      ordersClaim({ url: 'https://evil.example/mcp' }),
      /is at https:\/\/orders-.*, not https:\/\/evil\.example\/mcp/,
    ],
    [
      'another ARN',
      ordersClaim({ arn: 'arn:aws:bedrock-agentcore:us-east-1:333333333333:gateway/evil' }),
      /has the ARN .*:gateway\/orders-.*, not .*:333333333333:/,
    ],
    ['a target that is not there', targetClaim('absent'), /AWS has no target ABSENT1234 of gateway orders-/],
    [
      'a target at another endpoint',
      targetClaim('remote', { url: 'https://evil.example/mcp' }),
      /is at https:\/\/mcp\.example\/remote, not/,
    ],
    ['a target that is no MCP server', targetClaim('table'), /is no MCP server/],
    ['a runtime that is not there', runtimeClaim('stray-0123456789'), /AWS has no runtime stray-/],
    [
      'a runtime with a URL of its own',
      runtimeClaim(undefined, { url: 'https://evil.example/invocations' }),
      /is at https:\/\/bedrock-agentcore\..*, not https:\/\/evil/,
    ],
  ])('%s is elsewhere', async (_, claim, text) => {
    await startWorld();
    const answer = await confirmOne(claim);
    expect(answer.type).toBe('elsewhere');
    expect(said(answer)).toMatch(text);
  });

  test('another discovery URL is told apart from another place', async () => {
    await startWorld();
    const answer = await confirmOne(
      ordersClaim({ discoveryUrl: 'https://evil.example/.well-known/openid-configuration' }),
    );
    expect(said(answer)).toMatch(new RegExp(`^other-issuer: .* takes tokens of ${ISSUER}, not of https://evil`));
    expect((await confirmOne(gatewayClaim(orders.id))).type).toBe('other-issuer');
  });

  test('an account that the configuration does not ask for is not asked, however willing its role', async () => {
    const aws = await startWorld();
    const claim = gatewayClaim(gateway({ name: 'evil' }).id, { account: STRANGER });
    expect(said(await confirmOne(claim))).toBe(
      `outside: the account ${STRANGER} is none that the configuration asks for`,
    );
    expect(callsOf(aws)).toEqual([]);
  });

  test('with an organization its own answer is the scope', async () => {
    const world = threeAccounts();
    const aws = await startWorld(world);
    const organization = { type: 'organization', units: [], exclude: [STRANGER], include: [ONE] } as const;
    const claims = [ordersClaim(), gatewayClaim(gateway({ name: 'evil' }).id, { account: STRANGER })];
    const answers = await confirmAll(claims, { aws: { accounts: organization } });
    expect(answers.map(({ type }) => type)).toEqual(['confirmed', 'outside']);
    expect(callsOf(aws).filter((call) => call.startsWith(STRANGER))).toEqual([]);
    expect(callsOf(aws).filter((call) => call.endsWith('ListAccounts'))).toHaveLength(1);
  });

  test('an organization that does not answer confirms nothing', async () => {
    await startWorld(threeAccounts(), { faults: [{ service: 'organizations', effect: 'deny' }] });
    const organization = { type: 'organization', units: [], exclude: [], include: [ONE] } as const;
    const answer = await confirmOne(ordersClaim(), { aws: { accounts: organization } });
    expect(said(answer)).toMatch(/^unknown: read the organization/);
  });
});

describe('no answer that counts', () => {
  test.each([
    ['denied', 'deny', /^unknown: GetGateway failed \(AccessDenied/],
    ['throttled past the bound', 'throttle', /^unknown: GetGateway failed \(Throttling/],
    ['500 again and again', 'error', /^unknown: GetGateway failed \(InternalServer/],
    ["a proxy's page", 'html', /^unknown: GetGateway failed/],
    ['cut JSON', 'malformed', /^unknown: GetGateway failed/],
    ['a Region that is not enabled', 'region-not-enabled', /^unknown: GetGateway failed/],
    [
      "somebody else's 404",
      { refuse: { status: 404, code: 'NotFound', message: 'no such page' } },
      /^unknown: GetGateway failed/,
    ],
  ] satisfies [string, Effect, RegExp][])('%s is unknown, which withdraws nothing', async (_, effect, text) => {
    await startWorld(threeAccounts(), { faults: [{ call: 'GetGateway', effect }] });
    expect(said(await confirmOne(ordersClaim()))).toMatch(text);
  });

  test('a listing that was cut short still confirms what it showed, and says nothing about the rest', async () => {
    const aws = await startWorld(threeAccounts(), { pageLimit: 1 });
    held(aws).runtimes.push(runtime({ name: 'zebra' }));
    aws.setFaults([{ call: 'ListAgentRuntimes', nth: 2, effect: 'deny' }]);
    const [first, second] = [...held(aws).runtimes].sort((one, other) => (one.id < other.id ? -1 : 1));
    const answers = await confirmAll([runtimeClaim(first?.id), runtimeClaim(second?.id)]);
    expect(answers.map(({ type }) => type).sort()).toEqual(['confirmed', 'unknown']);
  });

  test('throttling and a 500 that pass are waited for', async () => {
    await startWorld(threeAccounts(), {
      faults: [
        { call: 'GetGateway', times: 5, effect: 'throttle' },
        { call: 'ListAgentRuntimes', times: 2, effect: 'error' },
      ],
    });
    expect(await confirmAll([ordersClaim(), runtimeClaim()])).toMatchObject([
      { type: 'confirmed' },
      { type: 'confirmed' },
    ]);
  });

  test('a role that is refused in a job is unknown, and says what to deploy; the other account is asked', async () => {
    const world = threeAccounts();
    delete world.accounts[TWO]?.roles[ROLE];
    await startWorld(world);
    const billing = gatewayClaim(gateway({ name: 'billing' }).id, { account: TWO });
    const [one, two] = await confirmAll([ordersClaim(), billing]);
    expect(one).toMatchObject({ type: 'confirmed' });
    expect(two).toMatchObject({
      type: 'unknown',
      hint: expect.stringContaining(`Deploy the role ${ROLE} in account ${TWO}`),
    });
  });

  test('credentials of another account than the one asked for say nothing', async () => {
    await startWorld(threeAccounts(), { faults: [{ call: 'GetCallerIdentity', effect: 'deny' }] });
    expect((await confirmOne(ordersClaim())).type).not.toBe('elsewhere');
  });

  test('no credentials at all: nobody was asked', async () => {
    const aws = await startWorld();
    const none = { ...aws.environment, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    const { vi } = await import('vitest');
    for (const [name, value] of Object.entries(none)) vi.stubEnv(name, value);
    expect((await confirmOne(ordersClaim())).type).toBe('unasked');
    expect((await confirmOne(ordersClaim(), { aws: { credentials: 'github-oidc' } })).type).toBe('unasked');
    expect(callsOf(aws)).toEqual([]);
  });

  test('an emulator does not speak for a registry elsewhere', async () => {
    const aws = await startWorld();
    const asked = { environment: { AWS_ENDPOINT_URL: aws.url } };
    expect(said(await confirmOne(ordersClaim(), { deps: { ...asked, emulator: false } }))).toMatch(
      /^unknown: the endpoint of AWS is overridden/,
    );
    expect(aws.requests).toEqual([]);
    expect(await confirmOne(ordersClaim(), { deps: { ...asked, emulator: true } })).toMatchObject({
      type: 'confirmed',
    });
  });

  test('nor does one that only the SDK knows of', async () => {
    const aws = await startWorld();
    expect(said(await confirmOne(ordersClaim(), { deps: { emulator: false } }))).toMatch(
      /^unknown: the endpoint of AWS/,
    );
    expect(callsOf(aws).filter((call) => call.endsWith('GetGateway'))).toEqual([]);
  });

  test('a run that is stopped leaves the rest unknown', async () => {
    await startWorld();
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    expect((await confirmOne(ordersClaim(), { deps: { signal: stop.signal } })).type).toBe('unknown');
  });
});

describe('who asks', () => {
  test('on a command line the role of the scan serves where the other one is refused, in a job it does not', async () => {
    const world = threeAccounts();
    delete world.accounts[ONE]?.roles[ROLE];
    const aws = await startWorld(world);
    expect(await confirmOne(ordersClaim(), { deps: { person: true } })).toMatchObject({ type: 'confirmed' });
    expect((await confirmOne(ordersClaim())).type).toBe('unknown');
    expect(callsOf(aws).filter((call) => call === `${ONE} GetGateway`)).toHaveLength(1);
  });

  test("without accounts the caller's own is asked, with the credentials at hand, and no other", async () => {
    const aws = await startWorld();
    const billing = gatewayClaim(gateway({ name: 'billing' }).id, { account: TWO });
    const answers = await confirmAll([ordersClaim(), billing], { aws: { accounts: { type: 'own' } } });
    expect(answers.map(({ type }) => type)).toEqual(['confirmed', 'outside']);
    expect(callsOf(aws)).toEqual([`${ONE} GetGateway`]);
  });

  test('in a job its own hub is assumed, never the hub of the scan', async () => {
    const { roleForJob, confirmRoleFor } = await import('../../sandbox/resources.ts');
    const sub = 'repo:acme/catalogue:environment:registry';
    const world = threeAccounts();
    const hub = `arn:aws:iam::${ONE}:role/ConfirmHub`;
    for (const account of [ONE, TWO]) {
      const roles = world.accounts[account]?.roles;
      if (roles) roles[ROLE] = confirmRoleFor(hub);
    }
    const roles = world.accounts[ONE]?.roles;
    if (roles) roles['ConfirmHub'] = roleForJob(sub);
    const aws = await startWorld(world, { job: { sub } });
    const settings = {
      credentials: 'github-oidc',
      hubRole: `arn:aws:iam::${ONE}:role/ScanHub`,
      confirm: { role: ROLE, hubRole: hub },
    } as const;
    const idToken = (audience: string): Promise<string> => aws.idTokens.issue(audience, Date.now());
    const answers = await confirmAll([ordersClaim()], { aws: settings, deps: { idToken } });
    expect(answers).toMatchObject([{ type: 'confirmed' }]);
    expect(callsOf(aws).filter((call) => call.includes('WebIdentity'))).toHaveLength(1);
  });
});

test('a thousand gateways of one account and Region are confirmed within their quota, the first ones first', async () => {
  const clock = hastyClock();
  const world = threeAccounts();
  const aws = await startWorld(world, { quotas: true, now: clock.now, logged: 2000 });
  const many = Array.from({ length: 1000 }, (_, at) => gateway({ name: `gateway-${String(at).padStart(4, '0')}` }));
  held(aws).gateways.push(...many);
  const start = clock.now();
  const answers = await confirmAll(
    many.map(({ id }) => gatewayClaim(id)),
    { deps: { clock } },
  );
  expect(new Set(answers.map(({ type }) => type))).toEqual(new Set(['confirmed']));
  const seconds = (clock.now() - start) / 1000;
  expect(seconds).toBeGreaterThan(60);
  expect(seconds).toBeLessThan(240);
  const asked = aws.requests.filter(({ call }) => call === 'GetGateway');
  expect(asked.length).toBeLessThan(1150);
  expect(asked[0]?.ids[0]).toMatch(/^gateway-0000-/);
});
