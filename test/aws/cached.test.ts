import { describe, expect, test } from 'vitest';
import type { AwsCredentials } from '../../src/aws/cached.ts';
import { cachedCredentials } from '../../src/aws/cached.ts';
import { manualClock } from '../net/manual-clock.ts';

const HOUR = 3_600_000;

describe('cachedCredentials', () => {
  test('are renewed five minutes before they end, once for all who ask', async () => {
    const clock = manualClock();
    let made = 0;
    const source = cachedCredentials(async (): Promise<AwsCredentials> => {
      made += 1;
      return { accessKeyId: `key-${made}`, secretAccessKey: 's', expiration: new Date(clock.now() + HOUR) };
    }, clock);
    expect(await Promise.all([source(), source()])).toMatchObject([{ accessKeyId: 'key-1' }, { accessKeyId: 'key-1' }]);
    clock.advance(HOUR - 300_001);
    expect(await source()).toMatchObject({ accessKeyId: 'key-1' });
    clock.advance(1);
    expect(await Promise.all([source(), source()])).toMatchObject([{ accessKeyId: 'key-2' }, { accessKeyId: 'key-2' }]);
    expect(made).toBe(2);
  });

  test('that could not be had are asked for again, those without an end are kept', async () => {
    const clock = manualClock();
    let asked = 0;
    const source = cachedCredentials(async () => {
      asked += 1;
      if (asked === 1) throw new Error('not yet');
      return { accessKeyId: 'key', secretAccessKey: 's' };
    }, clock);
    await expect(source()).rejects.toThrow('not yet');
    expect(await source()).toMatchObject({ accessKeyId: 'key' });
    clock.advance(1000 * HOUR);
    await source();
    expect(asked).toBe(2);
  });
});
