import { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import type { CredentialSource } from '../aws/cached.ts';
import type { AwsConnection } from '../aws/connection.ts';
import { limited } from '../aws/connection.ts';
import { type AwsFailure, awsFailure } from '../aws/failure.ts';

import { KINDS } from '../kinds/table.ts';
import { RESOURCE_KINDS } from '../model/generated/resource-kinds.ts';

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

/** Sends each kind's probe. Not found is an answer too: AWS lets the credentials ask. */
const probe = async (
  use: 'scan' | 'confirm',
  client: BedrockAgentCoreControlClient,
  connection: AwsConnection,
): Promise<AwsFailure | undefined> => {
  for (const kind of RESOURCE_KINDS) {
    const one = (await KINDS[kind].load()).probes[use];
    try {
      if (one !== undefined) await limited(connection, one.call, (options) => one.send(client, options));
    } catch (error) {
      const failure = awsFailure(error);
      if (failure.kind !== 'not-found') return failure;
    }
  }
  return undefined;
};

/** Asks a Region what confirming a place asks: undefined where AWS lets the credentials do so. */
export const probeConfirm = (
  region: string,
  credentials: CredentialSource,
  connection: AwsConnection,
): Promise<AwsFailure | undefined> => probe('confirm', clientOf(region, credentials, connection), connection);

/** Lists one resource of each kind of a Region: undefined where AWS lets the credentials do so. */
export const probeRegion = (
  region: string,
  credentials: CredentialSource,
  connection: AwsConnection,
): Promise<AwsFailure | undefined> => probe('scan', clientOf(region, credentials, connection), connection);
