import { approvalOf } from '../engine/saved-plan.ts';
import { type AtRegistries, allProblems, resultsOf } from '../model/at-registry.ts';
import { EXIT } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { planAgainstRef } from '../registry-runs/plan-against-ref.ts';
import { countChanges, planCatalogue } from '../registry-runs/plan-and-apply.ts';
import { namedPlans, writePlans } from '../registry-runs/saved-plan.ts';
import { inBothAt, markdownAt } from '../report/at-registries.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { planReport } from '../report/plan-report.ts';
import { type Report, reportMarkdown } from '../report/report.ts';
import { withReview } from '../report/request-comment.ts';
import { planResult, reviewResult } from '../report/results.ts';
import { reviewText } from '../report/review-text.ts';
import { publishReview } from '../review/publish.ts';
import { type Catalogue, loadCatalogue, withoutDirectory } from '../running/catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from '../running/context.ts';
import { failsAt, judgedAt } from '../running/judging.ts';
import { unseenOf } from '../running/last-scan.ts';
import { keptProblems, ownershipOf, selectingOf } from '../running/selecting.ts';

type Plans = AtRegistries<Plan>;

/** Plans with everything judged: what is wrong with entries, and at each registry. */
export const judgedPlans = (plans: Plans, problems: readonly Problem[], context: CommandContext): Plans =>
  judgedAt({ run: plans, problems, planOf: (plan) => plan }, context);

/** A plan as this run shows it. */
const reporting =
  ({ terminal }: CommandContext) =>
  (plan: Plan): Report =>
    planReport(plan, terminal);

const planned = (plans: Plans, context: CommandContext): CommandResult => {
  const { settings, terminal } = context;
  const { registries } = plans;
  const changes = resultsOf(registries).reduce((sum, plan) => sum + countChanges(plan), 0);
  const failed = failsAt(plans, context);
  return {
    exitCode: failed ? EXIT.failed : changes > 0 && settings.apply.exitCode ? EXIT.changes : EXIT.done,
    result: planResult(registries),
    problems: allProblems(plans),
    ...inBothAt(plans, terminal, reporting(context)),
    outputs: { changes: String(changes) },
  };
};

/** Bytes of a comment: GitHub takes 65,536 characters. */
const COMMENT_BYTES = 60_000;

/** The files against those of another commit: what a review shows. */
const review = async (context: CommandContext, catalogue: Catalogue, against: string): Promise<CommandResult> => {
  const made = await planAgainstRef(context, catalogue, against);
  const { coverageProblems, reviewOf } = await import('../review/review.ts');
  const found = await reviewOf(context, catalogue, against);
  const own = [...catalogue.problems, ...coverageProblems(context, found)];
  const whole = judgedPlans(made, keptProblems(selectingOf(context, catalogue), own), context);
  if (context.settings.apply.out !== undefined) await writePlans(context.settings.apply.out, whole.registries);
  const markdown = (bytes: number): string =>
    withReview(found, bytes, (room) =>
      markdownAt(whole, room, (plan, limit) => reportMarkdown(reporting(context)(plan), { limit })),
    );
  const plain = planned(whole, context);
  const result: CommandResult = {
    ...plain,
    result: { ...planResult(whole.registries), review: reviewResult(found) },
    text: `${reviewText(found, context.terminal)}${plain.text}`,
    markdown: markdown(SUMMARY_LIMIT),
  };
  return publishReview(context, result, markdown(COMMENT_BYTES));
};

/** The files of the default branch against the registry, and in Actions what a schedule does about the difference. */
const live = async (context: CommandContext, catalogue: Catalogue): Promise<CommandResult> => {
  const { apply, request } = context.settings;
  const made = await planCatalogue(context, catalogue);
  const kept = selectingOf(context, catalogue);
  const unseen = await unseenOf(context, catalogue, kept?.entry ?? (() => true));
  const own = keptProblems(kept, catalogue.problems);
  if (apply.out !== undefined) await writePlans(apply.out, made.registries);
  const judged = judgedPlans(made, own, context);
  const told = judged.registries.map(({ result: plan, ...one }) =>
    plan === undefined ? one : { ...one, result: { ...plan, unseen } },
  );
  const shown = planned({ ...judged, registries: told }, context);
  const result = { ...shown, outputs: { ...shown.outputs, plan: approvalOf(namedPlans(made.registries)) } };
  if (!context.actions || (!request.issue && request.dispatch === undefined)) return result;
  const owning = ownershipOf(context.settings, catalogue);
  const drift = await (await import('../review/drift.ts')).lookAfterDrift(context, judged.registries, owning);
  return { ...result, problems: [...result.problems, ...drift.problems], text: `${result.text}${drift.text}` };
};

/** Files and registry (or, with --against, the files of another commit) to changes. Writes nothing. */
export const plan: RunCommand = async (context) => {
  const { against } = context.settings;
  const catalogue = await loadCatalogue(context);
  const missing = withoutDirectory(catalogue);
  if (missing !== undefined) return missing;
  return against === undefined ? live(context, catalogue) : review(context, catalogue, against);
};
