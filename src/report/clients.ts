import type { Problem } from '../model/problem.ts';
import { isUnused, type ReportedClient, type SecretPlace } from '../model/reported-clients.ts';
import { code, lines, type Markup, prose, shortened, strong } from './markup.ts';
import type { Report } from './report.ts';
import { type Cell, table } from './table.ts';
import type { Line, TextOptions } from './text.ts';
import { counted, number } from './wording.ts';

const LONGEST = 300;

/** Entries of one client that Markdown names; the rest is counted. */
const NAMED = 20;

const placeText = (place: SecretPlace): string => {
  switch (place.in) {
    case 'environment':
      return place.name;
    case 'secretsmanager':
      return place.key === undefined ? place.arn : `${place.arn} (key ${place.key})`;
    case 'cognito':
      return 'Cognito';
    case 'github-oidc':
      return "none: GitHub's own token";
  }
};

const secretText = ({ secrets }: ReportedClient): string => secrets.map(placeText).join(' or ');

/** `result` of clients (schemas/output.schema.json, ClientsResult). */
export const clientsResult = (clients: readonly ReportedClient[]) => ({
  clients: clients.map((one) => ({ ...one, unused: isUnused(one) })),
});

const COLUMNS = [{ title: 'path' }, { title: 'account', style: 'dim' }, { title: 'file', style: 'dim' }] as const;

const clientLines = (one: ReportedClient, { width }: TextOptions): readonly Line[] => {
  const rows = one.entries.map((entry): Cell[] => [
    entry.path,
    entry.account ?? '',
    entry.settled ? entry.file : `${entry.file} (not settled)`,
  ]);
  return [
    [{ text: one.client, style: 'bold' }, `  ${one.issuer}`],
    [{ text: `  secret: ${secretText(one)}`, style: 'dim' }],
    ...one.registries.map((name): Line => [`  gets the token of the registry ${name}`]),
    ...(isUnused(one) ? [['  ', { text: 'unused: it covers no entry', style: 'yellow' as const }]] : []),
    ...table({ columns: COLUMNS, rows, width, indent: 2, titles: false }),
  ];
};

const clientsLines = (clients: readonly ReportedClient[], options: TextOptions): readonly Line[] =>
  clients.flatMap((one, at): Line[] => [...(at === 0 ? [] : [[]]), ...clientLines(one, options)]);

const cell = (text: string): Markup => code(shortened(text, LONGEST));

const coversMarkup = (one: ReportedClient): Markup => {
  if (isUnused(one)) return strong('unused');
  const more = one.entries.length - NAMED;
  return lines(
    ...one.registries.map((name) => prose(`the registry ${shortened(name, LONGEST)}`)),
    ...one.entries.slice(0, NAMED).map(({ path }) => cell(path)),
    prose(more > 0 ? `and ${number(more)} more` : ''),
  );
};

/** Each client with the place of its secret and the entries that it covers; on a page unused ones first. */
export const clientsReport = (clients: readonly ReportedClient[], problems: readonly Problem[]): Report => {
  const unused = clients.filter(isUnused);
  const rows = [...unused, ...clients.filter((one) => !isUnused(one))].map((one) => [
    one.client,
    one.issuer,
    secretText(one),
    { text: isUnused(one) ? 'unused' : counted(one.entries.length, 'entry', 'entries'), markup: coversMarkup(one) },
  ]);
  return {
    title: 'Clients',
    counts:
      clients.length === 0
        ? 'The configuration has no clients'
        : `${counted(clients.length, 'client')}, ${number(unused.length)} unused`,
    parts: [
      {
        type: 'table',
        title: 'Clients',
        columns: [
          { title: 'client', code: true },
          { title: 'issuer', code: true },
          { title: 'secret', code: true },
          { title: 'covers' },
        ],
        rows,
        screen: (options) => clientsLines(clients, options),
        one: 'client',
      },
    ],
    problems,
  };
};
