import { globMatcher } from './glob.ts';
import { distinctProblems, type Problem, type Severity } from './problem.ts';
import { barePath } from './registry.ts';
import type { RuleName } from './rules.ts';

/** Problems that a person accepts: of one rule, about what the glob matches. */
export interface AcceptedFinding {
  readonly rule: RuleName;
  /** A glob on the registry path, on the file as it lies from the working directory, or on what else the problem is about. */
  readonly path: string;
  readonly reason: string;
  /** The last day on which it counts, as YYYY-MM-DD. */
  readonly until?: string;
}

/** What the configuration says about problems. */
export interface Judging {
  readonly severities: Readonly<Partial<Record<RuleName, Severity | 'off'>>>;
  readonly accepted: readonly AcceptedFinding[];
  /** What a run fails for. */
  readonly failOn: 'error' | 'warning';
}

interface Finding extends AcceptedFinding {
  readonly fits: (problem: Problem) => boolean;
}

const finding = (accepted: AcceptedFinding): Finding => {
  const matches = globMatcher(accepted.path);
  return {
    ...accepted,
    fits: ({ rule, subject, place, about }) =>
      rule === accepted.rule &&
      [subject, barePath(subject), about?.path, place?.file].some((text) => text !== undefined && matches(text)),
  };
};

const acceptedBy = (problem: Problem, { reason, until }: AcceptedFinding): Problem => ({
  ...problem,
  severity: 'notice',
  accepted: { reason, ...(until === undefined ? {} : { until }) },
});

const overdue = (problem: Problem, { reason, until }: AcceptedFinding): Problem => {
  const ended = `It was accepted until ${until} (${reason}).`;
  return { ...problem, hint: problem.hint === undefined ? ended : `${problem.hint} ${ended}` };
};

/**
 * The problems as the configuration judges them: each once, with the severity of its rule, without those of rules that are
 * off, and marked where a person accepts them. What was accepted up to a day that is over is a problem again, and says so.
 * @param today the day in UTC, as YYYY-MM-DD
 */
export const judgeProblems = (problems: readonly Problem[], judging: Judging, today: string): readonly Problem[] => {
  const findings = judging.accepted.map(finding);
  const hasEnded = ({ until }: AcceptedFinding): boolean => until !== undefined && until < today;
  return distinctProblems(problems).flatMap((problem): Problem[] => {
    if (problem.accepted !== undefined) return [problem];
    const severity = judging.severities[problem.rule] ?? problem.severity;
    if (severity === 'off') return [];
    const judged = { ...problem, severity };
    const fitting = findings.filter((one) => one.fits(problem));
    const counts = fitting.find((one) => !hasEnded(one));
    if (counts !== undefined) return [acceptedBy(judged, counts)];
    const ended = fitting.at(-1);
    return [ended === undefined || problem.hint?.includes('It was accepted until') ? judged : overdue(judged, ended)];
  });
};

const RANKS = { error: 2, warning: 1, notice: 0 } as const satisfies Record<Severity, number>;

/** True where a run with these problems has failed: an error, or what else the run was asked to fail for. */
export const hasFailed = (problems: readonly Problem[], { failOn }: Pick<Judging, 'failOn'>): boolean =>
  problems.some(({ severity, accepted }) => accepted === undefined && RANKS[severity] >= RANKS[failOn]);

/** True where a severity is less than another: `off` is less than all. */
export const isLess = (severity: Severity | 'off', than: Severity): boolean =>
  severity === 'off' || RANKS[severity] < RANKS[than];
