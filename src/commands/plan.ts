import { EXIT } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { planMarkdown } from '../report/plan-markdown.ts';
import { planText } from '../report/plan-text.ts';
import { planResult } from '../report/results.ts';
import { planAgainstRef } from './against.ts';
import { hasErrors, loadCatalogue } from './catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from './context.ts';
import { countChanges, planCatalogue } from './registering.ts';
import { writePlan } from './saved-plan.ts';

const planned = (plan: Plan, { settings, terminal }: CommandContext): CommandResult => {
  const changes = countChanges(plan);
  const failed = hasErrors(plan.problems);
  return {
    exitCode: failed ? EXIT.failed : changes > 0 && settings.apply.exitCode ? EXIT.changes : EXIT.done,
    result: planResult(plan),
    problems: plan.problems,
    text: planText(plan, terminal),
    markdown: planMarkdown(plan, { limit: SUMMARY_LIMIT }),
    outputs: { changes: String(changes) },
  };
};

const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(
    problems.map((problem) => [
      `${problem.rule}\n${problem.place?.file}\n${problem.subject}\n${problem.text}`,
      problem,
    ]),
  ).values(),
];

/** Files and registry (or, with --against, the files of another commit) to changes. Writes nothing. */
export const plan: RunCommand = async (context) => {
  const catalogue = await loadCatalogue(context);
  const { against } = context.settings;
  const made =
    against === undefined ? await planCatalogue(context, catalogue) : await planAgainstRef(context, catalogue, against);
  if (context.settings.apply.out !== undefined) await writePlan(context.settings.apply.out, made);
  return planned({ ...made, problems: distinct([...catalogue.problems, ...made.problems]) }, context);
};
