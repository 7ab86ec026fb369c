import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ZERO = '0'.repeat(40);

export interface TreeItem {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly path: string;
  readonly size?: number;
}

/** One line of a new tree: an object to place, or a path to remove. */
export type TreeEdit =
  | { readonly path: string; readonly mode: string; readonly sha: string }
  | { readonly path: string; readonly sha: null };

export interface Person {
  readonly name: string;
  readonly email: string;
}

export interface CommitData {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person & { readonly date: string };
  readonly committer: Person & { readonly date: string };
  readonly message: string;
}

interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Person;
  readonly committer: Person;
  /** Seconds since the epoch. */
  readonly seconds: number;
}

/** A git command that failed: its own words. */
export class GitError extends Error {}

/**
 * A bare repository and the plumbing that the double needs. Calls are synchronous: nothing happens between the reading
 * of a ref and its update, as on a server that locks it.
 */
export const createRepository = (root: string) => {
  const dir = join(root, 'repository.git');
  const scratch = join(root, 'scratch');
  mkdirSync(scratch, { recursive: true });
  // Neither the machine's nor a user's configuration may change what the double does.
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: scratch,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    // Nobody needs these objects after a crash: waiting for the disk at each of them takes longer than all the rest.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.fsync',
    GIT_CONFIG_VALUE_0: 'none',
    LC_ALL: 'C',
  };
  execFileSync('git', ['init', '--quiet', '--bare', dir], { env: environment });

  const attempt = (args: readonly string[], input?: string | Buffer, extra: Readonly<Record<string, string>> = {}) =>
    spawnSync('git', ['-C', dir, ...args], {
      env: { ...environment, ...extra },
      maxBuffer: 512 * 1024 * 1024,
      ...(input === undefined ? {} : { input }),
    });
  const bytes = (
    args: readonly string[],
    input?: string | Buffer,
    extra?: Readonly<Record<string, string>>,
  ): Buffer => {
    const result = attempt(args, input, extra);
    if (result.status !== 0) throw new GitError(`git ${args[0] ?? ''}: ${result.stderr.toString().trim()}`);
    return result.stdout;
  };
  const text = (args: readonly string[], input?: string, extra?: Readonly<Record<string, string>>): string =>
    bytes(args, input, extra).toString().trimEnd();
  const lines = (args: readonly string[]): string[] => text(args).split('\n').filter(Boolean);

  /** Stores many texts with one process; their ids in order. */
  const writeBlobs = (contents: readonly (string | Buffer)[]): string[] => {
    if (contents.length === 0) return [];
    const folder = mkdtempSync(join(scratch, 'blobs-'));
    const paths = contents.map((content, index) => {
      const path = join(folder, String(index));
      writeFileSync(path, content);
      return path;
    });
    const ids = text(['hash-object', '-w', '--no-filters', '--stdin-paths'], `${paths.join('\n')}\n`).split('\n');
    rmSync(folder, { recursive: true });
    return ids;
  };

  const types = new Map<string, string>();
  const remembered = new Map<string, Buffer>();
  /** As `bytes`, once for each call: for what git's ids alone decide. */
  const fixed = (...args: readonly string[]): Buffer => {
    const key = args.join('\0');
    const result = remembered.get(key) ?? bytes(args);
    remembered.set(key, result);
    return result;
  };
  const fixedText = (...args: readonly string[]): string =>
    fixed(...args)
      .toString()
      .trimEnd();

  const listTree = (tree: string, recursive = false): TreeItem[] =>
    fixedText('ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), tree)
      .split('\0')
      .filter(Boolean)
      .map((line) => {
        const [head = '', path = ''] = line.split('\t');
        const [mode = '', type = '', sha = '', size = '-'] = head.split(/ +/);
        return { mode, type, sha, path, ...(size === '-' ? {} : { size: Number(size) }) };
      });

  const filesOf = (tree: string): TreeItem[] => listTree(tree, true).filter((item) => item.type !== 'tree');

  /** A tree with the edits made, in their order; a subtree replaces what lies at its path. */
  const writeTree = (base: string | undefined, edits: readonly TreeEdit[]): string => {
    const files = new Map(base === undefined ? [] : filesOf(base).map((item) => [item.path, item]));
    const removeAt = (path: string): boolean => {
      if (files.delete(path)) return true;
      const inside = [...files.keys()].filter((it) => it.startsWith(`${path}/`));
      for (const it of inside) files.delete(it);
      return inside.length > 0;
    };
    for (const edit of edits) {
      if (edit.sha === null) {
        if (!removeAt(edit.path)) throw new GitError(`no path to remove: ${edit.path}`);
      } else if (edit.mode === '040000') {
        removeAt(edit.path);
        for (const item of filesOf(edit.sha)) {
          const path = `${edit.path}/${item.path}`;
          files.set(path, { ...item, path });
        }
      } else {
        files.set(edit.path, { mode: edit.mode, type: 'blob', sha: edit.sha, path: edit.path });
      }
    }
    const index = { GIT_INDEX_FILE: join(mkdtempSync(join(scratch, 'index-')), 'index') };
    const listed = [...files.values()].map((it) => `${it.mode} ${it.sha}\t${it.path}\0`).join('');
    text(['update-index', '-z', '--index-info'], listed, index);
    return text(['write-tree'], undefined, index);
  };

  const commit = (it: NewCommit): string =>
    text(['commit-tree', it.tree, ...it.parents.flatMap((parent) => ['-p', parent])], it.message, {
      GIT_AUTHOR_NAME: it.author.name,
      GIT_AUTHOR_EMAIL: it.author.email,
      GIT_AUTHOR_DATE: `${it.seconds} +0000`,
      GIT_COMMITTER_NAME: it.committer.name,
      GIT_COMMITTER_EMAIL: it.committer.email,
      GIT_COMMITTER_DATE: `${it.seconds} +0000`,
    });

  const readCommit = (sha: string): CommitData => {
    const format = '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B';
    const parts = fixedText('log', '-1', `--format=${format}`, sha).split('\0');
    const part = (index: number): string => parts[index] ?? '';
    return {
      sha: part(0),
      tree: part(1),
      parents: part(2).split(' ').filter(Boolean),
      author: { name: part(3), email: part(4), date: new Date(part(5)).toISOString() },
      committer: { name: part(6), email: part(7), date: new Date(part(8)).toISOString() },
      message: part(9).trimEnd(),
    };
  };

  return {
    dir,
    writeBlobs,
    listTree,
    writeTree,
    commit,
    readCommit,
    readBlob: (sha: string): Buffer => fixed('cat-file', 'blob', sha),
    /** Kind of an object, or nothing when there is none. */
    typeOf: (sha: string): string | undefined => {
      if (!/^[0-9a-f]{40}$/.test(sha)) return undefined;
      if (types.has(sha)) return types.get(sha);
      const result = attempt(['cat-file', '-t', sha]);
      if (result.status === 0) types.set(sha, result.stdout.toString().trim());
      return result.status === 0 ? result.stdout.toString().trim() : undefined;
    },
    /** What a ref, branch or id points to, as a commit. */
    resolve: (name: string): string | undefined => {
      const result = attempt(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
      return result.status === 0 ? result.stdout.toString().trim() : undefined;
    },
    refs: (): string[] => lines(['for-each-ref', '--format=%(refname)']),
    treeOf: (commit: string): string => fixedText('rev-parse', `${commit}^{tree}`),
    /** Moves a ref from `before` (ZERO: must not exist) to `after` (ZERO: removes it); false when it was elsewhere. */
    updateRef: (ref: string, before: string, after: string): boolean =>
      attempt(after === ZERO ? ['update-ref', '-d', ref, before] : ['update-ref', ref, after, before]).status === 0,
    isAncestor: (older: string, newer: string): boolean =>
      attempt(['merge-base', '--is-ancestor', older, newer]).status === 0,
    mergeBase: (one: string, two: string): string | undefined =>
      attempt(['merge-base', one, two]).stdout.toString().trim() || undefined,
    /** Commits of `to` that none of `from` has, oldest first. */
    commitsBetween: (from: readonly string[], to: string): string[] =>
      lines(['rev-list', '--reverse', '--topo-order', to, ...from.map((it) => `^${it}`)]),
    /** Commits that changed a path, newest first, as `git log` follows them. */
    commitsOf: (from: string, path: string): string[] =>
      fixedText('--literal-pathspecs', 'log', '--format=%H', from, '--', path).split('\n').filter(Boolean),
    /** What a commit has at a path: git's id of it. */
    objectAt: (commit: string, path: string): string | undefined =>
      listTree(commit, true).find((item) => item.path === path)?.sha,
    /** Paths that differ, with what became of them. */
    diff: (from: string, to: string): { status: string; path: string; sha: string }[] => {
      const parts = fixedText('diff-tree', '-r', '-z', '--no-renames', from, to).split('\0').filter(Boolean);
      return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => {
        const fields = (parts[index * 2] ?? '').split(' ');
        return { status: fields[4] ?? '', sha: fields[3] ?? '', path: parts[index * 2 + 1] ?? '' };
      });
    },
    /** git's own merge of two commits; nothing when it has conflicts. */
    mergeTree: (ours: string, theirs: string): string | undefined => {
      const result = attempt(['merge-tree', '--write-tree', ours, theirs]);
      return result.status === 0 ? (result.stdout.toString().split('\n')[0] ?? '') : undefined;
    },
    emptyTree: (): string => text(['mktree'], ''),
    remove: (): void => rmSync(root, { recursive: true, force: true }),
  };
};

export type Repository = ReturnType<typeof createRepository>;
