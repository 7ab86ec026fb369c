import { listGateways } from '../../gateways/live.ts';
import { agentCoreClient, changingSettings, doneIn, failuresIn, inPlaces } from '../../gateways/places.ts';
import { type Reloaded, reloadOne } from '../../gateways/reloading.ts';
import { EXIT, SyncError } from '../../model/errors.ts';
import { type Problem, stops } from '../../model/problem.ts';
import { reloadedText } from '../../report/deploy-text.ts';
import type { CommandContext, CommandResult } from '../../running/context.ts';

/** A role that may have tools read again, and nothing else. */
const RELOAD_ROLE = 'AgentCoreReloadTools';

const nothingToRead = (names: readonly string[]): Problem => ({
  rule: 'command-failed',
  severity: 'warning',
  subject: names.join(', '),
  text: 'No MCP server stands behind it: AWS reads the tools of no other kind of target.',
  hint: 'Tools of functions and documents change with their definition.',
});

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
  const missing = names.filter((name) => !reloaded.some((one) => one.name === name || one.id === name));
  const idle = reloaded.every(({ targets, problems }) => targets.length + problems.length === 0);
  const problems = [
    ...(reloaded.length > 0 && idle ? [nothingToRead(names)] : []),
    ...failuresIn(places),
    ...reloaded.flatMap((one) => one.problems),
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
    exitCode: problems.some(stops) ? EXIT.failed : EXIT.done,
    result: { gateways: reloaded.map(({ problems: _, ...one }) => one) },
    problems,
    text: reloadedText(reloaded),
    markdown: '',
    outputs: { changes: String(reloaded.length) },
  };
};
