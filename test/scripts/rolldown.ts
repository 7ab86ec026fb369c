/**
 * The bundler, in a process of its own. It holds hundreds of megabytes as long as its process lives, and each process that
 * such a one starts is slower for it: the tests after this one start thousands.
 */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../..');
const MOST_BYTES = 64 * 1024 * 1024;

const node = async (...words: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, words, { cwd: ROOT, maxBuffer: MOST_BYTES })).stdout;

/** Runs rolldown's command line on files of the project. */
export const rolldown = async (...words: readonly string[]): Promise<void> => {
  await node(join(ROOT, 'node_modules/rolldown/bin/cli.mjs'), ...words, '--platform', 'node', '--format', 'esm');
};

/** One file of a bundle. `text`: in base64 where it is no text. */
export interface BuiltFile {
  readonly name: string;
  readonly text: string;
  /** Of a chunk alone: its modules, and the files that it imports. */
  readonly chunk?: { readonly moduleIds: readonly string[]; readonly imports: readonly string[] };
}

/** A bundle that was built in memory. */
export interface BuiltBundle {
  readonly files: readonly BuiltFile[];
  readonly packages: readonly { readonly name: string; readonly version: string }[];
}

/** Builds the project at `root` and writes nothing. `linked`: a linked folder counts as what it is linked as. */
export const buildBundle = async (root: string, { linked = false } = {}): Promise<BuiltBundle> => {
  const built = await node(join(import.meta.dirname, 'build-process.ts'), root, ...(linked ? ['linked'] : []));
  return JSON.parse(built);
};
