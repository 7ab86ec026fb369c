import type { EntryLog, LoggedChange } from '../model/entry-log.ts';
import type { Problem } from '../model/problem.ts';
import type { Block } from './document.ts';
import { code, link, prose, shortened } from './markup.ts';
import type { Part, Report } from './report.ts';
import type { Line, TextOptions } from './text.ts';
import { counted } from './wording.ts';

/** Characters of a name or a subject that are shown. */
const MOST_CHARACTERS = 120;
const MOST_FIELDS = 12;
const SHORT = 12;

const brief = (text: string): string => shortened(text, MOST_CHARACTERS);

/** What no part of the history says. */
const APPLIED =
  "When apply wrote a change is not known here: git has no word of it, and the registry's mark holds no time. The runs of apply.yml tell";

const requestText = ({ request }: LoggedChange): string => {
  if (request === undefined) return '';
  return request.from === 'github'
    ? `pull request #${request.number}`
    : `pull request #${request.number} (by its subject)`;
};

const fieldsText = ({ fields }: LoggedChange, full = false): string => {
  const shown = full ? fields : fields.slice(0, MOST_FIELDS);
  const left = fields.length - shown.length;
  return `${shown.map(brief).join(', ')}${left === 0 ? '' : `, and ${left} more`}`;
};

/** What a change did, in words. */
const whatText = (change: LoggedChange, directory: string, full?: boolean): string => {
  const fields =
    change.unread === true
      ? 'fields not known: a version can not be read'
      : change.fields.length === 0
        ? 'no field: comments or layout alone'
        : fieldsText(change, full);
  switch (change.action) {
    case 'added':
      return 'added';
    case 'changed':
      return `changed: ${fields}`;
    case 'moved':
      return `moved from ${directory}/${change.movedFrom ?? ''}: ${change.fields.length === 0 && change.unread !== true ? 'no field' : fields}`;
    case 'removed':
      return change.movedTo === undefined ? 'removed' : `moved to ${directory}/${change.movedTo}`;
  }
};

const notesOf = ({ changes, more, shallow, uncommitted }: EntryLog): readonly string[] => [
  ...(uncommitted ? ['The working directory has changes that are not committed.'] : []),
  ...(more ? [`There are older changes than these ${changes.length}: give --limit.`] : []),
  ...(shallow ? ['This clone lacks older commits: fetch them (fetch-depth: 0).'] : []),
];

const logLines = (log: EntryLog, directory: string, { full }: TextOptions): readonly Line[] => [
  [{ text: `${directory}/${log.file}`, style: 'bold' }],
  ...log.changes.flatMap((change): Line[] => [
    [
      { text: `  ${change.commit.slice(0, SHORT)}`, style: 'yellow' },
      `  ${change.date}  ${brief(change.author.name)}`,
      { text: requestText(change) === '' ? '' : `  ${requestText(change)}`, style: 'cyan' },
    ],
    [`    ${brief(change.subject)}`],
    [`    ${whatText(change, directory, full)}`],
    ...change.brought.map(
      (one): Line => [
        {
          text: `    with ${one.commit.slice(0, SHORT)}  ${brief(one.author.name)}: ${brief(one.subject)}`,
          style: 'dim',
        },
      ],
    ),
  ]),
  ...notesOf(log).map((note): Line => [{ text: `  ${note}`, style: 'dim' }]),
];

const requestMarkup = (change: LoggedChange) => {
  const label = prose(requestText(change).replace('#', ''));
  return change.request?.url === undefined ? label : link(label, change.request.url);
};

const blocksOf = (log: EntryLog, directory: string): readonly Block[] => [
  {
    type: 'table',
    title: `${directory}/${log.file}`,
    columns: ['Commit', 'When', 'Author', 'Pull request', 'What', 'Subject'],
    rows: log.changes.map((change) => [
      code(change.commit.slice(0, SHORT)),
      prose(change.date),
      prose(
        [change.author, ...change.brought.map(({ author }) => author)]
          .map(({ name }) => brief(name))
          .filter((name, at, all) => all.indexOf(name) === at)
          .join(', '),
      ),
      requestMarkup(change),
      prose(whatText(change, directory)),
      prose(brief(change.subject)),
    ]),
    one: 'change',
  },
  ...notesOf(log).map((note): Block => ({ type: 'paragraph', text: prose(note) })),
];

/** The history of entries, one after the other, newest change first. Texts of commits are anybody's. */
export const logReport = (logs: readonly EntryLog[], directory: string, problems: readonly Problem[]): Report => ({
  title: 'Log',
  counts: `${counted(
    logs.reduce((sum, { changes }) => sum + changes.length, 0),
    'change',
  )} of ${counted(logs.length, 'entry', 'entries')}`,
  facts: [{ text: APPLIED }],
  parts: logs.flatMap((log): Part[] => [
    { type: 'screen', lines: (options) => logLines(log, directory, options) },
    { type: 'page', blocks: () => blocksOf(log, directory) },
  ]),
  problems,
});
