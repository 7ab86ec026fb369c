import { existsSync } from 'node:fs';
import { readLocks } from '../catalogue/tool-locks.ts';
import { plainPath } from '../config/repository.ts';
import { EXIT } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Review } from '../model/review.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { validateMarkdown } from '../report/problems-markdown.ts';
import { validateText } from '../report/problems-text.ts';
import { withReview } from '../report/request-comment.ts';
import { validateResult } from '../report/results.ts';
import { reviewText } from '../report/review-text.ts';
import { publishReview } from '../review/publish.ts';
import { type Catalogue, loadCatalogue } from './catalogue.ts';
import { judgeCodeOwners } from './code-owners.ts';
import type { CommandContext, RunCommand } from './context.ts';
import { fails, judged } from './judging.ts';
import { keptProblems, nothingKept, type Selecting, selectingOf } from './only.ts';

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

/** Files to problems; with --against also what of them a request may not change. Needs neither network nor secret. */
export const validate: RunCommand = async (context) => {
  const catalogue = await loadCatalogue(context);
  const { against, directory } = context.settings;
  const { review, problems: found } = against === undefined ? NO_REVIEW : await reviewed(context, catalogue, against);
  const { files } = catalogue;
  const locks = readLocks(catalogue.tree, directory);
  const kept = selectingOf(context, catalogue, context.operands);
  const owned = await judgeCodeOwners(context.settings, catalogue);
  const { gatewayProblems } = await import('./gateways.ts');
  const defined = await gatewayProblems(context);
  const own = keptProblems(kept, [...catalogue.problems, ...locks.problems, ...found, ...owned, ...defined]);
  const problems = judged([...own, ...unknownFiles(context, catalogue, kept)], context);
  return publishReview(context, {
    exitCode: fails(problems, context) ? EXIT.failed : EXIT.done,
    result: validateResult({ files, ...(review === undefined ? {} : { review }) }),
    problems,
    // Problems go to standard error like those of every command.
    text: `${review === undefined ? '' : reviewText(review, context.terminal)}${validateText({ files, problems }, context.terminal)}`,
    markdown: withReview(review, SUMMARY_LIMIT, (limit) => validateMarkdown({ files, problems }, { limit })),
    outputs: {},
  });
};
