import { writeDirectory } from '../catalogue/write-directory.ts';
import { fromRegistries, writtenBy } from '../importing/from-registries.ts';
import { importFiles } from '../importing/read-documents.ts';
import { allProblems, resultsOf } from '../model/at-registry.ts';
import { EXIT } from '../model/errors.ts';
import { hasErrors } from '../model/problem.ts';
import { inBothAt, textAt } from '../report/at-registries.ts';
import { importReport } from '../report/import-report.ts';
import { inBoth, reportText } from '../report/report.ts';
import { importResult } from '../report/results.ts';
import { type Catalogue, loadCatalogue } from '../running/catalogue.ts';
import { askToWrite } from '../running/consent.ts';
import type { CommandContext, CommandResult, RunCommand } from '../running/context.ts';
import { hostsOf } from '../running/guarding.ts';
import { failsAt } from '../running/judging.ts';

const importedRegistries = async (context: CommandContext, catalogue: Catalogue): Promise<CommandResult> => {
  const { settings, terminal } = context;
  const { dryRun } = settings;
  const registries = await fromRegistries(context, catalogue);
  const run = { problems: catalogue.problems, registries };
  const changes = writtenBy(resultsOf(registries));
  const proposed = textAt(run, terminal, (one) =>
    reportText(importReport({ ...one, dryRun: true }, terminal), terminal),
  );
  await askToWrite(context, proposed, changes.length);
  if (!dryRun) await writeDirectory(settings.directory, changes);
  return {
    exitCode: failsAt(run, context) ? EXIT.failed : EXIT.done,
    result: importResult({ registries }, dryRun),
    problems: allProblems(run),
    ...inBothAt(run, terminal, (one) => importReport({ ...one, dryRun }, terminal)),
    outputs: { changes: String(changes.length) },
  };
};

const importedFiles = async (context: CommandContext, catalogue: Catalogue): Promise<CommandResult> => {
  const { settings, terminal, operands } = context;
  const { dryRun } = settings;
  const files = await importFiles(operands, {
    entries: catalogue.entries,
    hosts: hostsOf(settings),
    registries: catalogue.registries,
  });
  const proposed = reportText(importReport({ ...files, dryRun: true }, terminal), terminal);
  await askToWrite(context, proposed, files.changes.length);
  if (!dryRun) await writeDirectory(settings.directory, files.changes);
  const problems = [...catalogue.problems, ...files.problems];
  return {
    exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: importResult({ registries: [], files }, dryRun),
    problems,
    ...inBoth(importReport({ ...files, problems, dryRun }, terminal), terminal),
    outputs: { changes: String(files.changes.length) },
  };
};

/**
 * Registries to files, once: what another tool registered is matched to what a scan found, the rest gets entries by hand. With
 * JSON files after it, these in place of registries.
 */
export const importCommand: RunCommand = async (context) => {
  const catalogue = await loadCatalogue(context);
  return context.operands.length === 0 ? importedRegistries(context, catalogue) : importedFiles(context, catalogue);
};
