import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationText, longestGapMs, scheduleProblems } from '../../src/credentials/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [['*/45 * * * *'], 45 * MINUTE],
  [['17 * * * *'], HOUR],
  [['17,47 * * * *'], 30 * MINUTE],
  [['0 */6 * * *'], 6 * HOUR],
  [['0 8-16/2 * * *'], 16 * HOUR],
  [['30 6 * * 1-5'], 3 * DAY],
  [['30 6 * * mon-fri'], 3 * DAY],
  [['0 0 1 * *'], 31 * DAY],
  [['0 0 1 jan *'], 366 * DAY],
  [['0 0 13 * 5'], 7 * DAY],
  [['0 0 * * *', '0 12 * * *'], 12 * HOUR],
  [['5/20 * * * *'], 20 * MINUTE],
])('%j leaves at most %d ms between two runs', (crons, gap) => {
  expect(longestGapMs(crons)).toBe(gap);
});

test.each([
  [['* * * *']],
  [['60 * * * *']],
  [['a * * * *']],
  [['5-1 * * * *']],
  [['*/0 * * * *']],
  [['* * * * * *']],
  [[]],
  [['0 0 31 2 *']],
])('%j tells nothing', (crons) => {
  expect(longestGapMs(crons)).toBeUndefined();
});

test('no text is read as more than it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => longestGapMs([text])).not.toThrow();
    }),
  );
});

test('warns when a token dies between two runs', () => {
  expect(scheduleProblems(HOUR, ['0 */6 * * *'])).toMatchObject([
    {
      rule: 'token-expires',
      severity: 'warning',
      text: "The shortest token lives 1 h, and the workflow's schedule leaves up to 6 h between two runs: a token can run out 5 h before it is renewed.",
    },
  ]);
  expect(scheduleProblems(HOUR, ['0 * * * *'])).toHaveLength(1);
  expect(scheduleProblems(HOUR + 1, ['0 * * * *'])).toEqual([]);
  expect(scheduleProblems(undefined, ['0 * * * *'])).toEqual([]);
  expect(scheduleProblems(HOUR, ['nonsense'])).toEqual([]);
});

test('durations are written for people', () => {
  expect([0, 59_000, 90 * MINUTE, DAY + HOUR + MINUTE].map(durationText)).toEqual([
    '0 s',
    '59 s',
    '1 h 30 min',
    '1 d 1 h',
  ]);
});
