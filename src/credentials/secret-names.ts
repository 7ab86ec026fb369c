import { SyncError } from '../model/errors.ts';
import type { Client, Issuer } from '../model/generated/configuration.ts';
import { comparableUrl } from '../model/issuer-urls.ts';
import { VENDORS } from '../model/vendors/table.ts';
import { cleaned } from '../net/masks.ts';

/** A secret's value and the variable that it was in. */
export interface NamedSecret {
  readonly name: string;
  readonly value: string;
}

/** Looks a variable up, wherever variables are; empty ones are absent. */
export type Lookup = (name: string) => string | undefined;

interface Pair {
  readonly issuer: Issuer;
  readonly client: Client;
}

const PREFIX = 'OAUTH_CLIENT_SECRET_';

/** Variables of a client's secret: with the id as it is, then as a name that every shell and GitHub accept. */
export const secretNames = (clientId: string): readonly string[] => [
  ...new Set([`${PREFIX}${clientId}`, `${PREFIX}${clientId.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`]),
];

const identity = ({ issuer, client }: Pair): string => `${comparableUrl(issuer.issuer) ?? issuer.issuer} ${client.id}`;
const shown = ({ issuer, client }: Pair): string =>
  `client ${cleaned(client.id, 100)} of ${cleaned(issuer.issuer, 200)}`;

/** The clients that look for their secret by name, each (issuer, client) once. */
const searching = (issuers: readonly Issuer[]): readonly Pair[] => {
  const pairs = issuers.flatMap((issuer) => issuer.clients.map((client) => ({ issuer, client })));
  return [...new Map(pairs.filter(({ client }) => !client.secret).map((pair) => [identity(pair), pair])).values()];
};

const contradiction = (name: string, pairs: readonly Pair[]): SyncError<'configuration'> =>
  new SyncError(
    'configuration',
    'contradiction',
    `read the secret in ${name}: it could belong to ${pairs.map(shown).join(' and ')}`,
    { hint: 'A secret belongs to one client of one issuer: give each of these a `secret:` of its own.' },
  );

/**
 * A client's secret from a variable with its id in the name. Throws SyncError configuration/contradiction where the name
 * also fits another client, or the same id at another issuer.
 */
export const ownSecret = (pair: Pair, issuers: readonly Issuer[], lookup: Lookup): NamedSecret | undefined => {
  for (const name of secretNames(pair.client.id)) {
    const value = lookup(name);
    if (value === undefined) continue;
    const claimants = searching(issuers).filter(({ client }) => secretNames(client.id).includes(name));
    const others = claimants.filter((other) => identity(other) !== identity(pair));
    if (others.length > 0) throw contradiction(name, claimants);
    return { name, value };
  }
  return undefined;
};

/**
 * The secret in the vendor's variable, for an issuer that the configuration gives this vendor. Throws SyncError
 * configuration/contradiction where several clients without a secret of their own would take it.
 */
export const vendorSecret = (pair: Pair, issuers: readonly Issuer[], lookup: Lookup): NamedSecret | undefined => {
  const { vendor } = pair.issuer;
  const name = vendor === undefined ? undefined : VENDORS[vendor].secretName;
  const value = name === undefined ? undefined : lookup(name);
  if (name === undefined || value === undefined) return undefined;
  const claimants = searching(issuers).filter(
    ({ issuer, client }) =>
      issuer.vendor === vendor && secretNames(client.id).every((own) => lookup(own) === undefined),
  );
  if (claimants.length > 1) throw contradiction(name, claimants);
  return { name, value };
};
