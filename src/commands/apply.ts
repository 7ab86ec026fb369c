import { EXIT } from '../model/errors.ts';
import { applyMarkdown, applyText } from '../report/apply-report.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { applyResult } from '../report/results.ts';
import { loadCatalogue } from './catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from './context.ts';
import { fails, judgedOfPlan } from './judging.ts';
import { keptProblems, selectingOf } from './only.ts';
import { plan } from './plan.ts';
import { type Applied, applyCatalogue } from './plan-and-apply.ts';

/** What apply leaves behind. */
export const appliedResult = (
  { result }: Pick<Applied, 'result'>,
  { settings, terminal }: CommandContext,
): CommandResult => {
  const written = result.outcomes.filter(({ action, state }) => state === 'done' && action !== 'unchanged');
  const failed = result.outcomes.some(({ state }) => state === 'failed') || fails(result.problems, { settings });
  return {
    exitCode: failed ? EXIT.failed : EXIT.done,
    result: applyResult(result),
    problems: result.problems,
    text: applyText(result, terminal),
    markdown: applyMarkdown(result, { limit: SUMMARY_LIMIT }),
    outputs: { changes: String(written.length) },
  };
};

/** Makes the registry what the files say. A dry run is a plan. */
export const apply: RunCommand = async (context) => {
  if (context.settings.dryRun) return plan(context);
  const catalogue = await loadCatalogue(context);
  const { plan: made, result } = await applyCatalogue(context, catalogue);
  const own = keptProblems(selectingOf(context, catalogue), catalogue.problems);
  const problems = judgedOfPlan(made, [...own, ...result.problems], context);
  return appliedResult({ result: { ...result, problems } }, context);
};
