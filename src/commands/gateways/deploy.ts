import { changesOf, deployOne, differsFrom, expectedPlan, type Outcome, sounded } from '../../gateways/deploying.ts';
import { type Prepared, withPrepared } from '../../gateways/preparing.ts';
import { handOverGateways, type StandingStack, standingStacks } from '../../gateways/standing.ts';
import { EXIT, SyncError } from '../../model/errors.ts';
import { stops } from '../../model/problem.ts';
import { deployedReport, deployPlanReport } from '../../report/deploy-text.ts';
import { inBoth, reportText } from '../../report/report.ts';
import { saysYes } from '../../running/asking.ts';
import type { CommandContext, CommandResult } from '../../running/context.ts';

/** Executes the change sets that were approved: by a saved plan, or by whoever sits before the terminal. */
export const deployGateways = async (context: CommandContext, names: readonly string[]): Promise<CommandResult> => {
  const { settings, terminal } = context;
  const { expect, yes } = settings.gatewaysRun;
  const plan = await expectedPlan(expect);
  if (plan === undefined && !yes && terminal.ask === undefined) {
    throw new SyncError(
      'usage',
      'missing-option',
      'gateways deploy: expected the approved plan, and nobody is here to be asked.',
      {
        hint: 'Give --expect what gateways plan saved with --out, or --yes.',
      },
    );
  }
  const { catalogue, sound, problems } = await sounded(context, names);
  const agreed = async (prepared: Prepared): Promise<string | undefined> => {
    if (plan !== undefined) return differsFrom(plan, prepared);
    if (yes || terminal.ask === undefined) return undefined;
    context.work?.({ type: 'ended' });
    const shown = reportText(deployPlanReport([changesOf(prepared)], []), terminal);
    const answer = await terminal.ask(`${shown}Deploy? [y/N] `);
    return saysYes(answer) ? undefined : 'nobody agreed';
  };
  const standing: StandingStack[] = [];
  const outcomes = (
    await withPrepared(context, sound, {
      world: catalogue.world,
      work: async (attempts) => {
        const done: Outcome[] = [];
        for (const attempt of attempts) done.push(await deployOne(context, attempt, agreed));
        standing.push(...(await standingStacks(context, attempts)));
        return done;
      },
    })
  ).flat();
  const handed = await handOverGateways(context, sound, standing);
  const all = [...problems, ...outcomes.flatMap((outcome) => outcome.problems), ...handed.problems];
  const deployed = outcomes.filter(({ outputs }) => outputs !== undefined);
  const shown = outcomes.map(({ changes, outputs }) => ({ ...changes, ...(outputs === undefined ? {} : { outputs }) }));
  return {
    exitCode: all.some(stops) ? EXIT.failed : EXIT.done,
    result: { gateways: outcomes.map(({ changes, outputs = {} }) => ({ ...changes, outputs })) },
    problems: all,
    ...inBoth(deployedReport(shown, all, settings.verify.results), terminal),
    outputs: { changes: String(deployed.length), ...handed.outputs },
  };
};
