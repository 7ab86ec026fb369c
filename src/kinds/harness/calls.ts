import { GetHarnessCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { KindCalls } from '../calls.ts';
import { confirmHarnesses } from './confirm.ts';
import { scanHarnesses } from './scan.ts';

export const harnessCalls: KindCalls<'harness'> = {
  scan: scanHarnesses,
  get: {
    call: 'GetHarness',
    send: ({ caller, client }, { id }) => {
      const command = new GetHarnessCommand({ harnessId: id });
      return caller.call('GetHarness', () => client.send(command));
    },
  },
  confirm: confirmHarnesses,
  probes: {},
};
