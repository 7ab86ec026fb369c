import type { Problem } from '../model/problem.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Days that are looked at: a leap year and a week, so that the longest gap is met. */
const SPAN_DAYS = 373;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface FieldForm {
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
}

const FIELDS: readonly FieldForm[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12, names: MONTHS },
  { from: 0, to: 6, names: WEEKDAYS },
];

const numberOf = (text: string, { from, to, names = [] }: FieldForm): number | undefined => {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return named + from;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : undefined;
};

const partOf = (text: string, form: FieldForm): readonly number[] | undefined => {
  const [range = '', step = '1', ...rest] = text.split('/');
  if (rest.length > 0 || !/^[1-9]\d?$/.test(step)) return undefined;
  const [first = '', last, ...more] = range === '*' ? [String(form.from), String(form.to)] : range.split('-');
  const from = numberOf(first, form);
  const to = last === undefined ? (text.includes('/') ? form.to : from) : numberOf(last, form);
  if (more.length > 0 || from === undefined || to === undefined || to < from) return undefined;
  return Array.from({ length: Math.floor((to - from) / Number(step)) + 1 }, (_, at) => from + at * Number(step));
};

const fieldOf = (text: string, form: FieldForm): ReadonlySet<number> | undefined => {
  const parts = text.split(',').map((part) => partOf(part, form));
  return parts.includes(undefined) ? undefined : new Set(parts.flatMap((part) => part ?? []));
};

/** When a cron expression (POSIX, five fields, UTC) fires, within the span; undefined for what is none. */
const firings = (cron: string): readonly number[] | undefined => {
  const texts = cron.trim().split(/\s+/);
  const [minutes, hours, days, months, weekdays] = FIELDS.map((form, at) => fieldOf(texts[at] ?? '', form));
  if (texts.length !== FIELDS.length || !minutes || !hours || !days || !months || !weekdays) return undefined;
  const either = texts[2] !== '*' && texts[4] !== '*';
  const times = [...hours]
    .sort((a, b) => a - b)
    .flatMap((hour) => [...minutes].sort((a, b) => a - b).map((minute) => (hour * 60 + minute) * MINUTE));
  const start = Date.UTC(2028, 0, 1);
  return Array.from({ length: SPAN_DAYS }, (_, at) => start + at * DAY).flatMap((day) => {
    const date = new Date(day);
    const byDay = days.has(date.getUTCDate());
    const byWeekday = weekdays.has(date.getUTCDay());
    const fires = months.has(date.getUTCMonth() + 1) && (either ? byDay || byWeekday : byDay && byWeekday);
    return fires ? times.map((time) => day + time) : [];
  });
};

/**
 * Milliseconds of the longest time between two runs of a workflow with these cron expressions (UTC, as GitHub reads them:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule).
 * Undefined when one is no cron expression, or they never fire twice.
 */
export const longestGapMs = (crons: readonly string[]): number | undefined => {
  const all = crons.map(firings);
  if (all.includes(undefined)) return undefined;
  const times = all.flatMap((each) => each ?? []).sort((a, b) => a - b);
  return times.slice(1).reduce<number | undefined>((longest, time, at) => {
    const gap = time - (times[at] ?? time);
    return longest === undefined || gap > longest ? gap : longest;
  }, undefined);
};

const UNITS = [
  ['d', DAY],
  ['h', 60 * MINUTE],
  ['min', MINUTE],
  ['s', 1000],
] as const;

/** Milliseconds as people read them: `1 h 30 min`; the two largest units that are not nothing. */
export const durationText = (ms: number): string => {
  const [first, second] = UNITS.flatMap(([unit, size], at) => {
    const larger = UNITS[at - 1]?.[1];
    const count = Math.floor((larger === undefined ? ms : ms % larger) / size);
    return count === 0 ? [] : [`${count} ${unit}`];
  });
  return [first ?? '0 s', second].filter((text) => text !== undefined).join(' ');
};

/**
 * Warns when the shortest life met is shorter than the longest time between two runs of the workflow: tokens run out in
 * between. Nothing is said where either is unknown.
 */
export const scheduleProblems = (shortestLifeMs: number | undefined, crons: readonly string[]): readonly Problem[] => {
  const gap = longestGapMs(crons);
  if (shortestLifeMs === undefined || gap === undefined || shortestLifeMs > gap) return [];
  return [
    {
      rule: 'token-expires',
      severity: 'warning',
      subject: 'schedule',
      text: `The shortest token lives ${durationText(shortestLifeMs)}, and the workflow's schedule leaves up to ${durationText(gap)} between two runs: a token can run out ${durationText(gap - shortestLifeMs)} before it is renewed.`,
      hint: 'Run the workflow more often (GitHub may start it late), let tokens live longer, or run refresh --loop in a container.',
    },
  ];
};
