import {
  type BedrockAgentCoreControlClient,
  SynchronizeGatewayTargetsCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { CommandContext } from '../running/context.ts';
import { type ListedGateway, type ListedTarget, listTargets } from './live.ts';
import { agentCoreClient, type GatewayPlaceAccess } from './places.ts';

const POLL_MS = 5000;
const LONGEST_MS = 900_000;
/** Looks after which a target that was READY all the time counts as read: a listing may lag behind. */
const LOOKS = 6;

/** What one gateway came to. */
export interface Reloaded {
  readonly account: string;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  /** Targets whose tools were read again, as they are now. */
  readonly targets: readonly ListedTarget[];
  readonly problems: readonly Problem[];
}

const isGoingOn = ({ status }: ListedTarget): boolean => status.endsWith('ING');

/** Kinds of targets whose tools AWS reads at the target; a kind that it doesn't say may be one. */
const hasTools = ({ type }: ListedTarget): boolean => type === undefined || type === 'MCP_SERVER';

const problem = (
  { name }: ListedGateway,
  {
    text,
    hint,
    severity = 'error',
  }: { readonly text: string; readonly hint: string | undefined; readonly severity?: Problem['severity'] },
): Problem => ({
  rule: 'command-failed',
  severity,
  subject: `gateway ${name}`,
  text: `Reading the tools of ${name} again: ${text}`,
  ...(hint === undefined ? {} : { hint }),
});

/** Why a target's tools can't be read; undefined: they are being read. One that is refused stops no other. */
const askOne = async (
  client: BedrockAgentCoreControlClient,
  place: GatewayPlaceAccess,
  { gateway, target }: { readonly gateway: ListedGateway; readonly target: ListedTarget },
): Promise<Problem | undefined> => {
  if (target.status.endsWith('PENDING_AUTH')) {
    return problem(gateway, {
      text: `the target ${target.name} is ${target.status}: a person has to consent first.`,
      hint: 'Open the authorization URL that the console shows for the target, then run the command again.',
    });
  }
  try {
    const command = new SynchronizeGatewayTargetsCommand({ gatewayIdentifier: gateway.id, targetIdList: [target.id] });
    await place.send(`SynchronizeGatewayTargets ${gateway.id} ${target.id}`, () => client.send(command));
    return undefined;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    // Its tools stand in its definition: there is nothing to read, and nothing is wrong.
    const isWritten = /static|mcpToolSchema/i.test(error.message);
    return problem(gateway, {
      text: isWritten
        ? `the tools of the target ${target.name} stand in its definition, and are not read from the server.`
        : `the target ${target.name}: ${error.message}`,
      hint: isWritten ? 'Change tools: in the definition, and deploy it.' : error.hint,
      ...(isWritten ? { severity: 'warning' as const } : {}),
    });
  }
};

/** Whether a target's tools were read since: its time says so, or it was READY for long enough. */
const isRead = (target: ListedTarget, before: ListedTarget | undefined, looks: number): boolean =>
  !isGoingOn(target) &&
  (target.status !== 'READY' || target.synchronizedAt !== before?.synchronizedAt || looks >= LOOKS);

const notReady = (gateway: ListedGateway, target: ListedTarget): Problem =>
  problem(gateway, {
    text: isGoingOn(target)
      ? `the target ${target.name} is still ${target.status} after ${LONGEST_MS / 60_000} minutes.`
      : `the target ${target.name} is ${target.status}.`,
    hint: 'Look at the target in the console: the server behind it may not answer. Its tools are as they were.',
  });

/** Has the tools of a gateway's MCP servers read again, and waits until they are. */
export const reloadOne = async (
  { clock, signal, work }: CommandContext,
  place: GatewayPlaceAccess,
  gateway: ListedGateway,
): Promise<Reloaded> => {
  const { account, region } = place;
  const client = agentCoreClient(place);
  const before = (await listTargets(client, place.send, gateway.id)).filter(hasTools);
  const problems: Problem[] = [];
  const asked = new Map<string, ListedTarget>();
  for (const target of before) {
    const refused = await askOne(client, place, { gateway, target });
    if (refused === undefined) asked.set(target.id, target);
    else problems.push(refused);
  }
  work?.({ type: 'phase', text: `waiting for the tools of ${gateway.name}` });
  const until = clock.now() + LONGEST_MS;
  for (let looks = 1; asked.size > 0; looks += 1) {
    const targets = (await listTargets(client, place.send, gateway.id)).filter(({ id }) => asked.has(id));
    if (targets.every((target) => isRead(target, asked.get(target.id), looks)) || clock.now() >= until) {
      const failed = targets.filter(({ status }) => status !== 'READY').map((target) => notReady(gateway, target));
      return { account, region, ...gateway, targets, problems: [...problems, ...failed] };
    }
    await clock.sleep(POLL_MS, signal);
  }
  return { account, region, ...gateway, targets: [], problems };
};
