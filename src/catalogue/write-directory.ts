import { closeSync, constants, mkdirSync, openSync, readFileSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileChange } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import { fileFailure } from '../model/file-failure.ts';
import { isSafePath } from './layout.ts';
import { errorCode, pathKind } from './path-kind.ts';
import { writeAside } from './write-aside.ts';

const unsafe = (file: string, why: string): SyncError =>
  new SyncError('catalogue', 'unsafe-path', `Writing ${file}: ${why}.`, {
    hint: 'Entries are plain files in plain folders below the catalogue.',
  });

const failed = (file: string, cause: unknown): SyncError =>
  new SyncError('catalogue', 'write-failed', `Writing ${file}: ${fileFailure(cause)}.`, {
    hint: 'Check rights and space; then run the scan again: it goes on where it stopped.',
    cause,
  });

const changed = (file: string): SyncError =>
  new SyncError('catalogue', 'write-failed', `Writing ${file}: it is not as it was when the scan read it.`, {
    hint: 'Something else writes there. Run the scan again.',
  });

const kindAt = (path: string): ReturnType<typeof pathKind> => {
  try {
    return pathKind(path);
  } catch (error) {
    throw failed(path, error);
  }
};

/** Makes a folder. Alone first: made with its parents, Node says of a read-only place that there is no such folder. */
const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    if (errorCode(error) !== 'ENOENT') throw error;
    // The catalogue's own folder may be deeper than one.
    mkdirSync(folder, { recursive: true });
  }
};

/** Every folder on the way is a folder, not a link that leads elsewhere; those that are missing are made. */
const enterFolders = (directory: string, below: string, make: boolean): void => {
  let folder = directory;
  for (const part of ['.', ...below.split('/')]) {
    folder = join(folder, part);
    const kind = kindAt(folder);
    if (kind === 'nothing' && make) makeFolder(folder);
    else if (kind !== 'folder') throw unsafe(folder, kind === 'nothing' ? 'the folder is gone' : 'it is no folder');
  }
};

const currentText = (file: string): string | undefined => {
  const kind = kindAt(file);
  if (kind === 'nothing') return undefined;
  if (kind !== 'file') throw unsafe(file, 'it is no plain file');
  const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return readFileSync(handle, 'utf8');
  } finally {
    closeSync(handle);
  }
};

const expectText = (file: string, before: string | undefined): void => {
  if (currentText(file) !== before) throw changed(file);
};

const removeIfEmpty = (folder: string): boolean => {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOTEMPTY' || errorCode(error) === 'EEXIST') return false;
    throw error;
  }
};

const removeFile = (directory: string, path: string): void => {
  unlinkSync(join(directory, path));
  let folder = dirname(path);
  while (folder !== '.' && removeIfEmpty(join(directory, folder))) folder = dirname(folder);
};

/** Writes a file into a folder that has been entered. */
const put = (directory: string, path: string, text: string, before: string | undefined): void => {
  const file = join(directory, path);
  expectText(file, before);
  writeAside(file, text);
};

type Stays = Extract<FileChange, { action: 'create' | 'update' }>;
type Goes = Exclude<FileChange, Stays>;

const takeAway = (directory: string, change: Goes): void => {
  if (change.action === 'replace') {
    enterFolders(directory, dirname(change.path), true);
    enterFolders(directory, dirname(change.from), false);
    expectText(join(directory, change.from), change.before);
    put(directory, change.path, change.text, undefined);
    removeFile(directory, change.from);
    return;
  }
  enterFolders(directory, dirname(change.path), false);
  expectText(join(directory, change.path), change.before);
  removeFile(directory, change.path);
};

/** Makes one change; what goes wrong is an error that names the file. */
const named = (directory: string, path: string, work: () => void): void => {
  try {
    work();
  } catch (error) {
    throw error instanceof SyncError ? error : failed(`${directory}/${path}`, error);
  }
};

/**
 * Makes the changes in a directory: what is new or updated first, folder by folder, then what moves or goes, since that
 * may remove folders. A file must be as the change found it; symbolic links and paths that lead out are refused before
 * anything is written; folders that become empty go too. May be stopped and run again. The calls are Node's synchronous
 * ones: for thousands of small files on a disk, handing each step to another thread takes longer than the step.
 * @throws SyncError catalogue/unsafe-path, catalogue/write-failed
 */
export const writeDirectory = async (directory: string, changes: readonly FileChange[]): Promise<void> => {
  for (const change of changes) {
    const paths = change.action === 'replace' ? [change.path, change.from] : [change.path];
    const bad = paths.find((path) => !isSafePath(path));
    if (bad !== undefined)
      throw unsafe(`${directory}/${bad}`, 'the path leads out of the catalogue or is no safe name');
  }
  const stays = changes.filter((change) => change.action === 'create' || change.action === 'update');
  for (const [folder, inFolder] of Map.groupBy(stays, ({ path }) => dirname(path))) {
    named(directory, folder, () => enterFolders(directory, folder, true));
    for (const change of inFolder) {
      const before = change.action === 'update' ? change.before : undefined;
      named(directory, change.path, () => put(directory, change.path, change.text, before));
    }
    // A stop, for one, is looked at in between.
    await setImmediate();
  }
  const goes = changes.filter((change) => change.action === 'replace' || change.action === 'delete');
  for (const change of goes) named(directory, change.path, () => takeAway(directory, change));
};
