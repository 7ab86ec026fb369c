import { execFile } from 'node:child_process';
import { relative, resolve, sep } from 'node:path';
import { tooManyBytes } from '../document/read.ts';
import { SyncError } from '../model/errors.ts';
import { isSafePath, mostBytes } from './layout.ts';
import { addFile, finishTree, isIgnored, TREE_LIMITS, type TreeDraft, type TreeRead, tooLarge } from './tree.ts';

interface Blob {
  readonly path: string;
  readonly object: string;
  readonly size: number;
}

const MOST_LISTING = 64 * 1024 * 1024;
const MILLISECONDS = 120_000;
const LINE_END = 10;

const gitFailed = (command: string, stderr: string, cause: unknown): SyncError => {
  const said = stderr.trim().split('\n')[0]?.slice(0, 200) ?? '';
  const message = `Reading the catalogue with git ${command}: it failed${said === '' ? '' : ` (${said})`}.`;
  const hint = 'Check that the ref exists here and that enough history was fetched (fetch-depth: 0).';
  return new SyncError('catalogue', 'unreadable', message, { hint, cause });
};

/**
 * Plumbing only, with an argument array: no shell, no prompt, no fetching of what is missing, no pathspec magic.
 * @throws SyncError catalogue/unreadable when git fails
 */
export const git = (repository: string, args: readonly string[], input = ''): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_OPTIONAL_LOCKS: '0',
      LC_ALL: 'C',
    };
    const maxBuffer = input === '' ? MOST_LISTING : TREE_LIMITS.bytes + MOST_LISTING;
    const child = execFile(
      'git',
      ['--literal-pathspecs', '-C', repository, ...args],
      { encoding: 'buffer', maxBuffer, timeout: MILLISECONDS, env },
      (error, stdout, stderr) =>
        error === null ? resolve(stdout) : reject(gitFailed(args[0] ?? '', stderr.toString('utf8'), error)),
    );
    // git may end before it has read everything; its exit code tells.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });

/** A folder as git spells it: relative to the repository, forward slashes. */
export const gitFolder = (repository: string, directory: string): string => {
  const folder = relative(resolve(repository), resolve(repository, directory)).replaceAll(sep, '/');
  if (folder !== '' && !folder.startsWith('..')) return folder;
  throw new SyncError(
    'catalogue',
    'unreadable',
    `Reading the catalogue ${directory}: it is no folder of the repository.`,
    {
      hint: 'Name a folder below the one where the command runs.',
    },
  );
};

/** One row of `ls-tree -l -z`: `<mode> <type> <object> <size>\t<path>`. https://git-scm.com/docs/git-ls-tree */
const ROW = /^(\d{6}) (\w+) ([0-9a-f]{40,64}) +(\d+|-)\t(.+)$/s;

const readRow = (row: string, folder: string, draft: TreeDraft): Blob | undefined => {
  const [, mode = '', type, object = '', size, name = ''] = ROW.exec(row) ?? [];
  const path = name.slice(folder.length + 1);
  if (path.split('/').some(isIgnored)) return undefined;
  if (mode === '120000') draft.refused.set(path, 'Symbolic links are not followed.');
  else if (type !== 'blob') draft.refused.set(path, 'It is no file.');
  else if (!isSafePath(path)) draft.refused.set(path, 'The name is not safe on every system.');
  else if (Number(size) > mostBytes(path)) {
    draft.refused.set(path, tooManyBytes(mostBytes(path)));
  } else return { path, object, size: Number(size) };
  return undefined;
};

/** Contents in the order asked for: `<object> <type> <size>\n<content>\n` each. https://git-scm.com/docs/git-cat-file */
const splitBatch = (answer: Buffer, blobs: readonly Blob[], draft: TreeDraft): void => {
  let at = 0;
  for (const { path, object, size } of blobs) {
    const start = answer.indexOf(LINE_END, at) + 1;
    if (answer.toString('latin1', at, start) !== `${object} blob ${size}\n`) {
      throw gitFailed('cat-file', `the content of ${path} is missing`, undefined);
    }
    addFile(draft, path, answer.subarray(start, start + size));
    at = start + size + 1;
  }
};

/**
 * Reads a catalogue from a commit or a tree, without a checkout. `directory` is relative to `repository`, and is how
 * problems name files. A directory that the commit doesn't have is an empty catalogue.
 * @throws SyncError catalogue/unreadable: no such ref, objects missing, or the bounds are passed.
 */
export const readGitRef = async (repository: string, ref: string, directory: string): Promise<TreeRead> => {
  const folder = gitFolder(repository, directory);
  const resolved = await git(repository, ['rev-parse', '--verify', '--end-of-options', `${ref}^{tree}`]);
  const tree = resolved.toString('latin1').trim();
  const listing = await git(repository, ['ls-tree', '-r', '-l', '-z', tree, '--', `${folder}/`]);
  const draft: TreeDraft = { tree: new Map(), refused: new Map() };
  const rows = listing.toString('utf8').split('\0').filter(Boolean);
  const blobs = rows.flatMap((row) => readRow(row, folder, draft) ?? []);
  if (blobs.length > TREE_LIMITS.files) throw tooLarge(directory, `${TREE_LIMITS.files} files`);
  if (blobs.reduce((sum, { size }) => sum + size, 0) > TREE_LIMITS.bytes) {
    throw tooLarge(directory, `${TREE_LIMITS.bytes} bytes`);
  }
  if (blobs.length > 0) {
    const asked = blobs.map(({ object }) => `${object}\n`).join('');
    splitBatch(await git(repository, ['cat-file', '--batch'], asked), blobs, draft);
  }
  return finishTree(directory, draft);
};
