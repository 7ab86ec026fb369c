import {
  BedrockAgentCoreControlClient,
  ListAgentRuntimesCommand,
  ListGatewaysCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { CredentialSource } from '../aws/cached.ts';
import type { AwsConnection } from '../aws/connection.ts';
import { limited } from '../aws/connection.ts';
import { type AwsFailure, awsFailure } from '../aws/failure.ts';

const ATTEMPTS = 3;

/** Lists one gateway and one runtime of a Region: undefined where AWS lets the credentials do so. */
export const probeRegion = async (
  region: string,
  credentials: CredentialSource,
  connection: AwsConnection,
): Promise<AwsFailure | undefined> => {
  const client = new BedrockAgentCoreControlClient({
    region,
    credentials,
    requestHandler: connection.handler,
    maxAttempts: ATTEMPTS,
  });
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
