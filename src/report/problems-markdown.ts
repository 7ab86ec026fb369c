import type { Problem } from '../model/problem.ts';
import type { TableBlock } from './document.ts';
import { code, lines, link, listing, type Markup, phrase, prose, shortened, strong } from './markup.ts';
import { type ProblemGroup, placeText, problemGroups, subjectText } from './problems.ts';
import { number } from './wording.ts';

export interface MarkdownOptions {
  /** Bytes. */
  readonly limit: number;
  /** Address under which files of the working directory are shown, ending in a slash. */
  readonly files?: string;
}

const LONGEST = 1000;

/** Errors of one rule: annotations show only the first ten. */
const ERRORS_SHOWN = 100;

const place = (problem: Problem, files: string | undefined): Markup => {
  if (problem.place === undefined) return code(shortened(subjectText(problem), LONGEST));
  const label = code(shortened(placeText(problem.place), LONGEST));
  if (files === undefined) return label;
  const path = problem.place.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return link(label, `${files}${path}${problem.place.line === undefined ? '' : `#L${problem.place.line}`}`);
};

const hintOf = (hint: string | undefined, added: readonly string[] = []): readonly Markup[] => [
  hint === undefined ? prose('') : phrase(prose('→'), prose(shortened(hint, LONGEST))),
  listing(added.map((line) => shortened(line, LONGEST))),
];

const problemOf = (problem: Problem, files: string | undefined, own: boolean): readonly Markup[] => {
  // Without a place the subject stands where the place would.
  const subject = problem.place === undefined ? '' : subjectText(problem);
  const text = prose(shortened(subject === '' ? problem.text : `${subject}: ${problem.text}`, LONGEST));
  return [phrase(place(problem, files), text), ...(own ? hintOf(problem.hint, problem.lines) : [])];
};

/** One of those of which the same is said. */
const memberOf = (problem: Problem, files: string | undefined): Markup =>
  problem.place === undefined
    ? code(shortened(problem.subject, LONGEST))
    : phrase(
        place(problem, files),
        subjectText({ ...problem, text: '' }) === '' ? prose('') : code(shortened(problem.subject, LONGEST)),
      );

const groupRow = (group: ProblemGroup, files: string | undefined): readonly Markup[] => {
  const { rule, severity, count, shown, saying, hint, lines: added } = group;
  const left = count - shown.length;
  return [
    severity === 'error' ? strong('error') : prose(severity),
    phrase(code(rule), prose(count === 1 ? '' : `${number(count)} times`)),
    lines(
      ...(saying === undefined || hint === undefined
        ? shown.flatMap((problem) => problemOf(problem, files, hint === undefined))
        : [prose(shortened(saying, LONGEST)), ...shown.map((problem) => memberOf(problem, files))]),
      prose(left > 0 ? `and ${number(left)} more` : ''),
      ...hintOf(hint, added),
    ),
  ];
};

/** What is news among the problems as a table: one row for each rule, what changes trust first, the remedy once. */
export const problemsTable = (problems: readonly Problem[], options: MarkdownOptions): TableBlock => ({
  type: 'table',
  title: 'Problems',
  columns: ['Severity', 'Rule', 'Where and what'],
  rows: problemGroups(problems, { errors: ERRORS_SHOWN }).map((group) => groupRow(group, options.files)),
  one: 'rule',
});
