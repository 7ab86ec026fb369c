import { isNews, type Problem } from '../model/problem.ts';
import { problemCounts } from './problems.ts';
import type { Report } from './report.ts';
import { standingFacts } from './standing.ts';
import { counted, number } from './wording.ts';

/** What validate says besides its problems: how many files there are, in how many something is wrong, and what was so before. */
export const validateReport = ({
  files,
  problems,
}: {
  readonly files: number;
  readonly problems: readonly Problem[];
}): Report => {
  const news = problems.filter(isNews);
  const touched = new Set(news.flatMap(({ place }) => (place === undefined ? [] : [place.file]))).size;
  const found =
    news.length === 0 ? 'no problems' : `problems ${touched === 0 ? 'outside' : `in ${number(touched)}`} of them`;
  return {
    title: 'Validation',
    counts: `${counted(files, 'file')}, ${found}`,
    aside: news.length === 0 ? [] : [problemCounts(problems)],
    facts: standingFacts(problems),
    parts: [],
    problems,
  };
};
