/** A Region of a partition; `optIn`: an account must enable it first. */
export interface RegionInfo {
  name: string;
  optIn: boolean;
}

const regions = (always: string, optIn = ''): RegionInfo[] => [
  ...always.split(' ').map((name) => ({ name, optIn: false })),
  ...optIn
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => ({ name, optIn: true })),
];

/** The Regions of a partition, enough of them to be a fair sample. */
export const regionsOf = (partition: string): RegionInfo[] => {
  switch (partition) {
    case 'aws-cn':
      return regions('cn-north-1 cn-northwest-1');
    case 'aws-us-gov':
      return regions('us-gov-east-1 us-gov-west-1');
    case 'aws-eusc':
      return regions('eusc-de-east-1');
    case 'aws-iso':
      return regions('us-iso-east-1 us-iso-west-1');
    case 'aws-iso-b':
      return regions('us-isob-east-1');
    default:
      return regions(
        'us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 ' +
          'eu-north-1 ap-south-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-southeast-1 ap-southeast-2',
        'af-south-1 ap-east-1 eu-south-1 eu-central-2 il-central-1 me-south-1',
      );
  }
};

/** Regions in which AgentCore exists when a world says nothing else. */
export const offeredByDefault = (partition: string): string[] =>
  partition === 'aws'
    ? [
        'us-east-1',
        'us-east-2',
        'us-west-2',
        'eu-central-1',
        'eu-west-1',
        'ap-south-1',
        'ap-northeast-1',
        'ap-southeast-1',
        'ap-southeast-2',
      ]
    : regionsOf(partition).map(({ name }) => name);
