/** One target in a thread of its own: a text that never ends holds no one but it. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Bounds, tryTexts } from './run.ts';
import { TARGETS } from './targets.ts';

const { name, bounds, now }: { name: string; bounds: Bounds; now: SharedArrayBuffer } = workerData;
const target = TARGETS.find((one) => one.name === name);
if (target === undefined) throw new Error(`There is no target ${name}.`);

const [length, units] = [new Uint32Array(now, 0, 1), Buffer.from(now, 4)];
const tried = await tryTexts(target, bounds, (text) => {
  length[0] = units.write(text, 'utf16le');
});
parentPort?.postMessage(tried);
