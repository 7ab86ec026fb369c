import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeToolsLock } from '../document/tools-lock.ts';
import { SyncError } from '../model/errors.ts';
import { fileFailure } from '../model/file-failure.ts';
import type { VerifyFound } from '../verify/verify.ts';
import type { Subjects } from './verify-subjects.ts';

/** The file that holds what a run found, beside the locks. */
export const RESULTS_FILE = 'verify.json';

/** The folder below it with the locks of what is there now, each at the place that it has in the catalogue. */
export const LOCKS_FOLDER = 'locks';

/** Writes what a run found for another job: data alone, which that job reads as a stranger's. Rejects with SyncError catalogue/write-failed. */
export const writeVerifyResults = async (
  folder: string,
  { verified, locks }: VerifyFound,
  { lockPathOf }: Pick<Subjects, 'lockPathOf'>,
): Promise<void> => {
  const files = new Map([[RESULTS_FILE, `${JSON.stringify({ form: 1, verified }, null, 2)}\n`]]);
  for (const [path, lock] of locks) {
    const written = writeToolsLock(lock);
    if ('text' in written) files.set(`${LOCKS_FOLDER}/${lockPathOf(path)}`, written.text);
  }
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  } catch (cause) {
    throw new SyncError('catalogue', 'write-failed', `Writing ${folder}: ${fileFailure(cause)}.`, { cause });
  }
};
