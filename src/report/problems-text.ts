import type { Problem, Severity } from '../model/problem.ts';
import { grouped, problemCounts } from './problems.ts';
import { type Line, renderText, type Style, type TextOptions, wrap } from './text.ts';
import { counted, number } from './wording.ts';

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', notice: 'cyan' };

const position = ({ place }: Problem): string =>
  place?.line === undefined ? '' : `${place.line}${place.column === undefined ? '' : `:${place.column}`}`;

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

const NARROWEST = 24;

const groupLines = (group: string, problems: readonly Problem[], width: number): Line[] => {
  const positions = longest(problems.map(position));
  const severities = longest(problems.map((problem) => problem.severity));
  const rules = longest(problems.map((problem) => problem.rule));
  const indent = 2 + (positions === 0 ? 0 : positions + 2) + severities + 2 + rules + 2;
  const room = Math.max(NARROWEST, width - indent);
  const lines: Line[] = [[{ text: group, style: 'bold' }]];
  for (const problem of problems) {
    const about = problem.place !== undefined && !group.endsWith(problem.subject);
    const [first = '', ...rest] = wrap(about ? `${problem.subject}: ${problem.text}` : problem.text, room);
    lines.push([
      '  ',
      ...(positions === 0 ? [] : [{ text: position(problem).padEnd(positions + 2), style: 'dim' as const }]),
      { text: problem.severity.padEnd(severities + 2), style: STYLES[problem.severity] },
      { text: problem.rule.padEnd(rules + 2), style: 'dim' },
      first,
    ]);
    const hint = problem.hint === undefined ? [] : wrap(problem.hint, room - 2);
    lines.push(...rest.map((text): Line => [' '.repeat(indent), text]));
    lines.push(
      ...hint.map(
        (text, at): Line => [' '.repeat(indent), { text: `${at === 0 ? '→ ' : '  '}${text}`, style: 'cyan' }],
      ),
    );
    lines.push(...(problem.lines ?? []).map((text): Line => [' '.repeat(indent + 4), text]));
  }
  return lines;
};

/** Problems under the file or the thing that they are about, and one line of counts. Nothing where there is none. */
export const problemsText = (problems: readonly Problem[], options: TextOptions): string => {
  if (problems.length === 0) return '';
  const lines = grouped(problems).flatMap(({ group, problems: members }) => [
    ...groupLines(group, members, options.width),
    [],
  ]);
  const worst = problems.some(({ severity }) => severity === 'error') ? 'red' : 'yellow';
  return renderText([...lines, [{ text: problemCounts(problems), style: worst }]], options.colour);
};

/** What validate says besides its problems: how many files there are, and in how many something is wrong. */
export const validateText = (
  { files, problems }: { readonly files: number; readonly problems: readonly Problem[] },
  options: TextOptions,
): string => {
  const touched = new Set(problems.flatMap(({ place }) => (place === undefined ? [] : [place.file]))).size;
  const found =
    problems.length === 0 ? 'no problems' : `problems ${touched === 0 ? 'outside' : `in ${number(touched)}`} of them`;
  return renderText([[`${counted(files, 'file')}, ${found}`]], options.colour);
};
