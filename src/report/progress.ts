import type { ProgressEvent } from '../model/progress.ts';
import type { ScanFigures } from '../model/resource.ts';
import { type Line, renderText, type TextOptions, truncate } from './text.ts';
import { counted, number, seconds } from './wording.ts';

interface Running {
  readonly account: string;
  readonly region: string;
  readonly calls: number;
  readonly throttled: number;
  readonly found: number;
}

/** What a running scan has told so far. */
export interface Progress {
  readonly total: number;
  /** By account and Region, in the order in which they started. */
  readonly running: ReadonlyMap<string, Running>;
  readonly finished: number;
  readonly failed: number;
  /** Sums of those that are finished. */
  readonly found: number;
  readonly calls: number;
  readonly throttled: number;
}

/** Before the first event. */
export const NO_PROGRESS: Progress = {
  total: 0,
  running: new Map(),
  finished: 0,
  failed: 0,
  found: 0,
  calls: 0,
  throttled: 0,
};

const keyOf = ({ account, region }: { readonly account: string; readonly region: string }): string =>
  `${account}  ${region}`;

const updated = (progress: Progress, at: Pick<Running, 'account' | 'region'>, add: Partial<Running>): Progress => {
  const { account, region } = at;
  const before = progress.running.get(keyOf(at)) ?? { account, region, calls: 0, throttled: 0, found: 0 };
  const after = {
    ...before,
    calls: before.calls + (add.calls ?? 0),
    throttled: before.throttled + (add.throttled ?? 0),
    found: before.found + (add.found ?? 0),
  };
  return { ...progress, running: new Map(progress.running).set(keyOf(at), after) };
};

const finished = (progress: Progress, figures: ScanFigures): Progress => {
  const running = new Map(progress.running);
  running.delete(keyOf(figures));
  return {
    total: Math.max(progress.total, progress.finished + 1),
    running,
    finished: progress.finished + 1,
    failed: progress.failed + (figures.failed > 0 ? 1 : 0),
    found: progress.found + figures.found,
    calls: progress.calls + figures.calls,
    throttled: progress.throttled + figures.throttled,
  };
};

/** The progress after one more event. */
export const progressed = (progress: Progress, event: ProgressEvent): Progress => {
  switch (event.type) {
    case 'planned':
      return { ...progress, total: Math.max(event.total, progress.finished) };
    case 'started':
      return updated(progress, event, {});
    case 'call':
      return updated(progress, event, { calls: 1, throttled: event.throttled ? 1 : 0 });
    case 'found':
      return updated(progress, event, { found: event.count });
    case 'finished':
      return finished(progress, event.figures);
    case 'ended':
      return { ...progress, running: new Map() };
  }
};

const figuresText = ({ found, calls, throttled }: Pick<Running, 'found' | 'calls' | 'throttled'>): string =>
  [
    `${number(found)} found`,
    counted(calls, 'call'),
    ...(throttled === 0 ? [] : [`${number(throttled)} throttled`]),
  ].join(', ');

const sum = (progress: Progress, key: 'found' | 'calls' | 'throttled'): number =>
  [...progress.running.values()].reduce((total, running) => total + running[key], progress[key]);

/**
 * The lines that a terminal shows at this moment, none longer than its width: one for the whole, one for each account
 * and Region at work, as many as fit `height`.
 */
export const liveLines = (progress: Progress, options: TextOptions & { readonly height: number }): string[] => {
  const all = [...progress.running.values()];
  const room = Math.max(0, options.height - 1);
  const shown = all.length <= room ? all : all.slice(0, Math.max(0, room - 1));
  const totals = {
    found: sum(progress, 'found'),
    calls: sum(progress, 'calls'),
    throttled: sum(progress, 'throttled'),
  };
  const failed = progress.failed === 0 ? '' : `, ${number(progress.failed)} failed`;
  const head = `${number(progress.finished)} of ${counted(progress.total, 'account-Region')}${failed}  ${figuresText(totals)}`;
  const cut = (text: string): string => truncate(text, options.width);
  const lines: Line[] = [
    [{ text: cut(head), style: 'bold' }],
    ...shown.map((running): Line => [cut(`  ${keyOf(running)}  ${figuresText(running)}`)]),
    ...(shown.length === all.length || room === 0
      ? []
      : [[{ text: cut(`  and ${number(all.length - shown.length)} more`), style: 'dim' } as const]]),
  ];
  return renderText(lines, options.colour).trimEnd().split('\n');
};

/** What a terminal must get to show these lines in place of so many lines before. Only a door on a terminal writes it. */
export const redrawn = (before: number, lines: readonly string[]): string =>
  `${before === 0 ? '' : `\u001b[${before}A`}\r\u001b[J${lines.map((line) => `${line}\n`).join('')}`;

/** What a log gets for an event: a group around the scan, and in it one line for each finished account and Region. */
export type LogItem =
  | { readonly type: 'group'; readonly title: string }
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'end-group' };

const finishedText = (figures: ScanFigures): string => {
  const failed = figures.failed === 0 ? '' : `, ${number(figures.failed)} failed`;
  return renderText(
    [[`${keyOf(figures)}  ${figuresText(figures)}${failed}, ${seconds(figures.seconds)} s`]],
    false,
  ).trimEnd();
};

/** The items that a log of Actions gets for one event; `before` is the progress before it. */
export const logItems = (before: Progress, event: ProgressEvent): LogItem[] => {
  switch (event.type) {
    case 'planned':
      return before.total > 0 ? [] : [{ type: 'group', title: 'Accounts and Regions' }];
    case 'finished':
      return [{ type: 'line', text: finishedText(event.figures) }];
    case 'ended':
      return before.total > 0 ? [{ type: 'end-group' }] : [];
    case 'started':
    case 'call':
    case 'found':
      return [];
  }
};
