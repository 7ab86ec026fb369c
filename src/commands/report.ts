import { readLocks } from '../catalogue/tool-locks.ts';
import { EXIT } from '../model/errors.ts';
import { distinctProblems, type Problem } from '../model/problem.ts';
import type { ReportedEntry } from '../model/reported.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { inventoryReport, reportResult } from '../report/inventory.ts';
import { reportMarkdown, reportText } from '../report/report.ts';
import { reportedEntries } from '../review/reported-entries.ts';
import { type Catalogue, loadCatalogue } from '../running/catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from '../running/context.ts';
import { fails, judged } from '../running/judging.ts';
import { keptProblems, nothingKept, selectingOf } from '../running/selecting.ts';

/** The same files, as an audit asks about them. */
const audited = async (
  context: CommandContext,
  catalogue: Catalogue,
  { reported, problems }: { readonly reported: readonly ReportedEntry[]; readonly problems: readonly Problem[] },
): Promise<CommandResult> => {
  const [{ readAudit }, { auditCsv, auditMarkdown }] = await Promise.all([
    import('../review/audit.ts'),
    import('../report/audit.ts'),
  ]);
  const audit = await readAudit(context, catalogue, reported);
  return {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: { audit },
    problems,
    text: auditCsv(audit),
    markdown: auditMarkdown(audit, SUMMARY_LIMIT),
    outputs: {},
  };
};

/** Files to who owns what, how it is guarded, and what is open. What belongs to no entry is told as validate tells it. */
export const report: RunCommand = async (context) => {
  const { settings, terminal } = context;
  if (settings.unlisted) return (await import('../registry-runs/unlisted.ts')).unlisted(context);
  const catalogue = await loadCatalogue(context);
  const locks = readLocks(catalogue.tree, settings.directory);
  const all = distinctProblems(judged([...catalogue.problems, ...locks.problems], context));
  const kept = selectingOf(context, catalogue);
  const entries = catalogue.entries.filter((entry) => kept?.entry(entry) !== false);
  const reported = reportedEntries(context, { ...catalogue, entries }, all);
  const told = new Set(reported.flatMap(({ findings }) => findings));
  const nothing = entries.length === 0 && settings.only !== undefined ? [nothingKept(settings.only)] : [];
  const problems = [...keptProblems(kept, all).filter((problem) => !told.has(problem)), ...nothing];
  if (settings.audit !== undefined) return audited(context, { ...catalogue, entries }, { reported, problems });
  const shown = inventoryReport(reported, problems);
  const markdown = (limit: number): string => reportMarkdown(shown, { limit });
  return {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: reportResult(reported),
    problems,
    text: settings.markdown ? markdown(Number.POSITIVE_INFINITY) : reportText(shown, terminal),
    markdown: markdown(SUMMARY_LIMIT),
    outputs: {},
  };
};
