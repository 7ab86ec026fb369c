import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSyncError } from '../../../src/model/errors.ts';
import type { TextKeeper } from '../../../src/registries/kind.ts';
import { directoryStore } from '../../../src/registries/static/directory-store.ts';
import { createSite } from '../../../src/registries/static/registry.ts';
import { readState, STATE_FILE, stateText } from '../../../src/registries/static/state.ts';
import { writeSite } from '../../../src/registries/static/write-site.ts';
import { applyWorld, changesOf, failuresOf, gateway, manual, planWorld, TOKENS } from '../../engine/support.ts';
import { NOW, partsOf, SITE } from './support.ts';

const folders: string[] = [];
const DAY = 24 * 60 * 60 * 1000;

beforeEach(() => void folders.push(mkdtempSync(join(tmpdir(), 'site-'))));
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const home = (): string => join(folders[0] ?? '', 'site');

const open = async (
  options: {
    readonly day?: number;
    readonly keeper?: TextKeeper;
    readonly allow?: typeof SITE.allow;
    readonly namespace?: string;
  } = {},
) => {
  const settings = {
    ...SITE,
    namespace: options.namespace ?? SITE.namespace,
    allow: options.allow ?? { ...SITE.allow, also: [{ serverUrl: 'https://theirs.example.com/*' }] },
  };
  const store = directoryStore(home(), () => partsOf({ settings }), options.keeper);
  return createSite(store, settings, () => NOW + (options.day ?? 0) * DAY);
};

const below = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const stamps = () =>
  below(home()).map((path) => `${path} ${statSync(join(home(), path)).mtimeMs} ${statSync(join(home(), path)).ino}`);

const documentOf = (name: string) =>
  JSON.parse(readFileSync(join(home(), 'v0.1/servers/com.example', name, 'versions/latest'), 'utf8'));

const apply = async (entries: Parameters<typeof planWorld>[1], options: Parameters<typeof open>[0] = {}) =>
  failuresOf(await applyWorld(await open(options), entries, { credentialFor: TOKENS, apply: { concurrency: 1 } }));

it('another namespace is told, leaves the old names as deleted, and may come back', async () => {
  const shop = [gateway('shop')];
  const documents = () => {
    const list = JSON.parse(readFileSync(join(home(), 'v0.1/servers/index.html'), 'utf8'));
    const gone = JSON.parse(readFileSync(join(home(), 'v0.1/removed.json'), 'utf8'));
    return [list, gone].map(({ servers }) =>
      servers.map(({ server }: { server: { name: string; version: string } }) => `${server.name} ${server.version}`),
    );
  };
  await apply(shop);
  const before = stamps();
  const { plan } = await planWorld(await open({ day: 1, namespace: 'org.other' }), shop);
  expect(plan.problems).toContainEqual({
    rule: 'site-renamed',
    severity: 'warning',
    subject: 'namespace',
    text: 'The namespace was com.example and is org.other: one server gets another name, and its old one is shown as deleted.',
    hint: 'Editors that installed them by the old names lose them. Set namespace back to com.example where that is not meant.',
  });
  expect(stamps()).toEqual(before);
  expect(await apply(shop, { day: 1, namespace: 'org.other' })).toEqual([]);
  expect(documents()).toEqual([['org.other/shop 1.0.1'], ['com.example/shop 1.0.1']]);
  const moved = stamps();
  await apply(shop, { day: 2, namespace: 'org.other' });
  expect(stamps()).toEqual(moved);
  expect(await apply(shop, { day: 3 })).toEqual([]);
  expect(documents()).toEqual([['com.example/shop 1.0.2'], ['org.other/shop 1.0.2']]);
});

it('takes away what a killed process left of a first site, and nothing of one that runs', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const host = hostname().replaceAll(/[^A-Za-z0-9-]/g, '-');
  const leftBy = (machine: string, pid: number): string => `${home()}.agentcore-sync-${machine}-${pid}.tmp`;
  const kept = [leftBy(host, process.ppid), leftBy('elsewhere', dead), `${home()}.backup`];
  for (const folder of [leftBy(host, dead), ...kept]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.html'), 'half');
  }
  await writeSite(home(), { files: () => [['index.html', 'whole']], keepsLeft: true });
  expect(existsSync(leftBy(host, dead))).toBe(false);
  expect(kept.filter((folder) => !existsSync(folder))).toEqual([]);
});

it('of two runs that make a first site, the later one says so and leaves nothing', async () => {
  function* files(): Generator<readonly [string, string]> {
    yield ['index.html', 'late'];
    mkdirSync(home());
    writeFileSync(join(home(), 'index.html'), 'early');
  }
  const met: unknown = await writeSite(home(), { files, keepsLeft: true }).catch((error: unknown) => error);
  expect(isSyncError(met, 'registry') && [met.code, met.message]).toEqual([
    'conflict',
    `write the site ${home()}: another run made it meanwhile`,
  ]);
  expect(readdirSync(folders[0] ?? '')).toEqual(['site']);
  expect(readFileSync(join(home(), 'index.html'), 'utf8')).toBe('early');
});

describe('the folder of a site', () => {
  it('holds every file after the first run, and nothing is written where nothing changed', async () => {
    expect(await apply([gateway('one'), manual('two')])).toEqual([]);
    expect(below(home())).toEqual(
      expect.arrayContaining([
        'index.html',
        STATE_FILE,
        'servers/one/index.html',
        'allow/copilot/managed-settings.json',
      ]),
    );
    const before = stamps();
    expect(await apply([gateway('one'), manual('two')], { day: 3 })).toEqual([]);
    expect(stamps()).toEqual(before);
    expect(below(folders[0] ?? '').filter((path) => path.includes('.tmp'))).toEqual([]);
  });

  it('counts changes in the version, and leaves the name of what is gone', async () => {
    await apply([gateway('one'), manual('two')]);
    expect(documentOf('one').server.version).toBe('1.0.0');
    await apply([gateway('one', { description: 'Another one' }), manual('two')], { day: 1 });
    expect(documentOf('one').server).toMatchObject({ version: '1.0.1', description: 'Another one' });
    expect(documentOf('two').server.version).toBe('1.0.0');
    expect(existsSync(join(home(), 'v0.1/servers/com.example/one/versions/1.0.0'))).toBe(false);
    await apply([gateway('one', { description: 'Another one' })], { day: 2 });
    expect(documentOf('two')).toMatchObject({
      server: { version: '1.0.1', description: 'No longer in this catalogue.' },
      _meta: {
        'io.modelcontextprotocol.registry/official': { status: 'deleted', statusChangedAt: '2026-11-05T12:00:00.000Z' },
      },
    });
    expect(existsSync(join(home(), 'servers/two'))).toBe(false);
    await apply([gateway('one', { description: 'Another one' }), manual('two')], { day: 3 });
    expect(documentOf('two')).toMatchObject({
      server: { version: '1.0.2' },
      _meta: {
        'io.modelcontextprotocol.registry/official': { status: 'active', publishedAt: '2026-11-03T12:00:00.000Z' },
      },
    });
  });

  it('is mended where somebody changed or removed a file', async () => {
    await apply([gateway('one')]);
    const page = join(home(), 'servers/one/index.html');
    const list = join(home(), 'v0/servers/index.html');
    const [text, listed] = [readFileSync(page, 'utf8'), readFileSync(list, 'utf8')];
    writeFileSync(page, 'x');
    rmSync(list);
    writeFileSync(join(home(), 'servers/stray.html'), 'x');
    expect(await apply([gateway('one')])).toEqual([]);
    expect(readFileSync(page, 'utf8')).toBe(text);
    expect(readFileSync(list, 'utf8')).toBe(listed);
    expect(existsSync(join(home(), 'servers/stray.html'))).toBe(false);
  });

  it('keeps what else stands in it', async () => {
    await apply([gateway('one')]);
    writeFileSync(join(home(), 'CNAME'), 'catalogue.example.com');
    await apply([gateway('one'), manual('two')]);
    expect(readFileSync(join(home(), 'CNAME'), 'utf8')).toBe('catalogue.example.com');
  });

  it('is never left through a link', async () => {
    const elsewhere = join(folders[0] ?? '', 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(home());
    symlinkSync(elsewhere, join(home(), 'servers'));
    const result = await applyWorld(await open(), [gateway('one')], { credentialFor: TOKENS });
    expect(result.problems).toMatchObject([
      {
        rule: 'registry-failed',
        text: expect.stringContaining('expected a plain file in plain folders, met no folder'),
      },
    ]);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('a state that is none of ours stops the run before anything is written', async () => {
    mkdirSync(home());
    writeFileSync(join(home(), STATE_FILE), '{"form":1,"records":[{}],"removed":[]}');
    const registry = await open();
    const met: unknown = await registry.snapshot().catch((error: unknown) => error);
    expect(isSyncError(met, 'registry') && met.code).toBe('malformed');
    expect(readdirSync(home())).toEqual([STATE_FILE]);
  });

  it.each(['../../../../outside', 'com.example/../..', '..', 'a b', ''])(
    'a state whose namespace is %j names nothing: the run stops, and no file lies elsewhere',
    async (namespace) => {
      await apply([gateway('shop')]);
      const path = join(home(), STATE_FILE);
      const kept = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...kept, namespace }));
      const before = below(folders[0] ?? '');
      const met: unknown = await apply([gateway('shop')]).catch((error: unknown) => error);
      expect(isSyncError(met, 'registry') && met.code).toBe('malformed');
      expect(below(folders[0] ?? '')).toEqual(before);
    },
  );

  it('states come back as they were kept', async () => {
    await apply([gateway('one'), manual('two', { metadata: { note: '\u2028 "x"' } })]);
    const text = readFileSync(join(home(), STATE_FILE), 'utf8');
    expect(stateText(readState(text, 'the test'))).toBe(text);
  });

  it('a job keeps the state elsewhere: the folder is made anew, and a second run meets nothing to do', async () => {
    const kept: { text: string | undefined; writes: number } = { text: undefined, writes: 0 };
    const keeper: TextKeeper = {
      where: 'the branch agentcore-site',
      read: async () => kept.text,
      write: async (text) => {
        kept.text = text;
        kept.writes += 1;
      },
    };
    expect(await apply([gateway('one')], { keeper })).toEqual([]);
    expect(existsSync(join(home(), STATE_FILE))).toBe(false);
    rmSync(home(), { recursive: true });
    expect(changesOf((await planWorld(await open({ keeper }), [gateway('one')])).plan)).toEqual([]);
    expect(await apply([gateway('one')], { keeper, day: 2 })).toEqual([]);
    expect(kept.writes).toBe(1);
    expect(documentOf('one').server.version).toBe('1.0.0');
  });
});

const LIMITS = { deletes: { type: 'count', count: 100 }, updates: { type: 'count', count: 100 }, allow: [] } as const;

describe('what allow lists lose', () => {
  const FOUR = ['a', 'b', 'c', 'd'].map((name) => gateway(name));
  const applied = async (entries: typeof FOUR, disallows: number, allow: readonly string[] = []) => {
    const safety = {
      limits: { ...LIMITS, disallows: { type: 'count', count: disallows } as const, allow },
      allowDeletes: true,
      directory: 'servers',
    };
    const none = { ...SITE.allow, also: [] };
    return applyWorld(await open({ allow: none }), entries, { apply: { safety } });
  };
  const rulesOf = (result: Awaited<ReturnType<typeof applied>>) => result.problems.map(({ rule }) => rule);

  it('is told before the first write, and stops it beyond the limit', async () => {
    await applied(FOUR, 0);
    const stopped = await applied(FOUR.slice(0, 2), 1);
    expect(stopped.problems.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'These 2 servers stop working where the allow lists are deployed: https://c-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp, https://d-a1b2c3d4e5.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp.',
        'The plan takes 2 lines from the allow lists; the limit is 1. Nothing is written.',
      ]),
    );
    expect(documentOf('c').server.version).toBe('1.0.0');
    expect(rulesOf(await applied(FOUR.slice(0, 2), 2))).not.toContain('limit-disallows');
    expect(documentOf('c').server.version).toBe('1.0.1');
  });

  it('a limit is lifted for the files that the configuration names', async () => {
    await applied(FOUR, 0);
    const files = FOUR.slice(2).map(({ path }) => path);
    expect(rulesOf(await applied(FOUR.slice(0, 2), 0, files))).not.toContain('limit-disallows');
  });

  it('a list that would be empty stops the run', async () => {
    await applied(FOUR.slice(0, 1), 0);
    const off = [gateway('a', { registration: { enabled: false } })];
    expect(rulesOf(await applied(off, 100))).toContain('limit-disallows');
  });
});
