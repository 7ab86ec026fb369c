import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedWidening, heldBack, wideningOf, withWidening } from '../../src/config/widening.ts';

const CLIENTS = {
  issuers: [
    {
      issuer: 'https://a.example',
      clients: [
        { id: 'one', for: ['111111111111/*'], secret: 'cognito' },
        { id: 'two', urls: ['https://b.example'] },
        { id: 'one', for: ['222222222222/*'] },
      ],
    },
  ],
};

const FULL = {
  owner: 'test',
  aws: { accounts: ['111111111111'], domains: ['tools.example.com'] },
  limits: { deletes: '20%', allow: ['servers/manual/a.yaml'] },
  confirmBy: 'review',
  network: { privateHosts: ['a.internal'] },
  rules: { 'auth-iam': 'off' },
  accepted: [{ rule: 'auth-iam', path: '/a*', reason: 'known' }],
  secrets: { key: { env: 'OAUTH_KEY', urls: ['https://b.example'] } },
  ...CLIENTS,
};

const NOTHING = new Map<string, unknown>();

describe('settings that widen trust', () => {
  test('are each known by a name of their own', () => {
    expect([...wideningOf(FULL).keys()].sort()).toEqual([
      'accepted',
      'aws.accounts',
      'aws.domains',
      'confirmBy',
      'issuers https://a.example client one (2) for',
      'issuers https://a.example client one for',
      'issuers https://a.example client one secret',
      'issuers https://a.example client two urls',
      'limits.allow',
      'limits.deletes',
      'network.privateHosts',
      'owner',
      'rules.auth-iam',
      'secrets.key.env',
      'secrets.key.urls',
    ]);
  });

  test('where none counts, the rest of the configuration stays', () => {
    expect(withWidening(FULL, NOTHING)).toEqual({
      aws: {},
      limits: {},
      network: {},
      rules: {},
      secrets: {},
      issuers: [{ issuer: 'https://a.example', clients: [{ id: 'one' }, { id: 'two' }, { id: 'one' }] }],
    });
  });

  test('that held before come back, but no client or secret that is gone', () => {
    const { limits, network } = withWidening({ owner: 'test' }, wideningOf(FULL));
    expect([limits, network]).toEqual([FULL.limits, FULL.network]);
    expect(Object.keys(withWidening({ owner: 'test' }, wideningOf(FULL))).sort()).toEqual([
      'accepted',
      'aws',
      'confirmBy',
      'limits',
      'network',
      'owner',
      'rules',
    ]);
    const moved = {
      issuers: [{ issuer: 'https://a.example', clients: [{ id: 'one', for: ['*'], secret: 'cognito' }] }],
    };
    expect(withWidening(moved, wideningOf(CLIENTS))).toEqual({
      issuers: [{ issuer: 'https://a.example', clients: [{ id: 'one', for: ['111111111111/*'], secret: 'cognito' }] }],
    });
  });

  test('where an issuer is found and its clients’ secrets go: the pin that held comes back, a new one waits', () => {
    const at = (keys: Readonly<Record<string, string>>, id = 'one') => ({
      issuers: [{ issuer: 'https://a.example', ...keys, clients: [{ id, secret: 'cognito' }] }],
    });
    const pinned = at({ discoveryUrl: 'https://a.example/.well-known/x', tokenEndpoint: 'https://a.example/token' });
    expect([...wideningOf(pinned).keys()].sort()).toEqual([
      'issuers https://a.example client one secret',
      'issuers https://a.example discoveryUrl',
      'issuers https://a.example tokenEndpoint',
    ]);
    const elsewhere = at({ discoveryUrl: 'https://evil.example/d', tokenEndpoint: 'https://evil.example/token' });
    expect(withWidening(elsewhere, wideningOf(pinned))).toEqual(pinned);
    expect(withWidening(at({}), wideningOf(pinned))).toEqual(pinned);
    expect(withWidening(elsewhere, wideningOf(at({})))).toEqual(at({}));
    const twice = { issuers: [...pinned.issuers, ...elsewhere.issuers] };
    const empty = { issuer: 'https://a.example', clients: [{ id: 'one' }] };
    expect(withWidening(twice, wideningOf(pinned))).toEqual({ issuers: [...pinned.issuers, empty] });
  });

  test('no issuer is taken for another one’s client, nor a second client for the first', () => {
    const of = (issuer: string, ...ids: readonly string[]) => ({
      issuers: [{ issuer, clients: ids.map((id) => ({ id, for: [id] })) }],
    });
    const names = [
      of('https://a.example', 'b client c'),
      of('https://a.example client b', 'c'),
      of('https://a.example', 'b', 'b', 'b (2)'),
    ].flatMap((one) => [...wideningOf(one).keys()]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('are equal however they are spelled', () => {
    const [one, other] = [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ];
    expect(changedWidening(new Map([['k', one]]), new Map([['k', other]]))).toEqual([]);
    expect(changedWidening(new Map([['k', one]]), NOTHING)).toEqual(['k']);
  });

  test('of any two configurations: what is put in is what is read, and changes nothing else', () => {
    const limits = fc.dictionary(fc.constantFrom('deletes', 'updates', 'allow'), fc.jsonValue());
    const configuration = fc.record(
      {
        scan: fc.jsonValue(),
        owner: fc.string(),
        limits,
        network: limits,
        confirmBy: fc.jsonValue(),
        rules: fc.jsonValue(),
        issuers: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(configuration, configuration, (here, before) => {
        expect(withWidening(here, wideningOf(here))).toEqual(here);
        const held = wideningOf(before);
        const result = withWidening(here, held);
        const missing = changedWidening(wideningOf(result), held);
        const told = missing.filter((name) => !name.startsWith('issuers ') && !isInside(here, name));
        expect(told.filter((name) => !isPart(wideningOf(result).get(name), held.get(name)))).toEqual([]);
        expect(result['scan']).toEqual(here.scan);
      }),
    );
  });
});

/** True for a list that is some of another one: it permits less. */
const isPart = (some: unknown, all: unknown): boolean =>
  Array.isArray(some) && Array.isArray(all) && some.every((one) => expect.arrayContaining([one]).asymmetricMatch(all));

/** A map that is no map here can't take a key: the schema refuses such a configuration. */
const isInside = (here: Readonly<Record<string, unknown>>, name: string): boolean => {
  const value = here[name.split('.')[0] ?? ''];
  return value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value));
};

describe('what is said of a registry', () => {
  const of = (entries?: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
    registries: {
      production: { type: 'mcp-gateway-registry', ...more, ...(entries === undefined ? {} : { entries }) },
    },
  });
  const narrow = of([{ tag: 'reviewed' }]);
  const KEY = 'registries.production';

  test('is known by its name, in the short form too', () => {
    expect(Object.fromEntries(wideningOf(narrow))).toEqual({
      [`${KEY}.type`]: 'mcp-gateway-registry',
      [`${KEY}.entries`]: [{ tag: 'reviewed' }],
    });
    expect(wideningOf(of()).get(`${KEY}.entries`)).toBe('everything');
    expect(Object.fromEntries(wideningOf({ registry: { url: 'https://r.example' } }))).toEqual({
      'registries.default.url': 'https://r.example',
      'registries.default.entries': 'everything',
    });
  });

  test('is wider without its filters, and with more of them: what was there before holds', () => {
    for (const wide of [of(), of([{ tag: 'reviewed' }, { kind: 'agent' }])]) {
      expect(heldBack(wide, wideningOf(narrow))).toEqual([`${KEY}.entries`]);
      expect(withWidening(wide, wideningOf(narrow))).toEqual(narrow);
    }
    expect(withWidening(narrow, wideningOf(of()))).toEqual(of());
  });

  test('goes nowhere else, with no other token', () => {
    const here = of(undefined, { url: 'https://r.example', token: { env: 'REGISTRY_TOKEN' } });
    const moved = of(undefined, { url: 'https://evil.example', token: { env: 'REGISTRY_OTHER' }, insecure: true });
    expect(withWidening(moved, wideningOf(here))).toEqual(here);
    expect([...heldBack(moved, wideningOf(here))].sort()).toEqual([`${KEY}.insecure`, `${KEY}.token`, `${KEY}.url`]);
  });

  test('leaves out one that was not there, however it is written; one that is gone stays gone', () => {
    const both = { registries: { ...narrow.registries, evil: { url: 'https://evil.example' } } };
    expect(withWidening(both, wideningOf(narrow))).toEqual(narrow);
    expect(heldBack(both, wideningOf(narrow))).toEqual(['registries.evil']);
    expect(withWidening({ registry: { url: 'https://evil.example' } }, wideningOf(narrow))).toEqual({});
    expect(withWidening(narrow, NOTHING)).toEqual({});
    expect(withWidening({ scan: {} }, wideningOf(narrow))).toEqual({ scan: {} });
    const short = { registry: { url: 'https://r.example' } };
    const long = { registries: { default: { url: 'https://r.example' } } };
    expect(withWidening(long, wideningOf(short))).toEqual(long);
  });
});

describe('what trusts less counts at once', () => {
  test('fewer accounts, hosts and entries of a client; none at all is no list', () => {
    const of = (accounts: readonly string[]) => ({
      aws: { accounts },
      network: { privateHosts: accounts },
      issuers: [{ issuer: 'https://a.example', clients: [{ id: 'one', for: accounts }] }],
    });
    const two = of(['111111111111', '222222222222']);
    const one = of(['222222222222']);
    expect(withWidening(one, wideningOf(two))).toEqual(one);
    expect(heldBack(one, wideningOf(two))).toEqual([]);
    expect(withWidening(two, wideningOf(one))).toEqual(one);
    expect(withWidening(of(['333333333333']), wideningOf(two))).toEqual(two);
    expect(withWidening(of([]), wideningOf(two))).toEqual(two);
    expect(withWidening({ aws: {} }, wideningOf({ aws: two.aws }))).toEqual({ aws: two.aws });
  });

  test('a lock that is asked for where none was; not the other way round, nor in another order', () => {
    const all = { requireLock: true };
    const some = { match: { account: '1*' }, requireLock: false, tags: ['a'] };
    const defaults = (...rows: readonly object[]) => ({ defaults: rows });
    expect(withWidening(defaults(all), NOTHING)).toEqual(defaults(all));
    expect(withWidening(defaults(some), NOTHING)).toEqual(defaults({ match: { account: '1*' }, tags: ['a'] }));
    expect(withWidening(defaults(), wideningOf(defaults(all)))).toEqual(defaults(all));
    expect(withWidening({}, wideningOf({ defaults: all }))).toEqual(defaults(all));
    const { tags: _, ...said } = some;
    expect(withWidening(defaults(all, some), wideningOf(defaults(some, all)))).toEqual(
      defaults({ match: { account: '1*' }, tags: ['a'] }, said, all),
    );
    expect(heldBack(defaults(all, some), wideningOf(defaults(some, all)))).toEqual(['defaults requireLock']);
  });
});
