import { LOCK_ENDING } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import { git, gitFolder } from './read-git.ts';

/** Commits that are looked through: one call of git, however many locks there are. */
const MOST_COMMITS = 20_000;

/** The commit that last changed a lock on the branch that is checked out. */
export interface LockCommit {
  readonly commit: string;
  /** When it was made: milliseconds since 1970. */
  readonly at: number;
}

const FORM = ['--format=tformat:%H %ct %P', '--no-show-signature', '--no-color', '--no-notes'];
const WALK = ['--first-parent', '--diff-merges=first-parent', `--max-count=${MOST_COMMITS}`];
/** Names from where git is asked, whatever a person's own configuration says. */
const NAMES = ['-z', '--name-only', '--relative', '--no-renames', '--no-ext-diff'];

/** A commit's row among the names of its files, which all begin with the folder. */
const COMMIT = /^\n?([0-9a-f]{40,64}) (\d{1,12}) ([0-9a-f ]*)$/;

/**
 * For each lock below `directory` the commit that last changed it: of the first parents of HEAD, so that a merge counts as
 * what it brought and a draft as nothing. A lock that differs from HEAD has none, nor has one whose history was not
 * fetched; without a repository there are none at all. Paths are below `directory`.
 */
export const readLockCommits = async (
  repository: string,
  directory: string,
): Promise<ReadonlyMap<string, LockCommit>> => {
  try {
    const ask = async (...words: readonly string[]): Promise<readonly string[]> =>
      (await git(repository, words)).toString('utf8').split('\0');
    const folder = `${gitFolder(repository, directory)}/`;
    const isCut = (await ask('rev-parse', '--is-shallow-repository'))[0]?.trim() === 'true';
    const changed = new Set(await ask('diff', ...NAMES, 'HEAD', '--', folder));
    const found = new Map<string, LockCommit | undefined>();
    let current: LockCommit | undefined;
    for (const part of await ask('log', ...FORM, ...WALK, ...NAMES, 'HEAD', '--', folder)) {
      const [, commit, at, parents] = COMMIT.exec(part) ?? [];
      const path = part.replace(/^\n/, '');
      if (commit !== undefined) {
        // Where a clone was cut, the last commit seems to bring everything.
        current = isCut && parents === '' ? undefined : { commit, at: Number(at) * 1000 };
      } else if (path.startsWith(folder) && path.endsWith(LOCK_ENDING) && !changed.has(path)) {
        const below = path.slice(folder.length);
        if (!found.has(below)) found.set(below, current);
      }
    }
    return new Map([...found].flatMap(([path, one]) => (one === undefined ? [] : [[path, one] as const])));
  } catch (error) {
    if (error instanceof SyncError) return new Map();
    throw error;
  }
};
