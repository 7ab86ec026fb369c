import { compareTexts } from '../model/compare-texts.ts';
import type { Place, Problem, Severity } from '../model/problem.ts';
import { counted, tally } from './wording.ts';

/** Gravest first. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const satisfies readonly Severity[];

/** `file:line:column` as editors and terminals take it. */
export const placeText = (place: Place): string =>
  [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':');

/** Somebody may get what is not theirs: whatever else is wrong comes after it. */
const isFirst = ({ rule }: Problem): boolean => rule === 'path-shadowed';

/** What a problem is listed under: its file, else its subject. */
const groupOf = (problem: Problem): string => problem.place?.file ?? problem.subject;

/** `2 errors, 1 warning`; without any, `no problems`. */
export const problemCounts = (problems: readonly Problem[]): string => {
  const of = tally(problems, (problem) => problem.severity);
  const parts = SEVERITIES.filter((severity) => of(severity) > 0).map((severity) => counted(of(severity), severity));
  return parts.length === 0 ? 'no problems' : parts.join(', ');
};

const inGroup = (a: Problem, b: Problem): number =>
  (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
  (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  compareTexts(a.rule, b.rule) ||
  compareTexts(a.text, b.text);

/** Problems by file or subject, paths that lie below others first; those of files last, because the screen shows the end and files are what a person edits. */
export const grouped = (problems: readonly Problem[]): { group: string; problems: Problem[] }[] => {
  const groups = Map.groupBy(
    problems,
    (problem) => `${isFirst(problem) ? ' ' : problem.place === undefined ? 0 : 1}${groupOf(problem)}`,
  );
  return [...groups]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([key, members]) => ({ group: key.slice(1), problems: members.toSorted(inGroup) }));
};

/** Paths that lie below others, then the gravest first, then by place: for what is cut at its end. */
export const gravestFirst = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(
    (a, b) =>
      Number(isFirst(b)) - Number(isFirst(a)) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compareTexts(groupOf(a), groupOf(b)) ||
      inGroup(a, b),
  );
