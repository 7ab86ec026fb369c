/** What the double reads and writes by itself is what git would have read and written. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createRepository, GitError, type Repository, ZERO } from '../../../sandbox/github/git.ts';

const start = () => {
  const repository = createRepository(mkdtempSync(join(tmpdir(), 'agentcore-sync-test-')));
  onTestFinished(repository.remove);
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', repository.dir, ...words], { encoding: 'utf8' });
  return { repository, git };
};

const FILES = ['b', 'a.b', 'a/c', 'a/b/ü.yaml', 'a0', 'servers/1/x.yaml', 'servers/10/x.yaml', 'servers/1.yaml'];
const PERSON = { name: 'somebody[bot]', email: '1+somebody@example.com' };

const treeOf = (repository: Repository, paths: readonly string[]): string => {
  const ids = repository.writeBlobs(paths.map((path) => `${path}\n`));
  return repository.writeTree(
    undefined,
    paths.map((path, at) => ({ path, mode: '100644', sha: ids[at] ?? '' })),
  );
};

const commitOf = (repository: Repository, tree: string, parents: readonly string[] = []): string =>
  repository.commit({
    tree,
    parents,
    message: 'One\n\ntwo\n',
    author: PERSON,
    committer: PERSON,
    seconds: 1_700_000_000,
  });

test('trees and blobs are as git stores them', () => {
  const { repository, git } = start();
  const tree = treeOf(repository, FILES);
  repository.updateRef('refs/heads/main', ZERO, commitOf(repository, tree));
  expect(git('fsck', '--strict', '--full')).toBe('');
  const lines = git('ls-tree', '-r', '-t', '-l', '-z', tree).split('\0').filter(Boolean);
  expect(
    repository
      .listTree(tree, true)
      .map(({ mode, type, sha, path, size = '-' }) => `${mode} ${type} ${sha} ${String(size).padStart(7)}\t${path}`),
  ).toEqual(lines);
  expect(git('cat-file', 'blob', `${tree}:a/b/ü.yaml`)).toBe('a/b/ü.yaml\n');
});

test('a commit is read as git shows it, from a pack too', () => {
  const { repository, git } = start();
  const first = commitOf(repository, treeOf(repository, ['a']));
  const second = commitOf(repository, treeOf(repository, ['a', 'b/c']), [first]);
  repository.updateRef('refs/heads/main', ZERO, second);
  const date = new Date(1_700_000_000_000).toISOString();
  const told = {
    sha: second,
    tree: git('rev-parse', `${second}^{tree}`).trim(),
    parents: [first],
    author: { ...PERSON, date },
    committer: { ...PERSON, date },
    message: 'One\n\ntwo',
  };
  const read = () => ({
    commit: repository.readCommit(second),
    tip: [repository.resolve('refs/heads/main'), repository.resolve('main'), repository.resolve('refs/heads/none')],
    files: repository.listTree(repository.treeOf(second), true).map(({ path }) => path),
  });
  expect(read()).toEqual({ commit: told, tip: [second, second, undefined], files: ['a', 'b', 'b/c'] });
  git('gc', '--quiet', '--prune=now');
  const packed = createRepositoryAgain(repository);
  expect(packed.readCommit(second)).toEqual(told);
  expect(packed.resolve('refs/heads/main')).toBe(second);
  expect(packed.listTree(packed.treeOf(second), true).map(({ path }) => path)).toEqual(['a', 'b', 'b/c']);
});

/** The same folder without what was remembered. */
const createRepositoryAgain = ({ dir }: Repository): Repository => createRepository(join(dir, '..'));

test.each(['../up', '.git/config', 'a//b'])('git has the last word on %s: it takes no such path', (path) => {
  const { repository } = start();
  const tree = treeOf(repository, ['kept', path]);
  expect(repository.listTree(tree, true).map((item) => item.path)).toEqual(['kept']);
});

test('an object that is not there is in no tree', () => {
  const { repository } = start();
  const edits = [{ path: 'a', mode: '100644', sha: '1'.repeat(40) }];
  expect(() => repository.writeTree(undefined, edits)).toThrow(GitError);
});

test('commits between two are those that git tells, in a line and after a merge', () => {
  const { repository, git } = start();
  const tree = treeOf(repository, ['a']);
  const [one, other] = [commitOf(repository, tree), commitOf(repository, treeOf(repository, ['b']))];
  const two = commitOf(repository, tree, [one]);
  const three = commitOf(repository, treeOf(repository, ['c']), [two]);
  const merge = commitOf(repository, tree, [three, other]);
  const told = (...words: string[]): string[] =>
    git('rev-list', '--reverse', '--topo-order', ...words)
      .split('\n')
      .filter(Boolean);
  expect(repository.commitsBetween([one], three)).toEqual([two, three]);
  expect(repository.commitsBetween([one], three)).toEqual(told(three, `^${one}`));
  expect(repository.commitsBetween([], three)).toEqual(told(three));
  expect(repository.commitsBetween([two], merge)).toEqual(told(merge, `^${two}`));
  expect(repository.commitsBetween([merge], three)).toEqual([]);
  expect([repository.isAncestor(other, merge), repository.isAncestor(other, three)]).toEqual([true, false]);
});

test('what differs, where histories part, and which refs there are is as git tells it', () => {
  const { repository, git } = start();
  const [text, link] = repository.writeBlobs(['text', 'a/b']);
  const tree = (edits: readonly (readonly [string, string, string | undefined])[]): string =>
    repository.writeTree(
      undefined,
      edits.map(([path, mode, sha = '']) => ({ path, mode, sha })),
    );
  const before = tree([
    ['a.b', '100644', text],
    ['a/c', '100644', text],
    ['a0', '100644', text],
    ['run', '100644', text],
    ['turned', '100644', text],
    ['x', '100644', text],
  ]);
  const after = tree([
    ['a.b', '100644', link],
    ['a/d', '100644', text],
    ['a0', '100644', text],
    ['run', '100755', text],
    ['turned', '120000', link],
    ['x/y', '100644', text],
  ]);
  const told = git('diff-tree', '-r', '-z', '--no-renames', before, after).split('\0').filter(Boolean);
  const differences = repository.diff(before, after);
  expect(differences.flatMap(({ status, sha, path }) => [`${sha} ${status}`, path])).toEqual(
    told.map((part) => (part.startsWith(':') ? part.split(' ').slice(3).join(' ') : part)),
  );
  expect(differences.map(({ status }) => status)).toEqual(['M', 'D', 'A', 'M', 'T', 'D', 'A']);
  const one = commitOf(repository, before);
  const [left, right] = [commitOf(repository, after, [one]), commitOf(repository, before, [one])];
  expect(repository.diff(one, left)).toEqual(differences);
  for (const [ours, theirs, base] of [
    [left, right, one],
    [one, right, one],
    [left, one, one],
  ] as const) {
    expect(repository.mergeBase(ours, theirs)).toBe(base);
    expect(git('merge-base', ours, theirs).trim()).toBe(base);
  }
  for (const ref of ['refs/heads/main', 'refs/heads/a/b', 'refs/tags/v1']) repository.updateRef(ref, ZERO, one);
  const refs = (): string[] => git('for-each-ref', '--format=%(refname)').split('\n').filter(Boolean);
  expect(repository.refs()).toEqual(refs());
  git('pack-refs', '--all');
  expect(repository.refs()).toEqual(refs());
  expect(repository.emptyTree()).toBe(git('hash-object', '-t', 'tree', '/dev/null').trim());
});

test('a commit that the double writes is the one that git would have written', () => {
  const { repository, git } = start();
  const tree = treeOf(repository, ['a']);
  const parent = commitOf(repository, tree);
  const sha = commitOf(repository, treeOf(repository, ['b']), [parent]);
  const words = ['-C', repository.dir, 'commit-tree', repository.treeOf(sha), '-p', parent];
  const [name, email, date] = [PERSON.name, PERSON.email, '1700000000 +0000'];
  const byGit = execFileSync('git', words, {
    encoding: 'utf8',
    input: 'One\n\ntwo\n',
    env: {
      PATH: process.env['PATH'],
      ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date },
      ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date },
    },
  });
  expect(sha).toBe(byGit.trim());
  expect(git('fsck', '--strict', '--full')).not.toMatch(/error|warning/);
});

test('a ref moves only from where it is said to be, and git sees each step', () => {
  const { repository, git } = start();
  const first = commitOf(repository, treeOf(repository, ['a']));
  const second = commitOf(repository, treeOf(repository, ['b']), [first]);
  const ref = 'refs/heads/one/two';
  const seen = (): string => git('for-each-ref', '--format=%(objectname) %(refname)').trim();
  expect(repository.updateRef(ref, first, second)).toBe(false);
  expect(repository.updateRef(ref, ZERO, first)).toBe(true);
  expect(seen()).toBe(`${first} ${ref}`);
  expect(repository.updateRef(ref, ZERO, second)).toBe(false);
  expect(repository.updateRef(ref, second, second)).toBe(false);
  expect(repository.updateRef('refs/heads/one', ZERO, second)).toBe(false);
  expect(repository.updateRef(`${ref}/three`, ZERO, second)).toBe(false);
  expect(repository.updateRef(ref, first, second)).toBe(true);
  expect(seen()).toBe(`${second} ${ref}`);
  expect(repository.updateRef(ref, second, ZERO)).toBe(true);
  expect(repository.updateRef('refs/heads/one', ZERO, second)).toBe(true);
  expect(seen()).toBe(`${second} refs/heads/one`);
});
