import { compareTexts } from '../model/compare-texts.ts';
import { isNews, type Place, type Problem, type Severity } from '../model/problem.ts';
import { type RuleName, ruleOf } from '../model/rules.ts';
import { counted, tally } from './wording.ts';

/** Gravest first. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const satisfies readonly Severity[];

/** `file:line:column` as editors and terminals take it. */
export const placeText = (place: Place): string =>
  [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':');

/** Which registry a problem is of, where it has a name of its own: the only one that nobody named needs none. */
export const registryText = ({ about }: Problem): string =>
  about?.registry === undefined || about.registry === 'default' ? '' : `registry ${about.registry}`;

/** Somebody may get what is not theirs, or what was asked for is not enforced: whatever else is wrong comes after it. */
export const isFirst = ({ rule }: Problem): boolean => ruleOf(rule).first === true;

/** `2 errors, 1 warning` of what is news, with `full` of all; without any, `no problems`. */
export const problemCounts = (
  problems: readonly Problem[],
  { full = false }: { readonly full?: boolean | undefined } = {},
): string => {
  const of = tally(full ? problems : problems.filter(isNews), (problem) => problem.severity);
  const parts = SEVERITIES.filter((severity) => of(severity) > 0).map((severity) => counted(of(severity), severity));
  return parts.length === 0 ? 'no problems' : parts.join(', ');
};

const byPlace = (a: Problem, b: Problem): number =>
  compareTexts(a.place?.file ?? a.subject, b.place?.file ?? b.subject) ||
  (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
  (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
  compareTexts(a.text, b.text);

/** What changes trust or is not enforced, then the gravest first, then by rule and place: for what is cut at its end. */
export const gravestFirst = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(
    (a, b) =>
      Number(isFirst(b)) - Number(isFirst(a)) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compareTexts(a.rule, b.rule) ||
      byPlace(a, b),
  );

/** Problems of one rule and severity, as far as they are shown. */
export interface ProblemGroup {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly count: number;
  readonly shown: readonly Problem[];
  /** What is said of each of them, where it is the same of all. */
  readonly saying?: string;
  /** What to do, where it is the same for all. */
  readonly hint?: string;
  /** Lines to add to a file, for all of them together. */
  readonly lines: readonly string[];
}

/** Warnings of one rule that are shown one by one; of more, the number. */
const SHOWN = 5;
/** Errors of one rule likewise: each must be mended. */
const ERRORS_SHOWN = 20;

/** The sentence without the subject that it begins with. */
const sayingOf = ({ subject, text }: Problem): string =>
  subject !== '' && text.startsWith(`${subject} `) ? text.slice(subject.length + 1) : text;

interface Showing {
  readonly full?: boolean | undefined;
  /** Errors of one rule that are shown. */
  readonly errors?: number;
}

const groupOf = (members: readonly Problem[], { full = false, errors = ERRORS_SHOWN }: Showing): ProblemGroup[] => {
  const [first] = members;
  if (first === undefined) return [];
  const { rule, severity, hint } = first;
  const isOne = members.every((member) => member.hint === hint);
  const saying = sayingOf(first);
  const isSaid = members.length > 1 && members.every((member) => sayingOf(member) === saying);
  return [
    {
      rule,
      severity,
      count: members.length,
      shown: full ? members : members.slice(0, severity === 'error' ? errors : SHOWN),
      ...(isSaid ? { saying } : {}),
      ...(isOne && hint !== undefined ? { hint } : {}),
      lines: isOne ? members.flatMap(({ lines = [] }) => lines) : [],
    },
  ];
};

/** What is news among the problems (with `full`: all of them), by rule, what changes trust first, then the gravest. */
export const problemGroups = (problems: readonly Problem[], showing: Showing = {}): readonly ProblemGroup[] => {
  const told = gravestFirst(showing.full === true ? problems : problems.filter(isNews));
  return [...Map.groupBy(told, ({ severity, rule }) => `${severity} ${rule}`).values()].flatMap((members) =>
    groupOf(members, showing),
  );
};

/** What a problem is about, where its text does not say so itself; a command that ended names only its own code. */
export const subjectText = ({ rule, place, subject, text }: Problem): string => {
  if (rule === 'command-failed' || rule === 'unexpected' || subject === '' || text.includes(subject)) return '';
  // A file of the catalogue is named by what its ARN says.
  return place !== undefined && (place.file.endsWith(subject) || subject.startsWith('arn:')) ? '' : subject;
};
