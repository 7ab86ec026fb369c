import { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import { STSClient } from '@aws-sdk/client-sts';
import type { Aws } from '../../../sandbox/aws/server.ts';

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What every client of the SDK takes to reach this AWS, by its environment's key or other credentials, without retries. */
export const settingsFor = (aws: Aws, options: { region?: string; credentials?: Credentials } = {}) => ({
  endpoint: aws.url,
  region: options.region ?? 'us-east-1',
  maxAttempts: 1,
  credentials: options.credentials ?? {
    accessKeyId: aws.environment['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: aws.environment['AWS_SECRET_ACCESS_KEY'] ?? '',
  },
});

export const agentCoreClient = (aws: Aws, region = 'us-east-1'): BedrockAgentCoreControlClient =>
  new BedrockAgentCoreControlClient(settingsFor(aws, { region }));

export const stsClient = (aws: Aws, credentials?: Credentials): STSClient =>
  new STSClient(settingsFor(aws, credentials ? { credentials } : {}));

/** Credentials as the SDK hands them out, in the form in which it takes them. */
export const credentialsOf = (given: {
  Credentials?:
    | { AccessKeyId?: string | undefined; SecretAccessKey?: string | undefined; SessionToken?: string | undefined }
    | undefined;
}): Credentials => ({
  accessKeyId: given.Credentials?.AccessKeyId ?? '',
  secretAccessKey: given.Credentials?.SecretAccessKey ?? '',
  sessionToken: given.Credentials?.SessionToken ?? '',
});
