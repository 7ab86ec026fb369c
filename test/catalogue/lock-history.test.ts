import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readLockCommits } from '../../src/catalogue/lock-history.ts';
import { temporaryFolder } from '../cli/cli.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 10, 1);
const lockOf = (name: string): string => `manual/${name}.tools.lock.yaml`;

const repository = () => {
  const folder = temporaryFolder();
  let day = 0;
  const git = (...words: string[]): string => {
    const date = new Date(START + day * DAY).toISOString();
    return execFileSync(
      'git',
      ['-c', 'commit.gpgsign=false', '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'],
          HOME: folder,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_COMMITTER_DATE: date,
          GIT_AUTHOR_DATE: date,
        },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ).trim();
  };
  const write = (name: string, text: string): void => {
    const file = join(folder, 'cat/servers', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const commit = (names: readonly string[]): void => {
    day += 1;
    for (const name of names) write(name, `day: ${day}\n`);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Lock (#1)');
  };
  git('init', '--quiet', '--initial-branch=main');
  const merge = (branch: string): void => {
    day += 1;
    git('merge', '--quiet', '--no-ff', '--message', 'Merge', branch);
  };
  return { folder, git, write, commit, merge };
};

const days = async (folder: string, directory: string): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(
    [...(await readLockCommits(folder, directory))].map(([path, { at }]) => [path, (at - START) / DAY]),
  );

test('each lock has the commit of the branch that last changed it: a merge, and not the draft in it', async () => {
  const { folder, git, write, commit, merge } = repository();
  commit([lockOf('a'), lockOf('b'), 'manual/a.yaml']);
  commit([lockOf('a')]);
  git('checkout', '--quiet', '-b', 'topic');
  commit([lockOf('c')]);
  git('checkout', '--quiet', 'main');
  commit(['manual/a.yaml']);
  merge('topic');
  // Of what isn't committed, and of what is there no more, nobody saw anything.
  commit([lockOf('d'), lockOf('gone')]);
  write(lockOf('d'), 'changed: true\n');
  write(lockOf('new'), 'new: true\n');
  expect(await days(folder, 'cat/servers')).toEqual({
    [lockOf('a')]: 2,
    [lockOf('b')]: 1,
    [lockOf('c')]: 5,
    [lockOf('gone')]: 6,
  });
  expect(await days(join(folder, 'cat'), 'servers')).toEqual(await days(folder, 'cat/servers'));
  const { commit: merged } = (await readLockCommits(folder, 'cat/servers')).get(lockOf('c')) ?? {};
  expect(git('rev-list', '--parents', '--max-count=1', merged ?? '').split(' ')).toHaveLength(3);
});

test('what a shallow clone was cut at is nobody’s change, and without a repository nothing is known', async () => {
  const { folder, commit } = repository();
  commit([lockOf('a')]);
  commit([lockOf('b')]);
  const clone = join(temporaryFolder(), 'clone');
  execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, clone]);
  expect(await days(clone, 'cat/servers')).toEqual({});
  const deeper = join(temporaryFolder(), 'clone');
  execFileSync('git', ['clone', '--quiet', '--depth', '2', pathToFileURL(folder).href, deeper]);
  expect(await days(deeper, 'cat/servers')).toEqual({ [lockOf('b')]: 2 });
  expect(await days(temporaryFolder(), 'servers')).toEqual({});
});
