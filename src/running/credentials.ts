import { createAwsSecrets } from '../credentials/aws-secrets.ts';
import { ISSUER_RETRY } from '../credentials/discovery.ts';
import { readEnvFile } from '../credentials/env-file.ts';
import { createMatcher } from '../credentials/match.ts';
import type { Issued } from '../credentials/renewal.ts';
import { createSecrets } from '../credentials/secrets.ts';
import { createTokens, type TokenResult } from '../credentials/tokens.ts';
import { openAccess } from '../discovery/accounts.ts';
import { createIdToken } from '../forge/github/id-token.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Registration } from '../model/registration.ts';
import type { CommandContext } from './context.ts';
import { issuerFetch, openAws } from './reaching.ts';

/** Tokens for registrations, and what may be had for them. */
export interface Credentials {
  readonly idToken: (audience: string) => Promise<string>;
  readonly clientToken: (issuer: string, client: string) => Promise<Issued>;
  /** Whether a client covers the registration: nothing is asked for. */
  readonly covers: (entry: Entry, registration: Registration) => boolean;
  readonly tokenFor: (entry: Entry, registration: Registration) => Promise<TokenResult>;
}

/** Token requests side by side. */
const TOKENS_AT_ONCE = 16;

/** Runs once, when first asked. */
const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const registryAudiences = ({ registries }: CommandContext['settings']): readonly string[] =>
  registries.flatMap((one) =>
    'token' in one && 'github-oidc' in one.token ? [one.token['github-oidc'].audience] : [],
  );

/**
 * Opens what tokens are made with, for the length of `work`: issuers, the secrets of their clients, and the job's own
 * token. Nothing is asked of anybody before a token is.
 */
export const withCredentials = async <Result>(
  context: CommandContext,
  work: (credentials: Credentials) => Promise<Result>,
): Promise<Result> => {
  const { settings, environment, clock, signal, mask } = context;
  const fetch = issuerFetch(context, settings.issuers);
  const connection = openAws(context);
  const idToken = createIdToken(environment, fetch, mask);
  const awsSecrets = once(async () => {
    const { sessions } = await openAccess({ settings: settings.aws, connection, run: context.run, idToken });
    return createAwsSecrets({ account: sessions.account, connection });
  });
  const { issuers } = settings;
  const matchClient = createMatcher(issuers);
  const proofOf = createSecrets({
    issuers,
    environment,
    envFile: settings.refresh.envFile === undefined ? {} : await readEnvFile(settings.refresh.envFile),
    cognitoSecret: async (client) => (await awsSecrets()).cognitoSecret(client),
    secretValue: async (secret) => (await awsSecrets()).secretValue(secret),
    reservedAudiences: [settings.aws.audience, ...registryAudiences(settings)],
    mask,
  });
  const retry = { ...ISSUER_RETRY, random: Math.random, signal };
  const tokens = createTokens({
    issuers,
    proofOf,
    fetch,
    clock,
    idToken,
    mask,
    random: Math.random,
    concurrency: TOKENS_AT_ONCE,
    retry,
  });
  try {
    return await work({
      idToken,
      clientToken: tokens.clientToken,
      covers: (entry, { path }) => matchClient(entry.value, path).type === 'client',
      tokenFor: (entry, { path }) => tokens.tokenFor(entry.value, path),
    });
  } finally {
    connection.close();
    await fetch.close();
  }
};
