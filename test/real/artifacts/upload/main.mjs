import { appendFileSync, cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const { ARTIFACTS: kept, INPUT_NAME: name, INPUT_PATH: path, GITHUB_OUTPUT: outputs } = process.env;
mkdirSync(kept, { recursive: true });
const id = `${readdirSync(kept).length + 1}-${name}`;
const place = join(kept, id);
cpSync(path, statSync(path).isDirectory() ? place : join(place, basename(path)), { recursive: true });
appendFileSync(outputs, `artifact-id=${id}\n`);
