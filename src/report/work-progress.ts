import type { WorkEvent } from '../model/work.ts';
import { truncate } from './text.ts';
import { visible } from './visible.ts';
import { number } from './wording.ts';

/** What is under way, and since when; undefined: nothing. */
export type WorkProgress =
  | {
      readonly text: string;
      /** Milliseconds since the epoch. */
      readonly since: number;
      readonly count?: { readonly total: number; readonly done: number; readonly failed: number };
    }
  | undefined;

/** The progress after one more event, at a time in milliseconds since the epoch. */
export const worked = (progress: WorkProgress, event: WorkEvent, now: number): WorkProgress => {
  switch (event.type) {
    case 'phase':
      return { text: event.text, since: now };
    case 'begun':
      return { text: event.text, since: now, count: { total: event.total, done: 0, failed: 0 } };
    case 'step': {
      if (progress?.count === undefined) return progress;
      const { total, done, failed } = progress.count;
      return { ...progress, count: { total, done: done + 1, failed: failed + (event.failed ? 1 : 0) } };
    }
    case 'ended':
      return undefined;
  }
};

/** Steps after which an estimate says something. */
const ENOUGH = 5;

const durationText = (seconds: number): string =>
  seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;

const rateText = (perSecond: number): string =>
  perSecond >= 1 ? `${number(Math.round(perSecond))}/s` : `${number(Math.max(1, Math.round(perSecond * 60)))}/min`;

/** `Applying to https://…: 412 of 1,000, 3 failed, 4/s, about 2 min left`; without a count how long it has gone on. */
export const workText = (progress: NonNullable<WorkProgress>, now: number): string => {
  const { text, since, count } = progress;
  const seconds = Math.max(0, now - since) / 1000;
  if (count === undefined) return `${visible(text)}${seconds < 2 ? '' : `, ${durationText(seconds)}`}`;
  const { total, done, failed } = count;
  const rate = seconds === 0 ? 0 : done / seconds;
  const known = done >= ENOUGH && rate > 0 && done < total;
  const parts = [
    `${number(done)} of ${number(total)}`,
    ...(failed === 0 ? [] : [`${number(failed)} failed`]),
    ...(known ? [rateText(rate), `about ${durationText((total - done) / rate)} left`] : []),
  ];
  return `${visible(text)}: ${parts.join(', ')}`;
};

/** The same for one line of a terminal. */
export const workLine = (progress: NonNullable<WorkProgress>, now: number, width: number): string =>
  truncate(workText(progress, now), width - 1);
