import { SyncError } from '../model/errors.ts';
import { type OtherChange, pathKind } from '../model/other-change.ts';
import { git, gitFolder } from './read-git.ts';

const text = async (repository: string, args: readonly string[], input?: string): Promise<string> =>
  (await git(repository, args, input)).toString('utf8');

/** The commit that a ref names. Throws SyncError catalogue/unreadable where there is none. */
export const resolveCommit = async (repository: string, ref: string): Promise<string> =>
  (await text(repository, ['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`])).trim();

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

/** One row of `diff-tree -r -z` before its path: modes and ids of both sides, then what happened. https://git-scm.com/docs/diff-format */
const CHANGE = /^:(\d{6}) (\d{6}) [0-9a-f]+ [0-9a-f]+ [A-Z]\d*$/;
const NOTHING = '000000';

/** Every path that differs between two commits or trees, from the repository's root, with what git keeps there. */
export const changedPaths = async (repository: string, one: string, other: string): Promise<readonly OtherChange[]> => {
  const tree = async (ref: string): Promise<string> =>
    (await text(repository, ['rev-parse', '--verify', '--end-of-options', `${ref}^{tree}`])).trim();
  const sides = [await tree(one), await tree(other)];
  const listing = await text(repository, ['diff-tree', '-r', '-z', '--raw', '--no-renames', ...sides]);
  const parts = listing.split('\0').filter(Boolean);
  return parts.flatMap((part, at): OtherChange[] => {
    const [, before = '', after = ''] = CHANGE.exec(part) ?? [];
    const path = parts[at + 1];
    if (at % 2 === 1 || path === undefined) return [];
    return [
      {
        path,
        ...(before === NOTHING ? {} : { before: pathKind(before) }),
        ...(after === NOTHING ? {} : { after: pathKind(after) }),
      },
    ];
  });
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
