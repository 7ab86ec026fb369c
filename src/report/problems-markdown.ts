import type { Problem } from '../model/problem.ts';
import { type Block, renderDocument, type TableBlock } from './document.ts';
import { code, lines, link, listing, type Markup, phrase, prose, shortened, strong } from './markup.ts';
import { gravestFirst, placeText, problemCounts } from './problems.ts';
import { counted } from './wording.ts';

export interface MarkdownOptions {
  /** Bytes. */
  readonly limit: number;
  /** Address under which files of the working directory are shown, ending in a slash. */
  readonly files?: string;
}

const LONGEST = 1000;

const place = (problem: Problem, files: string | undefined): Markup => {
  if (problem.place === undefined) return code(shortened(problem.subject, LONGEST));
  const label = code(shortened(placeText(problem.place), LONGEST));
  if (files === undefined) return label;
  const path = problem.place.file.split('/').map(encodeURIComponent).join('/');
  return link(label, `${files}${path}${problem.place.line === undefined ? '' : `#L${problem.place.line}`}`);
};

/** The problems as a table, gravest first, with what to do about each. */
export const problemsTable = (problems: readonly Problem[], options: MarkdownOptions): TableBlock => ({
  type: 'table',
  title: 'Problems',
  columns: ['Severity', 'Where', 'What', 'Rule'],
  rows: gravestFirst(problems).map((problem) => [
    problem.severity === 'error' ? strong('error') : prose(problem.severity),
    place(problem, options.files),
    lines(
      prose(shortened(problem.text, LONGEST)),
      problem.hint === undefined ? prose('') : phrase(prose('→'), prose(shortened(problem.hint, LONGEST))),
      listing((problem.lines ?? []).map((line) => shortened(line, LONGEST))),
    ),
    code(problem.rule),
  ]),
  one: 'problem',
});

/** The job summary of validate. */
export const validateMarkdown = (
  { files, problems }: { readonly files: number; readonly problems: readonly Problem[] },
  options: MarkdownOptions,
): string => {
  const blocks: Block[] = [
    { type: 'heading', text: 'Validation' },
    { type: 'paragraph', text: phrase(strong(counted(files, 'file')), prose(`– ${problemCounts(problems)}`)) },
    problemsTable(problems, options),
  ];
  return renderDocument(blocks, options.limit);
};
