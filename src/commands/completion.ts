import { COMMANDS, type Command } from '../config/options/commands.ts';
import { EXIT } from '../model/errors.ts';
import type { RunCommand } from '../running/context.ts';
import { completionScript, SHELLS, type Shell } from '../setup/completion.ts';
import { COMMAND_TABLE } from './table.ts';

const isShell = (text: string | undefined): text is Shell => SHELLS.some((shell) => shell === text);

const texts = (): Readonly<Record<Command, string>> =>
  Object.fromEntries(COMMANDS.map((name) => [name, COMMAND_TABLE[name].text])) as Record<Command, string>;

/** `agentcore-sync completion <shell>`: the script for it on standard output. */
export const completion: RunCommand = async ({ operands }) => {
  const [shell] = operands;
  const nothing = { problems: [], text: '', markdown: '', outputs: {} };
  if (isShell(shell)) {
    const script = completionScript(shell, texts());
    return { ...nothing, exitCode: EXIT.done, result: { shell, script }, text: script };
  }
  const text = `completion expects one of ${SHELLS.join(', ')}, met ${JSON.stringify(shell)}.`;
  return {
    ...nothing,
    exitCode: EXIT.usage,
    result: null,
    problems: [{ rule: 'option-value', severity: 'error', subject: 'completion', text }],
  };
};
