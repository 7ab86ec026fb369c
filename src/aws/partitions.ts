import { partition as sdkPartition } from '@aws-sdk/core/client';
import { SyncError } from '../model/errors.ts';

/** A separate AWS: commercial, China, GovCloud, sovereign or isolated. */
export interface Partition {
  /** As in ARNs: `aws`, `aws-cn`, … */
  readonly name: string;
  /** Domain names end in it: `amazonaws.com`, `amazonaws.com.cn`, … */
  readonly dnsSuffix: string;
  /** The Region that every account of it can use. */
  readonly globalRegion: string;
}

/** The partition of a Region, from the SDK's own data. A Region that it does not know counts as commercial, as in the SDK. */
export const partitionOf = (region: string): Partition => {
  const found = sdkPartition(region);
  // The SDK's data has it, its type does not say so.
  const globalRegion: unknown = Reflect.get(found, 'implicitGlobalRegion');
  return {
    name: found.name,
    dnsSuffix: found.dnsSuffix,
    globalRegion: typeof globalRegion === 'string' ? globalRegion : region,
  };
};

/** The partition that an ARN names. */
const partitionInArn = (arn: string): string | undefined => /^arn:([a-z0-9-]+):/.exec(arn)?.[1];

/**
 * The one partition of all Regions and of the hub role: credentials of one are worth nothing in another.
 * Throws SyncError configuration/contradiction when they are of several.
 */
export const onePartition = (regions: readonly [string, ...string[]], hubRole?: string): Partition => {
  const first = partitionOf(regions[0]);
  for (const region of regions) {
    const { name } = partitionOf(region);
    if (name !== first.name) {
      throw new SyncError(
        'configuration',
        'contradiction',
        `aws.regions: expected Regions of one partition, met ${regions[0]} (${first.name}) and ${region} (${name})`,
        { hint: 'Use one configuration for each partition: credentials of one are not valid in another.' },
      );
    }
  }
  const hubPartition = hubRole === undefined ? undefined : partitionInArn(hubRole);
  if (hubPartition !== undefined && hubPartition !== first.name) {
    throw new SyncError(
      'configuration',
      'contradiction',
      `aws.hubRole: expected a role of partition ${first.name}, as ${regions[0]} is, met one of ${hubPartition}`,
    );
  }
  return first;
};
