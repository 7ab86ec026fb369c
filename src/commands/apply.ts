import { type AtRegistries, allProblems, resultsOf } from '../model/at-registry.ts';
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { applyMarkdown, applyText } from '../report/apply-report.ts';
import { markdownAt, textAt } from '../report/at-registries.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { applyResult } from '../report/results.ts';
import { loadCatalogue } from './catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from './context.ts';
import { failsAt, judgedAt } from './judging.ts';
import { keptProblems, selectingOf } from './only.ts';
import { plan } from './plan.ts';
import { type Applied, applyCatalogue } from './plan-and-apply.ts';

/** What apply leaves behind. */
export const appliedResult = (applied: AtRegistries<Applied>, context: CommandContext): CommandResult => {
  const { terminal } = context;
  const { registries } = applied;
  const outcomes = resultsOf(registries).flatMap((result) => result.outcomes);
  const written = outcomes.filter(({ action, state }) => state === 'done' && action !== 'unchanged');
  const failed = outcomes.some(({ state }) => state === 'failed') || failsAt(applied, context);
  return {
    exitCode: failed ? EXIT.failed : EXIT.done,
    result: applyResult(registries),
    problems: allProblems(applied),
    text: textAt(applied, terminal, (result) => applyText(result, terminal)),
    markdown: markdownAt(applied, SUMMARY_LIMIT, (result, limit) => applyMarkdown(result, { limit })),
    outputs: { changes: String(written.length) },
  };
};

/** What apply came to, with everything judged: what is wrong with entries, and at each registry. */
export const judgedApply = (
  applied: AtRegistries<Applied>,
  problems: readonly Problem[],
  context: CommandContext,
): AtRegistries<Applied> => judgedAt({ run: applied, problems, planOf: ({ plan: made }) => made }, context);

/** Makes every registry what the files say. A dry run is a plan. */
export const apply: RunCommand = async (context) => {
  if (context.settings.dryRun) return plan(context);
  const catalogue = await loadCatalogue(context);
  const applied = await applyCatalogue(context, catalogue);
  const own = keptProblems(selectingOf(context, catalogue), catalogue.problems);
  return appliedResult(judgedApply(applied, own, context), context);
};
