import { constants } from 'node:fs';
import { lstat, mkdir, open, readFile, rename, rmdir, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileChange } from '../model/catalogue.ts';
import { SyncError } from '../model/errors.ts';
import { isSafePath } from './layout.ts';

const code = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const unsafe = (file: string, why: string): SyncError =>
  new SyncError('catalogue', 'unsafe-path', `Writing ${file}: ${why}.`, {
    hint: 'Entries are plain files in plain folders below the catalogue.',
  });

const failed = (file: string, cause: unknown): SyncError =>
  new SyncError('catalogue', 'write-failed', `Writing ${file}: the file system refused it.`, {
    hint: 'Check rights and space; then run the scan again: it goes on where it stopped.',
    cause,
  });

const changed = (file: string): SyncError =>
  new SyncError('catalogue', 'write-failed', `Writing ${file}: it is not as it was when the scan read it.`, {
    hint: 'Something else writes there. Run the scan again.',
  });

const kindAt = async (path: string): Promise<'folder' | 'file' | 'other' | 'nothing'> => {
  try {
    const found = await lstat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  } catch (error) {
    if (code(error) === 'ENOENT') return 'nothing';
    throw failed(path, error);
  }
};

/** Every folder on the way is a folder, not a link that leads elsewhere; those that are missing are made. */
const enterFolders = async (directory: string, path: string, make: boolean): Promise<void> => {
  const parts = ['', ...path.split('/').slice(0, -1)];
  let folder = directory;
  for (const part of parts) {
    folder = join(folder, part);
    const kind = await kindAt(folder);
    // Recursive: that another folder's writes made it meanwhile is no error.
    if (kind === 'nothing' && make) await mkdir(folder, { recursive: true });
    else if (kind !== 'folder') throw unsafe(folder, kind === 'nothing' ? 'the folder is gone' : 'it is no folder');
  }
};

const currentText = async (file: string): Promise<string | undefined> => {
  const kind = await kindAt(file);
  if (kind === 'nothing') return undefined;
  if (kind !== 'file') throw unsafe(file, 'it is no plain file');
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return await readFile(handle, 'utf8');
  } finally {
    await handle.close();
  }
};

const expectText = async (file: string, before: string | undefined): Promise<void> => {
  if ((await currentText(file)) !== before) throw changed(file);
};

/** Written aside and renamed: a reader sees the old text or the new one, never half of one. */
const writeAside = async (file: string, text: string): Promise<void> => {
  const aside = join(dirname(file), `.agentcore-sync-${process.pid}.tmp`);
  const write = () => writeFile(aside, text, { flag: 'wx' });
  await write().catch(async (error: unknown) => {
    // What a run that was killed left behind.
    if (code(error) !== 'EEXIST') throw error;
    await unlink(aside);
    await write();
  });
  await rename(aside, file).catch(async (error: unknown) => {
    await unlink(aside);
    throw error;
  });
};

const removeFile = async (directory: string, path: string): Promise<void> => {
  await unlink(join(directory, path));
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const emptied = await rmdir(join(directory, folder)).then(
      () => true,
      (error: unknown) => {
        if (code(error) === 'ENOTEMPTY' || code(error) === 'EEXIST') return false;
        throw error;
      },
    );
    if (!emptied) return;
  }
};

type Stays = Extract<FileChange, { action: 'create' | 'update' }>;
type Goes = Exclude<FileChange, Stays>;

/** Writes a file into a folder that has been entered. */
const put = async (directory: string, change: Stays): Promise<void> => {
  const file = join(directory, change.path);
  await expectText(file, change.action === 'update' ? change.before : undefined);
  await writeAside(file, change.text);
};

const takeAway = async (directory: string, change: Goes): Promise<void> => {
  if (change.action === 'delete') {
    await enterFolders(directory, change.path, false);
    await expectText(join(directory, change.path), change.before);
    return removeFile(directory, change.path);
  }
  await enterFolders(directory, change.path, true);
  await enterFolders(directory, change.from, false);
  await expectText(join(directory, change.from), change.before);
  await put(directory, { action: 'create', path: change.path, text: change.text });
  return removeFile(directory, change.from);
};

/** Runs one change; what goes wrong is an error that names the file. */
const named = async (directory: string, path: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    throw error instanceof SyncError ? error : failed(`${directory}/${path}`, error);
  }
};

const putAll = async (directory: string, inFolder: readonly Stays[]): Promise<void> => {
  const [first] = inFolder;
  if (first) await named(directory, first.path, () => enterFolders(directory, first.path, true));
  for (const change of inFolder) await named(directory, change.path, () => put(directory, change));
};

/** Folders that are written side by side. */
const FOLDERS_AT_ONCE = 16;

/**
 * Makes the changes in a directory: what is new or updated first, folder by folder side by side, then one after another
 * what moves or goes, since that may remove folders. A file must be as the change found it; symbolic links and paths that
 * lead out are refused before anything is written; folders that become empty go too. May be stopped and run again.
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
  const goes = changes.filter((change) => change.action === 'replace' || change.action === 'delete');
  const pending = Map.groupBy(stays, ({ path }) => dirname(path)).values();
  const worker = async (): Promise<void> => {
    for (const inFolder of pending) await putAll(directory, inFolder);
  };
  // Settled, so that nothing is still being written when the first error is thrown.
  const ended = await Promise.allSettled(Array.from({ length: FOLDERS_AT_ONCE }, worker));
  const failure = ended.find((one) => one.status === 'rejected');
  if (failure) throw failure.reason;
  for (const change of goes) await named(directory, change.path, () => takeAway(directory, change));
};
