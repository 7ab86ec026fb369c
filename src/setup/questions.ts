import { createInterface } from 'node:readline/promises';
import { SyncError } from '../model/errors.ts';
import type { Ask } from './ask.ts';

/** Questions on the terminal. The prompt goes to standard error, so that standard output holds the result alone. */
export const askOn = (command: string): { readonly ask: Ask; readonly close: () => void } => {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new AbortController();
  lines.once('close', () => ended.abort());
  return {
    ask: (question) =>
      lines.question(question, { signal: ended.signal }).catch(() => {
        throw new SyncError('usage', 'missing-option', `${command}: the questions were left before their end`, {
          hint: 'Nothing was written. Start again, or give the answers as flags.',
        });
      }),
    close: () => lines.close(),
  };
};
