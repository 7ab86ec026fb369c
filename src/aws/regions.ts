import type { CredentialSource } from './cached.ts';
import type { AwsConnection } from './connection.ts';
import { limited } from './connection.ts';
import { awsFailure } from './failure.ts';
import type { AwsResult } from './pages.ts';

/** The Regions that are enabled for an account, sorted. Asks EC2 in `region`. */
export const enabledRegions = async (
  region: string,
  credentials: CredentialSource,
  connection: AwsConnection,
): Promise<AwsResult<readonly string[]>> => {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = new sdk.EC2Client({ region, credentials, requestHandler: connection.handler, maxAttempts: 4 });
  try {
    const command = new sdk.DescribeRegionsCommand({ AllRegions: false });
    const answer = await limited(connection, 'DescribeRegions', (options) => client.send(command, options));
    const names = answer.Regions?.flatMap(({ RegionName }) => (RegionName === undefined ? [] : [RegionName])) ?? [];
    if (names.length > 0) return { ok: true, value: names.sort() };
    return { ok: false, failure: { kind: 'malformed', code: 'Malformed', message: 'the answer names no Region' } };
  } catch (error) {
    return { ok: false, failure: awsFailure(error) };
  }
};

/** The Region of the environment or profile, as the SDK finds it; undefined where none is set. */
export const ownRegion = async (connection: AwsConnection): Promise<string | undefined> => {
  const { STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient({ requestHandler: connection.handler });
  return client.config.region().catch(() => undefined);
};
