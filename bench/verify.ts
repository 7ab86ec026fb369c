/** verify of 500 servers at 50 ms an answer against one after another, and the comparison of 10,000 tools with their lock. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readToolsLock, writeToolsLock } from '../src/document/tools-lock.ts';
import type { ToolsLock } from '../src/model/tools-lock.ts';
import { compareLocks } from '../src/verify/compare.ts';

type Print = (line: string) => void;

const SERVERS = 500;
/** One after another: as many as tell how long one takes. */
const SAMPLE = 20;
const TOOLS = 10_000;
const BOUNDS = { times: 20, megabytes: 200, compareSeconds: 1 } as const;

interface Measured {
  readonly megabytes: number;
  readonly exitCode: number;
}

/** The command as it ships. */
const CLI = '../dist/cli.js';

const answerOf = async <Answer>(child: ChildProcess): Promise<Answer> => (await once(child, 'message'))[0];

const prepare = async (origin: string): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'bench-verify-'));
  await mkdir(join(directory, 'servers/manual'), { recursive: true });
  for (let at = 0; at < SERVERS; at += 1) {
    const lines = [`path: /server-${at}/`, `name: server-${at}`, `url: ${origin}/${at}/mcp`].map(
      (line) => `  ${line}\n`,
    );
    await writeFile(
      join(directory, `servers/manual/server-${at}.yaml`),
      `kind: server\nregistration:\n${lines.join('')}`,
    );
  }
  return directory;
};

/** `verify` of the first `count` servers, as a process: seconds and memory of all of it. */
const measure = async (
  directory: string,
  paths: readonly string[],
): Promise<Measured & { readonly seconds: number }> => {
  const start = performance.now();
  const child = fork(join(import.meta.dirname, 'cli-measured.mjs'), ['verify', ...paths, '--output', 'json'], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { PATH: process.env['PATH'], HOME: directory, BENCH_CLI: CLI },
  });
  const measured = await answerOf<Measured>(child);
  return { ...measured, seconds: (performance.now() - start) / 1000 };
};

/** One server after another, each by a run of the room's own function. */
const alone = (origin: string): Promise<{ readonly seconds: number; readonly ok: number }> =>
  answerOf(fork(join(import.meta.dirname, 'verify-measured.ts'), [origin, `${SAMPLE}`, '1']));

const lockOf = (version: string): ToolsLock => ({
  server: { name: 'bench' },
  tools: Array.from({ length: TOOLS }, (_, at) => ({
    name: `tool_${`${at}`.padStart(5, '0')}`,
    description: at % 10 === 0 ? `Does the thing number ${at} (${version}).` : `Does the thing number ${at}.`,
    inputSchema: '{\n  "type": "object"\n}',
    digest: `sha256:${'0'.repeat(64)}`,
  })),
  prompts: [],
  resourceTemplates: [],
  skills: [],
});

/** Reads the lock as it lies in git, and compares it with what is there. */
const compare = (): { readonly seconds: number; readonly changes: number } => {
  const written = writeToolsLock(lockOf('1'));
  if ('refused' in written) throw new Error(written.refused);
  const now = lockOf('2');
  const read = readToolsLock('bench.tools.lock.yaml', written.text);
  if ('problems' in read) throw new Error('the lock can not be read');
  const start = performance.now();
  const changes = compareLocks(read.lock, now).length;
  return { seconds: (performance.now() - start) / 1000, changes };
};

/** Prints what was measured; false where a bound is not held. */
export const benchmarkVerify = async (print: Print): Promise<boolean> => {
  const doubles = fork(join(import.meta.dirname, 'verify-doubles.ts'), ['50']);
  try {
    const { origin } = await answerOf<{ readonly origin: string }>(doubles);
    const directory = await prepare(origin);
    try {
      const one = await alone(origin);
      const whole = await measure(directory, []);
      const sequential = (one.seconds / SAMPLE) * SERVERS;
      const times = sequential / whole.seconds;
      const { seconds, changes } = compare();
      print(
        `verify of ${SERVERS} servers   ${whole.seconds.toFixed(1)} s, ${whole.megabytes.toFixed(0)} MB, whole process (at most ${BOUNDS.megabytes} MB)`,
      );
      print(
        `one after another       ${sequential.toFixed(0)} s (${SAMPLE} measured): ${times.toFixed(1)} times (at least ${BOUNDS.times})`,
      );
      print(
        `${TOOLS} tools compared    ${(seconds * 1000).toFixed(0)} ms, ${changes} changes (at most ${BOUNDS.compareSeconds} s)`,
      );
      return (
        whole.exitCode === 0 &&
        one.ok === SAMPLE &&
        changes === TOOLS / 10 &&
        times >= BOUNDS.times &&
        whole.megabytes <= BOUNDS.megabytes &&
        seconds <= BOUNDS.compareSeconds
      );
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  } finally {
    doubles.disconnect();
  }
};
