import type { RunCommand } from '../running/context.ts';
import { askOn } from '../setup/questions.ts';
import { runUpgrade } from '../setup/run-upgrade.ts';
import { readRemote } from '../setup/surroundings.ts';

/** `agentcore-sync upgrade`: brings what init wrote to this version, and the workflows to its pin. */
export const upgrade: RunCommand = async (context) => {
  const { actions, settings } = context;
  const asks = !actions && !settings.dryRun && process.stdin.isTTY && process.stderr.isTTY;
  const questions = asks ? askOn('upgrade') : undefined;
  if (questions !== undefined) context.work?.({ type: 'ended' });
  try {
    return await runUpgrade(context, {
      root: '.',
      remote: readRemote,
      ...(questions === undefined ? {} : { ask: questions.ask }),
    });
  } finally {
    questions?.close();
  }
};
