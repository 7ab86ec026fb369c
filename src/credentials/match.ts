import { splitArn } from '../model/arn.ts';
import { isCallers } from '../model/callers.ts';
import { authorizerOf } from '../model/entry-parts.ts';
import type { Client, Issuer } from '../model/generated/configuration.ts';
import type { Authorizer, EntryFile } from '../model/generated/entry.ts';
import { comparableUrl, discoveryUrls } from '../model/issuer-urls.ts';
import { sharedTenantOf } from '../model/vendors/table.ts';
import { cleaned } from '../net/masks.ts';
import { type Covered, coversResource, coversUrls, spansAccounts } from './coverage.ts';
import type { Suggestion } from './suggestion.ts';

/** A client of an issuer, both as configured, with what one entry may ask it for. */
export interface ClientChoice {
  readonly issuer: Issuer;
  readonly client: Client;
  /** The configured scope, narrowed by the entry's `credential.scope`. */
  readonly scope?: string;
}

/** Whether, and from which client, an entry gets its token. */
export type Match =
  | { readonly type: 'client'; readonly choice: ClientChoice; readonly warning?: string }
  | { readonly type: 'none'; readonly text: string }
  | { readonly type: 'uncovered'; readonly text: string; readonly suggestion: Suggestion }
  | { readonly type: 'ambiguous'; readonly text: string; readonly hint: string }
  | { readonly type: 'refused'; readonly text: string; readonly hint: string };

type Pair = Omit<ClientChoice, 'scope'>;

const shown = (text: string): string => cleaned(text, 200);
const named = ({ issuer, client }: Pair): string => `client ${shown(client.id)} of ${shown(issuer.issuer)}`;
const pairsOf = (issuers: readonly Issuer[]): readonly Pair[] =>
  issuers.flatMap((issuer) => issuer.clients.map((client) => ({ issuer, client })));

const scopes = (text: string): readonly string[] => text.split(/\s+/).filter((scope) => scope !== '');

/** Narrows the configured scope by what the entry asks for, which may only leave parts out. */
const narrowed = (pair: Pair, wanted: string | undefined): Match => {
  const configured = pair.client.scope;
  if (wanted === undefined) {
    return { type: 'client', choice: { ...pair, ...(configured === undefined ? {} : { scope: configured }) } };
  }
  const allowed = new Set(scopes(configured ?? ''));
  const beyond = scopes(wanted).filter((scope) => !allowed.has(scope));
  if (beyond.length === 0) return { type: 'client', choice: { ...pair, scope: scopes(wanted).join(' ') } };
  return {
    type: 'refused',
    text: `credential.scope asks for ${shown(beyond.join(' '))}, which ${named(pair)} is not configured for.`,
    hint: 'An entry can only narrow the scope of the configuration: list the scope at the client there.',
  };
};

interface Covering {
  readonly pairs: readonly Pair[];
  readonly wanted: { readonly client?: string; readonly scope?: string };
  /** What is said when nothing covers the entry. */
  readonly uncovered: () => Match;
}

const choose = ({ pairs, wanted, uncovered }: Covering): Match => {
  if (pairs.length === 0) return uncovered();
  const picked = wanted.client === undefined ? pairs : pairs.filter(({ client }) => client.id === wanted.client);
  const [pair, ...others] = picked;
  if (pair === undefined) {
    return {
      type: 'refused',
      text: `credential.client names ${shown(wanted.client ?? '')}, and the configuration allows this entry only ${pairs.map(named).join(', ')}.`,
      hint: 'Name one of these, leave credential.client out, or let the client cover the entry in the configuration.',
    };
  }
  if (others.length > 0) {
    return {
      type: 'ambiguous',
      text: `${picked.length} clients cover this entry: ${picked.map(named).join(', ')}.`,
      hint: 'Name one under credential.client in the entry, or narrow their `for` in the configuration.',
    };
  }
  return narrowed(pair, wanted.scope);
};

/** A client whose globs reach several accounts serves none of them before a person says that this is meant. */
const refusedSpan = (pair: Pair): Match | undefined => {
  if (pair.client.shared === true || !spansAccounts(pair.client)) return undefined;
  return {
    type: 'refused',
    text: `${named(pair)} covers entries of several accounts without saying so.`,
    hint: 'Begin each of its `for` with one account (111111111111/*), or add `shared: true` to the client.',
  };
};

const matchResource = (entry: EntryFile, resource: Covered, found: Found): Match => {
  const { authorizer, index } = found;
  if (authorizer.type !== 'CUSTOM_JWT' && authorizer.discoveryUrl === undefined) {
    return { type: 'none', text: `Its authorizer is ${shown(authorizer.type)}, which takes no token.` };
  }
  const discoveryUrl = authorizer.discoveryUrl ?? '';
  if (splitArn(resource.arn).account !== resource.account) {
    return {
      type: 'refused',
      text: `Its ARN ${shown(resource.arn)} belongs to another account than ${shown(resource.account)}.`,
      hint: 'Run scan again: it writes source.',
    };
  }
  const shared = sharedTenantOf(discoveryUrl);
  if (shared !== undefined) {
    return {
      type: 'refused',
      text: `Its discovery URL ${shown(discoveryUrl)} stands for every tenant of ${shared.title}, not for one issuer.`,
      hint: "Give the resource's authorizer the discovery URL of one tenant.",
    };
  }
  const wanted = comparableUrl(discoveryUrl);
  const matching = (wanted === undefined ? undefined : index.get(wanted)) ?? [];
  const pairs = pairsOf(matching).filter(({ client }) => coversResource(client, resource));
  const match = choose({
    pairs,
    wanted: entry.credential ?? {},
    uncovered: () => uncoveredResource(resource, authorizer, matching[0]),
  });
  return match.type === 'client' ? (refusedSpan(match.choice) ?? warned(match, authorizer)) : match;
};

const uncoveredResource = (resource: Covered, authorizer: Authorizer, issuer: Issuer | undefined): Match => ({
  type: 'uncovered',
  text:
    issuer === undefined
      ? `No configured issuer has the discovery URL ${shown(authorizer.discoveryUrl ?? '(none)')}.`
      : `No client of ${shown(issuer.issuer)} covers ${resource.account}${shown(resource.path)}.`,
  suggestion: {
    ...(issuer === undefined ? {} : { issuer: issuer.issuer }),
    ...(authorizer.discoveryUrl === undefined ? {} : { discoveryUrl: authorizer.discoveryUrl }),
    allowedClients: authorizer.allowedClients ?? [],
    covers: { for: [`${resource.account}${resource.path}`] },
  },
});

/** What the resource will probably say to the token. It never changes which client is taken. */
const warned = (match: Extract<Match, { type: 'client' }>, { allowedClients }: Authorizer): Match => {
  const { client } = match.choice;
  if (allowedClients === undefined || allowedClients.length === 0 || allowedClients.includes(client.id)) return match;
  return { ...match, warning: `The resource's authorizer does not list the client ${shown(client.id)}.` };
};

const matchUrls = (entry: EntryFile, urls: readonly string[], issuers: readonly Issuer[]): Match => {
  const origins = [...new Set(urls.map((url) => URL.parse(url)?.origin ?? url))];
  return choose({
    pairs: pairsOf(issuers).filter(({ client }) => coversUrls(client, urls)),
    wanted: entry.credential ?? {},
    uncovered: () =>
      'source' in entry && entry.credential === undefined
        ? { type: 'none', text: `No client lists ${shown(origins.join(', '))}, and the entry asks for no credential.` }
        : {
            type: 'uncovered',
            text: `No client lists ${shown(origins.join(', '))} under \`urls\`.`,
            suggestion: {
              ...(issuers[0] === undefined ? {} : { issuer: issuers[0].issuer }),
              covers: { urls: origins },
            },
          },
  });
};

/** Issuers by each of their discovery URLs, as they are compared. */
type IssuerIndex = ReadonlyMap<string, readonly Issuer[]>;

interface Found {
  readonly authorizer: Authorizer;
  readonly index: IssuerIndex;
}

const indexOf = (issuers: readonly Issuer[]): IssuerIndex => {
  const index = new Map<string, Issuer[]>();
  for (const issuer of issuers) {
    const urls = new Set(discoveryUrls(issuer).map(comparableUrl));
    for (const url of urls) if (url !== undefined) index.set(url, [...(index.get(url) ?? []), issuer]);
  }
  return index;
};

/** Finds the client of an entry; `path` is the registration's where it is not the entry's own (a runtime's named endpoint). */
export type Matcher = (entry: EntryFile, path?: string) => Match;

/**
 * Finds the one client that may ask for an entry's token. A resource with an authorizer, such as a gateway or runtime, needs an issuer whose discovery URL equals
 * its own as a whole, and a client of that issuer whose `for` covers it; one without, such as a target, and a manual entry need a client whose
 * `urls` list every origin that the token would reach. Nothing in `source` chooses a client, a scope or an audience.
 */
export const createMatcher = (issuers: readonly Issuer[]): Matcher => {
  const index = indexOf(issuers);
  return (entry, path = entry.registration.path) => {
    if (isCallers(entry)) return { type: 'none', text: 'Its callers send their own token.' };
    if ('source' in entry) {
      const authorizer = authorizerOf(entry);
      const { account, arn, url } = entry.source;
      return authorizer === undefined
        ? matchUrls(entry, [url], issuers)
        : matchResource(entry, { account, arn, path }, { authorizer, index });
    }
    const { url, mcpEndpoint, sseEndpoint, authScheme } = entry.registration;
    if (authScheme !== 'bearer') return { type: 'none', text: 'The entry asks for no bearer token.' };
    const urls = [url, mcpEndpoint, sseEndpoint].filter((text) => text !== undefined);
    return matchUrls(entry, urls, issuers);
  };
};
