import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SyncError } from '../../src/model/errors.ts';
import type { RetryPolicy } from '../../src/net/retry.ts';
import { judgeHttp, retry, retryAfterMs } from '../../src/net/retry.ts';
import { jumpingClock } from './manual-clock.ts';

const policy: RetryPolicy<Response> = { attempts: 4, baseMs: 100, capMs: 5000, random: () => 0.5, judge: judgeHttp };

const answers = (...given: (Response | Error)[]): (() => Promise<Response>) => {
  const left = given.values();
  return async () => {
    const next = left.next().value;
    if (next === undefined) throw new Error('asked too often');
    if (next instanceof Error) throw next;
    return next;
  };
};
const status = (code: number, headers: Record<string, string> = {}): Response =>
  new Response('body', { status: code, headers });

describe('retry', () => {
  test('waits longer each time, with jitter, and stops at success', async () => {
    const clock = jumpingClock();
    const reset = new SyncError('network', 'reset', 'broke');
    const result = await retry(answers(status(503), reset, status(429), status(200)), policy, clock);
    expect(result.status).toBe(200);
    expect(clock.waits).toEqual([50, 100, 200]);
  });

  test('gives the last result and does not wait after the last attempt', async () => {
    const clock = jumpingClock();
    const result = await retry(answers(status(503), status(503), status(503), status(503)), policy, clock);
    expect(result.status).toBe(503);
    expect(await result.text()).toBe('body');
    expect(clock.waits).toHaveLength(3);
  });

  test('throws the last error', async () => {
    const timeout = new SyncError('network', 'timeout', 'late');
    const attempts = answers(timeout, timeout, timeout, timeout);
    await expect(retry(attempts, policy, jumpingClock())).rejects.toBe(timeout);
  });

  test.each([200, 400, 401, 403, 404, 409, 422, 500, 501])('%i is final', async (code) => {
    const clock = jumpingClock();
    expect((await retry(answers(status(code)), policy, clock)).status).toBe(code);
    expect(clock.waits).toEqual([]);
  });

  test.each(['refused', 'redirect', 'unsafe-address', 'too-large'] as const)('network/%s is final', async (code) => {
    const error = new SyncError('network', code, 'no');
    await expect(retry(answers(error), policy, jumpingClock())).rejects.toBe(error);
  });

  test('Retry-After is obeyed up to the cap', async () => {
    const clock = jumpingClock(Date.parse('2026-11-21T00:00:00Z'));
    const given = answers(
      status(429, { 'retry-after': '2' }),
      status(503, { 'retry-after': 'Sat, 21 Nov 2026 00:00:05 GMT' }),
      status(429, { 'retry-after': '86400' }),
      status(200),
    );
    await retry(given, policy, clock);
    expect(clock.waits).toEqual([2000, 3000, 5000]);
  });

  test('an abort ends it with the reason', async () => {
    const controller = new AbortController();
    controller.abort(new Error('stop'));
    await expect(retry(answers(), { ...policy, signal: controller.signal }, jumpingClock())).rejects.toThrow('stop');
  });

  test('no wait exceeds the cap, and there are fewer waits than attempts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.option(fc.integer({ min: 0, max: 100_000 })),
        async (attempts, baseMs, capMs, random, afterSeconds) => {
          const clock = jumpingClock();
          const headers = afterSeconds === null ? {} : { 'retry-after': String(afterSeconds) };
          let calls = 0;
          const operation = async (): Promise<Response> => {
            calls += 1;
            return status(429, headers);
          };
          await retry(operation, { ...policy, attempts, baseMs, capMs, random: () => random }, clock);
          expect(calls).toBe(attempts);
          expect(clock.waits).toHaveLength(attempts - 1);
          expect(Math.max(0, ...clock.waits)).toBeLessThanOrEqual(capMs);
        },
      ),
    );
  });
});

describe('retryAfterMs', () => {
  test.each([
    ['3', 3000],
    [' 0 ', 0],
    ['Thu, 01 Jan 1970 00:00:10 GMT', 9000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s is %s', (header, expected) => {
    expect(retryAfterMs(header, 1000)).toBe(expected);
  });
});

describe('judgeHttp', () => {
  test.each(['timeout', 'reset'] as const)('network/%s is asked again', async (code) => {
    const clock = jumpingClock();
    const given = answers(new SyncError('network', code, 'broke'), status(200));
    expect((await retry(given, policy, clock)).status).toBe(200);
    expect(clock.waits).toEqual([50]);
  });

  test('what no network error caused is final', () => {
    const judged = (error: unknown) => judgeHttp({ type: 'error', error }, 0);
    expect(judged(new SyncError('github', 'unavailable', 'late'))).toEqual({ retry: false });
    expect(judged(new Error('reset'))).toEqual({ retry: false });
  });

  test('a wait that was asked for is told beside the verdict', () => {
    const judged = (result: Response) => judgeHttp({ type: 'result', result }, 0);
    expect(judged(status(503, { 'retry-after': '3' }))).toEqual({ retry: true, afterMs: 3000 });
    expect(judged(status(502))).toEqual({ retry: true });
  });
});
