import { repositoryPath } from '../config/repository.ts';
import { SyncError } from '../model/errors.ts';

/**
 * A file or folder as git's history names it: from the repository's root, forward slashes.
 * @throws SyncError catalogue/unreadable for the root itself, and for a path outside of the repository
 */
export const pathInHistory = async (path: string): Promise<string> => {
  const found = await repositoryPath(path);
  if (found !== undefined && found !== '') return found;
  throw new SyncError('catalogue', 'unreadable', `Reading the history of ${path}: it is no part of the repository.`, {
    hint: 'Name a file or folder of the repository that is checked out.',
  });
};
