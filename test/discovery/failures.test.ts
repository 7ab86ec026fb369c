import { afterEach, describe, expect, test } from 'vitest';
import type { Effect } from '../../sandbox/aws/faults.ts';
import { gateway, runtime } from '../../sandbox/resources.ts';
import type { JsonObject } from '../../sandbox/world.ts';
import { contentsOf } from '../../sandbox/world.ts';
import type { ResourceKey } from '../../src/model/resource.ts';
import { systemClock } from '../../src/net/clock.ts';
import {
  ALL_NAMES,
  keysOf,
  names,
  ONE,
  problemOf,
  rules,
  scan,
  start,
  stopAll,
  TWO,
  texts,
  twoAccounts,
  unlisted,
} from './scanning.ts';

afterEach(stopAll);

const PLACE = { account: ONE, region: 'us-east-1' };
const STRAY: ResourceKey = { kind: 'gateway', ...PLACE, id: 'stray-0123456789' };
const without = (...lost: string[]): string[] => ALL_NAMES.filter((name) => !lost.includes(name));

describe('accounts', () => {
  test('a refused role of an account with files is an error, and the other account is scanned', async () => {
    const aws = await start(twoAccounts());
    const known = keysOf(await scan());
    aws.setFaults([{ account: TWO, call: 'AssumeRole', effect: 'deny' }]);
    const result = await scan({ known });
    expect(names(result)).toEqual(without('222/us-east-1/gateways/billing'));
    expect(rules(result.problems)).toEqual([`account-denied error ${TWO}`]);
    expect(problemOf(result, 'account-denied').about).toEqual({ account: TWO });
    expect(problemOf(result, 'account-denied').text).toMatch(
      /^assume role arn:aws:iam::222222222222:role\/AgentCoreSync: AccessDenied: .*: the whole account is not scanned/,
    );
    expect(unlisted(result)).toEqual([
      `incomplete ${TWO} eu-west-1 gateway`,
      `incomplete ${TWO} eu-west-1 runtime`,
      `incomplete ${TWO} us-east-1 gateway`,
      `incomplete ${TWO} us-east-1 runtime`,
    ]);
    expect(result.gone).toEqual([]);
    expect(result.accounts).toEqual([ONE, TWO]);
  });

  test('a refused role of an account without files means that it is not onboarded', async () => {
    await start(twoAccounts(), { faults: [{ account: TWO, call: 'AssumeRole', effect: 'deny' }] });
    const result = await scan();
    expect(rules(result.problems)).toEqual([`account-not-onboarded notice ${TWO}`]);
    expect(unlisted(result)).toEqual([]);
    const strict = await scan({ scan: { strictAccounts: true } });
    expect(rules(strict.problems)).toEqual([`account-not-onboarded error ${TWO}`]);
  });

  test('an account that has files is none that was never onboarded, where nothing of them is judged either', async () => {
    await start(twoAccounts(), { faults: [{ account: TWO, call: 'AssumeRole', effect: 'deny' }] });
    const result = await scan({ onboarded: new Set([TWO]) });
    expect(rules(result.problems)).toEqual([`account-denied error ${TWO}`]);
    expect(result.gone).toEqual([]);
  });

  test('STS that answers nothing sensible is no reason to call an account not onboarded', async () => {
    await start(twoAccounts(), { faults: [{ account: TWO, call: 'AssumeRole', effect: 'reset' }] });
    const result = await scan();
    expect(rules(result.problems)).toEqual([`call-failed error ${TWO}`]);
    expect(names(result)).toEqual(without('222/us-east-1/gateways/billing'));
  });

  test('credentials that AWS does not know stop the run', async () => {
    await start(twoAccounts(), { faults: [{ call: 'GetCallerIdentity', effect: 'unrecognized-client' }] });
    await expect(scan()).rejects.toMatchObject({ area: 'cloud', code: 'no-credentials' });
  });
});

describe('Regions', () => {
  test.each<Effect>(['region-not-enabled', 'unrecognized-client'])(
    '%s: one problem for a listed Region',
    async (effect) => {
      const aws = await start(twoAccounts());
      const known = keysOf(await scan());
      aws.setFaults([{ ...PLACE, service: 'bedrock-agentcore', effect }]);
      const result = await scan({ known });
      expect(names(result)).toEqual(ALL_NAMES.filter((name) => !name.startsWith('111/us-east-1')));
      expect(rules(result.problems)).toEqual([`region-unavailable error ${ONE} us-east-1`]);
      expect(result.problems).toHaveLength(1);
      expect(unlisted(result)).toEqual([`incomplete ${ONE} us-east-1 gateway`, `incomplete ${ONE} us-east-1 runtime`]);
      expect(result.gone).toEqual([]);
    },
  );

  test('under all, only enabled Regions are asked, and one without AgentCore is no failure', async () => {
    const of = twoAccounts();
    of.agentCoreRegions = ['us-east-1', 'eu-west-1'];
    await start(of);
    const result = await scan({ aws: { regions: { type: 'all' } } });
    expect(names(result)).toEqual(ALL_NAMES);
    expect(result.problems).toEqual([]);
    expect(new Set(result.listings.map(({ region }) => region))).toEqual(new Set(['us-east-1', 'eu-west-1']));
  });

  const closed: Effect = {
    refuse: {
      status: 403,
      code: 'AccessDeniedException',
      message: 'User: x is not authorized to perform: y with an explicit deny in a service control policy',
    },
  };

  test('under all, a Region that the organization closed is no failure; a listed one is', async () => {
    const of = twoAccounts();
    of.agentCoreRegions = ['us-east-1', 'eu-west-1'];
    await start(of, { faults: [{ account: TWO, region: 'eu-west-1', service: 'bedrock-agentcore', effect: closed }] });
    const all = await scan({ aws: { regions: { type: 'all' } } });
    expect(names(all)).toEqual(ALL_NAMES);
    expect(all.problems).toEqual([]);
    expect(rules((await scan()).problems)).toEqual([`region-unavailable error ${TWO} eu-west-1`]);
  });

  test('under all, AgentCore in no Region of an account is a failure', async () => {
    await start(twoAccounts(), { faults: [{ account: TWO, service: 'bedrock-agentcore', effect: closed }] });
    const result = await scan({ aws: { regions: { type: 'all' } } });
    expect(names(result)).toEqual(without('222/us-east-1/gateways/billing'));
    expect(rules(result.problems)).toEqual([`region-unavailable error ${TWO}`]);
  });

  test('under all, a Region where entries are known must answer', async () => {
    const of = twoAccounts();
    of.agentCoreRegions = ['us-east-1', 'eu-west-1'];
    await start(of);
    const key: ResourceKey = { kind: 'gateway', account: ONE, region: 'us-west-2', id: 'a-0123456789' };
    const result = await scan({ aws: { regions: { type: 'all' } }, known: [key] });
    expect(rules(result.problems)).toEqual([`region-unavailable error ${ONE} us-west-2`]);
    expect(result.gone).toEqual([]);
  });

  test('under all, an account whose Regions are not told is lost by name', async () => {
    await start(twoAccounts(), { faults: [{ account: TWO, call: 'DescribeRegions', effect: 'deny' }] });
    const result = await scan({ aws: { regions: { type: 'all' } } });
    expect(names(result)).toEqual(without('222/us-east-1/gateways/billing'));
    expect(rules(result.problems)).toEqual([`call-denied error ${TWO} us-east-1`]);
    expect(problemOf(result, 'call-denied').hint).toContain('ec2:DescribeRegions');
  });
});

describe('one call', () => {
  test.each<[Effect, string]>([
    ['deny', 'call-denied'],
    ['throttle', 'call-throttled'],
    ['reset', 'call-failed'],
    ['error', 'call-failed'],
    ['malformed', 'answer-malformed'],
    ['html', 'answer-malformed'],
  ])('%s on a Get keeps one file as it is: %s', async (effect, rule) => {
    const of = twoAccounts();
    const id = contentsOf(of, PLACE).gateways[0]?.id ?? '';
    await start(of, { faults: [{ call: 'GetGateway', id, effect }] });
    const result = await scan({ known: [STRAY] });
    expect(names(result)).toEqual(
      [...without('111/us-east-1/gateways/orders'), '-111/us-east-1/gateways/orders'].sort(),
    );
    expect(rules(result.problems)).toEqual([`${rule} error ${ONE} us-east-1`]);
    expect(result.problems[0]?.text).toContain(`GetGateway for gateway orders (${id})`);
    expect(result.problems[0]?.text).toContain('its file stays as it is');
    expect(unlisted(result)).toEqual([]);
    expect(texts(result.gone)).toEqual(texts([STRAY]));
  });

  test.each<[Effect, string]>([
    ['deny', 'call-denied'],
    ['throttle', 'call-throttled'],
    ['reset', 'call-failed'],
    ['malformed', 'answer-malformed'],
    ['html', 'answer-malformed'],
    ['page-token-loop', 'page-token'],
  ])('%s on a listing lets nothing be gone: %s', async (effect, rule) => {
    await start(twoAccounts(), { faults: [{ ...PLACE, call: 'ListGateways', effect }] });
    const result = await scan({ known: [STRAY] });
    expect(rules(result.problems)).toEqual([`${rule} error ${ONE} us-east-1`]);
    expect(result.problems[0]?.text).toContain('ListGateways');
    expect(unlisted(result)).toEqual([`incomplete ${ONE} us-east-1 gateway`]);
    expect(result.gone).toEqual([]);
    expect(names(result).filter((name) => name.includes('runtimes'))).toEqual(
      ALL_NAMES.filter((name) => name.includes('runtimes')),
    );
  });

  test('an expired page token keeps what came before it', async () => {
    await start(twoAccounts(), {
      pageLimit: 1,
      faults: [{ ...PLACE, call: 'ListAgentRuntimes', effect: 'expired-page-token' }],
    });
    const result = await scan();
    expect(names(result)).toEqual(without('111/us-east-1/runtimes/tools'));
    expect(rules(result.problems)).toEqual([`page-token error ${ONE} us-east-1`]);
    expect(unlisted(result)).toEqual([`incomplete ${ONE} us-east-1 runtime`]);
  });

  test('targets that can not be listed keep the gateway and its targets as they are', async () => {
    const of = twoAccounts();
    const id = contentsOf(of, PLACE).gateways[0]?.id ?? '';
    await start(of, { faults: [{ call: 'ListGatewayTargets', id, effect: 'deny' }] });
    const known: ResourceKey = { kind: 'target', ...PLACE, gatewayId: id, id: 'ABCDEFGHIJ' };
    const result = await scan({ scan: { targets: 'mcp' }, known: [known] });
    expect(names(result)).toContain('-111/us-east-1/gateways/orders');
    expect(unlisted(result)).toEqual([`incomplete ${ONE} us-east-1 target`]);
    expect(result.gone).toEqual([]);
  });

  test('a call that is denied for many is one problem that names them', async () => {
    await start(twoAccounts(), { faults: [{ ...PLACE, call: 'GetAgentRuntime', effect: 'deny' }] });
    const result = await scan();
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]?.text).toMatch(
      /^GetAgentRuntime for runtime planner \(.*\), runtime tools \(.*\) failed/,
    );
    expect(result.problems[0]?.hint).toBe('Allow bedrock-agentcore:GetAgentRuntime to the role.');
    expect(result.figures.find(({ region }) => region === 'us-east-1')?.failed).toBe(2);
  });

  test('a call that never answers ends at its time limit', async () => {
    await start(twoAccounts(), { faults: [{ ...PLACE, call: 'GetAgentRuntime', effect: 'hang' }] });
    const result = await scan({ aws: { callSeconds: 0.4 }, deps: { clock: systemClock } });
    expect(rules(result.problems)).toEqual([`call-failed error ${ONE} us-east-1`]);
    expect(result.problems[0]?.text).toContain('expected an answer within 0.4 s');
    expect(names(result)).toContain('111/us-east-1/gateways/orders');
  });

  test.each<Effect>(['throttle', 'reset', 'error'])(
    '%s that passes costs a repetition and nothing else',
    async (effect) => {
      const aws = await start(twoAccounts(), { faults: [{ call: 'GetGateway', times: 2, effect }] });
      const result = await scan();
      expect(names(result)).toEqual(ALL_NAMES);
      expect(result.problems).toEqual([]);
      const throttled = result.figures.reduce((sum, figures) => sum + figures.throttled, 0);
      expect(throttled).toBe(effect === 'throttle' ? 2 : 0);
      expect(aws.figures.byCall['bedrock-agentcore:GetGateway']).toBe(5);
    },
  );
});

describe('an answer about one resource that is not what it should be', () => {
  const ORDERS = '111/us-east-1/gateways/orders';
  const PLANNER = '111/us-east-1/runtimes/planner';
  const arn = (resource: string) => `arn:aws:bedrock-agentcore:us-east-1:${ONE}:${resource}`;

  test.each<[string, JsonObject, string]>([
    ['GetGateway', { authorizerConfiguration: 'x' }, 'authorizerConfiguration: expected keys and values, met a string'],
    ['GetGateway', { authorizerConfiguration: [] }, 'authorizerConfiguration: expected'],
    ['GetGateway', { authorizerConfiguration: { customJWTAuthorizer: 7 } }, 'customJWTAuthorizer: expected keys and'],
    ['GetGateway', { status: 7 }, 'status: expected a text, met something else'],
    ['GetGateway', { gatewayArn: arn('gateway/other-a1b2c3d4e5') }, 'ARN: expected one of gateway orders-'],
    ['GetGateway', { gatewayUrl: 'https://evil.example/mcp' }, 'gatewayUrl: expected a URL of https://orders-'],
    ['GetGateway', { gatewayUrl: 'https://a b\u202e/mcp' }, 'gatewayUrl: expected a URL of https://orders-'],
    ['GetGateway', { gatewayUrl: 'http://[' }, 'gatewayUrl: expected a URL of https://orders-'],
    ['GetAgentRuntime', { protocolConfiguration: 'x' }, 'protocolConfiguration: expected keys and values'],
    ['GetAgentRuntime', { authorizerConfiguration: 5 }, 'authorizerConfiguration: expected keys and values'],
    ['GetAgentRuntime', { agentRuntimeArn: arn('runtime/other-Zx81aB2cD3') }, 'ARN: expected one of runtime planner-'],
    ['GetAgentRuntime', { agentRuntimeArn: arn('runtime/\ud800') }, `ARN: expected one of account ${ONE}`],
    ['GetAgentRuntime', { status: ['READY'] }, 'status: expected a text, met something else'],
  ])('%s with %j costs its file, and nothing else', async (call, fields, fault) => {
    const name = call === 'GetGateway' ? ORDERS : PLANNER;
    const of = twoAccounts();
    const { gateways, runtimes } = contentsOf(of, PLACE);
    const id = (call === 'GetGateway' ? gateways : runtimes)[0]?.id ?? '';
    await start(of, { faults: [{ call, id, effect: { fields } }] });
    const result = await scan({ known: [STRAY] });
    expect(names(result)).toEqual([...without(name), `-${name}`].sort());
    expect(rules(result.problems)).toEqual([`answer-malformed error ${ONE} us-east-1`]);
    expect(problemOf(result, 'answer-malformed').text).toContain(fault);
    expect(problemOf(result, 'answer-malformed').text.isWellFormed()).toBe(true);
    expect(texts(result.gone)).toEqual(texts([STRAY]));
  });

  test.each<[JsonObject, string]>([
    [{ targetConfiguration: 'x' }, 'targetConfiguration: expected keys and values, met a string'],
    [{ targetConfiguration: { mcp: 7 } }, 'targetConfiguration.mcp: expected keys and values, met a number'],
    [{ targetConfiguration: { mcp: { mcpServer: 'x' } } }, 'targetConfiguration.mcp.mcpServer: expected keys'],
    [{ targetId: 'ZZZZZZZZZZ' }, 'targetId: expected '],
    [{ gatewayArn: arn('gateway/other-a1b2c3d4e5') }, 'ARN: expected one of gateway orders-'],
    [{ status: 7 }, 'status: expected a text, met something else'],
    [{ status: ['READY'] }, 'status: expected a text, met something else'],
  ])('a target with %j too', async (fields, fault) => {
    const of = twoAccounts();
    const id = contentsOf(of, PLACE).gateways[0]?.targets.find(({ name }) => name === 'remote')?.id ?? '';
    await start(of, { faults: [{ call: 'GetGatewayTarget', id, effect: { fields } }] });
    const result = await scan({ scan: { targets: 'mcp' } });
    expect(names(result).filter((name) => name.startsWith('-'))).toEqual(['-111/us-east-1/targets/remote']);
    expect(problemOf(result, 'answer-malformed').text).toContain(fault);
  });

  test('an item of a listing that is nothing at all makes the listing incomplete', async () => {
    await start(twoAccounts(), {
      faults: [{ ...PLACE, call: 'ListGateways', effect: { fields: { items: ['x', 7, { gatewayId: 5 }] } } }],
    });
    const result = await scan({ known: [STRAY] });
    expect(rules(result.problems)).toContain(`answer-malformed error ${ONE} us-east-1`);
    expect(unlisted(result)).toEqual([`incomplete ${ONE} us-east-1 gateway`]);
    expect(result.gone).toEqual([]);
    expect(names(result)).toContain(PLANNER);
  });

  test.each(['constructor', '__proto__', 'toString'])('an error type named %s is told as any other', async (code) => {
    const refuse = { status: 400, code, message: 'odd' };
    await start(twoAccounts(), { faults: [{ ...PLACE, call: 'ListGateways', effect: { refuse } }] });
    const result = await scan();
    expect(rules(result.problems)).toEqual([`call-failed error ${ONE} us-east-1`]);
    expect(problemOf(result, 'call-failed').text).toContain(`${code}: odd`);
    expect(names(result)).toContain(PLANNER);
  });
});

describe('resources', () => {
  test('one deleted between list and get is gone without a problem', async () => {
    const of = twoAccounts();
    const aws = await start(of);
    const known = keysOf(await scan());
    const id = contentsOf(of, PLACE).gateways[0]?.id ?? '';
    aws.setFaults([{ call: 'GetGateway', id, effect: 'not-found' }]);
    const result = await scan({ known });
    expect(names(result)).toEqual(without('111/us-east-1/gateways/orders'));
    expect(result.problems).toEqual([]);
    expect(texts(result.gone)).toEqual([`${ONE}/us-east-1/gateways/${id}`]);
  });

  test('one that a listing forgot is not gone while its Get answers', async () => {
    const of = twoAccounts();
    const { gateways } = contentsOf(of, PLACE);
    const aws = await start(of);
    const known = keysOf(await scan());
    const forgotten = gateways.shift();
    if (!forgotten) throw new Error('no gateway');
    aws.setFaults([{ call: 'GetGateway', id: forgotten.id, effect: 'deny' }]);
    const result = await scan({ known });
    expect(result.gone).toEqual([]);
    expect(problemOf(result, 'call-denied').text).toContain('whether it is gone is not known');
    expect(problemOf(result, 'call-denied').about).toMatchObject({ account: expect.any(String), region: 'us-east-1' });
    aws.setFaults([]);
    expect(texts((await scan({ known })).gone)).toEqual([`${ONE}/us-east-1/gateways/${forgotten.id}`]);
  });

  test('an id that is no file name is skipped, one that is merely odd is used', async () => {
    const of = twoAccounts();
    contentsOf(of, PLACE).gateways.push(
      gateway({ name: 'evil', id: '..%2F..%2Fevil' }),
      gateway({ name: 'device', id: 'con' }),
      gateway({ name: 'short', id: 'abc123' }),
    );
    await start(of);
    const result = await scan();
    expect(names(result)).toEqual([...ALL_NAMES, '111/us-east-1/gateways/short'].sort());
    expect(rules(result.problems)).toEqual([
      `resource-id warning ${ONE} us-east-1`,
      `resource-id-unsafe error ${ONE} us-east-1`,
    ]);
    expect(result.problems.filter(({ rule }) => rule === 'resource-id-unsafe')).toHaveLength(2);
  });

  test('unknown values are kept and told, an unknown status is not READY', async () => {
    const of = twoAccounts();
    const contents = contentsOf(of, PLACE);
    contents.runtimes = [
      runtime({ name: 'strange', serverProtocol: 'QUANTUM' }),
      runtime({ name: 'vague', status: 'PONDERING' }),
      runtime({ name: 'new_auth', authorizer: { type: 'OTHER', name: 'X', configuration: { quantum: { a: 1 } } } }),
    ];
    await start(of);
    const result = await scan();
    const protocols = result.sightings.flatMap(({ name, source }) =>
      source?.kind === 'runtime' ? [`${name} ${source.value.protocol} ${source.value.authorizer.type}`] : [],
    );
    expect(protocols).toEqual(['writer HTTP AWS_IAM', 'new_auth MCP quantum', 'strange QUANTUM AWS_IAM']);
    expect(names(result)).toContain('-111/us-east-1/runtimes/vague');
    expect(result.problems.map(({ rule, text }) => `${rule}: ${text}`)).toEqual([
      expect.stringContaining('new_auth'),
      expect.stringContaining('serverProtocol "QUANTUM"'),
      expect.stringContaining('status "PONDERING"'),
    ]);
  });

  test.each<Effect>(['unknown-enum', 'unknown-union'])('%s everywhere is no crash', async (effect) => {
    await start(twoAccounts(), { faults: [{ service: 'bedrock-agentcore', effect }] });
    const result = await scan({ scan: { targets: 'mcp', endpoints: true } });
    expect(result.sightings.length).toBeGreaterThanOrEqual(6);
    expect(result.problems.map(({ rule }) => rule)).toContain('type-unknown');
  });

  test('one that is not READY is sighted without source', async () => {
    const of = twoAccounts();
    const [first] = contentsOf(of, PLACE).gateways;
    if (first) first.status = 'UPDATING';
    const aws = await start(of);
    const result = await scan();
    expect(names(result)).toContain('-111/us-east-1/gateways/orders');
    expect(rules(result.problems)).toEqual([`resource-not-ready notice ${ONE} us-east-1`]);
    expect(aws.figures.byCall['bedrock-agentcore:GetGateway']).toBe(2);
  });
});

describe('the run', () => {
  test('its time limit ends it, with what was read and nothing gone', async () => {
    await start(twoAccounts(), { faults: [{ ...PLACE, call: 'GetAgentRuntime', effect: 'hang' }] });
    const result = await scan({ aws: { runSeconds: 1 }, known: [STRAY], deps: { clock: systemClock } });
    expect(rules(result.problems)).toEqual([`run-time error ${ONE} us-east-1`]);
    expect(names(result)).toContain('222/us-east-1/gateways/billing');
    expect(result.gone).toEqual([]);
  });

  test('a stopped run throws the reason', async () => {
    await start(twoAccounts());
    const controller = new AbortController();
    const running = scan({
      deps: {
        signal: controller.signal,
        onProgress: ({ type }) => type === 'started' && controller.abort(new Error('stop')),
      },
    });
    await expect(running).rejects.toThrow('stop');
  });
});
