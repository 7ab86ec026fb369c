import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const file = process.env['INPUT_SUBJECT-PATH'];
const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
process.stdout.write(`attested ${file} sha256:${digest}\n`);
