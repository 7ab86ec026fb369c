import { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import type { CredentialSource } from '../aws/cached.ts';
import { type AwsConnection, limited, openAwsConnection } from '../aws/connection.ts';
import { awsFailure } from '../aws/failure.ts';
import type { AwsSettings } from '../config/settings.ts';
import { findAccounts, openAccess } from '../discovery/accounts.ts';
import { createIdToken } from '../forge/github/id-token.ts';
import type { Send } from '../gateways/live.ts';
import { SyncError } from '../model/errors.ts';
import { createFetch } from '../net/fetch.ts';
import type { CommandContext } from './context.ts';

/** One account and Region of a run, with the credentials for it. */
export interface GatewayPlaceAccess {
  readonly account: string;
  readonly region: string;
  readonly credentials: CredentialSource;
  readonly connection: AwsConnection;
  /** Makes a call of it; errors name account, Region and call. */
  readonly send: Send;
}

/** Attempts of the SDK at one call: few calls are made, so its own repetition will do. */
const ATTEMPTS = 6;

const ID_TOKEN_FETCH = { timeoutMs: 30_000, maxBodyBytes: 65_536 } as const;

const HINTS: Readonly<Partial<Record<ReturnType<typeof awsFailure>['kind'], string>>> = {
  denied: 'Allow the call to the role; docs/gateways.md has the template.',
  'not-found': 'It is not there, or not in this account and Region.',
  credentials: 'Renew the credentials and run the command again.',
};

/** A failed call as an error that names it. */
const callError = (what: string, error: unknown): SyncError => {
  if (error instanceof SyncError) return error;
  const failure = awsFailure(error);
  return new SyncError('cloud', failure.kind === 'denied' ? 'denied' : 'unavailable', `${what}: ${failure.message}`, {
    hint: HINTS[failure.kind] ?? 'Run the command again.',
    cause: error,
  });
};

/** A client for AgentCore that repeats calls itself. */
export const agentCoreClient = ({
  region,
  credentials,
  connection,
}: GatewayPlaceAccess): BedrockAgentCoreControlClient =>
  new BedrockAgentCoreControlClient({
    region,
    credentials,
    requestHandler: connection.handler,
    maxAttempts: ATTEMPTS,
  });

/**
 * Opens the accounts and Regions that the settings ask for, one after another, for the length of `work`. `aws`: whom to act
 * as, where it isn't the scan's role.
 */
export const inPlaces = async <Result>(
  context: CommandContext,
  aws: AwsSettings,
  work: (place: GatewayPlaceAccess) => Promise<Result>,
): Promise<readonly Result[]> => {
  const { environment, clock, signal, cut, mask } = context;
  const connection = openAwsConnection({
    environment,
    clock,
    callSeconds: aws.callSeconds,
    signal,
    ...context.requests?.('aws'),
  });
  const fetch = createFetch({ ...ID_TOKEN_FETCH, environment, clock, signal: cut, ...context.requests?.('github') });
  try {
    const idToken = createIdToken(environment, fetch, mask);
    const access = await openAccess({ settings: aws, connection, run: context.run, idToken });
    const { ids, own } = await findAccounts(aws, access, connection);
    const results: Result[] = [];
    for (const account of ids) {
      const session = own ?? (await access.sessions.account(account));
      for (const region of access.regions ?? [access.homeRegion]) {
        const send: Send = async (what, call) => {
          try {
            return await limited(connection, what, call);
          } catch (error) {
            throw callError(`${what} in ${account} ${region}`, error);
          }
        };
        results.push(await work({ account, region, credentials: session.credentials, connection, send }));
      }
    }
    return results;
  } finally {
    connection.close();
    await fetch.close();
  }
};
