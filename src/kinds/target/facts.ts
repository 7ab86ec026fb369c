import type { KindFacts } from '../kind.ts';
import { targetSecurityData } from '../security-data.ts';
import { commonFields, compact } from '../source-data.ts';

/** A gateway target that is an MCP server, or passes requests through to one or to an agent. It has no ARN of its own, and its URL is what the gateway's owner wrote. */
export const target: KindFacts<'target'> = {
  // https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetGatewayTarget.html
  id: /^[0-9a-zA-Z]{10}$/,
  below: {
    kind: 'gateway',
    parent: ({ account, region, gatewayId }) => ({ kind: 'gateway', account, region, id: gatewayId }),
    name: 'gateway',
  },
  setting: 'targets',
  flag: 'gateways',
  calls: { scan: ['GetGatewayTarget'], confirm: ['GetGatewayTarget'] },
  confirmedIssuer: () => undefined,
  folder: 'targets',
  keyOf: ({ account, region }, [gatewayId, id, ...more]) =>
    gatewayId === undefined || id === undefined || more.length > 0
      ? undefined
      : { kind: 'target', account, region, gatewayId, id },
  idsOf: ({ gatewayId, id }) => [gatewayId, id],
  data: (source) => {
    const { id, name, gateway, description, url, protocol, security } = source;
    const tail = { security: security && targetSecurityData(security) };
    return compact({ ...commonFields(source), id, name, gateway, description, url, protocol, ...tail });
  },
  sometimes: ['security'],
  arn: { type: 'gateway', id: ({ gatewayId }) => gatewayId },
  url: () => undefined,
  names: ({ gateway, name }) => [gateway, name],
  defaults: ({ name, arn, id, protocol }) => {
    const agent = protocol === 'A2A';
    return {
      type: agent ? 'agent' : 'server',
      protocol: agent ? 'a2a' : 'other',
      description: `${agent ? 'Agent' : 'MCP Server'} target: ${name}`,
      tags: ['agentcore', 'gateway-target', ...(agent ? ['agent', 'a2a'] : ['mcp-server']), 'auto-registered'],
      metadata: { gateway_arn: arn, target_id: id },
    };
  },
  metadata: { arn: 'gateway_arn', part: 'target_id' },
  load: async () => (await import('./calls.ts')).targetCalls,
};
