import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';

/** Asks a person one question; resolves with the line that was typed, or with nothing where it was left. */
export type AskPerson = (question: string) => Promise<string>;

/** Whether a person's answer agrees. */
export const saysYes = (answer: string): boolean => /^y(es)?$/i.test(answer.trim());

/**
 * Questions on this process's terminal; undefined where nobody sits before one, or where a runner of jobs says that it
 * is one. The question goes to standard error, so that standard output holds the result alone. Ctrl-C ends the run.
 */
export const terminalQuestions = (
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): AskPerson | undefined => {
  const isJob = (environment['CI'] ?? '') !== '' || environment['GITHUB_ACTIONS'] === 'true';
  if (isJob || !process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    const left = new AbortController();
    const interrupted = new AbortController();
    lines.once('close', () => left.abort());
    lines.once('SIGINT', () => interrupted.abort());
    try {
      return await lines.question(question, { signal: AbortSignal.any([left.signal, interrupted.signal, signal]) });
    } catch (error) {
      process.stderr.write('\n');
      // The process's own handler ends the run, the same as at any other time: it comes once the event loop turns.
      if (interrupted.signal.aborted && !signal.aborted) {
        process.kill(process.pid, 'SIGINT');
        await once(signal, 'abort');
      }
      if (signal.aborted) throw signal.reason;
      if (!left.signal.aborted) throw error;
      return '';
    } finally {
      lines.close();
    }
  };
};
