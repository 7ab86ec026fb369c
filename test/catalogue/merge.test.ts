import { describe, expect, it } from 'vitest';
import { loadEntries } from '../../src/catalogue/entries.ts';
import { gateway, pending, REGISTRIES, runtime, scanInto, scanOf, target, textOf } from './world.ts';

const PRICING = '111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml';
const EMPTY = new Map<string, string>();

describe('a first scan', () => {
  it('writes a gateway in block style, with fixed keys, sorted lists, quoted account and its path', () => {
    const { tree } = scanInto(EMPTY, scanOf([gateway('pricing-tools')]));
    expect(textOf(tree, PRICING)).toBe(
      [
        'kind: gateway',
        'source: # from AWS; rewritten by every scan',
        '  account: "111111111111"',
        '  region: us-east-1',
        '  arn: arn:aws:bedrock-agentcore:us-east-1:111111111111:gateway/pricing-tools-a1b2c3d4e5',
        '  name: pricing-tools',
        '  description: Price lookups',
        '  url: https://pricing-tools-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp',
        '  authorizer:',
        '    type: CUSTOM_JWT',
        '    discoveryUrl: https://issuer.example/.well-known/openid-configuration',
        '    allowedClients:',
        '      - abc',
        '      - xyz',
        '  targets:',
        '    - id: 1XK2P0QJ4M',
        '      name: prices',
        '    - id: 7XK2P0QJ4M',
        '      name: orders',
        '      type: LAMBDA',
        'registration: # yours; written once, never rewritten',
        '  path: /pricing-tools/',
        '',
      ].join('\n'),
    );
  });

  it('gives servers a path with a last slash, agents one without, targets their gateway in front', () => {
    const owner = gateway('pricing');
    const sightings = [
      owner,
      target('Live Orders', owner),
      runtime('planner'),
      runtime('files', {}, { protocol: 'MCP' }),
    ];
    const { tree, counts } = scanInto(EMPTY, scanOf(sightings));
    const paths = loadEntries(tree, { directory: 'servers', registries: REGISTRIES }).entries.map(
      ({ value }) => value.registration.path,
    );
    expect(paths.toSorted()).toEqual(['/files/', '/planner', '/pricing-live-orders/', '/pricing/']);
    expect(counts).toMatchObject({ created: 4, seen: 4 });
  });

  it('writes no file before a resource is READY', () => {
    expect(scanInto(EMPTY, scanOf([pending(gateway('pricing'))])).changes).toEqual([]);
  });

  it('writes files that fit the schema whatever the names and descriptions hold', () => {
    const nasty = 'a: b #c \u202e\u0007 |`@team <img> ::set-env %0A\n---\n"quoted" \\ 😀 \u{e0041} é ';
    const { tree } = scanInto(EMPTY, scanOf([gateway('pricing', {}, { description: nasty })]));
    const { entries, problems } = loadEntries(tree, { directory: 'servers', registries: REGISTRIES });
    expect(problems).toEqual([]);
    expect(entries[0]?.value).toMatchObject({ source: { description: nasty } });
  });

  it('gives an id that can be no file name no file, and says so', () => {
    const odd = gateway('pricing');
    const { changes, problems, counts } = scanInto(
      EMPTY,
      scanOf([{ ...odd, key: { kind: 'gateway', account: '111111111111', region: 'us-east-1', id: '../../x' } }]),
    );
    expect(changes).toEqual([]);
    expect(counts.held).toBe(1);
    expect(problems).toMatchObject([{ rule: 'resource-id-unsafe', severity: 'error' }]);
  });
});

describe('states', () => {
  const first = scanInto(EMPTY, scanOf([gateway('pricing'), gateway('stock')])).tree;

  it('keeps what was not seen and is not known to be gone', () => {
    const { changes, counts } = scanInto(first, scanOf([gateway('pricing')]));
    expect(changes).toEqual([]);
    expect(counts).toMatchObject({ seen: 1, unknown: 1, unchanged: 1 });
  });

  it('deletes what is gone', () => {
    const { changes, counts } = scanInto(first, scanOf([gateway('pricing')], [gateway('stock').key]));
    expect(changes).toMatchObject([
      { action: 'delete', path: '111111111111/us-east-1/gateways/stock-a1b2c3d4e5.yaml' },
    ]);
    expect(counts).toMatchObject({ gone: 1, removed: 1 });
  });

  it('keeps the file of a resource that left READY', () => {
    const { changes, counts } = scanInto(first, scanOf([pending(gateway('pricing')), gateway('stock')]));
    expect(changes).toEqual([]);
    expect(counts).toMatchObject({ seen: 2 });
  });

  it('counts what is out of scope, and removes it only with prune', () => {
    const scan = scanOf([gateway('pricing')], [], { outOfScope: [gateway('stock').key] });
    expect(scanInto(first, scan)).toMatchObject({ changes: [], counts: { 'out-of-scope': 1, removed: 0 } });
    const pruned = scanInto(first, scan, { prune: true });
    expect(pruned.changes.map(({ action, path }) => `${action} ${path}`)).toEqual([
      'delete 111111111111/us-east-1/gateways/stock-a1b2c3d4e5.yaml',
    ]);
  });

  it('prune removes nothing that is gone in another way than any scan would', () => {
    const { changes } = scanInto(first, scanOf([gateway('pricing')]), { prune: true });
    expect(changes).toEqual([]);
  });

  it('updates only source when a resource changed, and keeps comments and people’s block', () => {
    const edited = new Map(first);
    const path = '111111111111/us-east-1/gateways/pricing-a1b2c3d4e5.yaml';
    edited.set(path, `# team pricing\n${textOf(first, path)}  description: Ours   # keep\n`);
    const { tree, counts } = scanInto(
      edited,
      scanOf([gateway('pricing', {}, { description: 'New words' }), gateway('stock')]),
    );
    expect(counts).toMatchObject({ updated: 1, unchanged: 1 });
    expect(textOf(tree, path)).toBe(textOf(edited, path).replace('Price lookups', 'New words'));
  });

  it('finds equal data whatever the style it is written in', () => {
    const path = '111111111111/us-east-1/gateways/pricing-a1b2c3d4e5.yaml';
    const edited = new Map(first);
    edited.set(
      path,
      textOf(first, path).replace('allowedClients:\n      - abc\n      - xyz', 'allowedClients: [\'xyz\', "abc"]'),
    );
    expect(scanInto(edited, scanOf([gateway('pricing'), gateway('stock')])).changes).toEqual([]);
  });

  it('never touches a file that can’t be read, nor takes it for absent', () => {
    const broken = new Map(first);
    broken.set('111111111111/us-east-1/gateways/pricing-a1b2c3d4e5.yaml', 'kind: [gateway\n');
    const seen = scanInto(broken, scanOf([gateway('pricing'), gateway('stock')]));
    expect(seen.changes).toEqual([]);
    expect(seen.counts.held).toBe(1);
    expect(seen.problems).toMatchObject([{ rule: 'file-syntax', place: { line: 2 } }]);
    const lost = scanInto(broken, scanOf([gateway('stock')], [gateway('pricing').key]));
    expect(lost.changes).toEqual([]);
  });

  it('writes nothing where a link or a folder could not be read', () => {
    const refused = new Set(['111111111111/us-east-1/gateways']);
    const { changes, counts } = scanInto(EMPTY, scanOf([gateway('pricing'), runtime('planner')]), { refused });
    expect(changes.map(({ path }) => path)).toEqual(['111111111111/us-east-1/runtimes/planner-A1B2C3D4E5.yaml']);
    expect(counts.held).toBe(1);
  });

  it('rewrites source in a file whose other parts don’t fit the schema', () => {
    const path = '111111111111/us-east-1/gateways/pricing-a1b2c3d4e5.yaml';
    const edited = new Map([[path, `kind: gateway\nsource:\nregistration:\n  pathh: /x/ # typo\n`]]);
    const { tree } = scanInto(edited, scanOf([gateway('pricing')]));
    expect(textOf(tree, path)).toContain('  name: pricing\n');
    expect(textOf(tree, path)).toContain('registration:\n  pathh: /x/ # typo\n');
  });

  it('keeps endpoints that this scan did not ask for', () => {
    const endpoints = [{ name: 'prod' }, { name: 'beta', description: 'next' }];
    const with_ = scanInto(EMPTY, scanOf([runtime('planner', {}, { endpoints })])).tree;
    expect(scanInto(with_, scanOf([runtime('planner')])).changes).toEqual([]);
    const turned = new Map(
      [...with_].map(([path, text]) => [path, text.replace(/( {4}- name: beta\n.*\n)( {4}- name: prod\n)/, '$2$1')]),
    );
    expect(turned).not.toEqual(with_);
    expect(scanInto(turned, scanOf([runtime('planner')])).changes).toEqual([]);
    const broken = new Map([...with_].map(([path, text]) => [path, `${text}  nonsense: 1\n`]));
    const other = scanInto(broken, scanOf([runtime('planner', {}, { description: 'New' })]));
    expect([...other.tree.values()].join('')).toContain('- name: beta');
    const none = scanInto(with_, scanOf([runtime('planner', {}, { endpoints: [] })]));
    expect(none.counts.updated).toBe(1);
    expect([...none.tree.values()].join('')).not.toContain('endpoints');
  });

  it('holds back what an account brings above the limit after its first scan', () => {
    const flood = ['a', 'b', 'c'].map((name) => gateway(name));
    const known = [gateway('pricing'), gateway('stock')];
    expect(scanInto(EMPTY, scanOf(flood), { newLimit: 2 }).counts.created).toBe(3);
    const later = scanInto(first, scanOf([...known, ...flood]), { newLimit: 2 });
    expect(later.changes).toEqual([]);
    expect(later.counts.held).toBe(3);
    expect(later.problems).toMatchObject([
      { rule: 'limit-new', subject: '111111111111', about: { account: '111111111111' } },
    ]);
    expect(scanInto(first, scanOf([...known, ...flood]), { newLimit: 3 }).counts.created).toBe(3);
  });
});

describe('replacement', () => {
  it('takes the name that its new id gives from what is created in the same run', () => {
    const [before, after] = [
      runtime('planner', { suffix: 'cccccccccc' }),
      runtime('planner', { suffix: 'aaaaaaaaaa' }),
    ];
    const other = runtime('Planner', { suffix: 'aaaaaaaaaa' });
    const { tree } = scanInto(new Map(), scanOf([before]));
    for (const found of [
      [after, other],
      [other, after],
    ]) {
      const merged = scanInto(tree, scanOf(found, [before.key]));
      expect([...merged.tree.keys()]).toEqual(['111111111111/us-east-1/runtimes/planner-aaaaaaaaaa.yaml']);
      expect(merged.counts).toMatchObject({ replaced: 1, created: 0, held: 1 });
      expect(merged.problems.map(({ rule, text }) => `${rule} ${text}`)).toEqual([
        "resource-id-unsafe Its id differs from another one's by case alone, so it gets no file.",
      ]);
    }
  });

  const old = gateway('pricing');
  const again = gateway('pricing', { suffix: 'zzzzzzzzzz' });
  const first = scanInto(EMPTY, scanOf([old])).tree;
  const path = '111111111111/us-east-1/gateways/pricing-a1b2c3d4e5.yaml';
  const edited = new Map([[path, `${textOf(first, path)}  tags: [ours]   # keep\n`]]);

  it('renames the file, replaces source, and keeps people’s block byte for byte', () => {
    const { changes, counts, tree } = scanInto(edited, scanOf([again], [old.key]));
    expect(changes).toMatchObject([
      { action: 'replace', from: path, path: '111111111111/us-east-1/gateways/pricing-zzzzzzzzzz.yaml' },
    ]);
    expect(counts).toMatchObject({ gone: 1, replaced: 1, removed: 0, created: 0 });
    const text = textOf(tree, '111111111111/us-east-1/gateways/pricing-zzzzzzzzzz.yaml');
    expect(text).toBe(textOf(edited, path).replaceAll('a1b2c3d4e5', 'zzzzzzzzzz'));
  });

  it('waits while the new one is not READY', () => {
    const { changes, counts } = scanInto(edited, scanOf([pending(again)], [old.key]));
    expect(changes).toEqual([]);
    expect(counts.held).toBe(1);
  });

  it('is none when two of the name were found', () => {
    const second = gateway('pricing', { suffix: 'yyyyyyyyyy' });
    const { changes } = scanInto(edited, scanOf([again, second], [old.key]));
    expect(changes.map(({ action }) => action)).toEqual(['delete', 'create', 'create']);
  });

  it('is none when two of the name were lost', () => {
    const second = gateway('pricing', { suffix: 'yyyyyyyyyy' });
    const both = scanInto(EMPTY, scanOf([old, second])).tree;
    const { changes } = scanInto(both, scanOf([again], [old.key, second.key]));
    expect(changes.map(({ action }) => action).toSorted()).toEqual(['create', 'delete', 'delete']);
  });

  it('waits for a scan that looks at everything', () => {
    const narrowed = scanOf([again], [old.key]);
    const listings = narrowed.listings.map((listing) => ({ ...listing, state: 'narrowed' as const }));
    const { changes, counts } = scanInto(edited, { ...narrowed, listings });
    expect(changes).toEqual([]);
    expect(counts).toMatchObject({ held: 1, seen: 1 });
  });

  it('does not give the path of the lost one to a new one in the same run', () => {
    const other = gateway('Pricing', { suffix: 'zzzzzzzzzz' });
    const { tree } = scanInto(edited, scanOf([other], [old.key]));
    expect([...tree.values()].join('')).toContain('path: /pricing-us-east-1/');
  });

  it('matches targets by the name within their gateway', () => {
    const orders = [target('orders', old), target('orders', gateway('stock'))];
    const both = scanInto(EMPTY, scanOf(orders)).tree;
    const renewed = [target('orders', again), target('orders', gateway('stock', { suffix: 'zzzzzzzzzz' }))];
    const { counts } = scanInto(
      both,
      scanOf(
        renewed,
        orders.map(({ key }) => key),
      ),
    );
    expect(counts).toMatchObject({ replaced: 2, created: 0, removed: 0 });
  });
});
