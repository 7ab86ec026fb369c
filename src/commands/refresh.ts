import { noneCovered } from '../engine/tokens/none-covered.ts';
import { allProblems, resultsOf } from '../model/at-registry.ts';
import { EXIT } from '../model/errors.ts';
import { keepRefreshing } from '../registry-runs/refresh-loop.ts';
import { scheduleOf } from '../registry-runs/refresh-schedule.ts';
import { type Refreshing, renewTokens } from '../registry-runs/token-renewal.ts';
import { readWanting } from '../registry-runs/token-wanting.ts';
import { inBothAt } from '../report/at-registries.ts';
import { refreshReport } from '../report/refresh-report.ts';
import { refreshResult } from '../report/results.ts';
import { handOver, isWhole, rowFailures } from '../review/owner-failures.ts';
import type { CommandContext, CommandResult, RunCommand } from '../running/context.ts';
import { failsAt, judged, judgedAt, newsAt } from '../running/judging.ts';

const refreshedResult = (done: Refreshing, context: CommandContext): CommandResult => {
  const { registries } = done;
  const refreshed = resultsOf(registries).flatMap((result) => result.refreshed);
  const failed =
    failsAt(newsAt(done), context) || refreshed.some(({ state }) => state === 'failed' || state === 'withheld');
  return {
    exitCode: failed ? EXIT.failed : EXIT.done,
    result: refreshResult(registries),
    problems: allProblems(done),
    ...inBothAt(done, context.terminal, refreshReport),
    outputs: { changes: String(refreshed.filter(({ state }) => state === 'renewed').length) },
  };
};

const refreshOnce = async (context: CommandContext): Promise<CommandResult> => {
  const { problems, owning, ...wanting } = await readWanting(context);
  const done = await renewTokens(context, wanting);
  const refreshed = resultsOf(done.registries).flatMap((result) => result.refreshed);
  const warnings = await scheduleOf(refreshed, context);
  const told = judgedAt({ run: done, problems: [...problems, ...warnings] }, context);
  const none = judged(noneCovered('refresh', refreshed, allProblems(told)), context);
  const result = refreshedResult({ ...told, problems: [...none, ...told.problems] }, context);
  if (owning === undefined) return result;
  const failing = refreshed
    .filter(({ state }) => state === 'failed' || state === 'withheld')
    .map((one) => ({ ...one, file: `${context.settings.directory}/${one.file}` }));
  const handed = await handOver(context, {
    command: 'refresh',
    complete: isWhole(context) && told.registries.every((one) => one.result !== undefined),
    problems: result.problems,
    owning,
    more: rowFailures(failing, result.problems, ({ file = '' }) => owning.ofFile(file)),
  });
  return { ...result, outputs: { ...result.outputs, ...handed } };
};

/** Token refresh: renews the access tokens that the registry needs to call the servers. */
export const refresh: RunCommand = async (context) => {
  if (!context.settings.refresh.loop) return refreshOnce(context);
  // Each round was told when it was over.
  return { ...refreshedResult(await keepRefreshing(context), context), text: '', problems: [] };
};
