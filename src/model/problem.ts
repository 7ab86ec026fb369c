import type { RuleName } from './rules.ts';

export type Severity = 'error' | 'warning' | 'notice';

/**
 * Where a problem is. `pointer` leads to a value (or, for an unexpected key, to its pair) inside the file; line and
 * column (both from 1) are found from the text when the problem is shown.
 */
export interface Place {
  /** Path as a user would open it, relative to the working directory. */
  readonly file: string;
  readonly pointer?: readonly (string | number)[];
  readonly line?: number;
  readonly column?: number;
}

/** What a problem belongs to, as far as it belongs to one: by this problems are sorted and shown, never by their words. */
export interface About {
  readonly account?: string;
  readonly region?: string;
  /** Kind of the resource. */
  readonly kind?: string;
  /** Path in the registry of the entry that it is about. */
  readonly path?: string;
  /** Other files that it concerns, as a user would open them. */
  readonly files?: readonly string[];
  /** Name of the registry in the configuration. */
  readonly registry?: string;
}

/** The same problems, as belonging to something. */
export const about = (belongs: About, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, about: { ...belongs, ...problem.about } }));

/** The one shape for what validation, scan, plan and apply have to say about a thing. */
export interface Problem {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly place?: Place;
  /** The thing it is about: an ARN, an account and Region, a registry path, a file. */
  readonly subject: string;
  readonly about?: About;
  /** One sentence: what was being done, what was expected, what was met. */
  readonly text: string;
  /** What to do next. */
  readonly hint?: string;
  /** What the hint asks to add to a file, line by line as it belongs there. */
  readonly lines?: readonly string[];
  /** It was so before this run, and nothing of it changes: counted in one line, for it is no news. */
  readonly standing?: true;
  /** A person said that it may be so: counted, no news, and no reason to fail. */
  readonly accepted?: Acceptance;
}

/** Who or what accepts a problem. */
export interface Acceptance {
  readonly reason: string;
  /** The last day on which it counts, as YYYY-MM-DD; absent: no end. */
  readonly until?: string;
}

/** Who says that a registration is not to be enabled knows what keeps it from being so. */
export const acceptedAsDisabled = (problem: Problem): Problem => ({
  ...problem,
  severity: 'notice',
  accepted: { reason: 'enabled is false' },
});

/** True for what a person has not been told yet, or must do something about. */
export const isNews = ({ standing, accepted }: Problem): boolean => standing !== true && accepted === undefined;

const positionOf = ({ place }: Problem): string =>
  place?.line === undefined ? '' : `${place.line}:${place.column ?? ''}`;

/**
 * Each problem once. Two are equal when they say the same of the same thing; the one that knows its line stays, for the
 * catalogue finds lines, and what renders entries finds the same again without them.
 */
export const distinctProblems = (problems: readonly Problem[]): readonly Problem[] => {
  const groups = Map.groupBy(problems, ({ rule, place, subject, about, text }) =>
    JSON.stringify([rule, place?.file, subject, about?.registry, text]),
  );
  return [...groups.values()].flatMap((equal) => {
    const located = equal.filter((problem) => positionOf(problem) !== '');
    const byPosition = new Map(located.map((problem) => [positionOf(problem), problem]));
    return located.length > 0 ? [...byPosition.values()] : equal.slice(0, 1);
  });
};

/** True where a problem keeps a command from going on. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');

/** True for what stops what it is about: an error that nobody accepted. */
export const stops = ({ severity, accepted }: Problem): boolean => severity === 'error' && accepted === undefined;
