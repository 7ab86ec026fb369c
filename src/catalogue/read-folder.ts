import { stat } from 'node:fs/promises';
import type { Settings } from '../config/settings.ts';
import type { Problem } from '../model/problem.ts';
import { readDirectory } from './read-directory.ts';
import { readGitRef } from './read-git.ts';
import { mergedTree } from './read-history.ts';
import type { TreeRead } from './tree.ts';

/** A folder of the working directory; or of a commit, as it is once it is merged into the one that it is compared with. */
export const readFolder = async (
  { head, against }: Pick<Settings, 'head' | 'against'>,
  folder: string,
): Promise<TreeRead> => {
  if (head === undefined) return readDirectory(folder);
  return readGitRef('.', against === undefined ? head : await mergedTree('.', against, head), folder);
};

/** A directory that somebody named must be there, or a slip of the pen would be green for ever. */
export const absentProblems = async ({ directory, directoryGiven, head }: Settings): Promise<readonly Problem[]> => {
  if (head !== undefined || directoryGiven !== true) return [];
  const found = await stat(directory).catch(() => undefined);
  if (found?.isDirectory() === true) return [];
  return [
    {
      rule: 'directory-missing',
      severity: 'error',
      subject: directory,
      text: `${directory}: expected the directory of the entries, met none.`,
      hint: 'Name it as it lies from the working directory, or run scan first: it writes the entries.',
    },
  ];
};
