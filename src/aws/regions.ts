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
  const { describeRegions } = await import('./describe-regions.ts');
  try {
    const value = await limited(connection, 'DescribeRegions', (options) =>
      describeRegions(region, credentials, connection, options),
    );
    return { ok: true, value };
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
