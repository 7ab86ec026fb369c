import { repositoryPath } from '../config/repository.ts';
import type { Problem } from '../model/problem.ts';
import type { ScanResult } from '../model/resource.ts';
import type { FormerPath } from './former-paths.ts';
import { findsNew } from './merge.ts';
import { type FormerPaths, readFormerPaths } from './read-former.ts';

const WHY = {
  shallow: {
    text: 'The checkout is shallow',
    hint: 'Fetch the whole history: in scan.yml give actions/checkout "fetch-depth: 0", elsewhere run git fetch --unshallow.',
  },
  bounds: { text: 'The history is longer than what is read of it', hint: '' },
  unreadable: { text: "The history can't be read", hint: 'Clone the repository anew, with its whole history.' },
} as const satisfies Record<NonNullable<FormerPaths['partial']>, { readonly text: string; readonly hint: string }>;

const partialHistory = (partial: keyof typeof WHY, directory: string): Problem => {
  const { text, hint } = WHY[partial];
  return {
    rule: 'paths-history',
    severity: 'notice',
    subject: directory,
    text: `${text}: look whether the paths of new entries once belonged to something else, whose clients may still call there.`,
    ...(hint === '' ? {} : { hint }),
  };
};

/**
 * Paths that the catalogue's history knows, for a scan that found something new; a scan that found nothing new reads none.
 * `files`: the entries that are there.
 */
export const formerPaths = async (
  directory: string,
  files: Iterable<string>,
  scan: ScanResult,
): Promise<{ readonly former: readonly FormerPath[]; readonly problems: readonly Problem[] }> => {
  const folder = findsNew(files, scan) ? await repositoryPath(directory) : undefined;
  const read = folder === undefined ? undefined : await readFormerPaths('.', folder);
  return {
    former: read?.paths ?? [],
    problems: read?.partial === undefined ? [] : [partialHistory(read.partial, directory)],
  };
};
