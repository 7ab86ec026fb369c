import { type AtRegistries, allProblems, resultsOf } from '../model/at-registry.ts';
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import { renderEntries } from '../registration/render.ts';
import { type Disabled, disableCatalogue } from '../registry-runs/disable-catalogue.ts';
import { disableReport } from '../report/disable-report.ts';
import { inBoth } from '../report/report.ts';
import { disableResult } from '../report/results.ts';
import { recordedOf, writeRecord } from '../requests/disabled-record.ts';
import { record, requireReason } from '../requests/recorded.ts';
import { type Catalogue, loadCatalogue } from '../running/catalogue.ts';
import type { CommandContext, CommandResult, RunCommand } from '../running/context.ts';
import { fails, failsAt, judged, judgedAt } from '../running/judging.ts';
import { isNamedBy, unknownOperands } from '../running/naming.ts';
import { renderSettings } from '../running/rendering.ts';

/** Registrations that operands name, whatever is wrong with other files. */
const choose = (context: CommandContext, catalogue: Catalogue) => {
  const { settings, operands } = context;
  const rendering = renderSettings(settings, catalogue.accounts, catalogue.tree);
  const { registrations } = renderEntries(catalogue, rendering, catalogue.guard);
  return {
    registrations,
    isNamed: isNamedBy(operands, settings),
    unknown: unknownOperands(operands, registrations, settings),
  };
};

const failed = (problems: readonly Problem[]) => ({
  exitCode: EXIT.failed,
  result: null,
  problems,
  text: '',
  markdown: '',
  outputs: {},
});

/** What another job switched off, recorded where git finds it. It has no credential but GitHub's. */
const recordAlone = async (
  context: CommandContext,
  catalogue: Catalogue,
  chosen: readonly Registration[],
): Promise<CommandResult> => {
  const { settings, terminal } = context;
  const { problems: met, opened = [], ...recorded } = await record(context, catalogue, chosen);
  const problems = judged(met, context);
  return {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: disableResult([], { paths: chosen.map(({ path }) => path), recorded }),
    problems,
    ...inBoth(disableReport({ registries: [], problems }, recorded, settings.directory), terminal),
    outputs: { changes: String(recorded.files.length), 'pull-requests': JSON.stringify(opened) },
  };
};

/** Switches registrations off at once, in every registry, and records it in git. */
export const disable: RunCommand = async (context) => {
  const { settings, clock, terminal } = context;
  const { results } = settings.verify;
  if (results !== undefined)
    return (await import('../registry-runs/disable-changed.ts')).disableChanged(context, results);
  const reason = requireReason(context);
  const catalogue = await loadCatalogue(context);
  const { registrations, isNamed, unknown } = choose(context, catalogue);
  const chosen = registrations.filter(isNamed);
  if (unknown.length > 0 || chosen.length === 0) return failed(unknown);
  const { recordTo, recordFrom } = settings.apply;
  if (recordFrom !== undefined) return recordAlone(context, catalogue, recordedOf(context, recordFrom, chosen));
  const disabling = { by: 'person', at: Math.floor(clock.now() / 1000), reason } as const;
  const done: AtRegistries<Disabled> = await disableCatalogue(context, catalogue, (rendered) => ({
    asked: rendered.registrations.filter(isNamed).map((registration) => ({ registration, disabling })),
  }));
  // What is off is off, whatever else went wrong: it is recorded.
  const { problems, ...recorded } =
    recordTo === undefined
      ? await record(context, catalogue, chosen)
      : { problems: [], files: [], later: true as const };
  const digest = recordTo === undefined ? {} : { 'record-digest': await writeRecord(recordTo, chosen) };
  const run = judgedAt({ run: { registries: done.registries, problems: [] }, problems }, context);
  const all = allProblems(run);
  return {
    exitCode: failsAt(run, context) ? EXIT.failed : EXIT.done,
    result: disableResult(run.registries, { paths: chosen.map(({ path }) => path), recorded }),
    problems: all,
    ...inBoth(disableReport({ registries: run.registries, problems: all }, recorded, settings.directory), terminal),
    outputs: { changes: String(resultsOf(run.registries).reduce((sum, { off }) => sum + off.length, 0)), ...digest },
  };
};
