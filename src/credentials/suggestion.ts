import { compareTexts } from '../model/compare-texts.ts';
import type { Client } from '../model/generated/configuration.ts';
import { issuerOfDocument } from '../model/vendors/table.ts';

/** Texts that can stand in a suggestion: visible ASCII, so that nothing in it shows as something else. */
const PLAIN = /^[\x21-\x7e]{1,512}$/;
const DOCUMENT = /\/\.well-known\/(openid-configuration|oauth-authorization-server)\/?$/;
const OAUTH_DOCUMENT = /^(https:\/\/[^/]+)\/\.well-known\/(?:oauth-authorization-server|openid-configuration)(\/.+)$/;

const quoted = (text: string): string => JSON.stringify(text);

/** The issuer that a discovery URL most likely belongs to, as lines of the configuration. */
const issuerLines = (discoveryUrl: string): readonly string[] => {
  const own = issuerOfDocument(discoveryUrl);
  if (own !== undefined) return [`  - issuer: ${quoted(own)}`, `    discoveryUrl: ${quoted(discoveryUrl)}`];
  const inserted = OAUTH_DOCUMENT.exec(discoveryUrl);
  const issuer = inserted ? `${inserted[1]}${inserted[2]}` : discoveryUrl.replace(DOCUMENT, '');
  return [`  - issuer: ${quoted(issuer)}`];
};

export interface Suggestion {
  /** The configured issuer, where there is one. */
  readonly issuer?: string;
  /** What the resource names, where no issuer is configured for it. */
  readonly discoveryUrl?: string;
  /** Clients that the resource's owner allows: named in a comment, or as the id when it is one. */
  readonly allowedClients?: readonly string[];
  /** The client's `for` or `urls`. */
  readonly covers: Pick<Client, 'for' | 'urls'>;
}

/** Entries of one account above which a glob stands for them, where no other client of that issuer can be meant there. */
const MANY = 5;

const isPlain = ({ issuer, discoveryUrl, covers }: Suggestion): boolean =>
  [issuer, discoveryUrl, ...(covers.for ?? []), ...(covers.urls ?? [])]
    .filter((text) => text !== undefined)
    .every((text) => PLAIN.test(text));

/** The line of the client: the one that the resource's owner allows, or a blank with those that may be meant. */
const clientLine = ({ allowedClients = [] }: Suggestion, count: number): string => {
  const named = allowedClients.filter((id) => PLAIN.test(id)).slice(0, 5);
  const [only] = named;
  if (only === undefined || allowedClients.length > 1)
    return `      - id: "<client id>"${named.length > 0 ? ` # its owner allows ${named.map(quoted).join(', ')}` : ''}`;
  const meant = count === 1 ? 'this entry' : `these ${count} entries`;
  return `      - id: ${quoted(only)} # named by ${count === 1 ? 'its owner' : 'their owners'}: make sure that it is meant for ${meant}`;
};

const accountOf = (glob: string): string => /^\d{12}(?=\/)/.exec(glob)?.[0] ?? '';

/** What a client serves, each path by name; of an account with many, and with this client alone, a glob. */
const globsOf = (globs: readonly string[], sharedAccounts: ReadonlySet<string>): readonly string[] =>
  [...Map.groupBy(globs, accountOf)].flatMap(([account, members]) =>
    account === '' || members.length <= MANY || sharedAccounts.has(account) ? members : [`${account}/*`],
  );

const clientLines = (suggestions: readonly Suggestion[], sharedAccounts: ReadonlySet<string>): readonly string[] => {
  const [first] = suggestions;
  if (first === undefined) return [];
  const key = first.covers.urls === undefined ? 'for' : 'urls';
  const globs = [...new Set(suggestions.flatMap(({ covers }) => covers[key] ?? []))].toSorted(compareTexts);
  const accounts = new Set(globs.map(accountOf));
  return [
    clientLine(first, suggestions.length),
    `        ${key}: [${globsOf(globs, sharedAccounts).map(quoted).join(', ')}]`,
    ...(key === 'for' && accounts.size > 1 ? [`        shared: true # for entries of ${accounts.size} accounts`] : []),
  ];
};

const issuerBlock = (head: readonly string[], suggestions: readonly Suggestion[]): readonly string[] => {
  const clients = [
    ...Map.groupBy(
      suggestions,
      (one) => `${clientLine(one, 1)} ${one.covers.urls === undefined ? 'for' : 'urls'}`,
    ).values(),
  ];
  const counts = new Map<string, number>();
  for (const members of clients)
    for (const account of new Set(members.flatMap(({ covers }) => (covers.for ?? []).map(accountOf))))
      counts.set(account, (counts.get(account) ?? 0) + 1);
  // An issuer that is configured has clients of its own, which a glob could get in the way of.
  const isKnown = suggestions.some(({ issuer }) => issuer !== undefined);
  const shared = new Set([...counts].flatMap(([account, count]) => (count > 1 || isKnown ? [account] : [])));
  return [...head, '    clients:', ...clients.flatMap((members) => clientLines(members, shared))];
};

const headOf = ({ issuer, discoveryUrl }: Suggestion): readonly string[] =>
  issuer === undefined ? issuerLines(discoveryUrl ?? '<issuer>') : [`  - issuer: ${quoted(issuer)}`];

const sortKey = ({ issuer, discoveryUrl, allowedClients, covers }: Suggestion): string =>
  JSON.stringify([issuer ?? discoveryUrl, allowedClients, covers.for ?? covers.urls]);

/**
 * The lines to add to agentcore-sync.yaml so that entries get their tokens: one block for all of them, each issuer and
 * client once. They are a proposal for a person to judge: the client ids come from whoever owns the resources, and a
 * comment says so. What a stranger's text could mislead by is left out; empty when nothing is left.
 */
export const suggestedLines = (suggestions: readonly Suggestion[]): readonly string[] => {
  // They come as their answers came: the order must not depend on it.
  const plain = suggestions.filter(isPlain).toSorted((a, b) => compareTexts(sortKey(a), sortKey(b)));
  if (plain.length === 0) return [];
  const issuers = Map.groupBy(plain, (one) => headOf(one).join('\n'));
  return [
    'issuers:',
    ...[...issuers.values()].flatMap((members) =>
      members[0] === undefined ? [] : issuerBlock(headOf(members[0]), members),
    ),
  ];
};
