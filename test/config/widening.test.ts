import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedWidening, wideningOf, withWidening } from '../../src/config/widening.ts';

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
      'aws.domains',
      'confirmBy',
      'issuers https://a.example client one (2) for',
      'issuers https://a.example client one for',
      'issuers https://a.example client two urls',
      'limits.allow',
      'limits.deletes',
      'network.privateHosts',
      'rules.auth-iam',
      'secrets.key.urls',
    ]);
  });

  test('where none counts, the rest of the configuration stays', () => {
    expect(withWidening(FULL, NOTHING)).toEqual({
      owner: 'test',
      aws: { accounts: ['111111111111'] },
      limits: {},
      network: {},
      rules: {},
      secrets: {},
      issuers: [
        { issuer: 'https://a.example', clients: [{ id: 'one', secret: 'cognito' }, { id: 'two' }, { id: 'one' }] },
      ],
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
      'issuers https://a.example discoveryUrl',
      'issuers https://a.example tokenEndpoint',
    ]);
    const elsewhere = at({ discoveryUrl: 'https://evil.example/d', tokenEndpoint: 'https://evil.example/token' });
    expect(withWidening(elsewhere, wideningOf(pinned))).toEqual(pinned);
    expect(withWidening(at({}), wideningOf(pinned))).toEqual(pinned);
    expect(withWidening(elsewhere, wideningOf(at({})))).toEqual(at({}));
    const twice = { issuers: [...pinned.issuers, ...elsewhere.issuers] };
    expect(withWidening(twice, wideningOf(pinned))).toEqual({ issuers: [...pinned.issuers, ...at({}).issuers] });
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
        expect(missing.filter((name) => !name.startsWith('issuers ') && !isInside(here, name))).toEqual([]);
        expect(result['owner']).toEqual(here.owner);
      }),
    );
  });
});

/** A map that is no map here can't take a key: the schema refuses such a configuration. */
const isInside = (here: Readonly<Record<string, unknown>>, name: string): boolean => {
  const value = here[name.split('.')[0] ?? ''];
  return value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value));
};

describe('what a registry takes', () => {
  const of = (entries?: unknown) => ({
    registries: { production: { type: 'mcp-gateway-registry', ...(entries === undefined ? {} : { entries }) } },
  });
  const narrow = of([{ tag: 'reviewed' }]);

  test('is known by its name, in the short form too', () => {
    expect([...wideningOf(narrow)]).toEqual([['registries.production.entries', [{ tag: 'reviewed' }]]]);
    expect([...wideningOf(of())]).toEqual([['registries.production.entries', 'everything']]);
    expect([...wideningOf({ registry: { url: 'https://r.example' } })]).toEqual([
      ['registries.default.entries', 'everything'],
    ]);
  });

  test('is wider without its filters, and with more of them: what was there before holds', () => {
    for (const wide of [of(), of([{ tag: 'reviewed' }, { kind: 'agent' }])]) {
      expect(changedWidening(wideningOf(narrow), wideningOf(wide))).toEqual(['registries.production.entries']);
      expect(withWidening(wide, wideningOf(narrow))).toEqual(narrow);
    }
    expect(withWidening(narrow, wideningOf(of()))).toEqual(of());
  });

  test('of a registry that is new or gone is what the file says', () => {
    expect(withWidening(narrow, NOTHING)).toEqual(narrow);
    expect(withWidening({ owner: 'test' }, wideningOf(narrow))).toEqual({ owner: 'test' });
  });
});
