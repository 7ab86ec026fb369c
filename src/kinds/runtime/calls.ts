import { GetAgentRuntimeCommand, ListAgentRuntimesCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { KindCalls, Probe } from '../calls.ts';
import { confirmRuntimes } from './confirm.ts';
import { scanRuntimes } from './scan.ts';

const listOne: Probe = {
  call: 'ListAgentRuntimes',
  send: (client, options) => client.send(new ListAgentRuntimesCommand({ maxResults: 1 }), options),
};

export const runtimeCalls: KindCalls<'runtime'> = {
  scan: scanRuntimes,
  get: {
    call: 'GetAgentRuntime',
    send: ({ caller, client }, { id }) => {
      const command = new GetAgentRuntimeCommand({ agentRuntimeId: id });
      return caller.call('GetAgentRuntime', () => client.send(command));
    },
  },
  confirm: confirmRuntimes,
  probes: { scan: listOne, confirm: listOne },
};
