/**
 * Amazon EC2's DescribeRegions, signed with the SDK's signer: EC2's own client is a megabyte for this one call.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
 */
import type { HttpResponse } from '@smithy/core/protocols';
import type { CredentialSource } from './cached.ts';
import type { AwsConnection } from './connection.ts';
import { type EndpointRules, serviceEndpoint } from './service-endpoint.ts';
import { callSigned, listOf, property, refusal, refusalOf, xmlOf } from './signed-call.ts';

const FORM = 'Action=DescribeRegions&AllRegions=false&Version=2016-11-15';

/** They become parts of host names. */
const REGION = /^[a-z]{2,4}(?:-[a-z]{1,16}){1,3}-\d{1,2}$/;

/** EC2's endpoint rules. https://docs.aws.amazon.com/general/latest/gr/ec2-service.html */
const EC2: EndpointRules = {
  serviceId: 'EC2',
  host: ({ region, partition, fips, dualStack, suffix }) => {
    // GovCloud's ordinary endpoints are the validated ones.
    const host = fips && (dualStack || partition !== 'aws-us-gov') ? 'ec2-fips' : 'ec2';
    return `${host}.${region}.${suffix}`;
  },
};

/** Where EC2 answers in a Region, as the SDK finds it for its clients. Throws what `serviceEndpoint` throws. */
export const ec2Endpoint = async (region: string): Promise<URL> => (await serviceEndpoint(EC2, region)).url;

/** Names of the Regions in an answer. Throws what `awsFailure` calls malformed when one of them is no Region's name. */
const regionsIn = (response: HttpResponse): readonly string[] => {
  const answer = xmlOf(response);
  if (response.statusCode !== 200) {
    throw refusalOf(response, listOf(property(property(property(answer, 'Response'), 'Errors'), 'Error'))[0]);
  }
  const items = listOf(property(property(property(answer, 'DescribeRegionsResponse'), 'regionInfo'), 'item')).filter(
    (item) => property(item, 'optInStatus') !== 'not-opted-in',
  );
  const names = items.map((item) => property(item, 'regionName'));
  const regions = names.filter((name) => typeof name === 'string' && REGION.test(name));
  if (regions.length === 0 || regions.length < names.length) {
    throw refusal(response, 'SerializationException', 'expected names of Regions');
  }
  return [...new Set(regions.map(String))].sort();
};

/**
 * The Regions that are enabled for an account, sorted; asks EC2 in `region`. Attempts, endpoint, proxy and a wrong clock
 * are treated as in the SDK's clients. Throws errors that `awsFailure` reads.
 */
export const describeRegions = (
  region: string,
  credentials: CredentialSource,
  connection: Pick<AwsConnection, 'handler' | 'clock'>,
  options: { readonly abortSignal: AbortSignal },
): Promise<readonly string[]> =>
  callSigned(
    {
      service: 'ec2',
      action: 'DescribeRegions',
      region,
      method: 'POST',
      url: () => ec2Endpoint(region),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: FORM,
      read: regionsIn,
    },
    { credentials, connection },
    options,
  );
