#!/usr/bin/env node
/** The command line as a process: its words, its signals and its exit code. */
import { isUntilSignal, runWords } from './command-line.ts';
import { EXIT } from './model/errors.ts';
import { nodeVersionProblem } from './model/node-version.ts';
import { exitNow, onSignals } from './running/signals.ts';

// A reader may go away early (`| head`): what it did not want to see is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const tooOld = nodeVersionProblem(process.versions.node);
if (tooOld === undefined) {
  const stop = new AbortController();
  const ended = onSignals(stop);
  const words = process.argv.slice(2);
  const done = await runWords(words, stop.signal);
  const code = isUntilSignal(words) && ended() !== undefined ? done : ended();
  process.exitCode = code ?? done;
  // What a signal cut off may hold connections that would keep the process for as long as they last.
  if (code !== undefined) await exitNow(code);
} else {
  process.stderr.write(tooOld);
  process.exitCode = EXIT.usage;
}
