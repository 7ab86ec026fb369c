import { tokenProblems } from '../credentials/token-problems.ts';
import type { TokenResult } from '../credentials/tokens.ts';
import type { Entry } from '../model/catalogue.ts';
import type { RefreshResult } from '../model/refresh.ts';
import type { ServerRegistration } from '../model/registration.ts';
import { barePath } from '../registry/mark.ts';
import { type RefreshContext, refreshCredentials, type TokenAnswer } from '../registry/refresh.ts';
import { renderEntries } from '../registry/render.ts';
import type { Catalogue } from './catalogue.ts';
import type { CommandContext } from './context.ts';
import { type Credentials, withCredentials } from './credentials.ts';
import { markerOf, requireRegistry, withRegistry } from './registry-access.ts';

/** What may need a token: registrations, and the entry of each. */
export interface Wanting {
  readonly registrations: readonly ServerRegistration[];
  readonly entryOf: (registration: ServerRegistration) => Entry;
  /** Whether what stands at the path is what is meant; absent: it must carry our mark. */
  readonly isOurs?: RefreshContext['isOurs'];
}

/** The registrations of a catalogue that expect a credential and that the command line selects. */
export const wantingOf = (catalogue: Catalogue, { settings, operands }: CommandContext): Wanting => {
  const byFile = new Map(catalogue.entries.map((entry) => [entry.path, entry]));
  const entryOf = ({ origin }: ServerRegistration): Entry => {
    const entry = byFile.get(origin.file);
    if (entry === undefined) throw new Error(`no entry ${origin.file}`);
    return entry;
  };
  const { accounts } = settings.refresh;
  const prefix = `${settings.directory.replace(/^\.\//, '').replace(/\/+$/, '')}/`;
  const named = new Set(operands.map((operand) => barePath(operand.replace(/^\.\//, '')).toLowerCase()));
  const isNamed = ({ path, origin }: ServerRegistration): boolean =>
    named.size === 0 ||
    [barePath(path), origin.file, `${prefix}${origin.file}`].some((name) => named.has(name.toLowerCase()));
  const inAccount = (registration: ServerRegistration): boolean => {
    const { value } = entryOf(registration);
    return accounts === undefined || ('source' in value && accounts.includes(value.source.account));
  };
  const { registrations } = renderEntries(catalogue, settings, catalogue.guard);
  return {
    registrations: registrations
      .filter((one) => one.type === 'server')
      .filter((one) => one.authScheme !== 'none' && isNamed(one) && inAccount(one)),
    entryOf,
  };
};

const answerOf = (result: TokenResult, registration: ServerRegistration, directory: string): TokenAnswer => {
  const problems = tokenProblems(result, registration.path, { file: `${directory}/${registration.origin.file}` });
  switch (result.type) {
    case 'token':
      return { ...result, problems };
    case 'failed':
      return { type: 'failed', issuer: result.issuer, client: result.client, problems };
    case 'none':
    case 'uncovered':
      return { type: 'uncovered', problems };
  }
};

/** What a round of renewals works with, opened once. */
export interface Refreshing {
  readonly renew: (wanting: Wanting) => Promise<RefreshResult>;
}

/** Opens registry and issuers for the length of `work`. */
export const withRefreshing = <Result>(
  context: CommandContext,
  work: (refreshing: Refreshing) => Promise<Result>,
): Promise<Result> =>
  withCredentials(context, (credentials: Credentials) =>
    withRegistry(context, credentials, (registry) => {
      const { settings, environment, signal } = context;
      const { owner, registry: connection } = requireRegistry(settings);
      return work({
        renew: async ({ registrations, entryOf, isOurs }) =>
          registrations.length === 0
            ? { refreshed: [], problems: [] }
            : refreshCredentials(registrations, {
                registry,
                snapshot: await registry.snapshot(signal),
                marker: markerOf(owner, environment),
                tokenFor: async (registration) =>
                  answerOf(
                    await credentials.tokenFor(entryOf(registration), registration),
                    registration,
                    settings.directory,
                  ),
                ...(isOurs === undefined ? {} : { isOurs }),
                scan: settings.refresh.scan,
                concurrency: connection.concurrency,
                signal,
                directory: settings.directory,
              }),
      });
    }),
  );
