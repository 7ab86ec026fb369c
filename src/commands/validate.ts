import { EXIT } from '../model/errors.ts';
import { SUMMARY_LIMIT } from '../report/document.ts';
import { validateMarkdown } from '../report/problems-markdown.ts';
import { validateText } from '../report/problems-text.ts';
import { validateResult } from '../report/results.ts';
import { hasErrors, loadCatalogue } from './catalogue.ts';
import type { RunCommand } from './context.ts';
import { publishReview } from './review-publish.ts';

/** Files to problems; with --against also what of them a request may not change. Needs neither network nor secret. */
export const validate: RunCommand = async (context) => {
  const catalogue = await loadCatalogue(context);
  const { against } = context.settings;
  const review =
    against === undefined ? [] : await (await import('./review.ts')).reviewProblems(context, catalogue, against);
  const { files } = catalogue;
  const problems = [...catalogue.problems, ...review];
  return publishReview(context, {
    exitCode: hasErrors(problems) ? EXIT.failed : EXIT.done,
    result: validateResult({ files }),
    problems,
    // Problems go to standard error like those of every command.
    text: problems.length === 0 ? validateText({ files, problems }, context.terminal) : '',
    markdown: validateMarkdown({ files, problems }, { limit: SUMMARY_LIMIT }),
    outputs: {},
  });
};
