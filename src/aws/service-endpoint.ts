import { partition } from '@aws-sdk/core/client';
import { loadConfig, nodeDualstackConfigSelectors, nodeFipsConfigSelectors } from '@smithy/core/config';
import { getEndpointFromInstructions } from '@smithy/core/endpoints';
import { SyncError } from '../model/errors.ts';

/** What decides a service's host in a Region. */
export interface HostQuestion {
  readonly region: string;
  /** The partition's name: aws, aws-cn, aws-us-gov, … */
  readonly partition: string;
  readonly fips: boolean;
  readonly dualStack: boolean;
  /** The domain of the partition that these two ask for. */
  readonly suffix: string;
}

/** A service that no client of the SDK is loaded for. */
export interface EndpointRules {
  /** As the SDK calls it: EC2, S3. */
  readonly serviceId: string;
  readonly host: (asked: HostQuestion) => string;
}

/** Where a service answers, and whether the environment or the profile says so. */
export interface ServiceEndpoint {
  readonly url: URL;
  readonly overridden: boolean;
}

const builtIn = (name: string) => ({ type: 'builtInParams', name }) as const;

/**
 * Where a service answers in a Region, as the SDK finds it for its clients: AWS_ENDPOINT_URL_<service>, AWS_ENDPOINT_URL, the
 * profile's services, AWS_USE_FIPS_ENDPOINT, AWS_USE_DUALSTACK_ENDPOINT; else by the partition's domain.
 * Throws SyncError configuration/contradiction when both an endpoint and one of the last two are set.
 */
export const serviceEndpoint = async ({ serviceId, host }: EndpointRules, region: string): Promise<ServiceEndpoint> => {
  let overridden = false;
  const addressOf = (endpoint: string | undefined, fips: boolean, dualStack: boolean): string => {
    if (endpoint !== undefined) {
      overridden = true;
      if (!fips && !dualStack) return endpoint;
      throw new SyncError(
        'configuration',
        'contradiction',
        `the endpoint ${endpoint} is set, and AWS_USE_${fips ? 'FIPS' : 'DUALSTACK'}_ENDPOINT asks for another one`,
      );
    }
    const { name, dnsSuffix, dualStackDnsSuffix } = partition(region);
    const suffix = dualStack ? dualStackDnsSuffix : dnsSuffix;
    return `https://${host({ region, partition: name, fips, dualStack, suffix })}`;
  };
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
      serviceId,
      useFipsEndpoint: async () => (await loadConfig(nodeFipsConfigSelectors)()) === true,
      useDualstackEndpoint: async () => (await loadConfig(nodeDualstackConfigSelectors)()) === true,
      endpointProvider: ({ Endpoint, UseFIPS, UseDualStack }: Readonly<Record<string, unknown>>) => ({
        url: new URL(
          addressOf(typeof Endpoint === 'string' ? Endpoint : undefined, UseFIPS === true, UseDualStack === true),
        ),
      }),
    },
  );
  return { url, overridden };
};
