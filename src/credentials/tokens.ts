import { SyncError } from '../model/errors.ts';
import type { Client, Issuer } from '../model/generated/configuration.ts';
import type { EntryFile } from '../model/generated/entry.ts';
import { comparableUrl } from '../model/issuer-urls.ts';
import { createGate } from '../net/gate.ts';
import { cleaned } from '../net/masks.ts';
import { discoverIssuer, type IssuerMetadata } from './discovery.ts';
import { type ClientProof, type GrantDependencies, requestToken } from './grant.ts';
import { type ClientChoice, createMatcher } from './match.ts';
import { issuerError } from './oauth-errors.ts';
import { type Issued, renewing } from './renewal.ts';
import type { Suggestion } from './suggestion.ts';
import { tokenParameters } from './token-parameters.ts';

export interface TokensDependencies extends GrantDependencies {
  readonly issuers: readonly Issuer[];
  /** What a client proves itself with (secrets.ts). */
  readonly proofOf: (issuer: Issuer, client: Client) => Promise<ClientProof>;
  /** Token requests side by side. */
  readonly concurrency: number;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
}

/** Who asked, as the configuration spells it. */
interface Asked {
  readonly issuer: string;
  readonly client: string;
}

/** What came of an entry's token. Only `token` holds one; nothing of the others is secret. */
export type TokenResult =
  | (Asked & Issued & { readonly type: 'token'; readonly warning?: string })
  | { readonly type: 'none'; readonly text: string }
  /** No client, or more than one, or one that must not: nothing was sent. The suggestion is what the configuration lacks. */
  | { readonly type: 'uncovered'; readonly text: string; readonly hint?: string; readonly suggestion?: Suggestion }
  | (Asked & { readonly type: 'failed'; readonly error: SyncError });

export interface Tokens {
  /**
   * The token that an entry's registration gets; `path` where it is not the entry's own. Never rejects: entries of one
   * client share its token, or its one failure.
   */
  readonly tokenFor: (entry: EntryFile, path?: string) => Promise<TokenResult>;
  /** A token of one listed client, for the registry itself. Rejects with SyncError. */
  readonly clientToken: (issuer: string, client: string) => Promise<Issued>;
}

/** One token, renewed at three quarters of its life; the first failure holds for the rest of the run. */
const shared = (request: () => Promise<Issued>, deps: TokensDependencies): (() => Promise<Issued>) => {
  const current = renewing(request, deps);
  let failure: { readonly error: unknown } | undefined;
  return async () => {
    if (failure) throw failure.error;
    try {
      return await current();
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
};

/** Makes each value once, whoever asks. */
const once = <Value>(): ((key: string, make: () => Value) => Value) => {
  const made = new Map<string, Value>();
  return (key, make) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make();
    made.set(key, value);
    return value;
  };
};

const asked = ({ issuer, client }: ClientChoice): Asked => ({ issuer: issuer.issuer, client: client.id });

const listed = (issuers: readonly Issuer[], wanted: Asked): ClientChoice => {
  const named = comparableUrl(wanted.issuer);
  const found = issuers
    .filter(({ issuer }) => named !== undefined && comparableUrl(issuer) === named)
    .flatMap((issuer) => issuer.clients.map((client) => ({ issuer, client })))
    .filter(({ client }) => client.id === wanted.client);
  const [choice, ...others] = found;
  if (choice === undefined || others.length > 0) {
    const what = `request a token for client ${cleaned(wanted.client, 100)} of ${cleaned(wanted.issuer, 200)}`;
    const met = choice === undefined ? 'is not configured' : 'is configured more than once';
    throw new SyncError('token', 'no-client', `${what}: it ${met}`, {
      hint: 'List the client once below that issuer, under issuers in the configuration.',
    });
  }
  return { ...choice, ...(choice.client.scope === undefined ? {} : { scope: choice.client.scope }) };
};

/**
 * The tokens of one run: one document for each issuer, one token for each (issuer, client entry, scope, audience,
 * resource) however many registrations it serves, side by side within a bound. A client that is refused, or an issuer that
 * cannot be reached, is asked once and fails for all its entries; the others go on.
 */
export const createTokens = (deps: TokensDependencies): Tokens => {
  const limited = createGate(deps.concurrency);
  const matchClient = createMatcher(deps.issuers);
  const metadata = once<Promise<IssuerMetadata>>();
  const sources = once<() => Promise<Issued>>();

  const request = (choice: ClientChoice) => async (): Promise<Issued> => {
    const { issuer, client } = choice;
    try {
      const parameters = tokenParameters(issuer, client, choice.scope);
      const place = JSON.stringify([issuer.issuer, issuer.discoveryUrl, issuer.tokenEndpoint]);
      const document = await metadata(place, () => limited(() => discoverIssuer(issuer, deps)));
      const proof = await deps.proofOf(issuer, client);
      return await limited(() => requestToken({ issuer, client, metadata: document, proof, parameters }, deps));
    } catch (error) {
      throw issuerError(
        error,
        `request a token for client ${cleaned(client.id, 100)} of ${cleaned(issuer.issuer, 200)}`,
      );
    }
  };
  const issued = (choice: ClientChoice): Promise<Issued> => {
    const { issuer, client, scope } = choice;
    const entry = [deps.issuers.indexOf(issuer), issuer.clients.indexOf(client)];
    const key = JSON.stringify([...entry, scope, client.audience, client.resource]);
    return sources(key, () => shared(request(choice), deps))();
  };

  return {
    tokenFor: async (entry, path) => {
      const match = matchClient(entry, path);
      switch (match.type) {
        case 'none':
          return match;
        case 'uncovered':
          return match;
        case 'ambiguous':
        case 'refused':
          return { type: 'uncovered', text: match.text, hint: match.hint };
        case 'client':
          try {
            const warning = match.warning === undefined ? {} : { warning: match.warning };
            return { type: 'token', ...asked(match.choice), ...(await issued(match.choice)), ...warning };
          } catch (error) {
            return { type: 'failed', ...asked(match.choice), error: issuerError(error, 'request a token') };
          }
      }
    },
    clientToken: async (issuer, client) => request(listed(deps.issuers, { issuer, client }))(),
  };
};
