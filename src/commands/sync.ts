import { changedTree } from '../catalogue/changed-tree.ts';
import { writeDirectory } from '../catalogue/write-directory.ts';
import { allProblems } from '../model/at-registry.ts';
import { EXIT } from '../model/errors.ts';
import { distinctProblems, hasErrors, type Problem } from '../model/problem.ts';
import { applyCatalogue, type Consent, planCatalogue } from '../registry-runs/plan-and-apply.ts';
import { inBothAt } from '../report/at-registries.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { planReport } from '../report/plan-report.ts';
import { reportMarkdown, reportText } from '../report/report.ts';
import { planResult, scanResult, validateResult } from '../report/results.ts';
import { scanReport } from '../report/scan-report.ts';
import { type Catalogue, judgeCatalogue } from '../running/catalogue.ts';
import { asksPerson, askToApply } from '../running/consent.ts';
import type { CommandContext, RunCommand } from '../running/context.ts';
import { failsAt } from '../running/judging.ts';
import { scanCatalogue } from '../running/scanning.ts';
import { appliedResult, handOverApplied, judgedApply } from './apply.ts';
import { judgedPlans } from './plan.ts';

interface Registered {
  readonly result: object;
  readonly text: string;
  readonly markdown: string;
  readonly problems: readonly Problem[];
  readonly failed: boolean;
  /** What was applied, but in a dry run. */
  readonly judged?: ReturnType<typeof judgedApply>;
}

const register = async (context: CommandContext, catalogue: Catalogue, consent?: Consent): Promise<Registered> => {
  const { settings, terminal } = context;
  if (settings.dryRun) {
    const plans = judgedPlans(await planCatalogue(context, catalogue), [], context);
    return {
      result: planResult(plans.registries),
      ...inBothAt(plans, terminal, (plan) => planReport(plan, terminal)),
      problems: allProblems(plans),
      failed: failsAt(plans, context),
    };
  }
  const applied = await applyCatalogue(context, catalogue, consent);
  const judged = judgedApply(applied, [], context);
  const { exitCode, result, text, markdown, problems } = appliedResult(judged, context);
  return { result: Object(result), text, markdown, problems, failed: exitCode !== EXIT.done, judged };
};

/** scan, validate and apply in one go. With --dry-run nothing is written: not the files, not the registry. */
export const sync: RunCommand = async (context) => {
  const { settings, terminal } = context;
  const { read, merge, report } = await scanCatalogue(context);
  const write = (): Promise<void> => writeDirectory(settings.directory, merge.changes);
  const asks = asksPerson(context);
  // A person who says no to the plan wants no new files either.
  const consent: Consent = async (plans) => {
    await askToApply(context, plans, { count: merge.changes.length, directory: settings.directory });
    await write();
  };
  if (!settings.dryRun && !asks) await write();
  const catalogue = judgeCatalogue({ ...read, tree: changedTree(read.tree, merge.changes) }, context);
  const registered = await register(context, catalogue, asks ? consent : undefined);
  const problems = distinctProblems([...report.problems, ...catalogue.problems, ...registered.problems]);
  const { judged } = registered;
  const handed =
    judged === undefined ? {} : await handOverApplied(context, catalogue, { command: 'sync', judged, problems });
  const scanned = scanReport(report, terminal);
  return {
    exitCode: registered.failed || hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: {
      scan: scanResult(report),
      validate: validateResult({ files: catalogue.files }),
      plan: settings.dryRun ? registered.result : null,
      apply: settings.dryRun ? null : registered.result,
    },
    problems,
    text: `${reportText(scanned, terminal)}\n${registered.text}`,
    markdown: `${reportMarkdown(scanned, { limit: SUMMARY_LIMIT / 2 })}\n${registered.markdown}`,
    outputs: { changes: String(merge.changes.length), ...handed },
  };
};
