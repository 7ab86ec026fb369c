import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { withoutEnd } from '../model/ends.ts';

/** Bytes of what git answers here: a configuration file, at most. */
const LARGEST = 1024 * 1024;

/** Runs git in the working directory: no shell, no prompt, no magic in paths. Rejects where git fails. */
export const runGit = async (...words: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)('git', ['--literal-pathspecs', ...words], {
    encoding: 'utf8',
    maxBuffer: LARGEST,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
  return stdout;
};

/** One spelling of a path as a user wrote it: no `./` in front, no doubled and no last slash; `.` for the folder itself. */
export const plainPath = (path: string): string => {
  const normal = posix.normalize(path);
  return withoutEnd(normal, '/') || normal;
};

const isOutside = (path: string): boolean => path === '..' || path.startsWith('../') || isAbsolute(path);

/** Where the working directory lies in its repository: '' at the root, else `folder/`; undefined outside of any. */
const readPrefix = async (): Promise<string | undefined> => {
  try {
    return (await runGit('rev-parse', '--show-prefix')).trim();
  } catch {
    return undefined;
  }
};

/** A path as the repository has it, whose working directory lies at `prefix`. */
const placeBelow = async (prefix: string, path: string): Promise<string | undefined> => {
  const here = process.cwd();
  const whole = resolve(path);
  // The working directory is spelled without links, what a user writes may have some above the repository.
  const folder = await realpath(dirname(whole)).catch(() => dirname(whole));
  const candidates = [relative(here, whole), relative(here, join(folder, basename(whole)))];
  const found = candidates
    .map((one) => posix.normalize(posix.join(prefix, one.replaceAll(sep, '/'))))
    .find((one) => !isOutside(one));
  if (found === undefined) return undefined;
  return found === '.' ? '' : found.replace(/\/$/, '');
};

/** As `repositoryPath`, of several: git is asked once. */
export const repositoryPaths = async (paths: readonly string[]): Promise<readonly (string | undefined)[]> => {
  const prefix = (await readPrefix()) ?? '';
  return Promise.all(paths.map((path) => placeBelow(prefix, path)));
};

/**
 * A path, relative to the working directory or absolute, as the repository has it: from its root, with forward slashes;
 * '' for the root itself. Outside of a repository the working directory counts as one. undefined for what lies elsewhere.
 */
export const repositoryPath = async (path: string): Promise<string | undefined> => (await repositoryPaths([path]))[0];
