import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import { SyncError } from '../model/errors.ts';
import { git } from './read-git.ts';

/**
 * A file or folder of the working directory as git's repository names it: from its root, forward slashes.
 * @throws SyncError catalogue/unreadable outside of a repository, or for a path that leads out of it
 */
export const fromRepositoryRoot = async (path: string): Promise<string> => {
  const prefix = (await git('.', ['rev-parse', '--show-prefix'])).toString('utf8').trimEnd();
  const below = isAbsolute(path) ? relative(resolve('.'), path) : path;
  const found = posix.normalize(`${prefix}${below.replaceAll(sep, '/')}`).replace(/\/+$/, '');
  if (found !== '..' && !found.startsWith('../') && found !== '.' && found !== '') return found;
  throw new SyncError('catalogue', 'unreadable', `Reading the history of ${path}: it lies outside of the repository.`, {
    hint: 'Name a file or folder of the repository that is checked out.',
  });
};
