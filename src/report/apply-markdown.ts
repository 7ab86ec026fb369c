import type { ApplyResult, Outcome } from '../model/plan.ts';
import { outcomeCounts } from './apply-text.ts';
import { type Block, renderDocument, type TableBlock } from './document.ts';
import { code, prose, shortened, strong } from './markup.ts';
import { type MarkdownOptions, problemsTable } from './problems-markdown.ts';

const LONGEST = 1000;

const outcomeTable = (title: string, outcomes: readonly Outcome[], folded = false): TableBlock => ({
  type: 'table',
  title,
  columns: ['Path', 'Kind', 'Change', 'Note'],
  rows: outcomes.map(({ path, type, action, note = '' }) => [
    code(path),
    prose(type),
    prose(action),
    prose(shortened(note, LONGEST)),
  ]),
  one: 'registration',
  folded,
});

/** The job summary of apply: what failed first, what was done after it, what stayed folded. */
export const applyMarkdown = (result: ApplyResult, options: MarkdownOptions): string => {
  const of = (state: Outcome['state']): Outcome[] => result.outcomes.filter((outcome) => outcome.state === state);
  const blocks: Block[] = [
    { type: 'heading', text: 'Apply' },
    { type: 'paragraph', text: strong(outcomeCounts(result.outcomes)) },
    outcomeTable('Failed', of('failed')),
    problemsTable(result.problems, options),
    outcomeTable('Skipped', of('skipped')),
    outcomeTable(
      'Done',
      of('done').filter(({ action }) => action !== 'unchanged'),
    ),
    outcomeTable(
      'Unchanged',
      of('done').filter(({ action }) => action === 'unchanged'),
      true,
    ),
  ];
  return renderDocument(blocks, options.limit);
};
