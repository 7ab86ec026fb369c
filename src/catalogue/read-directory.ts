import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { tooManyBytes } from '../document/read.ts';
import { SyncError } from '../model/errors.ts';
import { isSafeName, mostBytes } from './layout.ts';
import { addFile, finishTree, isIgnored, TREE_LIMITS, type TreeDraft, type TreeRead, tooLarge } from './tree.ts';

const AT_ONCE = 32;

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const unreadable = (path: string, cause: unknown): SyncError =>
  new SyncError('catalogue', 'unreadable', `Reading the catalogue: ${path} can't be read.`, {
    hint: 'Check that it is a directory, not a link, and that this user may read it.',
    cause,
  });

interface Listing extends TreeDraft {
  readonly directory: string;
  readonly files: string[];
}

const list = async (listing: Listing, below: string): Promise<void> => {
  const folder = join(listing.directory, below);
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw unreadable(folder, error);
  });
  for (const entry of found) {
    if (isIgnored(entry.name)) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isSymbolicLink()) listing.refused.set(path, 'Symbolic links are not followed.');
    else if (!isSafeName(entry.name)) listing.refused.set(path, 'The name is not safe on every system.');
    else if (entry.isDirectory()) {
      if (path.split('/').length >= TREE_LIMITS.depth) throw tooLarge(listing.directory, `${TREE_LIMITS.depth} levels`);
      await list(listing, path);
    } else if (entry.isFile()) listing.files.push(path);
    else listing.refused.set(path, 'It is neither a file nor a folder.');
    if (listing.files.length > TREE_LIMITS.files) throw tooLarge(listing.directory, `${TREE_LIMITS.files} files`);
  }
};

/** Opened without following a link: what was a file when it was listed may have become one since. */
const readBytes = async (file: string): Promise<Uint8Array | undefined> => {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    const { size } = await handle.stat();
    return size > mostBytes(file) ? undefined : await handle.readFile();
  } finally {
    await handle.close();
  }
};

/**
 * Reads a catalogue from a directory: every file but README.md, .gitkeep and dotfiles. Symbolic links are refused, not
 * followed. A directory that does not exist is an empty catalogue. `directory` is also how problems name files.
 * @throws SyncError catalogue/unreadable: a folder can't be read, or the bounds are passed.
 */
export const readDirectory = async (directory: string): Promise<TreeRead> => {
  const listing: Listing = { directory, files: [], tree: new Map(), refused: new Map() };
  const root = await lstat(directory).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw unreadable(directory, error);
  });
  if (root === undefined) return finishTree(directory, listing);
  if (!root.isDirectory()) throw unreadable(directory, undefined);
  await list(listing, '');
  const files = listing.files.toSorted();
  let bytes = 0;
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const paths = files.slice(start, start + AT_ONCE);
    const contents = await Promise.all(paths.map((path) => readBytes(join(directory, path))));
    for (const [index, path] of paths.entries()) {
      const content = contents[index];
      if (content === undefined) listing.refused.set(path, tooManyBytes(mostBytes(path)));
      else addFile(listing, path, content);
      bytes += content?.length ?? 0;
    }
    if (bytes > TREE_LIMITS.bytes) throw tooLarge(directory, `${TREE_LIMITS.bytes} bytes`);
  }
  return finishTree(directory, listing);
};
