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
}
