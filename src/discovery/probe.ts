import {
  BedrockAgentCoreControlClient,
  GetGatewayCommand,
  ListAgentRuntimesCommand,
  ListGatewaysCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { CredentialSource } from '../aws/cached.ts';
import type { AwsConnection } from '../aws/connection.ts';
import { limited } from '../aws/connection.ts';
import { type AwsFailure, awsFailure } from '../aws/failure.ts';

const ATTEMPTS = 3;

const clientOf = (
  region: string,
  credentials: CredentialSource,
  connection: AwsConnection,
): BedrockAgentCoreControlClient =>
  new BedrockAgentCoreControlClient({
    region,
    credentials,
    requestHandler: connection.handler,
    maxAttempts: ATTEMPTS,
  });

/** The id of no gateway: who may ask is told that there is none. */
const NO_GATEWAY = 'agentcore-sync-doctor-0000000000';

/** Asks a Region what confirming a place asks: undefined where AWS lets the credentials do so. */
export const probeConfirm = async (
  region: string,
  credentials: CredentialSource,
  connection: AwsConnection,
): Promise<AwsFailure | undefined> => {
  const client = clientOf(region, credentials, connection);
  try {
    const runtimes = new ListAgentRuntimesCommand({ maxResults: 1 });
    await limited(connection, 'ListAgentRuntimes', (options) => client.send(runtimes, options));
    const gateway = new GetGatewayCommand({ gatewayIdentifier: NO_GATEWAY });
    await limited(connection, 'GetGateway', (options) => client.send(gateway, options));
    return undefined;
  } catch (error) {
    const failure = awsFailure(error);
    return failure.kind === 'not-found' ? undefined : failure;
  }
};

/** Lists one gateway and one runtime of a Region: undefined where AWS lets the credentials do so. */
export const probeRegion = async (
  region: string,
  credentials: CredentialSource,
  connection: AwsConnection,
): Promise<AwsFailure | undefined> => {
  const client = clientOf(region, credentials, connection);
  try {
    const gateways = new ListGatewaysCommand({ maxResults: 1 });
    await limited(connection, 'ListGateways', (options) => client.send(gateways, options));
    const runtimes = new ListAgentRuntimesCommand({ maxResults: 1 });
    await limited(connection, 'ListAgentRuntimes', (options) => client.send(runtimes, options));
    return undefined;
  } catch (error) {
    return awsFailure(error);
  }
};
