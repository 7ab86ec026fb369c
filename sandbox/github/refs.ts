/** git's loose refs read and moved without a process for each; what is not one is left to git. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The id of no object: where a ref must not exist, or goes. */
export const ZERO = '0'.repeat(40);

/**
 * Makes an empty repository without starting git: what `git init` makes, without its samples of hooks. One that is there
 * stays as it is. https://git-scm.com/docs/gitrepository-layout
 */
export const makeRepository = (dir: string, { bare, settings = '' }: { bare: boolean; settings?: string }): void => {
  if (existsSync(join(dir, 'HEAD'))) return;
  for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags']) {
    mkdirSync(join(dir, folder), { recursive: true });
  }
  const core = `[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = ${bare}\n`;
  writeFileSync(join(dir, 'config'), `${core}${settings}`);
  writeFileSync(join(dir, 'HEAD'), 'ref: refs/heads/master\n');
};

/** Names of all refs, in their order; undefined where git must be asked, because some are packed. */
export const looseRefs = (dir: string): readonly string[] | undefined => {
  if (existsSync(join(dir, 'packed-refs'))) return undefined;
  const entries = readdirSync(join(dir, 'refs'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files
    .filter((file) => readRef(file) !== undefined)
    .map((file) => relative(dir, file))
    .sort();
};

/** A loose ref; undefined for a folder of refs, or what is no id. */
export const readRef = (file: string): string | undefined => {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return /^[0-9a-f]{40}$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
};

/** Whether every part of a ref's name is a plain word, so that git takes it as it is. */
const isPlainRef = (ref: string): boolean =>
  /^refs(?:\/[\w-][\w.-]*)+$/.test(ref) && !/\.\.|\.(?:\/|$)|\.lock(?:\/|$)/.test(ref);

/** Whether a file of this ref can stand where it should: nothing above it is a ref itself, nor is it a folder of refs. */
const hasPlace = (dir: string, ref: string): boolean => {
  const names = ref.split('/');
  const above = names.slice(1).map((_, at) => join(dir, ...names.slice(0, at + 1)));
  const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();
  return !above.some(isFile) && (!existsSync(join(dir, ref)) || isFile(join(dir, ref)));
};

interface Move {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

/** Moves a ref from `before` to `after`; false when it was elsewhere, undefined where git must be asked. */
export const moveLooseRef = (dir: string, { ref, before, after }: Move): boolean | undefined => {
  if (!isPlainRef(ref) || existsSync(join(dir, 'packed-refs')) || !hasPlace(dir, ref)) return undefined;
  const file = join(dir, ref);
  if (existsSync(file) && readRef(file) === undefined) return undefined;
  if ((readRef(file) ?? ZERO) !== before) return false;
  if (after === ZERO) rmSync(file, { force: true });
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${after}\n`);
  }
  return true;
};
