/** What a person sees of a run that takes its time: what is done now, and how far it is. */
import { expect, test } from 'vitest';
import type { Command } from '../../src/config/options/commands.ts';
import type { Given } from '../../src/config/read-options.ts';
import { systemClock } from '../../src/net/clock.ts';
import { type Bench, LOGISTICS, RETAIL, startBench } from './cli.ts';
import { commandIn } from './in-process.ts';
import { issuerLines, startTokenBench } from './issuers.ts';

/** A command on a terminal that is drawn all the time; gives the lines that were shown, each once. */
const shownBy = async (bench: Pick<Bench, 'folder' | 'environment'>, command: Command, given: Given = {}) => {
  const shown = new Set<string>();
  const { folder, environment } = bench;
  const result = await commandIn(
    { folder, environment },
    {
      command,
      given,
      environment,
      terminal: {
        width: 200,
        colour: false,
        live: true,
        write: (text) => {
          for (const line of text.split('\n')) shown.add(line.split('\u001b[J').at(-1) ?? '');
        },
        log: () => undefined,
        every: (_ms, work) => {
          const timer = setInterval(work, 2);
          return () => clearInterval(timer);
        },
      },
    },
  );
  return { ...result, lines: [...shown] };
};

const slow = ({ registry }: Bench): void => {
  registry.faults.add({ times: Number.POSITIVE_INFINITY, fault: { kind: 'slow', ms: 25 } });
};

test('plan and apply say what is read, and how many changes are made', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  slow(bench);
  const planned = await shownBy(bench, 'plan');
  expect(planned.lines).toContain(`reading ${bench.registry.url}`);
  const { exitCode, lines } = await shownBy(bench, 'apply', { concurrency: '1' });
  expect(exitCode).toBe(0);
  expect(lines).toContain(`reading ${bench.registry.url}`);
  for (const count of [0, 1, 4])
    expect(lines.some((line) => line.startsWith(`applying to ${bench.registry.url}: ${count} of 5`))).toBe(true);
});

test('refresh and import count what they do', async () => {
  const bench = await startTokenBench();
  bench.configure(issuerLines(bench.issuer, { retail: `${RETAIL}/*`, logistics: `${LOGISTICS}/*` }));
  await bench.seed('apply', { refresh: 'false' });
  slow(bench);
  const { exitCode, lines } = await shownBy(bench, 'refresh', { scan: 'false', concurrency: '1' });
  expect(exitCode).toBe(0);
  expect(lines).toContain(`reading ${bench.registry.url}`);
  expect(lines.some((line) => /^refresh: \d+ of \d+/.test(line))).toBe(true);
  const imported = await shownBy(bench, 'import', { dryRun: true });
  expect(imported.lines).toContain(`reading ${bench.registry.url}`);
});

/** A command where nobody sits, with a clock that passes a second at each look; gives what was written, when, and where. */
const loggedBy = async (bench: Bench, command: Command, secondsEachLook: number) => {
  const written: {
    readonly to: 'stdout' | 'stderr';
    readonly text: string;
    readonly second: number;
    readonly asked: number;
  }[] = [];
  let second = 0;
  const start = Date.now();
  const put = (to: 'stdout' | 'stderr', text: string): boolean => {
    written.push({ to, text, second, asked: bench.registry.requests.length });
    return true;
  };
  const { folder, environment } = bench;
  const before = bench.registry.requests.length;
  const result = await commandIn(
    { folder, environment },
    {
      command,
      environment,
      clock: { ...systemClock, now: () => start + second * 1000 },
      terminal: {
        width: 120,
        colour: false,
        live: false,
        begin: (text) => put('stdout', text),
        write: (text) => void put('stderr', text),
        log: () => undefined,
        every: (_ms, work) => {
          const timer = setInterval(() => {
            second += secondsEachLook;
            work();
          }, 1);
          return () => clearInterval(timer);
        },
      },
    },
  );
  return { ...result, written, before };
};

test.each(['plan', 'apply'] as const)(
  'a slow %s where nobody sits says on standard output what it does before anybody is asked, and on standard error after ten seconds how far it is',
  async (command) => {
    const bench = await startBench();
    await bench.seed('scan');
    await bench.seed('apply');
    slow(bench);
    const { written, before, exitCode } = await loggedBy(bench, command, 1);
    expect(exitCode).toBe(0);
    const words = command === 'plan' ? ['Comparing', 'with'] : ['Applying', 'to'];
    const text = `${words[0]} servers/ ${words[1]} ${bench.registry.url}\n`;
    expect(written[0]).toEqual({ to: 'stdout', text, second: 0, asked: before });
    const later = written.slice(1);
    expect(later.length).toBeGreaterThan(0);
    for (const [at, one] of later.entries()) {
      expect(one).toMatchObject({ to: 'stderr', text: expect.stringMatching(/\d+( s|\/s|left)?\n$/) });
      expect(one.second - (later[at - 1]?.second ?? 0)).toBeGreaterThanOrEqual(10);
    }

    const quick = await loggedBy(bench, command, 0);
    expect(quick.written.map(({ text: shown }) => shown)).toEqual([text]);
  },
);
