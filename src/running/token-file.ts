import { appendFileSync, mkdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { writeAside } from '../catalogue/write-aside.ts';
import { runGit } from '../config/repository.ts';
import { SyncError } from '../model/errors.ts';
import { fileFailure } from '../model/file-failure.ts';
import { visible } from '../report/visible.ts';

/** Whether git ends well with these words in a folder. */
const isWell = async (folder: string, ...words: readonly string[]): Promise<boolean> => {
  try {
    await runGit('-C', folder, ...words);
    return true;
  } catch {
    return false;
  }
};

const unsafe = (path: string, met: string, hint: string): SyncError =>
  new SyncError('usage', 'bad-option', `write a token to ${visible(path)}: ${met}`, { hint });

/** check-ignore takes no literal pathspecs; `./` in front keeps a name from being one with magic. */
const isIgnored = (folder: string, name: string): Promise<boolean> =>
  isWell(folder, '--no-literal-pathspecs', 'check-ignore', '--quiet', '--', `./${name}`);

/** A name as a line of an ignore file, in which no character means anything but itself. */
const asPattern = (path: string): string => `/${path.replaceAll(/[\\*?[\]!# ]/g, (character) => `\\${character}`)}`;

/**
 * Makes sure that git never takes a token along: the file must be untracked and ignored. Where no ignore file names it,
 * it is added to the repository's own list (info/exclude), which changes nothing that is committed. Gives whether a line
 * was added. Throws SyncError usage/bad-option for a tracked file, and where another rule takes it in again.
 */
export const keepFromGit = async (path: string): Promise<boolean> => {
  const [folder, name] = [dirname(resolve(path)), basename(path)];
  if (!(await isWell(folder, 'rev-parse', '--is-inside-work-tree'))) return false;
  if (await isWell(folder, 'ls-files', '--error-unmatch', '--', name)) {
    throw unsafe(
      path,
      'git tracks this file',
      `Remove it from git (git rm --cached ${visible(path)}), or name another with --token-file.`,
    );
  }
  if (await isIgnored(folder, name)) return false;
  const list = resolve(folder, (await runGit('-C', folder, 'rev-parse', '--git-path', 'info/exclude')).trim());
  const prefix = (await runGit('-C', folder, 'rev-parse', '--show-prefix')).trim();
  mkdirSync(dirname(list), { recursive: true });
  appendFileSync(list, `\n${asPattern(`${prefix}${name}`)}\n`);
  if (await isIgnored(folder, name)) return true;
  throw unsafe(
    path,
    'an ignore file takes it in again',
    'Remove that rule (git check-ignore -v shows it), or name another file with --token-file.',
  );
};

/** Writes a token that only this user may read. Throws SyncError catalogue/write-failed. */
export const writeTokenFile = (path: string, text: string): void => {
  try {
    writeAside(path, text, { mode: 0o600 });
  } catch (error) {
    throw new SyncError('catalogue', 'write-failed', `write a token to ${visible(path)}: ${fileFailure(error)}`, {
      hint: 'Name another place with --token-file.',
    });
  }
};
