import { compareTexts } from '../model/compare-texts.ts';
import type { Severity } from '../model/problem.ts';
import type { ReportedCredential, ReportedEntry, ReportedGroup } from '../model/reported.ts';
import { type Block, renderDocument } from './document.ts';
import { code, lines, phrase, prose, shortened, strong } from './markup.ts';
import { problemJson } from './problem-json.ts';
import { problemCounts } from './problems.ts';
import { type Cell, table } from './table.ts';
import { type Line, renderText, type TextOptions } from './text.ts';
import { counted, number, tally } from './wording.ts';

const LONGEST = 300;

const NOBODY = 'nobody';
const BY_HAND = 'written by hand';

/** By owner and then by account; what is nobody's, and what was written by hand, comes last. */
const groupsOf = (entries: readonly ReportedEntry[]): readonly ReportedGroup[] => {
  const pairs = entries.flatMap((entry) =>
    (entry.owners.length === 0 ? [undefined] : entry.owners).map((owner) => ({ owner, entry })),
  );
  const last = (left: string | undefined, right: string | undefined): number =>
    Number(left === undefined) - Number(right === undefined) || compareTexts(left ?? '', right ?? '');
  return [...Map.groupBy(pairs, ({ owner, entry }) => JSON.stringify([owner, entry.account])).values()]
    .flatMap((members): ReportedGroup[] => {
      const [first] = members;
      if (first === undefined) return [];
      return [{ owner: first.owner, account: first.entry.account, entries: members.map(({ entry }) => entry) }];
    })
    .toSorted((a, b) => last(a.owner, b.owner) || last(a.account, b.account));
};

const credentialText = (credential: ReportedCredential): string => {
  switch (credential.from) {
    case 'caller':
      return "callers' own";
    case 'client':
      return credential.client;
    case 'none':
      return '';
    case 'missing':
      return 'no client';
  }
};

const lockText = ({ lock }: ReportedEntry): string => (lock === 'required' ? 'missing, required' : lock);

const kindText = ({ kind, endpoint, registered }: ReportedEntry): string =>
  [kind, ...(endpoint === undefined ? [] : [`(${endpoint})`]), ...(registered ? [] : ['(not registered)'])].join(' ');

const rulesText = ({ findings }: ReportedEntry): string => [...new Set(findings.map(({ rule }) => rule))].join(', ');

const countsOf = ({ entries }: ReportedGroup) => {
  const of = tally<{ readonly severity: Severity }, Severity>(
    entries.flatMap(({ findings }) => findings),
    ({ severity }) => severity,
  );
  return {
    entries: entries.length,
    locked: entries.filter(({ lock }) => lock === 'there').length,
    errors: of('error'),
    warnings: of('warning'),
    notices: of('notice'),
  };
};

const stateText = (group: ReportedGroup): string =>
  `${number(countsOf(group).locked)} with a lock, ${problemCounts(group.entries.flatMap(({ findings }) => findings))}`;

/** `result` of report (schemas/output.schema.json, ReportResult). */
export const reportResult = (entries: readonly ReportedEntry[]) => ({
  entries: entries.map((entry) => ({ ...entry, findings: entry.findings.map(problemJson) })),
  groups: groupsOf(entries).map((group) => ({
    owner: group.owner ?? null,
    account: group.account ?? null,
    ...countsOf(group),
  })),
});

const COLUMNS = [
  { title: 'path', shrink: true },
  { title: 'kind', style: 'dim' },
  { title: 'authorization' },
  { title: 'token', shrink: true },
  { title: 'lock' },
  { title: 'open', shrink: true },
] as const;

const rowOf = (entry: ReportedEntry): Cell[] => [
  entry.path,
  kindText(entry),
  entry.authorization ?? '',
  credentialText(entry.credential),
  { text: lockText(entry), ...(entry.lock === 'there' ? {} : { style: 'yellow' as const }) },
  rulesText(entry),
];

/** One table for each owner and account. */
export const reportText = (entries: readonly ReportedEntry[], options: TextOptions): string => {
  const groups = groupsOf(entries).flatMap((group, at): Line[] => [
    ...(at === 0 ? [] : [[]]),
    [
      { text: group.owner ?? NOBODY, style: 'bold' },
      `  ${group.account ?? BY_HAND}`,
      { text: `  ${counted(group.entries.length, 'entry', 'entries')}, ${stateText(group)}`, style: 'dim' },
    ],
    ...table({ columns: COLUMNS, rows: group.entries.map(rowOf), width: options.width, indent: 2 }),
  ]);
  return renderText(groups.length === 0 ? [['There are no entries.']] : groups, options.colour);
};

const cell = (text: string) => code(shortened(text, LONGEST));

/** The same as Markdown in at most `limit` bytes. */
export const reportMarkdown = (entries: readonly ReportedEntry[], limit: number): string => {
  const blocks = groupsOf(entries).map((group): Block => {
    const rows = group.entries.map((entry) => [
      lines(cell(entry.path), cell(entry.file)),
      prose(kindText(entry)),
      cell(entry.authorization ?? ''),
      entry.credential.from === 'client'
        ? lines(cell(entry.credential.client), cell(entry.credential.issuer))
        : prose(credentialText(entry.credential)),
      entry.lock === 'there' ? prose(lockText(entry)) : strong(lockText(entry)),
      cell(rulesText(entry)),
    ]);
    return {
      type: 'table',
      title: `${shortened(group.owner ?? NOBODY, LONGEST)}, ${group.account ?? BY_HAND}: ${stateText(group)}`,
      columns: ['Entry', 'Kind', 'Authorization', 'Token', 'Lock', 'Open findings'],
      rows,
      one: 'entry',
      many: 'entries',
    };
  });
  const summary = phrase(strong(counted(entries.length, 'entry', 'entries')), prose('by owner and account.'));
  return renderDocument([{ type: 'heading', text: 'Report' }, { type: 'paragraph', text: summary }, ...blocks], limit);
};
