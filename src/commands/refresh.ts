import { EXIT } from '../model/errors.ts';
import type { RefreshResult } from '../model/refresh.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { refreshMarkdown, refreshText } from '../report/refresh-report.ts';
import { refreshResult } from '../report/results.ts';
import type { CommandContext, CommandResult, RunCommand } from './context.ts';
import { fails, judged } from './judging.ts';
import { keepRefreshing } from './refresh-loop.ts';
import { scheduleOf } from './refresh-schedule.ts';
import { renewTokens } from './token-renewal.ts';
import { readWanting } from './token-wanting.ts';

const refreshedResult = (result: RefreshResult, { settings, terminal }: CommandContext): CommandResult => {
  const failed =
    fails(result.problems, { settings }) ||
    result.refreshed.some(({ state }) => state === 'failed' || state === 'withheld');
  return {
    exitCode: failed ? EXIT.failed : EXIT.done,
    result: refreshResult(result),
    problems: result.problems,
    text: refreshText(result, terminal),
    markdown: refreshMarkdown(result, { limit: SUMMARY_LIMIT }),
    outputs: { changes: String(result.refreshed.filter(({ state }) => state === 'renewed').length) },
  };
};

const refreshOnce = async (context: CommandContext): Promise<CommandResult> => {
  const { problems, ...wanting } = await readWanting(context);
  const result = await renewTokens(context, wanting);
  const warnings = await scheduleOf(result, context);
  const all = judged([...problems, ...warnings, ...result.problems], context);
  return refreshedResult({ ...result, problems: all }, context);
};

/** Token refresh: renews the access tokens that the registry needs to call the servers. */
export const refresh: RunCommand = async (context) => {
  if (!context.settings.refresh.loop) return refreshOnce(context);
  // Each round was told when it was over.
  return { ...refreshedResult(await keepRefreshing(context), context), text: '', problems: [] };
};
