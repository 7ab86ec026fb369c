import { knownKeys } from '../catalogue/layout.ts';
import type { Settings } from '../config/settings.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { UnlistedRegistry, UnlistedThings } from '../model/unlisted.ts';
import { renderEntries } from '../registration/render.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { reportMarkdown, reportText } from '../report/report.ts';
import { unlistedReport, unlistedResult } from '../report/unlisted.ts';
import { loadCatalogue, unreadProblems } from '../running/catalogue.ts';
import type { CommandContext, CommandResult } from '../running/context.ts';
import { fails, judged } from '../running/judging.ts';
import { renderSettings } from '../running/rendering.ts';
import { scanAws } from '../running/scanning.ts';
import { keptProblems, nothingKept, selectingOf } from '../running/selecting.ts';
import { besideAws, type Ground, keepsFile } from './unlisted-aws.ts';
import { attempt, besideRegistries } from './unlisted-registries.ts';

/** What resources are warned of, scan and list tell: of this report only what could not be read is news. */
const toldByScan = (problem: Problem): Problem =>
  problem.severity === 'error' ? problem : { ...problem, standing: true };

/** A misspelt `--only`; one that matches nothing of AWS may match on another side. */
const onlyProblems = ({ only }: Settings, { catalogue, kept }: Ground, things: UnlistedThings): readonly Problem[] => {
  if (only === undefined || catalogue.entries.some((entry) => kept?.entry(entry))) return [];
  const { aws, registries } = things;
  const isMet = (aws?.unfiled.length ?? 0) > 0 || registries.some(({ result }) => hasAny(result));
  return isMet ? [] : [nothingKept(only)];
};

const hasAny = (result: UnlistedRegistry | undefined): boolean =>
  result !== undefined && result.missing.length + result.ours.length + result.others.length > 0;

/** AWS, files and registries, each held against the others. Writes nothing. */
export const unlisted = async (context: CommandContext): Promise<CommandResult> => {
  const { settings, terminal } = context;
  const { directory } = settings;
  const catalogue = await loadCatalogue(context);
  const { tree, refused, accounts, guard } = catalogue;
  const rendered = renderEntries(catalogue, renderSettings(settings, accounts, tree), guard);
  const kept = selectingOf(context, catalogue);
  const ground: Ground = { catalogue, rendered, kept };
  const known = knownKeys([...tree.keys(), ...refused]);
  const scanned = await attempt(context, () => scanAws(context, { known, tree }));
  const registries = await besideRegistries(context, ground);
  const things: UnlistedThings = {
    ...('result' in scanned ? { aws: besideAws(scanned.result, ground, directory) } : {}),
    registries,
    unjudged: [...new Set([...rendered.withheld, ...refused])]
      .filter(keepsFile(ground))
      .map((file) => `${directory}/${file}`)
      .sort(compareTexts),
  };
  const problems = judged(
    [
      ...keptProblems(kept, unreadProblems(catalogue, directory)),
      ...('result' in scanned
        ? scanned.result.problems.filter(({ rule }) => rule !== 'entry-unknown').map(toldByScan)
        : [scanned.problem]),
      ...onlyProblems(settings, ground, things),
      ...registries.flatMap((one) => one.problems),
    ],
    context,
  );
  const isRead = 'result' in scanned && registries.every(({ result }) => result !== undefined);
  const shown = unlistedReport(things, problems);
  const markdown = (limit: number): string => reportMarkdown(shown, { limit });
  return {
    exitCode: isRead && !fails(problems, context) ? EXIT.done : EXIT.failed,
    result: unlistedResult(things),
    problems,
    text: settings.markdown ? markdown(Number.POSITIVE_INFINITY) : reportText(shown, terminal),
    markdown: markdown(SUMMARY_LIMIT),
    outputs: {},
  };
};
