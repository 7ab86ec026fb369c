import { randomUUID } from 'node:crypto';
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SyncError } from '../model/errors.ts';
import { fileFailure } from '../model/file-failure.ts';

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Written aside, then put in place by `place`: a run that is ended leaves no half file. */
const aside = async (file: string, text: string, place: (from: string) => Promise<void>): Promise<void> => {
  const from = `${file}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(from, text, { flag: 'wx' });
    await place(from);
  } catch (error) {
    if (isThere(error)) {
      throw new SyncError('usage', 'bad-option', `Writing ${file}: it is there already.`, {
        hint: 'Edit it, or take another name.',
        cause: error,
      });
    }
    throw new SyncError('usage', 'bad-option', `Writing ${file}: ${fileFailure(error)}.`, {
      hint: 'Name a folder that this user may write to.',
      cause: error,
    });
  } finally {
    await rm(from, { force: true });
  }
};

/** Writes a file in the place of the one that is there, if any. */
export const writeWhole = (file: string, text: string): Promise<void> =>
  aside(file, text, (from) => rename(from, file));

/** Writes a file that must not be there yet. */
export const writeNew = (file: string, text: string): Promise<void> => aside(file, text, (from) => link(from, file));
