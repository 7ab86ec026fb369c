import type { Problem } from '../model/problem.ts';

/** A problem as JSON holds it: what its pointer leads to is told by line and column. */
export const problemJson = ({ place, ...problem }: Problem) => {
  if (place === undefined) return problem;
  const { pointer: _, ...rest } = place;
  return { ...problem, place: rest };
};
