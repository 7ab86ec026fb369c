import { type AtRegistries, type AtRegistry, allProblems, resultsOf } from '../model/at-registry.ts';
import { EXIT } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { type Applied, applyCatalogue } from '../registry-runs/plan-and-apply.ts';
import { applyReport } from '../report/apply-report.ts';
import { inBothAt } from '../report/at-registries.ts';
import { applyResult } from '../report/results.ts';
import { handOver, isWhole, rowFailures } from '../review/owner-failures.ts';
import { ownersByPlans } from '../review/owner-issues.ts';
import { type Catalogue, loadCatalogue, withoutDirectory } from '../running/catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from '../running/context.ts';
import { failsAt, judgedAt } from '../running/judging.ts';
import { keptProblems, ownershipOf, selectingOf } from '../running/selecting.ts';
import { plan } from './plan.ts';

/** What apply leaves behind. */
export const appliedResult = (applied: AtRegistries<Applied>, context: CommandContext): CommandResult => {
  const { registries } = applied;
  const outcomes = resultsOf(registries).flatMap((result) => result.outcomes);
  const written = outcomes.filter(({ action, state }) => state === 'done' && action !== 'unchanged');
  const failed = outcomes.some(({ state }) => state === 'failed') || failsAt(applied, context);
  return {
    exitCode: failed ? EXIT.failed : EXIT.done,
    result: applyResult(registries),
    problems: allProblems(applied),
    ...inBothAt(applied, context.terminal, applyReport),
    outputs: { changes: String(written.length) },
  };
};

/** What apply came to, with everything judged: what is wrong with entries, and at each registry. */
export const judgedApply = (
  applied: AtRegistries<Applied>,
  problems: readonly Problem[],
  context: CommandContext,
): AtRegistries<Applied> => judgedAt({ run: applied, problems, planOf: ({ plan: made }) => made }, context);

/** What could not be applied, and what else the run met, by whose entries it is. */
export const handOverApplied = (
  context: CommandContext,
  catalogue: Catalogue,
  {
    command,
    judged,
    problems,
  }: {
    readonly command: 'apply' | 'sync';
    readonly judged: AtRegistries<Applied>;
    readonly problems: readonly Problem[];
  },
): ReturnType<typeof handOver> => {
  const plans = judged.registries.map(
    ({ result: done, ...one }): AtRegistry<Plan> => (done === undefined ? one : { ...one, result: done.plan }),
  );
  const owning = ownershipOf(context.settings, catalogue);
  const ownersAt = ownersByPlans(plans, owning);
  const failing = resultsOf(judged.registries).flatMap(({ outcomes }) =>
    outcomes.filter(({ state }) => state === 'failed'),
  );
  return handOver(context, {
    command,
    complete: isWhole(context) && plans.every(({ result: plan }) => plan !== undefined),
    problems,
    owning,
    ownersAt,
    more: rowFailures(failing, problems, ({ path }) => ownersAt(path)),
  });
};

/** Makes every registry what the files say. A dry run is a plan. */
export const apply: RunCommand = async (context) => {
  if (context.settings.dryRun) return plan(context);
  const catalogue = await loadCatalogue(context);
  const missing = withoutDirectory(catalogue);
  if (missing !== undefined) return missing;
  const applied = await applyCatalogue(context, catalogue);
  const own = keptProblems(selectingOf(context, catalogue), catalogue.problems);
  const judged = judgedApply(applied, own, context);
  const result = appliedResult(judged, context);
  const { problems } = result;
  const handed = await handOverApplied(context, catalogue, { command: 'apply', judged, problems });
  return { ...result, outputs: { ...result.outputs, ...handed } };
};
