/**
 * A command in this process, by the product's own sources: for what a test starts from, and for what needs a clock of its
 * own. A process for each would take longer than all that such a test asserts.
 */
import { summary } from '@actions/core';
import { expect } from 'vitest';
import { runInputs } from '../../src/action.ts';
import { runWords } from '../../src/command-line.ts';
import { type Invocation, runCommand } from '../../src/commands/run.ts';
import type { Given } from '../../src/config/read-options.ts';
import type { CommandResult } from '../../src/running/context.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Place {
  readonly folder: string;
  readonly environment: Environment;
}

/** Sets variables of this process; gives what they were before. */
const setVariables = (values: Environment): Environment => {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return before;
};

/**
 * Runs a command in a folder. The folder and the variables are those of this process while it runs: the AWS SDK knows no
 * other, and nothing else goes on in a test file meanwhile.
 */
export const commandIn = async (
  { folder, environment }: Place,
  invocation: Pick<Invocation, 'command'> & Partial<Invocation>,
): Promise<CommandResult> => {
  const [before, variables] = [process.cwd(), setVariables(environment)];
  process.chdir(folder);
  try {
    return await runCommand({
      given: {},
      spelling: (name) => name,
      problems: [],
      operands: [],
      environment,
      signal: new AbortController().signal,
      terminal: { width: 120, colour: false, live: false, write: () => undefined, log: () => undefined },
      mask: () => undefined,
      actions: false,
      ...invocation,
    });
  } finally {
    process.chdir(before);
    setVariables(variables);
  }
};

/** Scans or applies in this process, and expects that all went well. */
export const seed = async (place: Place, command: 'scan' | 'apply', given: Given = {}): Promise<void> => {
  const { exitCode, problems } = await commandIn(place, { command, given });
  expect(exitCode === 0 ? [] : problems).toEqual([]);
};

/** What a process of the same would have given. */
export interface Printed {
  readonly code: number;
  readonly signal: null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Keeps what is written to a stream; gives how the stream gets its own way again, with what was kept. */
const keepWritten = (stream: NodeJS.WriteStream): (() => string) => {
  const { write } = stream;
  let text = '';
  stream.write = (chunk: string | Uint8Array): boolean => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return () => {
    stream.write = write;
    return text;
  };
};

let busy = false;

/**
 * What a door prints and ends with, in this process: its folder, all of its variables and its streams are the door's
 * while it runs. One at a time: two at once are for processes of their own.
 */
const throughDoor = async (
  { folder, environment }: Place,
  door: (signal: AbortSignal) => Promise<number>,
): Promise<Printed> => {
  if (busy) throw new Error('a door is open in this process: start a process of its own');
  busy = true;
  const none = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));
  const given = { PATH: process.env['PATH'], HOME: folder, ...environment };
  const [before, variables] = [process.cwd(), { ...process.env }];
  setVariables({ ...none, ...given });
  process.chdir(folder);
  const [stdout, stderr] = [keepWritten(process.stdout), keepWritten(process.stderr)];
  try {
    const code = await door(new AbortController().signal);
    return { code, signal: null, stdout: stdout(), stderr: stderr() };
  } finally {
    stdout();
    stderr();
    process.chdir(before);
    setVariables({ ...Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined])), ...variables });
    busy = false;
  }
};

/** The command line with these words, in this process. */
export const commandLineIn = (place: Place, words: readonly string[]): Promise<Printed> =>
  throughDoor(place, (signal) => runWords(words, signal));

/** The action with the inputs of this environment, in this process. */
export const actionIn = (place: Place): Promise<Printed> =>
  throughDoor(place, (signal) => {
    // @actions/core keeps the first file that it was given for a summary: a job has no other.
    Reflect.deleteProperty(summary, '_filePath');
    return runInputs(signal);
  });
