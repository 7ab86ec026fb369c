import { SynchronizeGatewayTargetsCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import { type ListedGateway, type ListedTarget, listGateways, listTargets } from '../gateways/live.ts';
import {
  agentCoreClient,
  changingSettings,
  doneIn,
  failuresIn,
  type GatewayPlaceAccess,
  inPlaces,
} from '../gateways/places.ts';
import { EXIT, SyncError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { reloadedText } from '../report/deploy-text.ts';
import type { CommandContext, CommandResult } from '../running/context.ts';

/** A role that may have tools read again, and nothing else. */
const RELOAD_ROLE = 'AgentCoreReloadTools';

const POLL_MS = 5000;
const LONGEST_MS = 900_000;

/** What one gateway came to. */
interface Reloaded {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly targets: readonly ListedTarget[];
}

const isGoingOn = ({ status }: ListedTarget): boolean => status.endsWith('ING');

/** Has the tools of a gateway's MCP servers read again, and waits until they are. */
const reloadOne = async (
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

const unready = ({ name, targets }: Reloaded): readonly Problem[] =>
  targets
    .filter(({ status }) => status !== 'READY')
    .map((target) => ({
      rule: 'command-failed',
      severity: 'error',
      subject: `gateway ${name}`,
      text: `Reading the tools of ${name} again: the target ${target.name} is ${target.status}.`,
      hint: 'Look at the target in the console: the server behind it may not answer.',
    }));

/** Has the tools of the gateways that are named read again: after the servers behind them were deployed. */
export const reloadTools = async (context: CommandContext, names: readonly string[]): Promise<CommandResult> => {
  if (names.length === 0) {
    throw new SyncError('usage', 'bad-option', 'gateways reload-tools: expected names of gateways, met none.', {
      hint: 'agentcore-sync gateways reload-tools pricing',
    });
  }
  const { settings } = context;
  const aws = changingSettings(settings, settings.gateways.reloadRole ?? RELOAD_ROLE);
  const places = await inPlaces(context, { aws, sideBySide: true }, async (place) => {
    const listed = await listGateways(agentCoreClient(place), place.send);
    const here = listed.filter(({ id, name }) => names.includes(name) || names.includes(id));
    const done: Reloaded[] = [];
    for (const one of here) done.push(await reloadOne(context, place, one));
    return done;
  });
  const reloaded = doneIn(places).flat();
  const missing = names.filter((name) => !reloaded.some((one) => one.name === name));
  const problems = [
    ...failuresIn(places),
    ...reloaded.flatMap(unready),
    ...missing.map(
      (name): Problem => ({
        rule: 'definition-reference',
        severity: 'error',
        subject: name,
        text: `There is no gateway ${name} in the accounts and Regions that were asked.`,
        hint: 'agentcore-sync list shows what is there.',
      }),
    ),
  ];
  return {
    exitCode: problems.length > 0 ? EXIT.failed : EXIT.done,
    result: { gateways: reloaded },
    problems,
    text: reloadedText(reloaded),
    markdown: '',
    outputs: { changes: String(reloaded.length) },
  };
};
