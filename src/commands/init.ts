import { randomBytes } from 'node:crypto';
import { openRepository } from '../forge/github/client.ts';
import { GITHUB_LIMITS } from '../forge/github/open.ts';
import { readRepositoryFacts } from '../forge/github/settings.ts';
import { createFetch } from '../net/fetch.ts';
import type { RunCommand } from '../running/context.ts';
import { runInit } from '../setup/init.ts';
import { askOn } from '../setup/questions.ts';
import { readCaller, readRemote } from '../setup/surroundings.ts';

/** `agentcore-sync init`: writes what a new catalogue needs, where nothing is yet. */
export const init: RunCommand = async (context) => {
  const { environment, run, clock, cut, actions } = context;
  const questions = !actions && process.stdin.isTTY && process.stderr.isTTY ? askOn('init') : undefined;
  if (questions !== undefined) context.work?.({ type: 'ended' });
  const { token } = run;
  const fetch = createFetch({ environment, clock, signal: cut, ...GITHUB_LIMITS, ...context.requests?.('github') });
  try {
    return await runInit(context, {
      root: '.',
      ...(questions === undefined ? {} : { ask: questions.ask }),
      facts: async (repository) =>
        token === undefined
          ? undefined
          : readRepositoryFacts(openRepository({ run: { ...run, repository }, token, fetch })),
      remote: readRemote,
      caller: () => readCaller(context),
      suffix: () => randomBytes(3).toString('hex'),
    });
  } finally {
    questions?.close();
    await fetch.close();
  }
};
