/** The bundle as it is built, in memory: which chunks there are, what they load, and what stays when something is added. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noticesText } from '../../scripts/bundle/notices.ts';
import { type BundledPackage, bundledPackages } from '../../scripts/bundle/packages.ts';
import { type BuiltBundle, type BuiltFile, buildBundle } from './rolldown.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Not bundled, and itself made of two packages. */
const UNRELATED = 'fast-check';

const bytesOf = ({ files }: BuiltBundle): Record<string, string> =>
  Object.fromEntries(files.map(({ name, text }) => [name, text]));

/** What a build of the project reads, in a folder of its own; what is ours may be changed there. */
const copyProject = (folder: string): void => {
  for (const file of ['LICENSE', 'package.json', 'tsconfig.json', 'src', 'schemas']) {
    cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
};

/** Files that are loaded with `start`, before any command asks for more. */
const loadedWith = ({ files }: BuiltBundle, start: readonly string[]): readonly string[] => {
  const byName = new Map<string, BuiltFile>(files.map((file) => [file.name, file]));
  const loaded = new Set<string>();
  const open = [...start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const chunk = byName.get(name)?.chunk;
    if (chunk === undefined) throw new Error(`${name} is no chunk of the bundle`);
    if (!loaded.has(name)) open.push(...chunk.imports.filter((other) => byName.has(other)));
    loaded.add(name);
  }
  return [...loaded];
};

const HEAVY =
  /undici|smithy|aws-sdk(?!-core-3\.partitions)|octokit|modelcontextprotocol|zod|oauth4webapi|ajv-8(?!\.runtime)/;

let built: BuiltBundle;
let scratch = '';

beforeAll(async () => {
  built = await buildBundle(ROOT);
  scratch = mkdtempSync(join(tmpdir(), 'agentcore-sync-test-'));
  copyProject(scratch);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the chunks', () => {
  test('of packages are called by package and major version', () => {
    const wrong = built.files.flatMap(({ name: file, chunk }) => {
      if (chunk === undefined || ['cli.js', 'main.js', 'chunks/start.js'].includes(file)) return [];
      const holds = bundledPackages(ROOT, chunk.moduleIds).map(
        ({ name, version }) => `${name.replace('@', '').replace('/', '-')}-${version.split('.')[0]}`,
      );
      const [own = '', ...others] = holds;
      return file.startsWith(`chunks/${own}`) && others.length === 0 ? [] : [`${file}: ${holds}`];
    });
    expect(wrong).toEqual([]);
  });

  test('have names that no count was added to', () => {
    const names = built.files.map(({ name }) => name.replace(/\.js$/, ''));
    expect(names.filter((name) => /\d$/.test(name) && names.includes(name.replace(/\d$/, '')))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['chunks/undici-8', 'chunks/commands-plan', 'chunks/start']));
  });

  test('hold no client that is there for one call', () => {
    expect(built.packages.map(({ name }) => name)).not.toContain('@aws-sdk/client-ec2');
  });

  test.each(['cli.js', 'main.js'])('that %s starts with are few, and hold no client', (door) => {
    const loaded = loadedWith(built, [door]);
    expect(loaded.length).toBeLessThan(6);
    expect(loaded.filter((name) => HEAVY.test(name))).toEqual([]);
  });

  test('that validate loads hold no client of AWS, GitHub or the registry', () => {
    const loaded = loadedWith(built, ['cli.js', 'chunks/commands-validate.js']);
    expect(loaded).toContain('chunks/catalogue-layout.js');
    expect(loaded.filter((name) => HEAVY.test(name))).toEqual([]);
  });
});

describe('in another folder', () => {
  test('the same files come out, byte by byte', async () => {
    const there = bytesOf(await buildBundle(scratch, { linked: true }));
    const here = bytesOf(built);
    expect(Object.keys(there)).toEqual(Object.keys(here));
    expect(Object.keys(here).filter((name) => here[name] !== there[name])).toEqual([]);
  });

  test('an unrelated dependency adds its chunks and changes what imports it, nothing else', async () => {
    const file = join(scratch, 'src/commands/show.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      `import { sample } from '${UNRELATED}';\n${text}\nReflect.set(globalThis, 'unrelated', sample);\n`,
    );
    const more = bytesOf(await buildBundle(scratch, { linked: true }));
    const here = bytesOf(built);
    expect(Object.keys(here).filter((name) => !(name in more))).toEqual([]);
    expect(
      Object.keys(more)
        .filter((name) => !(name in here))
        .sort(),
    ).toEqual(['chunks/fast-check-4.js', 'chunks/pure-rand-8.js']);
    const changed = Object.keys(here).filter((name) => here[name] !== more[name]);
    expect(changed.sort()).toEqual(['THIRD-PARTY.txt', 'chunks/commands-show.js']);
  });
});

describe('THIRD-PARTY.txt', () => {
  const one = (name: string, licence: string, ...notices: readonly string[]): BundledPackage => ({
    name,
    version: '1.2.3',
    licence,
    path: `node_modules/${name}`,
    notices,
  });

  test('names every package that is bundled, with a licence text', () => {
    const text = bytesOf(built)['THIRD-PARTY.txt'] ?? '';
    const named = [...text.matchAll(/^(\S+) (\d\S*) \(/gm)].map(([, name, version]) => `${name} ${version}`);
    expect(named.sort()).toEqual(built.packages.map(({ name, version }) => `${name} ${version}`).sort());
    expect(named.filter((one) => one.startsWith('undici ')).map((one) => one.split('.')[0])).toEqual([
      'undici 6',
      'undici 8',
    ]);
    expect(text).toContain('Apache License');
    expect(text).toContain('Permission is hereby granted');
    expect(text).not.toContain('fast-check');
  });

  test('holds a text once, for all packages that bring it', () => {
    const text = noticesText([one('a', 'MIT', 'Text'), one('b', 'MIT', 'Other'), one('c', 'MIT', 'Text')], 'Apache');
    expect(text).toContain('a 1.2.3 (MIT)\nc 1.2.3 (MIT)\n\nText\n');
    expect(text.match(/Text\n/g)).toHaveLength(1);
  });

  test('has the text of Apache-2.0 for a package that forgot it, and refuses to ship another without', () => {
    expect(noticesText([one('a', 'Apache-2.0')], 'The text')).toContain('a 1.2.3 (Apache-2.0)\n\nThe text\n');
    expect(() => noticesText([one('a', 'GPL-3.0-only')], '')).toThrow(
      'node_modules/a: expected a licence file to ship, since it is bundled; its licence is GPL-3.0-only',
    );
  });
});

describe('docs/dependencies.md', () => {
  const page = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const listed = (heading: string): readonly string[] => {
    const [, section = ''] = page.split(`\n## ${heading}\n`);
    const [table = ''] = section.split('\n## ');
    return [...table.matchAll(/^\| (`.+?`) \| .+ \|$/gm)]
      .flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
      .sort();
  };
  const isBundled = (name: string): boolean => built.packages.some((bundled) => bundled.name === name);

  test('lists as bundled what package.json names and the bundle holds', () => {
    expect(listed('Bundled')).toEqual(Object.keys(devDependencies).filter(isBundled).sort());
  });

  test('lists for development all the rest', () => {
    expect(listed('For development')).toEqual(
      Object.keys(devDependencies)
        .filter((name) => !isBundled(name))
        .sort(),
    );
  });
});
