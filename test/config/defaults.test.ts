import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSettings } from '../../src/config/build-settings.ts';
import { createDefaults, type EntryDefaults } from '../../src/config/defaults.ts';
import { parseConfiguration } from '../../src/config/load.ts';
import type { OptionValues } from '../../src/config/options/options.ts';
import { type EntryFacts, fillText } from '../../src/config/placeholders.ts';

const PRICING: EntryFacts = {
  kind: 'gateway',
  name: 'pricing',
  account: '111111111111',
  region: 'us-east-1',
  ou: 'o-aaaaaaaaaa/r-root/ou-root-retail01/ou-root-prices01',
  alias: 'retail',
};
const MANUAL: EntryFacts = { kind: 'server', name: 'By hand' };

/** Settings and problems of a configuration that holds these lines from its second on. */
const read = (text: string, values: OptionValues = {}) => {
  const file = parseConfiguration('agentcore-sync.yaml', `owner: platform\n${text}`);
  const built = buildSettings({ command: 'show', values, origins: {}, ...file });
  return { ...built, problems: [...file.problems, ...built.problems] };
};
const told = (text: string): readonly string[] =>
  read(text).problems.map(
    ({ rule, place, text: said }) => `${place?.file}:${place?.line}:${place?.column} ${rule} ${said}`,
  );
const defaultsOf = (text: string, facts: EntryFacts = PRICING, values: OptionValues = {}): EntryDefaults => {
  const { settings, problems } = read(text, values);
  expect(problems).toEqual([]);
  return createDefaults(settings.defaults)(facts);
};

describe('rows are merged in order', () => {
  const rows = `defaults:
  - { visibility: internal, tags: [agentcore], owners: ["@acme/platform"], license: MIT }
  - match: { account: "1111*", kind: [gateway, target] }
    tags: [retail, agentcore]
    visibility: group-restricted
    groups: [shops]
  - { match: { ou: ou-root-prices01 }, groups: [prices], owners: [alice], license: Apache-2.0 }
  - { match: { account: "2222*" }, visibility: public, tags: [never] }
`;

  it('joins tags, groups and owners; of the rest the last row that matches decides, and is known by its line', () => {
    const line = (at: number) => expect.objectContaining({ file: 'agentcore-sync.yaml', line: at });
    expect(defaultsOf(rows)).toMatchObject({
      visibility: { value: 'group-restricted', by: [line(4)] },
      tags: { value: ['agentcore', 'retail'], by: [line(3), line(4)] },
      groups: { value: ['shops', 'prices'], by: [line(4), line(8)] },
      owners: { value: ['@acme/platform', 'alice'], by: [line(3), line(8)] },
      license: { value: 'Apache-2.0', by: [line(8)] },
      enabled: { value: true, by: [], own: true },
    });
  });

  it('lets a flag come last', () => {
    expect(defaultsOf(rows, PRICING, { visibility: 'public' }).visibility).toEqual({ value: 'public', by: [] });
  });

  it('gives manual entries only what goes by no account, unit or Region', () => {
    expect(defaultsOf(rows, MANUAL)).toMatchObject({
      visibility: { value: 'internal' },
      tags: { value: ['agentcore'] },
      groups: { value: [], own: true },
    });
  });

  it('takes one object as one row', () => {
    expect(defaultsOf('defaults: { visibility: public, tags: [a] }\n')).toEqual(
      defaultsOf('defaults: [{ visibility: public, tags: [a] }]\n') &&
        expect.objectContaining({
          visibility: { value: 'public', by: [expect.objectContaining({ line: 2 })] },
        }),
    );
  });

  it.each([
    ['ou: "ou-root-retail01"', true],
    ['ou: "o-*/ou-root-prices01"', true],
    ['ou: "ou-root-other*"', false],
    ['region: "us-*"', true],
    ['region: "eu-*"', false],
    ['account: ["222222222222", "111111111111"]', true],
    ['account: "1111*", region: "eu-*"', false],
    ['name: "pri*"', true],
  ])('match { %s }: %s', (match, matches) => {
    const { tags } = defaultsOf(`defaults: [{ match: { ${match} }, tags: [met] }]\n`);
    expect(tags.value).toEqual(matches ? ['met'] : []);
  });

  it('says where the unit decides and is not known', () => {
    const { ou: _, ...without } = PRICING;
    const byUnit = 'defaults: [{ match: { ou: "ou-*", region: "us-*" }, visibility: group-restricted }]\n';
    expect(defaultsOf(byUnit, without).unitUnknown).toBe(true);
    expect(defaultsOf(byUnit, PRICING).unitUnknown).toBeUndefined();
    expect(defaultsOf(byUnit, { ...without, region: 'eu-west-1' }).unitUnknown).toBeUndefined();
    expect(defaultsOf(byUnit, MANUAL).unitUnknown).toBeUndefined();
  });
});

describe('what a row may not say', () => {
  it.each([
    'visibility: public',
    'groups: [g]',
    'owners: [alice]',
    'register: false',
    'credential: { from: caller }',
    'requireLock: true',
    'onToolChange: report',
  ])('by name: %s', (value) => {
    const [key] = value.split(':');
    expect(told(`defaults:\n  - match: { name: "x*" }\n    ${value}\n`)).toEqual([
      expect.stringContaining(
        `agentcore-sync.yaml:4:5 defaults-by-name A row of defaults with match.name gives ${key}`,
      ),
    ]);
  });

  it('a placeholder that stands for nothing, each at its place', () => {
    expect(told('defaults:\n  - tags: [ok, "team:{acount}"]\n    license: "{}"\n')).toEqual([
      'agentcore-sync.yaml:3:16 placeholder-unknown A text of defaults has the placeholder {acount}, which stands for nothing.',
      'agentcore-sync.yaml:4:5 placeholder-unknown A text of defaults has the placeholder {}, which stands for nothing.',
    ]);
  });

  it('a key that no row has, in the row, whether it is one or one of many', () => {
    expect(told('defaults:\n  tgas: [a]\n')).toEqual([
      expect.stringContaining('agentcore-sync.yaml:3:3 configuration-schema The key "tgas" is not known in defaults'),
    ]);
    expect(told('defaults:\n  - tags: [a]\n  - match: { acount: "1" }\n')).toEqual([
      expect.stringContaining(
        'agentcore-sync.yaml:4:14 configuration-schema The key "acount" is not known in defaults[1].match',
      ),
    ]);
    expect(told('defaults: none\n')).toEqual([expect.stringContaining('2:1 configuration-schema defaults: expected')]);
    expect(told('defaults:\n')).toEqual([expect.stringContaining('2:1 configuration-schema defaults: expected')]);
  });
});

describe('placeholders', () => {
  it('stand for account, alias, Region and name in tags and texts', () => {
    const text = `defaults:
  tags: ["team:{alias}", "{account}/{region}", plain]
  description: "{name} of {alias}"
  license: "{alias} only"
  provider: { organization: "{alias}", url: "https://example.com" }
`;
    expect(defaultsOf(text)).toMatchObject({
      tags: { value: ['team:retail', '111111111111/us-east-1', 'plain'] },
      description: { value: 'pricing of retail' },
      license: { value: 'retail only' },
      provider: { value: { organization: 'retail', url: 'https://example.com' } },
    });
    const { alias: _, ...without } = PRICING;
    expect(defaultsOf(text, without).tags.value[0]).toBe('team:111111111111');
    const manual = defaultsOf(text, MANUAL);
    expect(manual.tags.value).toEqual(['plain']);
    expect(manual).not.toHaveProperty('license');
    expect(manual).not.toHaveProperty('provider');
  });

  it('bring no text of a stranger that could be more than a word', () => {
    const name = 'x,y"]\n::set-output {account} <img> @all‮ `rm` |';
    expect(fillText('n:{name}', { ...PRICING, name }, 64)).toBe('n:x-y-set-output -account- -img- @all- -rm- -');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (stranger) => {
        const filled = fillText('n:{name}', { ...PRICING, name: stranger }, 64) ?? '';
        expect([...filled].length).toBeLessThanOrEqual(64);
        expect(filled).toMatch(/^n:[\p{L}\p{N} ._@+-]*$/u);
      }),
    );
  });
});
