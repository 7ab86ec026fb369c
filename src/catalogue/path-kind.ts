import { lstatSync } from 'node:fs';

/** What an error of the file system calls itself. */
export const errorCode = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** What stands at a path; a link is none of a file or folder. Throws what the file system does. */
export const pathKind = (path: string): 'folder' | 'file' | 'other' | 'nothing' => {
  try {
    const found = lstatSync(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nothing';
    throw error;
  }
};
