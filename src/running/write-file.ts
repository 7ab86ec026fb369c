import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeAside } from '../catalogue/write-aside.ts';
import { SyncError } from '../model/errors.ts';
import { fileFailure } from '../model/file-failure.ts';

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

const writing = (file: string, text: string, isNew: boolean): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeAside(file, text, isNew ? { isNew } : {});
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
  }
};

/** Writes a file in the place of the one that is there, if any, with its folder. Throws SyncError usage/bad-option. */
export const writeWhole = (file: string, text: string): void => writing(file, text, false);

/** Writes a file that must not be there yet. Throws SyncError usage/bad-option. */
export const writeNew = (file: string, text: string): void => writing(file, text, true);
