import { expect, test } from 'vitest';
import type { LogItem } from '../../src/report/progress.ts';
import { workText } from '../../src/report/work-progress.ts';
import { showWork } from '../../src/running/work.ts';

interface Options {
  readonly live?: boolean;
  readonly actions?: boolean;
  readonly begun?: boolean;
  readonly debug?: boolean;
}

/** A run's work with a clock that is moved by hand; ticks come as often as they were asked for. */
const start = ({ live = false, actions = false, begun = false, debug = false }: Options = {}) => {
  let now = 1_000_000;
  const written: string[] = [];
  const logged: LogItem[] = [];
  const ticks: { ms: number; work: () => void; at: number }[] = [];
  const shown = showWork({
    terminal: {
      width: 80,
      colour: false,
      live,
      write: (text) => void written.push(text),
      log: (item) => void logged.push(item),
      every: (ms, work) => {
        const tick = { ms, work, at: now + ms };
        ticks.push(tick);
        return () => void ticks.splice(ticks.indexOf(tick), 1);
      },
    },
    clock: { now: () => now, sleep: async () => undefined },
    actions,
    begun,
    debug,
  });
  const pass = (ms: number): void => {
    const end = now + ms;
    for (;;) {
      const next = ticks.toSorted((one, other) => one.at - other.at)[0];
      if (next === undefined || next.at > end) break;
      now = next.at;
      next.at += next.ms;
      next.work();
    }
    now = end;
  };
  return { ...shown, pass, written, logged, ticks };
};

const applied = (work: ReturnType<typeof start>, done: number, failed = 0): void => {
  for (let step = 0; step < done; step += 1) work.tell({ type: 'step', failed: step < failed });
};

test('counts, failures, pace and an estimate', () => {
  const progress = { text: 'applying', since: 0, count: { total: 1000, done: 412, failed: 3 } };
  expect(workText(progress, 103_000)).toBe('applying: 412 of 1,000, 3 failed, 4/s, about 2 min left');
  expect(workText({ ...progress, count: { total: 1000, done: 990, failed: 0 } }, 99_000)).toBe(
    'applying: 990 of 1,000, 10/s, about 1 s left',
  );
  expect(workText({ ...progress, count: { total: 9, done: 6, failed: 0 } }, 60_000)).toBe(
    'applying: 6 of 9, 6/min, about 30 s left',
  );
  expect(workText({ ...progress, count: { total: 3, done: 1, failed: 0 } }, 60_000)).toBe('applying: 1 of 3');
  expect(workText({ text: 'reading https://r.example\u001b[2J', since: 0 }, 12_000)).toBe(
    'reading https://r.example\\x1b[2J, 12 s',
  );
});

test('a terminal shows one line within a second, draws it anew, and keeps none of it', () => {
  const work = start({ live: true });
  work.tell({ type: 'phase', text: 'reading the registry' });
  work.pass(1000);
  expect(work.written[0]).toContain('reading the registry');
  work.tell({ type: 'begun', text: 'applying', total: 10 });
  applied(work, 6, 1);
  work.pass(1000);
  expect(work.written.at(-1)).toContain('applying: 6 of 10, 1 failed, 6/s, about 1 s left');
  work.tell({ type: 'ended' });
  expect(work.written.at(-1)).toBe('\u001b[1A\r\u001b[J');
  const before = work.written.length;
  work.pass(5000);
  work.close();
  expect(work.written.length).toBe(before);
  expect(work.ticks).toEqual([]);
});

test('a log gets a first line before two seconds are over and then one every ten, in Actions through its own log', () => {
  for (const actions of [false, true]) {
    const work = start({ actions });
    work.tell({ type: 'phase', text: 'plan has begun' });
    work.pass(900);
    expect([work.written, work.logged]).toEqual([[], []]);
    work.pass(31_100);
    const lines = actions ? work.logged.map((item) => (item.type === 'line' ? `${item.text}\n` : '')) : work.written;
    expect(lines).toEqual([
      'plan has begun\n',
      'plan has begun, 11 s\n',
      'plan has begun, 21 s\n',
      'plan has begun, 31 s\n',
    ]);
    work.close();
    work.pass(60_000);
    expect(work.written.length + work.logged.length).toBe(4);
  }
});

test('where standard output has said what is done, standard error stays empty for ten seconds, and a quick run leaves it so', () => {
  const slow = start({ begun: true });
  slow.tell({ type: 'phase', text: 'plan has begun' });
  slow.pass(9900);
  expect(slow.written).toEqual([]);
  slow.pass(20_000);
  expect(slow.written).toEqual(['plan has begun, 10 s\n', 'plan has begun, 20 s\n']);
  const quick = start();
  quick.tell({ type: 'begun', text: 'applying', total: 3 });
  applied(quick, 3);
  quick.pass(900);
  quick.close();
  expect(quick.written).toEqual([]);
});

test('beside the lines of --debug no line is rewritten', () => {
  const work = start({ live: true, debug: true });
  work.tell({ type: 'phase', text: 'plan has begun' });
  work.pass(3000);
  expect(work.written).toEqual(['plan has begun\n']);
});
