import { partition } from '@aws-sdk/core/client';
import { loadConfig, nodeDualstackConfigSelectors, nodeFipsConfigSelectors } from '@smithy/core/config';
import { getEndpointFromInstructions } from '@smithy/core/endpoints';
import { SyncError } from '../model/errors.ts';

interface Asked {
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly fips: boolean;
  readonly dualStack: boolean;
}

/** EC2's endpoint rules. https://docs.aws.amazon.com/general/latest/gr/ec2-service.html */
const addressOf = ({ region, endpoint, fips, dualStack }: Asked): string => {
  if (endpoint !== undefined) {
    if (!fips && !dualStack) return endpoint;
    throw new SyncError(
      'configuration',
      'contradiction',
      `the endpoint ${endpoint} is set, and AWS_USE_${fips ? 'FIPS' : 'DUALSTACK'}_ENDPOINT asks for another one`,
    );
  }
  const { name, dnsSuffix, dualStackDnsSuffix } = partition(region);
  // GovCloud's ordinary endpoints are the validated ones.
  const host = fips && (dualStack || name !== 'aws-us-gov') ? 'ec2-fips' : 'ec2';
  return `https://${host}.${region}.${dualStack ? dualStackDnsSuffix : dnsSuffix}`;
};

const builtIn = (name: string) => ({ type: 'builtInParams', name }) as const;

/**
 * Where EC2 answers in a Region, as the SDK finds it for its clients: AWS_ENDPOINT_URL_EC2, AWS_ENDPOINT_URL, the
 * profile's services, AWS_USE_FIPS_ENDPOINT, AWS_USE_DUALSTACK_ENDPOINT; else by the partition's domain.
 * Throws SyncError configuration/contradiction when both an endpoint and one of the last two are set.
 */
export const ec2Endpoint = async (region: string): Promise<URL> => {
  const { url } = await getEndpointFromInstructions(
    {},
    {
      getEndpointParameterInstructions: () => ({
        Endpoint: builtIn('endpoint'),
        UseFIPS: builtIn('useFipsEndpoint'),
        UseDualStack: builtIn('useDualstackEndpoint'),
      }),
    },
    {
      serviceId: 'EC2',
      useFipsEndpoint: async () => (await loadConfig(nodeFipsConfigSelectors)()) === true,
      useDualstackEndpoint: async () => (await loadConfig(nodeDualstackConfigSelectors)()) === true,
      endpointProvider: ({ Endpoint, UseFIPS, UseDualStack }: Readonly<Record<string, unknown>>) => ({
        url: new URL(
          addressOf({
            region,
            endpoint: typeof Endpoint === 'string' ? Endpoint : undefined,
            fips: UseFIPS === true,
            dualStack: UseDualStack === true,
          }),
        ),
      }),
    },
  );
  return url;
};
