import { isDeepStrictEqual } from 'node:util';
import { parseSyntax } from '../document/read.ts';
import { CONFIGURATION_LIMITS, type ListNode, type MapNode, pairOf, plainMap } from '../document/syntax.ts';
import { isObject } from '../model/json.ts';
import { parseConfiguration } from './load.ts';

/** A client of a user pool, with the one registration that it serves. */
export interface ClientToAdd {
  /** The issuer's identifier. */
  readonly issuer: string;
  /** The user pool's account. */
  readonly account: string;
  readonly id: string;
  /** What it serves, as `for` names it: `111111111111/pricing-tools/`. */
  readonly serves: string;
}

/** The configuration with the clients, or why it was left alone. The same text: they stand there already. */
export type WithClients = { readonly text: string } | { readonly refused: string };

type Issuer = { readonly issuer: string; readonly account: string; readonly clients: readonly object[] };

const clientValue = ({ id, serves }: ClientToAdd): object => ({ id, secret: 'cognito', for: [serves] });

const issuerValue = (client: ClientToAdd): Issuer => ({
  issuer: client.issuer,
  account: client.account,
  clients: [clientValue(client)],
});

/** JSON in one line is YAML too; a client is read at a glance where its keys have no quotes. */
const clientLine = ({ id, serves }: ClientToAdd): string =>
  `{ id: ${JSON.stringify(id)}, secret: cognito, for: [${JSON.stringify(serves)}] }`;

const issuerLines = (client: ClientToAdd): readonly string[] => [
  `- issuer: ${JSON.stringify(client.issuer)}`,
  `  account: ${JSON.stringify(client.account)}`,
  '  clients:',
  `    - ${clientLine(client)}`,
];

/** The block of clients as it stands in a configuration that has none. */
const issuersBlock = (clients: readonly ClientToAdd[]): readonly string[] =>
  clients.length === 0 ? [] : ['issuers:', ...clients.flatMap(issuerLines).map((line) => `  ${line}`)];

const isFlow = (text: string, list: ListNode): boolean => text[list.start] === '[';

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Offset of the end of the line, before its line break; a comment behind a value belongs to the value's line. */
const lineEnd = (text: string, offset: number): number => {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
};

const breakOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const inserted = (text: string, at: number, more: string): string => `${text.slice(0, at)}${more}${text.slice(at)}`;

/** Adds an item behind the last one of a list, in the list's own form. `lines`: as it stands in a list of lines; `flow`: in `[…]`. */
const append = (text: string, list: ListNode, { lines, flow }: { lines: readonly string[]; flow: string }): string => {
  const last = list.items.at(-1);
  if (isFlow(text, list)) return inserted(text, last?.end ?? list.start + 1, last === undefined ? flow : `, ${flow}`);
  const indent = ' '.repeat(list.start - lineStart(text, list.start));
  // A block text at the end takes its line break with it.
  const at = lineEnd(text, text.slice(0, list.end).trimEnd().length);
  return inserted(text, at, lines.map((line) => `${breakOf(text)}${indent}${line}`).join(''));
};

const listIn = (map: MapNode, key: string): ListNode | undefined => {
  const value = pairOf(map, key)?.value;
  return value?.type === 'list' ? value : undefined;
};

/** A key that the file does not have yet: behind everything else. */
const withKey = (text: string, root: MapNode, client: ClientToAdd): string => {
  if (root.flow) {
    const last = root.pairs.at(-1);
    const pair = `"issuers": ${JSON.stringify([issuerValue(client)])}`;
    return inserted(text, last?.value.end ?? root.start + 1, last === undefined ? pair : `, ${pair}`);
  }
  const newline = breakOf(text);
  const gap = text === '' || text.endsWith('\n') ? '' : newline;
  return `${text}${gap}${issuersBlock([client]).join(newline)}${newline}`;
};

const added = (text: string, root: MapNode, client: ClientToAdd): string => {
  const pair = pairOf(root, 'issuers');
  const issuers = listIn(root, 'issuers');
  if (issuers === undefined) return pair === undefined ? withKey(text, root, client) : text;
  const own = issuers.items.find(
    (item): item is MapNode => item.type === 'map' && plainMap(item)['issuer'] === client.issuer,
  );
  if (own === undefined) {
    return append(text, issuers, { lines: issuerLines(client), flow: JSON.stringify(issuerValue(client)) });
  }
  const clients = listIn(own, 'clients');
  if (clients === undefined) return text;
  return append(text, clients, { lines: [`- ${clientLine(client)}`], flow: JSON.stringify(clientValue(client)) });
};

const issuersIn = (values: Readonly<Record<string, unknown>>): readonly unknown[] =>
  Array.isArray(values['issuers']) ? values['issuers'] : [];

const clientsIn = (issuer: unknown): readonly unknown[] => {
  const clients = isObject(issuer) ? issuer['clients'] : undefined;
  return Array.isArray(clients) ? clients : [];
};

const isOf =
  (client: ClientToAdd) =>
  (issuer: unknown): boolean =>
    isObject(issuer) && issuer['issuer'] === client.issuer;

/** Whether the issuer's client stands there: what it serves is then what people wrote. */
const stands = (values: Readonly<Record<string, unknown>>, client: ClientToAdd): boolean =>
  issuersIn(values)
    .filter(isOf(client))
    .flatMap(clientsIn)
    .some((one) => isObject(one) && one['id'] === client.id);

/** What the file's values are with the client. */
const expected = (values: Readonly<Record<string, unknown>>, client: ClientToAdd): unknown => {
  const issuers = issuersIn(values);
  const at = issuers.findIndex(isOf(client));
  if (at < 0) return { ...values, issuers: [...issuers, issuerValue(client)] };
  const grown = issuers.map((issuer, index) =>
    index === at ? { ...Object(issuer), clients: [...clientsIn(issuer), clientValue(client)] } : issuer,
  );
  return { ...values, issuers: grown };
};

const LEFT = 'the clients can’t be added there without changing something else: add them by hand.';

const withClient = (path: string, text: string, client: ClientToAdd): WithClients => {
  const isEmpty = text.replaceAll(/#.*/g, '').trim() === '';
  const before = isEmpty ? undefined : parseSyntax(path, text, CONFIGURATION_LIMITS);
  if (before !== undefined && 'faults' in before) return { refused: before.faults[0]?.text ?? LEFT };
  const empty: MapNode = { type: 'map', flow: false, pairs: [], start: 0, end: 0 };
  const root = before?.root ?? empty;
  const values = plainMap(root);
  if (stands(values, client)) return { text };
  const result = before === undefined ? withKey(text, empty, client) : added(text, root, client);
  const after = parseSyntax(path, result, CONFIGURATION_LIMITS);
  if ('faults' in after || !isDeepStrictEqual(plainMap(after.root), expected(values, client))) return { refused: LEFT };
  const wrong = parseConfiguration(path, result).problems.find(({ severity }) => severity === 'error');
  return wrong === undefined ? { text: result } : { refused: wrong.text };
};

/**
 * Adds clients of user pools to a configuration's text, each at its place, and not one byte besides: an issuer that is there
 * gets the client, and a client that is there stays as people wrote it. The result is read again: unless it says what it
 * said before and the clients, it is refused.
 */
export const addClients = (path: string, text: string, clients: readonly ClientToAdd[]): WithClients =>
  clients.reduce<WithClients>((done, client) => ('text' in done ? withClient(path, done.text, client) : done), {
    text,
  });

/** A client that one text has and another has not. */
export interface ClientBeside {
  readonly issuer: string;
  readonly id: string;
  readonly serves: readonly string[];
}

/** The clients that `after` lists and `before` does not, as the configuration names them. */
export const clientsBeside = (
  path: string,
  { before, after }: { readonly before: string; readonly after: string },
): readonly ClientBeside[] => {
  const listed = (text: string): readonly ClientBeside[] =>
    (parseConfiguration(path, text).configuration.issuers ?? []).flatMap(({ issuer, clients }) =>
      clients.map((client) => ({ issuer, id: client.id, serves: client.for ?? [] })),
    );
  const known = listed(before);
  return listed(after).filter(({ issuer, id }) => !known.some((one) => one.issuer === issuer && one.id === id));
};
