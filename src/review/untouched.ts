import type { Problem } from '../model/problem.ts';
import type { Catalogue } from '../running/catalogue.ts';

/** What only warns of a file that the base has byte for byte was so before: a review is about what changes. */
export const markUntouched = (
  problems: readonly Problem[],
  { tree, base }: Catalogue,
  directory: string,
): readonly Problem[] => {
  if (base === undefined) return problems;
  const untouched = new Set(
    [...tree].flatMap(([path, text]) => (base.tree.get(path) === text ? [`${directory}/${path}`] : [])),
  );
  // One that others bring about is news where one of them changes.
  const isKnown = ({ severity, place, about }: Problem): boolean =>
    severity !== 'error' &&
    place !== undefined &&
    [place.file, ...(about?.files ?? [])].every((file) => untouched.has(file));
  return problems.map((problem) => (isKnown(problem) ? { ...problem, standing: true } : problem));
};
