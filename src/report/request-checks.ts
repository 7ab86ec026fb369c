import { isNews, type Problem, type Severity } from '../model/problem.ts';
import { gravestFirst } from './problems.ts';
import { visible } from './visible.ts';

/** A problem beside the code, as a check run has it. */
interface LineNote {
  readonly path: string;
  readonly line: number;
  readonly column?: number;
  readonly level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const satisfies Record<
  Severity,
  LineNote['level']
>;

/** Problems of files, gravest first, as annotations of a check run; one without a line stands at the file's first. */
export const checkNotes = (problems: readonly Problem[]): readonly LineNote[] =>
  gravestFirst(problems.filter(isNews)).flatMap(({ severity, rule, place, text, hint }): LineNote[] => {
    if (place === undefined) return [];
    const { line = 1, column } = place;
    return [
      {
        path: visible(place.file),
        line,
        ...(column === undefined ? {} : { column }),
        level: LEVELS[severity],
        title: rule,
        message: [text, ...(hint === undefined ? [] : [hint])].map(visible).join('\n'),
      },
    ];
  });
