import { type AwsConnection, openAwsConnection } from '../aws/connection.ts';
import { ISSUER_LIMITS } from '../credentials/discovery.ts';
import { createIdToken } from '../forge/github/id-token.ts';
import type { Issuer } from '../model/generated/configuration.ts';
import { issuerHosts } from '../model/issuer-urls.ts';
import { type ClosableFetch, createFetch } from '../net/fetch.ts';
import type { CommandContext } from './context.ts';

/** What calls AWS for the run, until it is closed. */
export const openAws = ({ settings, environment, clock, signal, requests }: CommandContext): AwsConnection =>
  openAwsConnection({ environment, clock, callSeconds: settings.aws.callSeconds, signal, ...requests?.('aws') });

/** What calls issuers, until it is closed: whoever configures one vouches for its hosts. */
export const issuerFetch = (
  { settings, environment, clock, cut, requests }: CommandContext,
  issuers: readonly Issuer[],
): ClosableFetch =>
  createFetch({
    ...ISSUER_LIMITS,
    environment,
    clock,
    signal: cut,
    privateHosts: [...settings.privateHosts, ...issuerHosts(issuers)],
    ...requests?.('issuer'),
  });

/** Limits of the one call to GitHub for the job's token. */
const ID_TOKEN_FETCH = { timeoutMs: 30_000, maxBodyBytes: 65_536 } as const;

/** Hands on what requests the job's own tokens, for the length of `work`. */
export const withIdToken = async <Result>(
  { environment, clock, cut, mask, requests }: CommandContext,
  work: (idToken: (audience: string) => Promise<string>) => Promise<Result>,
): Promise<Result> => {
  const fetch = createFetch({ ...ID_TOKEN_FETCH, environment, clock, signal: cut, ...requests?.('github') });
  try {
    return await work(createIdToken(environment, fetch, mask));
  } finally {
    await fetch.close();
  }
};
