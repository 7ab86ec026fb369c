import { GetGatewayCommand, ListGatewaysCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { KindCalls } from '../calls.ts';
import { confirmGateways } from './confirm.ts';
import { scanGateways } from './scan.ts';

/** The id of no gateway: who may ask is told that there is none. */
const NO_GATEWAY = 'agentcore-sync-doctor-0000000000';

export const gatewayCalls: KindCalls<'gateway'> = {
  scan: scanGateways,
  get: {
    call: 'GetGateway',
    send: ({ caller, client }, { id }) => {
      const command = new GetGatewayCommand({ gatewayIdentifier: id });
      return caller.call('GetGateway', () => client.send(command));
    },
  },
  confirm: confirmGateways,
  probes: {
    scan: {
      call: 'ListGateways',
      send: (client, options) => client.send(new ListGatewaysCommand({ maxResults: 1 }), options),
    },
    confirm: {
      call: 'GetGateway',
      send: (client, options) => client.send(new GetGatewayCommand({ gatewayIdentifier: NO_GATEWAY }), options),
    },
  },
};
