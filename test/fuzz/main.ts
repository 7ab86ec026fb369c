/**
 * `npm run fuzz`: tries texts of strangers on everything that reads or shows them, within bounds of time and number. A text
 * that breaks something is written below .cache/fuzz, with the seed that finds it again.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Bounds, Broken, Tried } from './run.ts';
import { TARGETS } from './targets.ts';

const FOLDER = resolve(import.meta.dirname, '../../.cache/fuzz');
/** Room for one text in UTF-16, behind its length. */
const ROOM = 4 + 1024 * 1024;
/** What a thread may take above its time before its text counts as one that never ends. */
const GRACE_MS = 10_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 0x7fffffff)) },
    seconds: { type: 'string', default: '20' },
    inputs: { type: 'string', default: '1000000' },
    target: { type: 'string' },
  },
});

const wholeNumber = (name: 'seed' | 'seconds' | 'inputs'): number => {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`--${name}: expected a whole number, met ${values[name]}.`);
};

/** Tries one target in a thread; one that does not end is ended, and its text is the one that broke it. */
const inThread = (name: string, bounds: Bounds): Promise<Tried> =>
  new Promise((done, fail) => {
    const now = new SharedArrayBuffer(ROOM);
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { name, bounds, now } });
    const timer = setTimeout(
      () => {
        const [length = 0] = new Uint32Array(now, 0, 1);
        const text = Buffer.from(now, 4).toString('utf16le', 0, length);
        void worker.terminate();
        done({ inputs: 0, slowest: 0, broken: { target: name, seed: bounds.seed, text, error: 'It does not end.' } });
      },
      bounds.seconds * 1000 + GRACE_MS,
    );
    worker.once('message', (tried: Tried) => {
      clearTimeout(timer);
      void worker.terminate();
      done(tried);
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      fail(error);
    });
  });

const keep = (broken: Broken): string => {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${broken.target}-${broken.seed}.json`);
  writeFileSync(file, `${JSON.stringify(broken, null, 2)}\n`);
  return file;
};

const chosen = TARGETS.filter(({ name }) => values.target === undefined || values.target === name);
if (chosen.length === 0) throw new Error(`--target: expected one of ${TARGETS.map(({ name }) => name).join(', ')}.`);
const seed = wholeNumber('seed');
const bounds = { seed, seconds: wholeNumber('seconds') / chosen.length, inputs: wholeNumber('inputs') };
process.stdout.write(`seed ${seed}\n`);
let total = 0;
for (const { name } of chosen) {
  const { inputs, slowest, broken } = await inThread(name, bounds);
  total += inputs;
  process.stdout.write(`${name}: ${inputs} inputs, slowest ${Math.round(slowest)} ms\n`);
  if (broken === undefined) continue;
  process.exitCode = 1;
  process.stdout.write(`${name} BROKE: ${keep(broken)}\n${broken.error}\n`);
  process.stdout.write(`Again: npm run fuzz -- --seed ${seed} --target ${name}\n`);
}
process.stdout.write(`${total} inputs in all\n`);
