import { describe, expect, test } from 'vitest';
import { createGate } from '../../src/net/gate.ts';
import { createTimeLimits } from '../../src/net/time-limit.ts';
import { manualClock } from './manual-clock.ts';

const never = (): Promise<never> => new Promise(() => undefined);
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('createTimeLimits', () => {
  test('gives what the work gives', async () => {
    const limits = createTimeLimits(1000, manualClock());
    await expect(
      limits.run(
        async () => 'done',
        () => new Error('late'),
      ),
    ).resolves.toBe('done');
    await expect(
      limits.run(
        () => Promise.reject(new Error('own')),
        () => new Error('late'),
      ),
    ).rejects.toThrow('own');
  });

  test('each piece of work has its own deadline, and its signal is aborted', async () => {
    const clock = manualClock();
    const limits = createTimeLimits(1000, clock);
    const signals: AbortSignal[] = [];
    const work = (signal: AbortSignal): Promise<never> => {
      signals.push(signal);
      return never();
    };
    const first = limits.run(work, () => new Error('first late'));
    clock.advance(400);
    const second = limits.run(work, () => new Error('second late'));
    clock.advance(600);
    await expect(first).rejects.toThrow('first late');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await settled();
    clock.advance(400);
    await expect(second).rejects.toThrow('second late');
  });

  test('a stopped run ends everything with its reason, and lets nothing begin', async () => {
    const controller = new AbortController();
    const limits = createTimeLimits(1000, manualClock(), controller.signal);
    const running = limits.run(never, () => new Error('late'));
    controller.abort(new Error('stop'));
    await expect(running).rejects.toThrow('stop');
    await expect(limits.run(never, () => new Error('late'))).rejects.toThrow('stop');
  });

  test('goes on after a pause', async () => {
    const clock = manualClock();
    const limits = createTimeLimits(1000, clock);
    await limits.run(
      async () => 1,
      () => new Error('late'),
    );
    clock.advance(5000);
    const running = limits.run(never, () => new Error('late'));
    clock.advance(1000);
    await expect(running).rejects.toThrow('late');
  });
});

describe('createGate', () => {
  test('lets as many run at once as it may, in the order of asking', async () => {
    const gate = createGate(2);
    const order: string[] = [];
    const doors = ['a', 'b', 'c', 'd'].map((name) => ({ name, open: Promise.withResolvers<void>() }));
    const all = doors.map(({ name, open }) =>
      gate(async () => {
        order.push(name);
        await open.promise;
        if (name === 'b') throw new Error('b failed');
        return name;
      }).catch((error: Error) => error.message),
    );
    await settled();
    expect(order).toEqual(['a', 'b']);
    doors[1]?.open.resolve();
    await settled();
    expect(order).toEqual(['a', 'b', 'c']);
    for (const { open } of doors) open.resolve();
    expect(await Promise.all(all)).toEqual(['a', 'b failed', 'c', 'd']);
  });
});
