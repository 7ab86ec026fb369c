/** The command line on a terminal of its own, which util-linux's `script` gives it: what only a terminal shows. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Bench, startBench, temporaryFolder } from '../cli/cli.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const NETWORK = join(ROOT, 'test/setup/network.mjs');
const CLI = join(ROOT, 'dist/cli.js');
const ESCAPE = String.fromCharCode(0x1b);

interface Typed {
  readonly code: number | null;
  /** All that the terminal was sent, both streams in their order. */
  readonly screen: string;
}

/** A command on a terminal; `answer` is typed once it asks. */
const onTerminal = (
  { folder, environment }: Pick<Bench, 'folder' | 'environment'>,
  words: string,
  { answer, columns = 120 }: { readonly answer?: string; readonly columns?: number } = {},
): Promise<Typed> =>
  new Promise((done, fail) => {
    const line = `stty cols ${columns}; exec '${process.execPath}' --import '${NETWORK}' '${CLI}' ${words}`;
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, TERM: 'xterm-256color', SHELL: '/bin/sh', ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let [screen, hasAnswered] = ['', false];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      screen += text;
      if (hasAnswered || answer === undefined || !screen.includes('[y/N]')) return;
      hasAnswered = true;
      child.stdin.write(`${answer}\n`);
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, screen }));
  });

const pathsOf = ({ registry }: Bench): readonly string[] =>
  [...registry.records().servers, ...registry.records().agents].map(({ path }) => path).sort();
const writesOf = ({ registry }: Bench): number => registry.requests.filter(({ method }) => method !== 'GET').length;

/** What stood on the screen at any time, line by line, without colours. */
const linesOf = (screen: string): readonly string[] =>
  screen.split(/[\r\n]+/).map((line) => line.replaceAll(new RegExp(`${ESCAPE}\\[[\\d;?]*[A-Za-z]`, 'g'), ''));

test('Ctrl-C at the question ends the run as a signal does at any other time: it is no answer', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const { code, screen } = await onTerminal(bench, 'apply', { answer: '\u0003' });
  expect([code, pathsOf(bench), writesOf(bench)]).toEqual([130, [], 0]);
  expect(linesOf(screen)).toContain('  The run was ended by a signal.');
  expect(screen).not.toContain('the answer was no');
});

test('apply shows its plan and asks: no writes nothing, yes applies with its progress, and then nobody is asked', async () => {
  const bench = await startBench();
  await bench.seed('scan');
  const question = `Apply 5 creates to ${bench.registry.url}? [y/N]`;

  const no = await onTerminal(bench, 'apply', { answer: 'n' });
  expect([no.code, pathsOf(bench), writesOf(bench)]).toEqual([1, [], 0]);
  const shown = no.screen.indexOf(question);
  expect(shown).toBeGreaterThan(no.screen.indexOf('Plan: '));
  for (const text of ['/pricing/', '/customs', '5 to create']) {
    expect(no.screen.slice(0, shown)).toContain(text);
  }
  expect(no.screen.slice(0, shown)).toContain(`${ESCAPE}[32m+ ${ESCAPE}[39m`);
  expect(linesOf(no.screen)).toContain('  apply: the answer was no, so nothing was written.');

  bench.registry.faults.add({ times: Number.POSITIVE_INFINITY, fault: { kind: 'slow', ms: 300 } });
  const yes = await onTerminal(bench, 'apply --concurrency 1', { answer: 'y' });
  expect(yes.code).toBe(0);
  expect(pathsOf(bench)).toHaveLength(5);
  const lines = linesOf(yes.screen);
  expect(lines).toContain(`reading ${bench.registry.url}`);
  expect(lines.some((line) => /: [1-4] of 5\b/.test(line))).toBe(true);
  expect(lines).toContain('Applied: 5 created.');

  bench.registry.faults.clear();
  const writes = writesOf(bench);
  const again = await onTerminal(bench, 'apply');
  expect([again.code, writesOf(bench)]).toEqual([0, writes]);
  expect(again.screen).not.toContain('[y/N]');
});

test('sync asks for files and registry at once, and import for its files', async () => {
  const bench = await startBench();
  const no = await onTerminal(bench, 'sync', { answer: 'n' });
  expect(no.screen).toContain(`Write 5 files below servers, and apply 5 creates to ${bench.registry.url}? [y/N]`);
  expect([no.code, Object.keys(bench.files()).filter((file) => file.startsWith('servers/'))]).toEqual([1, []]);
  bench.write(
    'rates.json',
    JSON.stringify({ server_name: 'rates', path: '/rates/', proxy_pass_url: 'https://rates.example.com/mcp' }),
  );
  const yes = await onTerminal(bench, 'import rates.json', { answer: 'y' });
  expect([yes.code, Object.keys(bench.files())]).toEqual([
    0,
    expect.arrayContaining([expect.stringContaining('servers/manual/rates')]),
  ]);
});

test.each([
  [80, 80],
  // Names of options that are longer than half of it stay whole.
  [50, 64],
])('help is wrapped on a terminal of %i columns', async (columns, most) => {
  const place = { folder: temporaryFolder(), environment: {} };
  for (const command of ['plan', 'scan', 'verify']) {
    const { code, screen } = await onTerminal(place, `${command} --help`, { columns });
    expect(code).toBe(0);
    expect(Math.max(...linesOf(screen).map((line) => line.length)), command).toBeLessThanOrEqual(most);
  }
});
