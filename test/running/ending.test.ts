import { expect, test } from 'vitest';
import type { Clock } from '../../src/net/clock.ts';
import { endInTime } from '../../src/running/ending.ts';

/** A clock that stands still until it is moved; waits that are given up end at once. */
const standing = () => {
  const waits: { readonly until: number; readonly end: () => void }[] = [];
  let now = 0;
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        waits.push({ until: now + ms, end: resolve });
      }),
  };
  const move = async (ms: number): Promise<void> => {
    await new Promise(setImmediate);
    now += ms;
    for (const wait of waits.filter(({ until }) => until <= now)) wait.end();
    await new Promise(setImmediate);
  };
  return { clock, move, waiting: () => waits.filter(({ until }) => until > now).length };
};

test('without a signal the work takes as long as it takes', async () => {
  const { clock, waiting } = standing();
  const ended = await endInTime({ signal: new AbortController().signal, clock }, async () => 'done');
  expect(ended).toEqual({ type: 'whole', value: 'done' });
  expect(waiting()).toBe(0);
});

test('what throws throws', async () => {
  const { clock } = standing();
  const { signal } = new AbortController();
  await expect(endInTime({ signal, clock }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('work that ends by itself after the signal is whole', async () => {
  const { clock } = standing();
  const stop = new AbortController();
  const work = Promise.withResolvers<string>();
  const ending = endInTime({ signal: stop.signal, clock }, () => work.promise);
  stop.abort();
  work.resolve('in time');
  expect(await ending).toEqual({ type: 'whole', value: 'in time' });
});

test('calls under way are cut after three seconds, and the command may then tell what they came to', async () => {
  const { clock, move } = standing();
  const stop = new AbortController();
  const seen: string[] = [];
  const ending = endInTime(
    { signal: stop.signal, clock },
    (cut) =>
      new Promise<string>((resolve) => {
        cut.addEventListener('abort', () => {
          seen.push(cut.reason.message);
          resolve('told');
        });
      }),
  );
  stop.abort();
  await move(2999);
  expect(seen).toEqual([]);
  await move(1);
  expect(await ending).toEqual({ type: 'whole', value: 'told' });
  expect(seen).toEqual(['a call was under way for 3 s after the signal']);
});

test('work that hears nothing is given up within five seconds', async () => {
  const { clock, move } = standing();
  const stop = new AbortController();
  const ending = endInTime({ signal: stop.signal, clock }, () => new Promise<string>(() => undefined));
  stop.abort();
  await move(3000);
  await move(1500);
  expect(clock.now()).toBeLessThan(5000);
  expect(await ending).toEqual({ type: 'cut' });
});
