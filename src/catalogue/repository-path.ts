import { repositoryPaths } from '../config/repository.ts';
import { SyncError } from '../model/errors.ts';

const named = (path: string, found: string | undefined): string => {
  if (found !== undefined && found !== '') return found;
  throw new SyncError('catalogue', 'unreadable', `Reading the history of ${path}: it is no part of the repository.`, {
    hint: 'Name a file or folder of the repository that is checked out.',
  });
};

/**
 * Files and folders as git's history names them: from the repository's root, forward slashes. git is asked once.
 * @throws SyncError catalogue/unreadable for the root itself, and for a path outside of the repository
 */
export const pathsInHistory = async (paths: readonly string[]): Promise<readonly string[]> => {
  const found = await repositoryPaths(paths);
  return paths.map((path, at) => named(path, found[at]));
};

/** As `pathsInHistory`, of one. */
export const pathInHistory = async (path: string): Promise<string> => named(path, (await repositoryPaths([path]))[0]);
