import { describe, expect, it } from 'vitest';
import type { FormerPath } from '../../src/catalogue/former-paths.ts';
import { displayName, slug } from '../../src/catalogue/names.ts';
import { handOutPaths, type PathRequest } from '../../src/catalogue/paths.ts';
import { identityOfSource } from '../../src/catalogue/replaced.ts';
import type { Sighting } from '../../src/model/resource.ts';
import { gateway, REGISTRIES, runtime, target } from './world.ts';

const PLAIN = { template: '/{name}/', aliases: {}, registries: REGISTRIES };

const request = ({ key, source }: Sighting): PathRequest => {
  if (source === undefined) throw new Error('not READY');
  return { key, source };
};

const hand = (sightings: readonly Sighting[], taken: readonly string[] = [], settings = PLAIN) => [
  ...handOutPaths(sightings.map(request), settings, taken).values(),
];

describe('slug', () => {
  it.each([
    ['Pricing Tools', 'pricing-tools'],
    ['my_agent__v2', 'my-agent-v2'],
    ['a.b/c', 'abc'],
    ['--x--', 'x'],
    ['é', ''],
  ])('%s', (name, expected) => expect(slug(name)).toBe(expected));
});

describe('displayName', () => {
  it.each([
    ['pricing-tools', 'Pricing Tools'],
    ['my_mcp_api', 'My MCP API'],
    ['aws-sso gateway', 'AWS SSO Gateway'],
    ['---', '---'],
  ])('%s', (name, expected) => expect(displayName(name)).toBe(expected));
});

describe('paths', () => {
  it('go by ARN, and who comes later gets Region, then account and Region, then the id', () => {
    const far = { region: 'us-west-2' };
    const given = hand(
      [
        gateway('pricing', { account: '333333333333' }),
        gateway('pricing', { suffix: 'bbbbbbbbbb' }),
        gateway('pricing', { suffix: 'cccccccccc' }),
        gateway('pricing', { suffix: 'dddddddddd' }),
        gateway('pricing', far),
      ],
      [],
    );
    expect(given).toEqual([
      { path: '/pricing/' },
      { path: '/pricing-us-east-1/', name: 'Pricing (us-east-1)' },
      { path: '/pricing-111111111111-us-east-1/', name: 'Pricing (111111111111 us-east-1)' },
      { path: '/pricing-333333333333-us-east-1/', name: 'Pricing (333333333333 us-east-1)' },
      { path: '/pricing-us-west-2/', name: 'Pricing (us-west-2)' },
    ]);
  });

  it('fall back to the id', () => {
    const taken = ['/pricing/', '/PRICING-us-east-1', '/pricing-111111111111-us-east-1/'];
    expect(hand([gateway('pricing')], taken)).toEqual([
      { path: '/pricing-a1b2c3d4e5/', name: 'Pricing (pricing-a1b2c3d4e5)' },
    ]);
  });

  it('ignore case and the last slash in what is taken', () => {
    expect(hand([runtime('Planner')], ['/PLANNER/'])[0]?.path).toBe('/planner-us-east-1');
  });

  it('pass over the registry’s own routes', () => {
    expect(hand([gateway('health')])[0]?.path).toBe('/health-us-east-1/');
    expect(hand([gateway('metrics')])[0]?.path).toBe('/metrics-us-east-1/');
    expect(hand([gateway('rating')], [], { ...PLAIN, template: '/{account}/{name}/' })[0]?.path).toBe(
      '/111111111111/rating-us-east-1/',
    );
  });

  it('fill the template with account, alias and Region', () => {
    const settings = {
      template: '/{alias}/{region}/{name}',
      registries: REGISTRIES,
      aliases: { '111111111111': 'Team Blue' },
    };
    const given = hand([gateway('pricing'), gateway('pricing', { account: '222222222222' })], [], settings);
    expect(given.map(({ path }) => path)).toEqual([
      '/team-blue/us-east-1/pricing/',
      '/222222222222/us-east-1/pricing/',
    ]);
  });

  it('stay within 63 characters a part, suffix included', () => {
    const long = target(`${'b'.repeat(60)}`, gateway('a'.repeat(48)));
    const [base] = hand([long]);
    expect(base?.path).toBe(`/${'a'.repeat(48)}-${'b'.repeat(14)}/`);
    const [next] = hand([long], [base?.path ?? '']);
    expect(next?.path).toBe(`/${'a'.repeat(48)}-bbbb-us-east-1/`);
    expect(next?.name).toBe(`${'a'.repeat(48)} - ${'b'.repeat(60)} (us-east-1)`);
  });

  it('keep the name within what the schema allows', () => {
    const long = target('b'.repeat(200), gateway('a'.repeat(48)));
    const [given] = hand([long], [hand([long])[0]?.path ?? '']);
    expect(given?.name).toHaveLength(200);
    expect(given?.name).toMatch(/b \(us-east-1\)$/);
  });

  it('of a target fall back to its gateway and id', () => {
    const taken = ['/a-b', '/a-b-us-east-1', '/a-b-111111111111-us-east-1'];
    expect(hand([target('b', gateway('a'))], taken)[0]).toEqual({ path: '/a-t000000001/', name: 'a - b (T000000001)' });
  });

  it('come from the id where the name leaves nothing', () => {
    expect(hand([gateway('pricing', {}, { name: '日本' })])[0]?.path).toBe('/pricing-a1b2c3d4e5/');
  });

  it('leave out who finds nothing free', () => {
    const taken = [
      '/x',
      '/x-us-east-1',
      '/x-111111111111-us-east-1',
      '/x-a1b2c3d4e5',
      '/x-a1b2c3d4e5-111111111111-us-east-1',
    ];
    expect(hand([gateway('x')], taken)).toEqual([]);
  });

  describe('that something else had before', () => {
    const pricing = gateway('pricing');
    const handFormer = (sightings: readonly Sighting[], former: readonly FormerPath[], template = '/{name}/') => {
      const settings = { template, aliases: {}, registries: REGISTRIES, former };
      return [...handOutPaths(sightings.map(request), settings, []).values()].map(({ path }) => path);
    };
    const had = (path: string, by?: Sighting): FormerPath => {
      if (by?.source === undefined) return { path, holder: {} };
      return { path, holder: { key: by.key, identity: identityOfSource(by.key, by.source) } };
    };

    it.each([
      ['another account', gateway('pricing', { account: '222222222222' })],
      ['another Region', gateway('pricing', { region: 'eu-west-1' })],
      ['another kind', runtime('pricing')],
      ['another name', gateway('prices')],
      ['nobody that a scan knows', undefined],
    ])('stay free of a newcomer: %s', (_, by) => {
      expect(handFormer([pricing], [had('/Pricing', by)])).toEqual(['/pricing-us-east-1/']);
    });

    it('come back to the same resource, with its id or a new one', () => {
      const renamed: FormerPath = { path: '/pricing/', holder: { key: pricing.key } };
      expect(handFormer([pricing], [renamed])).toEqual(['/pricing/']);
      expect(handFormer([gateway('pricing', { suffix: 'b1b2c3d4e5' })], [had('/pricing/', pricing)])).toEqual([
        '/pricing/',
      ]);
    });

    it('belong to the last one that had them', () => {
      const other = gateway('prices');
      expect(handFormer([pricing], [had('/pricing/', pricing), had('/pricing/', other)])).toEqual(['/pricing/']);
      expect(handFormer([pricing], [had('/pricing/', other), had('/pricing/', pricing)])).toEqual([
        '/pricing-us-east-1/',
      ]);
    });

    it('lie neither above nor below a new one, unless they were its own', () => {
      const other = gateway('prices');
      const nested = '/team/{name}/';
      expect(handFormer([pricing], [had('/team/pricing/mcp/', other)], nested)).toEqual(['/team/pricing-us-east-1/']);
      expect(handFormer([pricing], [had('/team/', other)], nested)).toEqual([]);
      expect(handFormer([pricing], [had('/team/', pricing), had('/team/pricing/prod/', pricing)], nested)).toEqual([
        '/team/pricing/',
      ]);
    });

    it('by a target of that name of another gateway too', () => {
      const [one, two] = [target('orders', pricing), target('orders', gateway('prices'))];
      expect(handFormer([two], [had('/prices-orders/', one)])).toEqual(['/prices-orders-us-east-1/']);
    });
  });
});
