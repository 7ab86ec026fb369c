import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDirectory } from '../../src/catalogue/read-directory.ts';
import { readGitRef } from '../../src/catalogue/read-git.ts';
import { validateCatalogue } from '../../src/catalogue/validate.ts';
import { writeDirectory } from '../../src/catalogue/write-directory.ts';
import { FILE_LIMITS } from '../../src/document/syntax.ts';
import { anyPublicHost, gateway, REGISTRIES, scanInto, scanOf } from './world.ts';

let home: string;
let servers: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'catalogue-'));
  servers = join(home, 'servers');
});
afterEach(() => rm(home, { recursive: true }));

const put = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(join(servers, path, '..'), { recursive: true });
  await writeFile(join(servers, path), content);
};

/** Every file and folder below the catalogue, sorted. */
const everything = async (): Promise<readonly string[]> => (await readdir(servers, { recursive: true })).toSorted();

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', home, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    encoding: 'utf8',
  }).trim();

const commit = (): string => {
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a');
  return git('rev-parse', 'HEAD');
};

describe.each(['directory', 'commit'])('reading a %s', (from) => {
  const read = async () => {
    if (from === 'directory') return readDirectory(servers);
    await writeFile(join(home, 'README.md'), 'so that there is something to commit');
    const { problems, ...rest } = await readGitRef(home, commit(), 'servers');
    return { ...rest, problems: problems.map((problem) => ({ ...problem, subject: `${home}/${problem.subject}` })) };
  };

  it('finds tool locks where a scan moved them with their entries', async () => {
    const [old, now] = [gateway('pricing'), gateway('pricing', { suffix: 'zzzzzzzzzz' })];
    const first = scanInto(new Map(), scanOf([old]));
    await writeDirectory(servers, first.changes);
    const folder = '111111111111/us-east-1/gateways';
    await put(`${folder}/pricing-a1b2c3d4e5.tools.lock.yaml`, 'tools: []\r\n');
    await put('manual/gone.tools.lock.yaml', 'tools: []\n');
    const { tree } = await readDirectory(servers);
    await writeDirectory(servers, scanInto(tree, scanOf([now], [old.key])).changes);
    const { tree: after, refused } = await read();
    expect([...after.keys()]).toEqual([
      `${folder}/pricing-zzzzzzzzzz.tools.lock.yaml`,
      `${folder}/pricing-zzzzzzzzzz.yaml`,
      'manual/gone.tools.lock.yaml',
    ]);
    expect(after.get(`${folder}/pricing-zzzzzzzzzz.tools.lock.yaml`)).toBe('tools: []\r\n');
    const { problems } = validateCatalogue(after, {
      directory: 'servers',
      dnsSuffix: () => 'amazonaws.com',
      hosts: anyPublicHost,
      registries: REGISTRIES,
      refused,
    });
    expect(problems.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['lock-orphan', 'servers/manual/gone.tools.lock.yaml'],
    ]);
  });

  it('gives text by path, without documentation and dotfiles', async () => {
    await put('manual/a.yaml', '\uFEFFa: é\r\n');
    await put('manual/empty.yaml', '');
    await put('111111111111/us-east-1/gateways/b.yaml', 'b: 1\n');
    for (const ignored of ['README.md', 'manual/README.md', 'manual/.gitkeep', '.hidden/c.yaml'])
      await put(ignored, 'x');
    const { tree, problems } = await read();
    expect([...tree]).toEqual([
      ['111111111111/us-east-1/gateways/b.yaml', 'b: 1\n'],
      ['manual/a.yaml', '\uFEFFa: é\r\n'],
      ['manual/empty.yaml', ''],
    ]);
    expect(problems).toEqual([]);
  });

  it('is empty where there is none', async () => {
    expect((await read()).tree.size).toBe(0);
  });

  it('refuses links, other encodings, unsafe names and what is too large, and reads the rest', async () => {
    await put('manual/a.yaml', 'a: 1\n');
    await put('manual/latin.yaml', new Uint8Array([0x61, 0x3a, 0x20, 0xe9]));
    await put('manual/large.yaml', 'x'.repeat(FILE_LIMITS.bytes + 1));
    await put('manual/a b.yaml', 'a: 1\n');
    await put('manual/con.yaml', 'a: 1\n');
    await symlink('/etc/passwd', join(servers, 'manual/link.yaml'));
    await symlink('/etc', join(servers, '111111111111'));
    const { tree, refused, problems } = await read();
    expect([...tree.keys()]).toEqual(['manual/a.yaml']);
    expect([...refused].toSorted()).toEqual([
      '111111111111',
      'manual/a b.yaml',
      'manual/con.yaml',
      'manual/large.yaml',
      'manual/latin.yaml',
      'manual/link.yaml',
    ]);
    expect(problems.find(({ subject }) => subject === `${servers}/manual/link.yaml`)).toMatchObject({
      rule: 'file-unreadable',
      severity: 'error',
      text: 'Symbolic links are not followed.',
    });
  });

  it('does not follow a catalogue that is a link itself', async () => {
    await mkdir(join(home, 'elsewhere'));
    await writeFile(join(home, 'elsewhere', 'a.yaml'), 'a: 1\n');
    await symlink('elsewhere', servers);
    if (from === 'directory') await expect(read()).rejects.toMatchObject({ area: 'catalogue', code: 'unreadable' });
    else expect((await read()).tree.size).toBe(0);
  });
});

describe('reading a commit', () => {
  it('refuses what is no commit, and takes no option for one', async () => {
    await put('a.yaml', 'a: 1\n');
    commit();
    for (const ref of ['nowhere', '--all', '-h', '']) {
      await expect(readGitRef(home, ref, 'servers')).rejects.toMatchObject({ area: 'catalogue', code: 'unreadable' });
    }
  });

  it('reads the commit, not the working directory', async () => {
    await put('manual/a.yaml', 'a: 1\n');
    const first = commit();
    await put('manual/a.yaml', 'a: 2\n');
    expect((await readGitRef(home, first, 'servers')).tree.get('manual/a.yaml')).toBe('a: 1\n');
  });

  it('takes any spelling of a folder below the repository, and no other', async () => {
    await put('a.yaml', 'a: 1\n');
    const ref = commit();
    for (const directory of ['./servers', 'servers/', join(home, 'servers'), 'x/../servers']) {
      expect([...(await readGitRef(home, ref, directory)).tree.keys()]).toEqual(['a.yaml']);
    }
    for (const directory of ['..', '.', '/etc']) {
      await expect(readGitRef(home, ref, directory)).rejects.toMatchObject({ area: 'catalogue', code: 'unreadable' });
    }
  });

  it('keeps to the folder whose name is asked for', async () => {
    await put('../servers2/a.yaml', 'a: 1\n');
    await put('a.yaml', 'a: 1\n');
    expect([...(await readGitRef(home, commit(), 'servers')).tree.keys()]).toEqual(['a.yaml']);
  });
});

describe('writing', () => {
  it('creates, updates, renames and deletes, and takes empty folders away', async () => {
    await put('1/old/a.yaml', 'a\n');
    await put('1/gone/b.yaml', 'b\n');
    await put('1/kept/c.yaml', 'c\n');
    await writeDirectory(servers, [
      { action: 'create', path: '1/new/d.yaml', text: '\uFEFFd\r\n' },
      { action: 'replace', from: '1/old/a.yaml', path: '1/new/a.yaml', before: 'a\n', text: 'aa\n' },
      { action: 'delete', path: '1/gone/b.yaml', before: 'b\n' },
      { action: 'update', path: '1/kept/c.yaml', before: 'c\n', text: 'cc\n' },
    ]);
    expect(await everything()).toEqual(['1', '1/kept', '1/kept/c.yaml', '1/new', '1/new/a.yaml', '1/new/d.yaml']);
    expect(await readFile(join(servers, '1/new/d.yaml'), 'utf8')).toBe('\uFEFFd\r\n');
    expect(await readFile(join(servers, '1/kept/c.yaml'), 'utf8')).toBe('cc\n');
  });

  it.each(['../x.yaml', '/x.yaml', 'a/../../x.yaml', 'a//x.yaml', 'a\\x.yaml', '.git/config', 'a/\0.yaml', 'con.yaml'])(
    'refuses the path %j before anything is written',
    async (path) => {
      const changes = [
        { action: 'create', path: 'a.yaml', text: 'a' },
        { action: 'create', path, text: 'x' },
      ] as const;
      await expect(writeDirectory(servers, changes)).rejects.toMatchObject({ area: 'catalogue', code: 'unsafe-path' });
      await expect(everything()).rejects.toThrow('ENOENT');
    },
  );

  it('refuses links on the way and in place', async () => {
    await mkdir(join(home, 'elsewhere'));
    await writeFile(join(home, 'elsewhere', 'a.yaml'), 'a');
    await mkdir(servers);
    await symlink('../elsewhere', join(servers, 'folder'));
    await symlink('../elsewhere/a.yaml', join(servers, 'a.yaml'));
    for (const change of [
      { action: 'create', path: 'folder/b.yaml', text: 'b' },
      { action: 'update', path: 'a.yaml', before: 'a', text: 'b' },
      { action: 'delete', path: 'folder/a.yaml', before: 'a' },
      { action: 'replace', from: 'folder/a.yaml', path: 'c.yaml', before: 'a', text: 'b' },
    ] as const) {
      await expect(writeDirectory(servers, [change])).rejects.toMatchObject({ code: 'unsafe-path' });
    }
    expect(await readdir(join(home, 'elsewhere'))).toEqual(['a.yaml']);
    expect(await readFile(join(home, 'elsewhere', 'a.yaml'), 'utf8')).toBe('a');
  });

  it('refuses to write over what changed meanwhile', async () => {
    await put('a.yaml', 'theirs\n');
    for (const change of [
      { action: 'create', path: 'a.yaml', text: 'ours' },
      { action: 'update', path: 'a.yaml', before: 'mine\n', text: 'ours' },
      { action: 'delete', path: 'a.yaml', before: 'mine\n' },
      { action: 'update', path: 'b.yaml', before: 'mine\n', text: 'ours' },
    ] as const) {
      await expect(writeDirectory(servers, [change])).rejects.toMatchObject({ code: 'write-failed' });
    }
    expect(await readFile(join(servers, 'a.yaml'), 'utf8')).toBe('theirs\n');
    expect(await everything()).toEqual(['a.yaml']);
  });

  it('names the file that the file system refuses', async () => {
    await put('a', 'a file where a folder should be');
    await expect(writeDirectory(servers, [{ action: 'create', path: 'a/b.yaml', text: 'b' }])).rejects.toMatchObject({
      code: 'unsafe-path',
      message: expect.stringContaining(join(servers, 'a')),
    });
  });
});
