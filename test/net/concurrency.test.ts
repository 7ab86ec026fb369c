import { expect, test } from 'vitest';
import { mapLimit } from '../../src/net/concurrency.ts';

test('keeps the order of the items and never exceeds the limit', async () => {
  let running = 0;
  let most = 0;
  const results = await mapLimit([5, 1, 4, 2, 3], 2, async (turns) => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    running -= 1;
    return turns * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test('stops taking work after an error, waits for what runs, and throws it', async () => {
  const started: number[] = [];
  const finished: number[] = [];
  const failing = mapLimit([0, 1, 2, 3], 2, async (item) => {
    started.push(item);
    await Promise.resolve();
    if (item === 0) throw new Error('first');
    await Promise.resolve();
    finished.push(item);
  });
  await expect(failing).rejects.toThrow('first');
  expect(started).toEqual([0, 1]);
  expect(finished).toEqual([1]);
});

test('no items, no work', async () => {
  expect(await mapLimit([], 8, async () => 1)).toEqual([]);
});
