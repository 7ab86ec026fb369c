import { SynchronizeGatewayTargetsCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import type { Problem } from '../model/problem.ts';
import type { CommandContext } from '../running/context.ts';
import { type ListedGateway, type ListedTarget, listTargets } from './live.ts';
import { agentCoreClient, type GatewayPlaceAccess } from './places.ts';

const POLL_MS = 5000;
const LONGEST_MS = 900_000;

/** What one gateway came to. */
export interface Reloaded {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly targets: readonly ListedTarget[];
}

const isGoingOn = ({ status }: ListedTarget): boolean => status.endsWith('ING');

/** Has the tools of a gateway's MCP servers read again, and waits until they are. */
export const reloadOne = async (
  { clock, signal }: CommandContext,
  place: GatewayPlaceAccess,
  { id, name }: ListedGateway,
): Promise<Reloaded> => {
  const client = agentCoreClient(place);
  const before = await listTargets(client, place.send, id);
  // One call takes one target; those of other kinds have no tools that could be read.
  for (const target of before.filter(({ type }) => type === undefined || type === 'MCP_SERVER')) {
    const command = new SynchronizeGatewayTargetsCommand({ gatewayIdentifier: id, targetIdList: [target.id] });
    await place.send(`SynchronizeGatewayTargets ${id} ${target.id}`, () => client.send(command));
  }
  const until = clock.now() + LONGEST_MS;
  for (;;) {
    const targets = await listTargets(client, place.send, id);
    if (!targets.some(isGoingOn) || clock.now() >= until) {
      return { account: place.account, region: place.region, name, targets };
    }
    await clock.sleep(POLL_MS, signal);
  }
};

export const unready = ({ name, targets }: Reloaded): readonly Problem[] =>
  targets
    .filter(({ status }) => status !== 'READY')
    .map((target) => ({
      rule: 'command-failed',
      severity: 'error',
      subject: `gateway ${name}`,
      text: `Reading the tools of ${name} again: the target ${target.name} is ${target.status}.`,
      hint: 'Look at the target in the console: the server behind it may not answer.',
    }));
