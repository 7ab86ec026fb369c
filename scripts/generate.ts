/** Writes every generated file; with --check only compares, and fails when one is stale. */
import { readFile, writeFile } from 'node:fs/promises';
import { generatedFiles } from './generated-files.ts';

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const file of await generatedFiles()) {
  const current = await readFile(file.path, 'utf8').catch(() => undefined);
  if (current === file.text) continue;
  stale.push(file.path);
  if (!check) await writeFile(file.path, file.text);
}
if (check && stale.length > 0) {
  process.stderr.write(`stale, run "npm run generate": ${stale.join(', ')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(stale.length === 0 ? 'generated files are current\n' : `wrote ${stale.join(', ')}\n`);
}
