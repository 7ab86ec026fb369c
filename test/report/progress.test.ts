import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgressEvent } from '../../src/model/progress.ts';
import { liveLines, logItems, NO_PROGRESS, type Progress, progressed, redrawn } from '../../src/report/progress.ts';
import { widthOf } from '../../src/report/text.ts';

const at = (account: string, region = 'us-east-1') => ({ account, region });
const done = (account: string, failed = 0): ProgressEvent => ({
  type: 'finished',
  figures: { ...at(account), found: 3, filtered: 0, failed, calls: 5, throttled: 1, seconds: 1.26 },
});
const told = (events: readonly ProgressEvent[]): Progress => events.reduce(progressed, NO_PROGRESS);
const OPTIONS = { colour: false, width: 80, height: 10 };

const EVENTS: readonly ProgressEvent[] = [
  { type: 'planned', total: 3 },
  { type: 'started', ...at('111111111111') },
  { type: 'started', ...at('222222222222') },
  { type: 'call', ...at('222222222222'), throttled: false },
  { type: 'call', ...at('222222222222'), throttled: true },
  { type: 'found', ...at('222222222222'), count: 7 },
  done('111111111111', 1),
];

describe('liveLines', () => {
  it('shows the whole, then each account and Region at work', () => {
    expect(liveLines(told(EVENTS), OPTIONS)).toEqual([
      '1 of 3 account-Regions, 1 failed  10 found, 7 calls, 2 throttled',
      '  222222222222  us-east-1  7 found, 2 calls, 1 throttled',
    ]);
  });

  it('fits any screen', () => {
    const many = Array.from(
      { length: 400 },
      (_, index): ProgressEvent => ({ type: 'started', ...at(`account ${index}`) }),
    );
    const progress = told([{ type: 'planned', total: 400 }, ...many]);
    expect(liveLines(progress, { ...OPTIONS, height: 4 })).toEqual([
      '0 of 400 account-Regions  0 found, 0 calls',
      '  account 0  us-east-1  0 found, 0 calls',
      '  account 1  us-east-1  0 found, 0 calls',
      '  and 398 more',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 30 }), (width, height) => {
        const lines = liveLines(progress, { colour: false, width, height });
        expect(lines.length).toBeLessThanOrEqual(height);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('counts what is finished by its figures alone, and keeps no line for it', () => {
    const progress = told([...EVENTS, done('222222222222'), done('333333333333'), { type: 'ended' }]);
    expect(liveLines(progress, OPTIONS)).toEqual(['3 of 3 account-Regions, 1 failed  9 found, 15 calls, 3 throttled']);
  });
});

describe('redrawn', () => {
  it('goes back over the lines before and clears them', () => {
    expect(redrawn(0, ['a'])).toBe('\r\u001b[Ja\n');
    expect(redrawn(2, ['a', 'b'])).toBe('\u001b[2A\r\u001b[Ja\nb\n');
  });
});

describe('logItems', () => {
  it('opens a group, gives a line for each finished account and Region, and closes it', () => {
    let progress = NO_PROGRESS;
    const items = [...EVENTS, { type: 'planned', total: 4 } as const, { type: 'ended' } as const].flatMap((event) => {
      const before = progress;
      progress = progressed(progress, event);
      return logItems(before, event);
    });
    expect(items).toEqual([
      { type: 'group', title: 'Accounts and Regions' },
      { type: 'line', text: '111111111111  us-east-1  3 found, 5 calls, 1 throttled, 1 failed, 1.3 s' },
      { type: 'end-group' },
    ]);
  });
});
