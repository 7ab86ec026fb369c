import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyChanges, treeChanges } from '../../src/catalogue/change-risk.ts';
import { ENTRY_MERGE } from '../../src/catalogue/entry-merge.ts';
import { isEntryPath, knownKeys, locationOf, pathOf } from '../../src/catalogue/layout.ts';
import { validateCatalogue } from '../../src/catalogue/validate.ts';
import { carryOver, type PeopleEdits } from '../../src/forge/github/branch.ts';
import { manualFile } from '../../src/importing/manual-entry.ts';
import type { Tree } from '../../src/model/catalogue.ts';
import type { Listed } from '../../src/model/registry.ts';
import { keyText, type ScanResult, type Sighting } from '../../src/model/resource.ts';
import { requestBody, requestCounts } from '../../src/report/request-body.ts';
import { anyPublicHost, gateway, REGISTRIES, runtime, scanInto, scanOf, target, textOf } from './world.ts';

const NOTHING: Tree = new Map();
const LOCK = 'tools: [] # kept, byte for byte\r\n';

const lockOf = (path: string, endpoint?: string): string =>
  path.replace(/\.(yaml|yml|json)$/, `${endpoint === undefined ? '' : `.${endpoint}`}.tools.lock.yaml`);

const withLocks = (tree: Tree, paths: Iterable<string> = tree.keys()): Tree =>
  new Map([...tree, ...[...paths].map((path): [string, string] => [lockOf(path), `${LOCK}# of ${path}\n`])]);

const rulesIn = (tree: Tree, refused?: ReadonlySet<string>) =>
  validateCatalogue(tree, {
    directory: 'servers',
    dnsSuffix: () => 'amazonaws.com',
    hosts: anyPublicHost,
    registries: REGISTRIES,
    ...(refused === undefined ? {} : { refused }),
  }).problems.map(({ rule, place }) => `${rule} ${place?.file}`);

const pricing = gateway('pricing');
const next = gateway('pricing', { suffix: 'zzzzzzzzzz' });
const [path, nextPath] = [pathOf(pricing.key), pathOf(next.key)];
const planner = runtime('planner', {}, { endpoints: [{ name: 'prod', status: 'READY' }] as never });

describe('where a tool lock lies', () => {
  it('is beside its entry, and nothing else is read there', () => {
    const folder = '111111111111/us-east-1';
    expect(locationOf(`${folder}/gateways/a.tools.lock.yaml`)).toEqual({
      type: 'lock',
      stem: `${folder}/gateways/a`,
      account: '111111111111',
      region: 'us-east-1',
    });
    expect(locationOf(`${folder}/runtimes/a.prod.tools.lock.yaml`)).toMatchObject({
      stem: `${folder}/runtimes/a.prod`,
      endpoint: { stem: `${folder}/runtimes/a`, name: 'prod' },
    });
    expect(locationOf(`${folder}/targets/g/t.tools.lock.yaml`)).toMatchObject({ type: 'lock' });
    expect(locationOf('manual/team/a.tools.lock.yaml')).toEqual({ type: 'lock', stem: 'manual/team/a' });
    for (const other of [
      'a.tools.lock.yaml',
      'manual/a.tools.lock.json',
      'manual/a.Tools.Lock.yaml',
      'manual/a.tools.lock.yml',
    ])
      expect(locationOf(other), other).toEqual({ type: 'nowhere' });
    expect(locationOf('manual/tools.lock.yaml')).toEqual({ type: 'manual' });
  });

  it('is asked for in AWS by no scan', () => {
    expect(knownKeys([path, lockOf(path), lockOf(path, 'prod')])).toEqual([pricing.key]);
  });

  it('is no name that an id can give an entry', () => {
    const ids = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('x.tools.lock', 'x.TOOLS.lock', '.tools.lock', 'x.tools.lock.tools.lock'),
    );
    fc.assert(
      fc.property(ids, (id) => {
        const odd = { ...pricing, key: { ...pricing.key, id } };
        const { tree } = scanInto(NOTHING, scanOf([odd as Sighting]));
        for (const file of tree.keys()) expect(isEntryPath(file)).toBe(true);
        expect([...tree.keys()].filter((file) => locationOf(file).type !== 'scanned')).toEqual([]);
      }),
    );
    const locked = { ...pricing, key: { ...pricing.key, id: 'x.tools.lock' } } as Sighting;
    expect(scanInto(NOTHING, scanOf([locked])).problems).toMatchObject([{ rule: 'resource-id-unsafe' }]);
    const { tree } = scanInto(NOTHING, scanOf([pricing]));
    const renamed = scanInto(tree, scanOf([locked], [pricing.key]));
    expect(renamed.changes).toEqual([]);
    expect(renamed.problems).toMatchObject([{ rule: 'file-syntax' }]);
  });

  it('is never written by an import', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\/[A-Za-z0-9._-]{1,20}){1,3}\/?$/), (registered) => {
        const location = locationOf(manualFile({ type: 'server', path: registered } as Listed));
        expect(['lock', 'accounts']).not.toContain(location.type);
      }),
    );
    expect(manualFile({ type: 'server', path: '/x.tools.lock' } as Listed)).toBe('manual/xtoolslock.yaml');
  });
});

describe('validate', () => {
  const tree = scanInto(NOTHING, scanOf([pricing, planner])).tree;

  it('takes a lock beside its entry, whatever the extension of the entry', () => {
    expect(rulesIn(withLocks(tree))).toEqual([]);
    const json = JSON.stringify({
      kind: 'server',
      registration: { path: '/a/', name: 'A', url: 'https://a.example.com/mcp' },
    });
    expect(rulesIn(withLocks(new Map([['manual/a.json', json]])))).toEqual([]);
  });

  it('tells a lock without its entry, or without the endpoint that it is of', () => {
    const alone = withLocks(NOTHING, [path, 'manual/a.yaml']);
    expect(rulesIn(alone)).toEqual([
      `lock-orphan servers/${lockOf(path)}`,
      'lock-orphan servers/manual/a.tools.lock.yaml',
    ]);
    const file = pathOf(planner.key);
    const endpoints = new Map([...tree, [lockOf(file, 'prod'), LOCK]]);
    expect(rulesIn(endpoints)).toEqual([`lock-orphan servers/${lockOf(file, 'prod')}`]);
    const registered = `${textOf(tree, file)}  endpoints:\n    prod: { path: /planner-prod }\n`;
    expect(rulesIn(new Map([...endpoints, [file, registered]]))).toEqual([]);
  });

  it('calls no lock orphaned whose entry is there and cannot be read', () => {
    expect(rulesIn(withLocks(new Map([[path, 'kind: [']])))).toEqual([`file-syntax servers/${path}`]);
    expect(rulesIn(withLocks(NOTHING, [path]), new Set([path]))).toEqual([]);
  });
});

describe('a scan', () => {
  const tree = withLocks(scanInto(NOTHING, scanOf([pricing, planner])).tree);

  it('moves a lock with the entry that has a new id, byte for byte', () => {
    const { tree: after, changes } = scanInto(tree, scanOf([next, planner], [pricing.key]));
    expect(changes.map(({ action }) => action)).toEqual(['replace', 'replace']);
    expect(after.get(lockOf(nextPath))).toBe(tree.get(lockOf(path)));
    expect(after.has(lockOf(path))).toBe(false);
  });

  it('moves the locks of endpoints too, and puts its own in place of one that belonged to nothing', () => {
    const moved = runtime('planner', { suffix: 'Z1B2C3D4E5' });
    const [from, to] = [pathOf(planner.key), pathOf(moved.key)];
    const files = new Map([...tree, [lockOf(from, 'prod'), 'prod'], [lockOf(to), 'stray']]);
    const { tree: after } = scanInto(files, scanOf([pricing, moved], [planner.key]));
    expect(after.get(lockOf(to, 'prod'))).toBe('prod');
    expect(after.get(lockOf(to))).toBe(tree.get(lockOf(from)));
    expect([...after.keys()].filter((file) => file.startsWith(from.replace('.yaml', '')))).toEqual([]);
  });

  it('removes a lock with its entry, gone or pruned, and with nothing else', () => {
    const gone = scanInto(tree, scanOf([planner], [pricing.key]));
    expect(gone.changes.map(({ path: file }) => file)).toEqual([lockOf(path), path]);
    const outside = scanOf([planner], [], { outOfScope: [pricing.key] });
    expect(scanInto(tree, outside).changes).toEqual([]);
    expect(scanInto(tree, outside, { prune: true }).changes.map(({ path: file }) => file)).toEqual([
      lockOf(path),
      path,
    ]);
    const orphan = new Map([...tree].filter(([file]) => file !== path));
    expect(scanInto(orphan, scanOf([planner], [pricing.key])).changes).toEqual([]);
  });

  it('keeps the lock while another file of the entry stays, or what lies there cannot be read', () => {
    const twin = path.replace('.yaml', '.json');
    const twins = new Map([...tree, [twin, '{']]);
    expect(scanInto(twins, scanOf([planner], [pricing.key])).changes).toMatchObject([{ action: 'delete', path }]);
    const refused = new Set([lockOf(nextPath)]);
    const { tree: after } = scanInto(tree, scanOf([next, planner], [pricing.key]), { refused });
    expect(after.get(lockOf(path))).toBe(tree.get(lockOf(path)));
  });

  const names = fc.constantFrom('pricing', 'tools', 'x.y');
  const suffix = fc.constantFrom('aaaaaaaaaa', 'bbbbbbbbbb');
  const world = fc.uniqueArray(
    fc.oneof(
      fc.tuple(names, suffix).map(([name, end]) => gateway(name, { suffix: end })),
      fc.tuple(fc.constantFrom('planner', 'planner.prod'), suffix).map(([name, end]) => runtime(name, { suffix: end })),
      fc.tuple(names, suffix).map(([name, end]) => target('own', gateway(name, { suffix: end }))),
    ),
    { selector: ({ key }) => keyText(key), maxLength: 8 },
  );
  const full = (now: readonly Sighting[], earlier: readonly Sighting[]): ScanResult => {
    const there = new Set(now.map(({ key }) => keyText(key)));
    return scanOf(
      now,
      earlier.map(({ key }) => key).filter((key) => !there.has(keyText(key))),
    );
  };

  it('loses no lock whose entry stays, leaves none behind, and changes no byte of any', () => {
    fc.assert(
      fc.property(world, world, (first, second) => {
        const before = withLocks(scanInto(NOTHING, scanOf(first)).tree);
        const bare = new Map([...before].filter(([file]) => locationOf(file).type !== 'lock'));
        const { tree: after } = scanInto(before, full(second, first));
        const { tree: plain, changes } = scanInto(bare, full(second, first));
        const movedFrom = new Map(
          changes.flatMap((change): [string, string][] =>
            change.action === 'replace' ? [[change.path, change.from]] : [],
          ),
        );
        const expected = [...plain.keys()].flatMap((file): [string, string | undefined][] => {
          const from = movedFrom.get(file) ?? file;
          return bare.has(from) ? [[lockOf(file), before.get(lockOf(from))]] : [];
        });
        const locks = [...after].filter(([file]) => locationOf(file).type === 'lock');
        expect(Object.fromEntries(locks)).toEqual(Object.fromEntries(expected));
      }),
    );
  });
});

describe('the branch of a pull request', () => {
  const nobody: PeopleEdits = { touched: new Set(), removed: new Map() };
  const carry = (ancestor: Tree, base: Tree, head: Tree, people = nobody): Tree =>
    carryOver({ ancestor, base, head }, people, ENTRY_MERGE);
  const bare = scanInto(NOTHING, scanOf([pricing, planner])).tree;
  const locked = withLocks(bare);
  const replaced = scanInto(locked, scanOf([next, planner], [pricing.key])).tree;
  const removed = scanInto(locked, scanOf([planner], [pricing.key])).tree;

  it('keeps locks that neither side touched, and those that one side changed', () => {
    const edited = new Map([...locked, [lockOf(path), 'newer']]);
    const branch = new Map([...locked, [path, textOf(locked, path).replace('Price lookups', 'Prices')]]);
    expect(carry(locked, edited, branch).get(lockOf(path))).toBe('newer');
    expect(carry(bare, locked, bare)).toEqual(new Map([...locked].toSorted()));
  });

  it('follows an entry that the branch replaced with the lock that the base has by now', () => {
    const edited = new Map([...locked, [lockOf(path), 'newer']]);
    expect(carry(locked, edited, replaced).get(lockOf(nextPath))).toBe('newer');
    const early = scanInto(bare, scanOf([next, planner], [pricing.key])).tree;
    const late = carry(bare, locked, early);
    expect(late.get(lockOf(nextPath))).toBe(locked.get(lockOf(path)));
    expect(late.has(lockOf(path))).toBe(false);
  });

  it('leaves no lock of an entry that the branch removed, and keeps that of one which the base brings back', () => {
    const early = scanInto(bare, scanOf([planner], [pricing.key])).tree;
    expect([...carry(bare, locked, early).keys()].filter((file) => file.includes('pricing'))).toEqual([]);
    const edited = new Map([...locked, [path, `${textOf(locked, path)}  tags: [base]\n`]]);
    const merged = carry(locked, edited, removed);
    expect(merged.has(path)).toBe(true);
    expect(merged.get(lockOf(path))).toBe(locked.get(lockOf(path)));
  });

  it('takes the lock that the base accepted where both sides changed it', () => {
    const [base, head] = ['of the base', 'of the branch'].map((text) => new Map([...locked, [lockOf(path), text]]));
    expect(carry(locked, base ?? locked, head ?? locked).get(lockOf(path))).toBe('of the base');
  });

  it('shows locks as what they are', () => {
    const show = (before: Tree, after: Tree) =>
      classifyChanges(treeChanges(before, after), { clientOf: () => undefined, registries: REGISTRIES, before, after });
    const changes = show(locked, replaced);
    expect(changes.map(({ kind, action, from }) => [kind, action, from])).toEqual([
      ['lock', 'replace', lockOf(path)],
      ['gateway', 'replace', path],
    ]);
    expect(requestCounts(changes)).toBe('1 replaced');
    const body = requestBody({ changes, outside: [], places: [], unseen: [], problems: [] }, 60_000);
    expect(body).toContain('Tool locks');
    expect(body).toContain('(moved with its entry)');
    expect(show(locked, new Map([...locked, [lockOf(path), 'x']]))).toMatchObject([
      { kind: 'lock', account: '111111111111', differences: [{ risk: 'lock', field: '(changed)' }] },
    ]);
    const lost = new Map([...replaced].filter(([file]) => file !== lockOf(nextPath)));
    expect(show(locked, lost)).toMatchObject([
      { kind: 'lock', action: 'delete' },
      { kind: 'gateway', action: 'replace' },
    ]);
  });
});
