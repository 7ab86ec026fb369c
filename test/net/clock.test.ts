import { expect, test } from 'vitest';
import { systemClock } from '../../src/net/clock.ts';

test('a wait that is given up rejects with the reason that was given', async () => {
  const stop = new AbortController();
  const reason = new Error('enough');
  const waiting = systemClock.sleep(60_000, stop.signal);
  stop.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(systemClock.sleep(60_000, stop.signal)).rejects.toBe(reason);
});
