import { SyncError } from '../model/errors.ts';
import { git, gitFolder } from './read-git.ts';

/** One commit, as git tells it. */
export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

const text = async (repository: string, args: readonly string[], input?: string): Promise<string> =>
  (await git(repository, args, input)).toString('utf8');

/** The commit that a ref names. Throws SyncError catalogue/unreadable where there is none. */
export const resolveCommit = async (repository: string, ref: string): Promise<string> =>
  (await text(repository, ['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`])).trim();

/** The commits that `head` has and `base` has not, newest first. */
export const commitsBetween = async (repository: string, base: string, head: string): Promise<readonly Commit[]> => {
  const range = [await resolveCommit(repository, head), `^${await resolveCommit(repository, base)}`];
  const log = await text(repository, ['rev-list', '--no-commit-header', '--format=%H%n%T%n%P%n%B%x00', ...range]);
  return log
    .split('\0')
    .map((part) => part.replace(/^\n/, ''))
    .filter((part) => part !== '')
    .map((part) => {
      const [sha = '', tree = '', parents = '', ...message] = part.split('\n');
      return { sha, tree, parents: parents.split(' ').filter(Boolean), message: message.join('\n') };
    });
};

/**
 * The tree that a merge of `head` into `base` would have, without making one.
 * @throws SyncError catalogue/unreadable where they conflict, or share no history
 */
export const mergedTree = async (repository: string, base: string, head: string): Promise<string> => {
  const sides = [await resolveCommit(repository, base), await resolveCommit(repository, head)];
  try {
    return (await text(repository, ['merge-tree', '--write-tree', ...sides])).split('\n')[0] ?? '';
  } catch (error) {
    throw new SyncError(
      'catalogue',
      'unreadable',
      `Merging ${head} into ${base}: git found conflicts, or no common history.`,
      {
        hint: 'Bring the branch up to date with its base, and settle the conflicts there.',
        cause: error,
      },
    );
  }
};

/** Paths that differ between two commits or trees, from the repository's root. */
export const changedPaths = async (repository: string, one: string, other: string): Promise<readonly string[]> => {
  const tree = async (ref: string): Promise<string> =>
    (await text(repository, ['rev-parse', '--verify', '--end-of-options', `${ref}^{tree}`])).trim();
  const sides = [await tree(one), await tree(other)];
  const listing = await text(repository, ['diff-tree', '-r', '-z', '--name-only', '--no-renames', ...sides]);
  return listing.split('\0').filter(Boolean);
};

const ROW = /^(.+) (blob|tree|commit|tag|missing)(?: (\d+))?$/;

/**
 * Texts of files of the catalogue at a commit, by path below `directory`; those that are not there are left out.
 * @throws SyncError catalogue/unreadable when git fails
 */
export const readFilesAt = async (
  repository: string,
  commit: string,
  files: { readonly directory: string; readonly paths: readonly string[] },
): Promise<ReadonlyMap<string, string>> => {
  const { paths } = files;
  const folder = gitFolder(repository, files.directory);
  const found = new Map<string, string>();
  if (paths.length === 0) return found;
  const answer = await git(
    repository,
    ['cat-file', '--batch'],
    paths.map((path) => `${commit}:./${folder}/${path}\n`).join(''),
  );
  let at = 0;
  for (const path of paths) {
    const end = answer.indexOf('\n', at);
    const [, , type, size] = ROW.exec(answer.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (type !== 'blob') continue;
    const bytes = Number(size);
    found.set(path, answer.toString('utf8', at, at + bytes));
    at += bytes + 1;
  }
  return found;
};
