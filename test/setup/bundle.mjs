/**
 * Builds dist/ once before the tests of a run: what is tested through a door is always the bundle of these sources. A
 * build that was made of the same bytes is kept, so that a run of one file starts at once; times of files decide nothing.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const STAMP = join(ROOT, '.cache/tested-bundle');
/** What a build is made of, and what it makes. */
const FILES = [
  ...['package.json', 'package-lock.json', '*.config.ts', 'action.yml'],
  ...['{src,schemas,templates,scripts,dist}/**/*'],
];

const digest = () => {
  const hash = createHash('sha256');
  const entries = FILES.flatMap((pattern) => globSync(pattern, { cwd: ROOT, withFileTypes: true }));
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
};

const stamp = () => {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return '';
  }
};

/** Vitest's global set-up. */
export default () => {
  if (stamp() === digest()) return;
  execFileSync('npm', ['run', '--silent', 'bundle'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(STAMP, digest());
};
