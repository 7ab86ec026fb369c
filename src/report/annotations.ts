import { isNews, type Problem, type Severity } from '../model/problem.ts';
import { gravestFirst, SEVERITIES } from './problems.ts';
import { defused } from './text.ts';
import { visible } from './visible.ts';

/** One annotation, as @actions/core takes it; its text is data, which core escapes where it writes the command. */
interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  /** What, and on a line of its own what to do. */
  readonly message: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly startColumn?: number;
}

interface Annotations {
  readonly annotations: readonly Annotation[];
  /** How many of each severity are not among them. */
  readonly left: Readonly<Record<Severity, number>>;
}

/** GitHub shows so many of each severity for a step. */
const SHOWN = 10;

const annotation = ({ severity, rule, place, subject, text, hint, lines = [] }: Problem): Annotation => {
  const what = place === undefined && subject !== '' ? `${subject}: ${text}` : text;
  return {
    severity,
    title: rule,
    message: [what, ...(hint === undefined ? [] : [hint]), ...lines].map((line) => defused(visible(line))).join('\n'),
    ...(place === undefined ? {} : { file: visible(place.file) }),
    ...(place?.line === undefined ? {} : { startLine: place.line }),
    ...(place?.line === undefined || place.column === undefined ? {} : { startColumn: place.column }),
  };
};

/** The first ten of what is news among the problems, of each severity, and how many are left: those stand in the summary. */
export const annotationsOf = (problems: readonly Problem[]): Annotations => {
  const sorted = gravestFirst(problems.filter(isNews));
  const of = (severity: Severity): Problem[] => sorted.filter((problem) => problem.severity === severity);
  const left = (severity: Severity): number => Math.max(0, of(severity).length - SHOWN);
  return {
    annotations: SEVERITIES.flatMap((severity) => of(severity).slice(0, SHOWN).map(annotation)),
    left: { error: left('error'), warning: left('warning'), notice: left('notice') },
  };
};
