import { ENTRY_MERGE } from '../catalogue/entry-merge.ts';
import { readDirectory } from '../catalogue/read-directory.ts';
import { repositoryPath } from '../config/repository.ts';
import type { Settings } from '../config/settings.ts';
import { knownBlobs } from '../forge/github/blobs.ts';
import { emptyCache } from '../forge/github/history.ts';
import type { StartOptions } from '../forge/github/propose.ts';

/** What every pull request of entries starts from; what the checkout has is not read over the network again. */
export const startOptions = async ({
  directory,
  request: { base },
}: Pick<Settings, 'directory' | 'request'>): Promise<Omit<StartOptions, 'branch'>> => ({
  ...(base === undefined ? {} : { base }),
  directory: (await repositoryPath(directory)) ?? directory,
  known: knownBlobs((await readDirectory(directory)).tree.values()),
  cache: emptyCache(),
  rules: ENTRY_MERGE,
});
