/**
 * A command in this process, by the product's own sources: for what a test starts from, and for what needs a clock of its
 * own. A process for each would take longer than all that such a test asserts.
 */
import { expect } from 'vitest';
import type { CommandResult } from '../../src/commands/context.ts';
import { type Invocation, runCommand } from '../../src/commands/run.ts';
import type { Given } from '../../src/config/read-options.ts';

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
