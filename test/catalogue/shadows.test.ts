import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEntries } from '../../src/catalogue/entries.ts';
import { shadowPairs } from '../../src/catalogue/shadows.ts';
import { validateCatalogue } from '../../src/catalogue/validate.ts';
import type { Tree } from '../../src/model/catalogue.ts';
import { shadows } from '../../src/registries/mcp-gateway-registry/shadows.ts';
import { anyPublicHost, gateway, REGISTRIES, runtime, scanInto, scanOf, textOf } from './world.ts';

describe('one path below another', () => {
  it.each([
    ['/pricing/', '/pricing/mcp/', true],
    ['/pricing/', '/Pricing/mcp', true],
    ['/pricing', '/pricing/mcp/', true],
    // Without its slash a path also catches what only begins alike.
    ['/pricing', '/pricing-tools/', true],
    ['/pricing/', '/pricing-tools/', false],
    ['/pricing/', '/pricing', false],
    ['/pricing/mcp/', '/pricing/', false],
    ['/', '/pricing/', false],
  ])('%s above %s: %s', (upper, lower, expected) => {
    expect(shadows(upper, lower)).toBe(expected);
  });

  it('is found among many as by comparing each with each', () => {
    const part = fc.constantFrom('a', 'aa', 'b', 'A', 'a-b');
    const path = fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.boolean())
      .map(([parts, slash]) => ({ path: `/${parts.join('/')}${slash ? '/' : ''}` }));
    fc.assert(
      fc.property(fc.uniqueArray(path, { selector: (one) => one.path, maxLength: 12 }), (items) => {
        const spelled = (upper: string, lower: string): string => `${upper} above ${lower}`;
        const each = items.flatMap((upper) =>
          items.filter((lower) => shadows(upper.path, lower.path)).map((lower) => spelled(upper.path, lower.path)),
        );
        const found = shadowPairs(items, shadows).map(({ upper, lower }) => spelled(upper.path, lower.path));
        expect(found.toSorted()).toEqual(each.toSorted());
      }),
    );
  });

  it('is looked for in time that grows with the paths', () => {
    let asked = 0;
    const items = Array.from({ length: 20_000 }, (_, at) => ({ path: `/team-${at % 100}/server-${at}/` }));
    shadowPairs(items, (upper, lower) => {
      asked += 1;
      return shadows(upper, lower);
    });
    expect(asked).toBeLessThan(100_000);
  });
});

const server = (path: string, more = '') =>
  `kind: server\nregistration: { path: ${path}, name: A, url: "https://a.example${path}mcp"${more} }\n`;
const agent = (path: string) => `kind: agent\nregistration: { path: ${path}, name: A, url: "https://a.example/" }\n`;

const told = (tree: Tree, base?: Tree, renames: ReadonlyMap<string, string> = new Map()): readonly string[] =>
  validateCatalogue(tree, {
    directory: 'servers',
    dnsSuffix: () => 'amazonaws.com',
    hosts: anyPublicHost,
    registries: REGISTRIES,
    ...(base === undefined
      ? {}
      : { standing: { entries: loadEntries(base, { directory: '', registries: REGISTRIES }).entries, renames } }),
  }).problems.map(({ rule, severity, place }) => `${severity} ${rule} ${place?.file}:${place?.line}`);

describe('a catalogue', () => {
  const upper: readonly [string, string] = ['manual/upper.yaml', server('/pricing/')];
  const lower: readonly [string, string] = ['manual/lower.yaml', server('/pricing/mcp/')];
  const both = new Map([upper, lower]);

  it('has no server below another, unless both stood so', () => {
    expect(told(both)).toEqual(['error path-shadowed servers/manual/lower.yaml:2']);
    expect(told(both, new Map([upper]))).toEqual(['error path-shadowed servers/manual/lower.yaml:2']);
    expect(told(both, new Map([lower]))).toEqual(['error path-shadowed servers/manual/upper.yaml:2']);
    expect(told(both, new Map())).toEqual(['error path-shadowed servers/manual/lower.yaml:2']);
    expect(told(both, both)).toEqual(['warning path-shadowed servers/manual/lower.yaml:2']);
  });

  it('takes what has another path, is not registered, or came under another file’s name, for new', () => {
    const moved = new Map([upper, ['manual/lower.yaml', server('/pricing/other/')] as const]);
    expect(told(both, moved)).toEqual(['error path-shadowed servers/manual/lower.yaml:2']);
    const off = new Map([upper, ['manual/lower.yaml', server('/pricing/mcp/', ', register: false')] as const]);
    expect(told(off)).toEqual([]);
    expect(told(both, off)).toEqual(['error path-shadowed servers/manual/lower.yaml:2']);
    const other = new Map([upper, ['manual/other.yaml', server('/pricing/mcp/')] as const]);
    expect(told(both, other)).toEqual(['error path-shadowed servers/manual/lower.yaml:2']);
    const renames = new Map([['manual/other.yaml', 'manual/lower.yaml']]);
    expect(told(both, other, renames)).toEqual(['warning path-shadowed servers/manual/lower.yaml:2']);
  });

  it('may have agents anywhere, and an entry’s own endpoints below it', () => {
    expect(told(new Map([upper, ['manual/agent.yaml', agent('/pricing/agent')]]))).toEqual([]);
    const mcp = runtime('planner', {}, { protocol: 'MCP', endpoints: [{ name: 'prod', status: 'READY' }] as never });
    const { tree } = scanInto(new Map(), scanOf([mcp]));
    const [file = ''] = tree.keys();
    const text = `${textOf(tree, file)}  endpoints:\n    prod: { path: /planner/prod/ }\n`;
    expect(told(new Map([[file, text]]))).toEqual([]);
    expect(
      told(
        new Map([
          [file, text],
          ['manual/a.yaml', server('/planner/prod/x/')],
        ]),
      ),
    ).toHaveLength(2);
  });
});

describe('a scan', () => {
  it('gives no server a path below or above another one’s', () => {
    const manual: readonly [string, string][] = [
      ['manual/below.yaml', server('/pricing/mcp/')],
      ['manual/above.yaml', server('/desk/')],
    ];
    const run = scanInto(new Map(manual), scanOf([gateway('pricing'), runtime('planner')]));
    const { tree } = run;
    expect(told(tree)).toEqual([]);
    expect([...tree.values()].join('')).toContain('path: /pricing-us-east-1/\n');
    const nested = { paths: { template: '/desk/{name}/', aliases: {} } };
    expect(scanInto(new Map(manual), scanOf([gateway('pricing')]), nested).problems.map(({ rule }) => rule)).toEqual([
      'path-taken',
    ]);
  });

  it('never writes what validate would refuse', () => {
    const names = fc.constantFrom('pricing', 'desk', 'a', 'a b');
    const templates = fc.constantFrom('/{name}/', '/{name}/{region}/', '/desk/{name}/', '/{alias}/{name}/');
    const manual = fc.constantFrom('/pricing/', '/pricing/mcp/', '/desk/', '/desk/a/b/', '/a/');
    fc.assert(
      fc.property(fc.uniqueArray(names), templates, fc.option(manual), (found, template, path) => {
        const base: Tree = path === null ? new Map() : new Map([['manual/a.yaml', server(path)]]);
        const paths = { template, aliases: { '111111111111': 'desk' } };
        const { tree } = scanInto(base, scanOf(found.map((name) => gateway(name))), { paths });
        expect(told(tree)).toEqual([]);
      }),
    );
  });
});
