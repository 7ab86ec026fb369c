/** A scan without pace, and the same calls one after another: what working side by side is worth by itself. */
import { BedrockAgentCoreControlClient, ListGatewaysCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import { discover } from '../src/discovery/discover.ts';
import { systemClock } from '../src/net/clock.ts';

const UNBOUNDED = { get: 1e6, list: 1e6 };
const SAMPLE = 200;

/** Seconds that one call takes when nothing else is under way. */
const oneCall = async (): Promise<number> => {
  const client = new BedrockAgentCoreControlClient({ maxAttempts: 1 });
  await client.send(new ListGatewaysCommand({ maxResults: 1 }));
  const started = performance.now();
  for (let call = 0; call < SAMPLE; call += 1) await client.send(new ListGatewaysCommand({ maxResults: 1 }));
  return (performance.now() - started) / 1000 / SAMPLE;
};

const scanAll = async (accounts: readonly string[], regions: readonly string[]): Promise<number> => {
  const { sightings } = await discover(
    {
      aws: {
        accounts: { type: 'list', accounts },
        regions: { type: 'list', regions },
        role: 'AgentCoreSync',
        credentials: 'ambient',
        audience: 'sts.amazonaws.com',
        callSeconds: 30,
      },
      scan: {
        include: [],
        exclude: [],
        narrow: { include: [], exclude: [], gateways: true, runtimes: true },
        targets: false,
        endpoints: false,
        strictAccounts: false,
        prune: false,
      },
      known: [],
      quotas: UNBOUNDED,
    },
    { clock: systemClock, environment: process.env },
  );
  return sightings.filter(({ source }) => source !== undefined).length;
};

const [mode, accounts = '', regions = ''] = process.argv.slice(2);
process.send?.(mode === 'sample' ? await oneCall() : await scanAll(accounts.split(','), regions.split(',')));
process.disconnect?.();
