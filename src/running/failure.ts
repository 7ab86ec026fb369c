import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { visible } from '../report/visible.ts';
import type { CommandContext } from './context.ts';

/** The stack alone: its message stands in the problem, and no error's cause is ever printed. */
const stackText = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => `${visible(line)}\n`)
    .join('');

/** An error as a problem: what a SyncError says, or the bare message of what nobody foresaw. With `debug` its stack is shown. */
export const failureProblem = (
  error: unknown,
  { settings, terminal }: Pick<CommandContext, 'settings' | 'terminal'>,
): Problem => {
  const { debug } = settings;
  if (debug && error instanceof Error) terminal.write(stackText(error));
  const known = error instanceof SyncError ? error : undefined;
  const hint = 'This is a defect of agentcore-sync: run again with --debug and report what it prints.';
  return {
    rule: known === undefined ? 'unexpected' : 'command-failed',
    severity: 'error',
    subject: known === undefined ? 'agentcore-sync' : `${known.area}/${known.code}`,
    text: error instanceof Error ? error.message : String(error),
    ...(known === undefined ? (debug ? {} : { hint }) : known.hint === undefined ? {} : { hint: known.hint }),
  };
};
