import { GetGatewayTargetCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { KindCalls } from '../calls.ts';
import { confirmTargets } from './confirm.ts';

export const targetCalls: KindCalls<'target'> = {
  get: {
    call: 'GetGatewayTarget',
    send: ({ caller, client }, { gatewayId, id }) => {
      const command = new GetGatewayTargetCommand({ gatewayIdentifier: gatewayId, targetId: id });
      return caller.call('GetGatewayTarget', () => client.send(command));
    },
  },
  confirm: confirmTargets,
  probes: {},
};
