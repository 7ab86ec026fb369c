import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CommitParts,
  commitBody,
  isPlainCommit,
  type NewCommit,
  parseCommit,
  readLoose,
  TREE_MODE,
  treeLines,
  writeFiles,
  writeLoose,
} from './objects.ts';
import { looseRefs, makeRepository, moveLooseRef, readRef, ZERO } from './refs.ts';

export { ZERO };

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

export interface CommitData extends CommitParts {
  readonly sha: string;
}

/** A path that differs between two trees; `sha`: its new object. */
interface Difference {
  readonly status: 'A' | 'D' | 'M' | 'T';
  readonly path: string;
  readonly sha: string;
}

/** File, link or commit of another repository: the first half of a mode. */
const kindOf = ({ mode }: TreeItem): string => mode.slice(0, 3);

const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

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
  makeRepository(dir, { bare: true });

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

  /** Stores texts; their ids in order. */
  const writeBlobs = (contents: readonly (string | Buffer)[]): string[] =>
    contents.map((content) => writeLoose(dir, 'blob', Buffer.from(content)));

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

  /** Kind of an object, or nothing when there is none. */
  const typeOf = (sha: string): string | undefined => {
    if (!/^[0-9a-f]{40}$/.test(sha)) return undefined;
    const known = types.get(sha) ?? readLoose(dir, sha)?.type;
    const result = known === undefined ? attempt(['cat-file', '-t', sha]) : undefined;
    const type = known ?? (result?.status === 0 ? result.stdout.toString().trim() : undefined);
    if (type !== undefined) types.set(sha, type);
    return type;
  };

  const readBlob = (sha: string): Buffer => {
    const loose = readLoose(dir, sha);
    return loose?.type === 'blob' ? loose.body : fixed('cat-file', 'blob', sha);
  };

  const listed = new Map<string, readonly TreeItem[]>();
  /** Items of one tree, without what lies below. */
  const itemsOf = (tree: string): readonly TreeItem[] => {
    const known = listed.get(tree);
    if (known) return known;
    const loose = readLoose(dir, tree);
    const body = loose?.type === 'tree' ? loose.body : fixed('cat-file', 'tree', tree);
    const items = treeLines(body).map(({ mode, name, sha }): TreeItem => {
      const type = mode === TREE_MODE ? 'tree' : mode === '160000' ? 'commit' : 'blob';
      return {
        mode: mode.padStart(6, '0'),
        type,
        sha,
        path: name,
        ...(type === 'blob' ? { size: readBlob(sha).length } : {}),
      };
    });
    listed.set(tree, items);
    return items;
  };

  const listTree = (tree: string, recursive = false): TreeItem[] =>
    itemsOf(tree).flatMap((item) =>
      recursive && item.type === 'tree'
        ? [item, ...listTree(item.sha, true).map((it) => ({ ...it, path: `${item.path}/${it.path}` }))]
        : [item],
    );

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
    if (isPlain(files))
      return writeFiles(
        dir,
        [...files.values()].map((it) => ({ ...it, mode: it.mode.replace(/^0+/, '') })),
      );
    // git has the last word on paths and objects that it might refuse.
    const index = { GIT_INDEX_FILE: join(mkdtempSync(join(scratch, 'index-')), 'index') };
    const lines = [...files.values()].map((it) => `${it.mode} ${it.sha}\t${it.path}\0`).join('');
    text(['update-index', '-z', '--index-info'], lines, index);
    return text(['write-tree'], undefined, index);
  };

  /** Whether a tree can hold all of these: blobs that are there, at paths that are not in each other's way. */
  const isPlain = (files: ReadonlyMap<string, TreeItem>): boolean =>
    [...files].every(([path, { mode, sha }]) => {
      const names = path.split('/');
      const folders = names.slice(1).map((_, at) => names.slice(0, at + 1).join('/'));
      return (
        /^(?:100644|100755|120000)$/.test(mode) &&
        names.every((name) => name !== '' && name !== '.' && name !== '..' && !/^(?:\.git|git~\d+)$/i.test(name)) &&
        !folders.some((folder) => files.has(folder)) &&
        typeOf(sha) === 'blob'
      );
    });

  const commitByGit = (it: NewCommit): string =>
    text(['commit-tree', it.tree, ...it.parents.flatMap((parent) => ['-p', parent])], it.message, {
      GIT_AUTHOR_NAME: it.author.name,
      GIT_AUTHOR_EMAIL: it.author.email,
      GIT_AUTHOR_DATE: `${it.seconds} +0000`,
      GIT_COMMITTER_NAME: it.committer.name,
      GIT_COMMITTER_EMAIL: it.committer.email,
      GIT_COMMITTER_DATE: `${it.seconds} +0000`,
    });

  /** Stores a commit; git has the last word on one that it might refuse or write otherwise. */
  const commit = (it: NewCommit): string => {
    const plain =
      isPlainCommit(it) && typeOf(it.tree) === 'tree' && it.parents.every((parent) => typeOf(parent) === 'commit');
    return plain ? writeLoose(dir, 'commit', commitBody(it)) : commitByGit(it);
  };

  const readCommit = (sha: string): CommitData => {
    const loose = readLoose(dir, sha);
    return { sha, ...parseCommit(loose?.type === 'commit' ? loose.body : fixed('cat-file', 'commit', sha)) };
  };

  /** What a ref, branch or id points to, as a commit. */
  const resolve = (name: string): string | undefined => {
    if (typeOf(name) === 'commit') return name;
    const file = /^refs(?:\/[\w-][\w.-]*)+$/.test(name) && !name.includes('..') ? join(dir, name) : undefined;
    if (file !== undefined && existsSync(file)) {
      const sha = readRef(file);
      if (sha !== undefined && typeOf(sha) === 'commit') return sha;
    } else if (file !== undefined && !existsSync(join(dir, 'packed-refs'))) return undefined;
    const result = attempt(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    return result.status === 0 ? result.stdout.toString().trim() : undefined;
  };

  /** These commits and all before them. */
  const ancestorsOf = (names: readonly string[]): ReadonlySet<string> => {
    const met = new Set<string>();
    const left = names.flatMap((name) => resolve(name) ?? []);
    for (let sha = left.pop(); sha !== undefined; sha = left.pop()) {
      if (met.has(sha)) continue;
      met.add(sha);
      left.push(...readCommit(sha).parents);
    }
    return met;
  };

  /** Commits of `to` that none of `from` has, oldest first; git orders those of a history that is no line. */
  const commitsBetween = (from: readonly string[], to: string): string[] => {
    const byGit = (): string[] => lines(['rev-list', '--reverse', '--topo-order', to, ...from.map((it) => `^${it}`)]);
    const tip = resolve(to);
    if (tip === undefined) return byGit();
    const before = ancestorsOf(from);
    const line: string[] = [];
    for (let sha: string | undefined = tip; sha !== undefined && !before.has(sha); ) {
      const { parents }: CommitData = readCommit(sha);
      if (parents.length > 1) return byGit();
      line.unshift(sha);
      sha = parents[0];
    }
    return line;
  };

  /** Where two histories part; git chooses where neither is part of the other. */
  const mergeBase = (one: string, two: string): string | undefined => {
    const [left, right] = [resolve(one), resolve(two)];
    if (left !== undefined && right !== undefined) {
      if (ancestorsOf([right]).has(left)) return left;
      if (ancestorsOf([left]).has(right)) return right;
    }
    return attempt(['merge-base', one, two]).stdout.toString().trim() || undefined;
  };

  const treeOf = (commit: string): string => {
    const loose = readLoose(dir, commit);
    const [, tree] = /^tree ([0-9a-f]{40})\n/.exec(loose?.body.toString('latin1', 0, 50) ?? '') ?? [];
    return loose?.type === 'commit' && tree !== undefined ? tree : fixedText('rev-parse', `${commit}^{tree}`);
  };

  /** Paths of two commits or trees that differ, with what became of them: as `git diff-tree -r --no-renames` tells it. */
  const diff = (from: string, to: string): Difference[] => {
    const [before, after] = [from, to].map((id) => {
      const tree = typeOf(id) === 'commit' ? treeOf(id) : id;
      return new Map(filesOf(tree).map((item) => [item.path, item]));
    });
    const paths = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
    return paths.sort(byBytes).flatMap((path): Difference[] => {
      const [old, fresh] = [before?.get(path), after?.get(path)];
      if (fresh === undefined) return [{ status: 'D', path, sha: ZERO }];
      if (old === undefined) return [{ status: 'A', path, sha: fresh.sha }];
      if (old.sha === fresh.sha && old.mode === fresh.mode) return [];
      return [{ status: kindOf(old) === kindOf(fresh) ? 'M' : 'T', path, sha: fresh.sha }];
    });
  };

  return {
    dir,
    writeBlobs,
    listTree,
    writeTree,
    commit,
    readCommit,
    readBlob,
    typeOf,
    resolve,
    refs: (): readonly string[] => looseRefs(dir) ?? lines(['for-each-ref', '--format=%(refname)']),
    treeOf,
    /** Moves a ref from `before` (ZERO: must not exist) to `after` (ZERO: removes it); false when it was elsewhere. */
    updateRef: (ref: string, before: string, after: string): boolean => {
      const moved =
        after === ZERO || typeOf(after) === 'commit' ? moveLooseRef(dir, { ref, before, after }) : undefined;
      return (
        moved ??
        attempt(after === ZERO ? ['update-ref', '-d', ref, before] : ['update-ref', ref, after, before]).status === 0
      );
    },
    isAncestor: (older: string, newer: string): boolean => ancestorsOf([newer]).has(older),
    mergeBase,
    commitsBetween,
    /** Commits that changed a path, newest first, as `git log` follows them. */
    commitsOf: (from: string, path: string): string[] =>
      fixedText('--literal-pathspecs', 'log', '--format=%H', from, '--', path).split('\n').filter(Boolean),
    /** What a commit has at a path: git's id of it. */
    objectAt: (commit: string, path: string): string | undefined =>
      listTree(commit, true).find((item) => item.path === path)?.sha,
    diff,
    /** git's own merge of two commits; nothing when it has conflicts. */
    mergeTree: (ours: string, theirs: string): string | undefined => {
      const result = attempt(['merge-tree', '--write-tree', ours, theirs]);
      return result.status === 0 ? (result.stdout.toString().split('\n')[0] ?? '') : undefined;
    },
    emptyTree: (): string => writeLoose(dir, 'tree', Buffer.alloc(0)),
    remove: (): void => rmSync(root, { recursive: true, force: true }),
  };
};

export type Repository = ReturnType<typeof createRepository>;
