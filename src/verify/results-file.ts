import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeToolsLock } from '../document/tools-lock.ts';
import { textDigest } from '../model/canonical.ts';
import { SyncError } from '../model/errors.ts';
import { fileFailure } from '../model/file-failure.ts';
import { scannerTools } from './scanner.ts';
import type { SeenList } from './second-look.ts';
import type { Subjects } from './subjects.ts';
import type { VerifyFound } from './verify.ts';

/** The file that holds what a run found, beside the locks. */
export const RESULTS_FILE = 'verify.json';

/** The folder below it with the locks of what is there now, each at the place that it has in the catalogue. */
export const LOCKS_FOLDER = 'locks';

/** The file beside it with all tools, for a scanner. */
const TOOLS_FILE = 'tools.json';

/** The result of a run, as another job reads it. */
export interface VerifyResults extends VerifyFound {
  /** Complete lists of what may be disabled for them. Keys are paths in the registry. */
  readonly lists: ReadonlyMap<string, readonly SeenList[]>;
}

/**
 * Writes what a run found for another job: data alone, which that job reads as a stranger's. Gives the digest of the file
 * that holds the digests of all others. Rejects with SyncError catalogue/write-failed.
 */
export const writeVerifyResults = async (
  folder: string,
  { verified, locks, lists }: VerifyResults,
  { lockPathOf }: Pick<Subjects, 'lockPathOf'>,
): Promise<string> => {
  const texts = new Map<string, string>();
  for (const [path, lock] of locks) {
    const written = writeToolsLock(lock);
    if ('text' in written) texts.set(lockPathOf(path), written.text);
  }
  const digests = Object.fromEntries([...texts].map(([path, text]) => [path, textDigest(text)]));
  const seen = Object.fromEntries([...lists].map(([path, each]) => [lockPathOf(path), each]));
  const results = `${JSON.stringify({ form: 1, locks: digests, lists: seen, verified }, null, 2)}\n`;
  const files = [
    [RESULTS_FILE, results],
    [TOOLS_FILE, scannerTools(locks)],
    ...[...texts].map(([path, text]) => [`${LOCKS_FOLDER}/${path}`, text]),
  ] as const;
  try {
    for (const [path = '', text = ''] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  } catch (cause) {
    throw new SyncError('catalogue', 'write-failed', `Writing ${folder}: ${fileFailure(cause)}.`, { cause });
  }
  return textDigest(results);
};
