import { writeFile } from 'node:fs/promises';
import { repositoryPath } from '../config/repository.ts';
import type { CommandResult } from '../model/command-result.ts';
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { sarifText } from '../report/sarif.ts';

interface Told {
  readonly command: string;
  /** Where it is written, as the user named it. */
  readonly file: string;
  readonly config: string;
}

const unwritten = (file: string, error: unknown): Problem => ({
  rule: 'command-failed',
  severity: 'error',
  subject: file,
  text: `${file}: what --sarif asks for could not be written (${error instanceof Error && 'code' in error ? error.code : 'unknown'}).`,
  hint: 'Name a file in a folder that is there, and that this user may write.',
});

/** Writes what a command found as SARIF, whatever it ended with; that it could not is a problem of the command. */
export const writeSarif = async (result: CommandResult, { command, file, config }: Told): Promise<CommandResult> => {
  const { problems, exitCode } = result;
  try {
    const root = await repositoryPath('.');
    const prefix = root === undefined || root === '' ? '' : `${root}/`;
    const successful = exitCode !== EXIT.usage && !problems.some(({ rule }) => rule === 'command-failed');
    await writeFile(file, sarifText({ command, problems, config, prefix, successful }));
    return result;
  } catch (error) {
    return {
      ...result,
      exitCode: exitCode === EXIT.done || exitCode === EXIT.changes ? EXIT.failed : exitCode,
      problems: [...problems, unwritten(file, error)],
    };
  }
};
