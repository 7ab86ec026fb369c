import { createHash } from 'node:crypto';
import { FILE_LIMITS } from '../document/syntax.ts';
import type { FormerPath, PathHolder } from './former-paths.ts';
import { readKnownFiles } from './known-files.ts';
import { isSafePath, locationOf } from './layout.ts';
import { git } from './read-git.ts';
import { identityOfFile } from './replaced.ts';

/** What is read of a history at most: versions of files, and their bytes, the newest first. */
export const HISTORY_LIMITS = { versions: 100_000, bytes: 256 * 1024 * 1024 } as const;

/** Bytes of versions that are held at once. */
const BATCH_BYTES = 16 * 1024 * 1024;

export interface FormerPaths {
  /** Newest first. */
  readonly paths: readonly FormerPath[];
  /** Why there may be more: the clone is shallow, the bounds were reached, or git could not read it. Absent: that is all. */
  readonly partial?: 'shallow' | 'bounds' | 'unreadable';
}

/** A version of a file that a commit removed or changed. */
interface Version {
  readonly path: string;
  readonly object: string;
}

interface Versions {
  readonly versions: readonly Version[];
  /** False where there are more. */
  readonly whole: boolean;
}

const lines = async (repository: string, args: readonly string[], input?: string): Promise<readonly string[]> =>
  (await git(repository, args, input)).toString('utf8').split('\n');

/** One row of `--raw -z` before its path: modes and ids of both sides, then what happened. https://git-scm.com/docs/diff-format */
const CHANGE = /^\n?:(100644|100755) \d{6} ([0-9a-f]{40,64}) [0-9a-f]+ [DMT]$/;

/**
 * The versions that the commits of HEAD's first parents removed or changed: what the branch itself once held, however a
 * merge was made; drafts of pull requests that were never merged so don't count.
 */
const readVersions = async (repository: string, folder: string, most: number): Promise<Versions> => {
  const which = ['--first-parent', '--diff-merges=first-parent', '--diff-filter=DMT', '--no-renames', '--no-ext-diff'];
  // A commit that is shown changed one file at least.
  const form = [
    '--no-show-signature',
    '--no-color',
    '--format=',
    '--raw',
    '--no-abbrev',
    '-z',
    `--max-count=${most + 1}`,
  ];
  const answer = await git(repository, ['log', ...which, ...form, 'HEAD', '--', folder === '' ? '.' : `${folder}/`]);
  const parts = answer.toString('utf8').split('\0').filter(Boolean);
  const from = folder === '' ? 0 : folder.length + 1;
  const seen = new Set<string>();
  const versions = parts.slice(0, 2 * most).flatMap((part, at): Version[] => {
    const [, , object] = CHANGE.exec(part) ?? [];
    const path = parts[at + 1]?.slice(from);
    if (object === undefined || path === undefined || seen.has(`${object} ${path}`) || !isSafePath(path)) return [];
    seen.add(`${object} ${path}`);
    const { type } = locationOf(path);
    return type === 'scanned' || type === 'manual' ? [{ path, object }] : [];
  });
  return { versions, whole: parts.length <= 2 * most };
};

interface Sized extends Version {
  readonly size: number;
}

/** Sizes of versions; what is too large for an entry is left out, and so is what is not there, as a clone may lack it. */
const withSizes = async (repository: string, versions: readonly Version[]) => {
  const asked = versions.map(({ object }) => `${object}\n`).join('');
  const rows = await lines(repository, ['cat-file', '--batch-check=%(objecttype) %(objectsize)'], asked);
  const found = versions.map((version, at) => ({ version, size: Number(/^blob (\d+)$/.exec(rows[at] ?? '')?.[1]) }));
  return {
    sized: found.flatMap(({ version, size }): Sized[] => (size <= FILE_LIMITS.bytes ? [{ ...version, size }] : [])),
    missing: found.some(({ size }) => Number.isNaN(size)),
  };
};

/** Pieces of about the same number of bytes. */
function* inPieces(versions: readonly Sized[]): Generator<readonly Sized[]> {
  let piece: Sized[] = [];
  let bytes = 0;
  for (const version of versions) {
    if (bytes + version.size > BATCH_BYTES && piece.length > 0) {
      yield piece;
      [piece, bytes] = [[], 0];
    }
    piece.push(version);
    bytes += version.size;
  }
  if (piece.length > 0) yield piece;
}

/** Contents in the order asked for: `<object> <type> <size>\n<content>\n` each. https://git-scm.com/docs/git-cat-file */
const readTexts = async (repository: string, versions: readonly Sized[]): Promise<readonly string[]> => {
  const answer = await git(repository, ['cat-file', '--batch'], versions.map(({ object }) => `${object}\n`).join(''));
  let at = 0;
  return versions.map(({ size }) => {
    const start = answer.indexOf('\n', at) + 1;
    at = start + size + 1;
    return answer.toString('utf8', start, start + size);
  });
};

/** What a scan does not write of a text: most versions of a file differ in their `source` alone. */
const digestOf = (path: string, text: string): string =>
  createHash('sha256')
    .update(`${path}\0${text.replace(/^source:.*\n(?:[ \t].*\n|\n)*/m, '')}`)
    .digest('base64');

const pathsOf = (path: string, text: string): readonly FormerPath[] =>
  [...readKnownFiles(new Map([[path, text]]), '')].flatMap(({ known, paths }) => {
    const holder: PathHolder = known === undefined ? {} : { key: known.key, identity: identityOfFile(known) };
    return paths.map((registered) => ({ path: registered, holder }));
  });

/** The first versions, as many as the bounds allow. */
const withinBounds = (versions: readonly Sized[], bytes: number): readonly Sized[] => {
  let sum = 0;
  return versions.filter(({ size }) => {
    sum += size;
    return sum <= bytes;
  });
};

const readPaths = async (repository: string, folder: string, limits: Limits): Promise<FormerPaths> => {
  const shallow = (await lines(repository, ['rev-parse', '--is-shallow-repository']))[0] === 'true';
  const { versions, whole } = await readVersions(repository, folder, limits.versions);
  const none = { sized: [], missing: false };
  const { sized, missing } = versions.length === 0 ? none : await withSizes(repository, versions);
  const read = withinBounds(sized, limits.bytes);
  const seen = new Set<string>();
  const paths: FormerPath[] = [];
  for (const piece of inPieces(read)) {
    for (const [at, text] of (await readTexts(repository, piece)).entries()) {
      const path = piece[at]?.path ?? '';
      const digest = digestOf(path, text);
      if (!seen.has(digest)) paths.push(...pathsOf(path, text));
      seen.add(digest);
    }
  }
  if (shallow) return { paths, partial: 'shallow' };
  if (missing) return { paths, partial: 'unreadable' };
  return { paths, ...(whole && read.length === sized.length ? {} : { partial: 'bounds' }) };
};

/** True where git refused a repository that is there; it says nothing of one without a commit. */
const saysWhy = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('(fatal: ') && !error.message.includes('not a git repository');

type Limits = Readonly<Record<keyof typeof HISTORY_LIMITS, number>>;

/**
 * The paths that entries of the catalogue had before, by git's history of the commit that is checked out. `folder`: the
 * catalogue's directory from the root of the repository in which `place` lies. undefined where there is no history at all:
 * no repository, no commit, no git. It never fails: what can't be read is told as `partial`.
 */
export const readFormerPaths = async (
  place: string,
  folder: string,
  limits: Limits = HISTORY_LIMITS,
): Promise<FormerPaths | undefined> => {
  let root: string | undefined;
  try {
    await git(place, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
    [root] = await lines(place, ['rev-parse', '--show-toplevel']);
  } catch (error) {
    return saysWhy(error) ? { paths: [], partial: 'unreadable' } : undefined;
  }
  if (root === undefined || root === '') return undefined;
  try {
    return await readPaths(root, folder, limits);
  } catch {
    return { paths: [], partial: 'unreadable' };
  }
};
