import { askedPaths } from '../catalogue/asked-paths.ts';
import type { Settings } from '../config/settings.ts';
import { createMatcher, type Matcher } from '../credentials/match.ts';
import { secretPlaces } from '../credentials/secret-places.ts';
import type { Client, Issuer } from '../model/generated/configuration.ts';
import type { ReportedClient, ReportedCover } from '../model/reported-clients.ts';
import type { Catalogue } from '../running/catalogue.ts';

interface Pair {
  readonly issuer: Issuer;
  readonly client: Client;
}

/** What a client covers by itself, and whether it is the one that is taken among all. */
const coversOf = (
  { issuer, client }: Pair,
  { entries }: Pick<Catalogue, 'entries'>,
  { directory, match }: { readonly directory: string; readonly match: Matcher },
): readonly ReportedCover[] => {
  // One that spans accounts without saying so gets no token, and still is for what it covers.
  const alone = createMatcher([{ ...issuer, clients: [{ ...client, shared: true }] }]);
  return entries.flatMap(({ path: file, value }) =>
    askedPaths(value).flatMap(({ path }): ReportedCover[] => {
      if (alone(value, path).type !== 'client') return [];
      const account = 'source' in value ? { account: value.source.account } : {};
      return [{ file: `${directory}/${file}`, path, ...account, settled: match(value, path).type === 'client' }];
    }),
  );
};

/** Registries whose own token comes from a client. */
const registriesOf = ({ issuer, client }: Pair, { registries }: Pick<Settings, 'registries'>): readonly string[] =>
  registries.flatMap((one) =>
    'token' in one && 'issuer' in one.token && one.token.issuer === issuer.issuer && one.token.client === client.id
      ? [one.name]
      : [],
  );

/** The clients of the configuration: where their secrets are, and what they cover. */
export const reportedClients = (
  settings: Pick<Settings, 'issuers' | 'directory' | 'registries'>,
  catalogue: Pick<Catalogue, 'entries'>,
): readonly ReportedClient[] => {
  const ground = { directory: settings.directory, match: createMatcher(settings.issuers) };
  return settings.issuers.flatMap((issuer) =>
    issuer.clients.map((client): ReportedClient => {
      const pair = { issuer, client };
      return {
        issuer: issuer.issuer,
        client: client.id,
        secrets: secretPlaces(issuer, client),
        entries: coversOf(pair, catalogue, ground),
        registries: registriesOf(pair, settings),
      };
    }),
  );
};
