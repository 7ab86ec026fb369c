import { lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { structuredPatch } from 'diff';
import type { SetupFile } from '../model/setup.ts';
import type { InitFile } from './files.ts';
import { digestOf, RECORD_PATH, recordText, type SetupRecord } from './record.ts';
import { writeFailed } from './write.ts';

/** Answers whether a new text is taken in place of one that people changed. */
export type Take = (path: string, diff: readonly string[]) => Promise<boolean>;

/** What an upgrade works on. */
export interface Upgrade {
  readonly root: string;
  /** What the new version would write into an empty folder. */
  readonly wanted: readonly InitFile[];
  /** What init or the last upgrade left; absent where they left nothing yet. */
  readonly before?: SetupRecord;
  /** The action as the files name it now, where they name one. */
  readonly former?: string;
  readonly take: Take;
  /** Change nothing. */
  readonly dry: boolean;
}

/** What becomes of one file, and the text that is to be written for it. */
interface Decided {
  readonly file: SetupFile;
  readonly text?: string;
  /** SHA-256 for the record; absent: what it held before, or nothing. */
  readonly digest?: string;
}

/** The lines of a unified diff, without those that name files. */
const unifiedDiff = (before: string, after: string): readonly string[] =>
  structuredPatch('', '', before, after, undefined, undefined, { context: 3 }).hunks.flatMap((hunk) => [
    `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
    ...hunk.lines,
  ]);

/** A text with the new pin of the action in place of the former one: in steps, and in the addresses of its schemas. */
const movePin = (text: string, former: string | undefined, action: string): string => {
  if (former === undefined || former === action) return text;
  const [repository = '', digest = ''] = former.split('@');
  const [newRepository = '', newDigest = ''] = action.split('@');
  return text
    .replaceAll(former, () => action)
    .replaceAll(`${repository}/${digest}/schemas/`, () => `${newRepository}/${newDigest}/schemas/`)
    .replaceAll(`${repository}/raw/${digest}/schemas/`, () => `${newRepository}/raw/${newDigest}/schemas/`);
};

/** The text at a path; undefined where nothing is. A link, a folder, or what can't be read is somebody else's: null. */
const textAt = async (path: string): Promise<string | undefined | null> => {
  try {
    return (await lstat(path)).isFile() ? await readFile(path, 'utf8') : null;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : null;
  }
};

const same = (path: string, text: string): Decided => ({ file: { path, action: 'same' }, digest: digestOf(text) });

/** A file that people changed: its pin is moved in any case, and the rest is theirs to decide. */
const decideChanged = async (
  { path, text: wanted }: InitFile,
  met: string,
  moved: string,
  take: Take,
): Promise<Decided> => {
  const diff = unifiedDiff(moved, wanted);
  if (diff.length === 0) return { file: { path, action: 'replaced' }, text: wanted, digest: digestOf(wanted) };
  if (await take(path, diff)) return { file: { path, action: 'replaced' }, text: wanted, digest: digestOf(wanted) };
  return { file: { path, action: 'kept', diff }, ...(moved === met ? {} : { text: moved }) };
};

const decide = async (file: InitFile, { root, before, former, take }: Upgrade, action: string): Promise<Decided> => {
  const { path, text: wanted, yours } = file;
  const met = await textAt(join(root, path));
  const known = before?.files[path];
  if (met === undefined) {
    // What init wrote and is gone, somebody removed. What is people's from the start, init brings.
    return known !== undefined || yours
      ? { file: { path, action: 'removed' } }
      : { file: { path, action: 'written' }, text: wanted, digest: digestOf(wanted) };
  }
  if (met === null) return { file: { path, action: 'kept' } };
  const moved = movePin(met, former, action);
  if (yours) {
    return moved === met ? { file: { path, action: 'same' } } : { file: { path, action: 'replaced' }, text: moved };
  }
  if (digestOf(met) === digestOf(wanted)) return same(path, wanted);
  if (known === digestOf(met)) return { file: { path, action: 'replaced' }, text: wanted, digest: digestOf(wanted) };
  return decideChanged(file, met, moved, take);
};

const write = async (root: string, path: string, text: string): Promise<void> => {
  try {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  } catch (error) {
    throw writeFailed(path, error);
  }
};

/**
 * Brings the files of a set-up to those of this version: what nobody changed since it was written is replaced, what people
 * changed is asked for and else kept with the new pin, what they removed stays away. Every question is asked before the first
 * file is written. Throws SyncError catalogue/write-failed.
 */
export const upgradeFiles = async (
  it: Upgrade,
  record: Omit<SetupRecord, 'files'> & { readonly github: NonNullable<SetupRecord['github']> },
): Promise<readonly SetupFile[]> => {
  const { root, wanted, before, dry } = it;
  const decided: Decided[] = [];
  for (const file of wanted) decided.push(await decide(file, it, record.github.action));
  if (dry) return decided.map(({ file }) => file);
  for (const { file, text } of decided) if (text !== undefined) await write(root, file.path, text);
  const digests = decided.flatMap(({ file, digest }) => (digest === undefined ? [] : [[file.path, digest] as const]));
  const files = { ...before?.files, ...Object.fromEntries(digests) };
  await write(root, RECORD_PATH, recordText({ ...record, files }));
  return decided.map(({ file }) => file);
};
