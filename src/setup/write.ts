import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SyncError } from '../model/errors.ts';
import { fileFailure } from '../model/file-failure.ts';
import type { SetupFile } from '../model/setup.ts';
import type { GithubAnswers } from './answers.ts';
import type { InitFile } from './files.ts';
import { digestOf, RECORD_PATH, recordText } from './record.ts';
import type { There } from './there.ts';

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** A file that could not be written, and why. */
export const writeFailed = (path: string, error: unknown): SyncError =>
  new SyncError('catalogue', 'write-failed', `write ${path}: ${fileFailure(error)}`, {
    hint: 'Check that the folders above it are folders, and that this user may write there.',
    cause: error,
  });

/** The text at a path; undefined where nothing is. Something that is no readable text is there all the same. */
const textAt = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : '';
  }
};

/** True when the file was made; false when something is at its place, a dangling link included. */
const create = async (path: string, text: string): Promise<boolean> => {
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(path, 'wx');
    await file.writeFile(text).finally(() => file.close());
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
};

const kept = (path: string, file: InitFile, met: string): SetupFile => {
  if (met === file.text) return { path, action: 'same' };
  const there = new Set(met.split(/\r?\n/).map((line) => line.trim()));
  const missing = (file.lines ?? []).filter((line) => !there.has(line.trim()));
  return { path, action: 'kept', ...(missing.length === 0 ? {} : { missing }) };
};

const writeOne = async (root: string, file: InitFile): Promise<SetupFile> => {
  for (const other of file.elsewhere ?? []) {
    const met = await textAt(join(root, other));
    if (met !== undefined) return kept(other, file, met);
  }
  const path = join(root, file.path);
  try {
    if (await create(path, file.text)) return { path: file.path, action: 'written' };
  } catch (error) {
    throw writeFailed(file.path, error);
  }
  return kept(file.path, file, (await textAt(path)) ?? '');
};

/**
 * Writes the files below `root` where nothing is, and says what became of each. What exists is read, never changed.
 * Throws SyncError catalogue/write-failed.
 */
export const writeNewFiles = async (root: string, files: readonly InitFile[]): Promise<readonly SetupFile[]> => {
  const done: SetupFile[] = [];
  for (const file of files) done.push(await writeOne(root, file));
  return done;
};

const withoutReason = ({ unread: _, ...known }: GithubAnswers): Omit<GithubAnswers, 'unread'> => known;

interface Written {
  readonly wanted: readonly InitFile[];
  readonly written: readonly SetupFile[];
  readonly there: There;
  readonly github: GithubAnswers | undefined;
  readonly organizationId: string | undefined;
  readonly version: string;
}

/**
 * Leaves the record of what was written, for upgrade. Of an earlier record the files stay that this run did not write.
 * Throws SyncError catalogue/write-failed.
 */
export const writeRecord = async (root: string, it: Written): Promise<SetupFile> => {
  const { wanted, written, there, github, organizationId, version } = it;
  const ours = new Set(written.flatMap(({ path, action }) => (action === 'kept' ? [] : [path])));
  const files = wanted.flatMap(({ path, text, yours }) =>
    ours.has(path) && !yours ? [[path, digestOf(text)] as const] : [],
  );
  const known = github ?? there.record?.github;
  const text = recordText({
    version: there.record?.version ?? version,
    files: { ...there.record?.files, ...Object.fromEntries(files) },
    ...(known === undefined ? {} : { github: withoutReason(known) }),
    ...(organizationId === undefined ? {} : { organizationId }),
  });
  const path = join(root, RECORD_PATH);
  const before = await textAt(path);
  if (before === text) return { path: RECORD_PATH, action: 'same' };
  // What is no record of ours is somebody's file, like any other that is there.
  if (before !== undefined && there.record === undefined) return { path: RECORD_PATH, action: 'kept' };
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw writeFailed(RECORD_PATH, error);
  }
  return { path: RECORD_PATH, action: 'written' };
};
