import { EXIT } from '../model/errors.ts';

/**
 * Aborts `stop` at the first SIGTERM or SIGINT; a second one ends the process as usual. Gives the exit code of the signal
 * that came, or undefined.
 */
export const onSignals = (stop: AbortController): (() => number | undefined) => {
  let code: number | undefined;
  const end = (of: number) => (): void => {
    code ??= of;
    stop.abort();
  };
  process.once('SIGTERM', end(EXIT.terminated));
  process.once('SIGINT', end(EXIT.interrupted));
  return () => code;
};

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve());
  });

/** Ends the process once everything that was printed has been taken. */
export const exitNow = async (code: number): Promise<void> => {
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(code);
};
