import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const { ARTIFACTS: kept, INPUT_NAME: name, INPUT_PATH: path } = process.env;
// An input that is not given is an empty text.
const id = process.env['INPUT_ARTIFACT-IDS'] || readdirSync(kept).findLast((it) => it.endsWith(`-${name}`));
cpSync(join(kept, id), path || '.', { recursive: true });
