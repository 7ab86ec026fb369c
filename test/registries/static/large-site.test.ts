import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { SiteFile } from '../../../src/registries/static/documents.ts';
import type * as WriteSite from '../../../src/registries/static/write-site.ts';

const calls = { links: true, opened: 0 };
let writeSite: typeof WriteSite.writeSite;

/** A file system that counts what is opened, and may know no second names: for the site's modules alone, made anew. */
beforeAll(async () => {
  vi.resetModules();
  vi.doMock('node:fs', async (original) => {
    const fs = await original<typeof import('node:fs')>();
    const linkSync: typeof fs.linkSync = (from, to) => {
      if (!calls.links) throw Object.assign(new Error('refused'), { code: 'EPERM' });
      fs.linkSync(from, to);
    };
    const openSync: typeof fs.openSync = (...given) => {
      calls.opened += 1;
      return fs.openSync(...given);
    };
    return { ...fs, linkSync, openSync };
  });
  ({ writeSite } = await import('../../../src/registries/static/write-site.ts'));
});
// The files of a run share their modules: the next one gets them as they are.
afterAll(() => {
  vi.doUnmock('node:fs');
  vi.resetModules();
});

const LEFT = '.agentcore-sync.left';
let folder = '';
beforeEach(() => {
  calls.links = true;
  folder = mkdtempSync(join(tmpdir(), 'large-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const home = (): string => join(folder, 'site');
const at = (path: string): string => join(home(), path);
const text = (path: string): string => readFileSync(at(path), 'utf8');

const NAMES = 30;
/** Enough files for a site that is looked at rather than read: seventy texts, each under thirty names. */
const files = (changed = 'one'): readonly SiteFile[] =>
  Array.from({ length: 70 }, (_, number): SiteFile => {
    const below = `servers/com.example/tools-${number}/versions`;
    const said = `${number === 5 ? changed : 'one'} ${number}`;
    const twins = Array.from({ length: NAMES - 1 }, (_, version) => `v0/${below}/1.0.${version}`);
    return [`v0.1/${below}/latest`, said, twins];
  });
const make = (wanted = files()): Promise<number> => writeSite(home(), { files: () => wanted, keepsLeft: true });

const PATH = 'v0.1/servers/com.example/tools-3/versions/latest';
const TWIN = 'v0/servers/com.example/tools-3/versions/1.0.7';
const OTHER = 'v0.1/servers/com.example/tools-4/versions/latest';
const STRAY = 'v0/servers/com.example/tools-3/versions/stray';

it('writes each text once, under every name, and packed it is whole files', async () => {
  expect(await make()).toBe(2100);
  expect(statSync(at(PATH)).nlink).toBe(NAMES);
  expect(statSync(at(TWIN)).ino).toBe(statSync(at(PATH)).ino);
  const packed = execFileSync('tar', ['--create', '--hard-dereference', '--directory', home(), '.'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const kinds = execFileSync('tar', ['--list', '--verbose'], { input: packed, encoding: 'utf8' });
  expect(kinds.split('\n').filter((line) => line.startsWith('h') || line.startsWith('l'))).toEqual([]);
});

it('where a file system knows no second name, every name has a file of its own, and nothing is written twice', async () => {
  calls.links = false;
  expect(await make()).toBe(2100);
  expect(statSync(at(PATH)).nlink).toBe(1);
  expect(text(TWIN)).toBe('one 3');
  expect(await make()).toBe(0);
});

it('nothing is read or written where nobody touched what a run left', async () => {
  await make();
  const [left, written] = [text(LEFT), statSync(at(LEFT)).mtimeMs];
  expect(left).toMatch(/^[0-9a-f]{64}\n$/);
  calls.opened = 0;
  expect(await make()).toBe(0);
  expect(calls.opened).toBe(0);
  expect([text(LEFT), statSync(at(LEFT)).mtimeMs]).toEqual([left, written]);
});

/** What people do to a file or folder by hand, all without another size. */
const TOUCHED: Readonly<Record<string, () => void>> = {
  'a text changed in its place, under all its names': () => writeFileSync(at(PATH), 'two 3'),
  'another file in the place of one name': () => {
    unlinkSync(at(TWIN));
    writeFileSync(at(TWIN), 'two 3');
  },
  'one name gone': () => unlinkSync(at(TWIN)),
  'one name of another file': () => {
    unlinkSync(at(TWIN));
    linkSync(at(OTHER), at(TWIN));
  },
  'a file that nobody made': () => writeFileSync(at(STRAY), 'x'),
  'a folder that nobody made': () => {
    mkdirSync(at('agents/stray'), { recursive: true });
    writeFileSync(at('agents/stray/index.html'), 'x');
  },
};
it('puts right whatever somebody touched, and then has nothing to do', async () => {
  await make();
  for (const [what, touch] of Object.entries(TOUCHED)) {
    touch();
    expect(await make(), what).toBeGreaterThan(0);
    expect([text(PATH), text(TWIN), text(OTHER)], what).toEqual(['one 3', 'one 3', 'one 4']);
    expect([existsSync(at(STRAY)), existsSync(at('agents'))], what).toEqual([false, false]);
    calls.opened = 0;
    expect(await make(), what).toBe(0);
    expect(calls.opened, what).toBe(0);
  }
});

it('a change is written under all its names, and the run after it has nothing to do', async () => {
  await make();
  expect(await make(files('two'))).toBe(NAMES);
  expect(text('v0/servers/com.example/tools-5/versions/1.0.0')).toBe('two 5');
  const left = text(LEFT);
  expect(await make(files('two'))).toBe(0);
  expect(text(LEFT)).toBe(left);
});

it('a small site is read, and keeps no note of how it was left', async () => {
  await make();
  await make(files().slice(0, 10));
  expect(existsSync(at(LEFT))).toBe(false);
  expect(existsSync(at('v0/servers/com.example/tools-11'))).toBe(false);
});
