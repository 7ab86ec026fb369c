import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScanSettings } from '../../src/config/settings.ts';
import { createScope } from '../../src/discovery/scope.ts';
import type { Answer, Facts } from '../../src/kinds/scan/facts.ts';
import type { Filter } from '../../src/model/generated/configuration.ts';
import type { ResourceKey } from '../../src/model/resource.ts';

type Filters = Partial<Pick<ScanSettings, 'include' | 'exclude' | 'targets'>> & {
  readonly narrow?: Partial<ScanSettings['narrow']>;
};

const scopeOf = ({ narrow, ...filters }: Filters, kept?: readonly ResourceKey[]) =>
  createScope(
    {
      include: [],
      exclude: [],
      targets: 'mcp',
      harnesses: false,
      endpoints: false,
      strictAccounts: false,
      prune: false,
      ...filters,
      narrow: { include: [], exclude: [], gateways: true, runtimes: true, ...narrow },
    },
    kept,
  );

const GATEWAY: Facts = {
  account: '111111111111',
  region: 'us-east-1',
  kind: 'gateway',
  id: 'pricing-a1b2c3d4e5',
  name: 'pricing',
  tags: { team: 'money', stage: 'prod' },
};

test('what entries keep: these resources, and the places and the gateway where they are', () => {
  const [account, region] = ['111111111111', 'us-east-1'];
  const scope = scopeOf({}, [{ kind: 'target', account, region, gatewayId: 'pricing-a1b2c3d4e5', id: 'AAAAAAAAAA' }]);
  const place = { account, region };
  const target: Facts = { ...place, kind: 'target' };
  expect(
    [
      { account },
      { account: '222222222222' },
      place,
      { account, region: 'eu-west-1' },
      { ...place, kind: 'runtime' as const },
      GATEWAY,
      { ...target, gateway: GATEWAY },
      { ...target, gateway: { ...GATEWAY, id: 'other-a1b2c3d4e5' } },
      { ...target, gateway: GATEWAY, id: 'AAAAAAAAAA' },
      { ...target, gateway: GATEWAY, id: 'BBBBBBBBBB' },
    ].map((facts) => scope.asked(facts)),
  ).toEqual(['maybe', 'no', 'maybe', 'no', 'no', 'no', 'maybe', 'no', 'yes', 'no']);
});

describe('the configuration', () => {
  test.each<[string, Filters, Answer]>([
    ['nothing: everything', {}, 'yes'],
    ['an include that matches', { include: [{ name: 'pric*' }] }, 'yes'],
    ['an include that does not', { include: [{ name: 'orders' }] }, 'no'],
    ['one include of several', { include: [{ name: 'orders' }, { account: '1111*' }] }, 'yes'],
    ['all keys of a filter', { include: [{ name: 'pric*', region: 'eu-*' }] }, 'no'],
    ['an exclude', { exclude: [{ id: 'pricing-*' }] }, 'no'],
    ['exclude beats include', { include: [{ name: '*' }], exclude: [{ kind: 'gateway' }] }, 'no'],
    ['a tag by key and value', { include: [{ tag: 'team=mon*' }] }, 'yes'],
    ['a tag by key alone', { include: [{ tag: 'stage' }] }, 'yes'],
    ['a tag that is not there', { include: [{ tag: 'owner=*' }] }, 'no'],
  ])('%s', (_name, filters, answer) => {
    expect(scopeOf(filters).configured(GATEWAY)).toBe(answer);
    expect(scopeOf({ narrow: filters }).asked(GATEWAY)).toBe(answer);
  });

  test('a filter without kind holds for the targets of a gateway too, one with kind does not', () => {
    const target: Facts = { account: '111111111111', kind: 'target', name: 'orders', gateway: GATEWAY };
    expect(scopeOf({ include: [{ name: 'pricing' }] }).configured(target)).toBe('yes');
    expect(scopeOf({ exclude: [{ name: 'pricing' }] }).configured(target)).toBe('no');
    expect(scopeOf({ include: [{ name: 'pricing', kind: 'gateway' }] }).configured(target)).toBe('no');
    expect(scopeOf({ exclude: [{ kind: 'gateway' }] }).configured(target)).toBe('yes');
  });

  test('targets that are not asked for are outside', () => {
    expect(scopeOf({ targets: false }).configured({ account: '1', kind: 'target' })).toBe('no');
  });

  test('only tag filters need tags', () => {
    expect(scopeOf({ include: [{ name: '*' }] }).needsTags).toBe(false);
    expect(scopeOf({ narrow: { exclude: [{ tag: 'a' }] } }).needsTags).toBe(true);
  });
});

describe('a run', () => {
  test('is narrowed by accounts, Regions and kinds', () => {
    const narrow = { accounts: ['111111111111'], regions: ['us-east-1'], runtimes: false };
    const { asked } = scopeOf({ narrow });
    expect(asked({ account: '111111111111' })).toBe('maybe');
    expect(asked({ account: '222222222222' })).toBe('no');
    expect(asked({ account: '111111111111', region: 'eu-west-1' })).toBe('no');
    expect(asked({ account: '111111111111', region: 'us-east-1', kind: 'runtime' })).toBe('no');
    expect(asked({ account: '111111111111', region: 'us-east-1', kind: 'target' })).toBe('yes');
  });
});

const WORDS = ['a', 'ab', 'b', 'ba'];
const word = fc.constantFrom(...WORDS);
const glob = fc.constantFrom('a', 'a*', '*b', '?', '*', 'x');
const filter: fc.Arbitrary<Filter> = fc.record(
  { name: glob, id: glob, account: glob, region: glob, tag: fc.constantFrom('a', 'a=b', '*=a*') },
  { requiredKeys: [] },
);

test('an answer for part of the facts holds for all of them', () => {
  fc.assert(
    fc.property(
      fc.array(filter, { maxLength: 3 }),
      fc.array(filter, { maxLength: 3 }),
      fc.record({ account: word, region: word, id: word, name: word, tags: fc.dictionary(word, word) }),
      fc.subarray(['region', 'id', 'name', 'tags'] as const),
      (include, exclude, facts, known) => {
        const { configured } = scopeOf({ include, exclude });
        const part: Facts = {
          account: facts.account,
          ...Object.fromEntries(known.map((key) => [key, facts[key]])),
        };
        const answer = configured(part);
        const whole = configured(facts);
        expect(whole).not.toBe('maybe');
        if (answer !== 'maybe') expect(whole).toBe(answer);
      },
    ),
  );
});
