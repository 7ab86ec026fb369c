import { type Blocked, type Change, changePath, changeType, type FieldChange, type Plan } from '../model/plan.ts';
import { changeFile, type Detail, destinations, details, planCounts, toConfirmText } from './changes.ts';
import { type Block, renderDocument, type TableBlock } from './document.ts';
import { code, lines, type Markup, phrase, prose, shortened, strong } from './markup.ts';
import { type MarkdownOptions, problemsTable } from './problems-markdown.ts';
import { beforeText, listDifference, secretText, valueText } from './values.ts';

/** Characters of one value; whole descriptions are in the files. */
const LONGEST = 300;

type Action<Name extends Change['action']> = Extract<Change, { action: Name }>;

const value = (text: string): Markup => code(shortened(text, LONGEST));

const sides = (change: FieldChange): [Markup, Markup] => {
  if ('secret' in change) return [prose(''), prose(secretText(change.field))];
  const list = change.unseen === true ? undefined : listDifference(change.before, change.after);
  if (list === undefined) return [value(beforeText(change)), value(valueText(change.after))];
  return [
    phrase(...list.removed.map((item) => value(`-${item}`))),
    phrase(...list.added.map((item) => value(`+${item}`))),
  ];
};

const isDangerous = (detail: Detail): boolean =>
  detail.type === 'field' ? detail.change.dangerous === true : detail.label !== 'why';

const fieldRow = (change: Change, detail: Detail): Markup[] => {
  const path = code(changePath(change));
  if (detail.type === 'fact') return [path, prose(detail.label), prose(''), prose(detail.value), prose('')];
  const cause = prose(detail.change.cause === 'drift' ? 'changed in the registry' : 'file');
  return [path, code(detail.label), ...sides(detail.change), cause];
};

const fieldTable = (title: string, rows: readonly Markup[][]): TableBlock => ({
  type: 'table',
  title,
  columns: ['Path', 'Field', 'Before', 'After', 'Because of'],
  rows,
  one: 'change',
});

const of = <Name extends Change['action']>(plan: Plan, action: Name): Action<Name>[] =>
  plan.changes.filter((change): change is Action<Name> => change.action === action);

const reasonTable = (
  title: string,
  changes: readonly Exclude<Change, { action: 'create' | 'update' | 'unchanged' }>[],
): TableBlock => ({
  type: 'table',
  title,
  columns: ['Path', 'Kind', 'Why', 'File'],
  rows: changes.map((change) => [
    code(changePath(change)),
    prose(changeType(change)),
    prose(change.action === 'delete' && change.protected === true ? `${change.reason}; protected` : change.reason),
    code(changeFile(change)),
  ]),
  one: 'registration',
});

const destinationText = (detail: Detail): Markup[] =>
  detail.type === 'fact' ? [phrase(prose(`${detail.label}:`), value(detail.value))] : [];

const blockedTable = (blocked: readonly Blocked[]): TableBlock => ({
  type: 'table',
  title: 'Not confirmed by AWS, so nothing is sent there',
  columns: ['Path', 'Kind', 'Change', 'Why', 'File'],
  rows: blocked.map(({ change, why }) => [
    code(changePath(change)),
    prose(changeType(change)),
    prose(change.action),
    prose(shortened(why.text, LONGEST)),
    code(changeFile(change)),
  ]),
  one: 'registration',
});

const createTable = (changes: readonly Action<'create'>[]): TableBlock => ({
  type: 'table',
  title: 'Create',
  columns: ['Path', 'Kind', 'Name', 'URL', 'Other places and credentials', 'Visibility', 'File'],
  rows: changes.map(({ registration }) => {
    const { path, type, name, url, visibility, groups, origin } = registration;
    return [
      code(path),
      prose(type),
      prose(shortened(name, LONGEST)),
      value(url),
      lines(...destinations(registration).flatMap(destinationText)),
      phrase(prose(visibility), ...groups.map(code)),
      code(origin.file),
    ];
  }),
  one: 'registration',
});

const unchangedTable = (changes: readonly Action<'unchanged'>[]): TableBlock => ({
  type: 'table',
  title: 'Unchanged',
  columns: ['Path', 'Kind', 'File'],
  rows: changes.map((change) => [code(changePath(change)), prose(changeType(change)), code(changeFile(change))]),
  one: 'registration',
  folded: true,
});

/** The job summary of plan, riskiest first: problems, conflicts, dangerous fields, replaced, deleted, the rest. */
export const planMarkdown = (plan: Plan, options: MarkdownOptions): string => {
  const fields = [...of(plan, 'update'), ...of(plan, 'replace')].flatMap((change) =>
    details(change)
      .filter((detail) => detail.label !== 'why')
      .map((detail) => ({ change, detail })),
  );
  const [dangerous, other] = [true, false].map((wanted) =>
    fields.filter(({ detail }) => isDangerous(detail) === wanted).map(({ change, detail }) => fieldRow(change, detail)),
  );
  const open = toConfirmText(plan);
  const blocks: Block[] = [
    { type: 'heading', text: 'Plan' },
    { type: 'paragraph', text: strong(planCounts(plan)) },
    ...(open === undefined ? [] : [{ type: 'paragraph' as const, text: prose(open) }]),
    problemsTable(plan.problems, options),
    blockedTable(plan.blocked ?? []),
    reasonTable('Conflicts', of(plan, 'conflict')),
    fieldTable('Where requests and credentials go, and who sees it', dangerous ?? []),
    reasonTable('Replace', of(plan, 'replace')),
    reasonTable('Delete', of(plan, 'delete')),
    fieldTable('Update', other ?? []),
    createTable(of(plan, 'create')),
    unchangedTable(of(plan, 'unchanged')),
  ];
  return renderDocument(blocks, options.limit);
};
