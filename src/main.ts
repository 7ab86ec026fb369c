/** The action as a process: its signals and its exit code. */
import { error } from '@actions/core';
import { runInputs } from './action.ts';
import { EXIT } from './model/errors.ts';
import { nodeVersionProblem } from './model/node-version.ts';
import { exitNow, onSignals } from './running/signals.ts';

const run = async (): Promise<number> => {
  const tooOld = nodeVersionProblem(process.versions.node);
  if (tooOld !== undefined) {
    error(tooOld);
    return EXIT.usage;
  }
  const stop = new AbortController();
  const ended = onSignals(stop);
  const done = await runInputs(stop.signal);
  const code = ended();
  if (code !== undefined) await exitNow(code);
  return code ?? done;
};

process.exitCode = await run();
