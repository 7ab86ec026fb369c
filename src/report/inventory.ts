import { compareTexts } from '../model/compare-texts.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { ReportedCredential, ReportedEntry, ReportedGroup } from '../model/reported.ts';
import { code, lines, shortened, strong } from './markup.ts';
import { problemJson } from './problem-json.ts';
import { problemCounts } from './problems.ts';
import type { Part, Report } from './report.ts';
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
  { title: 'path', shrink: true, code: true },
  { title: 'kind', style: 'dim' },
  { title: 'authorization', code: true },
  { title: 'token', shrink: true },
  { title: 'lock' },
  { title: 'open', shrink: true, code: true },
] as const;

const cell = (text: string) => code(shortened(text, LONGEST));

const rowOf = (entry: ReportedEntry) => {
  const { path, file, credential, lock } = entry;
  const token = { text: credentialText(credential) };
  return [
    { text: path, markup: lines(cell(path), cell(file)) },
    kindText(entry),
    entry.authorization ?? '',
    credential.from === 'client'
      ? { ...token, markup: lines(cell(credential.client), cell(credential.issuer)) }
      : token,
    lock === 'there'
      ? lockText(entry)
      : { text: lockText(entry), style: 'yellow' as const, markup: strong(lockText(entry)) },
    rulesText(entry),
  ];
};

const groupPart = (group: ReportedGroup): Part => ({
  type: 'table',
  title: shortened(group.owner ?? NOBODY, LONGEST),
  aside: `${group.account ?? BY_HAND}, ${counted(group.entries.length, 'entry', 'entries')}, ${stateText(group)}`,
  columns: COLUMNS,
  rows: group.entries.map(rowOf),
  one: 'entry',
  many: 'entries',
});

/** One table for each owner and account. */
export const inventoryReport = (entries: readonly ReportedEntry[], problems: readonly Problem[]): Report => ({
  title: 'Report',
  counts:
    entries.length === 0
      ? 'There are no entries'
      : `${counted(entries.length, 'entry', 'entries')} by owner and account`,
  parts: groupsOf(entries).map(groupPart),
  problems,
});
