import { describe, expect, test } from 'vitest';
import { onePartition, partitionOf } from '../../src/aws/partitions.ts';

describe('partitions', () => {
  test.each([
    ['us-east-1', 'aws', 'amazonaws.com', 'us-east-1'],
    ['cn-north-1', 'aws-cn', 'amazonaws.com.cn', 'cn-northwest-1'],
    ['us-gov-east-1', 'aws-us-gov', 'amazonaws.com', 'us-gov-west-1'],
    ['us-iso-east-1', 'aws-iso', 'c2s.ic.gov', 'us-iso-east-1'],
    ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov', 'us-isob-east-1'],
    ['eusc-de-east-1', 'aws-eusc', 'amazonaws.eu', 'eusc-de-east-1'],
  ])('%s belongs to %s', (region, name, dnsSuffix, globalRegion) => {
    expect(partitionOf(region)).toEqual({ name, dnsSuffix, globalRegion });
  });

  test('one configuration has one', () => {
    expect(onePartition(['cn-north-1', 'cn-northwest-1']).name).toBe('aws-cn');
    expect(onePartition(['us-east-1'], 'arn:aws:iam::111111111111:role/Hub').name).toBe('aws');
  });

  test('Regions or a hub role of another are a contradiction', () => {
    expect(() => onePartition(['us-east-1', 'cn-north-1'])).toThrow(
      'aws.regions: expected Regions of one partition, met us-east-1 (aws) and cn-north-1 (aws-cn)',
    );
    expect(() => onePartition(['us-east-1'], 'arn:aws-cn:iam::111111111111:role/Hub')).toThrow(
      'aws.hubRole: expected a role of partition aws, as us-east-1 is, met one of aws-cn',
    );
  });
});
