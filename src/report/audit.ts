import type { Audit, AuditChange } from '../model/audit.ts';
import { renderDocument } from './document.ts';
import { prose } from './markup.ts';
import { visible } from './visible.ts';
import { counted } from './wording.ts';

/** One line of the table, whatever it is about: who reads it filters by the first column. */
interface Row {
  readonly record: 'change' | 'client' | 'accepted' | 'account without entries' | 'not shown';
  readonly at?: string;
  readonly what?: string;
  readonly file?: string;
  readonly path?: string;
  readonly commit?: string;
  readonly author?: string;
  readonly subject?: string;
  readonly 'pull request'?: string;
  readonly approvers?: string;
  readonly 'apply run'?: string;
  readonly 'applied at'?: string;
  readonly client?: string;
  readonly issuer?: string;
  readonly url?: string;
  readonly account?: string;
  readonly reason?: string;
  readonly until?: string;
}

const COLUMNS = [
  ...['record', 'at', 'what', 'file', 'path', 'commit', 'author', 'subject', 'pull request', 'approvers'],
  ...['apply run', 'applied at', 'client', 'issuer', 'url', 'account', 'reason', 'until'],
] as readonly (keyof Row)[];

const UNKNOWN = 'not known';

const requestText = ({ request }: AuditChange): string => {
  if (request === undefined) return '';
  return request.url ?? `#${request.number}${request.from === 'subject' ? ' (by its subject)' : ''}`;
};

const changeRow = (change: AuditChange): Row => ({
  record: 'change',
  at: change.at,
  what: change.action,
  file: change.file,
  commit: change.commit,
  author: change.author,
  subject: change.subject,
  'pull request': requestText(change),
  approvers: change.approvers?.join(' ') ?? UNKNOWN,
  'apply run': change.applied?.url ?? UNKNOWN,
  'applied at': change.applied?.at ?? UNKNOWN,
});

const rowsOf = ({ changes, clients, accepted, uncovered, missing }: Audit): readonly Row[] => [
  ...changes.map(changeRow),
  ...clients.map((one): Row => ({ record: 'client', ...one })),
  ...accepted.map(
    ({ rule, path, reason, until }): Row => ({
      record: 'accepted',
      what: rule,
      path,
      reason,
      until: until ?? 'no end',
    }),
  ),
  ...uncovered.map((account): Row => ({ record: 'account without entries', account })),
  ...missing.map((reason): Row => ({ record: 'not shown', reason })),
];

/**
 * A cell in quotes, whose text no program takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection
 * Everything in it is seen, so that it stays on its line.
 */
const cell = (text: string): string => {
  const shown = visible(text);
  const calm = /^\s*[=+\-@|%]/u.test(shown) ? `'${shown}` : shown;
  return `"${calm.replaceAll('"', '""')}"`;
};

/** The audit as CSV (RFC 4180), with a line of titles. */
export const auditCsv = (audit: Audit): string =>
  [COLUMNS, ...rowsOf(audit).map((row) => COLUMNS.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');

/** What a job's summary tells of it: how much it is, and what is not in it. */
export const auditMarkdown = ({ changes, clients, accepted, uncovered, missing }: Audit, limit: number): string => {
  const counts = [
    counted(changes.length, 'change'),
    counted(clients.length, 'place of a client', 'places of clients'),
    counted(accepted.length, 'accepted finding'),
    counted(uncovered.length, 'account without entries', 'accounts without entries'),
  ];
  return renderDocument(
    [
      { type: 'heading', text: 'Audit' },
      { type: 'paragraph', text: prose(`${counts.join(', ')}. The log has them as CSV, the output result as JSON.`) },
      {
        type: 'table',
        title: 'Not shown',
        columns: ['What'],
        rows: missing.map((text) => [prose(text)]),
        one: 'thing',
      },
    ],
    limit,
  );
};
