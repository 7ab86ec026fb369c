import {
  type Blocked,
  type Change,
  changePath,
  changeType,
  type FieldChange,
  type Plan,
  reasonText,
} from '../model/plan.ts';
import { changeFile, type Detail, destinations, details, planCounts } from './changes.ts';
import type { TableBlock } from './document.ts';
import { code, lines, type Markup, phrase, prose, shortened } from './markup.ts';
import { planLines } from './plan-lines.ts';
import type { Report } from './report.ts';
import { planFacts } from './standing.ts';
import type { TextOptions } from './text.ts';
import { beforeText, listDifference, secretText, valueText } from './values.ts';

/** Characters of one value; whole descriptions are in the files. */
const LONGEST = 300;

/** The file of a change, as it lies from the working directory. */
type FileOf = (change: Change) => string;

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
  fileOf: FileOf,
): TableBlock => ({
  type: 'table',
  title,
  columns: ['Path', 'Kind', 'Why', 'File'],
  rows: changes.map((change) => [
    code(changePath(change)),
    prose(changeType(change)),
    prose(`${reasonText(change)}${change.action === 'delete' && change.protected === true ? '; protected' : ''}`),
    code(fileOf(change)),
  ]),
  one: 'registration',
});

const destinationText = (detail: Detail): Markup[] =>
  detail.type === 'fact' ? [phrase(prose(`${detail.label}:`), value(detail.value))] : [];

const blockedTable = (blocked: readonly Blocked[], fileOf: FileOf): TableBlock => ({
  type: 'table',
  title: 'Not confirmed by AWS, so nothing is sent there',
  columns: ['Path', 'Kind', 'Change', 'Why', 'File'],
  rows: blocked.map(({ change, why }) => [
    code(changePath(change)),
    prose(changeType(change)),
    prose(change.action),
    prose(shortened(why.text, LONGEST)),
    code(fileOf(change)),
  ]),
  one: 'registration',
});

const createTable = (changes: readonly Action<'create'>[], fileOf: FileOf): TableBlock => ({
  type: 'table',
  title: 'Create',
  columns: ['Path', 'Kind', 'Name', 'URL', 'Other places and credentials', 'Visibility', 'File'],
  rows: changes.map((change) => {
    const { path, type, name, url, visibility, groups } = change.registration;
    return [
      code(path),
      prose(type),
      prose(shortened(name, LONGEST)),
      value(url),
      lines(...destinations(change.registration).flatMap(destinationText)),
      phrase(prose(visibility), ...groups.map(code)),
      code(fileOf(change)),
    ];
  }),
  one: 'registration',
});

/** What a page shows of a plan's changes, riskiest first: dangerous fields, conflicts, replaced, deleted, the rest. What stays is only counted. */
const planTables = (plan: Plan, fileOf: FileOf): readonly TableBlock[] => {
  const fields = [...of(plan, 'update'), ...of(plan, 'replace')].flatMap((change) =>
    details(change)
      .filter((detail) => detail.label !== 'why')
      .map((detail) => ({ change, detail })),
  );
  const [dangerous, other] = [true, false].map((wanted) =>
    fields.filter(({ detail }) => isDangerous(detail) === wanted).map(({ change, detail }) => fieldRow(change, detail)),
  );
  return [
    fieldTable('Where requests and credentials go, and who sees it', dangerous ?? []),
    blockedTable(plan.blocked ?? [], fileOf),
    reasonTable('Conflicts', of(plan, 'conflict'), fileOf),
    reasonTable('Replace', of(plan, 'replace'), fileOf),
    reasonTable('Delete', of(plan, 'delete'), fileOf),
    fieldTable('Update', other ?? []),
    createTable(of(plan, 'create'), fileOf),
  ];
};

/** The changes, the line of counts, and one line for each thing that was so before. */
export const planReport = (plan: Plan, { full, directory }: Pick<TextOptions, 'full' | 'directory'>): Report => ({
  title: 'Plan',
  word: 'Plan',
  counts: planCounts(plan),
  facts: planFacts(plan, { full }),
  parts: [
    { type: 'screen', lines: (options) => planLines(plan, options) },
    { type: 'page', blocks: () => planTables(plan, (change) => changeFile(change, directory)) },
  ],
  problems: plan.problems,
});
