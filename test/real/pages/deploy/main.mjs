import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const { ARTIFACTS: kept } = process.env;
const [archive] = globSync('*/artifact.tar', { cwd: kept });
const pages = join(kept, '../pages');
mkdirSync(pages, { recursive: true });
execFileSync('tar', ['--extract', '--file', join(kept, archive), '--directory', pages]);
