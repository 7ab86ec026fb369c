import { approvalOf } from '../engine/saved-plan.ts';
import { EXIT } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { planMarkdown } from '../report/plan-markdown.ts';
import { planText } from '../report/plan-text.ts';
import { withReview } from '../report/request-comment.ts';
import { planResult, reviewResult } from '../report/results.ts';
import { reviewText } from '../report/review-text.ts';
import { publishReview } from '../review/publish.ts';
import { type Catalogue, loadCatalogue } from './catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from './context.ts';
import { fails, judgedOfPlan } from './judging.ts';
import { keptProblems, ownershipOf, selectingOf } from './only.ts';
import { planAgainstRef } from './plan-against-ref.ts';
import { countChanges, planCatalogue } from './plan-and-apply.ts';
import { writePlan } from './saved-plan.ts';

const planned = (plan: Plan, { settings, terminal }: CommandContext): CommandResult => {
  const changes = countChanges(plan);
  const failed = fails(plan.problems, { settings });
  return {
    exitCode: failed ? EXIT.failed : changes > 0 && settings.apply.exitCode ? EXIT.changes : EXIT.done,
    result: planResult(plan),
    problems: plan.problems,
    text: planText(plan, terminal),
    markdown: planMarkdown(plan, { limit: SUMMARY_LIMIT, directory: settings.directory }),
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
  const problems = [...keptProblems(selectingOf(context, catalogue), own), ...made.problems];
  const whole = { ...made, problems: judgedOfPlan(made, problems, context) };
  if (context.settings.apply.out !== undefined) await writePlan(context.settings.apply.out, whole);
  const markdown = (bytes: number): string =>
    withReview(found, bytes, (limit) => planMarkdown(whole, { limit, directory: context.settings.directory }));
  const plain = planned(whole, context);
  const result: CommandResult = {
    ...plain,
    result: { ...planResult(whole), review: reviewResult(found) },
    text: `${reviewText(found, context.terminal)}${plain.text}`,
    markdown: markdown(SUMMARY_LIMIT),
  };
  return publishReview(context, result, markdown(COMMENT_BYTES));
};

/** The files of the default branch against the registry, and in Actions what a schedule does about the difference. */
const live = async (context: CommandContext, catalogue: Catalogue): Promise<CommandResult> => {
  const { apply, request } = context.settings;
  const made = await planCatalogue(context, catalogue);
  const own = keptProblems(selectingOf(context, catalogue), catalogue.problems);
  if (apply.out !== undefined) await writePlan(apply.out, made);
  const problems = judgedOfPlan(made, [...own, ...made.problems], context);
  const shown = planned({ ...made, problems }, context);
  const result = { ...shown, outputs: { ...shown.outputs, plan: approvalOf(made) } };
  if (!context.actions || (!request.issue && request.dispatch === undefined)) return result;
  const drift = await (await import('../review/drift.ts')).lookAfterDrift(
    context,
    made,
    ownershipOf(context.settings, catalogue),
  );
  return { ...result, problems: [...result.problems, ...drift.problems], text: `${result.text}${drift.text}` };
};

/** Files and registry (or, with --against, the files of another commit) to changes. Writes nothing. */
export const plan: RunCommand = async (context) => {
  const { against } = context.settings;
  if (against !== undefined) return review(context, await loadCatalogue(context), against);
  return live(context, await loadCatalogue(context));
};
