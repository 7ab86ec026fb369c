import { isUnused, type ReportedClient, type SecretPlace } from '../model/reported-clients.ts';
import { renderDocument } from './document.ts';
import { code, lines, type Markup, prose, shortened, strong } from './markup.ts';
import { type Cell, table } from './table.ts';
import { type Line, renderText, type TextOptions } from './text.ts';
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

/** Each client with the place of its secret and the entries that it covers. */
export const clientsText = (clients: readonly ReportedClient[], options: TextOptions): string => {
  const all = clients.flatMap((one, at): Line[] => [...(at === 0 ? [] : [[]]), ...clientLines(one, options)]);
  return renderText(all.length === 0 ? [['The configuration has no clients.']] : all, options.colour);
};

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

/** The same as Markdown in at most `limit` bytes, unused ones first. */
export const clientsMarkdown = (clients: readonly ReportedClient[], limit: number): string => {
  const sorted = clients.toSorted((a, b) => Number(isUnused(b)) - Number(isUnused(a)));
  const unused = clients.filter(isUnused).length;
  return renderDocument(
    [
      { type: 'heading', text: 'Clients' },
      { type: 'paragraph', text: prose(`${counted(clients.length, 'client')}, ${number(unused)} unused`) },
      {
        type: 'table',
        title: 'Clients',
        columns: ['Client', 'Issuer', 'Secret', 'Covers'],
        rows: sorted.map((one) => [cell(one.client), cell(one.issuer), cell(secretText(one)), coversMarkup(one)]),
        one: 'client',
      },
    ],
    limit,
  );
};
