/** Which paths entries of the catalogue once had, read from git itself. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { pathOf } from '../../src/catalogue/layout.ts';
import { newEntryText } from '../../src/catalogue/new-entry.ts';
import { HISTORY_LIMITS, readFormerPaths } from '../../src/catalogue/read-former.ts';
import type { Sighting } from '../../src/model/resource.ts';
import { temporaryFolder } from '../cli/cli.ts';
import { gateway, runtime } from './world.ts';

const startRepository = () => {
  const root = temporaryFolder();
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  git('init', '--quiet', '--initial-branch=main');
  const put = (files: Readonly<Record<string, string | undefined>>): void => {
    for (const [file, text] of Object.entries(files)) {
      const path = join(root, file);
      if (text === undefined) rmSync(path);
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
  };
  const commit = (files: Readonly<Record<string, string | undefined>>): void => {
    put(files);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'a');
  };
  return { root, git, put, commit };
};

const entry = ({ source }: Sighting, path: string): string => {
  if (source === undefined) throw new Error('not READY');
  return newEntryText(source, { path });
};
const fileOf = ({ key }: Sighting): string => `cat/servers/${pathOf(key)}`;

const former = async (root: string, folder = 'cat/servers') =>
  (await readFormerPaths(root, folder))?.paths.map(({ path, holder }) => [path, holder.key?.id ?? 'by hand']);

const orders = gateway('orders');
const manual = (path: string): string =>
  `kind: server\nregistration: { path: ${path}, url: "https://a.example.com" }\n`;

test('paths of entries that were removed, moved, renamed or written by hand, the newest first', async () => {
  const { root, commit } = startRepository();
  const agent = runtime('planner');
  const named = `${entry(agent, '/planner')}  endpoints: { prod: { path: /planner-prod } }\n`;
  commit({
    [fileOf(orders)]: entry(orders, '/first/'),
    [fileOf(agent)]: named,
    'cat/servers/manual/a.yaml': manual('/a/'),
  });
  commit({ [fileOf(orders)]: entry(orders, '/second/') });
  commit({ 'cat/servers/manual/a.yaml': undefined, 'README.md': 'elsewhere' });
  commit({ [fileOf(orders)]: undefined, [fileOf(agent)]: undefined });
  expect(await former(root)).toEqual([
    ['/second/', orders.key.id],
    ['/planner', agent.key.id],
    ['/planner-prod', agent.key.id],
    ['/a/', 'by hand'],
    ['/first/', orders.key.id],
  ]);
  expect(await former(join(root, 'cat'))).toHaveLength(5);
  expect(await former(root, 'servers')).toEqual([]);
});

test('what a branch brought counts by what was merged, however it was merged', async () => {
  const { root, git, commit } = startRepository();
  commit({ [fileOf(orders)]: entry(orders, '/orders/') });
  git('switch', '--quiet', '--create', 'work');
  commit({ [fileOf(orders)]: entry(orders, '/draft/') });
  commit({ [fileOf(orders)]: undefined });
  git('switch', '--quiet', 'main');
  commit({ 'cat/servers/README.md': 'the base moved' });
  git('merge', '--quiet', '--no-ff', '--no-edit', 'work');
  expect(await former(root)).toEqual([['/orders/', orders.key.id]]);
});

test('an entry that only the merge itself removed is found', async () => {
  const { root, git, commit, put } = startRepository();
  commit({ [fileOf(orders)]: entry(orders, '/orders/') });
  git('switch', '--quiet', '--create', 'work');
  commit({ 'other.txt': 'x' });
  git('switch', '--quiet', 'main');
  commit({ 'more.txt': 'x' });
  git('merge', '--quiet', '--no-ff', '--no-commit', 'work');
  put({ [fileOf(orders)]: undefined });
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a');
  expect(await former(root)).toEqual([['/orders/', orders.key.id]]);
});

test('versions that differ in what scan writes are read once, and those that hide their path are read', async () => {
  const { root, commit } = startRepository();
  const described = (description: string, path: string): string =>
    entry(gateway('orders', {}, { description }), '/x/').replace('/x/', path);
  for (const description of ['a', 'b', 'c']) commit({ [fileOf(orders)]: described(description, '/orders/') });
  commit({ [fileOf(orders)]: described('c', '/later/').replace('path: ', '"p\\u0061th":\n    ') });
  commit({ [fileOf(orders)]: undefined });
  expect(await former(root)).toEqual([
    ['/later/', orders.key.id],
    ['/orders/', orders.key.id],
  ]);
});

test('file names that git quotes, and files that are no entries, do no harm', async () => {
  const { root, git, commit } = startRepository();
  commit({
    [fileOf(orders)]: '{ not yaml',
    'cat/servers/manual/é "a".yaml': manual('/quoted/'),
    'cat/servers/manual/b.yaml': 'x'.repeat(200_000),
    'cat/servers/README.md': 'x',
    'cat/serversx/manual/c.yaml': manual('/beside/'),
  });
  git('config', 'log.showSignature', 'true');
  git('config', 'diff.renames', 'copies');
  commit({
    [fileOf(orders)]: undefined,
    'cat/servers/manual/é "a".yaml': undefined,
    'cat/servers/manual/b.yaml': undefined,
    'cat/servers/README.md': undefined,
    'cat/serversx/manual/c.yaml': undefined,
  });
  expect(await former(root)).toEqual([]);
  commit({ 'cat/servers/manual/d.yaml': manual('/plain/') });
  commit({ 'cat/servers/manual/d.yaml': undefined, 'cat/servers/manual/e.yaml': manual('/plain/') });
  expect(await former(root)).toEqual([['/plain/', 'by hand']]);
});

test('what is not there as a whole is told; where there is no history there is nothing to tell', async () => {
  const { root, git, commit } = startRepository();
  expect(await readFormerPaths(root, 'cat/servers')).toBeUndefined();
  expect(await readFormerPaths(temporaryFolder(), 'cat/servers')).toBeUndefined();
  commit({ [fileOf(orders)]: entry(orders, '/orders/') });
  commit({ [fileOf(orders)]: entry(orders, '/later/') });
  commit({ [fileOf(orders)]: undefined });
  const shallow = join(temporaryFolder(), 'clone');
  git('clone', '--quiet', '--depth=2', `file://${root}`, shallow);
  expect(await readFormerPaths(shallow, 'cat/servers')).toMatchObject({
    partial: 'shallow',
    paths: [{ path: '/later/' }],
  });
  for (const limit of [{ versions: 1 }, { bytes: entry(orders, '/later/').length + 1 }]) {
    expect(await readFormerPaths(root, 'cat/servers', { ...HISTORY_LIMITS, ...limit })).toMatchObject({
      partial: 'bounds',
      paths: [{ path: '/later/' }],
    });
  }
  expect(await readFormerPaths(root, 'cat/servers')).not.toHaveProperty('partial');
  const object = git('rev-parse', `HEAD~1:${fileOf(orders)}`).trim();
  rmSync(join(root, '.git/objects', object.slice(0, 2), object.slice(2)));
  expect(await readFormerPaths(root, 'cat/servers')).toMatchObject({
    partial: 'unreadable',
    paths: [{ path: '/orders/' }],
  });
});
