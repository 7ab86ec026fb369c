import type { KindFacts } from '../kind.ts';

/** A gateway target of kind mcpServer. https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGatewayTarget.html */
export const target: KindFacts<'target'> = {
  id: /^[0-9a-zA-Z]{10}$/,
  below: {
    kind: 'gateway',
    parent: ({ account, region, gatewayId }) => ({ kind: 'gateway', account, region, id: gatewayId }),
  },
  setting: 'targets',
  flag: 'gateways',
  calls: { scan: ['GetGatewayTarget'], confirm: ['GetGatewayTarget'] },
  confirmedIssuer: () => undefined,
  load: async () => (await import('./calls.ts')).targetCalls,
};
