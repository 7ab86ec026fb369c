import type { Problem, Severity } from '../model/problem.ts';
import {
  isFirst,
  type ProblemGroup,
  placeText,
  problemCounts,
  problemGroups,
  registryText,
  subjectText,
} from './problems.ts';
import { type Line, renderText, type Style, type TextOptions, wrap } from './text.ts';
import { number } from './wording.ts';

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', notice: 'cyan' };

const NARROWEST = 40;

const hintLines = (hint: string | undefined, lines: readonly string[], width: number): Line[] => [
  ...(hint === undefined ? [] : wrap(hint, Math.max(NARROWEST, width - 4))).map(
    (text, at): Line => [{ text: `  ${at === 0 ? '→ ' : '  '}${text}`, style: 'cyan' }],
  ),
  // To be copied: as they stand in the file, by themselves, and never broken.
  ...(lines.length === 0 ? [] : [[], ...lines.map((text): Line => [text])]),
];

const wrapped = (text: string, width: number): Line[] => {
  const [first = '', ...rest] = wrap(text, Math.max(NARROWEST, width - 4));
  return [[`  ${first}`], ...rest.map((line): Line => [`    ${line}`])];
};

/** One problem: where it is, so that a terminal opens it, then what it is about and the sentence. */
const problemLines = (problem: Problem, width: number): Line[] => {
  const subject = [registryText(problem), subjectText(problem)].filter((part) => part !== '').join(', ');
  const said = subject === '' ? problem.text : `${subject}: ${problem.text}`;
  return wrapped(problem.place === undefined ? said : `${placeText(problem.place)}  ${said}`, width);
};

/** One of those of which the same is said: only where it is, and what it is about. */
const oneOfMany = (problem: Problem): Line => {
  const { place, subject } = problem;
  const parts = [
    ...(place === undefined ? [subject] : [placeText(place), subjectText({ ...problem, text: '' })]),
    registryText(problem),
  ];
  return [`    ${parts.filter((part) => part !== '').join('  ')}`];
};

const membersOf = ({ saying, shown, hint }: ProblemGroup, width: number): Line[] => {
  if (saying !== undefined && hint !== undefined) return [...wrapped(saying, width), ...shown.map(oneOfMany)];
  return shown.flatMap((problem, at) => {
    if (hint !== undefined) return problemLines(problem, width);
    const { lines = [] } = problem;
    const isLast = at === shown.length - 1;
    return [
      ...problemLines(problem, width),
      ...hintLines(problem.hint, lines, width),
      ...(lines.length === 0 || isLast ? [] : [[]]),
    ];
  });
};

const groupLines = (group: ProblemGroup, width: number): Line[] => {
  const left = group.count - group.shown.length;
  return [
    [
      { text: group.severity, style: STYLES[group.severity] },
      ' ',
      { text: group.rule, style: 'bold' },
      ...(group.count === 1 ? [] : [{ text: `  ${number(group.count)} times`, style: 'dim' as const }]),
    ],
    ...membersOf(group, width),
    ...(left > 0 ? [[{ text: `  and ${number(left)} more: --full shows them`, style: 'dim' as const }]] : []),
    ...(group.hint === undefined ? [] : hintLines(group.hint, group.lines, width)),
    [],
  ];
};

/**
 * What is news among the problems, by rule: how many, the first of them, and the remedy once. Before what a command says
 * stand those that change trust or tell what is not enforced, behind it the rest with the counts of all. What is known or
 * accepted is not among them, unless all is asked for.
 */
export const aroundText = (
  problems: readonly Problem[],
  options: TextOptions,
): { readonly before: string; readonly after: string } => {
  const groups = problemGroups(problems, options);
  const trust = groups.filter(({ shown }) => shown.some(isFirst));
  const before = trust.flatMap((group) => groupLines(group, options.width));
  const rest = groups.filter((group) => !trust.includes(group)).flatMap((group) => groupLines(group, options.width));
  const worst = groups.some(({ severity }) => severity === 'error') ? 'red' : 'yellow';
  const close: Line[] = groups.length === 0 ? [] : [[{ text: problemCounts(problems, options), style: worst }]];
  return {
    before: renderText(before, options.colour),
    after: renderText([...rest, ...close], options.colour),
  };
};

/** The same in one piece, where nothing stands between. Nothing where nothing is news. */
export const problemsText = (problems: readonly Problem[], options: TextOptions): string => {
  const { before, after } = aroundText(problems, options);
  return `${before}${after}`;
};
