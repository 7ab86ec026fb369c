/** Builds into a folder of its own and compares it with the committed dist/, file by file. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

mkdirSync('.cache', { recursive: true });
const fresh = mkdtempSync(join('.cache', 'bundle-'));
try {
  execFileSync('node_modules/.bin/rolldown', ['-c', '--dir', fresh], { stdio: ['ignore', 'ignore', 'inherit'] });
  const files = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  const [built, committed] = [files(fresh), files('dist')];
  const stale = [...new Set([...built, ...committed])].filter(
    (file) =>
      !built.includes(file) ||
      !committed.includes(file) ||
      !readFileSync(join(fresh, file)).equals(readFileSync(join('dist', file))),
  );
  if (stale.length > 0) {
    process.stderr.write(`dist/ is stale, run "npm run bundle": ${stale.join(', ')}\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true });
}
