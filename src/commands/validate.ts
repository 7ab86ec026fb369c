import { existsSync } from 'node:fs';
import { readFolder } from '../catalogue/read-folder.ts';
import { readLocks } from '../catalogue/tool-locks.ts';
import { plainPath } from '../config/repository.ts';
import { gatewaysDirectory } from '../config/widening.ts';
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Review } from '../model/review.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { reportMarkdown, reportText } from '../report/report.ts';
import { withReview } from '../report/request-comment.ts';
import { validateResult } from '../report/results.ts';
import { reviewText } from '../report/review-text.ts';
import { validateReport } from '../report/validate-report.ts';
import { judgeCodeOwners } from '../review/code-owners.ts';
import { publishReview } from '../review/publish.ts';
import { markUntouched } from '../review/untouched.ts';
import { type Catalogue, loadCatalogue } from '../running/catalogue.ts';
import type { CommandContext, RunCommand } from '../running/context.ts';
import { fails, judged } from '../running/judging.ts';
import { keptProblems, nothingKept, type Selecting, selectingOf } from '../running/selecting.ts';

const NO_REVIEW: { readonly review?: Review; readonly problems: readonly Problem[] } = { problems: [] };

const reviewed = async (context: CommandContext, catalogue: Catalogue, against: string): Promise<typeof NO_REVIEW> => {
  const { reviewOf, reviewProblems } = await import('../review/review.ts');
  const review = await reviewOf(context, catalogue, against);
  return { review, problems: await reviewProblems(context, catalogue, review) };
};

/** What was asked for and is none of the catalogue: a misspelt name would be green for ever. */
const unknownFiles = (
  { settings, operands }: CommandContext,
  { tree, entries }: Catalogue,
  kept: Selecting | undefined,
): readonly Problem[] => {
  const { directory, only } = settings;
  const foreign = operands.map(plainPath).filter((file) => {
    const below = file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : undefined;
    return !existsSync(file) && (below === undefined || !tree.has(below));
  });
  const nothing = only !== undefined && kept !== undefined && !entries.some(kept.entry);
  return [
    ...foreign.map(
      (file): Problem => ({
        rule: 'entry-unknown',
        severity: 'error',
        subject: file,
        text: `${file}: expected a file, met none.`,
        hint: 'Name it as it lies in the repository.',
      }),
    ),
    ...(nothing && entries.length > 0 ? [nothingKept(only)] : []),
  ];
};

/** What is wrong with definitions of gateways, where there are any. */
const judgeGateways = async ({ settings }: CommandContext, { entries }: Catalogue): Promise<readonly Problem[]> => {
  const read = await readFolder(settings, gatewaysDirectory(settings.directory));
  if (read.tree.size === 0) return read.problems;
  const { gatewayProblems } = await import('../gateways/loading.ts');
  return gatewayProblems(read, entries, settings);
};

/** Files to problems; with --against also what of them a request may not change. Needs neither network nor secret. */
export const validate: RunCommand = async (context) => {
  const catalogue = await loadCatalogue(context);
  const { against, directory } = context.settings;
  const { review, problems: found } = against === undefined ? NO_REVIEW : await reviewed(context, catalogue, against);
  const { files } = catalogue;
  const locks = readLocks(catalogue.tree, directory);
  const kept = selectingOf(context, catalogue, context.operands);
  const owned = await judgeCodeOwners(context.settings, catalogue);
  const defined = await judgeGateways(context, catalogue);
  const own = keptProblems(kept, [...catalogue.problems, ...locks.problems, ...found, ...owned, ...defined]);
  const all = judged([...own, ...unknownFiles(context, catalogue, kept)], context);
  const problems = markUntouched(all, catalogue, directory);
  const report = validateReport({ files, problems });
  return publishReview(context, {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: validateResult({ files, ...(review === undefined ? {} : { review }) }),
    problems,
    // Problems go to standard error like those of every command.
    text: `${review === undefined ? '' : reviewText(review, context.terminal)}${reportText(report, context.terminal)}`,
    markdown: withReview(review, SUMMARY_LIMIT, (limit) => reportMarkdown(report, { limit })),
    outputs: {},
  });
};
