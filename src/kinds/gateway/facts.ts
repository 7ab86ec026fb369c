import type { KindFacts } from '../kind.ts';

/** https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGateway.html */
export const gateway: KindFacts<'gateway'> = {
  id: /^(?:[0-9a-z]-?){1,100}-[0-9a-z]{10}$/,
  flag: 'gateways',
  calls: {
    scan: ['ListGateways', 'GetGateway', 'ListGatewayTargets', 'ListTagsForResource'],
    confirm: ['GetGateway'],
  },
  confirmedIssuer: ({ authorizer }) => authorizer.discoveryUrl,
  load: async () => (await import('./calls.ts')).gatewayCalls,
};
