import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { SyncError } from '../../model/errors.ts';
import { fileFailure } from '../../model/file-failure.ts';
import type { SiteFile } from './documents.ts';
import { STATE_FILE } from './state.ts';

/** Folders that hold nothing but what is made here: what is no longer made goes. */
const OURS = ['agents', 'allow', 'assets', 'servers', 'v0', 'v0.1'] as const;

/** After so many files somebody else may have a turn: a stop, for one. */
const TURN = 500;

const code = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const kindAt = (path: string): 'folder' | 'file' | 'other' | 'nothing' => {
  try {
    const found = lstatSync(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  } catch (error) {
    if (code(error) === 'ENOENT') return 'nothing';
    throw error;
  }
};

const unsafe = (path: string, met: string): SyncError =>
  new SyncError('registry', 'refused', `write ${path}: expected a plain file in plain folders, met ${met}`, {
    hint: 'A site is written below its own folder, and nowhere else. Take away what stands there.',
  });

/** Makes the folders on the way to a file; none of them may be a link that leads elsewhere. Each is looked at once. */
const folderMaker = (directory: string): ((path: string) => void) => {
  const entered = new Set<string>();
  const enter = (folder: string): void => {
    if (entered.has(folder)) return;
    if (folder !== directory) enter(dirname(folder));
    const kind = kindAt(folder);
    if (kind === 'nothing') mkdirSync(folder, { recursive: folder === directory });
    else if (kind !== 'folder') throw unsafe(folder, 'no folder');
    entered.add(folder);
  };
  return (path) => enter(dirname(join(directory, path)));
};

const isSame = (file: string, bytes: Buffer): boolean => {
  const kind = kindAt(file);
  if (kind === 'nothing') return false;
  if (kind !== 'file') throw unsafe(file, 'no file');
  return lstatSync(file).size === bytes.length && readFileSync(file).equals(bytes);
};

/** Written aside and renamed: a reader sees the old text or the new one, never half of one. */
const writeAside = (file: string, bytes: Buffer): void => {
  const aside = join(dirname(file), `.agentcore-sync-${process.pid}.tmp`);
  try {
    writeFileSync(aside, bytes);
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
};

/** Takes away what stands in our folders and was not made; folders that become empty go too. */
const sweep = (directory: string, folder: string, made: ReadonlySet<string>): number => {
  let swept = 0;
  const path = join(directory, folder);
  if (kindAt(path) !== 'folder') return 0;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = `${folder}/${entry.name}`;
    if (entry.isDirectory()) swept += sweep(directory, below, made);
    else if (!made.has(below)) {
      unlinkSync(join(directory, below));
      swept += 1;
    }
  }
  if (readdirSync(path).length === 0) rmdirSync(path);
  return swept;
};

const isEmpty = (directory: string): boolean => {
  const kind = kindAt(directory);
  return kind === 'nothing' || (kind === 'folder' && readdirSync(directory).length === 0);
};

/** The whole site beside its place, then there in one step: nobody sees half of the first one. */
const writeFirst = async (directory: string, files: Iterable<SiteFile>): Promise<number> => {
  const aside = `${directory}.agentcore-sync-${process.pid}.tmp`;
  rmSync(aside, { recursive: true, force: true });
  let count = 0;
  try {
    const enter = folderMaker(aside);
    for (const [path, text] of files) {
      enter(path);
      writeFileSync(join(aside, path), text);
      count += 1;
      if (count % TURN === 0) await setImmediate();
    }
    if (kindAt(directory) === 'folder') rmdirSync(directory);
    renameSync(aside, directory);
    return count;
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
};

const writeChanged = async (directory: string, files: Iterable<SiteFile>): Promise<number> => {
  const enter = folderMaker(directory);
  const made = new Set<string>();
  let changed = 0;
  for (const [path, text] of files) {
    enter(path);
    made.add(path);
    const bytes = Buffer.from(text);
    const file = join(directory, path);
    if (!isSame(file, bytes)) {
      writeAside(file, bytes);
      changed += 1;
    }
    if (made.size % TURN === 0) await setImmediate();
  }
  return changed + OURS.reduce((sum, folder) => sum + sweep(directory, folder, made), 0);
};

/**
 * Makes a folder hold these files. Equal ones are not written again; what stands in the site's own folders and is not
 * among them goes, after the lists that named it. The calls are Node's synchronous ones: for thousands of small files,
 * handing each step to another thread takes longer than the step.
 * @returns how many files were written or taken away
 * @throws SyncError registry/refused
 */
export const writeSite = async (directory: string, files: Iterable<SiteFile>): Promise<number> => {
  try {
    return await (isEmpty(directory) ? writeFirst(directory, files) : writeChanged(directory, files));
  } catch (error) {
    if (error instanceof SyncError) throw error;
    throw new SyncError('registry', 'refused', `write the site ${directory}: ${fileFailure(error)}`, {
      hint: 'Check rights and space; then run apply again: it goes on where it stopped.',
      cause: error,
    });
  }
};

/** The text of the state file; undefined where there is none. */
export const readStateText = (directory: string): string | undefined => {
  const file = join(directory, STATE_FILE);
  const kind = kindAt(file);
  if (kind === 'nothing') return undefined;
  if (kind !== 'file') throw unsafe(file, 'no file');
  return readFileSync(file, 'utf8');
};

/** Keeps the state, unless it stands there already. Returns whether it was written. */
export const writeStateText = (directory: string, text: string): boolean => {
  const bytes = Buffer.from(text);
  const file = join(directory, STATE_FILE);
  folderMaker(directory)(STATE_FILE);
  if (isSame(file, bytes)) return false;
  writeAside(file, bytes);
  return true;
};
